package org.yichuang.journal.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.journal.internal.House.NORTH;
import static org.yichuang.journal.internal.House.SOUTH;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.EventDelivery;
import org.yichuang.journal.api.EventEnvelope;
import org.yichuang.journal.api.EventFilter;
import org.yichuang.journal.api.EventListener;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.PlatformClock;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

public class EventsTest extends OnBothStores {
    private static final Duration LONG = Duration.ofHours(1);
    private static final PageRequest PAGE = PageRequest.of(10, null);

    @Test
    public void aListenerHearsWhatWasCommittedInTheOrderOfTheAnchors() {
        Hearing listener = new Hearing("one");
        EventFollower follower = follower(listener);
        happens("a", NORTH);
        happens("b", NORTH);
        happens("a", NORTH);
        house.anchor(NORTH);

        follow(follower);

        assertEquals(List.of("north/a#1", "north/a#2", "north/b#1"), listener.heard);
        EventEnvelope first = listener.envelopes.get(0);
        DomainEvent event = first.event();
        assertEquals("things/counted/2", event.module() + "/" + event.type() + "/" + event.version());
        assertEquals("No. a", event.number());
        assertEquals("{\"by\":1}", event.data());
        assertEquals("A", event.rank());
        assertEquals("wang", first.actor());
        assertEquals(1, first.anchor());
        assertEquals(1, first.position());
        assertFalse("details are written for people", first.toString().contains("fact"));
    }

    @Test
    public void whatWasHeardIsNotHeardAgainAndWhatComesLaterIs() {
        Hearing listener = new Hearing("one");
        EventFollower follower = follower(listener);
        happens("a", NORTH);
        house.anchor(NORTH);
        follow(follower);
        follow(follower);
        happens("a", SOUTH);
        house.anchor(SOUTH);

        follow(follower(listener));

        assertEquals(List.of("north/a#1", "south/a#1"), listener.heard);
    }

    @Test
    public void anEntryWithoutAnEventIsHeardByItsKindAndAction() {
        Hearing listener = new Hearing("one");
        listener.filter = EventFilter.of("thing", "count");
        house.count("plain", house.clerk(NORTH));
        happens("a", NORTH);
        house.anchor(NORTH);

        follow(follower(listener));

        assertEquals(List.of("north/plain#1"), listener.heard);
    }

    @Test
    public void aRefusalThatIsAFactOfAModuleIsHeardThoughTheCommandIsRolledBack() {
        Hearing listener = new Hearing("one");
        listener.filter = EventFilter.of("windows", "authority-refused");
        DomainEvent event = DomainEvent.of("windows", "authority-refused").about("No. 5", "");
        ProblemException refusal =
                new ProblemException(CommonError.NOT_ALLOWED, LocalizedMessage.verbatim("no letter"));
        house.journal.refused("case No. 5", refusal, event, house.clerk(NORTH));
        house.refusals.write(Instant.MIN);
        house.anchor(NORTH);

        follow(follower(listener));

        assertEquals(1, listener.envelopes.size());
        assertEquals("No. 5", listener.envelopes.get(0).event().number());
        assertEquals("wang", listener.envelopes.get(0).actor());
    }

    @Test
    public void aListenerFromNowHearsNothingOfBeforeAndEverythingAfterwards() {
        happens("a", NORTH);
        house.anchor(NORTH);
        Hearing listener = new Hearing("one");
        listener.start = EventListener.Start.NOW;
        EventFollower follower = follower(listener);
        follow(follower);
        happens("b", NORTH);
        happens("c", SOUTH);
        house.anchor(NORTH);
        house.anchor(SOUTH);

        follow(follower);

        assertEquals(Set.of("north/b#1", "south/c#1"), new TreeSet<>(listener.heard));
    }

    @Test
    public void whatIsTooOldIsPassedOver() {
        happens("a", NORTH);
        house.anchor(NORTH);
        house.clock.forward(Duration.ofDays(31));
        happens("b", NORTH);
        house.anchor(NORTH);
        Hearing listener = new Hearing("one");
        listener.oldest = Optional.of(Duration.ofDays(3));

        follow(follower(listener));

        assertEquals(List.of("north/b#1"), listener.heard);
        assertEquals(0, progress("one").behind());
    }

