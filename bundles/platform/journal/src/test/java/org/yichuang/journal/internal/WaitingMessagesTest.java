package org.yichuang.journal.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.journal.internal.House.NORTH;
import static org.yichuang.journal.internal.House.SOUTH;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;
import org.yichuang.journal.api.JournalEntry;
import org.yichuang.journal.api.JournalError;
import org.yichuang.journal.api.JournalPermission;
import org.yichuang.journal.api.Outbox.Pending;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.journal.api.WaitingMessages;
import org.yichuang.journal.api.WaitingMessages.Standing;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;

/** What waits in the outbox may be kept in another form by those who have written it. */
public class WaitingMessagesTest extends OnBothStores {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private WaitingMessages waiting;

    @Before
    public void open() {
        waiting = new DatabaseWaitingMessages(house.transactions, new MessageSeals(house.key));
    }

    @Test
    public void theUndeliveredAreFoundPageByPageParkedOnesToo() {
        send("m-1", "a");
        send("m-2", "b");
        send("m-3", "c");
        house.outbox.delivered(claim().get(0), "receipt");
        house.outbox.park("m-3", "later", house.clerk(NORTH));

        assertEquals(
                "what it says is kept", List.of("m-1"), ids(waiting.undelivered("linkage", "", 1, house.clerk(NORTH))));
        store.run("UPDATE JOURNAL_OUTBOX SET SETTLED_MICROS=NULL, PAYLOAD='' WHERE MESSAGE_ID='m-1'");
        assertEquals(List.of("m-2"), ids(waiting.undelivered("linkage", "", 1, house.clerk(NORTH))));
        assertEquals(List.of("m-3"), ids(waiting.undelivered("linkage", "m-2", 9, house.clerk(NORTH))));
        assertEquals(List.of(), ids(waiting.undelivered("linkage", "", 9, house.clerk(SOUTH))));
        assertEquals(List.of(), ids(waiting.undelivered("other", "", 9, house.clerk(NORTH))));
    }

    @Test
    public void oneThatIsKeptInAnotherFormLeavesAsWhatWasWritten() {
        send("m-1", "a");
        rewrite("m-1", "another form");

        assertTrue(house.journal.verify(NORTH).sound());
        assertEquals("another form", claim().get(0).message().payload());
        assertEquals(
                "rewrite",
                house.journal
                        .entries("message", "m-1", PageRequest.of(10, null), house.clerk(NORTH))
                        .items()
                        .get(0)
                        .action());
    }

    @Test
    public void oneThatWasAlteredGetsNoNewSeal() {
        send("m-1", "a");
        store.run("UPDATE JOURNAL_OUTBOX SET PAYLOAD='altered'");

        assertEquals(
                JournalError.MESSAGE_ALTERED,
                assertThrows(ProblemException.class, () -> rewrite("m-1", "another form"))
                        .code());
        assertEquals(List.of(), claim());
    }

    @Test
    public void oneThatHasBeenDeliveredMeanwhileIsShownWithoutWhatItSaysAndKeptInTheOtherForm() {
        send("m-1", "a");
        house.outbox.delivered(claim().get(0), "receipt");
        rewrite("m-1", "another form");

        assertEquals(
                "",
                house.outbox
                        .ofAggregate("linkage", "a", house.clerk(NORTH))
                        .get(0)
                        .message()
                        .payload());
        Instant before = Instant.EPOCH;
        house.transactions.write(
                house.clerk(NORTH), Integer.class, unit -> house.outbox.resend("south", before, before, unit));
        assertEquals("another form", claim().get(0).message().payload());
    }

    @Test
    public void oneThatAPersonHasLookedAtIsSealedAsItStandsAndLeaves() {
        send("m-1", "a");
        store.run("UPDATE JOURNAL_OUTBOX SET SEAL=NULL");
        assertEquals("it is parked", List.of(), claim());

        Standing standing = waiting.standing("m-1", operator());
        assertFalse(standing.intact());
        assertEquals("{}", standing.message().payload());
        waiting.seal("m-1", standing.fingerprint(), "旧版本容器写入，已核对", operator());
        house.outbox.replay("m-1", operator());

        assertTrue(waiting.standing("m-1", operator()).intact());
        assertEquals("m-1", claim().get(0).message().id());
        assertTrue(house.journal.verify(NORTH).sound());
        JournalEntry entry = house.journal
                .entries("message", "m-1", PageRequest.of(10, null), house.clerk(NORTH))
                .items()
                .get(1);
        assertEquals("seal", entry.action());
        assertEquals("旧版本容器写入，已核对", entry.details().get("reason"));
        assertEquals(standing.fingerprint(), entry.details().get("fingerprint"));
    }

    @Test
    public void whatHasChangedSinceItWasLookedAtGetsNoSeal() {
        send("m-1", "a");
        store.run("UPDATE JOURNAL_OUTBOX SET SEAL=NULL");
        String seen = waiting.standing("m-1", operator()).fingerprint();
        store.run("UPDATE JOURNAL_OUTBOX SET PAYLOAD='another'");

        assertEquals(CommonError.CHANGED_MEANWHILE, refusal(() -> waiting.seal("m-1", seen, "已经核对", operator())));
        String now = waiting.standing("m-1", operator()).fingerprint();
        assertEquals(CommonError.FIELDS_INVALID, refusal(() -> waiting.seal("m-1", now, "看", operator())));
        assertEquals(CommonError.NOT_ALLOWED, refusal(() -> waiting.seal("m-1", now, "已经核对", house.clerk(NORTH))));
        assertEquals(JournalError.MESSAGE_UNKNOWN, refusal(() -> waiting.seal("m-2", now, "已经核对", operator())));
        send("m-3", "c");
        String intact = waiting.standing("m-3", operator()).fingerprint();
        assertEquals(JournalError.MESSAGE_STATE, refusal(() -> waiting.seal("m-3", intact, "已经核对", operator())));
    }

    private static ErrorCode refusal(ThrowingRunnable work) {
        return assertThrows(ProblemException.class, work).code();
    }

    private CallContext operator() {
        Set<String> permissions = Set.of(JournalPermission.VIEW, JournalPermission.SEAL);
        return house.clerk(NORTH).by(new Actor("ops", "运维", Set.of(), Set.of(), permissions));
    }

    private void send(String id, String aggregate) {
        house.transactions.write(house.clerk(NORTH), Void.class, unit -> {
            unit.send(new OutgoingMessage(id, "linkage", "south", aggregate, 1, "forward", "{}"));
            return null;
        });
    }

    private void rewrite(String id, String payload) {
        house.transactions.write(house.clerk(NORTH), Void.class, unit -> {
            waiting.rewrite(id, payload, unit);
            return null;
        });
    }

    private List<Pending> claim() {
        return house.outbox.claim("linkage", 10, MINUTE);
    }

    private static List<String> ids(List<OutgoingMessage> messages) {
        return messages.stream().map(OutgoingMessage::id).toList();
    }
}
