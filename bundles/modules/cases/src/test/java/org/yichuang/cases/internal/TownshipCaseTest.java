package org.yichuang.cases.internal;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.cases.internal.Centres.AGREE;
import static org.yichuang.cases.internal.Centres.DELIVER;
import static org.yichuang.cases.internal.Centres.GRANT;
import static org.yichuang.cases.internal.Centres.ISSUE;
import static org.yichuang.cases.internal.Centres.PDF;
import static org.yichuang.cases.internal.Centres.REFUSE;
import static org.yichuang.cases.internal.Centres.WITHDRAW;
import static org.yichuang.cases.internal.Centres.ask;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.LIUGEZHUANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.MaterialGiven;
import org.yichuang.cases.api.CaseRequests.NonAcceptance;
import org.yichuang.cases.api.CaseRequests.NotAccept;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.ProgressView;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.testing.ModuleTransactions;

/** Cases that a township accepts, and pass through the county up to the city; on a real database. */
public class TownshipCaseTest {
    private static final CaseRequests.NotAccept BACK =
            new CaseRequests.NotAccept(NonAcceptance.INCOMPLETE, "初审意见不完整", "办法第三条", "补齐后重新上报", null);

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

    private CaseState state(String number, TenantId tenant) {
        return centres.find(number, tenant).state();
    }

    private void assertStates(Map<TenantId, String> numbers, Map<TenantId, CaseState> states) {
        states.forEach((tenant, state) -> assertEquals(tenant.value(), state, state(numbers.get(tenant), tenant)));
    }

    /** Numbers of one case at all three centres, which the city has accepted. */
    private Map<TenantId, String> throughThreeCentres() {
        CaseView submitted = centres.submit(Items.AGENCY, "three", LIUGEZHUANG);
        String township = submitted.number();
        assertEquals(
                "the township has no stage of its own",
                CaseState.FORWARDED,
                service.accept(township, ACCEPT, centres.clerk(LIUGEZHUANG)).state());
        centres.post();
        String county = centres.numberAt(HAIYANG, township);
        service.accept(county, ACCEPT, centres.clerk(HAIYANG));
        service.preReview(county, AGREE, centres.reviewer(HAIYANG));
        centres.post();
        String city = centres.acceptedAt(YANTAI, county);
        return Map.of(LIUGEZHUANG, township, HAIYANG, county, YANTAI, city);
    }

    @Test
    public void townshipCountyAndCityBringACaseToItsEnd() {
        Map<TenantId, String> numbers = throughThreeCentres();
        service.decide(numbers.get(YANTAI), GRANT, centres.chief(YANTAI));
        centres.post();
        assertStates(
                numbers,
                Map.of(YANTAI, CaseState.GRANTED, HAIYANG, CaseState.GRANTED, LIUGEZHUANG, CaseState.FORWARDED));
        service.issue(numbers.get(HAIYANG), ISSUE, centres.clerk(HAIYANG));
        centres.post();
        assertStates(numbers, Map.of(HAIYANG, CaseState.ISSUED, LIUGEZHUANG, CaseState.ISSUED));
        assertEquals(
                "the decision's, which is all that is given out",
                "烟台市政务服务中心准〔2026〕1号",
                centres.find(numbers.get(LIUGEZHUANG), LIUGEZHUANG).issued().documentNumber());
        assertThrows(
                "only where it was handed in",
                ProblemException.class,
                () -> service.deliver(numbers.get(HAIYANG), DELIVER, centres.clerk(HAIYANG)));
        service.deliver(numbers.get(LIUGEZHUANG), DELIVER, centres.clerk(LIUGEZHUANG));
        assertStates(numbers, Map.of(LIUGEZHUANG, CaseState.DELIVERED));
        centres.post();
        assertEquals(
                "DELIVERED", centres.find(numbers.get(HAIYANG), HAIYANG).lower().state());
        assertEquals("ISSUED", centres.find(numbers.get(YANTAI), YANTAI).lower().state());
        assertEquals(
                "the city sees how the delivery has gone two levels below",
                "MET",
                centres.deadline("delivery", LIUGEZHUANG, numbers.get(YANTAI), YANTAI)
                        .state());
    }

