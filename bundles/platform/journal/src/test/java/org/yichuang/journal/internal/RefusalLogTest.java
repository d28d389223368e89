package org.yichuang.journal.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.yichuang.journal.internal.House.NORTH;
import static org.yichuang.journal.internal.House.SOUTH;

import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.Test;
import org.yichuang.journal.api.JournalEntry;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

public class RefusalLogTest extends OnBothStores {
    private static final ProblemException REFUSAL =
            new ProblemException(CommonError.NOT_ALLOWED, LocalizedMessage.verbatim("不允许"));

    @Test
    public void refusalsOfAccountsAreJournaledInAChainOfTheirOwn() {
        house.journal.refused("POST /cases", REFUSAL, house.clerk(NORTH, "k-1", "f-1"));
        house.journal.refused("POST /cases", REFUSAL, house.clerk(NORTH, "k-1", "f-1"));
        house.refusals.write(Instant.MIN);

        List<JournalEntry> entries = entries(NORTH);
        assertEquals(2, entries.size());
        assertEquals("refuse", entries.get(0).action());
        assertEquals("wang", entries.get(0).actor());
        assertEquals("not-allowed", entries.get(0).details().get("code"));
        assertEquals("POST /cases", entries.get(0).details().get("operation"));
        assertEquals(
                Set.of(1L, 2L), Set.of(entries.get(0).sequence(), entries.get(1).sequence()));
        assertTrue(house.journal.verify(NORTH).sound());
    }

    @Test
    public void nothingIsWrittenOnTheThreadOfTheRequest() {
        house.journal.refused("POST /cases", REFUSAL, house.clerk(NORTH));
        house.journal.refused("GET /cases", REFUSAL, anonymous(NORTH));

        assertEquals(List.of(), entries(NORTH));
    }

    @Test
    public void refusalsOfThePublicBecomeOneEntryAMinute() {
        for (int i = 0; i < 300; i++) {
            house.journal.refused("GET /cases/" + i, REFUSAL, anonymous(NORTH));
        }
        house.journal.refused("GET /cases", REFUSAL, anonymous(SOUTH));
        house.refusals.write(house.clock.instant().plusSeconds(60));

        assertEquals(1, entries(NORTH).size());
        assertEquals("300", entries(NORTH).get(0).details().get("count"));
        assertEquals("anonymous", entries(NORTH).get(0).details().get("of"));
        assertEquals("1", entries(SOUTH).get(0).details().get("count"));
        assertTrue(house.journal.verify(NORTH).sound());
    }

    @Test
    public void aMinuteIsCountedToItsEnd() {
        house.journal.refused("GET /cases", REFUSAL, anonymous(NORTH));

        house.refusals.write(house.clock.instant().minusSeconds(60));

        assertEquals(List.of(), entries(NORTH));
    }

    @Test
    public void whatFindsTheQueueFullIsCounted() {
        for (int i = 0; i < RefusalLog.QUEUE + 7; i++) {
            house.journal.refused("POST /cases", REFUSAL, house.clerk(NORTH));
        }
        house.refusals.write(house.clock.instant().plusSeconds(60));

        JournalEntry count = house.journal
                .entries(
                        "access",
                        house.node.id() + "-1",
                        PageRequest.of(1, Cursor.of((long) RefusalLog.QUEUE)),
                        house.clerk(NORTH))
                .items()
                .get(0);
        assertEquals("7", count.details().get("count"));
        assertEquals("accounts", count.details().get("of"));
    }

    @Test
    public void whatADatabaseThatIsAwayDoesNotTakeIsCountedUntilItDoes() {
        AtomicBoolean isAway = new AtomicBoolean();
        DataSource source = (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (self, method, given) -> {
                    if (isAway.get()) {
                        throw new SQLException("away", "08001");
                    }
                    return method.invoke(store.source(), given);
                });
        house = new House(store, folder.getRoot(), source);
        isAway.set(true);
        house.journal.refused("POST /cases", REFUSAL, house.clerk(NORTH));
        house.journal.refused("GET /cases", REFUSAL, house.clerk(NORTH));
        house.refusals.write(Instant.MIN);
        house.refusals.write(house.clock.instant().plusSeconds(60));
        isAway.set(false);

        house.refusals.write(house.clock.instant().plusSeconds(60));

        assertEquals(1, entries(NORTH).size());
        assertEquals("2", entries(NORTH).get(0).details().get("count"));
        assertEquals("accounts", entries(NORTH).get(0).details().get("of"));
    }

    @Test
    public void textOfTheOneWhoAskedIsCutAndCleaned() {
        CallContext tried = new CallContext(
                NORTH,
                new Actor("a\u0000".repeat(5_000), "𠮷".repeat(5_000), Set.of()),
                house.clock.instant(),
                "r".repeat(5_000),
                Optional.empty(),
                Optional.empty());

        house.journal.refused("GET /" + "x".repeat(100_000), REFUSAL, tried);
        house.refusals.write(Instant.MIN);

        JournalEntry entry = entries(NORTH).get(0);
        assertEquals(200, entry.details().get("operation").length());
        assertEquals(100, entry.actor().length());
        assertEquals("𠮷".repeat(50), entry.actorName());
        assertEquals(100, entry.requestId().length());
    }

    private List<JournalEntry> entries(TenantId tenant) {
        return house.journal
                .latest(PageRequest.of(10, null), house.auditor(tenant))
                .items();
    }

    private CallContext anonymous(TenantId tenant) {
        return new CallContext(
                tenant, Actor.ANONYMOUS, house.clock.instant(), "r-1", Optional.empty(), Optional.empty());
    }
}
