package org.yichuang.fees.internal.domain;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.yichuang.fees.api.StockState;
import org.yichuang.fees.api.StockStep;
import org.yichuang.fees.internal.persistence.Json;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;

/** A book of paper receipts goes on, however much is written into it. */
public class ReceiptLotTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
    private static final int RECEIPTS = 1_200;

    private static Now now(String account) {
        Actor actor = new Actor(account, account, Set.of(), Set.of(), Set.of());
        Instant at = Instant.parse("2026-12-01T02:00:00Z");
        return new Now(new CallContext(HAIYANG, actor, at, "r", Optional.empty(), Optional.empty()), null, null);
    }

    private static ReceiptLot.Step step(long first, long last, long fen, LocalDate day) {
        return new ReceiptLot.Step(first, last, "王", fen, day, "");
    }

    /** One by one, some each day. */
    private static ReceiptLot worn() {
        ReceiptLot lot =
                ReceiptLot.bought("PJ-1", new ReceiptLot.Bought("票据", "林业局", 1, RECEIPTS, 4), "", now("buyer"));
        lot.moved(StockStep.ISSUE, step(1, RECEIPTS, 0, FIRST), now("keeper"));
        for (int i = 1; i < RECEIPTS; i++) {
            lot.moved(StockStep.USE, step(i, i, 10, FIRST.plusDays(i / 100)), now("user-" + i % 3));
            if (i % 50 == 0) {
                lot.opened(Json.read(Json.write(lot.held()), LotContent.class));
            }
        }
        return lot;
    }

    @Test
    public void itIsUsedCountedAndPutAwayAfterAnyNumberOfSteps() {
        ReceiptLot lot = worn();
        assertEquals(RECEIPTS - 1, lot.count(StockState.USED));
        assertEquals(
                RECEIPTS + 1, lot.held().before().moves() + lot.held().moves().size());
        for (String keeper : new String[] {"buyer", "keeper", "user-1"}) {
            ProblemException refused = assertThrows(ProblemException.class, () -> lot.counted(1, "", now(keeper)));
            assertEquals("stock-self", refused.code().code());
        }
        lot.counted(1, "", now("other"));
        lot.moved(StockStep.RETURN, step(RECEIPTS, RECEIPTS, 0, FIRST), now("keeper"));
        lot.closed(now("keeper"));
        assertEquals(0, lot.inHand());
    }

    @Test
    public void whatWasUsedOnWhichDayIsKnownFromTheFirstDayOn() {
        ReceiptLot lot = worn();
        assertEquals(
                10L * (RECEIPTS - 1),
                lot.used().stream().mapToLong(LotContent.Used::fen).sum());
        LotContent.Used first = lot.used().get(0);
        assertEquals(new LotContent.Used(FIRST, 1, 99, 990), first);
        assertEquals(
                100L * 10,
                lot.used().stream()
                        .filter(used -> used.day().equals(FIRST.plusDays(5)))
                        .mapToLong(LotContent.Used::fen)
                        .sum());
    }
}
