package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.cases.internal.Centres.GRANT;
import static org.yichuang.cases.internal.JointSamples.AGREE;
import static org.yichuang.cases.internal.JointSamples.CIVIL;
import static org.yichuang.cases.internal.JointSamples.HOUSING;
import static org.yichuang.cases.internal.JointSamples.PARK;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseItem;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.MaterialGiven;
import org.yichuang.cases.api.CaseRequests.NonAcceptance;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.JointView.BranchView;
import org.yichuang.cases.api.SpecialProcedure;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.testing.ModuleTransactions;

/** Members of a joint case that the centre above decides (R1-22, art. 43): there cases, here branches. */
public class JointAboveTest {
    private static ModuleTransactions transactions;

    private Centres centres;
    private DefaultCaseService service;
    private DefaultJointCases joint;

    @BeforeClass
    public static void createDatabase() {
        transactions = ModuleTransactions.open("cases", "documents");
    }

    @AfterClass
    public static void dropDatabase() {
        transactions.close();
    }

    @Before
    public void openCentres() {
        transactions.clear();
        centres = new Centres(transactions);
        service = centres.service;
        joint = centres.cases.joint();
    }

    @Test
    public void theCityDecidesItsMemberAndTheCountyTheWhole() {
        CaseView taken = service.submit(JointSamples.application(PARK, Map.of()), centres.clerk(HAIYANG));
        String number = taken.number();
        assertEquals("烟台市政务服务中心城管局", taken.branches().get(1).department());
        assertEquals("reviewed here", HOUSING, taken.branches().get(2).department());
        assertEquals("yantai", taken.branches().get(2).above().centre());

        CaseView accepted = service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        assertEquals(List.of("b1 OPEN", "b2 ABOVE", "b3 OPEN"), states(accepted));
        CaseView above = atCity(number, "b2");
        BranchView arrived = find(number).branches().get(1);
        assertEquals("as soon as it is there", above.number(), arrived.above().number());
        assertEquals("RECEIVED", arrived.above().state());
        assertEquals(LocalDate.of(2026, 9, 20), arrived.above().due());
        assertEquals(Items.CITY, above.item());
        assertEquals(CaseState.RECEIVED, above.state());
        assertEquals(
                "with its own materials",
                List.of("m1"),
                above.materials().stream().map(each -> each.code()).toList());
        service.accept(above.number(), ACCEPT, centres.clerk(YANTAI));
        centres.post();
        BranchView known = find(number).branches().get(1);
        assertEquals(above.number(), known.above().number());
        assertEquals("ACCEPTED", known.above().state());

        joint.giveOpinion(number, "b1", AGREE, of(CIVIL));
        CaseView reviewed = joint.giveOpinion(number, "b3", AGREE, of(HOUSING));
        assertEquals(List.of("b1 AGREED", "b2 ABOVE", "b3 ABOVE"), states(reviewed));
        refused(CaseError.CASE_STATE, () -> joint.giveOpinion(number, "b3", AGREE, of(HOUSING)));
        refused(CaseError.CASE_STATE, () -> service.decide(number, GRANT, centres.chief(HAIYANG)));
        CaseView trees = atCity(number, "b3");
        assertEquals("符合条件", trees.opinions().get(0).opinion());
        service.accept(trees.number(), ACCEPT, centres.clerk(YANTAI));
        service.decide(trees.number(), GRANT, centres.chief(YANTAI));
        service.issue(trees.number(), Centres.ISSUE, centres.clerk(YANTAI));
        service.decide(above.number(), GRANT, centres.chief(YANTAI));
        service.issue(above.number(), Centres.ISSUE, centres.clerk(YANTAI));
        centres.post();

        CaseView decided = find(number);
        assertNotNull(
                "whoever grants a member makes it out",
                decided.branches().get(1).above().resultNumber());
        assertEquals(List.of("b1 AGREED", "b2 AGREED", "b3 AGREED"), states(decided));
        assertEquals("烟台市政务服务中心城管局", decided.branches().get(1).opinions().get(0).by());
        service.decide(number, GRANT, centres.chief(HAIYANG));
        service.issue(number, Centres.ISSUE, centres.clerk(HAIYANG));
        service.deliver(number, Centres.DELIVER, centres.clerk(HAIYANG));
        centres.post();
        assertEquals("DELIVERED", centres.find(above.number(), YANTAI).lower().state());
        assertEquals("one case here", 1, list(HAIYANG));
        assertEquals("and two there", 2, list(YANTAI));
        assertTrue(centres.transactions.messages().isEmpty());
    }

