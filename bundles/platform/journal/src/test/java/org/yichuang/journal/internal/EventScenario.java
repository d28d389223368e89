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
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
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
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.PlatformClock;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/** A house in which things happen, and somebody who hears of them. */
abstract class EventScenario extends OnBothStores {
    static final Duration LONG = Duration.ofHours(1);

    static final PageRequest PAGE = PageRequest.of(10, null);

    /** A thing is counted, and says so as an event of the module things. */
    void happens(String id, TenantId tenant) {
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

    EventFollower heldAtNorth(Hearing listener) {
        listener.failsOn.add("b");
        happens("b", NORTH);
        house.anchor(NORTH);
        EventFollower follower = follower(listener);
        follow(follower);
        listener.failsOn.clear();
        return follower;
    }

    void turn(EventFollower follower, BooleanSupplier enough) {
        follower.follow(house.leases.acquire("event-one", LONG).orElseThrow(), enough);
    }

    CallContext operator() {
        return CallContext.system(NORTH, house.clock.instant(), "r-2");
    }

    static void assertCode(String code, ThrowingRunnable call) {
        assertEquals(code, assertThrows(ProblemException.class, call).code().code());
    }

    EventFollower follower(EventListener listener) {
        return follower(listener, clock());
    }

    EventFollower follower(EventListener listener, PlatformClock clock) {
        EventFollower follower =
                new EventFollower(listener, house.boundary, house.transactions, clock, EventFollower.PATIENCE);
        follower.register();
        return follower;
    }

    void follow(EventFollower follower) {
        UnitOfWork.Lease lease = house.leases.acquire("event-one", LONG).orElseThrow();
        while (follower.follow(lease, () -> false)) {
            assertTrue("goes on", true);
        }
    }

    EventDelivery delivery() {
        EventDispatcher dispatcher =
                new EventDispatcher(house.boundary, house.transactions, house.leases, clock(), house.afterwards);
        return new DatabaseEventDelivery(house.boundary, house.transactions, dispatcher, clock());
    }

    EventDelivery.Progress progress(String listener) {
        return delivery().listeners().stream()
                .filter(progress -> progress.listener().equals(listener))
                .findFirst()
                .orElseThrow();
    }

    PlatformClock clock() {
        return new OffsetClock(house.clock);
    }

    /** Hears, counts, and fails when it is told to. */
    class Hearing implements EventListener {
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
