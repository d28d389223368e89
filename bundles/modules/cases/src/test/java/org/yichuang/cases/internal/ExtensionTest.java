package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.time.LocalDate;
import java.util.List;
import org.junit.Test;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.DeadlineView;
import org.yichuang.cases.api.ExtensionApprover;
import org.yichuang.cases.api.SpecialProcedure;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;

/** The limit of a decision is extended once, before it has passed, by whoever may (R1 §1.4, R1-21). */
public class ExtensionTest extends DocumentsOfCases {
    /** Of a case accepted on 2026-09-14: 10 and 20 working days. */
    private static final LocalDate PROMISED = LocalDate.of(2026, 9, 28);

    private static final LocalDate LAWFUL = LocalDate.of(2026, 10, 16);

    private String accepted() {
        return accepted(Items.SIMPLE, PERSON);
    }

    private CaseView extend(String number, int days, ExtensionApprover approver) {
        return service.extend(number, new CaseRequests.Extend(days, approver, "案情复杂，需要调查"), centres.chief(HAIYANG));
    }

    private CaseView extend(String number, int days) {
        return extend(number, days, ExtensionApprover.ORGAN_HEAD);
    }

    private DeadlineView clock(String kind, String number) {
        return centres.deadline(kind, HAIYANG, number, HAIYANG);
    }

    @Test
    public void tenWorkingDaysAreAddedToTheLimitAndToThePromise() {
        String number = accepted();
        CaseView extended = extend(number, 10);

        assertEquals(LocalDate.of(2026, 10, 30), clock("decision", number).date());
        assertEquals(LAWFUL, clock("promise", number).date());
        assertEquals(LAWFUL, extended.due());
        assertTrue(clock("decision", number).explanation().contains("经批准延长10个工作日"));
        assertEquals(10, extended.extension().workingDays());
        assertEquals("本行政机关负责人", extended.extension().approverName());
        assertEquals(LAWFUL, extended.extension().dueBefore());
        assertEquals(LocalDate.of(2026, 10, 30), extended.extension().due());
    }

    @Test
    public void aDayInAYearWhoseHolidaysAreNotAnnouncedIsToldAsProvisional() {
        centres.province.at("2026-12-01T09:00");
        extend(accepted(), 10);

        assertSaid("（暂定：2027年放假安排尚未公布，公布后重新计算）");
    }

    @Test
    public void onceAndNotAgain() {
        String number = accepted();
        assertEquals(
                List.of("examination", "decision", "suspension", "special-handling", "withdrawal", "hearing"),
                extend(number, 3).commands());
        ProblemException refusal = assertThrows(ProblemException.class, () -> extend(number, 2));
        assertEquals(CaseError.CASE_STATE, refusal.code());
        assertTrue(refusal.zh(), refusal.zh().contains("不得再次延期"));
    }

    @Test
    public void onTheLastDayItIsInTimeAndOnTheNextItIsNot() {
        String late = accepted();
        String inTime = accepted();
        centres.province.at(LAWFUL + "T23:59");
        extend(inTime, 1);
        assertEquals(LocalDate.of(2026, 10, 19), clock("decision", inTime).date());
        centres.province.at("2026-10-17T00:00");
        ProblemException refusal = assertThrows(ProblemException.class, () -> extend(late, 10));
        assertEquals(CaseError.CASE_STATE, refusal.code());
        assertEquals("MISSED", clock("decision", late).state());
    }

    @Test
    public void aPromiseThatHasRunOutStaysMissed() {
        String number = accepted();
        centres.province.at("2026-09-29T10:00");
        extend(number, 10);
        assertEquals("MISSED", clock("promise", number).state());
        assertEquals(PROMISED, clock("promise", number).date());
        assertEquals("RUNNING", clock("decision", number).state());
    }