    @Test
    public void whereAListenerDoesNotFollowItsPlaceStays() {
        Hearing listener = new Hearing("one");
        listener.followed.remove(NORTH);
        happens("a", NORTH);
        house.anchor(NORTH);
        EventFollower follower = follower(listener);
        follow(follower);
        assertEquals(List.of(), listener.heard);

        listener.followed.add(NORTH);
        follow(follower);

        assertEquals(List.of("north/a#1"), listener.heard);
    }

    @Test
    public void whatAListenerWritesIsCommittedWithItsPlaceOrNotAtAll() {
        Hearing listener = new Hearing("one");
        listener.counts = true;
        listener.failsOn.add("b");
        happens("a", NORTH);
        happens("b", NORTH);
        happens("c", NORTH);
        house.anchor(NORTH);
        EventFollower follower = follower(listener);

        follow(follower);

        assertEquals(1, house.counted("heard-a", NORTH));
        assertEquals(0, house.counted("heard-b", NORTH));
        assertEquals(1, house.counted("heard-c", NORTH));
    }

    @Test
    public void aFailingEventHoldsUpOnlyItsOwnAggregate() {
        Hearing listener = new Hearing("one");
        listener.failsOn.add("b");
        for (int i = 0; i < 3; i++) {
            happens("a", NORTH);
            happens("b", NORTH);
            happens("c", NORTH);
        }
        house.anchor(NORTH);
        EventFollower follower = follower(listener);

        follow(follower);

        assertEquals(
                Set.of("north/a#1", "north/a#2", "north/a#3", "north/c#1", "north/c#2", "north/c#3"),
                new TreeSet<>(listener.committed()));
        EventDelivery.Progress progress = progress("one");
        assertEquals(1, progress.retrying());
        assertEquals(2, progress.waitingBehind());
        assertEquals(0, progress.behind());
    }

    @Test
    public void aFailingEventIsTriedAgainAndWhatWaitedBehindItFollows() {
        Hearing listener = new Hearing("one");
        listener.failsOn.add("b");
        happens("b", NORTH);
        happens("b", NORTH);
        house.anchor(NORTH);
        EventFollower follower = follower(listener);
        follow(follower);
        listener.failsOn.clear();
        follow(follower);
        assertEquals("not before its time", List.of(), listener.heard);

        house.clock.forward(Duration.ofSeconds(2));
        follow(follower);

        assertEquals(List.of("north/b#1", "north/b#2"), listener.heard);
        assertEquals(0, progress("one").retrying() + progress("one").waitingBehind());
    }

    @Test
    public void anEventThatFailsForGoodIsSetAsideAndReplayed() {
        Hearing listener = new Hearing("one");
        listener.failsOn.add("b");
        happens("b", NORTH);
        happens("b", NORTH);
        house.anchor(NORTH);
        EventFollower follower = follower(listener);
        for (int i = 0; i <= EventFollower.PATIENCE.size(); i++) {
            follow(follower);
            house.clock.forward(Duration.ofHours(1));
        }
        EventDelivery delivery = delivery();
        List<EventDelivery.Held> held = delivery.held(PAGE, operator()).items();
        assertEquals(EventDelivery.State.SET_ASIDE, held.get(0).state());
        assertEquals("IllegalStateException: I fail on b", held.get(0).lastError());
        assertEquals(EventDelivery.State.BEHIND, held.get(1).state());
        assertEquals(1, progress("one").setAside());

        listener.failsOn.clear();
        follow(follower);
        assertEquals(List.of(), listener.heard);
        delivery.replay("one", "thing", "b", operator());
        follow(follower);

        assertEquals(List.of("north/b#1", "north/b#2"), listener.heard);
        assertEquals(List.of(), delivery.held(PAGE, operator()).items());
    }

    @Test
    public void whatIsNotHeldCannotBeReplayed() {
        assertCode("event-not-held", () -> delivery().replay("one", "thing", "b", operator()));
        assertEquals(0, delivery().replayAll("one", operator()));
    }

