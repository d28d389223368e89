package org.yichuang.testing;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.TestNode.NORTH;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.yichuang.journal.api.Outbox.Pending;
import org.yichuang.journal.api.Outbox.State;
import org.yichuang.journal.api.OutgoingMessage;

/** Whose a message is for a while, and who has a say of it: whoever has claimed it last, and nobody of before. */
public abstract class ClaimsContract extends Contract {
    private static final Duration CLAIM = Duration.ofMinutes(1);

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
    public void whatIsGivenBackUntriedIsDueAsBeforeAndHasCostNoAttempt() {
        send("m1", "a", 1);
        Pending first = node.outbox().claim("topic", 10, CLAIM).get(0);
        node.outbox().release(first);

        Pending again = other.outbox().claim("topic", 10, CLAIM).get(0);
        assertEquals("m1", again.message().id());
        assertEquals(1, again.attempts());
    }

    @Test
    public void whatSomebodyElseHasClaimedSinceIsNotGivenBack() {
        send("m1", "a", 1);
        Pending late = node.outbox().claim("topic", 10, CLAIM).get(0);
        clock.forward(CLAIM.plusSeconds(1));
        Pending theirs = other.outbox().claim("topic", 10, CLAIM).get(0);

        node.outbox().release(late);

        assertEquals(List.of(), ids(node.outbox().claim("topic", 10, CLAIM)));
        other.outbox().delivered(theirs, "receipt");
        node.outbox().release(theirs);
        assertEquals(
                State.DELIVERED, node.outbox().find(NORTH, "m1").orElseThrow().state());
    }

    @Test
    public void whatIsOnALongWayIsNobodyElsesMeanwhileAndCostsNoAttempt() {
        send("m1", "a", 1);
        Pending far = node.outbox().claim("topic", 10, CLAIM).get(0);
        node.outbox().prolong(far, CLAIM.multipliedBy(3));
        clock.forward(CLAIM.multipliedBy(2));

        assertEquals(List.of(), ids(other.outbox().claim("topic", 10, CLAIM)));
        clock.forward(CLAIM.multipliedBy(2));
        Pending theirs = other.outbox().claim("topic", 10, CLAIM).get(0);
        assertEquals(2, theirs.attempts());

        node.outbox().prolong(far, CLAIM.multipliedBy(9));
        clock.forward(CLAIM.plusSeconds(1));
        assertEquals("theirs has lapsed", List.of("m1"), ids(node.outbox().claim("topic", 10, CLAIM)));
    }

    @Test
    public void whoeverHasStoodStillHasNoSayOfWhatSomebodyElseHasClaimedSince() {
        send("m1", "a", 1);
        Pending stale = node.outbox().claim("topic", 10, CLAIM).get(0);
        clock.forward(CLAIM.plusSeconds(1));
        Pending theirs = other.outbox().claim("topic", 10, CLAIM).get(0);

        node.outbox().failed(stale, "late", Optional.of(Duration.ZERO));
        node.outbox().failed(stale, "late", Optional.empty());
        node.outbox().putOff(stale, "late", Duration.ZERO);
        node.outbox().handedOver(stale, Duration.ZERO);
        assertFalse("it is not to leave from there", node.outbox().prolong(stale, CLAIM));

        assertEquals("theirs stands", List.of(), ids(node.outbox().claim("topic", 10, CLAIM)));
        Pending now = node.outbox().find(NORTH, "m1").orElseThrow();
        assertEquals(List.of(State.WAITING, ""), List.of(now.state(), now.lastError()));
        assertTrue(other.outbox().prolong(theirs, CLAIM));
        other.outbox().failed(theirs, "not now", Optional.of(Duration.ofSeconds(1)));
        assertEquals("not now", node.outbox().find(NORTH, "m1").orElseThrow().lastError());
    }

    @Test
    public void aClaimOfBeforeItWasPutOffIsNotTakenForThatAfterIt() {
        send("m1", "a", 1);
        Pending stale = node.outbox().claim("topic", 10, CLAIM).get(0);
        other.outbox().putOff(other.outbox().find(NORTH, "m1").orElseThrow(), "switched off", Duration.ZERO);
        Pending theirs = other.outbox().claim("topic", 10, CLAIM).get(0);
        assertEquals("what was tried before does not count", stale.attempts(), theirs.attempts());

        node.outbox().release(stale);
        node.outbox().failed(stale, "late", Optional.of(Duration.ZERO));

        assertEquals(List.of(), ids(node.outbox().claim("topic", 10, CLAIM)));
    }

    @Test
    public void whatAnOperatorHasReplayedFailsForNobodyWhoHadItBefore() {
        send("m1", "a", 1);
        Pending stale = node.outbox().claim("topic", 10, CLAIM).get(0);
        node.outbox().replay("m1", node.clerk(NORTH));

        node.outbox().failed(stale, "late", Optional.empty());

        assertEquals(List.of("m1"), ids(other.outbox().claim("topic", 10, CLAIM)));
    }

    @Test
    public void aReceiptEndsAMessagesWayWhoeverBringsIt() {
        send("m1", "a", 1);
        Pending stale = node.outbox().claim("topic", 10, CLAIM).get(0);
        clock.forward(CLAIM.plusSeconds(1));
        Pending theirs = other.outbox().claim("topic", 10, CLAIM).get(0);

        node.outbox().delivered(stale, "receipt");
        other.outbox().failed(theirs, "too late", Optional.of(Duration.ZERO));

        Pending now = node.outbox().find(NORTH, "m1").orElseThrow();
        assertEquals(List.of(State.DELIVERED, "receipt"), List.of(now.state(), now.receipt()));
    }

    private void send(String id, String aggregate, long sequence) {
        node.transactions().write(node.clerk(NORTH), Void.class, unit -> {
            unit.send(new OutgoingMessage(id, "topic", "south", aggregate, sequence, "forward", "{}"));
            return null;
        });
    }

    private static List<String> ids(List<Pending> messages) {
        return messages.stream().map(message -> message.message().id()).sorted().toList();
    }
}
