package org.yichuang.journal.internal;

import static org.junit.Assert.assertEquals;
import static org.yichuang.journal.internal.House.NORTH;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.Test;
import org.yichuang.journal.api.EventDelivery;
import org.yichuang.journal.api.EventEnvelope;
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
