package org.yichuang.journal.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.yichuang.journal.internal.House.NORTH;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.journal.api.Outbox.Pending;
import org.yichuang.journal.api.OutgoingMessage;

/** However much waits behind what is parked or unanswered, or for whom nobody reaches, a look is short. */
public class FollowersTest extends OnBothStores {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int MANY = 10_000;
    /** How many are written at the same moment. */
    private static final int AT_ONCE = 100;

    private static final int LOOKS = 20;
    /** Once all of it, and little more for all looks: without marks it is all of it at each of them. */
    private static final int FEW = 2 * MANY;

    private RowsRead rows;

    @Before
    public void watch() {
        rows = new RowsRead(store);
        house = new House(store, folder.getRoot(), rows.source());
    }

    @Test
    public void tenThousandBehindAParkedOneAreLookedAtOnce() {
        sendMany(number -> new OutgoingMessage("p-" + number, "linkage", "south", "parked", number, "forward", "{}"));
        List<Pending> head = new ArrayList<>();
        long first = rows.readBy(house, () -> head.addAll(claim()));
        assertTrue("what is measured is there: " + first, first >= MANY);
        house.outbox.failed(head.get(0), "no", Optional.empty());

        costsNothing();
    }

    @Test
    public void tenThousandBehindOneThatIsNotAnsweredAreLookedAtOnce() {
        sendMany(number -> new OutgoingMessage("p-" + number, "linkage", "south", "silent", number, "forward", "{}"));
        house.outbox.handedOver(claim().get(0), Duration.ofDays(9));
        look();

        costsNothing();
    }

    @Test
    public void whatWaitsForWhomNobodyReachesCostsTheOthersNothing() {
        sendMany(number -> new OutgoingMessage("p-" + number, "linkage", "south", "a-" + number, 1, "forward", "{}"));
        settle();
        send("e-1", "east", "e", 1);

        long read = rows.readBy(house, () -> {
            for (int look = 0; look < LOOKS; look++) {
                house.clock.forward(SECOND);
                house.outbox.claim("linkage", Set.of("south"), 32, SECOND.multipliedBy(2));
            }
        });

        assertTrue("read " + read, read < FEW);
    }

    @Test
    public void whatIsInFrontAndWaitsForItsTurnIsAskedOnceWhetherAnythingIsAhead() {
        sendMany(number -> new OutgoingMessage("p-" + number, "linkage", "south", "a-" + number, 1, "forward", "{}"));
        settle();
        Followers followers = new Followers(house.boundary);
        look(followers);
        house.clock.forward(MINUTE.multipliedBy(5)); // what is due is seen late for a while, and asked again
        look(followers);

        long read = rows.readBy(house, () -> {
            for (int look = 0; look < LOOKS; look++) {
                look(followers);
            }
        });

        assertTrue("read " + read, read < FEW);
    }

    private void look(Followers followers) {
        house.clock.forward(SECOND);
        followers.standBack("linkage", Optional.empty(), JtaUnitOfWork.micros(house.clock.instant()));
    }

    @Test
    public void receiversHaveTheirTurnWhileOneIsLeftOut() {
        for (String receiver : List.of("east", "south", "west")) {
            send(receiver + "-1", receiver, "a", 1);
            send(receiver + "-2", receiver, "b", 1);
        }
        List<String> order = new ArrayList<>();
        for (int look = 0; look < 4; look++) {
            order.addAll(receivers(house.outbox.claim("linkage", Set.of("south"), 1, MINUTE)));
        }
        assertEquals(List.of("east", "west", "east", "west"), order);
        assertEquals(List.of(), house.outbox.claim("linkage", Set.of("south"), 1, MINUTE));
    }

    @Test
    public void aLookGoesNoFurtherThanToThoseWhoseTurnItIs() {
        int many = 300;
        IntStream.range(0, many).forEach(number -> send("m-" + number, "r-" + number, "a", 1));
        settle();
        List<String> order = new ArrayList<>();

        long read = rows.readBy(house, () -> {
            for (int look = 0; look < many; look++) {
                order.addAll(receivers(house.outbox.claim("linkage", Set.of("south"), 1, HOUR)));
            }
        });

        assertEquals("each has had his turn", many, Set.copyOf(order).size());
        assertTrue("read " + read, read < 50 * many);
    }

    @Test
    public void theyComeToTheFrontOneByOne() {
        for (int number = 1; number <= 4; number++) {
            send("m-" + number, "south", "a", number);
        }
        house.outbox.failed(claim().get(0), "no", Optional.empty());
        look();
        house.outbox.replay("m-1", house.clerk(NORTH));

        for (int number = 1; number <= 4; number++) {
            List<Pending> next = claim();
            assertEquals(List.of("m-" + number), ids(next));
            house.outbox.delivered(next.get(0), "receipt");
        }
    }

