package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.Optional;
import org.junit.Test;

/** A calendar is followed when all cases have been taken through it twice, the second time a while after the first. */
public class CalendarPassTest {
    private static final String CALENDAR = "c".repeat(64);
    private static final Instant DAY = Instant.parse("2026-11-03T01:00:00Z");

    private static CalendarPass pass(String state) {
        return new CalendarPass(CALENDAR, Optional.ofNullable(state));
    }

    @Test
    public void aSecondPassIsMadeAWhileAfterTheFirst() {
        String once = pass(null).completed(DAY);
        assertTrue(pass(null).isDue(DAY));
        assertFalse(pass(once).isDue(DAY.plusSeconds(299)));
        assertTrue(pass(once).isDue(DAY.plusSeconds(300)));
        assertTrue(pass(pass(once).completed(DAY.plusSeconds(300))).isSettled());
    }

    @Test
    public void aPassOfARehearsalKeepsNobodyWaitingForItsDay() {
        String ahead = pass(null).completed(Instant.parse("2027-02-02T01:00:00Z"));
        assertTrue(pass(ahead).isDue(DAY));
        String once = pass(ahead).completed(DAY);
        assertFalse("it counts as none", pass(once).isSettled());
        assertEquals(pass(null).completed(DAY), once);
    }
}
