package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.cases.internal.Centres.AGREE;
import static org.yichuang.cases.internal.Centres.GRANT;
import static org.yichuang.cases.internal.Centres.ISSUE;
import static org.yichuang.cases.internal.Centres.REFUSE;
import static org.yichuang.cases.internal.domain.Cause.APPLICANT;
import static org.yichuang.cases.internal.domain.Cause.DEPARTMENT;
import static org.yichuang.cases.internal.domain.Cause.LEADER;
import static org.yichuang.cases.internal.domain.Cause.OTHER_CENTRE;
import static org.yichuang.cases.internal.domain.Cause.PROCEDURE;
import static org.yichuang.cases.internal.domain.Cause.SECTION;
import static org.yichuang.cases.internal.domain.Cause.WINDOW;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Test;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.SpecialProcedure;
import org.yichuang.cases.internal.CaseTimes.CaseTime;
import org.yichuang.cases.internal.domain.Cause;
import org.yichuang.cases.internal.domain.Charge;
import org.yichuang.cases.internal.persistence.Json;
import org.yichuang.indicators.api.Dimension;
import org.yichuang.indicators.api.Fraction;
import org.yichuang.indicators.api.Indicator;
import org.yichuang.indicators.api.Period;
import org.yichuang.indicators.api.Scope;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.kernel.api.time.CalendarDay;
import org.yichuang.kernel.api.time.CalendarTable;
import org.yichuang.testing.centres.TestCentres;