    @Test
    public void theApplicantSeesTheStepsAndClocksOfAllCentres() {
        Map<TenantId, String> numbers = throughThreeCentres();
        String township = numbers.get(LIUGEZHUANG);
        String code = centres.find(township, LIUGEZHUANG).queryCode();
        CallContext anyone = CallContext.system(LIUGEZHUANG, centres.province.now(), "r");
        ProgressView progress = service.progress(township, code, "192.0.2.1", anyone);
        assertEquals(
                List.of(
                        "liugezhuang submit",
                        "liugezhuang accept",
                        "haiyang transfer-in",
                        "haiyang accept",
                        "haiyang pre-review",
                        "yantai transfer-in",
                        "yantai accept"),
                progress.steps().stream()
                        .filter(step -> !step.action().startsWith("upper-"))
                        .map(step -> step.centre() + " " + step.action())
                        .toList());
        assertEquals(
                progress.due(),
                centres.deadline("decision", YANTAI, numbers.get(YANTAI), YANTAI)
                        .date());
        assertTrue(progress.toString(), progress.steps().stream().noneMatch(step -> step.zh()
                .contains("reviewer")));
        assertEquals("", progress.nextAction());
    }

    @Test
    public void aRefusalGoesStraightDownToTheTownship() {
        Map<TenantId, String> numbers = throughThreeCentres();
        service.decide(numbers.get(YANTAI), REFUSE, centres.chief(YANTAI));
        centres.post();
        assertStates(
                numbers, Map.of(YANTAI, CaseState.REFUSED, HAIYANG, CaseState.REFUSED, LIUGEZHUANG, CaseState.REFUSED));
        CaseView refused = centres.find(numbers.get(LIUGEZHUANG), LIUGEZHUANG);
        assertEquals("不符合规划", refused.decision().reasons());
        assertEquals(List.of("delivery"), refused.commands());
        assertEquals(List.of(), centres.find(numbers.get(HAIYANG), HAIYANG).commands());
    }

    @Test
    public void aWithdrawalGoesUpAndItsConfirmationComesDown() {
        Map<TenantId, String> numbers = throughThreeCentres();
        assertThrows(
                "only where it was handed in",
                ProblemException.class,
                () -> service.withdraw(numbers.get(HAIYANG), WITHDRAW, centres.clerk(HAIYANG)));
        service.withdraw(numbers.get(LIUGEZHUANG), WITHDRAW, centres.clerk(LIUGEZHUANG));
        centres.post();
        assertStates(
                numbers,
                Map.of(YANTAI, CaseState.WITHDRAWN, HAIYANG, CaseState.WITHDRAWN, LIUGEZHUANG, CaseState.WITHDRAWN));
    }

    @Test
    public void aWithdrawalAfterTheCitysDecisionIsOvertakenByTheDocument() {
        Map<TenantId, String> numbers = throughThreeCentres();
        service.decide(numbers.get(YANTAI), GRANT, centres.chief(YANTAI));
        centres.post();
        service.withdraw(numbers.get(LIUGEZHUANG), WITHDRAW, centres.clerk(LIUGEZHUANG));
        centres.post();
        assertStates(numbers, Map.of(HAIYANG, CaseState.GRANTED, LIUGEZHUANG, CaseState.WITHDRAWING));
        service.issue(numbers.get(HAIYANG), ISSUE, centres.clerk(HAIYANG));
        centres.post();
        assertStates(numbers, Map.of(LIUGEZHUANG, CaseState.ISSUED));
    }

    @Test
    public void aTownshipAcceptsForACountyThatDecides() {
        String township = centres.submit(Items.AGENCY, "two", LIUGEZHUANG).number();
        service.accept(township, ACCEPT, centres.clerk(LIUGEZHUANG));
        centres.post();
        String county = centres.numberAt(HAIYANG, township);
        service.accept(county, ACCEPT, centres.clerk(HAIYANG));
        service.decide(county, GRANT, centres.chief(HAIYANG));
        centres.post();
        assertEquals("the county issues first", CaseState.FORWARDED, state(township, LIUGEZHUANG));
        service.issue(county, ISSUE, centres.clerk(HAIYANG));
        centres.post();
        assertEquals(CaseState.ISSUED, state(township, LIUGEZHUANG));
    }

