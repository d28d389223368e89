package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.cases.internal.Centres.GRANT;
import static org.yichuang.cases.internal.Centres.WITHDRAW;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.Test;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.CaseView.SuspensionView;
import org.yichuang.cases.api.DeadlineView;
import org.yichuang.cases.api.SpecialProcedure;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.time.CalendarDay;
import org.yichuang.kernel.api.time.CalendarTable;
import org.yichuang.testing.centres.TestCentres;

/** While a special procedure lasts the limits stand, and then go on with what was left (R1-20, R1-28, R2-08). */
public class SpecialProcedureTest extends DocumentsOfCases {
    private static final CaseRequests.Resume OVER = new CaseRequests.Resume(null);
    /** Of a case accepted on 2026-09-14: 10 and 20 working days. */
    private static final LocalDate PROMISED = LocalDate.of(2026, 9, 28);

    private static final LocalDate LAWFUL = LocalDate.of(2026, 10, 16);

    private static CaseRequests.Suspend hearing(int days) {
        return new CaseRequests.Suspend(SpecialProcedure.HEARING, days, "利害关系人要求听证");
    }

    private String accepted() {
        return accepted(Items.SIMPLE, PERSON);
    }

    private CaseView suspend(String number) {
        return service.suspend(number, hearing(15), centres.reviewer(HAIYANG));
    }

    private CaseView resume(String number) {
        return service.resume(number, OVER, centres.reviewer(HAIYANG));
    }

    private DeadlineView clock(String kind, String number) {
        return centres.deadline(kind, HAIYANG, number, HAIYANG);
    }

    private void assertDays(LocalDate promise, LocalDate decision, String number) {
        assertEquals(promise, clock("promise", number).date());
        assertEquals(decision, clock("decision", number).date());
    }

    @Test
    public void aClockThatWasSetBackEndsNothingBeforeItHasBegun() {
        String number = accepted();
        centres.province.at("2026-09-16T10:00");
        suspend(number);
        centres.province.at("2026-09-15T10:00");

        assertEquals("RUNNING", clock("decision", number).state());
        resume(number);
        assertDays(PROMISED, LAWFUL, number);
    }

    @Test
    public void theLimitsStandAndGoOnWithWhatWasLeft() {
        String number = accepted();
        assertDays(PROMISED, LAWFUL, number);
        centres.province.at("2026-09-16T10:00");
        CaseView standing = suspend(number);

        assertEquals(CaseState.ACCEPTED, standing.state());
        assertEquals("until when it was going to take", LocalDate.of(2026, 10, 13), standing.due());
        assertDays(null, null, number);
        assertEquals("RUNNING", clock("decision", number).state());
        assertEquals("green", clock("decision", number).light());
        assertEquals("18 of 20 are left when it goes on", 18, (int)
                clock("decision", number).workingDaysLeft());
        assertTrue(clock("decision", number).explanation().contains("计时自2026年9月16日之后中止（听证）"));

        centres.province.at("2026-09-22T16:00");
        CaseView going = resume(number);

        // 17, 18, 20 (worked), 21, 22 September do not count
        assertEquals(LocalDate.of(2026, 10, 10), going.due());
        assertDays(LocalDate.of(2026, 10, 10), LocalDate.of(2026, 10, 23), number);
        assertEquals(
                List.of("2026-09-17", "2026-09-18", "2026-09-19", "2026-09-20", "2026-09-21", "2026-09-22"),
                clock("decision", number).skipped().stream()
                        .filter(day -> day.reason().equals("中止计时（听证）"))
                        .map(day -> day.day().toString())
                        .toList());
    }

    @Test
    public void theCaseSaysSinceWhenAndWhyTheyStandAndHowLongThatIsPlanned() {
        String number = accepted();
        centres.province.at("2026-09-16T10:00");
        suspend(number);
        centres.province.at("2026-09-18T10:00");

        SuspensionView open = centres.find(number, HAIYANG).standing().orElseThrow();
        assertEquals(SpecialProcedure.HEARING, open.procedure());
        assertEquals("听证", open.procedureName());
        assertEquals(LocalDate.of(2026, 9, 16), open.from());
        assertEquals(15, open.plannedWorkingDays());
        assertEquals(LocalDate.of(2026, 10, 13), open.plannedUntil());
        assertEquals(13, (int) open.plannedDaysLeft());
        assertEquals("利害关系人要求听证", open.reason());

        centres.province.at("2026-10-17T10:00");
        assertEquals("longer than planned", -3, (int)
                centres.find(number, HAIYANG).standing().orElseThrow().plannedDaysLeft());
        resume(number);
        assertFalse(centres.find(number, HAIYANG).standing().isPresent());
        SuspensionView over = centres.find(number, HAIYANG).suspensions().get(0);
        assertEquals(LocalDate.of(2026, 10, 17), over.to());
        assertNull(over.plannedDaysLeft());
    }