    @Test
    public void oneThatIsDeliveredOutOfItsTurnFreesNobodyWhoIsNotFree() {
        for (int number = 1; number <= 4; number++) {
            send("m-" + number, "south", "a", number);
        }
        Pending first = claim().get(0);
        house.outbox.handedOver(first, Duration.ofDays(9));
        look();

        house.outbox.delivered(house.outbox.find(NORTH, "m-2").orElseThrow(), "receipt");
        assertEquals(List.of(), claim());
        house.outbox.delivered(first, "receipt");
        assertEquals(List.of("m-3"), ids(claim()));
    }

    @Test
    public void whatIsDueAgainAfterItsReceiverWasSetBackHasNobodyWaitInVain() {
        send("m-1", "south", "a", 1);
        send("m-2", "south", "a", 2);
        house.outbox.handedOver(claim().get(0), Duration.ofDays(9));
        look();
        house.outbox.delivered(house.outbox.find(NORTH, "m-2").orElseThrow(), "receipt");
        house.outbox.delivered(house.outbox.find(NORTH, "m-1").orElseThrow(), "receipt");

        house.transactions.write(
                house.clerk(NORTH),
                Integer.class,
                unit -> house.outbox.resend("south", house.clock.instant(), house.clock.instant(), unit));

        for (String id : List.of("m-1", "m-2")) {
            List<Pending> next = claim();
            assertEquals(List.of(id), ids(next));
            house.outbox.delivered(next.get(0), "receipt");
        }
    }

    @Test
    public void whatAnEarlierVersionHasDeliveredHoldsNobodyBackAfterARestart() {
        earlierVersionDelivers();

        house = new House(store, folder.getRoot(), rows.source());

        assertEquals(List.of("m-2"), ids(claim()));
    }

    @Test
    public void whatAnEarlierVersionHasDeliveredHoldsNobodyBackForMoreThanAnHour() {
        earlierVersionDelivers();
        house.clock.forward(HOUR);

        assertEquals(List.of("m-2"), ids(claim()));
    }

    private void earlierVersionDelivers() {
        send("m-1", "south", "a", 1);
        send("m-2", "south", "a", 2);
        house.outbox.handedOver(claim().get(0), Duration.ofDays(9));
        look();
        store.run("UPDATE JOURNAL_OUTBOX SET STATE='DELIVERED' WHERE MESSAGE_ID='m-1'"); // as it knew of no marks
        look(); // all senders have been gone through
        look();
    }

    /** At once, and over a time in which all that waits is gone through for what stands back for nothing. */
    private void costsNothing() {
        settle();
        send("other", "south", "other", 1);
        List<String> found = new ArrayList<>();
        long read = rows.readBy(house, () -> {
            for (int look = 0; look < LOOKS; look++) {
                house.clock.forward(MINUTE);
                found.addAll(ids(house.outbox.claim("linkage", 32, HOUR)));
            }
        });

        assertEquals(List.of("other"), found);
        assertTrue("read " + read, read < FEW);
    }

    /** As the server does it by itself after a while. */
    private void settle() {
        if (store == Store.POSTGRESQL) {
            store.run("VACUUM ANALYZE JOURNAL_OUTBOX");
        }
    }

    private void look() {
        house.clock.forward(SECOND);
        assertEquals(List.of(), ids(claim()));
    }

    private void sendMany(IntFunction<OutgoingMessage> message) {
        for (int first = 1; first <= MANY; first += AT_ONCE) {
            List<OutgoingMessage> written =
                    IntStream.range(first, first + AT_ONCE).mapToObj(message).toList();
            house.transactions.write(house.clerk(NORTH), Void.class, unit -> {
                written.forEach(unit::send);
                return null;
            });
            house.clock.forward(Duration.ofMillis(1));
        }
    }

    private void send(String id, String receiver, String aggregate, long sequence) {
        house.transactions.write(house.clerk(NORTH), Void.class, unit -> {
            unit.send(new OutgoingMessage(id, "linkage", receiver, aggregate, sequence, "forward", "{}"));
            return null;
        });
    }

    private List<Pending> claim() {
        return house.outbox.claim("linkage", 32, MINUTE);
    }

    private static List<String> ids(List<Pending> messages) {
        return messages.stream().map(message -> message.message().id()).toList();
    }

    private static List<String> receivers(List<Pending> messages) {
        return messages.stream().map(message -> message.message().receiver()).toList();
    }
}
