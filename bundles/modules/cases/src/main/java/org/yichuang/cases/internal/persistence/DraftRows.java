package org.yichuang.cases.internal.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yichuang.cases.internal.domain.Draft;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.TextRules;

/** The rows of applications that have not been handed in yet. */
public class DraftRows {
    private static final String FIND =
            "SELECT CONTENT, VERSION FROM CASES_DRAFT WHERE TENANT=? AND DRAFT_ID=? AND ACCOUNT=?";
    private static final String LATEST =
            "SELECT CONTENT, VERSION FROM CASES_DRAFT WHERE TENANT=? AND ACCOUNT=? AND ITEM=? ORDER BY SEEN_MILLIS DESC";
    private static final String RECENT =
            "SELECT CONTENT, VERSION FROM CASES_DRAFT WHERE TENANT=? AND ACCOUNT=? ORDER BY SEEN_MILLIS DESC";
    private static final String ADD =
            "INSERT INTO CASES_DRAFT (TENANT, DRAFT_ID, ACCOUNT, ITEM, SEEN_MILLIS, CONTENT) VALUES (?,?,?,?,?,?)";
    private static final String CHANGE = "UPDATE CASES_DRAFT SET SEEN_MILLIS=?, CONTENT=?, VERSION=VERSION+1"
            + " WHERE TENANT=? AND DRAFT_ID=? AND ACCOUNT=? AND VERSION=?";
    private static final String PURGE = "DELETE FROM CASES_DRAFT WHERE TENANT=? AND ACCOUNT=? AND SEEN_MILLIS<?";

    /** Finds an account's draft. */
    public Optional<Draft> find(UnitOfWork unit, String id) {
        // Some databases fail on characters that no id has, rather than finding nothing
        return TextRules.isUnfit(id) ? Optional.empty() : first(unit, FIND, tenant(unit), id, account(unit));
    }

    /** Finds the account's latest draft for an item. */
    public Optional<Draft> latest(UnitOfWork unit, String item) {
        return first(unit, LATEST, tenant(unit), account(unit), item);
    }

    /** Finds the account's drafts, the latest first. */
    public List<Draft> recent(UnitOfWork unit, int most) {
        return read(unit, most, RECENT, tenant(unit), account(unit));
    }

    /** Adds a draft. */
    public void add(UnitOfWork unit, Draft draft) {
        run(unit, ADD, tenant(unit), draft.id(), draft.account(), draft.item(), millis(unit), Json.write(draft));
    }

    /** Keeps what has changed; tells whether it still was of the version that was read. */
    public boolean change(UnitOfWork unit, Draft draft) {
        String content = Json.write(draft);
        return run(unit, CHANGE, millis(unit), content, tenant(unit), draft.id(), draft.account(), draft.version())
                == 1;
    }

    /** Removes the account's drafts that nobody has touched since. */
    public void purge(UnitOfWork unit, Instant since) {
        run(unit, PURGE, tenant(unit), account(unit), since.toEpochMilli());
    }

    private static String tenant(UnitOfWork unit) {
        return unit.context().tenant().value();
    }

    private static String account(UnitOfWork unit) {
        return unit.context().actor().account();
    }

    private static long millis(UnitOfWork unit) {
        return unit.context().at().toEpochMilli();
    }

    private static Optional<Draft> first(UnitOfWork unit, String sql, Object... values) {
        return read(unit, 1, sql, values).stream().findFirst();
    }

    private static List<Draft> read(UnitOfWork unit, int most, String sql, Object... values) {
        Connection connection = unit.connection();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            statement.setMaxRows(most);
            List<Draft> drafts = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    drafts.add(Json.read(rows.getString(1), Draft.class).at(rows.getLong(2)));
                }
            }
            return drafts;
        } catch (SQLException e) {
            throw new IllegalStateException("Drafts cannot be read", e);
        }
    }

    private static int run(UnitOfWork unit, String sql, Object... values) {
        Connection connection = unit.connection();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("Drafts cannot be written", e);
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Long number) {
                statement.setLong(i + 1, number);
            } else {
                statement.setString(i + 1, (String) values[i]);
            }
        }
    }
}
