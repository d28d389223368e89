package org.yichuang.journal.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import javax.transaction.HeuristicMixedException;
import javax.transaction.HeuristicRollbackException;
import javax.transaction.NotSupportedException;
import javax.transaction.RollbackException;
import javax.transaction.Status;
import javax.transaction.SystemException;
import javax.transaction.TransactionManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.journal.internal.persistence.DatabaseFailure;
import org.yichuang.kernel.api.ProblemException;

/** Begins and ends JTA transactions; nothing else in the house does. */
public class TransactionBoundary {
    private static final Logger LOG = LoggerFactory.getLogger(TransactionBoundary.class);
    /** Long enough for an import of thousands of rows on a busy machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    /**
     * What the transaction manager and, through it, the databases are told: longer than anything. A database's own
     * timer
     * runs beside us; Derby's undoes the transaction and leaves the connection working, and what follows would be kept
     * statement by statement.
     */
    private static final int TIMER_SECONDS = (int) TimeUnit.DAYS.toSeconds(1);

    private static final int MOST_DEAD = 50;
    /** How often work is begun that loses its races. */
    static final int MOST_RACES = 6;
    /** Up to how long one waits after the first lost race; after each further one up to twice as long. */
    private static final long FIRST_PAUSE_NANOS = Duration.ofMillis(4).toNanos();
    /** Longer than one wait for a lock, shorter than anybody waits for an answer. */
    private static final Duration RACING = Duration.ofSeconds(15);

    private final TransactionManager manager;
    private final DataSource source;
    private final Duration patience;
    private final ConnectionGuard guard;
    private final RowSecurity rowSecurity = new RowSecurity();

    public TransactionBoundary(TransactionManager manager, DataSource source) {
        this(manager, source, PATIENCE);
    }

    /** @param patience what takes longer is not committed */
    TransactionBoundary(TransactionManager manager, DataSource source, Duration patience) {
        this.manager = manager;
        this.source = source;
        this.patience = patience;
        this.guard = new ConnectionGuard(patience);
    }

    /** What is asked of every connection before it is worked with. */
    ConnectionGuard guard() {
        return guard;
    }

    /** Tells the database whose rows a transaction may see. */
    RowSecurity rowSecurity() {
        return rowSecurity;
    }

    /**
     * Runs something in a transaction of its own and commits it.
     *
     * @param scope whose rows it sees and writes
     */
    <T> T commit(RowScope scope, Supplier<T> body) {
        long start = System.nanoTime();
        begin(scope);
        try {
            T result = body(body);
            requireInTime(start);
            manager.commit();
            return result;
        } catch (RollbackException | HeuristicMixedException | HeuristicRollbackException | SystemException e) {
            throw new IllegalStateException("The transaction did not commit", e);
        } finally {
            rollBackIfOpen();
        }
    }

    /** Runs something in a transaction of its own and leaves no trace of it. */
    <T> T rollback(RowScope scope, Supplier<T> body) {
        long start = System.nanoTime();
        begin(scope);
        try {
            T result = body(body);
            requireInTime(start);
            return result;
        } finally {
            rollBackIfOpen();
        }
    }

    /** A connection that is lost before the commit has taken the work with it, which may be run again. */
    private <T> T body(Supplier<T> body) {
        try {
            return body.get();
        } catch (RuntimeException e) {
            if (Failures.isLostConnection(e)) {
                guard.doubt();
                throw new LostConnection(e);
            }
            throw e;
        }
    }

    private void requireInTime(long start) {
        if (System.nanoTime() - start >= patience.toNanos()) {
            throw Failures.tookTooLong();
        }
    }

    /** Runs set statements in a committed transaction, once more when a race was lost. */
    <T> T commitSql(RowScope scope, Function<Connection, T> body) {
        return again(() -> commit(scope, () -> withConnection(body)));
    }

    /** Reads with set statements, once more when a race was lost; they change nothing, and a commit is quieter. */
    <T> T readSql(RowScope scope, Function<Connection, T> body) {
        return commitSql(scope, body);
    }

