package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.cases.internal.Centres.AGREE;
import static org.yichuang.cases.internal.Centres.DELIVER;
import static org.yichuang.cases.internal.Centres.GRANT;
import static org.yichuang.cases.internal.Centres.ISSUE;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.NonAcceptance;
import org.yichuang.cases.api.DeadlineView;
import org.yichuang.cases.internal.persistence.JpaCaseRepositories;
import org.yichuang.indicators.api.Fraction;
import org.yichuang.indicators.api.Period;
import org.yichuang.indicators.api.Scope;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.kernel.api.time.CalendarDay;
import org.yichuang.kernel.api.time.CalendarTable;
import org.yichuang.testing.ModuleTransactions;
import org.yichuang.testing.centres.TestCentres;

/** A clock that has ended keeps its day and its verdict; a corrected calendar changes both by an act of its own. */
public class CorrectedCalendarTest {
    private static final LocalDate KEPT = LocalDate.of(2026, 9, 28);
    private static final LocalDate CORRECTED = LocalDate.of(2026, 9, 24);

    private static ModuleTransactions transactions;
    private Centres centres;

    @BeforeClass
    public static void open() {
        transactions = ModuleTransactions.open("cases", "documents");
    }

    @AfterClass
    public static void close() {
        transactions.close();
    }

    @Before
    public void begin() {
        transactions.clear();
        centres = new Centres(transactions);
    }

    private String acceptedOnMonday() {
        String number = centres.submit(Items.SIMPLE, null, HAIYANG).number();
        centres.service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        return number;
    }

    private void issue(String number) {
        centres.service.decide(number, GRANT, centres.chief(HAIYANG));
        centres.service.issue(number, ISSUE, centres.clerk(HAIYANG));
    }

    private void deliver(String number) {
        centres.service.deliver(number, DELIVER, centres.clerk(HAIYANG));
    }

    private void assertPromise(String verdict, LocalDate day, String number) {
        DeadlineView promise = centres.deadline("promise", HAIYANG, number, HAIYANG);
        assertEquals(verdict, promise.state());
        assertEquals(day, promise.date());
    }

    private Fraction onTime() {
        Scope scope =
                Scope.all(Period.last(30, centres.as("centre-manager", HAIYANG).today()));
        CaseIndicators figures =
                new CaseIndicators(Centres.repositories(transactions, TestCipher.CIPHER), centres.province);
        return transactions.read(centres.as("centre-manager", HAIYANG), unit -> figures.indicators().stream()
                .filter(each -> each.definition().id().equals("cases.on-time"))
                .findFirst()
                .orElseThrow()
                .count(scope, unit));
    }

    private void oneMoreWorkingDay() {
        List<CalendarDay> days = new ArrayList<>(TestCentres.days2026());
        days.add(new CalendarDay("000000", LocalDate.of(2026, 9, 19), true, "调休上班", "notice"));
        centres.province.calendar(CalendarTable.national(days));
    }

    /** Accepted, handed back from above and asked for more: the applicant has 20 September in writing. */
    @Test
    public void aDayUntilWhichAnAnswerIsAwaitedStaysAsItWasTold() {
        String number = centres.submit(Items.CITY, null, HAIYANG).number();
        centres.service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        centres.post();
        centres.service.notAccept(
                centres.numberAt(YANTAI, number),
                new CaseRequests.NotAccept(NonAcceptance.INCOMPLETE, "初审意见不完整", "办法第三条", "补齐后重新上报", null),
                centres.clerk(YANTAI));
        centres.post();
        centres.service.notifyCorrection(number, Centres.ask("m1"), centres.clerk(HAIYANG));
        LocalDate told = centres.find(number, HAIYANG).corrections().get(0).awaitedUntil();
        assertEquals(LocalDate.of(2026, 9, 20), told);
        oneMoreWorkingDay();

        centres.province.at("2026-09-20T10:00");
        assertFalse(centres.find(number, HAIYANG).commands().contains("continuation"));
        centres.province.at("2026-09-21T10:00");
        assertTrue(centres.find(number, HAIYANG).commands().contains("continuation"));
    }

