package org.yichuang.journal.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.journal.internal.House.NORTH;
import static org.yichuang.journal.internal.House.SOUTH;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.Test;
import org.yichuang.journal.api.JournalEntry;
import org.yichuang.journal.api.JournalError;
import org.yichuang.journal.api.Outbox.Pending;
import org.yichuang.journal.api.Outbox.State;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

public class DatabaseOutboxTest extends OnBothStores {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    public void aMessageThatIsNotWhatWasWrittenIsParkedAndNeverTaken() {
        Map<String, String> edits = Map.of(
                "payload", "PAYLOAD='{\"outcome\":\"GRANT\"}'",
                "receiver", "RECEIVER='east'",
                "type", "MESSAGE_TYPE='decision'",
                "aggregate", "AGGREGATE_ID='other'",
                "place", "SEQ=7",
                "form", "FORM=9",
                "tenant", "TENANT='south'",
                "topic", "TOPIC='linkage', PAYLOAD='{}  '",
                "seal", "SEAL=NULL");
        edits.keySet().forEach(id -> send(id, "south", "aggregate-" + id, 1));
        send("untouched", "south", "a", 1);
        edits.forEach((id, edit) -> store.run("UPDATE JOURNAL_OUTBOX SET " + edit + " WHERE MESSAGE_ID='" + id + "'"));

        assertEquals(List.of("untouched"), ids(claim()));
        assertEquals(List.of(), ids(claim()));

        assertEquals(edits.size(), house.outbox.altered().size());
        ProblemException refused =
                assertThrows(ProblemException.class, () -> house.outbox.replay("payload", house.clerk(NORTH)));
        assertEquals(JournalError.MESSAGE_ALTERED, refused.code());
        JournalEntry entry = house.journal
                .entries("message", "payload", PageRequest.of(10, null), house.clerk(NORTH))
                .items()
                .get(0);
        assertEquals("park", entry.action());
        assertEquals("message-altered", entry.details().get("reason"));
    }

    @Test
    public void messagesOfNoTenantHoldUpNobody() {
        int most = 3;
        IntStream.range(0, 2 * most).forEach(i -> send("m-" + i, "south", "a-" + i, 1));
        store.run("UPDATE JOURNAL_OUTBOX SET TENANT='No Tenant!'");
        house.clock.forward(MINUTE);
        send("untouched", "south", "a", 1);

        assertEquals(List.of(), house.outbox.claim("linkage", most, MINUTE));
        assertEquals(List.of(), house.outbox.claim("linkage", most, MINUTE));
        assertEquals(List.of("untouched"), ids(house.outbox.claim("linkage", most, MINUTE)));

        assertTrue(house.outbox.altered().contains("No Tenant!/m-0"));
    }

    @Test
    public void whoHasSentSomethingIsKnownWhetherOrNotItsCentreIsStillThere() {
        assertEquals(List.of(), house.outbox.senders());
        send("a-1", "south", "a", 1);
        send("a-2", "south", "a", 2);
        send("b-1", "south", "b", 1);
        store.run("UPDATE JOURNAL_OUTBOX SET TENANT='closed' WHERE MESSAGE_ID='a-1'");
        store.run("UPDATE JOURNAL_OUTBOX SET TENANT='No Tenant!' WHERE MESSAGE_ID='a-2'");

        assertEquals(List.of(new TenantId("closed"), NORTH), house.outbox.senders());
    }

    @Test
    public void aMessageThatIsNotWhatWasWrittenIsABreak() {
        send("a-1", "south", "a", 1);
        assertTrue(house.journal.verify(NORTH).sound());
        store.run("UPDATE JOURNAL_OUTBOX SET PAYLOAD='{ }'");

        assertEquals(
                "消息 a-1 在待发送时被改动 / Message a-1 has been changed while it waits to leave",
                house.journal.verify(NORTH).firstBreak());
    }

    @Test
    public void messagesOfAnEarlierVersionAreSealedOnceAsTheyStand() {
        send("old", "south", "a", 1);
        send("nobody's", "south", "c", 1);
        store.run("UPDATE JOURNAL_OUTBOX SET SEAL=NULL, FORM=3");
        store.run("UPDATE JOURNAL_OUTBOX SET TENANT='No Tenant!' WHERE MESSAGE_ID LIKE 'nobody%'");
        adoption().run();
        send("new", "south", "b", 1);
        store.run("UPDATE JOURNAL_OUTBOX SET SEAL=NULL WHERE MESSAGE_ID='new'");
        adoption().run();

        assertEquals(List.of("old"), ids(claim()));
        assertEquals(
                "seal",
                house.journal
                        .entries("message", "old", PageRequest.of(10, null), house.clerk(NORTH))
                        .items()
                        .get(0)
                        .action());
    }

    private SealAdoption adoption() {
        return new SealAdoption(
                house.boundary, house.transactions, new MessageSeals(house.key), house.key, house.clock);
    }