    @Test
    public void theApplicantIsToldInWritingWhichWhyAndHowLong() {
        String number = accepted();
        centres.province.at("2026-09-16T10:00");
        suspend(number);

        assertEquals(List.of("receipt", "acceptance", "suspension-notice"), kinds(number, centres.clerk(HAIYANG)));
        assertTrue(said(), said().startsWith("特别程序告知书\n"));
        assertSaid("需要进行听证");
        assertSaid("所需时间：15个工作日，预计至2026年10月13日。");
        assertSaid("理由：利害关系人要求听证");
        assertSaid("依据《中华人民共和国行政许可法》第四十五条，自2026年9月16日的次日起");
        resume(number);
        assertEquals(
                "its end needs no paper",
                3,
                kinds(number, centres.clerk(HAIYANG)).size());
    }

    @Test
    public void whatNoLicenceIsCitesNoLawOfLicences() {
        String number = accepted(Items.SERVICE, PERSON);
        service.suspend(number, hearing(3), centres.reviewer(HAIYANG));
        assertSaid("自2026年9月14日的次日起至听证结束之日止");
        assertNotSaid("行政许可法");
    }

    @Test
    public void eachOfTheEightKindsOfTheLawStopsTheClockAndThereIsNoOther() {
        assertEquals(
                List.of("听证", "招标", "拍卖", "检验", "检测", "检疫", "鉴定", "专家评审"),
                Arrays.stream(SpecialProcedure.values())
                        .map(kind -> kind.label().zh())
                        .toList());
        String number = accepted();
        for (SpecialProcedure kind : SpecialProcedure.values()) {
            service.suspend(number, new CaseRequests.Suspend(kind, 1, "需要"), centres.reviewer(HAIYANG));
            assertNull(clock("decision", number).date());
            resume(number);
        }
        assertDays(PROMISED, LAWFUL, number);
        assertEquals(8, centres.find(number, HAIYANG).suspensions().size());
    }

    @Test
    public void aDecisionEndsItOnItsDay() {
        String number = accepted();
        centres.province.at("2026-09-16T10:00");
        suspend(number);
        centres.province.at("2026-11-20T10:00");
        CaseView decided = service.decide(number, GRANT, centres.chief(HAIYANG));

        assertEquals(LocalDate.of(2026, 11, 20), decided.suspensions().get(0).to());
        assertEquals("MET", clock("decision", number).state());
        assertEquals("MET", clock("promise", number).state());
        assertEquals("RUNNING", clock("delivery", number).state());
        assertEquals(LocalDate.of(2026, 12, 4), decided.due());
        assertEquals(
                "not late",
                List.of("false"),
                transactions.texts("SELECT CASE WHEN LATE THEN 'true' ELSE 'false' END FROM CASES_CASE"));
    }

    @Test
    public void aWithdrawalEndsItOnItsDay() {
        String number = accepted();
        suspend(number);
        centres.province.at("2026-09-21T10:00");
        CaseView withdrawn = service.withdraw(number, WITHDRAW, centres.clerk(HAIYANG));
        assertEquals(LocalDate.of(2026, 9, 21), withdrawn.suspensions().get(0).to());
        assertEquals("STOPPED", clock("decision", number).state());
    }

    @Test
    public void whatStoodWhenItWasWithdrawnMovesWithNoCalendarThatComesAfterwards() {
        String number = accepted();
        suspend(number);
        centres.province.at("2026-09-21T10:00");
        service.withdraw(number, WITHDRAW, centres.clerk(HAIYANG));
        LocalDate last = clock("decision", number).date();
        List<CalendarDay> days = new ArrayList<>(TestCentres.days2026());
        days.add(new CalendarDay("000000", LocalDate.of(2026, 10, 12), false, "放假", "notice"));
        centres.province.calendar(CalendarTable.national(days));
        centres.run(centres.timer);
        assertEquals(last, clock("decision", number).date());
    }

    @Test
    public void whatHasRunOutStaysMissed() {
        String number = accepted();
        centres.province.at("2026-09-29T10:00");
        assertEquals("MISSED", clock("promise", number).state());
        suspend(number);
        assertEquals("MISSED", clock("promise", number).state());
        assertEquals(PROMISED, clock("promise", number).date());
        assertNull(clock("decision", number).date());
        centres.province.at("2026-10-14T10:00");
        resume(number);
        assertEquals("MISSED", clock("promise", number).state());
        assertEquals(PROMISED, clock("promise", number).date());
        // 10, 11 counted to 29 September; 9 from 15 October
        assertEquals(LocalDate.of(2026, 10, 27), clock("decision", number).date());
    }

    @Test
    public void onTheLastDayAndLaterItIsTooLate() {
        String number = accepted();
        centres.province.at(LAWFUL + "T10:00");
        ProblemException refusal = assertThrows(ProblemException.class, () -> suspend(number));
        assertEquals(CaseError.CASE_STATE, refusal.code());
        centres.province.at(LAWFUL.plusDays(4) + "T10:00");
        assertThrows(ProblemException.class, () -> suspend(number));
        assertEquals(List.of(), centres.find(number, HAIYANG).suspensions());
    }

