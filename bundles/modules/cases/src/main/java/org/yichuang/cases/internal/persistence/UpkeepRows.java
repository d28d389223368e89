package org.yichuang.cases.internal.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.journal.api.UnitOfWork;

/** What has been done for all cases of a centre; and the search texts of cases, which are made anew by it. */
public class UpkeepRows {
    private static final String FIND = "SELECT DONE_FOR FROM CASES_UPKEEP WHERE TENANT=? AND TASK=?";
    private static final String CHANGE = "UPDATE CASES_UPKEEP SET DONE_FOR=? WHERE TENANT=? AND TASK=?";
    private static final String ADD = "INSERT INTO CASES_UPKEEP (DONE_FOR, TENANT, TASK) VALUES (?,?,?)";
    private static final String ALL =
            """
            SELECT CASE_NUMBER, APPLICANT, ITEM_NAME FROM CASES_CASE WHERE TENANT=? AND CASE_NUMBER>?
              ORDER BY CASE_NUMBER FETCH FIRST ? ROWS ONLY""";
    private static final String UNFOLDED =
            """
            SELECT CASE_NUMBER, APPLICANT, ITEM_NAME FROM CASES_CASE WHERE TENANT=? AND CASE_NUMBER>?
              AND SEARCH_TEXT='' ORDER BY CASE_NUMBER FETCH FIRST ? ROWS ONLY""";
    private static final String FOLD = "UPDATE CASES_CASE SET SEARCH_TEXT=? WHERE TENANT=? AND CASE_NUMBER=?";

    /** Returns by which state of the world a task was done last. */
    public Optional<String> doneFor(UnitOfWork unit, String task) {
        try (PreparedStatement statement = unit.connection().prepareStatement(FIND)) {
            statement.setString(1, tenant(unit));
            statement.setString(2, task);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The upkeep cannot be read", e);
        }
    }

    /** Notes that a task has been done for all cases. */
    public void done(UnitOfWork unit, String task, String state) {
        try {
            if (run(unit, CHANGE, state, tenant(unit), task) == 0) {
                run(unit, ADD, state, tenant(unit), task);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The upkeep cannot be noted", e);
        }
    }

    private static int run(UnitOfWork unit, String sql, String... values) throws SQLException {
        try (PreparedStatement statement = unit.connection().prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    /**
     * Folds the search texts of up to {@code most} cases after a number.
     *
     * @param onlyUnfolded whether only cases are meant that have no search text yet
     * @return the number of the last one, empty when there are no more
     */
    public Optional<String> fold(UnitOfWork unit, String after, boolean onlyUnfolded, int most) {
        Connection connection = unit.connection();
        List<String[]> rows = new ArrayList<>();
        try (PreparedStatement names = connection.prepareStatement(onlyUnfolded ? UNFOLDED : ALL);
                PreparedStatement fold = connection.prepareStatement(FOLD)) {
            names.setString(1, tenant(unit));
            names.setString(2, after);
            names.setInt(3, most);
            try (ResultSet row = names.executeQuery()) {
                while (row.next()) {
                    rows.add(new String[] {row.getString(1), row.getString(2), row.getString(3)});
                }
            }
            for (String[] row : rows) {
                fold.setString(1, CaseFile.searchText(row[0], row[1], row[2]));
                fold.setString(2, tenant(unit));
                fold.setString(3, row[0]);
                fold.addBatch();
            }
            if (!rows.isEmpty()) {
                fold.executeBatch();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The search texts cannot be written", e);
        }
        return rows.size() < most ? Optional.empty() : Optional.of(rows.get(rows.size() - 1)[0]);
    }

    private static String tenant(UnitOfWork unit) {
        return unit.context().tenant().value();
    }
}
