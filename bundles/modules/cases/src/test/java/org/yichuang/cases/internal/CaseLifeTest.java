package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.cases.internal.Centres.DELIVER;
import static org.yichuang.cases.internal.Centres.GRANT;
import static org.yichuang.cases.internal.Centres.ISSUE;
import static org.yichuang.cases.internal.Centres.REFUSE;
import static org.yichuang.cases.internal.Centres.WITHDRAW;
import static org.yichuang.cases.internal.Centres.ask;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseEvent;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.CorrectionItem;
import org.yichuang.cases.api.CaseRequests.NonAcceptance;
import org.yichuang.cases.api.CaseRequests.NotAccept;
import org.yichuang.cases.api.CaseRequests.Outcome;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.DeadlineView;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.time.CalendarDay;
import org.yichuang.kernel.api.time.CalendarTable;
import org.yichuang.testing.ModuleTransactions;
import org.yichuang.testing.centres.TestCentres;

/** A case that one centre brings to its end, on a real database. */
public class CaseLifeTest {
    private static ModuleTransactions transactions;
    private Centres centres;
    private CaseService service;

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
        service = centres.service;
    }

    private CaseView simple() {
        return centres.submit(Items.SIMPLE, null, HAIYANG);
    }

    private static void assertRefused(ErrorCode code, String field, ThrowingRunnable work) {
        ProblemException refusal = assertThrows(ProblemException.class, work);
        assertEquals(code, refusal.code());
        if (field != null) {
            assertTrue(
                    refusal.fields() + " names " + field,
                    refusal.fields().stream()
                            .anyMatch(problem -> problem.field().equals(field)));
        }
    }

    @Test
    public void aCaseGoesFromHandInToDelivery() {
        CaseView submitted = simple();
        assertTrue(submitted.number(), submitted.number().matches("370687-20260914-[0-9A-Z]{10}"));
        assertEquals(8, submitted.queryCode().length());
        assertEquals(LocalDate.of(2026, 9, 20), submitted.due());
        assertEquals(1, submitted.version());
        assertEquals(
                List.of(
                        "acceptance",
                        "on-the-spot-correction",
                        "correction-notice",
                        "non-acceptance",
                        "withdrawal",
                        "on-the-spot-decision"),
                submitted.commands());

        CaseView accepted = service.accept(submitted.number(), ACCEPT, centres.clerk(HAIYANG));
        assertEquals(CaseState.ACCEPTED, accepted.state());
        assertEquals("住建局", accepted.department());
        assertEquals("EXPRESS", accepted.acceptance().mode());
        assertEquals(LocalDate.of(2026, 9, 14), accepted.acceptance().clockFrom());
        assertEquals(
                List.of(
                        "examination",
                        "decision",
                        "suspension",
                        "extension",
                        "special-handling",
                        "withdrawal",
                        "hearing"),
                accepted.commands());

        service.decide(submitted.number(), GRANT, centres.chief(HAIYANG));
        CaseView issued = service.issue(submitted.number(), ISSUE, centres.clerk(HAIYANG));
        assertEquals("海阳市政务服务中心准〔2026〕1号", issued.issued().documentNumber());
        CaseView delivered = service.deliver(submitted.number(), DELIVER, centres.clerk(HAIYANG));

        assertEquals(CaseState.DELIVERED, delivered.state());
        assertEquals(5, delivered.version());
        assertNull(delivered.due());
        assertEquals(List.of(), delivered.commands());
        assertEquals(
                List.of("submit", "accept", "decide", "issue", "deliver"),
                centres.entries().stream().map(each -> each.entry().action()).toList());
        assertEquals(
                List.of("submitted", "accepted", "granted", "issued", "delivered"),
                centres.entries().stream()
                        .map(each -> each.entry().event().type())
                        .toList());
        DomainEvent happened = centres.entries().get(1).entry().event();
        assertEquals("cases", happened.module());
        assertEquals(CaseEvent.VERSION, happened.version());
        assertEquals(submitted.number(), happened.number());
        assertEquals(Items.SIMPLE, happened.item());
        assertEquals("who had it when it was accepted", "审批局", happened.department());
        assertEquals(
                "{\"mode\":\"EXPRESS\",\"clockFrom\":\"2026-09-14\",\"receiptNumber\":\"" + submitted.number()
                        + "-S\",\"holder\":\"住建局\"}",
                happened.data());
        assertEquals(
                centres.entries().get(0).entry().after(),
                centres.entries().get(1).entry().before());
    }

    @Test
    public void everyClockIsExplained() {
        String number = simple().number();
        service.accept(number, ACCEPT, centres.clerk(HAIYANG));

        DeadlineView decision = centres.deadline("decision", HAIYANG, number, HAIYANG);
        assertEquals(LocalDate.of(2026, 10, 16), decision.date());
        assertEquals("RUNNING", decision.state());
        assertTrue(decision.explanation(), decision.explanation().contains("国庆节"));
        assertTrue(decision.explanation(), decision.explanation().contains("第四十二条"));
        assertTrue(decision.skipped().stream().anyMatch(day -> day.day().equals(LocalDate.of(2026, 10, 1))));
        DeadlineView promise = centres.deadline("promise", HAIYANG, number, HAIYANG);
        assertEquals(promise.date(), centres.find(number, HAIYANG).due());
        assertEquals("MET", centres.deadline("notice", HAIYANG, number, HAIYANG).state());
    }

    @Test
    public void whatComesInOnlineAfterClosingTimeIsReceivedTheNextWorkingDay() {
        centres.province.at("2026-09-24T17:30");
        CallContext applicant = centres.as("li", "applicant", Set.of(), HAIYANG);
        CaseView view = service.submit(Centres.application(Items.SIMPLE, null), applicant);

        DeadlineView notice = centres.deadline("notice", HAIYANG, view.number(), HAIYANG);
        assertEquals("after the mid-autumn holiday", LocalDate.of(2026, 9, 28), notice.start());
        assertEquals(applicant.at(), view.receivedAt());
    }

    @Test
    public void nobodyAnswersForFiveWorkingDaysAndItIsAcceptedFromTheDayOfReceipt() {
        centres.province.at("2026-09-30T10:00");
        String number = simple().number();
        centres.province.at("2026-10-13T23:30");
        centres.run(centres.timer);
        assertEquals(
                "the fifth day is not over",
                CaseState.RECEIVED,
                centres.find(number, HAIYANG).state());

        centres.province.at("2026-10-14T00:10");
        centres.run(centres.timer);
        CaseView view = centres.find(number, HAIYANG);
        assertEquals(CaseState.ACCEPTED, view.state());
        assertEquals("DEEMED", view.acceptance().mode());
        assertEquals(LocalDate.of(2026, 9, 30), view.acceptance().clockFrom());
        assertEquals(
                LocalDate.of(2026, 11, 3),
                centres.deadline("decision", HAIYANG, number, HAIYANG).date());
        assertEquals(
                "MISSED", centres.deadline("notice", HAIYANG, number, HAIYANG).state());
    }

    @Test
    public void pastTheFiveDaysItCanOnlyBeAccepted() {
        String number = simple().number();
        centres.province.at("2026-09-22T09:00");
        assertRefused(
                CaseError.CASE_STATE, null, () -> service.notifyCorrection(number, ask("m1"), centres.clerk(HAIYANG)));
        CaseView late = service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        assertEquals("DEEMED", late.acceptance().mode());
        assertEquals(LocalDate.of(2026, 9, 14), late.acceptance().clockFrom());
    }

    @Test
    public void everythingThatIsMissingIsToldAtOnce() {
        String number = simple().number();
        CaseView asked = service.notifyCorrection(number, ask("m1", "form.trees"), centres.clerk(HAIYANG));
        assertEquals(CaseState.CORRECTING, asked.state());
        assertNull(asked.due());
        CaseView supplied = service.correct(
                number, new CaseRequests.Correct("已补", Map.of("trees", 3), null), centres.clerk(HAIYANG));
        assertEquals(CaseState.RECEIVED, supplied.state());
        assertEquals(Map.of("trees", 3), supplied.form());
        assertEquals("已补", supplied.corrections().get(0).statement());

        assertRefused(
                CaseError.SECOND_NOTICE,
                "items[1].target",
                () -> service.notifyCorrection(number, ask("M1", "m2"), centres.clerk(HAIYANG)));
        assertRefused(
                CaseError.SECOND_NOTICE,
                "items[0].target",
                () -> service.notifyCorrection(
                        number,
                        new CaseRequests.NotifyCorrection(List.of(new CorrectionItem("m2", "缺")), "遗漏"),
                        centres.clerk(HAIYANG)));
        CaseView overridden = service.notifyCorrection(
                number,
                new CaseRequests.NotifyCorrection(List.of(new CorrectionItem("m2", "缺")), "遗漏"),
                centres.chief(HAIYANG));
        assertEquals(2, overridden.corrections().size());
        assertEquals(
                "遗漏",
                centres.entries()
                        .get(centres.entries().size() - 1)
                        .entry()
                        .details()
                        .get("secondNotice"));
    }

    @Test
    public void aSecondNoticeMayRepeatTheFirst() {
        String number = simple().number();
        service.notifyCorrection(number, ask("m1", "m2"), centres.clerk(HAIYANG));
        service.correct(number, new CaseRequests.Correct(null, Map.of("trees", 3), null), centres.clerk(HAIYANG));
        CaseView again = service.notifyCorrection(number, ask("m2"), centres.clerk(HAIYANG));
        assertEquals(CaseState.CORRECTING, again.state());
        assertEquals(
                "an answer without words is no open question",
                "",
                again.corrections().get(0).statement());
    }

    @Test
    public void aCorrectionSuppliesSomething() {
        String number = simple().number();
        service.notifyCorrection(number, ask("m1"), centres.clerk(HAIYANG));
        for (String statement : Arrays.asList(null, "", " ")) {
            assertRefused(
                    CommonError.FIELDS_INVALID,
                    "statement",
                    () -> service.correct(
                            number, new CaseRequests.Correct(statement, Map.of(), List.of()), centres.clerk(HAIYANG)));
        }
        assertEquals(
                CaseState.CORRECTING,
                service.find(number, centres.clerk(HAIYANG)).state());
    }

    @Test
    public void aRefusalSaysWhyByWhichProvisionAndWhatCanBeDone() {
        String number = simple().number();
        service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        CaseRequests.Decide bare = new CaseRequests.Decide(Outcome.REFUSE, "不同意", "理由", " ", null);
        assertRefused(
                CaseError.DECISION_INCOMPLETE, "basis", () -> service.decide(number, bare, centres.chief(HAIYANG)));
        assertRefused(
                CaseError.DECISION_INCOMPLETE, "remedies", () -> service.decide(number, bare, centres.chief(HAIYANG)));

        CaseView refused = service.decide(number, REFUSE, centres.chief(HAIYANG));
        assertEquals(CaseState.REFUSED, refused.state());
        assertEquals(List.of("delivery"), refused.commands());
        DeadlineView serving = centres.deadline("refusal-delivery", HAIYANG, refused.number(), HAIYANG);
        assertTrue("no law that is of grants", serving.explanation().contains("依据本中心的承诺"));
        assertEquals(refused.due(), serving.date());
        assertRefused(CaseError.CASE_STATE, null, () -> service.issue(number, ISSUE, centres.clerk(HAIYANG)));
        assertEquals(
                CaseState.DELIVERED,
                service.deliver(number, DELIVER, centres.clerk(HAIYANG)).state());
    }

    @Test
    public void notAcceptingNamesTheCompetentOrganAndComesAfterANoticeThatWasAnswered() {
        String number = simple().number();
        NotAccept incomplete = new NotAccept(NonAcceptance.INCOMPLETE, "未补正", "依据", "救济", null);
        assertRefused(
                CommonError.FIELDS_INVALID,
                "outcome",
                () -> service.notAccept(number, incomplete, centres.clerk(HAIYANG)));
        NotAccept elsewhere = new NotAccept(NonAcceptance.NOT_COMPETENT, "不属于本机关", "依据", "救济", null);
        assertRefused(
                CommonError.FIELDS_INVALID,
                "competentOrgan",
                () -> service.notAccept(number, elsewhere, centres.clerk(HAIYANG)));
        service.notifyCorrection(number, ask("m1"), centres.clerk(HAIYANG));
        service.correct(number, new CaseRequests.Correct("没有图纸", null, null), centres.clerk(HAIYANG));
        CaseView ended = service.notAccept(number, incomplete, centres.clerk(HAIYANG));
        assertEquals(CaseState.NOT_ACCEPTED, ended.state());
        assertEquals("未补正", ended.ending().reasons());
    }

    @Test
    public void anApplicationCanBeWithdrawnBeforeTheDecision() {
        String number = simple().number();
        service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        CaseView withdrawn = service.withdraw(number, WITHDRAW, centres.clerk(HAIYANG));
        assertEquals(CaseState.WITHDRAWN, withdrawn.state());
        assertEquals(
                "STOPPED",
                centres.deadline("decision", HAIYANG, number, HAIYANG).state());

        String late = simple().number();
        service.accept(late, ACCEPT, centres.clerk(HAIYANG));
        centres.province.at("2026-12-01T09:00");
        service.withdraw(late, WITHDRAW, centres.clerk(HAIYANG));
        assertEquals(
                "what had run out stays missed",
                "MISSED",
                centres.deadline("decision", HAIYANG, late, HAIYANG).state());

        String decided = simple().number();
        service.accept(decided, ACCEPT, centres.clerk(HAIYANG));
        service.decide(decided, GRANT, centres.chief(HAIYANG));
        assertRefused(CaseError.CASE_STATE, null, () -> service.withdraw(decided, WITHDRAW, centres.clerk(HAIYANG)));
    }

    @Test
    public void aRepeatedCommandGetsItsFirstAnswer() {
        CallContext context = centres.clerk(HAIYANG);
        String number = simple().number();
        CaseView first = service.accept(number, ACCEPT, centres.withKey("k", context));
        CaseView second = service.accept(number, ACCEPT, centres.withKey("k", context));
        assertEquals(first, second);
        assertEquals(2, centres.entries().size());
    }

    @Test
    public void aCommandOnAnOldVersionIsRefused() {
        String number = simple().number();
        CallContext plain = centres.clerk(HAIYANG);
        CallContext old = new CallContext(HAIYANG, plain.actor(), plain.at(), "r", Optional.empty(), Optional.of(7L));
        assertRefused(CommonError.PRECONDITION_FAILED, null, () -> service.accept(number, ACCEPT, old));
    }

    @Test
    public void aChangedCalendarMovesTheDueDayAndIsJournaled() {
        String number = simple().number();
        service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        LocalDate before = centres.find(number, HAIYANG).due();
        centres.run(centres.timer);
        assertEquals(before, centres.find(number, HAIYANG).due());

        List<CalendarDay> days = TestCentres.days2026();
        days.add(new CalendarDay("000000", LocalDate.of(2026, 9, 17), false, "临时放假", "notice"));
        centres.province.calendar(CalendarTable.national(days));
        centres.run(centres.timer);

        LocalDate after = centres.find(number, HAIYANG).due();
        assertNotEquals(before, after);
        Map<String, String> details =
                centres.entries().get(centres.entries().size() - 1).entry().details();
        assertEquals(before.toString(), details.get("dueBefore"));
        assertEquals(after.toString(), details.get("dueAfter"));
        int entries = centres.entries().size();
        centres.run(centres.timer);
        assertEquals("nothing moves twice", entries, centres.entries().size());
    }

    @Test
    public void aCentreWithoutTheModulesMakesTheRouteUnreachable() {
        centres.province.switchModule(TestCentres.YANTAI, "linkage", false);
        assertRefused(CaseError.ROUTE_UNREACHABLE, null, () -> centres.submit(Items.TREES, "county-city", HAIYANG));
        assertNotNull(simple());
    }
}