    @Test
    public void theSameItemHandedInAtTheCountyNeedsNoTownship() {
        String county = centres.submit(Items.AGENCY, "two", HAIYANG).number();
        assertEquals(
                CaseState.ACCEPTED,
                service.accept(county, ACCEPT, centres.clerk(HAIYANG)).state());
        service.decide(county, GRANT, centres.chief(HAIYANG));
        assertEquals(
                CaseState.ISSUED,
                service.issue(county, ISSUE, centres.clerk(HAIYANG)).state());
    }

    @Test
    public void aCentreWithoutAStagePassesTheFileOn() {
        String township = centres.submit(Items.AGENCY, "pass", LIUGEZHUANG).number();
        service.accept(township, ACCEPT, centres.clerk(LIUGEZHUANG));
        centres.post();
        String county = centres.numberAt(HAIYANG, township);
        assertEquals(
                CaseState.FORWARDED,
                service.accept(county, ACCEPT, centres.clerk(HAIYANG)).state());
        String city = centres.acceptedAt(YANTAI, county);
        service.decide(city, GRANT, centres.chief(YANTAI));
        service.issue(city, ISSUE, centres.clerk(YANTAI));
        centres.post();
        assertEquals(CaseState.ISSUED, state(county, HAIYANG));
        assertEquals(CaseState.ISSUED, state(township, LIUGEZHUANG));
    }

    @Test
    public void aQuestionOfTheCityReachesTheTownshipAndItsAnswerTheCity() {
        Map<TenantId, String> numbers = throughThreeCentres();
        service.notifyCorrection(numbers.get(YANTAI), ask("m2"), centres.reviewer(YANTAI));
        centres.post();
        assertStates(
                numbers,
                Map.of(
                        YANTAI, CaseState.CORRECTING,
                        HAIYANG, CaseState.QUESTIONED,
                        LIUGEZHUANG, CaseState.QUESTIONED));
        String township = numbers.get(LIUGEZHUANG);
        assertEquals(
                ask("m2").items(),
                centres.find(township, LIUGEZHUANG).corrections().get(0).items());
        CaseRequests.Correct early = new CaseRequests.Correct("代答", null, null);
        assertThrows(
                "the county answers for nobody",
                ProblemException.class,
                () -> service.correct(numbers.get(HAIYANG), early, centres.clerk(HAIYANG)));

        answer(township);
        assertStates(numbers, Map.of(LIUGEZHUANG, CaseState.FORWARDED, HAIYANG, CaseState.QUESTIONED));
        centres.post();
        assertStates(
                numbers,
                Map.of(
                        YANTAI, CaseState.ACCEPTED,
                        HAIYANG, CaseState.FORWARDED,
                        LIUGEZHUANG, CaseState.FORWARDED));
        for (TenantId centre : List.of(HAIYANG, YANTAI)) {
            CaseView answered = centres.find(numbers.get(centre), centre);
            assertEquals("已补图纸", answered.corrections().get(0).statement());
            String file = answered.materials().get(1).file();
            assertArrayEquals(PDF, centres.bytes(answered.number(), file, centres.clerk(centre)));
        }
        service.decide(numbers.get(YANTAI), REFUSE, centres.chief(YANTAI));
        centres.post();
        assertStates(numbers, Map.of(LIUGEZHUANG, CaseState.REFUSED));
    }

    private void answer(String township) {
        CallContext clerk = centres.clerk(LIUGEZHUANG);
        String file = service.upload("图纸.pdf", "application/pdf", new ByteArrayInputStream(PDF), clerk)
                .file();
        CaseRequests.Correct answer =
                new CaseRequests.Correct("已补图纸", null, List.of(new MaterialGiven("m2", null, file, false)));
        service.correct(township, answer, clerk);
    }

