package org.yichuang.cases.internal.persistence;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.rows.InstantConverter;

/** Counts what the account of a unit of work has left at its centre; each count is one look into an index. */
public class QuotaRows {
    private static final String UPLOADS =
            "SELECT COUNT(*) FROM CASES_FILE WHERE TENANT=? AND OWNER=? AND UPLOADED_MICROS>=? AND CASE_NUMBER IS NULL";
    private static final String APPLICATIONS =
            "SELECT COUNT(*) FROM CASES_CASE WHERE TENANT=? AND SUBMITTER=? AND CASE_NUMBER>=? AND CASE_NUMBER<?";
    private static final String DRAFTS =
            "SELECT COUNT(*) FROM CASES_DRAFT WHERE TENANT=? AND ACCOUNT=? AND SEEN_MILLIS>=?";

    /** Files that belong to no case. */
    public long uploads(UnitOfWork unit, Instant since) {
        return count(unit, UPLOADS, InstantConverter.micros(since));
    }

    /** Applications with numbers from one on and before another. */
    public long applications(UnitOfWork unit, String from, String before) {
        return count(unit, APPLICATIONS, from, before);
    }

    /** Unfinished applications that were touched. */
    public long drafts(UnitOfWork unit, Instant since) {
        return count(unit, DRAFTS, since.toEpochMilli());
    }

    private static long count(UnitOfWork unit, String sql, Object... values) {
        try (PreparedStatement statement = unit.connection().prepareStatement(sql)) {
            statement.setString(1, unit.context().tenant().value());
            statement.setString(2, unit.context().actor().account());
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 3, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("What an account has left cannot be counted", e);
        }
    }
}
