package org.yichuang.testing;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.yichuang.testing.TestNode.NORTH;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.yichuang.journal.api.Outbox.Pending;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.journal.api.UnitOfWork;

/** What was committed leaves in its order; nothing overtakes what is parked. */
public abstract class OutboxContract extends Contract {
    private static final Duration CLAIM = Duration.ofMinutes(1);

    @Test
    public void messagesOfOneAggregateLeaveOneByOneInTheirOrder() {
        send("m1", "a", 1);
        send("m2", "a", 2);
        send("m3", "b", 1);

        List<Pending> first = node.outbox().claim("topic", 10, CLAIM);
        assertEquals(List.of("m1", "m3"), ids(first));
        node.outbox().delivered(first.get(0), "receipt");

        assertEquals(List.of("m2"), ids(node.outbox().claim("topic", 10, CLAIM)));
    }

    @Test
    public void whatOneNodeHasClaimedTheOtherDoesNotGet() {
        send("m1", "a", 1);
        node.outbox().claim("topic", 10, CLAIM);

        assertEquals(List.of(), ids(other.outbox().claim("topic", 10, CLAIM)));
    }

    @Test
    public void aClaimOfADeadNodeLapses() {
        send("m1", "a", 1);
        node.outbox().claim("topic", 10, CLAIM);
        node.abandon();
        clock.forward(CLAIM.plusSeconds(1));

        assertEquals(List.of("m1"), ids(other.outbox().claim("topic", 10, CLAIM)));
    }

    @Test
    public void nothingOvertakesAParkedMessageUntilItIsReplayed() {
        send("m1", "a", 1);
        send("m2", "a", 2);
        node.outbox().failed(node.outbox().claim("topic", 10, CLAIM).get(0), "no", Optional.empty());
        assertEquals(List.of(), ids(node.outbox().claim("topic", 10, CLAIM)));

        node.outbox().replay("m1", node.clerk(NORTH));

        assertEquals(List.of("m1"), ids(other.outbox().claim("topic", 10, CLAIM)));
    }

    @Test
    public void whatWasNotCommittedDoesNotLeave() {
        assertThrows(
                IllegalStateException.class, () -> node.transactions().write(node.clerk(NORTH), Void.class, unit -> {
                    put(unit, "m1", "a", 1);
                    throw new IllegalStateException("undone");
                }));

        assertEquals(List.of(), ids(node.outbox().claim("topic", 10, CLAIM)));
    }

    private void send(String id, String aggregate, long sequence) {
        node.transactions().write(node.clerk(NORTH), Void.class, unit -> {
            put(unit, id, aggregate, sequence);
            return null;
        });
    }

    private static void put(UnitOfWork unit, String id, String aggregate, long sequence) {
        unit.send(new OutgoingMessage(id, "topic", "south", aggregate, sequence, "forward", "{}"));
    }

    private static List<String> ids(List<Pending> messages) {
        return messages.stream().map(message -> message.message().id()).sorted().toList();
    }
}