/** Each working day of a case is charged to who had it when the day began, and to nobody else. */
public class CaseTimeTest extends DocumentsOfCases {
    private static final Period SEPTEMBER = new Period(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 30));
    private static final CaseRequests.Correct CORRECTED =
            new CaseRequests.Correct("已补充", null, List.of(new CaseRequests.MaterialGiven("m1", null, null, true)));
    private static final CaseRequests.Suspend STAND = new CaseRequests.Suspend(SpecialProcedure.INSPECTION, 10, "需要检验");
    private static final CaseRequests.Resume GO_ON = new CaseRequests.Resume("检验已有结论");
    private static final String ALL = "SELECT TENANT || ' ' || CASE_NUMBER || '/' || CAST(STEP AS CHAR(4)) || CAUSE"
            + " || ' ' || CAST(SINCE AS CHAR(10)) || ' ' || CAST(ENDED_ON AS CHAR(10)) || ' ' || CAST(DAYS AS CHAR(4))"
            + " FROM CASES_SPELL ORDER BY 1";

    private CaseTime time(String number, TenantId tenant) {
        return centres.cases.times().of(number, centres.clerk(tenant));
    }

    private Map<Cause, Integer> charged(String number) {
        return time(number, HAIYANG).byCause();
    }

    private void on(int day) {
        centres.province.at(LocalDate.of(2026, 9, day) + "T10:00");
    }

    private String plain() {
        String number = submit(Items.SIMPLE, PERSON, "m1");
        on(16);
        service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        on(21);
        service.decide(number, GRANT, centres.chief(HAIYANG));
        on(22);
        service.issue(number, ISSUE, centres.clerk(HAIYANG));
        return number;
    }

    private String eventful() {
        String number = submit(Items.SIMPLE, PERSON);
        on(15);
        service.notifyCorrection(number, Centres.ask("m1"), centres.clerk(HAIYANG));
        on(17);
        service.correct(number, CORRECTED, centres.clerk(HAIYANG));
        on(18);
        service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        on(20);
        service.suspend(number, STAND, centres.reviewer(HAIYANG));
        on(22);
        service.resume(number, GO_ON, centres.reviewer(HAIYANG));
        on(23);
        service.decide(number, REFUSE, centres.chief(HAIYANG));
        return number;
    }

    @Test
    public void aDayBelongsToWhoHadTheCaseWhenItBegan() {
        String number = plain();

        assertEquals("the 20th is worked", Map.of(WINDOW, 3, LEADER, 4), charged(number));
        assertEquals(7, time(number, HAIYANG).workingDays());
        assertEquals(LocalDate.of(2026, 9, 22), time(number, HAIYANG).until());
        on(30);
        assertEquals("fetching it is another matter", 7, time(number, HAIYANG).workingDays());
    }

    @Test
    public void applicantsAndProceduresHaveTheirOwnDays() {
        assertEquals(Map.of(WINDOW, 2, APPLICANT, 2, LEADER, 2, PROCEDURE, 2), charged(eventful()));
    }

    @Test
    public void whoHasItNowIsChargedUntilToday() {
        String number = submit(Items.SIMPLE, PERSON, "m1");
        assertEquals(Map.of(), charged(number));
        on(17);
        assertEquals(Map.of(WINDOW, 3), charged(number));
        assertEquals("nothing has ended", List.of(), transactions.texts(ALL));
    }

    @Test
    public void eachCentreChargesTheOther() {
        String county = centres.submit(Items.TREES, "county-city", HAIYANG).number();
        on(15);
        service.accept(county, ACCEPT, centres.clerk(HAIYANG));
        on(16);
        service.preReview(county, AGREE, centres.reviewer(HAIYANG));
        centres.post();
        String city = centres.numberAt(YANTAI, county);
        on(17);
        service.accept(city, ACCEPT, centres.clerk(YANTAI));
        centres.post();
        on(20);
        service.decide(city, REFUSE, centres.chief(YANTAI));
        centres.post();

        assertEquals(Map.of(WINDOW, 1, SECTION, 1, OTHER_CENTRE, 3), charged(county));
        assertEquals(Map.of(WINDOW, 1, LEADER, 2), time(city, YANTAI).byCause());
    }

    @Test
    public void theDaysForAskingForAHearingAreNobodysDelayAndThoseAfterThemTheLeaders() {
        String number = accepted(Items.HEARD, PERSON);
        on(15);
        service.hearing(number, HearingTest.RIGHT, centres.reviewer(HAIYANG));
        on(22);
        assertEquals(Map.of(LEADER, 2, PROCEDURE, 5), charged(number));
        on(23);
        service.decide(number, REFUSE, centres.chief(HAIYANG));

        assertEquals(Map.of(LEADER, 3, PROCEDURE, 5), charged(number));
        assertEquals(3, transactions.texts(ALL).size());
    }

    @Test
    public void daysThatAreOverBeforeAStepEndsThemAreCountedOnItsDay() {
        String number = accepted(Items.HEARD, PERSON);
        on(15);
        service.hearing(number, HearingTest.RIGHT, centres.reviewer(HAIYANG));
        centres.province.at("2026-10-12T10:00");
        centres.run(centres.timer());
        Fraction said = counted(Scope.all(SEPTEMBER));
        service.decide(number, REFUSE, centres.chief(HAIYANG));

        assertEquals("what was said stays said", said, counted(Scope.all(SEPTEMBER)));
        long all = charged(number).values().stream().mapToLong(days -> days).sum();
        Period october = new Period(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31));
        assertEquals(new Fraction(all - said.numerator(), 1), counted(Scope.all(october)));
    }

    @Test
    public void afterTheDaysForAskingForAHearingADepartmentHasWhatIsAskedOfIt() {
        String number = service.submit(JointSamples.application(Map.of()), centres.clerk(HAIYANG))
                .number();
        service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        on(15);
        service.hearing(number, HearingTest.RIGHT, centres.reviewer(HAIYANG));
        on(23);

        assertEquals(Map.of(DEPARTMENT, 3, PROCEDURE, 5), charged(number));
        Charge before = Json.read("{\"cause\":\"PROCEDURE\",\"until\":\"2026-09-22\"}", Charge.class);
        assertEquals(new Charge(PROCEDURE, LocalDate.of(2026, 9, 22), null, null), before);
    }

    @Test
    public void casesFromBeforeAreChargedToWhoTookTheNextStep() {
        String plain = plain();
        on(14);
        String eventful = eventful();
        on(14);
        String open = submit(Items.SIMPLE, PERSON, "m1");
        on(24);
        List<String> written = transactions.texts(ALL);
        Map<Cause, Integer> before = charged(eventful);
        for (String number : List.of(plain, eventful, open)) {
            forget(number);
        }
        transactions.sql("DELETE FROM CASES_SPELL");
        transactions.sql("DELETE FROM CASES_UPKEEP WHERE TASK='time'");

        assertEquals(before, charged(eventful));
        assertEquals(Map.of(WINDOW, 9), charged(open));
        centres.run(centres.timer());

        assertEquals(written, closed(open));
        transactions.sql("DELETE FROM CASES_SPELL WHERE CASE_NUMBER='" + plain + "'");
        centres.run(centres.timer());
        assertEquals("what a node from before has left out meanwhile", written, closed(open));
    }

    private static List<String> closed(String open) {
        return transactions.texts(ALL).stream()
                .filter(row -> !row.contains(open))
                .toList();
    }

    /** Takes out of the steps of a case whom they say the days after them are charged to. */
    private void forget(String number) {
        String progress = transactions
                .read(
                        centres.clerk(HAIYANG),
                        unit -> Json.write(Centres.repositories(transactions, TestCipher.CIPHER)
                                .cases(unit)
                                .get(number)
                                .progress()))
                .replaceAll(",\"charge\":\\{[^}]*}", "");
        transactions.sql("UPDATE CASES_CASE SET PROGRESS='" + progress + "' WHERE CASE_NUMBER='" + number + "'");
    }

    @Test
    public void aCorrectedCalendarChangesTheDaysOfThisMonthAlone() {
        plain();
        List<CalendarDay> days = new ArrayList<>(TestCentres.days2026());
        days.add(new CalendarDay("000000", LocalDate.of(2026, 9, 17), false, "放假", "notice"));
        on(24);
        centres.province.calendar(CalendarTable.national(days));
        centres.run(centres.timer());
        assertEquals(new Fraction(6, 1), counted(Scope.all(SEPTEMBER)));
        days.add(new CalendarDay("000000", LocalDate.of(2026, 9, 22), false, "放假", "notice"));
        centres.province.calendar(CalendarTable.national(days));
        centres.run(centres.timer());
        assertEquals("what was one day and is none", new Fraction(5, 1), counted(Scope.all(SEPTEMBER)));

        days.add(new CalendarDay("000000", LocalDate.of(2026, 9, 18), false, "放假", "notice"));
        centres.province.at("2026-10-12T10:00");
        centres.province.calendar(CalendarTable.national(days));
        centres.run(centres.timer());
        assertEquals("what was said stays said", new Fraction(5, 1), counted(Scope.all(SEPTEMBER)));
    }

    @Test
    public void aCalendarThatMovesNoDayOfACaseCountsItsDaysAnewAllTheSame() {
        String number = submit(Items.SIMPLE, PERSON);
        on(15);
        service.notifyCorrection(number, Centres.ask("m1"), centres.clerk(HAIYANG));
        on(28);
        service.correct(number, CORRECTED, centres.clerk(HAIYANG));
        centres.run(centres.timer());
        int applicants = charged(number).get(APPLICANT);
        int entries = transactions.entries().size();
        List<CalendarDay> days = new ArrayList<>(TestCentres.days2026());
        days.add(new CalendarDay("000000", LocalDate.of(2026, 9, 23), false, "放假", "notice"));
        centres.province.calendar(CalendarTable.national(days));
        centres.run(centres.timer());

        assertEquals("no day has moved", entries, transactions.entries().size());
        assertEquals(applicants - 1, charged(number).get(APPLICANT).intValue());
        assertEquals(
                List.of(Integer.toString(applicants - 1)),
                transactions.texts("SELECT CAST(DAYS AS CHAR(1)) FROM CASES_SPELL WHERE CAUSE='APPLICANT'"));
    }

    private Indicator indicator() {
        return centres.cases.indicators().indicators().stream()
                .filter(each -> each.definition().id().equals("cases.time"))
                .findFirst()
                .orElseThrow();
    }

    private Fraction counted(Scope scope) {
        return transactions.read(
                centres.as("centre-manager", HAIYANG), unit -> indicator().count(scope, unit));
    }

    @Test
    public void managersSeeWhereTimeWasLostAndOpenTheCases() {
        plain();
        on(14);
        eventful();
        Scope all = Scope.all(SEPTEMBER);

        List<String> groups = transactions.read(
                centres.as("centre-manager", HAIYANG),
                unit -> indicator().groups(TimeIndicator.CAUSE, all, 9, unit).stream()
                        .map(group -> group.key() + " " + group.name().zh() + " "
                                + group.fraction().numerator())
                        .toList());
        assertEquals(List.of("leader 审批决定 6", "window 窗口 5", "applicant 申请人 2", "procedure 法定程序 2"), groups);
        assertEquals(Fraction.of(15), counted(all));
        assertEquals(Fraction.of(2), counted(all.with(TimeIndicator.CAUSE, "applicant")));
        assertEquals(
                Fraction.of(5),
                counted(all.with(TimeIndicator.CAUSE, Set.of("window")).with(Dimension.ITEM, Items.SIMPLE)));
        ProblemException unknown =
                assertThrows(ProblemException.class, () -> counted(all.with(TimeIndicator.CAUSE, "nobody")));
        assertEquals(CommonError.PARAMETER_UNREADABLE, unknown.code());
        ProblemException unreadable = assertThrows(
                ProblemException.class,
                () -> transactions.read(centres.as("centre-manager", HAIYANG), unit -> indicator()
                        .rows(all, "2026-09-16/x", 9, unit)));
        assertEquals(CommonError.PARAMETER_UNREADABLE, unreadable.code());
    }

    @Test
    public void theMeanDailyRateIsThatOfWorkingDaysOnWhichSomethingCameIn() {
        plain();
        on(22);
        submit(Items.SIMPLE, PERSON, "m1");
        submit(Items.SIMPLE, PERSON, "m1");
        submit(Items.SIMPLE, PERSON, "m1");
        on(19);
        submit(Items.SIMPLE, PERSON, "m1");
        Indicator rate = centres.cases.indicators().indicators().stream()
                .filter(each -> each.definition().id().equals("cases.daily-rate"))
                .findFirst()
                .orElseThrow();

        Fraction found = transactions.read(
                centres.as("centre-manager", HAIYANG), unit -> rate.count(Scope.all(SEPTEMBER), unit));

        assertEquals("none of one on the 14th, one of three on the 22nd", new Fraction(333_333, 2), found);
        assertEquals(
                "16.67", rate.definition().kind().value(found, 2).orElseThrow().toPlainString());
    }

    @Test
    public void whoeverHasNoBusinessWithACaseLearnsNothingOfItsTime() {
        String number = plain();
        ProblemException other = assertThrows(
                ProblemException.class,
                () -> centres.cases.times().of(number, centres.as("x", "reviewer", Set.of("水利局"), HAIYANG)));
        assertEquals(CaseError.CASE_UNKNOWN, other.code());
        assertThrows(ProblemException.class, () -> centres.cases.times().of(number, centres.as("applicant", HAIYANG)));
    }
}
