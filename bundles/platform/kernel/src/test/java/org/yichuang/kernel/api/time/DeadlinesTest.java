package org.yichuang.kernel.api.time;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.Test;

public class DeadlinesTest {
    private static final List<Suspension> NONE = List.of();

    private final WorkingCalendar calendar = ShippedCalendars.national();

    @Test
    public void workdaysAreAddedAsTheNoticesSay() {
        String[] vectors = {
            "2024-02-01 20 2024-03-05", "2025-09-30 5 2025-10-14",
            "2024-02-08 5 2024-02-21", "2025-12-31 5 2026-01-08",
            "2024-04-30 5 2024-05-10", "2026-01-15 45 2026-03-25",
            "2024-09-25 20 2024-10-28", "2026-02-06 20 2026-03-12",
            "2024-12-31 5 2025-01-08", "2026-02-13 5 2026-02-27",
            "2025-01-20 20 2025-02-21", "2026-04-30 5 2026-05-11",
            "2025-01-24 5 2025-02-07", "2026-09-18 20 2026-10-22",
            "2025-09-26 20 2025-10-30", "2026-09-30 5 2026-10-13"
        };
        for (String vector : vectors) {
            String[] part = vector.split(" ");
            LocalDate start = LocalDate.parse(part[0]);
            int n = Integer.parseInt(part[1]);
            LocalDate expected = LocalDate.parse(part[2]);
            assertEquals(vector, expected, Deadlines.addWorkdays(start, n, calendar));
            assertEquals(
                    vector, Optional.of(expected), due(start, Limit.working(n)).due());
            assertEquals(vector, n, Deadlines.workdaysLeft(start, expected, calendar));
            assertEquals(vector, -n, Deadlines.workdaysLeft(expected, start, calendar));
        }
    }

    @Test
    public void workdaysAreTakenAwayForANegativeNumber() {
        assertEquals(day("2026-09-30"), Deadlines.addWorkdays(day("2026-10-08"), -1, calendar));
        assertEquals(day("2026-10-03"), Deadlines.addWorkdays(day("2026-10-03"), 0, calendar));
    }

    @Test
    public void everyDayThatDidNotCountIsThereWithItsReason() {
        Deadline deadline = due(day("2026-09-18"), Limit.working(20));

        assertEquals(14, deadline.skipped().size());
        UncountedDay first = deadline.skipped().get(0);
        assertEquals(day("2026-09-19"), first.day());
        assertEquals("周末", first.reason().zh());
        assertEquals("weekend", first.reason().en());
        assertFalse(first.provisional());
        assertFalse(
                deadline.skipped().stream().anyMatch(skipped -> skipped.day().equals(day("2026-09-20"))));
        assertFalse(deadline.provisional());
    }

    @Test
    public void theSentenceLetsAnybodyFollowTheReckoning() {
        Deadline deadline = due(day("2026-09-18"), Limit.working(20));

        assertEquals(
                "自2026年9月18日的次日起算，时限20个工作日，至2026年10月22日24时届满。"
                        + "不计入的日子：周末共4天；中秋节（国务院放假安排）9月25日至9月27日；国庆节（国务院放假安排）10月1日至10月7日。"
                        + "调休上班而计入的日子：9月20日、10月10日。",
                deadline.sentence().zh());
        assertEquals(
                "From the day after 2026-09-18: 20 working days, ending on 2026-10-22 at 24:00. "
                        + "Not counted: weekend 4 days; Mid-Autumn Festival (State Council notice) 2026-09-25 to 2026-09-27; "
                        + "National Day (State Council notice) 2026-10-01 to 2026-10-07. "
                        + "Counted although on a weekend, as offices work: 2026-09-20, 2026-10-10.",
                deadline.sentence().en());
    }

    @Test
    public void aSuspensionStopsTheClockAfterItsFirstDayUntilItsLast() {
        Suspension review = new Suspension(day("2026-03-04"), day("2026-03-10"), "专家评审");

        Deadline deadline = Deadlines.due(day("2026-03-02"), Limit.working(5), List.of(review), null, calendar);

        // 3 and 4 March count, the clock stands from 5 to 10 March, then 11, 12, 13
        assertEquals(Optional.of(day("2026-03-13")), deadline.due());
        assertEquals(6, deadline.skipped().size());
        assertTrue(deadline.sentence().zh(), deadline.sentence().zh().contains("中止计时（专家评审）3月5日至3月10日"));
        assertEquals(List.of(review), deadline.suspensions());
    }

