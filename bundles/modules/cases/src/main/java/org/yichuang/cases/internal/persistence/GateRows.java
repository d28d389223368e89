package org.yichuang.cases.internal.persistence;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.yichuang.cases.api.GatedCommand;
import org.yichuang.journal.api.UnitOfWork;

/** Which modules have had a say in which commands of a centre. */
public class GateRows {
    private static final String ALL = "SELECT MODULE, COMMANDS FROM CASES_GATE WHERE TENANT=?";
    private static final String CHANGE = "UPDATE CASES_GATE SET COMMANDS=? WHERE TENANT=? AND MODULE=?";
    private static final String ADD = "INSERT INTO CASES_GATE (COMMANDS, TENANT, MODULE) VALUES (?,?,?)";
    private static final String REMOVE = "DELETE FROM CASES_GATE WHERE TENANT=? AND MODULE=?";

    /** Returns the commands of the unit's centre by the word of the module. */
    public Map<String, Set<GatedCommand>> all(UnitOfWork unit) {
        Map<String, Set<GatedCommand>> found = new TreeMap<>();
        try (PreparedStatement statement = unit.connection().prepareStatement(ALL)) {
            statement.setString(1, unit.context().tenant().value());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.put(row.getString(1), commands(row.getString(2)));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The gates cannot be read", e);
        }
        return found;
    }

    /** Keeps what a module has a say in. */
    public void keep(UnitOfWork unit, String module, Set<GatedCommand> commands) {
        String words = commands.stream().sorted().map(GatedCommand::name).collect(Collectors.joining(","));
        String tenant = unit.context().tenant().value();
        if (run(unit, CHANGE, words, tenant, module) == 0) {
            run(unit, ADD, words, tenant, module);
        }
    }

    /** Forgets a module. */
    public void remove(UnitOfWork unit, String module) {
        run(unit, REMOVE, unit.context().tenant().value(), module);
    }

    private static Set<GatedCommand> commands(String words) {
        Set<GatedCommand> found = EnumSet.noneOf(GatedCommand.class);
        Arrays.stream(words.split(",")).map(GatedCommand::valueOf).forEach(found::add);
        return found;
    }

    private static int run(UnitOfWork unit, String sql, String... values) {
        try (PreparedStatement statement = unit.connection().prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The gates cannot be kept", e);
        }
    }
}
