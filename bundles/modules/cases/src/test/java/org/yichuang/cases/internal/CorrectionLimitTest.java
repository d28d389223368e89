package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.ask;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.DeadlineView;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.time.CalendarDay;
import org.yichuang.kernel.api.time.CalendarTable;
import org.yichuang.testing.centres.TestCentres;

/** The last day that an item sets for a correction, and what ends by it (R1-06, R3-13). */
public class CorrectionLimitTest extends DocumentsOfCases {
    private static final CaseRequests.Correct SUPPLIED = new CaseRequests.Correct("已补", Map.of(), List.of());

    private CaseView asked(String item) {
        String number = centres.submit(item, null, HAIYANG).number();
        return service.notifyCorrection(number, ask("m2"), centres.clerk(HAIYANG));
    }

    private void passed(String time) {
        centres.province.at(time);
        centres.run(centres.timer);
    }

    @Test
    public void theNoticeSaysTheLastDayAndTheCaseShowsIt() {
        CaseView view = asked(Items.LIMITED);
        assertEquals(LocalDate.of(2026, 9, 28), view.due());
        assertSaid("2026年9月28日以前（含当日）补正");
        assertEquals(
                LocalDate.of(2026, 9, 28),
                centres.deadline("correction", HAIYANG, view.number(), HAIYANG).date());
    }

    @Test
    public void whatIsNotCorrectedByThenEndsWithAPaperOfItsOwn() {
        String number = asked(Items.LIMITED).number();
        passed("2026-09-28T23:59");
        assertEquals(
                "its last day",
                CaseState.CORRECTING,
                centres.find(number, HAIYANG).state());

        passed("2026-09-29T00:01");
        CaseView ended = centres.find(number, HAIYANG);
        assertEquals(CaseState.LAPSED, ended.state());
        assertEquals("LAPSED", ended.ending().kind());
        assertNull(ended.due());
        assertEquals(List.of(), ended.commands());
        assertSaid("补正的最后日期为2026年9月28日");
        assertSaid("六十日内");
        assertEquals(
                "nobody's delay",
                "STOPPED",
                centres.deadline("correction", HAIYANG, number, HAIYANG).state());
        assertEquals(
                "lapsed",
                centres.entries()
                        .get(centres.entries().size() - 1)
                        .entry()
                        .event()
                        .type());
        ProblemException late =
                assertThrows(ProblemException.class, () -> service.correct(number, SUPPLIED, centres.clerk(HAIYANG)));
        assertEquals(CaseError.CASE_STATE, late.code());
    }

    @Test
    public void whatComesBeforeTheTimerIsTakenAndTheDaysBeginAnewWithTheNextNotice() {
        String number = asked(Items.LIMITED).number();
        centres.province.at("2026-09-29T00:01");
        service.correct(number, SUPPLIED, centres.clerk(HAIYANG));
        centres.run(centres.timer);
        assertEquals(CaseState.RECEIVED, centres.find(number, HAIYANG).state());

        CaseView again = service.notifyCorrection(number, ask("m2"), centres.clerk(HAIYANG));
        assertEquals(LocalDate.of(2026, 10, 19), again.due());
    }

    @Test
    public void whatWasToldMoreThanOnceIsNotCalledToldAtOnce() {
        String number = asked(Items.LIMITED).number();
        passed("2026-09-29T00:01");
        assertSaid("一次性告知需要补正的全部内容");

        number = asked(Items.LIMITED).number();
        service.correct(number, SUPPLIED, centres.clerk(HAIYANG));
        service.notifyCorrection(number, ask("m2"), centres.clerk(HAIYANG));
        passed("2026-11-29T00:01");
        assertEquals(CaseState.LAPSED, centres.find(number, HAIYANG).state());
        assertSaid("再次告知需要补正的内容");
        assertNotSaid("一次性");
    }

    private void calendarWith(LocalDate day, boolean isWorkday) {
        List<CalendarDay> days = new ArrayList<>(TestCentres.days2026());
        days.add(new CalendarDay("000000", day, isWorkday, "调休", "notice"));
        centres.province.calendar(CalendarTable.national(days));
        centres.run(centres.timer);
    }

    private DeadlineView limit(String number) {
        return centres.deadline("correction", HAIYANG, number, HAIYANG);
    }

    @Test
    public void noCalendarMakesTheDayEarlierThanThePaperSays() {
        String number = asked(Items.LIMITED).number();
        calendarWith(LocalDate.of(2026, 9, 19), true);
        assertEquals(LocalDate.of(2026, 9, 28), limit(number).date());
        assertTrue(limit(number).explanation(), limit(number).explanation().contains("告知书上已经告知可以补正至 2026-09-28"));
        assertEquals(LocalDate.of(2026, 9, 28), centres.find(number, HAIYANG).due());
        passed("2026-09-28T23:59");
        assertEquals(CaseState.CORRECTING, centres.find(number, HAIYANG).state());

        service.correct(number, SUPPLIED, centres.clerk(HAIYANG));
        assertEquals("within the day that was told", "MET", limit(number).state());
    }

    @Test
    public void aCalendarMakesTheDayLater() {
        String number = asked(Items.LIMITED).number();
        calendarWith(LocalDate.of(2026, 9, 21), false);
        assertEquals(LocalDate.of(2026, 9, 29), limit(number).date());
        passed("2026-09-29T23:59");
        assertEquals(CaseState.CORRECTING, centres.find(number, HAIYANG).state());
        passed("2026-09-30T00:01");
        assertEquals(CaseState.LAPSED, centres.find(number, HAIYANG).state());
    }

    @Test
    public void whereTheItemSetsNoneItWaits() {
        CaseView view = asked(Items.SIMPLE);
        assertNull(view.due());
        assertSaid("补正没有规定最后日期");
        passed("2027-09-28T00:01");
        assertEquals(CaseState.CORRECTING, centres.find(view.number(), HAIYANG).state());
    }
}
