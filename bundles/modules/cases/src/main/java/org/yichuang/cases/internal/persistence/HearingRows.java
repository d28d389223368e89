package org.yichuang.cases.internal.persistence;

import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.yichuang.journal.api.UnitOfWork;

/** About which cases there is a hearing to which everybody may come. */
public class HearingRows {
    private static final String COMING =
            """
            SELECT CASE_NUMBER FROM CASES_CASE WHERE TENANT=? AND HEARING_ON>=?
              ORDER BY HEARING_ON, CASE_NUMBER FETCH FIRST ? ROWS ONLY""";

    /** Returns the numbers of cases with such a hearing on a day or after it, the nearest first. */
    public List<String> from(LocalDate day, int most, UnitOfWork unit) {
        try (PreparedStatement statement = unit.connection().prepareStatement(COMING)) {
            statement.setString(1, unit.context().tenant().value());
            statement.setDate(2, Date.valueOf(day));
            statement.setInt(3, most);
            List<String> numbers = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    numbers.add(rows.getString(1));
                }
            }
            return numbers;
        } catch (SQLException e) {
            throw new IllegalStateException("The hearings cannot be read", e);
        }
    }
}