    private static AuditEntry last() {
        return transactions.entries().get(transactions.entries().size() - 1).entry();
    }

    @Test
    public void aClosedCaseChangesItsVerdictByAnEntryAndWithItsFigure() {
        String number = acceptedOnMonday();
        centres.province.at("2026-09-28T10:00");
        issue(number);
        deliver(number);
        centres.run(centres.timer);
        int entries = transactions.entries().size();
        oneMoreWorkingDay();

        assertPromise("MET", KEPT, number);
        assertTrue(
                "the day is explained, though the calendar would make it another",
                centres.deadline("promise", HAIYANG, number, HAIYANG)
                        .explanation()
                        .contains("2026-09-28"));
        assertEquals(new Fraction(1, 1), onTime());
        centres.run(centres.timer);

        assertPromise("MISSED", CORRECTED, number);
        assertEquals(new Fraction(0, 1), onTime());
        assertEquals(entries + 1, transactions.entries().size());
        Map<String, String> details = last().details();
        assertEquals("MET 2026-09-28", details.get("promiseBefore"));
        assertEquals("MISSED 2026-09-24", details.get("promiseAfter"));
        assertEquals("true", details.get("late"));
        assertEquals("due-moved", last().event().type());
        assertTrue(
                last().event().data(),
                last().event()
                        .data()
                        .contains("{\"kind\":\"promise\",\"dueBefore\":\"2026-09-28\",\"verdictBefore\":\"MET\","
                                + "\"due\":\"2026-09-24\",\"verdict\":\"MISSED\"}"));
    }

    @Test
    public void whatAWrongCalendarMadeLateIsLateNoLonger() {
        oneMoreWorkingDay();
        String number = acceptedOnMonday();
        centres.province.at("2026-09-28T10:00");
        issue(number);
        deliver(number);
        centres.run(centres.timer);
        assertPromise("MISSED", CORRECTED, number);
        assertEquals(new Fraction(0, 1), onTime());

        centres.province.calendar(CalendarTable.national(TestCentres.days2026()));
        centres.run(centres.timer);

        assertPromise("MET", KEPT, number);
        assertEquals(new Fraction(1, 1), onTime());
    }

    @Test
    public void aNeighbourSeesTheCorrectedVerdictWithoutAnotherLetter() {
        String county = centres.submit(Items.TREES, "county-city", HAIYANG).number();
        centres.service.accept(county, ACCEPT, centres.clerk(HAIYANG));
        centres.service.preReview(county, AGREE, centres.reviewer(HAIYANG));
        String city = centres.acceptedAt(YANTAI, county);
        LocalDate due = centres.deadline("promise", YANTAI, city, YANTAI).date();
        centres.province.at(due + "T10:00");
        centres.service.decide(city, GRANT, centres.chief(YANTAI));
        centres.post();
        assertEquals("MET", centres.deadline("promise", YANTAI, county, HAIYANG).state());

        oneMoreWorkingDay();
        centres.run(centres.timer);

        DeadlineView own = centres.deadline("promise", YANTAI, city, YANTAI);
        assertEquals("MISSED", own.state());
        assertEquals(own, centres.deadline("promise", YANTAI, county, HAIYANG));
    }

    @Test
    public void theNextStepOfAnOpenCaseJudgesNoClockThatHasEnded() {
        String number = acceptedOnMonday();
        centres.province.at("2026-09-28T10:00");
        issue(number);
        oneMoreWorkingDay();

        deliver(number);

        assertPromise("MET", KEPT, number);
        assertEquals(new Fraction(1, 1), onTime());
    }

    @Test
    public void aClockFromBeforeKeepsTheDayThatItHasNowAndNothingIsSaidToHaveMoved() {
        String number = acceptedOnMonday();
        centres.province.at("2026-09-28T10:00");
        issue(number);
        deliver(number);
        transactions.sql("UPDATE CASES_CASE SET PROGRESS='" + withoutDays(number) + "'");

        centres.run(centres.timer);
        assertEquals("keep-last-days", last().action());
        assertEquals(0, last().event().version());
        int entries = transactions.entries().size();
        oneMoreWorkingDay();
        centres.run(centres.timer);

        assertPromise("MISSED", CORRECTED, number);
        assertEquals(entries + 1, transactions.entries().size());
    }