    @Test
    public void whatTheCityDecidesIsNoneOfTheCountysToChargeAndToRegister() {
        String number = accepted();
        String above = atCity(number, "b2").number();
        CaseRecords cases = new CaseRecords(Centres.repositories(transactions, TestCipher.CIPHER), null, null);
        List<String> items = transactions.read(
                centres.clerk(HAIYANG), unit -> cases.find(number, unit).orElseThrow().items().stream()
                        .map(CaseItem::code)
                        .toList());
        assertEquals(List.of(Items.SERVICE), items);
        assertEquals(
                "it is of the city's case",
                List.of(Items.CITY),
                transactions.read(centres.clerk(YANTAI), unit -> cases.find(above, unit).orElseThrow().items().stream()
                        .map(CaseItem::code)
                        .toList()));
    }

    @Test
    public void aCityThatWasSetBackIsRemindedOfWhatItHasSaidOfAMember() {
        String number = accepted();
        CaseView above = atCity(number, "b2");
        List<String> answered = List.of(number + "-b2：已收到");
        assertEquals("", told(answered));
        decideAbove(number, "b2", GRANT);
        String told = told(answered);
        assertTrue(told, told.contains(above.number()) && told.contains("GRANT"));
        CallContext city = CallContext.system(YANTAI, centres.province.now(), "post");
        transactions.write(city, Void.class, unit -> {
            centres.linked.reminded(HAIYANG, told, unit);
            return null;
        });
        assertEquals(
                "which knows it still",
                CaseState.ISSUED,
                centres.find(above.number(), YANTAI).state());
    }

    private String told(List<String> answered) {
        return transactions.read(centres.clerk(HAIYANG), unit -> centres.linked.told(YANTAI, answered, unit));
    }

    @Test
    public void whatTheCityRefusesStandsInTheWay() {
        String number = accepted();
        joint.giveOpinion(number, "b1", AGREE, of(CIVIL));
        joint.giveOpinion(number, "b3", AGREE, of(HOUSING));
        decideAbove(number, "b2", Centres.REFUSE);
        decideAbove(number, "b3", GRANT);

        CaseView refused = find(number);
        assertEquals(List.of("b1 AGREED", "b2 REFUSED", "b3 AGREED"), states(refused));
        assertTrue(refused.branches().get(1).opinions().get(0).opinion().contains("不符合规划"));
        refused(CaseError.BRANCH_REFUSED, () -> service.decide(number, GRANT, centres.chief(HAIYANG)));
        assertEquals(
                CaseState.REFUSED,
                service.decide(number, Centres.REFUSE, centres.chief(HAIYANG)).state());
    }

