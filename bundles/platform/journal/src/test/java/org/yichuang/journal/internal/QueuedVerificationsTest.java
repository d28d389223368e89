package org.yichuang.journal.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.journal.internal.House.NORTH;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.journal.api.ChainHeadProvider;
import org.yichuang.journal.api.Journal.Verification;
import org.yichuang.journal.api.JournalError;
import org.yichuang.journal.api.Verifications.Status;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

public class QueuedVerificationsTest extends OnBothStores {
    private static final Duration LIMIT = Duration.ofSeconds(240);
    private static final Duration GAP = Duration.ofMillis(20);

    private QueuedVerifications verifications;

    @Before
    public void start() {
        house.count("a", house.clerk(NORTH));
        house.keepers.add(house.thingHeads());
        verifications = new QueuedVerifications(house.notes("trail"), house.verifier);
    }

    @After
    public void stop() {
        verifications.stop();
    }

    @Test
    public void whatWasFoundIsReadFromTheTrailOnEveryNode() {
        assertEquals(
                Optional.empty(), verifications.status(house.auditor(NORTH)).last());
        verifications.start(house.auditor(NORTH));
        await(() -> !verifications.status(house.auditor(NORTH)).running());

        Status status = new QueuedVerifications(house.notes("trail"), house.verifier).status(house.auditor(NORTH));
        assertTrue(status.last().orElseThrow().sound());
        assertEquals(
                "the count and the baseline", 2, status.last().orElseThrow().entries());
        assertEquals(Optional.of(house.clock.instant()), status.at());
        assertTrue(
                "the entry about it is part of the trail",
                house.journal.verify(NORTH).sound());
    }

    @Test
    public void aBreakIsTold() {
        store.run("UPDATE JOURNAL_ENTRY SET ACTOR='li' WHERE AGGREGATE_ID='a'");
        verifications.start(house.auditor(NORTH));
        await(() -> !verifications.status(house.auditor(NORTH)).running());

        Verification found = verifications.status(house.auditor(NORTH)).last().orElseThrow();
        assertFalse(found.sound());
        assertTrue(found.firstBreak(), found.firstBreak().contains("Entry 1 of thing/a has been changed"));
    }

    @Test
    public void aHundredWaitAndNoMoreAndNobodyTwice() {
        CountDownLatch busy = new CountDownLatch(1);
        AtomicBoolean isBusy = new AtomicBoolean();
        house.keepers.add(rowsThatTakeTheirTime(isBusy, busy));
        verifications.start(house.auditor(NORTH));
        await(isBusy::get);
        for (int i = 0; i < QueuedVerifications.MOST; i++) {
            verifications.start(house.auditor(new TenantId("centre-" + i)));
        }
        verifications.start(house.auditor(NORTH));

        CallContext late = house.auditor(new TenantId("late"));
        ProblemException refused = assertThrows(ProblemException.class, () -> verifications.start(late));

        busy.countDown();
        assertEquals(JournalError.VERIFICATION_BUSY, refused.code());
        assertFalse(verifications.status(late).running());
    }

    private static ChainHeadProvider rowsThatTakeTheirTime(AtomicBoolean isBusy, CountDownLatch end) {
        return new ChainHeadProvider() {
            @Override
            public String aggregateType() {
                return "slow";
            }

            @Override
            public List<RowState> rows(TenantId tenant, Optional<String> after, int most) {
                isBusy.set(true);
                try {
                    end.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return List.of();
            }

            @Override
            public Optional<RowState> row(TenantId tenant, String id) {
                return Optional.empty();
            }

            @Override
            public String shape(TenantId tenant) {
                return "shape-shape.";
            }
        };
    }

    @Test
    public void whoMayNotReadTheTrailMayNotHaveItProved() {
        assertThrows(ProblemException.class, () -> verifications.start(house.clerk(NORTH)));
        assertThrows(ProblemException.class, () -> verifications.status(house.clerk(NORTH)));
    }

    private static void await(BooleanSupplier state) {
        long limit = System.nanoTime() + LIMIT.toNanos();
        while (!state.getAsBoolean()) {
            assertTrue("in time", System.nanoTime() < limit);
            LockSupport.parkNanos(GAP.toNanos());
        }
    }
}