    @Test
    public void atMostTenDaysByTheHeadOfTheOrganForAReason() {
        String number = accepted();
        for (int days : new int[] {0, 11, 15}) {
            ProblemException refusal = assertThrows(ProblemException.class, () -> extend(number, days));
            assertEquals(CommonError.FIELDS_INVALID, refusal.code());
            assertEquals("workingDays", refusal.fields().get(0).field());
        }
        ProblemException refusal =
                assertThrows(ProblemException.class, () -> extend(number, 10, ExtensionApprover.GOVERNMENT_HEAD));
        assertEquals("approver", refusal.fields().get(0).field());
        assertTrue(refusal.zh(), refusal.zh().contains("应当经本行政机关负责人批准"));
        assertThrows(
                ProblemException.class,
                () -> service.extend(
                        number, new CaseRequests.Extend(10, ExtensionApprover.ORGAN_HEAD, ""), centres.chief(HAIYANG)));
    }

    @Test
    public void theApplicantIsToldInWritingWhy() {
        String number = accepted();
        extend(number, 10);
        assertEquals(List.of("receipt", "acceptance", "extension-notice"), kinds(number, centres.clerk(HAIYANG)));
        assertTrue(said(), said().startsWith("延期通知书\n"));
        assertSaid("在办理期限内（至2026年10月16日止）不能作出决定");
        assertSaid("依据《中华人民共和国行政许可法》第四十二条第一款，经本行政机关负责人批准，延长10个工作日，延长后的办理期限至2026年10月30日止");
        assertSaid("延长期限的理由：案情复杂，需要调查");
    }

    @Test
    public void onlyALicenceHasALimitThatTheLawLetsExtend() {
        String number = accepted(Items.SERVICE, PERSON);
        ProblemException refusal = assertThrows(ProblemException.class, () -> extend(number, 3));
        assertTrue(refusal.zh(), refusal.zh().contains("仅限行政许可事项"));
    }

    @Test
    public void itGoesTogetherWithASpecialProcedure() {
        String number = accepted();
        extend(number, 10);
        centres.province.at("2026-09-16T10:00");
        service.suspend(
                number, new CaseRequests.Suspend(SpecialProcedure.EXPERT_REVIEW, 5, "需要论证"), centres.reviewer(HAIYANG));
        centres.province.at("2026-09-22T10:00");
        service.resume(number, null, centres.reviewer(HAIYANG));
        // 30 October and the five days that did not count
        assertEquals(LocalDate.of(2026, 11, 6), clock("decision", number).date());
    }

    @Test
    public void theEventSaysByHowMuchAndBetweenWhichDays() {
        String number = accepted();
        extend(number, 10);
        assertEquals(
                List.of("{\"workingDays\":10,\"approver\":\"ORGAN_HEAD\",\"dueBefore\":\"2026-10-16\","
                        + "\"due\":\"2026-10-30\"}"),
                centres.entries().stream()
                        .map(entry -> entry.entry().event())
                        .filter(event -> event.type().equals("extended"))
                        .map(event -> event.data())
                        .toList());
    }

    @Test
    public void whatAStageHasForItselfIsNotTheLimitOfTheLaw() {
        String number = centres.submit(Items.QUICK, null, HAIYANG).number();
        service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        assertEquals(LocalDate.of(2026, 9, 28), clock("stage", number).date());
        assertEquals(LAWFUL, clock("decision", number).date());
        assertEquals("本环节办理时限", clock("stage", number).kindName());
        assertTrue(centres.made.last(), centres.made.last().contains("法定办结时限：2026年10月16日"));
        assertFalse(centres.made.last(), centres.made.last().contains("2026年9月28日"));

        centres.province.at("2026-09-29T10:00");
        CaseView extended = extend(number, 10);
        assertEquals("from the day of the law", LAWFUL, extended.extension().dueBefore());
        assertEquals(LocalDate.of(2026, 10, 30), clock("decision", number).date());
        assertEquals("MISSED", clock("stage", number).state());
    }

    @Test
    public void aStageHasNoMoreTimeThanTheLawGives() {
        String number = centres.submit(Items.SLOW, null, HAIYANG).number();
        service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        DeadlineView decision = centres.deadline("decision", HAIYANG, number, HAIYANG);
        assertEquals("20个工作日", decision.limit());
        String usual = centres.submit(Items.SIMPLE, null, HAIYANG).number();
        service.accept(usual, ACCEPT, centres.clerk(HAIYANG));
        assertEquals(centres.deadline("decision", HAIYANG, usual, HAIYANG).date(), decision.date());
    }
}