    @Test
    public void whatTheCityAsksReachesTheApplicantThroughTheCounty() {
        String number = accepted();
        CaseView above = atCity(number, "b2");
        service.accept(above.number(), ACCEPT, centres.clerk(YANTAI));
        service.notifyCorrection(above.number(), Centres.ask("m2"), centres.reviewer(YANTAI));
        centres.post();

        CaseView asked = find(number);
        assertEquals(CaseState.ACCEPTED, asked.state());
        assertTrue(asked.branches().get(1).above().asks());
        assertEquals(
                "as the bundle calls it",
                "m4",
                asked.corrections().get(0).items().get(0).target());
        assertTrue(asked.commands().contains("correction"));
        joint.giveOpinion(number, "b1", AGREE, of(CIVIL));
        assertTrue("nothing else answers it", find(number).commands().contains("correction"));
        CaseRequests.Correct foreign = new CaseRequests.Correct("改", Map.of("other", "x"), null);
        refused(CommonError.FIELDS_INVALID, () -> service.correct(number, foreign, centres.clerk(HAIYANG)));
        String file = service.upload(
                        "图纸.pdf", "application/pdf", new ByteArrayInputStream(Centres.PDF), centres.clerk(HAIYANG))
                .file();
        CaseView answered = service.correct(
                number,
                new CaseRequests.Correct("已补图纸", null, List.of(new MaterialGiven("m4", null, file, false))),
                centres.clerk(HAIYANG));
        assertEquals(CaseState.ACCEPTED, answered.state());
        assertFalse(answered.branches().get(1).above().asks());
        assertFalse(answered.commands().contains("correction"));
        centres.post();

        CaseView heard = centres.find(above.number(), YANTAI);
        assertEquals(CaseState.ACCEPTED, heard.state());
        assertEquals("已补图纸", heard.corrections().get(0).statement());
        assertEquals("m2", heard.materials().get(1).code());
        assertEquals(Centres.PDF.length, centres.bytes(above.number(), file, centres.clerk(YANTAI)).length);
    }

    @Test
    public void aWithdrawalEndsWhatTheCityHas() {
        String number = accepted();
        CaseView above = atCity(number, "b2");
        service.accept(above.number(), ACCEPT, centres.clerk(YANTAI));
        centres.post();
        assertEquals(
                CaseState.WITHDRAWN,
                service.withdraw(number, Centres.WITHDRAW, centres.clerk(HAIYANG))
                        .state());
        centres.post();
        assertEquals(CaseState.WITHDRAWN, centres.find(above.number(), YANTAI).state());
    }

    @Test
    public void whatTheCityHasDecidedMeanwhileChangesNothingAnyMore() {
        String number = accepted();
        CaseView above = atCity(number, "b2");
        service.accept(above.number(), ACCEPT, centres.clerk(YANTAI));
        service.decide(above.number(), GRANT, centres.chief(YANTAI));
        service.issue(above.number(), Centres.ISSUE, centres.clerk(YANTAI));
        service.withdraw(number, Centres.WITHDRAW, centres.clerk(HAIYANG));
        centres.post();
        assertEquals(CaseState.WITHDRAWN, find(number).state());
        assertEquals("b2 STOPPED", states(find(number)).get(1));
        assertEquals(
                "what was decided stands there",
                CaseState.ISSUED,
                centres.find(above.number(), YANTAI).state());
    }

    @Test
    public void whatIsHandedBackGoesUpAgain() {
        String number = accepted();
        joint.giveOpinion(number, "b3", AGREE, of(HOUSING));
        for (String branch : List.of("b2", "b3")) {
            service.notAccept(
                    atCity(number, branch).number(),
                    new CaseRequests.NotAccept(NonAcceptance.INCOMPLETE, "缺少初审意见", "条例", "复议", null),
                    centres.chief(YANTAI));
        }
        centres.post();
        CaseView back = find(number);
        assertEquals(List.of("b1 OPEN", "b2 OPEN", "b3 OPEN"), states(back));
        assertTrue(back.branches().get(2).above().returned());
        refused(CommonError.NOT_ALLOWED, () -> joint.giveOpinion(number, "b2", AGREE, of(CIVIL)));

        joint.giveOpinion(number, "b2", AGREE, of("审批局"));
        joint.giveOpinion(number, "b3", AGREE, of(HOUSING));
        assertEquals(List.of("b1 OPEN", "b2 ABOVE", "b3 ABOVE"), states(find(number)));
        decideAbove(number, "b2", GRANT);
        decideAbove(number, "b3", GRANT);
        assertEquals(List.of("b1 OPEN", "b2 AGREED", "b3 AGREED"), states(find(number)));
    }

