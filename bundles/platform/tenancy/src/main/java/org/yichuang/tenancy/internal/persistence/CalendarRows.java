package org.yichuang.tenancy.internal.persistence;

import java.sql.Connection;
import java.util.List;

/** The rows of holiday notices. */
public class CalendarRows {
    /** Returns the notices that were changed after a revision, as JSON. */
    public List<String> changedSince(Connection connection, long revision) {
        return Jdbc.list(
                connection,
                "SELECT NOTICE FROM TENANCY_CALENDAR WHERE REVISION>? ORDER BY REVISION",
                row -> row.getString(1),
                revision);
    }

    /** Writes a notice, new or not. */
    public void save(Connection connection, String region, int year, String notice, long revision) {
        int updated = Jdbc.update(
                connection,
                "UPDATE TENANCY_CALENDAR SET NOTICE=?, REVISION=? WHERE REGION=? AND NOTICE_YEAR=?",
                notice,
                revision,
                region,
                year);
        if (updated == 0) {
            Jdbc.update(
                    connection,
                    "INSERT INTO TENANCY_CALENDAR (NOTICE, REVISION, REGION, NOTICE_YEAR) VALUES (?,?,?,?)",
                    notice,
                    revision,
                    region,
                    year);
        }
    }
}
