package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.cases.internal.Centres.DELIVER;
import static org.yichuang.cases.internal.Centres.GRANT;
import static org.yichuang.cases.internal.Centres.ISSUE;
import static org.yichuang.cases.internal.Centres.REFUSE;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.Accept;
import org.yichuang.cases.api.CaseRequests.CheckPromise;
import org.yichuang.cases.api.CaseRequests.MaterialGiven;
import org.yichuang.cases.api.CaseRequests.MaterialPromise;
import org.yichuang.cases.api.CaseRequests.Supply;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.CaseService.CaseSummary;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.CaseView.PromiseView;
import org.yichuang.cases.api.PromiseKind;
import org.yichuang.cases.api.PromiseState;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.testing.ModuleTransactions;

/** Nothing is accepted with gaps but by promise, and a promise is followed to its end (R3-19, R3-20). */
public class PromiseTest {
    private static final LocalDate LATEST = LocalDate.of(2026, 9, 20);
    private static final CheckPromise UNTRUE = new CheckPromise("m4", false, "现场没有停车场地");
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

    private String gaps() {
        return centres.submit(Items.GAPS, null, HAIYANG).number();
    }

    private static Accept promising(MaterialPromise... promises) {
        return new Accept(null, Arrays.asList(promises), null);
    }

    private static MaterialPromise later(String material, LocalDate until) {
        return new MaterialPromise(material, PromiseKind.DEFERRAL, until);
    }

    private static MaterialPromise declared(String material) {
        return new MaterialPromise(material, PromiseKind.DECLARATION, null);
    }

    private static Supply supply(String... codes) {
        return new Supply(Arrays.stream(codes)
                .map(code -> new MaterialGiven(code, null, null, true))
                .toList());
    }

    private CaseView accepted(String number) {
        return service.accept(number, promising(later("m3", null), declared("m4")), centres.clerk(HAIYANG));
    }

    private static List<String> refused(ErrorCode code, ThrowingRunnable work) {
        ProblemException refusal = assertThrows(ProblemException.class, work);
        assertEquals(code, refusal.code());
        return refusal.fields().stream().map(FieldProblem::field).toList();
    }

    @Test
    public void whatIsMissingIsNamedAndNothingIsAccepted() {
        String bare = centres.submitBare(Items.GAPS, null, HAIYANG).number();

        assertEquals(
                List.of("materials.m1", "materials.m3", "materials.m4"),
                refused(CaseError.MATERIALS_MISSING, () -> service.accept(bare, ACCEPT, centres.clerk(HAIYANG))));
        assertEquals(CaseState.RECEIVED, centres.find(bare, HAIYANG).state());
    }

    @Test
    public void onlyWhatTheItemAllowsIsPromised() {
        String number = gaps();

        assertEquals(
                List.of("promises[0].kind", "promises[1].material", "promises[2].until"),
                refused(
                        CaseError.MATERIALS_MISSING,
                        () -> service.accept(
                                number,
                                promising(declared("m3"), later("m1", null), later("m4", LocalDate.of(2026, 12, 1))),
                                centres.clerk(HAIYANG))));
        assertEquals(
                "five working days, and no day more",
                List.of("promises[0].until"),
                refused(
                        CaseError.MATERIALS_MISSING,
                        () -> service.accept(
                                number,
                                promising(later("m3", LATEST.plusDays(1)), declared("m4")),
                                centres.clerk(HAIYANG))));
        assertEquals(
                "no day that has been",
                List.of("promises[0].until"),
                refused(
                        CaseError.MATERIALS_MISSING,
                        () -> service.accept(
                                number,
                                promising(later("m3", LocalDate.of(2026, 9, 13)), declared("m4")),
                                centres.clerk(HAIYANG))));
    }

    @Test
    public void acceptedByPromiseItSaysWhatFollowsAndByWhenOnPapersOfItsOwn() {
        CaseView view = accepted(gaps());

        assertEquals(CaseState.ACCEPTED, view.state());
        PromiseView report = view.promises().get(0);
        assertEquals("检测报告", report.name());
        assertEquals(LATEST, report.until());
        assertEquals(PromiseState.OPEN, report.state());
        PromiseView site = view.promises().get(1);
        assertEquals("撤销许可", site.consequence());
        assertEquals(
                "{\"mode\":\"EXPRESS\",\"clockFrom\":\"2026-09-14\",\"receiptNumber\":\"" + view.number()
                        + "-S\",\"missing\":[\"m3\",\"m4\"],\"promises\":[{\"material\":\"m3\",\"kind\":"
                        + "\"DEFERRAL\",\"until\":\"2026-09-20\"},{\"material\":\"m4\",\"kind\":\"DECLARATION\","
                        + "\"until\":\"" + site.until() + "\"}],\"holder\":\"住建局\"}",
                last().event().data());
        assertTrue(view.commands().containsAll(List.of("supply", "promise-check")));
    }

