package org.yichuang.kernel.api.time;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;

public class CalendarTableTest {
    private final CalendarTable calendar = ShippedCalendars.national();

    @Test
    public void everyMonthHasTheWorkdaysOfItsNotice() {
        assertArrayEquals(new int[] {22, 18, 21, 22, 21, 19, 23, 22, 21, 19, 21, 22}, workdaysByMonth(2024));
        assertArrayEquals(new int[] {19, 19, 21, 22, 19, 20, 23, 21, 23, 18, 20, 23}, workdaysByMonth(2025));
        assertArrayEquals(new int[] {21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23}, workdaysByMonth(2026));
    }

    @Test
    public void theEveOfSpringFestival2024WasAWorkdayByTheNotice() {
        assertTrue(calendar.isWorkday(LocalDate.of(2024, 2, 9)));
        assertFalse(calendar.isWorkday(LocalDate.of(2024, 2, 10)));
    }

    @Test
    public void aDayTellsWhyItIsOrIsNotAWorkday() {
        assertDay(
                false,
                "春节（国务院放假安排）",
                "Spring Festival (State Council notice)",
                false,
                calendar.kindOf(LocalDate.of(2026, 2, 17)));
        assertDay(
                true,
                "调休上班（国庆节）",
                "working day made up for National Day",
                false,
                calendar.kindOf(LocalDate.of(2026, 10, 10)));
        assertDay(false, "周末", "weekend", false, calendar.kindOf(LocalDate.of(2026, 3, 7)));
        assertDay(true, "工作日", "working day", false, calendar.kindOf(LocalDate.of(2026, 3, 9)));
    }

    private static void assertDay(boolean workday, String zh, String en, boolean provisional, DayKind kind) {
        assertEquals(workday, kind.workday());
        assertEquals(zh, kind.reason().zh());
        assertEquals(en, kind.reason().en());
        assertEquals(provisional, kind.provisional());
    }

    @Test
    public void twoHolidaysInOneStretchAreBothNamed() {
        assertEquals(
                "National Day and Mid-Autumn Festival (State Council notice)",
                calendar.kindOf(LocalDate.of(2025, 10, 6)).reason().en());
    }

    @Test
    public void aYearWithoutNoticeIsProvisionalAndGoesByTheWeek() {
        DayKind monday = calendar.kindOf(LocalDate.of(2027, 3, 1));
        DayKind sunday = calendar.kindOf(LocalDate.of(2027, 2, 28));

        assertFalse(calendar.isLoaded(2027));
        assertTrue(monday.workday() && monday.provisional());
        assertTrue(!sunday.workday() && sunday.provisional());
    }

    @Test
    public void theLastDaysOfDecemberAreCertainOnlyWithTheNoticeOfTheNextYear() {
        LocalDate last = LocalDate.of(2026, 12, 31);

        assertTrue(calendar.kindOf(last).provisional());
        assertFalse(calendar.kindOf(LocalDate.of(2026, 12, 28)).provisional());
        assertFalse(calendar.kindOf(LocalDate.of(2025, 12, 31)).provisional());

        List<CalendarDay> withNext = new ArrayList<>(ShippedCalendars.days(2026));
        withNext.add(national(last, false, "元旦"));
        assertFalse(CalendarTable.national(withNext).isWorkday(last));
        assertFalse(CalendarTable.national(withNext).kindOf(last).provisional());
    }

    @Test
    public void aDecemberDayInTheNoticeOfTheNextYearDoesNotLoadItsOwnYear() {
        CalendarTable table = CalendarTable.national(List.of(
                national(LocalDate.of(2026, 12, 31), false, "元旦"), national(LocalDate.of(2027, 1, 1), false, "元旦")));

        assertFalse(table.isLoaded(2026));
        assertTrue(table.isLoaded(2027));
    }

    @Test
    public void aRegionLaysItsOwnDaysOverTheNationalOnes() {
        LocalDate thirdOfThird = LocalDate.of(2026, 4, 20);
        List<CalendarDay> days = new ArrayList<>();
        days.add(new CalendarDay("450902", thirdOfThird, true, "三月三", "county notice"));
        days.add(new CalendarDay("450000", thirdOfThird, false, "三月三", "Guangxi notice"));
        days.addAll(ShippedCalendars.days(2026));

        assertTrue(CalendarTable.national(days).isWorkday(thirdOfThird));
        assertTrue(CalendarTable.of(days, "370613").isWorkday(thirdOfThird));
        assertFalse(CalendarTable.of(days, "450000").isWorkday(thirdOfThird));
        assertFalse(CalendarTable.of(days, "450903").isWorkday(thirdOfThird));
        assertTrue(CalendarTable.of(days, "450902").isWorkday(thirdOfThird));
        assertTrue(CalendarTable.of(days, "450902001").isWorkday(thirdOfThird));
        assertEquals(
                "三月三（地方放假安排）",
                CalendarTable.of(days, "450900").kindOf(thirdOfThird).reason().zh());
    }

    @Test
    public void aRegionalNoticeAloneDoesNotLoadAYear() {
        CalendarTable table = CalendarTable.of(
                List.of(new CalendarDay("450000", LocalDate.of(2027, 4, 9), false, "三月三", "Guangxi notice")), "450000");

        assertFalse(table.isLoaded(2027));
        assertFalse(table.isWorkday(LocalDate.of(2027, 4, 9)));
    }

    private int[] workdaysByMonth(int year) {
        int[] months = new int[12];
        LocalDate.of(year, 1, 1)
                .datesUntil(Year.of(year).plusYears(1).atDay(1))
                .filter(calendar::isWorkday)
                .forEach(day -> months[day.getMonthValue() - 1]++);
        return months;
    }

    private static CalendarDay national(LocalDate day, boolean workday, String name) {
        return new CalendarDay(CalendarTable.NATIONAL, day, workday, name, "made for the test");
    }
}
