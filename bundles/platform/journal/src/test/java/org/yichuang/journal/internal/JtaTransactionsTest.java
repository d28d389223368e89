package org.yichuang.journal.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.journal.internal.House.NORTH;
import static org.yichuang.journal.internal.House.SOUTH;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.Test;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.JournalEntry;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;

public class JtaTransactionsTest extends TransactionScenario {
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
    public void aUnitReadsAnotherCentresRowsAndWritesNoneThere() {
        house.count("t-1", house.clerk(NORTH));
        AuditEntry entry = new AuditEntry("thing", "t-1", "count", "", "", Map.of());

        int read = house.transactions.write(house.clerk(SOUTH), Integer.class, unit -> {
            house.count(unit, "t-2");
            assertSame(unit, unit.reading(SOUTH, own -> own));
            assertThrows(
                    IllegalStateException.class, () -> unit.reading(NORTH, at -> at.record(entry, ChainHead.START)));
            return unit.reading(
                    NORTH,
                    at -> at.entities(store.things()).find(Thing.class, "t-1").counted());
        });

        assertEquals(1, read);
        assertEquals(1, house.counted("t-1", NORTH));
        assertEquals("what the unit itself does is kept", 1, house.counted("t-2", SOUTH));
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
    public void whatFailsAfterTheCommitNeitherLooksLikeARefusalNorKeepsTheNewsFromOthers() {
        List<String> told = new ArrayList<>();
        house.transactions.write(house.clerk(NORTH), Void.class, unit -> {
            unit.afterCommit(() -> {
                throw new NoClassDefFoundError("a bundle that is being replaced");
            });
            unit.afterCommit(() -> told.add("the next"));
            return null;
        });

        assertEquals(List.of("the next"), told);
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
}
