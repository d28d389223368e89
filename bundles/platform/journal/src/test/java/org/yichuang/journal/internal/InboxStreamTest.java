package org.yichuang.journal.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.yichuang.journal.internal.House.NORTH;
import static org.yichuang.journal.internal.House.SOUTH;

import java.util.List;
import org.junit.Test;
import org.yichuang.journal.api.JournalError;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/** Numbers of a sender that has been set back follow on what has been received of it before. */
public class InboxStreamTest extends OnBothStores {
    private static final long RESTORED = 1_767_225_600_000_000L;

    @Test
    public void inOneEpochAMessageStandsWhereItsSenderHasCountedIt() {
        assertEquals(1, place("case-1", 0, 1));
        assertEquals(2, place("case-1", 0, 2));
        assertEquals("of a stream that was there before anybody counted", 7, place("case-2", 0, 7));
        assertEquals("a gap is for others to see", 9, place("case-2", 0, 9));
    }

    @Test
    public void whatIsCountedAnewFollowsOnWhatHasComeOfTheEpochBefore() {
        for (int number = 1; number <= 5; number++) {
            place("case-1", 0, number);
        }

        assertEquals("the sender was set back to its third", 6, place("case-1", RESTORED, 4));
        assertEquals(7, place("case-1", RESTORED, 5));
        assertEquals(8, place("case-1", RESTORED, 6));
        assertEquals("set back again, to its fourth", 9, place("case-1", RESTORED + 1, 5));
        assertEquals(10, place("case-1", RESTORED + 1, 6));
    }

    @Test
    public void whoWasSetBackToAllThatHadComeGoesOn() {
        place("case-1", 0, 1);

        assertEquals(2, place("case-1", RESTORED, 2));
        assertEquals("one that begins in a later epoch", 1, place("case-2", RESTORED, 1));
    }

    @Test
    public void whatItsSenderDoesNotKnowAnyMoreHasNoPlace() {
        place("case-1", 0, 1);
        place("case-1", RESTORED, 1);

        ProblemException refusal = assertThrows(ProblemException.class, () -> place("case-1", 0, 2));

        assertEquals(JournalError.EPOCH_OVER, refusal.code());
        assertEquals(3, place("case-1", RESTORED, 2));
    }

    @Test
    public void streamsTopicsAndTenantsAreApart() {
        place("case-1", 0, 1);
        place("case-1", 0, 2);

        assertEquals(1, place(NORTH, "visits", "case-1", RESTORED, 1));
        assertEquals(1, place(SOUTH, "cases", "case-1", RESTORED, 1));
        assertEquals(3, place("case-1", RESTORED, 1));
    }

    @Test
    public void whoHasSaidThatItWasSetBackHasNothingOfBeforeTakenInAnyStream() {
        place("case-1", 0, 1);
        place(NORTH, "epoch", "epoch", RESTORED, RESTORED);

        for (String stream : List.of("case-1", "case-2")) {
            ProblemException refusal = assertThrows(ProblemException.class, () -> place(stream, 0, 2));
            assertEquals(JournalError.EPOCH_OVER, refusal.code());
        }
        assertEquals(2, place("case-1", RESTORED, 2));
        assertEquals("it is another centre's", 1, place(SOUTH, "cases", "case-1", 0, 1));
    }

    @Test
    public void aPlaceIsNotedOnlyWithItsEffect() {
        place("case-1", 0, 1);
        assertThrows(
                IllegalStateException.class,
                () -> house.transactions.write(house.clerk(NORTH), Long.class, unit -> {
                    unit.place("cases", "haiyang", "case-1", RESTORED, 1);
                    throw new IllegalStateException("no effect");
                }));

        assertEquals(2, place("case-1", 0, 2));
    }

    private long place(String stream, long epoch, long number) {
        return place(NORTH, "cases", stream, epoch, number);
    }

    private long place(TenantId tenant, String topic, String stream, long epoch, long number) {
        return house.transactions.write(
                house.clerk(tenant), Long.class, unit -> unit.place(topic, "haiyang", stream, epoch, number));
    }
}
