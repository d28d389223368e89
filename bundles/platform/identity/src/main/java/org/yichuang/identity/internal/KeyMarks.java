package org.yichuang.identity.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/**
 * What the database knows of the master keys: a mark for each that was taken into use, so that a container which lacks
 * one, or has another one of that name, says so. A mark is made by the first container that writes under its key, and
 * only by one that has all other keys in use: a file that was lost takes no older key into use again.
 */
public class KeyMarks {
    private static final Logger LOG = LoggerFactory.getLogger(KeyMarks.class);
    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final String ALL =
            "SELECT KEY_NAME, DIGEST, SINCE_MICROS, RETIRED FROM IDENTITY_MASTER_KEY ORDER BY SINCE_MICROS, KEY_NAME";
    private static final String ADD =
            "INSERT INTO IDENTITY_MASTER_KEY (KEY_NAME, DIGEST, SINCE_MICROS, RETIRED) VALUES (?,?,?,?)";
    private static final String RETIRE = "UPDATE IDENTITY_MASTER_KEY SET RETIRED=? WHERE KEY_NAME=?";

    /** Before there is a centre. */
    private static final Seen NOTHING =
            new Seen(Instant.MIN, new KeyState(List.of(), List.of(), List.of(), true, true));

    private final MasterKeys keys;
    private final Transactions transactions;
    private final Tenants tenants;
    private final Clock machineClock;
    private volatile Seen seen = NOTHING;

    /** @param machineClock by it one key is newer than another, whatever a rehearsal moves */
    public KeyMarks(MasterKeys keys, Transactions transactions, Tenants tenants, Clock machineClock) {
        this.keys = keys;
        this.transactions = transactions;
        this.tenants = tenants;
        this.machineClock = machineClock;
    }

    /** How this container's keys stand to those in use, some seconds old at most; marks what is taken into use. */
    public KeyState look() {
        Seen last = seen;
        Instant now = machineClock.instant();
        if (now.isBefore(last.at) || Duration.between(last.at, now).compareTo(FRESH) > 0) {
            Optional<CallContext> context = context();
            if (context.isPresent()) {
                List<Mark> marks = marks(context.get());
                seen = new Seen(now, state(isToBeMarked(marks) ? mark(context.get(), marks.isEmpty()) : marks));
            }
        }
        return seen.state;
    }

    /** What was seen last, from memory; empty as long as nothing was. */
    Optional<KeyState> known() {
        Seen last = seen;
        return last == NOTHING ? Optional.empty() : Optional.of(last.state);
    }

    /** Notes that nothing is kept under a key any more. */
    void retire(String name, UnitOfWork unit) {
        run(unit.connection(), RETIRE, true, name);
        seen = new Seen(Instant.MIN, seen.state);
    }

    /** Notes that something is kept under a key; one that is here and has no mark yet gets one older than all. */
    void reuse(String name, UnitOfWork unit) {
        if (run(unit.connection(), RETIRE, false, name) == 0 && keys.find(name).isPresent()) {
            run(unit.connection(), ADD, name, keys.digest(name), 0L, false);
        }
        seen = new Seen(Instant.MIN, seen.state);
    }

    /** The marks are the deployment's; without a centre there is nothing to encrypt yet. */
    Optional<CallContext> context() {
        List<Tenant> all = tenants.all();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(CallContext.system(all.get(0).id(), machineClock.instant(), "personal-data-keys"));
    }

    private List<Mark> marks(CallContext context) {
        return transactions.read(context, unit -> marks(unit.connection()));
    }

    private boolean isToBeMarked(List<Mark> marks) {
        KeyState state = state(marks);
        return state.isWhole() && marks.stream().noneMatch(mark -> mark.name.equals(keys.newest()) && !mark.retired);
    }

    /**
     * Of two containers at once one is the first; the other sees its marks when it looks again.
     *
     * @param withOlder whether the older keys of the file get marks as well: a version that made none may have used
     *     them
     */
    private List<Mark> mark(CallContext context, boolean withOlder) {
        String name = keys.newest();
        List<String> names = withOlder ? keys.names() : List.of(name);
        try {
            transactions.write(context, Void.class, unit -> {
                Connection connection = unit.connection();
                if (run(connection, RETIRE, false, name) == 0) {
                    long first = machineClock.millis() * 1_000 - names.size() + 1;
                    for (int i = 0; i < names.size(); i++) {
                        run(connection, ADD, names.get(i), keys.digest(names.get(i)), first + i, false);
                    }
                }
                return null;
            });
            LOG.info("Personal data: the master key {} is taken into use", name);
        } catch (RuntimeException e) {
            LOG.debug("The master key {} could not be marked, perhaps as another container was first", name, e);
        }
        return marks(context);
    }

    private KeyState state(List<Mark> marks) {
        List<Mark> used = marks.stream().filter(mark -> !mark.retired).toList();
        List<String> missing = used.stream()
                .map(Mark::name)
                .filter(name -> keys.find(name).isEmpty())
                .toList();
        List<String> others = marks.stream()
                .filter(mark -> keys.find(mark.name).isPresent()
                        && !keys.digest(mark.name).equals(mark.digest))
                .map(Mark::name)
                .toList();
        List<String> inUse = used.stream().map(Mark::name).toList();
        String latest = marks.isEmpty() ? keys.newest() : marks.get(marks.size() - 1).name;
        String newest = keys.newest();
        boolean isOurs = keys.isDerived(newest) || marks.stream().anyMatch(mark -> mark.name.equals(newest));
        return new KeyState(inUse, missing, others, latest.equals(newest), isOurs && !others.contains(newest));
    }

    private static List<Mark> marks(Connection connection) {
        try (PreparedStatement statement = connection.prepareStatement(ALL);
                ResultSet row = statement.executeQuery()) {
            List<Mark> marks = new ArrayList<>();
            while (row.next()) {
                marks.add(new Mark(row.getString(1), row.getString(2), row.getLong(3), row.getBoolean(4)));
            }
            return marks;
        } catch (SQLException e) {
            throw new IllegalStateException("The marks of the master keys cannot be read", e);
        }
    }

    private static int run(Connection connection, String sql, Object... values) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The marks of the master keys cannot be written", e);
        }
    }

    private record Mark(String name, String digest, long since, boolean retired) {}

    private record Seen(Instant at, KeyState state) {}

    /**
     * How this container's keys stand to those of the database.
     *
     * @param inUse the keys under which something may be kept, the newest last
     * @param missing which of these this container does not have
     * @param others the keys of which it has another one under the same name
     * @param isLatest whether it writes under the key that was taken into use last
     * @param mayWrite whether the key that it writes under is the one which the database knows by that name
     */
    public record KeyState(
            List<String> inUse, List<String> missing, List<String> others, boolean isLatest, boolean mayWrite) {
        /** Whether it has each key that is in use. */
        public boolean isWhole() {
            return missing.isEmpty() && others.isEmpty();
        }
    }
}
