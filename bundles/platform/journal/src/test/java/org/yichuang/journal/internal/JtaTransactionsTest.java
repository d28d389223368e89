package org.yichuang.journal.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.journal.internal.House.NORTH;
import static org.yichuang.journal.internal.House.SOUTH;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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
import org.yichuang.journal.api.JournalEntry;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.internal.persistence.Sql;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.Digests;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;

public class JtaTransactionsTest extends OnBothStores {
    private static final ProblemException REFUSAL = new ProblemException(CommonError.NOT_ALLOWED, "不行", "No");

    @Test
    public void aChangeItsEntryAndItsMessageComeTogether() {
        house.transactions.write(house.clerk(NORTH), House.Counted.class, unit -> {
            unit.send(new OutgoingMessage("m-1", "linkage", "south", "t-1", 1, "forward", "{}"));
            return house.count(unit, "t-1");
        });

        assertEquals(1, house.counted("t-1", NORTH));
        assertEquals(1, entries("t-1").size());
        assertEquals(1, messages());
    }

    @Test
    public void aRefusedChangeLeavesNoTrace() {
        ProblemException refusal = assertThrows(
                ProblemException.class,
                () -> house.transactions.write(house.clerk(NORTH), House.Counted.class, unit -> {
                    house.count(unit, "t-1");
                    unit.entities(store.things()).flush();
                    unit.send(new OutgoingMessage("m-1", "linkage", "south", "t-1", 1, "forward", "{}"));
                    throw REFUSAL;
                }));

        assertSame(REFUSAL, refusal);
        assertEquals(0, house.counted("t-1", NORTH));
        assertEquals(List.of(), entries("t-1"));
        assertEquals(0, messages());
    }

    @Test
    public void aTextThatTheDatabaseCannotKeepIsTheSendersFault() {
        String broken = "t" + (char) 0;
        try {
            house.count(broken, house.clerk(NORTH));
            assertEquals("kept as it was sent", 1, house.counted(broken, NORTH));
        } catch (ProblemException refusal) {
            assertEquals(CommonError.PARAMETER_UNREADABLE, refusal.code());
        }
    }

    @Test
    public void anEntryTellsWhoDidWhatWhen() {
        CallContext context = house.clerk(NORTH);
        house.count("t-1", context);

        JournalEntry entry = entries("t-1").get(0);
        assertEquals(1, entry.sequence());
        assertEquals("wang", entry.actor());
        assertEquals("王", entry.actorName());
        assertEquals("count", entry.action());
        assertEquals(context.at(), entry.at());
        assertEquals(Map.of("counted", "1"), entry.details());
        assertEquals("r-1", entry.requestId());
    }

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

