package org.yichuang.journal.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;
import static org.yichuang.journal.internal.House.NORTH;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.journal.internal.persistence.DatabaseFailure;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;

/** A server that was restarted, and work that would not end: both are a server's, Derby has neither. */
public class LostConnectionTest extends OnBothStores {
    private static final int POOL = 8;

    @Before
    public void onPostgres() {
        assumeTrue(store == Store.POSTGRESQL);
    }

    /** What was limited here belongs to these tests only. */
    @After
    public void endSessions() {
        if (store == Store.POSTGRESQL) {
            endAllSessions();
            house.counted("any", NORTH);
        }
    }

    @Test
    public void aCommandAfterARestartOfTheServerIsDoneAndNotRefused() {
        fillPool();
        endAllSessions();

        for (int i = 1; i <= POOL; i++) {
            assertEquals(i, house.count("a", house.clerk(NORTH)).counted());
        }
        assertEquals(POOL, house.counted("a", NORTH));
    }

    @Test
    public void aReadAfterARestartOfTheServerIsAnswered() {
        house.count("a", house.clerk(NORTH));
        fillPool();
        endAllSessions();

        assertEquals(1, house.counted("a", NORTH));
    }

    @Test
    public void aConnectionThatIsLostInTheMiddleOfTheWorkIsReplacedOnce() {
        List<String> runs = new ArrayList<>();

        House.Counted counted = house.transactions.write(house.clerk(NORTH), House.Counted.class, unit -> {
            runs.add("run");
            House.Counted done = house.count(unit, "a");
            if (runs.size() == 1) {
                endAllSessions();
            }
            return done;
        });

        assertEquals(1, counted.counted());
        assertEquals(2, runs.size());
        assertEquals(1, house.counted("a", NORTH));
    }

    @Test
    public void workThatWouldNotEndIsEndedWhileItLasts() {
        TransactionBoundary impatient = new TransactionBoundary(Store.MANAGER, store.source(), Duration.ofMillis(500));
        JtaTransactions transactions =
                new JtaTransactions(impatient, house.key, house.node, house.afterwards, house.watch, house.clock);
        long start = System.nanoTime();

        ProblemException refusal = assertThrows(
                ProblemException.class,
                () -> transactions.read(house.clerk(NORTH), unit -> run(unit.connection(), "SELECT pg_sleep(600)")));

        assertEquals(CommonError.TOOK_TOO_LONG, refusal.code());
        assertTrue(System.nanoTime() - start < Duration.ofMinutes(5).toNanos());
    }

    private void fillPool() {
        List<Connection> taken = new ArrayList<>();
        try {
            for (int i = 0; i < POOL; i++) {
                taken.add(store.source().getConnection());
            }
            for (Connection connection : taken) {
                connection.close();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void endAllSessions() {
        try (Connection connection = store.owners().getXAConnection().getConnection()) {
            // Waits until they are gone: one that ends later would be lost a second time
            run(
                    connection,
                    "SELECT pg_terminate_backend(pid, 60000) FROM pg_stat_activity WHERE usename='application'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Void run(Connection connection, String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return null;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