    private org.yichuang.journal.api.AuditEntry last() {
        List<ModuleTransactions.Entry> all = centres.entries();
        return all.get(all.size() - 1).entry();
    }

    @Test
    public void nothingIsGrantedBeforeWhatWasToFollowIsThereAndThenItIs() {
        String number = accepted(gaps()).number();

        assertEquals(
                List.of("materials.m3"),
                refused(CaseError.MATERIALS_OUTSTANDING, () -> service.decide(number, GRANT, centres.chief(HAIYANG))));
        assertEquals(
                "m4 is promised for good, m1 is there",
                List.of("materials[0].code", "materials[1].code"),
                refused(
                        CaseError.MATERIAL_INVALID,
                        () -> service.supply(number, supply("m4", "m1"), centres.clerk(HAIYANG))));
        CaseView supplied = service.supply(number, supply("m3"), centres.clerk(HAIYANG));
        assertEquals(PromiseState.KEPT, supplied.promises().get(0).state());
        assertEquals(LocalDate.of(2026, 9, 14), supplied.promises().get(0).suppliedOn());
        assertEquals("{\"materials\":[\"m3\"]}", last().event().data());
        assertFalse(supplied.commands().contains("supply"));

        assertEquals(
                CaseState.GRANTED,
                service.decide(number, GRANT, centres.chief(HAIYANG)).state());
    }

    @Test
    public void aRefusalNeedNotWaitAndLeavesNothingToFollow() {
        String number = accepted(gaps()).number();
        service.decide(number, REFUSE, centres.chief(HAIYANG));

        assertEquals(List.of(), promised());
    }

    @Test
    public void whoWasRemindedInARehearsalIsRemindedWhenTheDayComes() {
        accepted(gaps());
        centres.province.at("2026-09-18T08:00");
        centres.run(centres.timer);
        centres.province.at("2026-09-17T08:00");
        centres.run(centres.timer);

        assertEquals("promise-due", last().event().type());
        assertEquals(4, centres.entries().size());
    }

    @Test
    public void theApplicantIsRemindedAndALatePromiseStaysBroken() {
        String number = accepted(gaps()).number();
        centres.run(centres.timer);
        assertEquals("five working days are left", "accept", last().action());

        centres.province.at("2026-09-17T08:00");
        centres.run(centres.timer);
        assertEquals("promise-due", last().event().type());
        centres.province.at("2026-09-18T08:00");
        centres.run(centres.timer);
        centres.province.at("2026-09-20T23:50");
        centres.run(centres.timer);
        assertEquals("told once, and the day is not over", 3, centres.entries().size());

        centres.province.at("2026-09-21T00:10");
        centres.run(centres.timer);
        assertEquals("promise-broken", last().event().type());
        assertEquals(
                "{\"promises\":[{\"material\":\"m3\",\"kind\":\"DEFERRAL\",\"until\":\"2026-09-20\"}]}",
                last().event().data());
        CaseView broken = centres.find(number, HAIYANG);
        assertTrue(broken.promises().get(0).overdue());
        assertTrue(promised().get(0).promiseOverdue());
        centres.province.at("2026-09-22T00:10");
        centres.run(centres.timer);
        assertEquals("broken once", 4, centres.entries().size());

        CaseView late = service.supply(number, supply("m3"), centres.clerk(HAIYANG));
        assertEquals(PromiseState.BROKEN, late.promises().get(0).state());
        assertFalse(late.promises().get(0).overdue());
        assertEquals(
                "{\"materials\":[\"m3\"],\"late\":[\"m3\"]}", last().event().data());
    }

    private List<CaseSummary> promised() {
        Page<CaseSummary> page = service.promised("", PageRequest.of(9, null), centres.clerk(HAIYANG));
        return page.items();
    }