    @Test
    public void messagesOfAnAggregateLeaveInOrder() {
        send("a-1", "south", "a", 1);
        send("a-2", "south", "a", 2);
        send("b-1", "south", "b", 1);

        assertEquals(List.of("a-1", "b-1"), ids(claim()));
        assertEquals(List.of(), ids(claim()));
    }

    @Test
    public void theNextOneLeavesWhenTheOneBeforeIsDelivered() {
        send("a-1", "south", "a", 1);
        send("a-2", "south", "a", 2);

        house.outbox.delivered(claim().get(0), "receipt");

        assertEquals(List.of("a-2"), ids(claim()));
    }

    @Test
    public void twoReceiversDoNotWaitForEachOther() {
        send("a-1", "south", "a", 1);
        send("a-2", "east", "a", 2);

        assertEquals(List.of("a-1", "a-2"), ids(claim()));
    }

    @Test
    public void aClaimLapsesByItself() {
        send("a-1", "south", "a", 1);
        claim();
        house.clock.forward(MINUTE.plusSeconds(1));

        List<Pending> again = claim();

        assertEquals(List.of("a-1"), ids(again));
        assertEquals(2, again.get(0).attempts());
    }

    @Test
    public void twoRelaysNeverClaimTheSameMessage() throws Exception {
        IntStream.range(0, 40).forEach(i -> send("m-" + i, "south", "a-" + i, 1));
        ExecutorService relays = Executors.newFixedThreadPool(4);
        List<String> claimed = new ArrayList<>();
        try {
            List<Future<List<Pending>>> claims = IntStream.range(0, 4)
                    .mapToObj(i -> relays.submit(this::claim))
                    .toList();
            for (Future<List<Pending>> claim : claims) {
                claimed.addAll(ids(claim.get(240, TimeUnit.SECONDS)));
            }
        } finally {
            relays.shutdownNow();
        }
        assertEquals(40, claimed.size());
        assertEquals(40, claimed.stream().distinct().count());
    }

    @Test
    public void aFailedMessageIsDueAgainAfterAWhile() {
        send("a-1", "south", "a", 1);
        house.outbox.failed(claim().get(0), "no route", Optional.of(MINUTE));

        assertEquals(List.of(), claim());
        house.clock.forward(MINUTE);
        Pending again = claim().get(0);
        assertEquals("no route", again.lastError());
        assertEquals(2, again.attempts());
    }

    @Test
    public void aMessageThatIsPutOffIsTriedAsPatientlyAsANewOne() {
        send("a-1", "south", "a", 1);
        house.outbox.failed(claim().get(0), "no route", Optional.of(Duration.ZERO));
        house.outbox.putOff(claim().get(0), "not yet", MINUTE);

        assertEquals(List.of(), claim());
        house.clock.forward(MINUTE);
        Pending again = claim().get(0);
        assertEquals("not yet", again.lastError());
        assertEquals(1, again.attempts());
        assertEquals("its attempts begin anew", again.createdAt().plus(MINUTE), again.triedSince());
    }

    @Test
    public void whatHasLeftWithoutAReceiptLeavesAgainWhenItsWayOpens() {
        send("a-1", "south", "a", 1);
        house.outbox.handedOver(claim().get(0), Duration.ofHours(6));
        house.clock.forward(MINUTE);
        send("b-1", "south", "b", 1);
        house.outbox.handedOver(claim().get(0), Duration.ofHours(6));

        house.outbox.hasten("linkage", "south");

        List<Pending> late = claim();
        assertEquals("an answer may still come to the other", List.of("a-1"), ids(late));
        assertEquals(
                "its patience begins anew",
                late.get(0).createdAt().plus(MINUTE),
                late.get(0).triedSince());
    }

    @Test
    public void aMessageThatIsReplayedIsTriedAsPatientlyAsANewOne() {
        send("a-1", "south", "a", 1);
        house.outbox.failed(claim().get(0), "refused", Optional.empty());
        house.clock.forward(Duration.ofDays(30));
        house.outbox.replay("a-1", house.clerk(NORTH));

        Pending again = claim().get(0);
        assertEquals(1, again.attempts());
        assertEquals(again.createdAt().plus(Duration.ofDays(30)), again.triedSince());
    }

    @Test
    public void nothingOvertakesAParkedMessage() {
        send("a-1", "south", "a", 1);
        send("a-2", "south", "a", 2);
        house.outbox.failed(claim().get(0), "refused", Optional.empty());
        house.clock.forward(Duration.ofDays(30));

        assertEquals(List.of(), claim());
        assertEquals(List.of("a-1"), ids(messages(State.PARKED)));

        house.outbox.replay("a-1", house.clerk(NORTH));

        assertEquals(List.of("a-1"), ids(claim()));
    }

    @Test
    public void parkingAndReplayingAreJournaled() {
        send("a-1", "south", "a", 1);
        house.outbox.park("a-1", "on the phone with them", house.clerk(NORTH));
        assertEquals(List.of(), claim());
        house.outbox.replay("a-1", house.clerk(NORTH));

        assertEquals(
                List.of("park", "replay"),
                house.journal.entries("message", "a-1", PageRequest.of(10, null), house.clerk(NORTH)).items().stream()
                        .map(entry -> entry.action())
                        .toList());
    }

