package org.yichuang.journal.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.yichuang.journal.internal.House.NORTH;
import static org.yichuang.journal.internal.House.SOUTH;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.Test;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.internal.persistence.Sql;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.Digests;
import org.yichuang.kernel.api.ProblemException;

/** Commands that are given more than once, or by several at a time. */
public class RepeatedCommandsTest extends TransactionScenario {
    @Test
    public void theSameCommandTwiceIsDoneOnceAndAnsweredTwice() {
        House.Counted first = house.count("t-1", house.clerk(NORTH, "k-1", "f-1"));
        House.Counted second = house.count("t-1", house.clerk(NORTH, "k-1", "f-1"));

        assertEquals(first, second);
        assertEquals(1, house.counted("t-1", NORTH));
        assertEquals(1, entries("t-1").size());
    }

    @Test
    public void aCommandWithoutAnAnswerIsRepeatedToo() {
        AtomicInteger runs = new AtomicInteger();
        for (int i = 0; i < 2; i++) {
            house.transactions.write(house.clerk(NORTH, "k-1", "f-1"), Void.class, unit -> {
                runs.incrementAndGet();
                house.count(unit, "t-1");
                return null;
            });
        }

        assertEquals(1, house.counted("t-1", NORTH));
    }

    @Test
    public void theFingerprintOfACommandCannotBeGuessedFromItsRow() {
        String typed = Digests.sha256("POST /north/password current=[Summer2025]");

        house.count("t-1", house.clerk(NORTH, "k-1", typed));

        String kept = house.boundary.readSql(RowScope.of(NORTH), connection -> Sql.first(
                        connection, "SELECT FINGERPRINT FROM JOURNAL_KEY", row -> row.getString(1))
                .orElseThrow());
        assertNotEquals(typed, kept);
        assertEquals(new JournalKeyDigests(house.key).digest("idempotency-fingerprint", typed), kept);
    }

    @Test
    public void aPlainFingerprintOfAnEarlierVersionIsStillTheSameCommand() {
        House.Counted first = house.count("t-1", house.clerk(NORTH, "k-1", "f-1"));
        store.run("UPDATE JOURNAL_KEY SET FINGERPRINT='f-1'");

        assertEquals(first, house.count("t-1", house.clerk(NORTH, "k-1", "f-1")));
        assertThrows(ProblemException.class, () -> house.count("t-1", house.clerk(NORTH, "k-1", "f-2")));
    }

    @Test
    public void theSameKeyWithAnotherBodyIsRefused() {
        house.count("t-1", house.clerk(NORTH, "k-1", "f-1"));

        ProblemException refusal =
                assertThrows(ProblemException.class, () -> house.count("t-2", house.clerk(NORTH, "k-1", "f-2")));

        assertEquals(CommonError.IDEMPOTENCY_KEY_REUSED, refusal.code());
        assertEquals(0, house.counted("t-2", NORTH));
    }

    @Test
    public void whatTheKeyWasUsedForIsFoundForWhoeverUsedItAndNobodyElse() {
        House.Counted first = house.count("t-1", house.clerk(NORTH, "k-1", "f-1"));

        CallContext other = house.clerk(NORTH, "k-1", "f-2");
        assertEquals(Optional.of(first), house.transactions.answered(other, House.Counted.class));
        assertEquals(
                Optional.empty(), house.transactions.answered(house.clerk(NORTH, "k-2", "f-1"), House.Counted.class));
        assertEquals(Optional.empty(), house.transactions.answered(other.withoutKey(), House.Counted.class));
        assertEquals("something else", Optional.empty(), house.transactions.answered(other, Boolean.class));
    }

    @Test
    public void aRepeatedCommandWhoseWorkIsDoneGetsTheKeptAnswer() {
        CallContext context = house.clerk(NORTH, "k-1", "f-1");
        House.Counted first = countOnlyOnce(context);

        assertEquals(first, countOnlyOnce(context));
        assertThrows(ProblemException.class, () -> countOnlyOnce(house.clerk(NORTH, "k-2", "f-1")));
    }

    @Test
    public void aRefusedCommandMayBeTriedAgainUnderItsKey() {
        CallContext context = house.clerk(NORTH, "k-1", "f-1");
        assertThrows(
                ProblemException.class,
                () -> house.transactions.write(context, House.Counted.class, unit -> {
                    throw REFUSAL;
                }));

        assertEquals(1, house.count("t-1", context).counted());
    }

    @Test
    public void keysOfTwoCentresDoNotMeet() {
        house.count("t-1", house.clerk(NORTH, "k-1", "f-1"));
        house.count("t-1", house.clerk(SOUTH, "k-1", "f-2"));

        assertEquals(1, house.counted("t-1", NORTH));
        assertEquals(1, house.counted("t-1", SOUTH));
    }

