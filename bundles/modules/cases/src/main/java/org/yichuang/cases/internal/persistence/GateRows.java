package org.yichuang.cases.internal.persistence;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yichuang.cases.api.GatedCommand;
import org.yichuang.journal.api.UnitOfWork;

/** Which modules have had a say in which commands of a centre, or in what it removes. */
public class GateRows {
    private static final String ALL = "SELECT MODULE, COMMANDS FROM CASES_GATE WHERE TENANT=?";
    private static final String WORDS = "SELECT COMMANDS FROM CASES_GATE WHERE TENANT=? AND MODULE=?";
    private static final String CHANGE = "UPDATE CASES_GATE SET COMMANDS=? WHERE TENANT=? AND MODULE=? AND COMMANDS=?";
    private static final String ADD = "INSERT INTO CASES_GATE (COMMANDS, TENANT, MODULE) VALUES (?,?,?)";
    /** Beside the commands: that it says which cases are kept. */
    private static final String GUARD = "RETENTION";

    private static final String REMOVE = "DELETE FROM CASES_GATE WHERE TENANT=? AND MODULE=?";

    /** Returns the commands of the unit's centre by the word of the module; those of a later program are left out. */
    public Map<String, Set<GatedCommand>> all(UnitOfWork unit) {
        Map<String, Set<GatedCommand>> found = new TreeMap<>();
        words(unit).forEach((module, words) -> found.put(module, commands(words)));
        return found;
    }

    /** Returns the modules that say which cases of the unit's centre are kept. */
    public Set<String> guards(UnitOfWork unit) {
        Set<String> found = new TreeSet<>();
        words(unit).forEach((module, words) -> {
            if (words.contains(GUARD)) {
                found.add(module);
            }
        });
        return found;
    }

    private static Map<String, List<String>> words(UnitOfWork unit) {
        Map<String, List<String>> found = new TreeMap<>();
        try (PreparedStatement statement = unit.connection().prepareStatement(ALL)) {
            statement.setString(1, unit.context().tenant().value());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.put(row.getString(1), List.of(row.getString(2).split(",")));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The gates cannot be read", e);
        }
        return found;
    }

    /** Adds commands to those that a module is known to have a say in, whoever else has written them. */
    public void add(UnitOfWork unit, String module, Set<GatedCommand> commands) {
        add(unit, module, commands.stream().map(GatedCommand::name).toList());
    }

    /** Keeps that a module says which cases are kept. */
    public void addGuard(UnitOfWork unit, String module) {
        add(unit, module, List.of(GUARD));
    }

    private static void add(UnitOfWork unit, String module, List<String> words) {
        String tenant = unit.context().tenant().value();
        Optional<String> present = words(unit, tenant, module);
        while (present.isPresent()) {
            Set<String> all = new TreeSet<>(words);
            all.addAll(List.of(present.get().split(",")));
            if (run(unit, CHANGE, String.join(",", all), tenant, module, present.get()) > 0) {
                return;
            }
            present = words(unit, tenant, module);
        }
        run(unit, ADD, String.join(",", new TreeSet<>(words)), tenant, module);
    }

    /** Forgets a module. */
    public void remove(UnitOfWork unit, String module) {
        run(unit, REMOVE, unit.context().tenant().value(), module);
    }

    private static Optional<String> words(UnitOfWork unit, String tenant, String module) {
        try (PreparedStatement statement = unit.connection().prepareStatement(WORDS)) {
            statement.setString(1, tenant);
            statement.setString(2, module);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The gates cannot be read", e);
        }
    }

    private static Set<GatedCommand> commands(List<String> present) {
        return Arrays.stream(GatedCommand.values())
                .filter(command -> present.contains(command.name()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(GatedCommand.class)));
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