    @Test
    public void aDaySuspendedTwiceIsSkippedOnce() {
        List<Suspension> two = List.of(
                new Suspension(day("2026-03-05"), day("2026-03-12"), "检验"),
                new Suspension(day("2026-03-04"), day("2026-03-10"), "听证"));

        Deadline deadline = Deadlines.due(day("2026-03-02"), Limit.working(5), two, null, calendar);

        assertEquals(Optional.of(day("2026-03-17")), deadline.due());
        assertEquals("听证", deadline.suspensions().get(0).reason());
    }

    @Test
    public void aSuspensionResumedOnItsFirstDayCostsNothing() {
        Suspension none = new Suspension(day("2026-03-04"), day("2026-03-04"), "听证");

        assertEquals(
                Optional.of(day("2026-03-09")),
                Deadlines.due(day("2026-03-02"), Limit.working(5), List.of(none), null, calendar)
                        .due());
    }

    @Test
    public void anOpenSuspensionLeavesNoDueDay() {
        Suspension open = new Suspension(day("2026-03-04"), null, "检测");

        Deadline deadline = Deadlines.due(day("2026-03-02"), Limit.working(5), List.of(open), null, calendar);

        assertTrue(deadline.isStanding());
        assertEquals(
                "自2026年3月2日的次日起算，时限5个工作日。计时自2026年3月4日之后中止（检测），恢复计时后再算届满日。",
                deadline.sentence().zh());
    }

    @Test
    public void aSuspensionAfterTheLastDayComesTooLate() {
        Suspension late = new Suspension(day("2026-03-09"), null, "检测");

        assertEquals(
                Optional.of(day("2026-03-09")),
                Deadlines.due(day("2026-03-02"), Limit.working(5), List.of(late), null, calendar)
                        .due());
    }

    @Test
    public void anExtensionIsAddedToTheLimit() {
        Deadline extended = Deadlines.due(day("2026-09-18"), Limit.working(20), NONE, Limit.working(10), calendar);

        assertEquals(due(day("2026-09-18"), Limit.working(30)).due(), extended.due());
        assertEquals(Limit.working(20), extended.limit());
        assertTrue(extended.sentence().zh().contains("时限20个工作日，经批准延长10个工作日，至2026年11月5日24时届满"));
    }

    @Test
    public void anExtensionInAnotherUnitRunsFromTheEndOfTheLimit() {
        // 30 days from 1 September end on 1 October, which moves on to the 8th; 2 working days more
        assertEquals(
                Optional.of(day("2026-10-10")),
                Deadlines.due(day("2026-09-01"), Limit.calendar(30), NONE, Limit.working(2), calendar)
                        .due());
    }

    @Test
    public void aSuspensionWithinTheExtensionCountsAsWell() {
        Suspension hearing = new Suspension(day("2026-03-10"), day("2026-03-11"), "听证");

        assertEquals(
                Optional.of(day("2026-03-12")),
                Deadlines.due(day("2026-03-02"), Limit.working(5), List.of(hearing), Limit.working(2), calendar)
                        .due());
    }

    @Test
    public void aCalendarLimitCountsEveryDayAndMovesOnToAWorkday() {
        assertEquals(
                Optional.of(day("2026-04-01")),
                due(day("2026-03-02"), Limit.calendar(30)).due());

        Deadline moved = due(day("2026-09-01"), Limit.calendar(30));
        assertEquals(Optional.of(day("2026-10-08")), moved.due());
        assertEquals(7, moved.skipped().size());
        assertTrue(moved.sentence().zh(), moved.sentence().zh().contains("末日10月1日不计时或不是工作日，顺延至其后第一个工作日"));
    }

    @Test
    public void aCalendarLimitDoesNotEndOnAMakeUpWeekendThatIsAHoliday() {
        // Saturday 10 October 2026 is a working day, Sunday 11 October is not
        assertEquals(
                Optional.of(day("2026-10-10")),
                due(day("2026-09-30"), Limit.calendar(10)).due());
        assertEquals(
                Optional.of(day("2026-10-12")),
                due(day("2026-09-30"), Limit.calendar(11)).due());
    }

    @Test
    public void aCalendarLimitStandsStillInASuspension() {
        Suspension expert = new Suspension(day("2026-03-05"), day("2026-03-15"), "鉴定");

        assertEquals(
                Optional.of(day("2026-03-23")),
                Deadlines.due(day("2026-03-02"), Limit.calendar(10), List.of(expert), null, calendar)
                        .due());
    }

    @Test
    public void aLimitOfNothingEndsOnTheDayOrTheNextWorkday() {
        assertEquals(
                Optional.of(day("2026-03-02")),
                due(day("2026-03-02"), Limit.working(0)).due());
        assertEquals(
                "时限为2026年3月2日当日，至2026年3月2日24时届满。",
                due(day("2026-03-02"), Limit.working(0)).sentence().zh());
        assertEquals(
                Optional.of(day("2026-10-08")),
                due(day("2026-10-01"), Limit.working(0)).due());
    }

