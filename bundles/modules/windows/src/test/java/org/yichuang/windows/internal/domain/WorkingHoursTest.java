package org.yichuang.windows.internal.domain;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.Test;
import org.yichuang.windows.api.PunchSlot;

/** When staff have to be there, and what a punch means. */
public class WorkingHoursTest {
    private final WorkingHours hours =
            new WorkingHours(LocalTime.of(9, 0), LocalTime.of(12, 0), LocalTime.of(13, 30), LocalTime.of(17, 0), 0);

    private PunchSlot slot(String time, PunchSlot... punched) {
        return hours.slotOf(LocalTime.parse(time), Set.of(punched));
    }

    /** Whoever comes in the second half of a half-day has come late, not gone early. */
    @Test
    public void theFirstPunchOfAHalfDayIsThatTheyCome() {
        assertEquals(PunchSlot.AM_IN, slot("11:10"));
        assertEquals(PunchSlot.AM_OUT, slot("11:10", PunchSlot.AM_IN));
        assertEquals("the half-day is over", PunchSlot.AM_OUT, slot("12:01"));
        assertEquals(PunchSlot.PM_IN, slot("16:20", PunchSlot.AM_IN, PunchSlot.AM_OUT));
        assertEquals(PunchSlot.PM_OUT, slot("16:20", PunchSlot.PM_IN));
        assertEquals(PunchSlot.PM_OUT, slot("17:01"));
    }

    /** Whoever punches when a half-day ends has forgotten that they came, and does not come three hours late. */
    @Test
    public void nobodyComesInTheHalfHourInWhichAHalfDayEnds() {
        assertEquals(PunchSlot.AM_IN, slot("11:29"));
        assertEquals(PunchSlot.AM_OUT, slot("11:30"));
        assertEquals(PunchSlot.PM_IN, slot("16:29"));
        assertEquals(PunchSlot.PM_OUT, slot("16:30"));
    }

    @Test
    public void whatIsEnteredSaysWhereSomebodyIsWhereItIsOfThatTime() {
        LocalTime late = LocalTime.of(11, 45);
        assertTrue("they come late", hours.isNow(PunchSlot.AM_IN, late, Set.of()));
        assertTrue("or go", hours.isNow(PunchSlot.AM_OUT, late, Set.of()));
        assertFalse("they have gone", hours.isNow(PunchSlot.AM_IN, late, Set.of(PunchSlot.AM_OUT)));
        assertFalse("it is over", hours.isNow(PunchSlot.AM_IN, LocalTime.of(12, 1), Set.of()));
        assertFalse("it is to come", hours.isNow(PunchSlot.PM_IN, late, Set.of()));
    }

    @Test
    public void hoursThatDoNotFollowEachOtherAreRefused() {
        for (String value : List.of("09:00-12:00,13:30-17:00", "09:00-12:00,12:00-17:00")) {
            assertFalse(value, AttendancePolicy.HOURS.fault(value).isPresent());
        }
        for (String value : List.of(
                "12:00-09:00,13:30-17:00",
                "09:00-13:40,13:30-17:00",
                "13:30-17:00,09:00-12:00",
                "09:00-09:00,13:30-17:00",
                "9:00-12:00,13:30-17:00")) {
            assertTrue(value, AttendancePolicy.HOURS.fault(value).isPresent());
        }
    }
}