    @Test
    public void aTakenOverNodeMovesNothing() {
        Hearing listener = new Hearing("one");
        happens("a", NORTH);
        house.anchor(NORTH);
        UnitOfWork.Lease lapsed =
                house.leases.acquire("event-one", Duration.ofMillis(-1)).orElseThrow();
        new DatabaseLeases(house.boundary, new Node())
                .acquire("event-one", LONG)
                .orElseThrow();
        EventFollower follower = follower(listener);

        assertCode("lease-lost", () -> follower.follow(lapsed, () -> false));

        assertEquals(1, progress("one").behind());
    }

    @Test
    public void lagIsCountedAndAged() {
        EventFollower follower = follower(new Hearing("one"));
        happens("a", NORTH);
        happens("b", NORTH);
        house.anchor(NORTH);
        house.clock.forward(Duration.ofMinutes(3));

        assertEquals(2, progress("one").behind());
        assertEquals(Duration.ofMinutes(3), progress("one").lag());
        follow(follower);
        assertEquals(0, progress("one").behind());
        assertEquals(Duration.ZERO, progress("one").lag());
    }

    @Test
    public void anEventIsPartOfWhatIsProved() {
        happens("a", NORTH);
        house.anchor(NORTH);
        assertTrue(house.journal.verify(NORTH).sound());

        store.run("UPDATE JOURNAL_ENTRY SET EVENT_ITEM='other'");

        assertFalse(house.journal.verify(NORTH).sound());
    }

    /** A thing is counted, and says so as an event of the module things. */
    private void happens(String id, TenantId tenant) {
        house.transactions.write(house.clerk(tenant), Void.class, unit -> {
            Thing thing = unit.entities(store.things()).find(Thing.class, id);
            if (thing == null) {
                thing = new Thing(id);
                unit.entities(store.things()).persist(thing);
            }
            thing.count();
            ChainHead head = unit.record(
                    new AuditEntry(
                            "thing",
                            id,
                            "count",
                            "",
                            "",
                            Map.of("fact", "yes"),
                            DomainEvent.of("things", "counted")
                                    .about("No. " + id, "item-1")
                                    .at("", "w1")
                                    .by("A")
                                    .with(2, "{\"by\":1}")),
                    thing.head());
            thing.head(head);
            return null;
        });
    }

    @Test
    public void everyCentreHasItsTurnHoweverBusyAnotherIs() {
        Hearing listener = new Hearing("one");
        EventFollower follower = follower(listener);
        happens("a", NORTH);
        happens("b", SOUTH);
        house.anchor(NORTH);
        house.anchor(SOUTH);
        turn(follower, () -> !listener.heard.isEmpty());
        happens("c", NORTH);
        house.anchor(NORTH);

        turn(follower, () -> listener.heard.size() > 1);

        assertEquals(List.of("north/a#1", "south/b#1"), listener.heard);
    }

    @Test
    public void whatIsToBeTriedAgainDoesNotWaitForWhatIsNew() {
        Hearing listener = new Hearing("one");
        listener.failsOn.add("b");
        happens("b", NORTH);
        house.anchor(NORTH);
        EventFollower follower = follower(listener);
        follow(follower);
        listener.failsOn.clear();
        happens("c", NORTH);
        house.anchor(NORTH);
        house.clock.forward(Duration.ofSeconds(2));

        turn(follower, () -> !listener.heard.isEmpty());

        assertEquals(List.of("north/b#1"), listener.heard);
    }

    @Test
    public void whatIsHeldAtACentreThatIsNotFollowedRests() {
        Hearing listener = new Hearing("one");
        EventFollower follower = heldAtNorth(listener);
        listener.followed.remove(NORTH);
        house.clock.forward(Duration.ofSeconds(2));
        follow(follower);
        assertEquals(List.of(), listener.heard);
        assertEquals(1, progress("one").retrying());

        listener.followed.add(NORTH);
        house.clock.forward(Duration.ofMinutes(1));
        follow(follower);

        assertEquals(List.of("north/b#1"), listener.heard);
    }

    @Test
    public void whatHasBecomeTooOldWhileItWasHeldIsLetGo() {
        Hearing listener = new Hearing("one");
        EventFollower follower = heldAtNorth(listener);
        listener.oldest = Optional.of(Duration.ofDays(3));
        house.clock.forward(Duration.ofDays(4));

        follow(follower);

        assertEquals(List.of(), listener.heard);
        assertEquals(List.of(), delivery().held(PAGE, operator()).items());
    }