    @Test
    public void aWithdrawalMeetsTheQuestionOnTheWay() {
        Map<TenantId, String> numbers = throughThreeCentres();
        service.notifyCorrection(numbers.get(YANTAI), ask("m2"), centres.reviewer(YANTAI));
        service.withdraw(numbers.get(LIUGEZHUANG), WITHDRAW, centres.clerk(LIUGEZHUANG));
        centres.post();
        assertStates(
                numbers,
                Map.of(YANTAI, CaseState.WITHDRAWN, HAIYANG, CaseState.WITHDRAWN, LIUGEZHUANG, CaseState.WITHDRAWN));
    }

    @Test
    public void whoeverIsAskedByTheCityMayWithdraw() {
        Map<TenantId, String> numbers = throughThreeCentres();
        service.notifyCorrection(numbers.get(YANTAI), ask("m2"), centres.reviewer(YANTAI));
        centres.post();
        service.withdraw(numbers.get(LIUGEZHUANG), WITHDRAW, centres.clerk(LIUGEZHUANG));
        centres.post();
        assertStates(
                numbers,
                Map.of(YANTAI, CaseState.WITHDRAWN, HAIYANG, CaseState.WITHDRAWN, LIUGEZHUANG, CaseState.WITHDRAWN));
    }

    @Test
    public void anAnswerThatComesAfterTheFileWasHandedBackIsKept() {
        String township = centres.submit(Items.AGENCY, "three", LIUGEZHUANG).number();
        service.accept(township, ACCEPT, centres.clerk(LIUGEZHUANG));
        centres.post();
        String county = centres.numberAt(HAIYANG, township);
        service.accept(county, ACCEPT, centres.clerk(HAIYANG));
        service.preReview(county, AGREE, centres.reviewer(HAIYANG));
        centres.post();
        String city = centres.numberAt(YANTAI, county);
        service.notifyCorrection(city, ask("m2"), centres.clerk(YANTAI));
        centres.post();
        service.notAccept(city, BACK, centres.clerk(YANTAI));
        centres.post();
        assertEquals(CaseState.ACCEPTED, state(county, HAIYANG));
        assertEquals("asked for nothing any more", CaseState.FORWARDED, state(township, LIUGEZHUANG));
        answer(township);
        centres.post();
        CaseView kept = centres.find(county, HAIYANG);
        assertEquals(CaseState.ACCEPTED, kept.state());
        assertEquals("已补图纸", kept.corrections().get(0).statement());
        service.preReview(county, AGREE, centres.reviewer(HAIYANG));
        centres.post();
        assertEquals(2, centres.find(city, YANTAI).materials().size());
    }

    @Test
    public void whatTheCountyHandsBackTheTownshipTakesUpAnew() {
        String township = centres.submit(Items.AGENCY, "two", LIUGEZHUANG).number();
        service.accept(township, ACCEPT, centres.clerk(LIUGEZHUANG));
        centres.post();
        String county = centres.numberAt(HAIYANG, township);
        service.notAccept(county, BACK, centres.clerk(HAIYANG));
        centres.post();
        CaseView back = centres.find(township, LIUGEZHUANG);
        assertEquals(CaseState.RECEIVED, back.state());
        assertEquals("初审意见不完整", back.ending().reasons());
        assertEquals("five working days once more", LocalDate.of(2026, 9, 20), back.due());
        assertEquals(List.of("acceptance", "correction-notice", "withdrawal"), back.commands());
        NotAccept refusal = new NotAccept(NonAcceptance.NOT_NEEDED, "无需办理", "办法第三条", "可申请复议", null);
        assertEquals(
                CaseError.CASE_STATE,
                assertThrows(
                                ProblemException.class,
                                () -> service.notAccept(township, refusal, centres.clerk(LIUGEZHUANG)))
                        .code());
        centres.province.at("2026-12-01T09:00");
        centres.run(centres.timer);
        CaseView late = centres.find(township, LIUGEZHUANG);
        assertEquals("accepted once is enough", CaseState.RECEIVED, late.state());
        assertEquals("and overdue", LocalDate.of(2026, 9, 20), late.due());
        service.accept(township, ACCEPT, centres.clerk(LIUGEZHUANG));
        centres.post();
        assertEquals(CaseState.RECEIVED, state(county, HAIYANG));
    }
}