    @Test
    public void noLatenessMovesWithoutAWordWhenDaysAreKeptForTheFirstTime() {
        String number = acceptedOnMonday();
        centres.province.at("2026-09-28T10:00");
        issue(number);
        deliver(number);
        transactions.sql("UPDATE CASES_CASE SET PROGRESS='" + withoutDays(number) + "'");
        oneMoreWorkingDay();
        assertEquals(new Fraction(1, 1), onTime());

        centres.run(centres.timer);

        assertEquals(new Fraction(0, 1), onTime());
        assertEquals("true", last().details().get("late"));
        assertEquals("due-moved", last().event().type());
        assertTrue(last().event().data(), last().event().data().contains("\"late\":true"));
    }

    @Test
    public void whatAStoppedClockMadeLateStaysLateWhenAnotherClockIsCorrected() {
        String county = centres.submit(Items.TREES, "county-city", HAIYANG).number();
        centres.service.accept(county, ACCEPT, centres.clerk(HAIYANG));
        centres.service.preReview(county, Centres.AGREE, centres.reviewer(HAIYANG));
        centres.post();
        String city = centres.numberAt(YANTAI, county);
        centres.province.at("2026-09-22T10:00"); // one day after the notice's last
        centres.service.accept(city, ACCEPT, centres.clerk(YANTAI));
        centres.province.at("2026-11-20T10:00"); // long after that of the decision
        centres.service.notifyCorrection(city, Centres.ask("面积"), centres.clerk(YANTAI));
        centres.post();
        centres.service.withdraw(county, Centres.WITHDRAW, centres.clerk(HAIYANG));
        centres.post();
        centres.run(centres.timer);
        assertEquals(
                "MISSED", centres.deadline("decision", YANTAI, city, YANTAI).state());

        List<CalendarDay> days = new ArrayList<>(TestCentres.days2026());
        days.add(new CalendarDay("000000", LocalDate.of(2026, 9, 16), false, "放假", "notice"));
        days.add(new CalendarDay("000000", LocalDate.of(2026, 9, 17), false, "放假", "notice"));
        centres.province.calendar(CalendarTable.national(days));
        centres.run(centres.timer);

        assertEquals("MET", centres.deadline("notice", YANTAI, city, YANTAI).state());
        assertEquals(
                List.of("true"),
                transactions.texts("SELECT CASE WHEN LATE THEN 'true' ELSE 'false' END FROM CASES_CASE"
                        + " WHERE CASE_NUMBER='" + city + "'"));
    }

    private String withoutDays(String number) {
        JpaCaseRepositories store = Centres.repositories(transactions, TestCipher.CIPHER);
        return transactions
                .read(
                        centres.clerk(HAIYANG),
                        unit -> org.yichuang.cases.internal.persistence.Json.write(
                                store.cases(unit).get(number).progress()))
                .replaceAll(",\"due\":\"[0-9-]+\"", "");
    }

    @Test
    public void whatWasDeemedAcceptedBelowIsCountedFromItsReceiptWhateverALaterNoticeMakesOfTheDays() {
        String county = centres.submit(Items.TREES, "county-city", HAIYANG).number();
        centres.province.at("2026-09-21T00:10");
        centres.run(centres.timer);
        List<CalendarDay> days = new ArrayList<>(TestCentres.days2026());
        days.add(new CalendarDay("000000", LocalDate.of(2026, 9, 17), false, "台风", "notice"));
        days.add(new CalendarDay("000000", LocalDate.of(2026, 9, 18), false, "台风", "notice"));
        centres.province.calendar(CalendarTable.national(days));
        centres.run(centres.timer);
        assertEquals(
                "2026-09-14",
                centres.find(county, HAIYANG).acceptance().clockFrom().toString());
        centres.service.preReview(county, AGREE, centres.reviewer(HAIYANG));
        String city = centres.acceptedAt(YANTAI, county);

        assertEquals(
                LocalDate.of(2026, 9, 14),
                centres.deadline("promise", YANTAI, city, YANTAI).start());
    }
}
