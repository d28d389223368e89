package org.yichuang.fees.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.yichuang.fees.internal.FeeWorld.TODAY;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.Test;
import org.yichuang.fees.api.DifferenceKind;
import org.yichuang.fees.api.StatementSource;
import org.yichuang.fees.internal.FeeCommands.Bring;
import org.yichuang.fees.internal.FeeCommands.StatedLine;
import org.yichuang.fees.internal.SettlementViews.DifferenceView;
import org.yichuang.fees.internal.SettlementViews.ReconciliationView;

/** Fifty differences are planted in the three books of a day; fifty are found, by their kinds, and no other. */
public class ComparisonTest extends FeeContract {
    private static final int LINES = Integer.getInteger("yichuang.test.lines", 6_000);
    private static final int PAYMENTS = LINES / 3;
    private static final int PLANTED = 50;
    private static final int KINDS = 9;
    private static final int STATEMENT = 20_000;
    private static final long MOST_SECONDS = 60;

    private final List<StatedLine> bank = new ArrayList<>();
    private final List<StatedLine> treasury = new ArrayList<>();
    private final List<StatedLine> tomorrows = new ArrayList<>();
    private final List<StatedLine> ours = new ArrayList<>();
    private final Map<String, DifferenceKind> planted = new TreeMap<>();

    private static String code(int number) {
        return String.format("370687000%011d", number);
    }

    /** A payment that all three have, but for every so manieth. */
    private void lay() {
        int every = PAYMENTS / PLANTED;
        for (int i = 0; i < PAYMENTS; i++) {
            StatedLine line = new StatedLine("S" + i, code(i), 100L + i % 977);
            int plant = i % every == 1 && planted.size() < PLANTED ? planted.size() % KINDS : -1;
            switch (plant) {
                case 0 -> plant(line, DifferenceKind.LATE, null, line);
                case 1 -> plant(line, DifferenceKind.LATE, line, null);
                case 2 -> plant(line, DifferenceKind.BILL_ONLY, null, null);
                case 3 -> plant(line, DifferenceKind.AMOUNT, of(line, line.serial(), line.fen() + 100), line);
                case 4 -> plant(line, DifferenceKind.AMOUNT, line, of(line, line.serial(), line.fen() - 1));
                case 5 -> {
                    plant(line, DifferenceKind.DOUBLE, line, line);
                    bank.add(of(line, "T" + i, line.fen()));
                }
                case 6 -> plant(null, DifferenceKind.BANK_ONLY, line, null);
                case 7 -> plant(null, DifferenceKind.TREASURY_ONLY, null, line);
                case 8 -> plant(null, DifferenceKind.BANK_ONLY, line, line);
                default -> {
                    ours.add(line);
                    // a bank's business day ends when it likes
                    (i % 100 == 2 ? tomorrows : bank).add(line);
                    treasury.add(line);
                }
            }
        }
    }

    private static StatedLine of(StatedLine line, String serial, long fen) {
        return new StatedLine(serial, line.code(), fen);
    }

    private void plant(StatedLine us, DifferenceKind kind, StatedLine atBank, StatedLine atTreasury) {
        if (us != null) {
            ours.add(us);
        }
        if (atBank != null) {
            bank.add(atBank);
        }
        if (atTreasury != null) {
            treasury.add(atTreasury);
        }
        StatedLine any = us != null ? us : atBank != null ? atBank : atTreasury;
        planted.put(any.code(), kind);
    }

    /** Payments in our books, as many at once as a bulk of rows can be: what people typed takes longer. */
    private void write() {
        node.transactions().write(world.cashier(), Long.class, unit -> {
            String insert = "INSERT INTO FEES_PAYMENT (TENANT, ID, BANK, SERIAL, CODE, FEN, PAID_AT, BOOKED_ON, BRANCH,"
                    + " CHANNEL, OUTCOME, BILL, ACCOUNT_KEY, CONTENT, KEY_NAME, STEPS, CHAIN_SEQUENCE, CHAIN_HASH)"
                    + " VALUES (?,?,'农商银行',?,?,?,'2026-03-02T02:00:00Z',?,'中心网点','COUNTER','MATCHED',?,"
                    + "'k','','',1,0,'')";
            try (PreparedStatement statement = unit.connection().prepareStatement(insert)) {
                for (StatedLine line : ours) {
                    statement.setString(1, HAIYANG.value());
                    statement.setString(2, "P" + line.serial());
                    statement.setString(3, line.serial());
                    statement.setString(4, line.code());
                    statement.setLong(5, line.fen());
                    statement.setDate(6, Date.valueOf(TODAY));
                    statement.setString(7, "B" + line.serial());
                    statement.addBatch();
                }
                statement.executeBatch();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return (long) ours.size();
        });
    }

    private void state(StatementSource source, LocalDate day, List<StatedLine> lines) {
        String whose = source == StatementSource.BANK ? "农商银行" : null;
        for (int from = 0; from < lines.size(); from += STATEMENT) {
            List<StatedLine> some = lines.subList(from, Math.min(from + STATEMENT, lines.size()));
            world.stated(new Bring(source, whose, day, some));
        }
    }

    @Test
    public void fiftyDifferencesAreFoundAndNoOther() {
        lay();
        assertEquals(PLANTED, planted.size());
        write();
        world.province.pass(Duration.ofDays(1));
        state(StatementSource.BANK, TODAY, bank);
        state(StatementSource.BANK, TODAY.plusDays(1), tomorrows);
        state(StatementSource.TREASURY, TODAY, treasury);
        bank.clear();
        tomorrows.clear();
        treasury.clear();

        long start = System.nanoTime();
        ReconciliationView found = world.reconciliation.compare(TODAY, world.treasury());
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("%s: %d lines compared in %.2f s%n", kind, LINES, seconds);

        Map<String, DifferenceKind> told = found.differences().stream()
                .collect(Collectors.toMap(
                        DifferenceView::code, DifferenceView::kind, (one, other) -> one, TreeMap::new));
        assertEquals(planted, told);
        assertEquals(PLANTED, found.differences().size());
        int explained =
                (int) planted.values().stream().filter(ComparisonTest::isOurs).count();
        assertEquals(ours.size() - explained, found.matched());
        assertTrue("within a minute: " + seconds, seconds <= MOST_SECONDS);
        assertEquals("and again", found, world.reconciliation.compare(TODAY, world.treasury()));
    }

    private static boolean isOurs(DifferenceKind kind) {
        return kind != DifferenceKind.BANK_ONLY && kind != DifferenceKind.TREASURY_ONLY;
    }
}