        String kept = house.boundary.readSql(
                connection -> Sql.first(connection, "SELECT FINGERPRINT FROM JOURNAL_KEY", row -> row.getString(1))
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
    public void aRepeatedCommandWhoseWorkIsDoneGetsTheKeptAnswer() {
        CallContext context = house.clerk(NORTH, "k-1", "f-1");
        House.Counted first = countOnlyOnce(context);

        assertEquals(first, countOnlyOnce(context));
        assertThrows(ProblemException.class, () -> countOnlyOnce(house.clerk(NORTH, "k-2", "f-1")));
    }

    private House.Counted countOnlyOnce(CallContext context) {
        return house.transactions.write(context, House.Counted.class, unit -> {
            if (unit.entities(store.things()).find(Thing.class, "t-1") != null) {
                throw REFUSAL;
            }
            return house.count(unit, "t-1");
        });
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
                assertEquals(2, answer.get(60, TimeUnit.SECONDS).counted());
            }
        } finally {
            clients.shutdownNow();
        }
        assertEquals(2, house.counted("t-1", NORTH));
    }

    @Test
    public void aLostRaceIsTriedOnceMore() {
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
    public void aRaceLostTwiceIsRefused() {
        house.count("t-1", house.clerk(NORTH));

        ProblemException refusal = assertThrows(
                ProblemException.class,
                () -> house.transactions.write(house.clerk(NORTH), House.Counted.class, unit -> {
                    House.Counted counted = house.count(unit, "t-1");
                    somebodyElse(() -> house.count("t-1", house.clerk(NORTH)));
                    return counted;
                }));

        assertEquals(CommonError.CHANGED_MEANWHILE, refusal.code());
        assertEquals(3, house.counted("t-1", NORTH));
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
        assertEquals(2, runs.get());
    }

    @Test
    public void aTransactionInsideATransactionIsAProgrammingError() {
        assertThrows(
                IllegalStateException.class,
                () -> house.transactions.write(
                        house.clerk(NORTH), House.Counted.class, unit -> house.count("t-1", house.clerk(NORTH))));
        assertThrows(
                IllegalStateException.class,
                () -> house.transactions.read(house.clerk(NORTH), unit -> house.counted("t-1", NORTH)));
        assertEquals(1, house.count("t-1", house.clerk(NORTH)).counted());
    }

    @Test
    public void aReadWritesNothing() {
        house.count("t-1", house.clerk(NORTH));
        house.transactions.read(house.clerk(NORTH), unit -> {
            unit.entities(store.things()).find(Thing.class, "t-1").count();
            return null;
        });

        assertEquals(1, house.counted("t-1", NORTH));
        assertThrows(
                IllegalStateException.class,
                () -> house.transactions.read(
                        house.clerk(NORTH),
                        unit -> unit.record(
                                new AuditEntry("thing", "t-1", "count", "", "", Map.of()), ChainHead.START)));
    }

    @Test
    public void aCentreDoesNotSeeAnothersRows() {
        house.count("t-1", house.clerk(NORTH));

        assertEquals(0, house.counted("t-1", SOUTH));
        assertEquals(1, house.count("t-1", house.clerk(SOUTH)).counted());
    }

    @Test
    public void aUnitIsUselessAfterItsTransaction() {
        UnitOfWork[] kept = new UnitOfWork[1];
        house.transactions.read(house.clerk(NORTH), unit -> kept[0] = unit);

        assertThrows(IllegalStateException.class, () -> kept[0].entities(store.things()));
        assertThrows(IllegalStateException.class, () -> kept[0].connection());
    }

    @Test
    public void aMessageReceivedTwiceHasItsEffectOnce() {
        assertEquals("done 1", receive("m-1"));
        assertEquals("done 1", receive("m-1"));
        assertEquals("done 2", receive("m-2"));
        assertEquals(2, house.counted("t-1", NORTH));
    }

    private String receive(String message) {
        return house.transactions.write(house.clerk(NORTH), String.class, unit -> {
            String kept = unit.firstSeen("linkage", message);
            if (kept != null) {
                return kept;
            }
            String answer = "done " + house.count(unit, "t-1").counted();
            unit.answer("linkage", message, answer);
            return answer;
        });
    }

    @Test
    public void afterTheCommitMeansAfterIt() {
        AtomicInteger seen = new AtomicInteger();
        house.transactions.write(house.clerk(NORTH), House.Counted.class, unit -> {
            unit.afterCommit(() -> seen.set(house.counted("t-1", NORTH)));
            return house.count(unit, "t-1");
        });
        assertThrows(
                ProblemException.class,
                () -> house.transactions.write(house.clerk(NORTH), House.Counted.class, unit -> {
                    unit.afterCommit(() -> seen.set(-1));
                    throw REFUSAL;
                }));

        assertEquals(1, seen.get());
    }

    @Test
    public void theListsGoOnWhereTheyStopped() {
        for (int i = 0; i < 5; i++) {
            house.count("t-" + i % 2, house.clerk(NORTH));
        }

        List<JournalEntry> first = house.journal
                .latest(PageRequest.of(3, null), house.auditor(NORTH))
                .items();
        String next = house.journal
                .latest(PageRequest.of(3, null), house.auditor(NORTH))
                .next();
        List<JournalEntry> second = house.journal
                .latest(PageRequest.of(3, next), house.auditor(NORTH))
                .items();
        assertEquals(3, first.size());
        assertEquals(2, second.size());
        assertTrue(first.stream().noneMatch(second::contains));
        assertThrows(
                ProblemException.class,
                () -> house.journal.latest(PageRequest.of(3, "nonsense"), house.auditor(NORTH)));
    }

    @Test
    public void theAuditTrailIsForThoseWhoAreThereToReadIt() {
        ProblemException refusal = assertThrows(
                ProblemException.class, () -> house.journal.latest(PageRequest.of(3, null), house.clerk(NORTH)));

        assertEquals(CommonError.NOT_ALLOWED, refusal.code());
    }

    @Test
    public void anEntryMayHoldAnythingThatPeopleWrite() {
        String odd = "他说“好”\n\t\\ \" ' ; DROP TABLE x; 𠮷";
        house.transactions.write(house.clerk(NORTH), Void.class, unit -> {
            unit.record(new AuditEntry("memo", "x", "note", "", "", Map.of("text", odd)), ChainHead.START);
            return null;
        });

        assertEquals(
                odd,
                house.journal
                        .entries("memo", "x", PageRequest.of(1, null), house.clerk(NORTH))
                        .items()
                        .get(0)
                        .details()
                        .get("text"));
        assertTrue(
                house.journal.verify(NORTH).firstBreak(),
                house.journal.verify(NORTH).sound());
    }

    private List<JournalEntry> entries(String id) {
        return house.journal
                .entries("thing", id, PageRequest.of(100, null), house.clerk(NORTH))
                .items();
    }

    private int messages() {
        PageRequest page = PageRequest.of(10, null);
        return house.outbox
                .messages(Optional.empty(), page, house.clerk(NORTH))
                .items()
                .size();
    }

    private static void somebodyElse(Runnable act) {
        CompletableFuture.runAsync(act).join();
    }
}