    @Test
    public void thePlanIsFromOneToTwoHundredAndFiftyWorkingDays() {
        String number = accepted();
        for (int days : new int[] {0, -3, 251}) {
            ProblemException refusal = assertThrows(
                    ProblemException.class, () -> service.suspend(number, hearing(days), centres.reviewer(HAIYANG)));
            assertEquals(CommonError.FIELDS_INVALID, refusal.code());
            assertEquals("plannedWorkingDays", refusal.fields().get(0).field());
        }
        assertThrows(
                "without a reason",
                ProblemException.class,
                () -> service.suspend(
                        number, new CaseRequests.Suspend(SpecialProcedure.TENDER, 3, " "), centres.reviewer(HAIYANG)));
        service.suspend(number, hearing(250), centres.reviewer(HAIYANG));
    }

    @Test
    public void onlyTheCentreThatDecidesStopsTheClockAndOnlyWhileItRuns() {
        String received = submit(Items.SIMPLE, PERSON);
        assertThrows("not accepted", ProblemException.class, () -> suspend(received));
        String reviewed = accepted(Items.TREES, PERSON);
        assertFalse(centres.find(reviewed, HAIYANG).commands().contains("suspension"));
        assertThrows("a pre-review", ProblemException.class, () -> suspend(reviewed));
        String number = accepted();
        assertThrows("nothing stands", ProblemException.class, () -> resume(number));
        suspend(number);
        assertThrows("twice", ProblemException.class, () -> suspend(number));
        resume(number);
        suspend(number);
        service.decide(number, GRANT, centres.chief(HAIYANG));
        assertThrows("decided", ProblemException.class, () -> resume(number));
    }

    @Test
    public void whatIsOfferedFollows() {
        String number = accepted();
        assertEquals(
                List.of(
                        "examination",
                        "decision",
                        "suspension",
                        "extension",
                        "special-handling",
                        "withdrawal",
                        "hearing"),
                centres.find(number, HAIYANG).commands());
        assertEquals(
                List.of("examination", "decision", "resumption", "special-handling", "withdrawal", "hearing"),
                suspend(number).commands());
        assertEquals(
                List.of(
                        "examination",
                        "decision",
                        "suspension",
                        "extension",
                        "special-handling",
                        "withdrawal",
                        "hearing"),
                resume(number).commands());
    }

    @Test
    public void aCorrectedCalendarReckonsTheRestAnewAndJudgesNothingThatStands() {
        String number = accepted();
        centres.province.at("2026-09-16T10:00");
        suspend(number);
        centres.run(centres.timer);
        List<CalendarDay> days = new ArrayList<>(TestCentres.days2026());
        days.add(new CalendarDay("000000", LocalDate.of(2026, 9, 19), true, "调休上班", "notice"));
        days.add(new CalendarDay("000000", LocalDate.of(2026, 10, 12), false, "放假", "notice"));
        centres.province.calendar(CalendarTable.national(days));
        centres.province.at("2026-11-20T10:00");
        centres.run(centres.timer);
        assertDays(null, null, number);
        assertEquals(
                List.of("false"),
                transactions.texts("SELECT CASE WHEN LATE THEN 'true' ELSE 'false' END FROM CASES_CASE"));

        resume(number);
        // 18 working days after 20 November
        assertEquals(LocalDate.of(2026, 12, 16), clock("decision", number).date());
    }

    @Test
    public void theEventsCarryTheDetailsAndNoWords() {
        String number = accepted();
        centres.province.at("2026-09-16T10:00");
        suspend(number);
        centres.province.at("2026-09-22T10:00");
        resume(number);
        List<String> data = centres.entries().stream()
                .map(entry -> entry.entry().event())
                .filter(event -> Stream.of("suspended", "resumed").anyMatch(event.type()::equals))
                .map(event -> event.data())
                .toList();
        assertEquals(
                List.of(
                        "{\"procedure\":\"HEARING\",\"from\":\"2026-09-16\",\"plannedWorkingDays\":15}",
                        "{\"procedure\":\"HEARING\",\"from\":\"2026-09-16\",\"to\":\"2026-09-22\","
                                + "\"plannedWorkingDays\":15}"),
                data);
    }

    @Test
    public void thePublicIsToldThatTheyStandAndWhy() {
        CaseView submitted = centres.submit(Items.SIMPLE, null, HAIYANG);
        String number = submitted.number();
        service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        suspend(number);
        var progress = service.progress(number, submitted.queryCode(), "here", centres.clerk(HAIYANG));
        assertEquals(SpecialProcedure.HEARING, progress.suspension().procedure());
        assertNull(progress.due());
        assertTrue(progress.steps().stream().anyMatch(step -> step.zh().equals("中止计时（听证）")));
    }
}
