package org.yichuang.journal.internal;

import static org.junit.Assert.assertEquals;
import static org.yichuang.journal.internal.House.NORTH;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.Test;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.EventDelivery;
import org.yichuang.journal.api.EventEnvelope;
import org.yichuang.journal.api.EventFilter;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/** Events on which a listener fails: tried again, set aside, replayed. */
public class HeldEventsTest extends EventScenario {
    @Test
    public void anEventOnWhichAStatementIsTooSlowHoldsUpOnlyItsOwnAggregate() {
        setAside(new IllegalStateException(new SQLException("canceling statement due to timeout", "57014")));
    }

    @Test
    public void anEventForWhichSomethingIsUnavailableHoldsUpOnlyItsOwnAggregate() {
        setAside(new ProblemException(CommonError.UNAVAILABLE, LocalizedMessage.verbatim("a value is unreadable")));
    }

    private void setAside(RuntimeException failure) {
        Hearing listener = new Hearing("one") {
            @Override
            public void on(EventEnvelope event, UnitOfWork unit) {
                if (event.aggregateId().equals("b")) {
                    throw failure;
                }
                super.on(event, unit);
            }
        };
        happens("b", NORTH);
        happens("c", NORTH);
        house.anchor(NORTH);
        EventFollower follower = follower(listener);
        for (int i = 0; i <= EventFollower.PATIENCE.size(); i++) {
            follow(follower);
            house.clock.forward(Duration.ofMinutes(11));
        }

        assertEquals(List.of("north/c#1"), listener.heard);
        assertEquals(1, progress("one").setAside());
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
    public void aRefusalOnWhichAListenerFailsHoldsUpNoOther() {
        Set<String> failing = new TreeSet<>(Set.of("No. 5", "No. 7"));
        Hearing listener = new Hearing("one") {
            @Override
            public void on(EventEnvelope event, UnitOfWork unit) {
                if (failing.contains(event.event().number())) {
                    throw new IllegalStateException(event.event().number());
                }
                super.on(event, unit);
            }
        };
        listener.filter = EventFilter.of("windows", "authority-refused");
        List.of("No. 5", "No. 6", "No. 7", "No. 8").forEach(this::refused);
        EventFollower follower = follower(listener);
        for (int i = 0; i <= EventFollower.PATIENCE.size(); i++) {
            follow(follower);
            house.clock.forward(Duration.ofMinutes(11));
        }
        refused("No. 9");
        follow(follower);
        assertEquals(List.of("No. 6", "No. 8", "No. 9"), numbers(listener));
        assertEquals(2, progress("one").setAside());
        assertEquals(0, progress("one").waitingBehind());

        failing.remove("No. 7");
        delivery().replay("one", "access", house.node.id() + "-1", operator());
        follow(follower);

        assertEquals(List.of("No. 6", "No. 8", "No. 9", "No. 7"), numbers(listener));
        assertEquals(1, progress("one").retrying());
    }

    private void refused(String number) {
        house.journal.refused(
                "case " + number,
                new ProblemException(CommonError.NOT_ALLOWED, LocalizedMessage.verbatim("no letter")),
                DomainEvent.of("windows", "authority-refused").about(number, ""),
                house.clerk(NORTH));
        house.refusals.write(Instant.MIN);
        house.anchor(NORTH);
    }

    private static List<String> numbers(Hearing listener) {
        return listener.envelopes.stream()
                .map(envelope -> envelope.event().number())
                .toList();
    }

    @Test
    public void howeverManyEventsWaitBehindOneTheOtherAggregatesGoOn() {
        Hearing listener = new Hearing("one");
        listener.failsOn.add("b");
        happens("b", NORTH);
        house.anchor(NORTH);
        EventFollower follower = follower(listener);
        follow(follower);
        store.run(
                "INSERT INTO JOURNAL_HELD (TENANT, LISTENER, AGGREGATE_TYPE, AGGREGATE_ID, SEQ, ANCHOR_NUMBER, POSITION,"
                        + " STATE, ATTEMPTS, DUE_MICROS, SINCE_MICROS, LAST_ERROR) VALUES "
                        + IntStream.range(2, 1_010)
                                .mapToObj(sequence ->
                                        "('north', 'one', 'thing', 'b', " + sequence + ", 1, 1, 'BEHIND', 0, 0, 0, '')")
                                .collect(Collectors.joining(", ")));
        happens("c", NORTH);
        house.anchor(NORTH);

        follow(follower);

        assertEquals(List.of("north/c#1"), listener.heard);
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
    public void onlyWhoIsPermittedSeesAndReplays() {
        assertCode("not-allowed", () -> delivery().held(PAGE, house.clerk(NORTH)));
        assertCode("not-allowed", () -> delivery().replay("one", "thing", "b", house.clerk(NORTH)));
        assertCode("not-allowed", () -> delivery().replayAll("one", house.clerk(NORTH)));
    }
}