    @Test
    public void duplicatesAtTheSameTimeAreDoneOnce() throws Exception {
        house.count("t-1", house.clerk(NORTH));
        ExecutorService clients = Executors.newFixedThreadPool(4);
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<House.Counted>> answers = IntStream.range(0, 4)
                    .mapToObj(i -> clients.submit(() -> {
                        start.await();
                        return house.count("t-1", house.clerk(NORTH, "k-1", "f-1"));
                    }))
                    .toList();
            start.countDown();
            for (Future<House.Counted> answer : answers) {
                assertEquals(2, answer.get(240, TimeUnit.SECONDS).counted());
            }
        } finally {
            clients.shutdownNow();
        }
        assertEquals(2, house.counted("t-1", NORTH));
    }

    @Test
    public void aLostRaceIsRunAgain() {
        house.count("t-1", house.clerk(NORTH));
        AtomicInteger runs = new AtomicInteger();

        House.Counted answer = house.transactions.write(house.clerk(NORTH), House.Counted.class, unit -> {
            House.Counted counted = house.count(unit, "t-1");
            if (runs.incrementAndGet() == 1) {
                somebodyElse(() -> house.count("t-1", house.clerk(NORTH)));
            }
            return counted;
        });

        assertEquals(2, runs.get());
        assertEquals(3, answer.counted());
        assertEquals(3, entries("t-1").size());
    }

    @Test
    public void whoLosesEveryRaceIsRefused() {
        house.count("t-1", house.clerk(NORTH));

        ProblemException refusal = assertThrows(
                ProblemException.class,
                () -> house.transactions.write(house.clerk(NORTH), House.Counted.class, unit -> {
                    House.Counted counted = house.count(unit, "t-1");
                    somebodyElse(() -> house.count("t-1", house.clerk(NORTH)));
                    return counted;
                }));

        assertEquals(CommonError.CHANGED_MEANWHILE, refusal.code());
        assertEquals(1 + TransactionBoundary.MOST_RACES, house.counted("t-1", NORTH));
    }

    @Test
    public void aClientThatNamedAVersionIsToldOfALostRaceAtOnce() {
        house.count("t-1", house.clerk(NORTH));
        CallContext plain = house.clerk(NORTH);
        CallContext context =
                new CallContext(NORTH, plain.actor(), plain.at(), "r-1", Optional.empty(), Optional.of(1L));
        AtomicInteger runs = new AtomicInteger();

        ProblemException refusal = assertThrows(
                ProblemException.class,
                () -> house.transactions.write(context, House.Counted.class, unit -> {
                    runs.incrementAndGet();
                    House.Counted counted = house.count(unit, "t-1");
                    somebodyElse(() -> house.count("t-1", house.clerk(NORTH)));
                    return counted;
                }));

        assertEquals(CommonError.CHANGED_MEANWHILE, refusal.code());
        assertEquals(1, runs.get());
    }

    @Test
    public void aClientThatNamedAVersionIsNotToldOfARaceAboutSomethingElse() {
        house.count("t-1", house.clerk(NORTH));
        CallContext plain = house.clerk(NORTH);
        CallContext context =
                new CallContext(NORTH, plain.actor(), plain.at(), "r-1", Optional.empty(), Optional.of(1L));
        AtomicInteger runs = new AtomicInteger();

        house.transactions.write(context, Void.class, unit -> {
            house.count(unit, "t-1");
            AuditEntry entry = new AuditEntry("memo", "m-1", "note", "", "", Map.of());
            if (runs.incrementAndGet() == 1) {
                unit.record(entry, ChainHead.START);
                somebodyElse(() -> house.transactions.write(house.clerk(NORTH), Void.class, other -> {
                    other.record(entry, ChainHead.START);
                    return null;
                }));
            }
            return null;
        });

        assertEquals(2, runs.get());
        assertEquals(2, house.counted("t-1", NORTH));
    }

    @Test
    public void twoWhoCreateTheSameThingMakeOne() {
        AtomicInteger runs = new AtomicInteger();
        house.transactions.write(house.clerk(NORTH), House.Counted.class, unit -> {
            House.Counted counted = house.count(unit, "t-1");
            if (runs.incrementAndGet() == 1) {
                somebodyElse(() -> house.count("t-1", house.clerk(NORTH)));
            }
            return counted;
        });

        assertEquals(2, house.counted("t-1", NORTH));
    }

    @Test
    public void aForkedChainIsALostRace() {
        AtomicInteger runs = new AtomicInteger();
        ProblemException refusal = assertThrows(
                ProblemException.class,
                () -> house.transactions.write(house.clerk(NORTH), Void.class, unit -> {
                    runs.incrementAndGet();
                    AuditEntry entry = new AuditEntry("memo", "x", "note", "", "", Map.of());
                    unit.record(entry, ChainHead.START);
                    unit.record(entry, ChainHead.START);
                    return null;
                }));

        assertEquals(CommonError.CHANGED_MEANWHILE, refusal.code());
        assertEquals(TransactionBoundary.MOST_RACES, runs.get());
    }
}
