package org.yichuang.cases.internal.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yichuang.cases.internal.domain.StoredFile;
import org.yichuang.documents.api.FileStore;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.rows.InstantConverter;

/** Deletes what people have left behind, a bounded part at a time. */
public class OrphanRows {
    /** A draft from before its content was encrypted names its files there. */
    private static final String OLD_FILES =
            """
            SELECT FILE_ID, SHA256 FROM CASES_FILE F WHERE TENANT=? AND CASE_NUMBER IS NULL AND UPLOADED_MICROS<?
            AND NOT EXISTS (SELECT 1 FROM CASES_DRAFT D WHERE D.TENANT=F.TENANT AND D.ACCOUNT=F.OWNER
              AND (D.FILE_IDS LIKE '%' || F.FILE_ID || '%' OR D.CONTENT LIKE '%' || F.FILE_ID || '%'))
            ORDER BY UPLOADED_MICROS FETCH FIRST 100 ROWS ONLY""";

    private static final String FILE = "DELETE FROM CASES_FILE WHERE TENANT=? AND FILE_ID=? AND CASE_NUMBER IS NULL";
    private static final String DRAFTS =
            """
            DELETE FROM CASES_DRAFT WHERE TENANT=? AND DRAFT_ID IN (
              SELECT DRAFT_ID FROM CASES_DRAFT WHERE TENANT=? AND SEEN_MILLIS<?
              ORDER BY SEEN_MILLIS FETCH FIRST 1000 ROWS ONLY)""";

    private final FileStore files;

    /** @param files where the bytes are */
    public OrphanRows(FileStore files) {
        this.files = files;
    }

    /**
     * Deletes files that neither a case nor an unfinished application of their owner names, and leaves their bytes to
     * the file store; returns which, none when there are no more.
     */
    public List<String> removeFiles(UnitOfWork unit, Instant uploadedBefore) {
        Connection connection = unit.connection();
        String tenant = unit.context().tenant().value();
        List<Orphan> removed = new ArrayList<>();
        try (PreparedStatement delete = connection.prepareStatement(FILE)) {
            for (Orphan orphan : oldFiles(connection, tenant, uploadedBefore)) {
                delete.setString(1, tenant);
                delete.setString(2, orphan.id());
                if (delete.executeUpdate() == 1) {
                    removed.add(orphan);
                }
            }
            // Whoever holds several does so in one order
            removed.sort(Comparator.comparing(Orphan::sha256));
            removed.forEach(orphan -> files.release(orphan.sha256(), StoredFile.user(orphan.id()), unit));
            return removed.stream().map(Orphan::id).toList();
        } catch (SQLException e) {
            throw new IllegalStateException("What was left behind cannot be removed", e);
        }
    }

    private static List<Orphan> oldFiles(Connection connection, String tenant, Instant before) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OLD_FILES)) {
            statement.setString(1, tenant);
            statement.setLong(2, InstantConverter.micros(before));
            List<Orphan> orphans = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    orphans.add(new Orphan(rows.getString(1), rows.getString(2)));
                }
            }
            return orphans;
        }
    }

    private record Orphan(String id, String sha256) {}

    /** Deletes unfinished applications; returns how many, zero when there are no more. */
    public int removeDrafts(UnitOfWork unit, Instant seenBefore) {
        return remove(unit, DRAFTS, seenBefore.toEpochMilli());
    }

    private static int remove(UnitOfWork unit, String sql, long before) {
        Connection connection = unit.connection();
        String tenant = unit.context().tenant().value();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, tenant);
            statement.setString(2, tenant);
            statement.setLong(3, before);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("What was left behind cannot be removed", e);
        }
    }
}
