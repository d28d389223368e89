package org.yichuang.journal.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.yichuang.journal.internal.House.NORTH;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.Test;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;

/** What takes too long is undone as a whole; no part of it is kept by a connection that outlived its transaction. */
public class PatienceTest extends OnBothStores {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Test
    public void whatTakesTooLongLeavesNoTrace() {
        TransactionBoundary impatient = new TransactionBoundary(Store.MANAGER, store.source(), PATIENCE);
        JtaTransactions transactions =
                new JtaTransactions(impatient, house.key, house.node, house.afterwards, house.watch, house.clock);

        warmUp(transactions);
        ProblemException refusal = assertThrows(
                ProblemException.class,
                () -> transactions.write(house.clerk(NORTH), House.Counted.class, unit -> {
                    house.count(unit, "before");
                    unit.entities(store.things()).flush();
                    passTime();
                    House.Counted counted = house.count(unit, "after");
                    unit.entities(store.things()).flush();
                    return counted;
                }));

        assertEquals(CommonError.TOOK_TOO_LONG, refusal.code());
        assertEquals(0, house.counted("before", NORTH));
        assertEquals(0, house.counted("after", NORTH));
        Page<?> entries = house.journal.latest(PageRequest.of(10, null), house.auditor(NORTH));
        assertEquals(0, entries.items().size());
    }

    @Test
    public void aConnectionThatWasHeldAllTheWhileKeepsNothingEither() {
        TransactionBoundary impatient = new TransactionBoundary(Store.MANAGER, store.source(), PATIENCE);
        JtaTransactions transactions =
                new JtaTransactions(impatient, house.key, house.node, house.afterwards, house.watch, house.clock);

        warmUp(transactions);
        ProblemException refusal = assertThrows(
                ProblemException.class,
                () -> transactions.write(house.clerk(NORTH), House.Counted.class, unit -> {
                    insertMany(unit, 1);
                    passTime();
                    insertMany(unit, 2);
                    return house.count(unit, "after");
                }));

        assertEquals(CommonError.TOOK_TOO_LONG, refusal.code());
        assertEquals(0, house.counted("after", NORTH));
        assertEquals(0, things());
    }

    private static void insertMany(UnitOfWork unit, int batch) {
        String sql = "INSERT INTO THING (TENANT, ID, COUNTED, CHAIN_SEQUENCE, CHAIN_HASH, VERSION) VALUES"
                + " ('north',?,1,0,'',1)";
        try (PreparedStatement insert = unit.connection().prepareStatement(sql)) {
            for (int i = 0; i < 10; i++) {
                insert.setString(1, batch + "-" + i);
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long things() {
        try (Connection connection = store.source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM THING")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A pooled connection's timer is the one that its transaction before was given. */
    private void warmUp(JtaTransactions transactions) {
        for (int i = 0; i < 3; i++) {
            try {
                transactions.read(house.clerk(NORTH), UnitOfWork::connection);
            } catch (ProblemException slow) {
                assertEquals("on a busy machine even this", CommonError.TOOK_TOO_LONG, slow.code());
            }
        }
    }

    /** Longer than the patience lasts, and than a timer of the database would. */
    private static void passTime() {
        long end = System.nanoTime() + PATIENCE.multipliedBy(2).toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }
}
