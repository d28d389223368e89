package org.yichuang.documents.internal.files;

import java.security.MessageDigest;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.yichuang.journal.api.UnitOfWork;

/** The parts of files, past JPA: one at a time in memory. */
final class ChunkRows {
    private static final String ADD = "INSERT INTO DOCUMENTS_CHUNK (TENANT, SHA256, PART, CONTENT) VALUES (?,?,?,?)";
    private static final String ONE = "SELECT CONTENT FROM DOCUMENTS_CHUNK WHERE TENANT=? AND SHA256=? AND PART=?";
    private static final String REMOVE = "DELETE FROM DOCUMENTS_CHUNK WHERE TENANT=? AND SHA256=?";
    private static final String FREE =
            """
            SELECT SHA256 FROM DOCUMENTS_FILE WHERE TENANT=? AND USES=0 AND AWAITED_MICROS<?
            ORDER BY AWAITED_MICROS FETCH FIRST ? ROWS ONLY""";
    private static final String UNDER =
            """
            SELECT SHA256 FROM DOCUMENTS_FILE WHERE TENANT=? AND KEY_NAME<>? AND SHA256>?
            ORDER BY SHA256 FETCH FIRST ? ROWS ONLY""";

    void add(UnitOfWork unit, String sha256, int part, byte[] kept) {
        try (PreparedStatement statement = unit.connection().prepareStatement(ADD)) {
            statement.setString(1, unit.context().tenant().value());
            statement.setString(2, sha256);
            statement.setInt(3, part);
            statement.setBytes(4, kept);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("A part of a file cannot be kept", e);
        }
    }

    Optional<byte[]> part(UnitOfWork unit, String sha256, int part) {
        try (PreparedStatement statement = unit.connection().prepareStatement(ONE)) {
            statement.setString(1, unit.context().tenant().value());
            statement.setString(2, sha256);
            statement.setInt(3, part);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("A part of a file cannot be read", e);
        }
    }

    /** The SHA-256 of all parts as they stand, one behind the other. */
    String stored(UnitOfWork unit, String sha256) {
        MessageDigest digest = Spool.sha256Digest();
        Optional<byte[]> part = part(unit, sha256, 0);
        for (int next = 1; part.isPresent(); next++) {
            digest.update(part.get());
            part = part(unit, sha256, next);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    void remove(UnitOfWork unit, String sha256) {
        try (PreparedStatement statement = unit.connection().prepareStatement(REMOVE)) {
            statement.setString(1, unit.context().tenant().value());
            statement.setString(2, sha256);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The parts of a file cannot be removed", e);
        }
    }

    /** Files that nobody uses and nobody is awaited for any more. */
    List<String> free(UnitOfWork unit, long before, int most) {
        return texts(unit, FREE, before, most);
    }

    /** Files whose keys are under other master keys than one, behind a file. */
    List<String> underOthers(UnitOfWork unit, String masterKey, String after, int most) {
        return texts(unit, UNDER, masterKey, after, most);
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
