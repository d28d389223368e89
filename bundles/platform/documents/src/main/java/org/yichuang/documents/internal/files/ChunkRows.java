package org.yichuang.documents.internal.files;

import java.security.MessageDigest;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.yichuang.documents.internal.domain.FileRow;
import org.yichuang.documents.internal.persistence.JointStatements;
import org.yichuang.journal.api.UnitOfWork;

/** The parts of files, and who uses them, past JPA: one part at a time in memory. */
final class ChunkRows {
    private static final String ADD = "INSERT INTO DOCUMENTS_CHUNK (TENANT, FILE_ID, PART, CONTENT) VALUES (?,?,?,?)";
    private static final String ONE = "SELECT CONTENT FROM DOCUMENTS_CHUNK WHERE TENANT=? AND FILE_ID=? AND PART=?";
    private static final String REMOVE = "DELETE FROM DOCUMENTS_CHUNK WHERE TENANT=? AND FILE_ID=?";
    private static final String FREE =
            """
            SELECT FILE_ID FROM DOCUMENTS_FILE WHERE TENANT=? AND USES=0 AND AWAITED_MICROS<?
            ORDER BY AWAITED_MICROS FETCH FIRST ? ROWS ONLY""";
    private static final String USERS =
            """
            SELECT USED_BY FROM DOCUMENTS_USE WHERE TENANT=? AND FILE_ID=? AND USED_BY>?
            ORDER BY USED_BY FETCH FIRST ? ROWS ONLY""";
    private static final String USERS_OF =
            """
            SELECT USED_BY FROM DOCUMENTS_USE WHERE TENANT=? AND FILE_ID=? AND USED_BY LIKE ? ESCAPE '!'
            ORDER BY USED_BY FETCH FIRST ? ROWS ONLY""";
    private static final String USED = "SELECT USED_BY FROM DOCUMENTS_USE WHERE TENANT=? AND FILE_ID=? AND USED_BY=?";
    private static final String USE = "INSERT INTO DOCUMENTS_USE (TENANT, FILE_ID, USED_BY) VALUES (?,?,?)";
    private static final String RELEASE = "DELETE FROM DOCUMENTS_USE WHERE TENANT=? AND FILE_ID=? AND USED_BY=?";
    private static final int PART = 500;

    /** Adds parts and a user to what is written together. */
    void add(String tenant, String file, int part, byte[] kept, JointStatements together) {
        together.with(ADD, tenant, file, part, kept);
    }

    /** The same of who needs it. */
    void use(String tenant, String file, String by, JointStatements together) {
        together.with(USE, tenant, file, by);
    }

    void add(UnitOfWork unit, String file, int part, byte[] kept) {
        try (PreparedStatement statement = unit.connection().prepareStatement(ADD)) {
            statement.setString(1, unit.context().tenant().value());
            statement.setString(2, file);
            statement.setInt(3, part);
            statement.setBytes(4, kept);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("A part of a file cannot be kept", e);
        }
    }

    Optional<byte[]> part(UnitOfWork unit, String file, int part) {
        try (PreparedStatement statement = unit.connection().prepareStatement(ONE)) {
            statement.setString(1, unit.context().tenant().value());
            statement.setString(2, file);
            statement.setInt(3, part);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("A part of a file cannot be read", e);
        }
    }

    /** The SHA-256 of all parts as they stand, one behind the other. */
    String stored(UnitOfWork unit, String file) {
        MessageDigest digest = Spool.sha256Digest();
        Optional<byte[]> part = part(unit, file, 0);
        for (int next = 1; part.isPresent(); next++) {
            digest.update(part.get());
            part = part(unit, file, next);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    void remove(UnitOfWork unit, String file) {
        update(unit, REMOVE, file);
    }

    /** Whether something has said that it needs a file. */
    boolean isUsed(UnitOfWork unit, String file, String by) {
        return !texts(unit, USED, file, by).isEmpty();
    }

    void use(UnitOfWork unit, String file, String by) {
        update(unit, USE, file, by);
    }

    void release(UnitOfWork unit, String file, String by) {
        update(unit, RELEASE, file, by);
    }

    /** What of one kind needs a file, as far as it is named. */
    List<String> users(UnitOfWork unit, String file, String prefix, int most) {
        return texts(unit, USERS_OF, file, prefix.replaceAll("[!%_]", "!$0") + "%", most);
    }

    /** The sum over who uses a file, as the rows stand. */
    String usesSum(UnitOfWork unit, String file) {
        String sum = FileRow.NOBODY;
        List<String> part = texts(unit, USERS, file, "", PART);
        while (!part.isEmpty()) {
            for (String by : part) {
                sum = FileRow.sum(sum, by);
            }
            part = texts(unit, USERS, file, part.get(part.size() - 1), PART);
        }
        return sum;
    }

    private static void update(UnitOfWork unit, String sql, String... values) {
        try (PreparedStatement statement = unit.connection().prepareStatement(sql)) {
            statement.setString(1, unit.context().tenant().value());
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 2, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("What belongs to a file cannot be written", e);
        }
    }

    /** Files that nobody uses and nobody is awaited for any more. */
    List<String> free(UnitOfWork unit, long before, int most) {
        return texts(unit, FREE, before, most);
    }

    private static List<String> texts(UnitOfWork unit, String sql, Object... values) {
        try (PreparedStatement statement = unit.connection().prepareStatement(sql)) {
            statement.setString(1, unit.context().tenant().value());
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 2, values[i]);
            }
            List<String> texts = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    texts.add(row.getString(1));
                }
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException("Files cannot be listed", e);
        }
    }
}