    @Test
    public void theClockOfTheBranchStandsForASpecialProcedureAbove() {
        String number = accepted();
        CaseView above = atCity(number, "b2");
        service.accept(above.number(), ACCEPT, centres.clerk(YANTAI));
        service.suspend(
                above.number(),
                new CaseRequests.Suspend(SpecialProcedure.EXPERT_REVIEW, 10, "专家评审"),
                centres.reviewer(YANTAI));
        centres.post();
        CaseView standing = find(number);
        assertTrue(standing.branches().get(1).stands());
        assertNull(standing.branches().get(1).due());
        assertFalse(standing.branches().get(0).stands());
        centres.province.at("2026-09-18T09:00");
        service.resume(above.number(), new CaseRequests.Resume(null), centres.reviewer(YANTAI));
        centres.post();
        assertFalse(find(number).branches().get(1).stands());
    }

    @Test
    public void aCityThatSaysNothingIsLateByItsBranchAlone() {
        String number = accepted();
        joint.giveOpinion(number, "b1", AGREE, of(CIVIL));
        LocalDate due = find(number).branches().get(1).due();
        centres.province.at(due.plusDays(1) + "T09:00");
        centres.run(centres.timer);
        CaseView late = find(number);
        assertTrue(late.branches().get(1).late());
        assertFalse(late.branches().get(0).late());
        String data = centres.entries().stream()
                .map(entry -> entry.entry().event())
                .filter(event -> event.type().equals("branch-overdue"))
                .findFirst()
                .orElseThrow()
                .data();
        assertTrue(data, data.contains("烟台市政务服务中心城管局"));
        assertEquals(
                "and is nobody's in the county's list",
                List.of("b3"),
                joint.branches("", PageRequest.of(50, null), centres.reviewer(HAIYANG)).items().stream()
                        .map(row -> row.branch())
                        .toList());
        decideAbove(number, "b2", GRANT);
        assertTrue(
                "what was missed stays missed", find(number).branches().get(1).late());
    }

    @Test
    public void aLetterThatComesTwiceHasNoSecondEffect() {
        String number = accepted();
        CaseView above = atCity(number, "b2");
        service.accept(above.number(), ACCEPT, centres.clerk(YANTAI));
        ModuleTransactions.Sent receipt = centres.transactions.messages().get(0);
        centres.post();
        long version = find(number).version();
        String words = centres.carry(receipt);
        assertTrue(words, words.startsWith(number + "-b2："));
        assertEquals(version, find(number).version());
    }

    private CaseView atCity(String number, String branch) {
        centres.post();
        return centres.find(centres.numberAt(YANTAI, number + "-" + branch), YANTAI);
    }

    private void decideAbove(String number, String branch, CaseRequests.Decide decision) {
        CaseView above = atCity(number, branch);
        if (above.state() == CaseState.RECEIVED) {
            service.accept(above.number(), ACCEPT, centres.clerk(YANTAI));
        }
        service.decide(above.number(), decision, centres.chief(YANTAI));
        if (decision == GRANT) {
            service.issue(above.number(), Centres.ISSUE, centres.clerk(YANTAI));
        }
        centres.post();
    }

    private CaseView find(String number) {
        return centres.find(number, HAIYANG);
    }

    private int list(TenantId centre) {
        CaseService.Filter all =
                new CaseService.Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "");
        return service.list(all, PageRequest.of(200, null), centres.clerk(centre))
                .items()
                .size();
    }

    private String accepted() {
        String number = service.submit(JointSamples.application(PARK, Map.of()), centres.clerk(HAIYANG))
                .number();
        service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        return number;
    }

    private CallContext of(String... departments) {
        return centres.as("staff-" + departments[0], "reviewer", Set.of(departments), HAIYANG);
    }

    private static List<String> states(CaseView view) {
        return view.branches().stream()
                .map(branch -> branch.id() + " " + branch.state())
                .toList();
    }

    private static void refused(ErrorCode code, Runnable act) {
        assertEquals(code, assertThrows(ProblemException.class, act::run).code());
    }
}