    @Test
    public void aCountIntoAYearWithoutNoticeIsProvisional() {
        Deadline deadline = due(day("2026-12-15"), Limit.working(20));

        assertTrue(deadline.provisional());
        assertEquals(Optional.of(day("2027-01-12")), deadline.due());
        assertTrue(deadline.sentence().zh(), deadline.sentence().zh().contains("2026年12月29日起的放假安排尚未公布"));
        assertFalse(due(day("2026-12-07"), Limit.working(5)).provisional());
    }

    @Test
    public void aCalendarLimitIsProvisionalByTheDayOfItsEnd() {
        assertFalse(due(day("2026-12-15"), Limit.calendar(10)).provisional());
        assertTrue(due(day("2026-12-20"), Limit.calendar(30)).provisional());
        assertFalse(due(day("2025-12-20"), Limit.calendar(30)).provisional());
    }

    @Test
    public void aDueDayIsTheLastOfTheDaysThatCount() {
        Random random = new Random(20260302);
        for (int i = 0; i < 2_000; i++) {
            LocalDate start = day("2024-01-01").plusDays(random.nextInt(600));
            Limit limit = Limit.working(1 + random.nextInt(45));
            LocalDate stop = start.plusDays(random.nextInt(20));
            Suspension suspension = new Suspension(stop, stop.plusDays(random.nextInt(40)), "检测");

            Deadline deadline = Deadlines.due(start, limit, List.of(suspension), null, calendar);

            LocalDate last = deadline.due().orElseThrow();
            List<LocalDate> counting = start.plusDays(1)
                    .datesUntil(last.plusDays(1))
                    .filter(day -> calendar.isWorkday(day) && !suspension.covers(day))
                    .toList();
            assertEquals(limit.amount(), counting.size());
            assertEquals(last, counting.get(counting.size() - 1));
            long passed = ChronoUnit.DAYS.between(start, last);
            assertEquals(passed, counting.size() + deadline.skipped().size());
        }
    }

    @Test
    public void aMinimumNoticeIsNotLengthenedByAHolidayAtItsEnd() {
        Limit twenty = Limit.calendar(20);

        assertTrue(Deadlines.minimumNotice(day("2026-09-11"), day("2026-10-01"), twenty, false, calendar));
        assertFalse(Deadlines.minimumNotice(day("2026-09-11"), day("2026-09-30"), twenty, false, calendar));
        assertFalse(Deadlines.minimumNotice(day("2026-09-11"), day("2026-10-01"), twenty, true, calendar));
        assertTrue(Deadlines.minimumNotice(day("2026-09-11"), day("2026-10-02"), twenty, true, calendar));
    }

    @Test
    public void theNoticeOfAHearingIsCountedInWorkdays() {
        Limit seven = Limit.working(7);

        assertTrue(Deadlines.minimumNotice(day("2026-03-02"), day("2026-03-11"), seven, false, calendar));
        assertFalse(Deadlines.minimumNotice(day("2026-03-02"), day("2026-03-10"), seven, false, calendar));
        assertFalse(Deadlines.minimumNotice(day("2026-03-02"), day("2026-03-11"), seven, true, calendar));
    }

    @Test
    public void whatComesAfterClosingTimeIsReceivedOnTheNextWorkday() {
        LocalTime closing = LocalTime.of(17, 0);

        assertEquals(day("2026-09-30"), received("2026-09-30T17:00:00", closing));
        assertEquals(day("2026-10-08"), received("2026-09-30T17:00:01", closing));
        assertEquals(day("2026-10-08"), received("2026-10-03T09:00:00", closing));
        assertEquals(day("2026-10-10"), received("2026-10-10T09:00:00", closing));
    }

    @Test
    public void noWorkdayIsLeftOnTheLastDay() {
        assertEquals(0, Deadlines.workdaysLeft(day("2026-03-06"), day("2026-03-06"), calendar));
        assertEquals(0, Deadlines.workdaysLeft(day("2026-03-06"), day("2026-03-08"), calendar));
        assertEquals(-1, Deadlines.workdaysLeft(day("2026-03-09"), day("2026-03-06"), calendar));
    }

    private LocalDate received(String moment, LocalTime closing) {
        return Deadlines.receivedDate(LocalDateTime.parse(moment), closing, calendar);
    }

    private Deadline due(LocalDate start, Limit limit) {
        return Deadlines.due(start, limit, NONE, null, calendar);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
