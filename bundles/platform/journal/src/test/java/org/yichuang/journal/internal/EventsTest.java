package org.yichuang.journal.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.journal.internal.House.NORTH;
import static org.yichuang.journal.internal.House.SOUTH;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.junit.Test;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.EventEnvelope;
import org.yichuang.journal.api.EventFilter;
import org.yichuang.journal.api.EventListener;
import org.yichuang.journal.api.Journal;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.PlatformClock;
import org.yichuang.kernel.api.ProblemException;

public class EventsTest extends EventScenario {
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
    public void aRehearsalOfLaterDaysPassesNothingOver() {
        happens("a", NORTH);
        house.anchor(NORTH);
        Hearing listener = new Hearing("one");
        listener.oldest = Optional.of(Duration.ofDays(3));
        PlatformClock rehearsed = clock();
        rehearsed.moveBy(Duration.ofDays(60));

        follow(follower(listener, rehearsed));

        assertEquals(List.of("north/a#1"), listener.heard);
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
    public void newsAreWhatIsAnchoredLaterWhateverItsMoment() {
        EventFilter things = EventFilter.of("things");
        house.clock.forward(Duration.ofDays(30));
        happens("a", NORTH);
        house.anchor(NORTH);
        house.clock.forward(Duration.ofDays(-30));
        Journal.NewEvents before = house.journal.newEvents(things, OptionalLong.empty(), operator());
        assertFalse(before.isAny());

        house.count("b", house.clerk(NORTH));
        house.anchor(NORTH);
        Journal.NewEvents withoutEvent = house.journal.newEvents(things, OptionalLong.of(before.anchor()), operator());
        assertFalse("an entry without an event is none", withoutEvent.isAny());

        happens("c", NORTH);
        house.anchor(NORTH);
        Journal.NewEvents news = house.journal.newEvents(things, OptionalLong.of(withoutEvent.anchor()), operator());
        assertTrue(news.isAny());
        assertEquals(withoutEvent.anchor() + 1, news.anchor());
        assertFalse(house.journal
                .newEvents(EventFilter.of("others"), OptionalLong.of(before.anchor()), operator())
                .isAny());
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
    public void rowsOfNoTenantHoldUpNobody() {
        Hearing listener = heardOnce();
        store.run("INSERT INTO JOURNAL_HEAD (TENANT, ANCHOR_NUMBER, ENTRIES) VALUES ('A Tenant?', 1, 1)");
        store.run("INSERT INTO JOURNAL_PENDING (TENANT, AGGREGATE_TYPE, AGGREGATE_ID, SEQ, HASH) "
                + "VALUES ('A Tenant?', 'thing', 'x', 1, 'x')");
        store.run("INSERT INTO JOURNAL_HELD (TENANT, LISTENER, AGGREGATE_TYPE, AGGREGATE_ID, SEQ, ANCHOR_NUMBER, "
                + "POSITION, STATE, ATTEMPTS, DUE_MICROS, SINCE_MICROS, LAST_ERROR) "
                + "VALUES ('A Tenant?', 'one', 'thing', 'x', 1, 1, 0, 'RETRYING', 1, 0, 0, '')");
        happens("b", NORTH);
        house.anchoring.waiting().forEach(house::anchor);

        follow(follower(listener));

        assertEquals(List.of("north/a#1", "north/b#1"), listener.heard);
        assertEquals(0, progress("one").behind());
    }

    private Hearing heardOnce() {
        Hearing listener = new Hearing("one");
        happens("a", NORTH);
        house.anchor(NORTH);
        follow(follower(listener));
        return listener;
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
                        .offer(10, Set.of(), System.nanoTime() - 1)
                        .passed());

        assertEquals(1, passed);
        assertEquals(List.of("north/a#1"), listener.heard);
    }
}
