package org.yichuang.kernel.api.time;

import static org.junit.Assert.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class LightsTest {
    private static final LocalDate START = LocalDate.of(2026, 3, 2);

    private final WorkingCalendar calendar = ShippedCalendars.national();
    /** Ends on Monday 16 March. */
    private final Deadline promised = due(Limit.working(10));
    /** Ends on Monday 30 March. */
    private final Deadline statutory = due(Limit.working(20));

    @Test
    public void aFifthOfTheLimitIsLittleTime() {
        assertEquals(TrafficLight.GREEN, light(LocalDate.of(2026, 3, 11)));
        assertEquals(TrafficLight.YELLOW, light(LocalDate.of(2026, 3, 12)));
        assertEquals(TrafficLight.YELLOW, light(LocalDate.of(2026, 3, 16)));
    }

    @Test
    public void aPassedPromiseIsYellowUntilTheLawsLimitHasPassed() {
        assertEquals(TrafficLight.YELLOW, light(LocalDate.of(2026, 3, 17)));
        assertEquals(TrafficLight.YELLOW, light(LocalDate.of(2026, 3, 30)));
        assertEquals(TrafficLight.RED, light(LocalDate.of(2026, 3, 31)));
    }

    @Test
    public void aShortLimitWarnsOneDayBefore() {
        Deadline three = due(Limit.working(3));

        assertEquals(
                TrafficLight.GREEN,
                TrafficLights.of(LocalDate.of(2026, 3, 3), three, calendar).light());
        assertEquals(
                TrafficLight.YELLOW,
                TrafficLights.of(LocalDate.of(2026, 3, 4), three, calendar).light());
        assertEquals(
                TrafficLight.RED,
                TrafficLights.of(LocalDate.of(2026, 3, 6), three, calendar).light());
    }

    @Test
    public void theDaysLeftAreThoseOfTheLimitsUnit() {
        assertEquals(
                new Remaining(TrafficLight.GREEN, Optional.of(9), DayUnit.WORKING),
                TrafficLights.of(LocalDate.of(2026, 3, 3), promised, calendar));
        assertEquals(
                new Remaining(TrafficLight.GREEN, Optional.of(9), DayUnit.CALENDAR),
                TrafficLights.of(LocalDate.of(2026, 3, 3), due(Limit.calendar(10)), calendar));
    }

    @Test
    public void aStandingClockIsGreen() {
        Deadline standing =
                Deadlines.due(START, Limit.working(5), List.of(new Suspension(START, null, "听证")), null, calendar);

        assertEquals(
                new Remaining(TrafficLight.GREEN, Optional.empty(), DayUnit.WORKING),
                TrafficLights.of(LocalDate.of(2027, 3, 3), standing, calendar));
    }

    private TrafficLight light(LocalDate today) {
        return TrafficLights.of(today, promised, statutory, Warning.USUAL, calendar)
                .light();
    }

    private Deadline due(Limit limit) {
        return Deadlines.due(START, limit, List.of(), null, calendar);
    }
}
