package org.yichuang.cases.internal.persistence;

import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yichuang.journal.api.UnitOfWork;

/** About which cases there is a hearing to which everybody may come. */
public class HearingRows {
    private static final String COMING =
            """
            SELECT CASE_NUMBER, VERSION FROM CASES_CASE WHERE TENANT=? AND HEARING_ON>=?
              ORDER BY HEARING_ON, CASE_NUMBER FETCH FIRST ? ROWS ONLY""";

    /** Returns the cases with such a hearing on a day or after it, the nearest first: numbers, and versions. */
    public Map<String, Long> from(LocalDate day, int most, UnitOfWork unit) {
        try (PreparedStatement statement = unit.connection().prepareStatement(COMING)) {
            statement.setString(1, unit.context().tenant().value());
            statement.setDate(2, Date.valueOf(day));
            statement.setInt(3, most);
            Map<String, Long> found = new LinkedHashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getString(1), rows.getLong(2));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("The hearings cannot be read", e);
        }
    }
}
