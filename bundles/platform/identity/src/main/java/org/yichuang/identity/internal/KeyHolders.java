package org.yichuang.identity.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;

/**
 * Which modules keep something under which master key, or may do so, as the database remembers it: one that is not
 * there at present can be asked nothing, and its key stays.
 */
final class KeyHolders {
    private static final String ALL = "SELECT KEY_NAME, MODULE FROM IDENTITY_KEY_HOLDER";
    private static final String ADD = "INSERT INTO IDENTITY_KEY_HOLDER (KEY_NAME, MODULE) VALUES (?,?)";
    private static final String FORGET = "DELETE FROM IDENTITY_KEY_HOLDER WHERE KEY_NAME=?";

    private final Supplier<Optional<CallContext>> deployment;
    private final Transactions transactions;

    /** @param deployment by what calls the platform reads and writes what belongs to no centre; none at first */
    KeyHolders(Supplier<Optional<CallContext>> deployment, Transactions transactions) {
        this.deployment = deployment;
        this.transactions = transactions;
    }

    private record Holder(String key, String module) {}

    /** The keys with their modules; nothing before there is a centre. */
    Map<String, Set<String>> all() {
        Map<String, Set<String>> all = new TreeMap<>();
        deployment.get().ifPresent(context -> read(context)
                .forEach(holder ->
                        all.computeIfAbsent(holder.key, key -> new TreeSet<>()).add(holder.module)));
        return all;
    }

    /**
     * Remembers what is not remembered yet. Of two containers at once one is the first; the other tries again when it
     * looks again.
     *
     * @param modules those that keep something, by key
     */
    void note(Map<String, Set<String>> modules) {
        Optional<CallContext> context = deployment.get();
        if (context.isEmpty()) {
            return;
        }
        Set<Holder> holders = new HashSet<>();
        modules.forEach((key, words) -> words.forEach(word -> holders.add(new Holder(key, word))));
        holders.removeIf(holder -> holder.key.isEmpty());
        holders.removeAll(read(context.get()));
        if (!holders.isEmpty()) {
            transactions.write(context.get(), Void.class, unit -> {
                holders.forEach(holder -> run(unit.connection(), ADD, holder.key, holder.module));
                return null;
            });
        }
    }

    /** Forgets who has kept something under a key that is retired. */
    void forget(String key, UnitOfWork unit) {
        run(unit.connection(), FORGET, key);
    }

    private Set<Holder> read(CallContext context) {
        return transactions.read(context, unit -> {
            try (PreparedStatement statement = unit.connection().prepareStatement(ALL);
                    ResultSet row = statement.executeQuery()) {
                Set<Holder> holders = new HashSet<>();
                while (row.next()) {
                    holders.add(new Holder(row.getString(1), row.getString(2)));
                }
                return holders;
            } catch (SQLException e) {
                throw new IllegalStateException("The holders of the master keys cannot be read", e);
            }
        });
    }

    private static void run(Connection connection, String sql, String... values) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The holders of the master keys cannot be written", e);
        }
    }
}