    @Test
    public void aSlowReadStillLeadsToAnEvent() {
        Hearing listener = new Hearing("one");
        happens("a", NORTH);
        happens("a", NORTH);
        house.anchor(NORTH);
        follower(listener);

        int passed =
                house.transactions.write(house.clerk(NORTH), Integer.class, unit -> new EventBatch(listener, unit, 0)
                        .offer(10, System.nanoTime() - 1));

        assertEquals(1, passed);
        assertEquals(List.of("north/a#1"), listener.heard);
    }

    private EventFollower heldAtNorth(Hearing listener) {
        listener.failsOn.add("b");
        happens("b", NORTH);
        house.anchor(NORTH);
        EventFollower follower = follower(listener);
        follow(follower);
        listener.failsOn.clear();
        return follower;
    }

    private void turn(EventFollower follower, BooleanSupplier enough) {
        follower.follow(house.leases.acquire("event-one", LONG).orElseThrow(), enough);
    }

    @Test
    public void onlyWhoIsPermittedSeesAndReplays() {
        assertCode("not-allowed", () -> delivery().held(PAGE, house.clerk(NORTH)));
        assertCode("not-allowed", () -> delivery().replay("one", "thing", "b", house.clerk(NORTH)));
        assertCode("not-allowed", () -> delivery().replayAll("one", house.clerk(NORTH)));
    }

    private CallContext operator() {
        return CallContext.system(NORTH, house.clock.instant(), "r-2");
    }

    private static void assertCode(String code, ThrowingRunnable call) {
        assertEquals(code, assertThrows(ProblemException.class, call).code().code());
    }

    private EventFollower follower(EventListener listener) {
        EventFollower follower =
                new EventFollower(listener, house.boundary, house.transactions, clock(), EventFollower.PATIENCE);
        follower.register();
        return follower;
    }

    private void follow(EventFollower follower) {
        UnitOfWork.Lease lease = house.leases.acquire("event-one", LONG).orElseThrow();
        while (follower.follow(lease, () -> false)) {
            assertTrue("goes on", true);
        }
    }

    private EventDelivery delivery() {
        EventDispatcher dispatcher =
                new EventDispatcher(house.boundary, house.transactions, house.leases, clock(), house.afterwards);
        return new DatabaseEventDelivery(house.boundary, house.transactions, dispatcher, clock());
    }

    private EventDelivery.Progress progress(String listener) {
        return delivery().listeners().stream()
                .filter(progress -> progress.listener().equals(listener))
                .findFirst()
                .orElseThrow();
    }

    private PlatformClock clock() {
        return new OffsetClock(house.clock);
    }

    /** Hears, counts, and fails when it is told to. */
    private final class Hearing implements EventListener {
        final List<String> heard = new ArrayList<>();
        final List<EventEnvelope> envelopes = new ArrayList<>();
        final Set<String> failsOn = new TreeSet<>();
        final Set<TenantId> followed = new TreeSet<>(Set.of(NORTH, SOUTH));
        final String name;
        EventFilter filter = EventFilter.ALL;
        Start start = Start.BEGINNING;
        Optional<Duration> oldest = Optional.empty();
        boolean counts;

        Hearing(String name) {
            this.name = name;
        }

        Set<String> committed() {
            return new TreeSet<>(heard);
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public EventFilter wants() {
            return filter;
        }

        @Override
        public Start start() {
            return start;
        }

        @Override
        public Optional<Duration> oldest() {
            return oldest;
        }

        @Override
        public boolean follows(TenantId tenant) {
            return followed.contains(tenant);
        }

        @Override
        public void on(EventEnvelope event, UnitOfWork unit) {
            boolean isMeant = event.aggregateType().equals("thing")
                    || event.event().module().equals("windows");
            if (!isMeant || event.aggregateId().startsWith("heard-")) {
                return;
            }
            if (failsOn.contains(event.aggregateId())) {
                throw new IllegalStateException("I fail on " + event.aggregateId());
            }
            if (counts) {
                house.count(unit, "heard-" + event.aggregateId());
            }
            heard.add(event.tenant() + "/" + event.aggregateId() + "#" + event.sequence());
            envelopes.add(event);
        }
    }
}