    /** The connection that this thread's transaction works with; asked twice, it is the same underneath. */
    Connection connection() {
        try {
            return source.getConnection();
        } catch (SQLException | RuntimeException e) {
            // A runtime exception comes from the reference: no data source at present
            throw new Failures.NoConnection(e);
        }
    }

    private <T> T withConnection(Function<Connection, T> body) {
        Connection connection = connection();
        try {
            return body.apply(connection);
        } finally {
            close(connection);
        }
    }

    /** Gives a connection back; inside a transaction the pool waits for its end. */
    static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.warn("A connection could not be given back", e);
        }
    }

    /**
     * Runs a body that loses nothing by being run again, as long as it loses a race, some times at most, and once more
     * when a connection was lost.
     *
     * @throws ProblemException {@code took-too-long} when it loses every race: whoever reads beside many writers is
     *     told to come again, not that something is broken
     */
    static <T> T again(Supplier<T> body) {
        boolean hadLostConnection = false;
        long start = System.nanoTime();
        for (int races = 1; ; races++) {
            try {
                return body.get();
            } catch (RuntimeException failure) {
                boolean isLostConnection = failure instanceof LostConnection;
                if (isLostConnection ? hadLostConnection : !Failures.isLostRace(failure)) {
                    throw Failures.forCaller(failure);
                }
                hadLostConnection |= isLostConnection;
                boolean isLastRace = races >= MOST_RACES || isRacedLong(start);
                if (isLastRace && !isLostConnection) {
                    throw Failures.tookTooLong(failure);
                }
                LOG.debug("Lost a race or a connection, trying once more", failure);
                pauseAfter(races);
            }
        }
    }

    /** Lets those who raced go one after the other: for as long as chance says, so that they do not meet again. */
    static void pauseAfter(int races) {
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(FIRST_PAUSE_NANOS << races));
    }

    /**
     * Whether nobody would wait for another try.
     *
     * @param start when the first began, by {@link System#nanoTime()}
     */
    static boolean isRacedLong(long start) {
        return System.nanoTime() - start > RACING.toNanos();
    }

    /** Begins, with a connection that lives; as many may be dead as a pool holds. */
    private void begin(RowScope scope) {
        for (int dead = 0; ; dead++) {
            open();
            boolean begun = false;
            try {
                begun = takeConnection(scope, dead == MOST_DEAD);
            } finally {
                if (!begun) {
                    rollBackIfOpen();
                }
            }
            if (begun) {
                return;
            }
        }
    }

    private boolean takeConnection(RowScope scope, boolean last) {
        Connection connection = connection();
        try {
            if (guard.isAlive(connection)) {
                if (guard.prepare(connection)) {
                    rowSecurity.askAgain();
                }
                rowSecurity.show(connection, scope);
                return true;
            }
            discard(connection);
        } catch (DatabaseFailure e) {
            if (last || !Failures.isLostConnection(e)) {
                throw e;
            }
            guard.doubt();
            discard(connection);
        } finally {
            close(connection);
        }
        if (last) {
            throw new Failures.NoConnection(new IllegalStateException("No connection of the pool lives"));
        }
        return false;
    }

    /** The pool keeps no connection that has been given up. */
    private static void discard(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            LOG.debug("A dead connection could not be given up", e);
        }
    }

    private void open() {
        try {
            if (manager.getStatus() != Status.STATUS_NO_TRANSACTION) {
                throw new IllegalStateException("A transaction is running on this thread already: pass its Unit on");
            }
            manager.setTransactionTimeout(TIMER_SECONDS);
            manager.begin();
        } catch (NotSupportedException | SystemException e) {
            throw new IllegalStateException("No transaction can be begun", e);
        }
    }

    private void rollBackIfOpen() {
        try {
            if (manager.getStatus() != Status.STATUS_NO_TRANSACTION) {
                manager.rollback();
            }
            manager.setTransactionTimeout(0);
        } catch (SystemException e) {
            LOG.warn("A transaction could not be rolled back; the database will do it", e);
        }
    }

    /** The connection was lost before anything was committed. */
    static final class LostConnection extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LostConnection(RuntimeException cause) {
            super(cause);
        }
    }
}
