package org.yichuang.journal.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.journal.internal.House.NORTH;
import static org.yichuang.journal.internal.House.SOUTH;

import java.time.Duration;
import java.util.List;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.journal.api.JournalError;
import org.yichuang.journal.api.Outbox.Pending;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.journal.api.WaitingMessages;
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
    public void oneThatHasBeenDeliveredMeanwhileStaysEmpty() {
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
