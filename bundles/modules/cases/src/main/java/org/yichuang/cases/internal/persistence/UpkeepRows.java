package org.yichuang.cases.internal.persistence;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yichuang.cases.internal.domain.SearchText;
import org.yichuang.journal.api.UnitOfWork;

/** What has been done for all cases of a centre; and which cases have search texts to be made anew. */
public class UpkeepRows {
    private static final String FIND = "SELECT DONE_FOR FROM CASES_UPKEEP WHERE TENANT=? AND TASK=?";
    private static final String CHANGE = "UPDATE CASES_UPKEEP SET DONE_FOR=? WHERE TENANT=? AND TASK=?";
    private static final String ADD = "INSERT INTO CASES_UPKEEP (DONE_FOR, TENANT, TASK) VALUES (?,?,?)";
    private static final String ALL =
            """
            SELECT CASE_NUMBER, APPLICANT, ITEM_NAME, SEARCH_TEXT FROM CASES_CASE WHERE TENANT=? AND CASE_NUMBER>?
              ORDER BY CASE_NUMBER FETCH FIRST ? ROWS ONLY""";
    private static final String UNFOLDED =
            """
            SELECT CASE_NUMBER, APPLICANT, ITEM_NAME, SEARCH_TEXT FROM CASES_CASE WHERE TENANT=? AND CASE_NUMBER>?
              AND SEARCH_TEXT='' ORDER BY CASE_NUMBER FETCH FIRST ? ROWS ONLY""";

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
     * Looks at the search texts of up to {@code most} cases after a number.
     *
     * @param onlyUnfolded whether only cases are meant that have no search text yet
     */
    public Folding folding(UnitOfWork unit, String after, boolean onlyUnfolded, int most) {
        List<String> unfolded = new ArrayList<>();
        String last = "";
        int seen = 0;
        try (PreparedStatement names = unit.connection().prepareStatement(onlyUnfolded ? UNFOLDED : ALL)) {
            names.setString(1, tenant(unit));
            names.setString(2, after);
            names.setInt(3, most);
            try (ResultSet row = names.executeQuery()) {
                for (; row.next(); seen++) {
                    last = row.getString(1);
                    if (!SearchText.of(last, row.getString(2), row.getString(3)).equals(row.getString(4))) {
                        unfolded.add(last);
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The search texts cannot be read", e);
        }
        return new Folding(unfolded, seen < most ? Optional.empty() : Optional.of(last));
    }

    /**
     * What a look at search texts has found.
     *
     * @param unfolded the cases whose text is not folded as we fold
     * @param last the number of the last case that was looked at, empty when there are no more
     */
    public record Folding(List<String> unfolded, Optional<String> last) {}

    private static String tenant(UnitOfWork unit) {
        return unit.context().tenant().value();
    }
}