    @Test
    public void aDeliveredMessageStaysDelivered() {
        send("a-1", "south", "a", 1);
        Pending message = claim().get(0);
        house.outbox.delivered(message, "receipt");
        house.outbox.failed(message, "late news", Optional.empty());

        assertEquals("receipt", messages(State.DELIVERED).get(0).receipt());
        assertEquals(
                JournalError.MESSAGE_STATE,
                assertThrows(ProblemException.class, () -> house.outbox.replay("a-1", house.clerk(NORTH)))
                        .code());
        assertEquals(
                JournalError.MESSAGE_STATE,
                assertThrows(ProblemException.class, () -> house.outbox.park("a-1", "", house.clerk(NORTH)))
                        .code());
    }

    @Test
    public void aCentreHandlesItsOwnMessagesOnly() {
        send("a-1", "south", "a", 1);

        assertEquals(
                JournalError.MESSAGE_UNKNOWN,
                assertThrows(ProblemException.class, () -> house.outbox.park("a-1", "", house.clerk(SOUTH)))
                        .code());
        assertEquals(
                List.of(),
                house.outbox
                        .messages(Optional.empty(), PageRequest.of(10, null), house.clerk(SOUTH))
                        .items());
    }

    @Test
    public void theRelayIsWokenByTheCommit() throws Exception {
        AtomicInteger woken = new AtomicInteger();
        AutoCloseable registration = house.outbox.onMessage("linkage", woken::incrementAndGet);
        send("a-1", "south", "a", 1);
        assertEquals(1, woken.get());
        registration.close();
        send("a-2", "south", "a", 2);
        assertEquals(1, woken.get());
    }

    @Test
    public void theOneThatHasWaitedLongestIsFoundAtOnce() {
        assertEquals(Optional.empty(), house.outbox.oldestWaiting(house.clerk(NORTH)));
        send("a-1", "south", "a", 1);
        house.clock.forward(MINUTE);
        send("b-1", "south", "b", 1);

        assertEquals(
                "a-1",
                house.outbox
                        .oldestWaiting(house.clerk(NORTH))
                        .orElseThrow()
                        .message()
                        .id());
        assertEquals(Optional.empty(), house.outbox.oldestWaiting(house.clerk(SOUTH)));
    }

    @Test
    public void theListGoesOnWhereItStopped() {
        IntStream.range(0, 5).forEach(i -> send("m-" + i, "south", "a-" + i, 1));

        Page<Pending> first = house.outbox.messages(Optional.empty(), PageRequest.of(3, null), house.clerk(NORTH));
        Page<Pending> second =
                house.outbox.messages(Optional.of(State.WAITING), PageRequest.of(3, first.next()), house.clerk(NORTH));

        assertEquals(List.of("m-4", "m-3", "m-2"), ids(first.items()));
        assertEquals(List.of("m-1", "m-0"), ids(second.items()));
    }

    @Test
    public void aReplayedMessageIsTriedAsPatientlyAsANewOne() {
        send("a-1", "south", "a", 1);
        for (int i = 0; i < 5; i++) {
            house.outbox.failed(claim().get(0), "no route", Optional.of(Duration.ZERO));
        }
        house.outbox.park("a-1", "on the phone with them", house.clerk(NORTH));
        assertEquals("parking forgets nothing", 5, messages(State.PARKED).get(0).attempts());
        house.outbox.replay("a-1", house.clerk(NORTH));

        assertEquals(1, claim().get(0).attempts());
    }

    @Test
    public void whatAnAggregateSentIsGivenInItsOrder() {
        send("a-1", "south", "a", 1);
        send("b-1", "south", "b", 1);
        send("a-2", "south", "a", 2);
        house.clock.forward(Duration.ofSeconds(1));
        send("a-3", "east", "a", 1);

        assertEquals(List.of("a-1", "a-2", "a-3"), ids(house.outbox.ofAggregate("linkage", "a", house.clerk(NORTH))));
        assertEquals(List.of(), house.outbox.ofAggregate("linkage", "a", house.clerk(SOUTH)));
        assertEquals(List.of(), house.outbox.ofAggregate("other", "a", house.clerk(NORTH)));
    }

    private void send(String id, String receiver, String aggregate, long sequence) {
        house.transactions.write(house.clerk(NORTH), Void.class, unit -> {
            unit.send(new OutgoingMessage(id, "linkage", receiver, aggregate, sequence, "forward", "{\"案\":1}"));
            return null;
        });
    }

    private List<Pending> claim() {
        return house.outbox.claim("linkage", 100, MINUTE);
    }

    private List<Pending> messages(State state) {
        return house.outbox
                .messages(Optional.of(state), PageRequest.of(10, null), house.clerk(NORTH))
                .items();
    }

    private static List<String> ids(List<Pending> messages) {
        return messages.stream().map(message -> message.message().id()).toList();
    }
}
