package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseReception;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.NonAcceptance;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.OnlineReviewOutcome;
import org.yichuang.cases.api.OnlineReviewRequest;
import org.yichuang.cases.api.OnlineReviewView;
import org.yichuang.cases.internal.domain.ClockSign;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.testing.ModuleTransactions;

/** What comes in online is reviewed within days that the centre promises, and the days of the law run beside it. */
public class OnlineReviewTest {
    private static final OnlineReviewRequest READY = new OnlineReviewRequest("请携带身份证原件");

    private static ModuleTransactions transactions;
    private Centres centres;
    private CaseService service;
    private CaseReception reception;

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
        reception = centres.cases.reception();
    }

    private CallContext citizen() {
        return centres.as("citizen", "applicant", Set.of(), HAIYANG);
    }

    private CaseView online() {
        return service.submit(centres.whole(Centres.application(Items.ONLINE, null), citizen()), citizen());
    }

    private OnlineReviewView review(String number) {
        return centres.find(number, HAIYANG).filing().onlineReview();
    }

    private List<String> events() {
        return centres.entries().stream()
                .map(entry -> entry.entry().event().type())
                .filter(type ->
                        !type.isEmpty() && !Arrays.asList(ClockSign.events()).contains(type))
                .toList();
    }

    private String data(String type) {
        return centres.entries().stream()
                .map(entry -> entry.entry().event())
                .filter(event -> event.type().equals(type))
                .reduce((first, second) -> second)
                .orElseThrow()
                .data();
    }

    private void at(String time) {
        centres.province.at(time);
    }

    @Test
    public void itHasTwoWorkingDaysBesideTheFiveOfTheLaw() {
        String number = online().number();
        OnlineReviewView review = review(number);
        assertEquals(LocalDate.of(2026, 9, 16), review.due());
        assertFalse(review.overdue());
        assertNull(review.outcome());
        assertEquals(
                "what is due first",
                LocalDate.of(2026, 9, 16),
                centres.find(number, HAIYANG).due());
        assertEquals(
                LocalDate.of(2026, 9, 20),
                centres.deadline("notice", HAIYANG, number, HAIYANG).date());
        assertTrue(centres.find(number, HAIYANG).commands().contains("online-review"));
    }

    @Test
    public void whatIsReadyIsToldWithWhatToBringAndAcceptedAfterwards() {
        String number = online().number();
        CaseView passed = reception.reviewOnline(number, READY, centres.clerk(HAIYANG));
        assertEquals(CaseState.RECEIVED, passed.state());
        OnlineReviewView seen = service.find(number, citizen()).filing().onlineReview();
        assertEquals(OnlineReviewOutcome.READY, seen.outcome());
        assertEquals("预审通过", seen.outcomeName());
        assertEquals("请携带身份证原件", seen.words());
        assertEquals(LocalDate.of(2026, 9, 20), passed.due());
        assertEquals("{\"due\":\"2026-09-16\"}", data("online-review-passed"));
        assertFalse(passed.commands().contains("online-review"));

        service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        assertEquals("the case keeps it", "请携带身份证原件", review(number).words());
        assertEquals(List.of("submitted", "online-review-passed", "accepted"), events());
    }

    @Test
    public void anAcceptanceIsTheReviewAsWell() {
        String number = online().number();
        service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        assertEquals(OnlineReviewOutcome.READY, review(number).outcome());
        assertFalse(review(number).overdue());
    }

    @Test
    public void whatIsMissingIsToldByTheOneNoticeAndReviewedAnew() {
        String number = online().number();
        at("2026-09-15T09:00");
        service.notifyCorrection(number, Centres.ask("m2"), centres.clerk(HAIYANG));
        assertEquals(OnlineReviewOutcome.MISSING, review(number).outcome());
        assertNull(centres.find(number, HAIYANG).due());

        at("2026-09-17T09:00");
        service.correct(number, new CaseRequests.Correct("已补", Map.of(), List.of()), citizen());
        assertNull(review(number).outcome());
        assertEquals(LocalDate.of(2026, 9, 20), review(number).due());
        service.notAccept(
                number,
                new CaseRequests.NotAccept(NonAcceptance.NOT_COMPETENT, "理由", "依据", "救济", "林业局"),
                centres.clerk(HAIYANG));
        assertEquals(OnlineReviewOutcome.NOT_OURS, review(number).outcome());
    }

    @Test
    public void aCorrectionAtTheWindowIsReviewedThere() {
        String number = online().number();
        service.notifyCorrection(number, Centres.ask("m2"), centres.clerk(HAIYANG));
        service.correct(number, new CaseRequests.Correct("已补", Map.of(), List.of()), centres.clerk(HAIYANG));
        assertFalse(centres.find(number, HAIYANG).commands().contains("online-review"));
    }

    @Test
    public void whatIsMissedIsNotedOnceAndLateAndStillWaitedFor() {
        String number = online().number();
        at("2026-09-16T23:59");
        centres.run(centres.timer);
        assertEquals("its last day", List.of("submitted"), events());

        at("2026-09-17T00:01");
        centres.run(centres.timer);
        at("2026-09-18T00:01");
        centres.run(centres.timer);
        assertEquals(List.of("submitted", "online-review-overdue"), events());
        assertTrue(review(number).overdue());
        assertEquals(LocalDate.of(2026, 9, 16), centres.find(number, HAIYANG).due());
        assertEquals(
                "a promise is no law",
                "yellow",
                centres.deadline("online-review", HAIYANG, number, HAIYANG).light());

        reception.reviewOnline(number, READY, centres.clerk(HAIYANG));
        assertTrue("what was late stays late", review(number).overdue());
        assertEquals("{\"due\":\"2026-09-16\",\"late\":true}", data("online-review-passed"));
    }

    @Test
    public void theLawWaitsForNoReview() {
        String number = online().number();
        at("2026-09-21T00:01");
        centres.run(centres.timer);
        CaseView deemed = centres.find(number, HAIYANG);
        assertEquals("DEEMED", deemed.acceptance().mode());
        assertEquals(LocalDate.of(2026, 9, 14), deemed.acceptance().clockFrom());
        assertNull("nobody has reviewed it", review(number).outcome());
        assertTrue(review(number).overdue());
        ProblemException late = assertThrows(
                ProblemException.class, () -> reception.reviewOnline(number, READY, centres.clerk(HAIYANG)));
        assertEquals(CaseError.CASE_STATE, late.code());
    }

    @Test
    public void onlyWhatComesOnlineOfSuchItemsIsReviewed() {
        String atWindow = centres.submit(Items.ONLINE, null, HAIYANG).number();
        assertNull(review(atWindow));
        String other = service.submit(centres.whole(Centres.application(Items.SIMPLE, null), citizen()), citizen())
                .number();
        assertNull(review(other));
        for (String number : List.of(atWindow, other)) {
            ProblemException refusal = assertThrows(
                    ProblemException.class, () -> reception.reviewOnline(number, READY, centres.clerk(HAIYANG)));
            assertEquals(CaseError.CASE_STATE, refusal.code());
            assertTrue(refusal.zh(), refusal.zh().contains("没有待办的网上预审"));
        }
    }

    @Test
    public void whoeverMayAcceptReviewsAndNobodyElse() {
        String number = online().number();
        ProblemException refusal =
                assertThrows(ProblemException.class, () -> reception.reviewOnline(number, READY, citizen()));
        assertEquals(CommonError.NOT_ALLOWED, refusal.code());
        reception.reviewOnline(number, null, centres.chief(HAIYANG));
        assertNull(review(number).words());
    }
}