    @Test
    public void aDeclarationIsCheckedOnceAlsoAfterTheEnd() {
        String number = accepted(gaps()).number();
        service.supply(number, supply("m3"), centres.clerk(HAIYANG));
        service.decide(number, GRANT, centres.chief(HAIYANG));
        service.issue(number, ISSUE, centres.clerk(HAIYANG));
        CaseView delivered = service.deliver(number, DELIVER, centres.clerk(HAIYANG));
        assertEquals(List.of("promise-check"), delivered.commands());
        assertEquals(number, promised().get(0).number());

        assertEquals(
                List.of("material"),
                refused(
                        CommonError.FIELDS_INVALID,
                        () -> service.checkPromise(
                                number, new CheckPromise("m3", true, "看过"), centres.reviewer(HAIYANG))));
        refused(CommonError.NOT_ALLOWED, () -> service.checkPromise(number, UNTRUE, centres.clerk(HAIYANG)));
        CaseView checked = service.checkPromise(number, UNTRUE, centres.reviewer(HAIYANG));

        assertEquals(CaseState.DELIVERED, checked.state());
        assertEquals(PromiseState.BROKEN, checked.promises().get(1).state());
        assertEquals("现场没有停车场地", checked.promises().get(1).finding());
        assertEquals(
                "{\"material\":\"m4\",\"state\":\"BROKEN\",\"granted\":true}",
                last().event().data());
        assertEquals(List.of(), promised());
        refused(CaseError.CASE_STATE, () -> service.checkPromise(number, UNTRUE, centres.reviewer(HAIYANG)));
    }

    @Test
    public void theCentreAboveKnowsWhatIsToFollowAndIsToldWhenItComes() {
        String county = forwarded();
        String city = centres.acceptedAt(YANTAI, county);
        assertEquals(1, centres.find(city, YANTAI).outstanding().size());
        refused(CaseError.MATERIALS_OUTSTANDING, () -> service.decide(city, GRANT, centres.chief(YANTAI)));

        service.supply(county, supply("m3"), centres.clerk(HAIYANG));
        centres.post();

        CaseView there = centres.find(city, YANTAI);
        assertEquals(List.of(), there.outstanding());
        assertEquals("m3", there.materials().get(1).code());
        assertEquals(
                CaseState.GRANTED,
                service.decide(city, GRANT, centres.chief(YANTAI)).state());
    }

    @Test
    public void whatIsFoundUntrueBeforeTheDecisionHasToBeHandedInFirst() {
        String number = accepted(gaps()).number();
        service.supply(number, supply("m3"), centres.clerk(HAIYANG));
        service.checkPromise(number, UNTRUE, centres.reviewer(HAIYANG));

        assertEquals(
                List.of("materials.m4"),
                refused(CaseError.MATERIALS_OUTSTANDING, () -> service.decide(number, GRANT, centres.chief(HAIYANG))));
        CaseView supplied = service.supply(number, supply("m4"), centres.clerk(HAIYANG));
        assertEquals(
                "what was untrue stays so",
                PromiseState.BROKEN,
                supplied.promises().get(1).state());
        assertEquals("{\"materials\":[\"m4\"]}", last().event().data());
        assertEquals(
                CaseState.GRANTED,
                service.decide(number, GRANT, centres.chief(HAIYANG)).state());
    }

    @Test
    public void theCentreAboveIsToldWhatWasFoundAndWaitsForTheMaterial() {
        String county = forwarded();
        String city = centres.acceptedAt(YANTAI, county);
        service.supply(county, supply("m3"), centres.clerk(HAIYANG));
        service.checkPromise(county, UNTRUE, centres.reviewer(HAIYANG));
        centres.post();

        PromiseView found = centres.find(city, YANTAI).promises().get(1);
        assertEquals(PromiseState.BROKEN, found.state());
        assertEquals(LocalDate.of(2026, 9, 14), found.checkedOn());
        assertEquals("现场没有停车场地", found.finding());
        assertEquals(
                List.of("materials.m4"),
                refused(CaseError.MATERIALS_OUTSTANDING, () -> service.decide(city, GRANT, centres.chief(YANTAI))));
        service.supply(county, supply("m4"), centres.clerk(HAIYANG));
        centres.post();
        assertEquals(
                CaseState.GRANTED,
                service.decide(city, GRANT, centres.chief(YANTAI)).state());
    }

    private String forwarded() {
        String county = centres.submit(Items.LINKED_GAPS, null, HAIYANG).number();
        accepted(county);
        service.preReview(county, new CaseRequests.PreReview("同意", true), centres.reviewer(HAIYANG));
        return county;
    }

    @Test
    public void theLawAcceptsWithoutAnyPromise() {
        String bare = centres.submitBare(Items.GAPS, null, HAIYANG).number();
        centres.province.at("2026-09-21T00:10");
        centres.run(centres.timer);

        CaseView view = centres.find(bare, HAIYANG);
        assertEquals("DEEMED", view.acceptance().mode());
        assertEquals(List.of(), view.promises());
        assertNull(promised().stream().findFirst().orElse(null));
    }

    @Test
    public void nothingIsSuppliedTwice() {
        String number = accepted(gaps()).number();
        service.supply(number, supply("m3"), centres.clerk(HAIYANG));
        refused(CaseError.CASE_STATE, () -> service.supply(number, supply("m3"), centres.clerk(HAIYANG)));
    }
}
