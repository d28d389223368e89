package org.yichuang.testing;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.yichuang.testing.TestNode.NORTH;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.yichuang.journal.api.Outbox.Backlog;
import org.yichuang.journal.api.Outbox.Pending;
import org.yichuang.journal.api.Outbox.SettlementListener;
import org.yichuang.journal.api.Outbox.State;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;

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
    public void whatAReceiverDoesNotKnowAnyMoreIsDueAgainInItsOrder() {
        send("m1", "a", 1);
        send("m2", "a", 2);
        node.outbox().delivered(claimed(), "receipt of the first");
        clock.forward(CLAIM);
        Instant since = clock.instant();
        node.outbox().delivered(claimed(), "receipt of the second");
        send("m3", "a", 3);

        assertEquals(1, resend(since, Instant.EPOCH));

        Pending again = claimed();
        assertEquals("m2", again.message().id());
        assertEquals("what it says is still here", "{}", again.message().payload());
        node.outbox().delivered(again, "receipt of the second, again");
        assertEquals("m3", claimed().message().id());
        assertEquals("m1 was known", 0, resend(clock.instant().plus(CLAIM), Instant.EPOCH));
    }

    @Test
    public void aReceiptThatWasGivenBeforeItsGiverWasSetBackSaysNothing() {
        send("m1", "a", 1);
        Pending left = claimed();
        Instant begun = clock.instant().plus(CLAIM);
        resend(clock.instant(), begun);

        node.outbox().delivered(left, "of what it does not know any more", begun.minusMillis(1));
        assertEquals(
                State.WAITING, node.outbox().find(NORTH, "m1").orElseThrow().state());

        node.outbox().delivered(left, "given again", begun);
        assertEquals(
                State.DELIVERED, node.outbox().find(NORTH, "m1").orElseThrow().state());
    }

    private Pending claimed() {
        return node.outbox().claim("topic", 1, CLAIM).get(0);
    }

    private int resend(Instant since, Instant answered) {
        return node.transactions()
                .write(node.clerk(NORTH), Integer.class, unit -> node.outbox().resend("south", since, answered, unit));
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

    @Test
    public void whatBecameOfAMessageIsHeardInTheTransactionThatSaysSo() {
        hear(new Heard(List.of()));
        send("m1", "a", 1);
        send("m2", "b", 1);
        send("m3", "c", 1);
        List<Pending> claimed = node.outbox().claim("topic", 10, CLAIM);
        node.outbox().delivered(claimed.get(0), "receipt");
        node.outbox().delivered(claimed.get(0), "receipt");
        node.outbox().failed(claimed.get(1), "not yet", Optional.of(CLAIM));
        node.outbox().failed(claimed.get(1), "no", Optional.empty());
        node.outbox().park("m3", "on the phone", node.clerk(NORTH));

        List<String> ids = claimed.stream().map(each -> each.message().id()).toList();
        assertEquals(
                List.of(ids.get(0) + " receipt", ids.get(1) + " no", "m3 on the phone").stream()
                        .sorted()
                        .toList(),
                sent("heard"));
    }

    @Test
    public void whileAListenerFailsTheReceiverHasNotTakenAMessageAndItComesAgain() {
        AutoCloseable failing = hear(new Heard(List.of("m1")));
        send("m1", "a", 1);
        Pending claimed = node.outbox().claim("topic", 10, CLAIM).get(0);
        assertThrows(IllegalStateException.class, () -> node.outbox().delivered(claimed, "receipt"));
        assertEquals("what it wrote is undone", List.of(), sent("heard"));

        clock.forward(CLAIM.plusSeconds(1));
        close(failing);
        hear(new Heard(List.of()));
        node.outbox().delivered(node.outbox().claim("topic", 10, CLAIM).get(0), "receipt");

        assertEquals(List.of("m1 receipt"), sent("heard"));
    }

    @Test
    public void aMessageIsParkedWhetherItsListenerFailsOrNot() {
        hear(new Heard(List.of("m1", "m2")));
        send("m1", "a", 1);
        send("m2", "b", 1);
        node.outbox().park("m2", "on the phone", node.clerk(NORTH));
        node.outbox().failed(node.outbox().claim("topic", 10, CLAIM).get(0), "no", Optional.empty());

        assertEquals(
                List.of("m1", "m2"),
                ids(node.outbox()
                        .messages(Optional.of(State.PARKED), PageRequest.of(10, null), node.clerk(NORTH))
                        .items()));
        assertEquals(List.of(), sent("heard"));
    }

    @Test
    public void whatWasHandedOverWaitsForItsReceiptAndIsDueAgainAfterThePatienceWithIt() {
        send("m1", "a", 1);
        Pending claimed = node.outbox().claim("topic", 10, CLAIM).get(0);
        assertNull(claimed.sentAt());
        node.outbox().handedOver(claimed, Duration.ofMinutes(10));

        Pending waiting = node.outbox().find(NORTH, "m1").orElseThrow();
        assertEquals(State.WAITING, waiting.state());
        assertEquals(waiting.sentAt().plus(Duration.ofMinutes(10)), waiting.dueAt());
        clock.forward(CLAIM.plusSeconds(1));
        assertEquals(List.of(), ids(other.outbox().claim("topic", 10, CLAIM)));
        clock.forward(Duration.ofMinutes(10));
        assertEquals(List.of("m1"), ids(other.outbox().claim("topic", 10, CLAIM)));
    }

    @Test
    public void anAnswerThatIsFasterThanTheHandoverStands() {
        send("m1", "a", 1);
        send("m2", "b", 1);
        List<Pending> claimed = node.outbox().claim("topic", 10, CLAIM);
        Pending taken = other.outbox().find(NORTH, "m1").orElseThrow();
        Pending refused = other.outbox().find(NORTH, "m2").orElseThrow();
        other.outbox().delivered(taken, "receipt");
        other.outbox().failed(refused, "not now", Optional.of(Duration.ofSeconds(1)));

        claimed.forEach(each -> node.outbox().handedOver(each, Duration.ofMinutes(10)));

        assertEquals(
                State.DELIVERED, node.outbox().find(NORTH, "m1").orElseThrow().state());
        assertEquals("not now", node.outbox().find(NORTH, "m2").orElseThrow().lastError());
        clock.forward(Duration.ofSeconds(2));
        assertEquals(List.of("m2"), ids(node.outbox().claim("topic", 10, CLAIM)));
    }

    @Test
    public void aMessageIsFoundUnderItsSenderOnly() {
        send("m1", "a", 1);

        assertEquals(Optional.empty(), node.outbox().find(TestNode.SOUTH, "m1"));
        assertEquals(Optional.empty(), node.outbox().find(NORTH, "m2"));
    }

    @Test
    public void theFirstDigestUnderWhichAMessageHasLeftIsKeptHoweverManyFollow() {
        send("m1", "a", 1);
        Pending claimed = node.outbox().claim("topic", 10, CLAIM).get(0);
        for (int time = 1; time <= 20; time++) {
            node.outbox().sealed(claimed, "digest-" + time);
        }
        node.outbox().sealed(claimed, "digest-20");

        List<String> kept = other.outbox().sealedDigests(claimed);
        assertEquals(16, kept.size());
        assertEquals("digest-1", kept.get(0));
        assertEquals("digest-6", kept.get(1));
        assertEquals("digest-20", kept.get(15));
    }

    @Test
    public void someReceiversAreLeftOutAndOneIsAskedForByItself() {
        sendTo("m1", "a", "upper");
        sendTo("m2", "b", "lower");
        sendTo("m3", "c", "other");
        sendTo("m4", "d", "upper");

        assertEquals(List.of("m3"), ids(node.outbox().claim("topic", Set.of("upper", "lower"), 10, CLAIM)));
        assertEquals(1, node.outbox().claimFor("topic", "upper", 1, CLAIM).size());
        assertEquals(List.of("m2"), ids(node.outbox().claimFor("topic", "lower", 10, CLAIM)));
        assertEquals(1, node.outbox().claim("topic", 10, CLAIM).size());
    }

    @Test
    public void anOlderReleaseLeavesToANewerOneWhatIsWrittenInItsForm() {
        sendIn(1, "m1", "a", 1);
        sendIn(2, "m2", "b", 1);
        sendIn(1, "m3", "b", 2);
        assertEquals("nobody has said that it reads any", 0, node.outbox().newestForm("topic"));

        assertEquals(List.of("m1"), ids(node.outbox().claim("topic", 1, Set.of(), 10, CLAIM)));
        assertEquals(List.of(), ids(node.outbox().claimFor("topic", 1, "south", 10, CLAIM)));
        assertEquals("the newer one is not there", 1, node.outbox().newestForm("topic"));

        List<Pending> newer = other.outbox().claim("topic", 2, Set.of(), 10, CLAIM);
        assertEquals(List.of("m2"), ids(newer));
        assertEquals(2, newer.get(0).message().form());
        assertEquals(2, node.outbox().newestForm("topic"));
        assertEquals(0, node.outbox().newestForm("other"));
        other.outbox().delivered(newer.get(0), "receipt");
        assertEquals(
                "what follows in its own form is anybody's",
                List.of("m3"),
                ids(node.outbox().claim("topic", 1, Set.of(), 10, CLAIM)));
    }

    @Test
    public void whatHasFailedIsHastenedAndWhatHasLeftIsNot() {
        sendTo("m1", "a", "upper");
        sendTo("m2", "b", "upper");
        sendTo("m3", "c", "lower");
        for (Pending claimed : node.outbox().claim("topic", 10, CLAIM)) {
            if (claimed.message().id().equals("m2")) {
                node.outbox().handedOver(claimed, Duration.ofMinutes(10));
            } else {
                node.outbox().failed(claimed, "no way", Optional.of(Duration.ofMinutes(10)));
            }
        }

        node.outbox().hasten("topic", "upper");

        assertEquals(List.of("m1"), ids(other.outbox().claim("topic", 10, CLAIM)));
    }

    @Test
    public void whatHasNotArrivedIsCountedByReceiver() {
        sendTo("m1", "a", "upper");
        clock.forward(Duration.ofHours(1));
        sendTo("m2", "b", "upper");
        sendTo("m3", "c", "lower");
        sendTo("m4", "d", "other");
        node.outbox().park("m3", "on the phone", node.clerk(NORTH));
        node.outbox().delivered(node.outbox().find(NORTH, "m4").orElseThrow(), "receipt");

        List<Backlog> backlog = node.outbox().backlog(node.clerk(NORTH));

        Pending oldest = node.outbox().find(NORTH, "m1").orElseThrow();
        Pending parked = node.outbox().find(NORTH, "m3").orElseThrow();
        assertEquals(
                List.of(
                        new Backlog("lower", State.PARKED, 1, parked.createdAt()),
                        new Backlog("upper", State.WAITING, 2, oldest.createdAt())),
                backlog);
    }

    @Test
    public void idsAreGivenOldestFirstInPartsOfAllOrOfOneReceiver() {
        for (int number = 1; number <= 5; number++) {
            sendTo("m" + number, "a" + number, number == 3 ? "lower" : "upper");
            clock.forward(Duration.ofSeconds(1));
        }
        node.outbox().park("m5", "on the phone", node.clerk(NORTH));

        Page<String> first =
                node.outbox().ids(State.WAITING, Optional.empty(), PageRequest.of(3, null), node.clerk(NORTH));
        Page<String> second =
                node.outbox().ids(State.WAITING, Optional.empty(), PageRequest.of(3, first.next()), node.clerk(NORTH));
        assertEquals(List.of("m1", "m2", "m3"), first.items());
        assertEquals(List.of("m4"), second.items());
        assertNull(second.next());
        assertEquals(
                List.of("m3"),
                node.outbox()
                        .ids(State.WAITING, Optional.of("lower"), PageRequest.of(3, null), node.clerk(NORTH))
                        .items());
        assertEquals(
                List.of("m5"),
                node.outbox()
                        .ids(State.PARKED, Optional.of("upper"), PageRequest.of(3, null), node.clerk(NORTH))
                        .items());
    }

    private AutoCloseable hear(SettlementListener listener) {
        return node.outbox().onSettled("topic", listener);
    }

    private static void close(AutoCloseable registration) {
        try {
            registration.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** What listeners have written, in order. */
    private List<String> sent(String topic) {
        return node.outbox().claim(topic, 10, CLAIM).stream()
                .map(each -> each.message().payload())
                .sorted()
                .toList();
    }

    /** Writes what it hears into the transaction, and fails for some messages. */
    private record Heard(List<String> failing) implements SettlementListener {
        @Override
        public void delivered(Pending message, String receipt, UnitOfWork unit) {
            note(message, receipt, unit);
        }

        @Override
        public void parked(Pending message, String reason, UnitOfWork unit) {
            note(message, reason, unit);
        }

        private void note(Pending message, String words, UnitOfWork unit) {
            String id = message.message().id();
            unit.send(new OutgoingMessage("heard-" + id, "heard", "south", id, 1, "news", id + " " + words));
            if (failing.contains(id)) {
                throw new IllegalStateException("not now");
            }
        }
    }

    private void send(String id, String aggregate, long sequence) {
        node.transactions().write(node.clerk(NORTH), Void.class, unit -> {
            put(unit, id, aggregate, sequence);
            return null;
        });
    }

    private void sendTo(String id, String aggregate, String receiver) {
        node.transactions().write(node.clerk(NORTH), Void.class, unit -> {
            unit.send(new OutgoingMessage(id, "topic", receiver, aggregate, 1, "forward", "{}"));
            return null;
        });
    }

    private void sendIn(int form, String id, String aggregate, long sequence) {
        node.transactions().write(node.clerk(NORTH), Void.class, unit -> {
            unit.send(new OutgoingMessage(id, "topic", "south", aggregate, sequence, "forward", "{}", form));
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
