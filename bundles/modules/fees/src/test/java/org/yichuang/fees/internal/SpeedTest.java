package org.yichuang.fees.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.yichuang.fees.internal.FeeWorld.of;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.junit.Test;
import org.yichuang.fees.internal.FeeViews.BillView;

/**
 * A demand, its payment and its receipt, against the same rows written by hand: two transactions with their numbers,
 * rows, entries of the ledger and of the audit, without a check and without a key. Long, it must reach 0.35 of that;
 * the short form of every build only plays it.
 */
public class SpeedTest extends FeeContract {
    private static final int ROUNDS = Integer.getInteger("yichuang.test.rounds", 20);
    private static final int LONG = 500;
    private static final double LEAST = 0.35;
    private static final String CONTENT = "{\"x\":\"" + "x".repeat(1200) + "\"}";
    private static final String AUDIT = "{\"x\":\"" + "x".repeat(500) + "\"}";

    private void platform(int from, int rounds) {
        for (int i = from; i < from + rounds; i++) {
            BillView bill = world.demand("C" + i);
            world.payments.record(world.pay("S" + i, bill.code(), bill.summary().net()), world.cashier());
        }
    }

    private void stand(int from, int rounds) {
        for (int i = from; i < from + rounds; i++) {
            world.stands("C" + i, Map.of("area", of("20000")));
        }
    }

    private void tables() throws SQLException {
        database.createTable(
                "CREATE TABLE HAND_NUMBERS (TENANT VARCHAR(40) NOT NULL, ID VARCHAR(40) NOT NULL, N BIGINT,"
                        + " PRIMARY KEY (TENANT, ID))");
        for (String row : new String[] {"BILL", "PAYMENT", "ENTRY"}) {
            database.createTable(
                    "CREATE TABLE HAND_" + row + " (TENANT VARCHAR(40) NOT NULL, ID VARCHAR(60) NOT NULL,"
                            + " CODE VARCHAR(40), STATE VARCHAR(20), FEN BIGINT, CONTENT VARCHAR(4000), PRIMARY KEY (TENANT, ID))");
        }
        database.createTable("CREATE TABLE HAND_AUDIT (TENANT VARCHAR(40) NOT NULL, CHAIN VARCHAR(80) NOT NULL,"
                + " SEQ INTEGER NOT NULL, HASH VARCHAR(64), CONTENT VARCHAR(4000), PRIMARY KEY (TENANT, CHAIN, SEQ))");
        try (Connection connection = database.source().getConnection()) {
            connection.setAutoCommit(false);
            for (String series : new String[] {"bill", "code", "receipt"}) {
                update(connection, "INSERT INTO HAND_NUMBERS VALUES ('haiyang', ?, 0)", series);
            }
            connection.commit();
        }
    }

    private static void update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            assertEquals(1, statement.executeUpdate());
        }
    }

    private static void ask(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet found = statement.executeQuery()) {
                assertTrue(found.next());
            }
        }
    }

    private static void number(Connection connection, String series, int at) throws SQLException {
        ask(connection, "SELECT N FROM HAND_NUMBERS WHERE TENANT='haiyang' AND ID=? FOR UPDATE", series);
        update(connection, "UPDATE HAND_NUMBERS SET N=N+1 WHERE TENANT='haiyang' AND ID=?", series);
        audit(connection, "numbers/" + series, at);
    }

    private static void audit(Connection connection, String chain, int at) throws SQLException {
        update(connection, "INSERT INTO HAND_AUDIT VALUES ('haiyang', ?, ?, ?, ?)", chain, at, "0".repeat(64), AUDIT);
    }

    private static void insert(Connection connection, String table, String id, String code) throws SQLException {
        update(
                connection,
                "INSERT INTO HAND_" + table + " VALUES ('haiyang', ?, ?, 'NEW', 20000000, ?)",
                id,
                code,
                table.equals("ENTRY") ? "" : CONTENT);
        audit(connection, table + "/" + id, 1);
    }

    private void byHand(int from, int rounds) throws SQLException {
        try (Connection connection = database.source().getConnection()) {
            connection.setAutoCommit(false);
            for (int i = from; i < from + rounds; i++) {
                number(connection, "bill", i);
                number(connection, "code", i);
                insert(connection, "BILL", "B" + i, "C" + i);
                insert(connection, "ENTRY", "D" + i, "");
                connection.commit();
                ask(connection, "SELECT ID FROM HAND_BILL WHERE TENANT='haiyang' AND ID=? FOR UPDATE", "B" + i);
                number(connection, "receipt", i);
                insert(connection, "PAYMENT", "P" + i, "C" + i);
                update(
                        connection,
                        "UPDATE HAND_BILL SET STATE='PAID', CONTENT=? WHERE TENANT='haiyang' AND ID=?",
                        CONTENT,
                        "B" + i);
                audit(connection, "BILL/B" + i, 2);
                insert(connection, "ENTRY", "E" + i, "");
                connection.commit();
            }
        }
    }

    @Test
    public void aPaidDemandCostsAtMostThreeTimesItsWrites() throws SQLException {
        world.forest();
        tables();
        stand(0, 3 * ROUNDS);
        platform(0, ROUNDS);
        byHand(0, ROUNDS);
        double best = 0;
        for (int turn = 1; turn <= 2; turn++) {
            long start = System.nanoTime();
            byHand(turn * ROUNDS, ROUNDS);
            long hand = System.nanoTime() - start;
            start = System.nanoTime();
            platform(turn * ROUNDS, ROUNDS);
            long ours = System.nanoTime() - start;
            best = Math.max(best, (double) hand / ours);
            System.out.printf(
                    "%s: %.1f paid demands/s, by hand %.1f, ratio %.2f%n",
                    kind, ROUNDS * 1e9 / ours, ROUNDS * 1e9 / hand, (double) hand / ours);
        }
        assertTrue("of written by hand: " + best, ROUNDS < LONG || best >= LEAST);
        sound();
    }
}
