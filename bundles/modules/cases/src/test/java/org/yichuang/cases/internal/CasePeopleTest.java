package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.cases.internal.Centres.WITHDRAW;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.LIUGEZHUANG;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseProof;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.Applicant;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.CaseService.CaseSummary;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.ProgressView;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.tenancy.api.Departments.Department;
import org.yichuang.testing.ModuleTransactions;

/** Who may hand in, and who sees what; on a real database. */
public class CasePeopleTest {
    private static final CaseService.Filter ALL =
            new CaseService.Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "");

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
    public void theNumberOfTheApplicantIsChecked() {
        Applicant person = new Applicant("person", "李明", null, "110105194912310021", "13800001234", null);
        CaseRequests.Submit wrong = new CaseRequests.Submit(Items.SIMPLE, person, null, null, null);
        assertRefused(
                CaseError.APPLICANT_INVALID, "applicant.idNumber", () -> service.submit(wrong, centres.clerk(HAIYANG)));

        Applicant odd = new Applicant("enterprise", "试点公司", "uscc", "91350100M0001TGQXM", "0535-1234567", "工商登记核实");
        CaseRequests.Submit confirmed = new CaseRequests.Submit(Items.SIMPLE, odd, null, null, null);
        assertRefused(
                CaseError.APPLICANT_INVALID,
                "applicant.idNumber",
                () -> service.submit(confirmed, centres.as("li", "applicant", Set.of(), HAIYANG)));
        CaseView taken = service.submit(confirmed, centres.clerk(HAIYANG));
        assertEquals("工商登记核实", taken.applicant().idConfirmed());
        Applicant mixed = new Applicant("person", "李明", "uscc", "91350100M000100Y43", "12", null);
        CaseRequests.Submit two = new CaseRequests.Submit(Items.SIMPLE, mixed, null, null, null);
        assertRefused(
                CaseError.APPLICANT_INVALID, "applicant.idType", () -> service.submit(two, centres.clerk(HAIYANG)));
        assertRefused(
                CaseError.APPLICANT_INVALID, "applicant.phone", () -> service.submit(two, centres.clerk(HAIYANG)));
    }

    @Test
    public void applicantsSeeTheirOwnCasesAndDepartmentsTheirs() {
        CallContext li = centres.as("li", "applicant", Set.of(), HAIYANG);
        String own = service.submit(centres.whole(Centres.application(Items.SIMPLE, null), li), li)
                .number();
        String other = simple().number();

        assertEquals(own, service.find(own, li).number());
        assertRefused(CaseError.CASE_UNKNOWN, null, () -> service.find(other, li));
        assertEquals(
                1, service.list(ALL, PageRequest.of(null, null), li).items().size());
        assertRefused(CaseError.CASE_UNKNOWN, null, () -> centres.find(own, LIUGEZHUANG));

        service.accept(own, ACCEPT, centres.clerk(HAIYANG));
        CallContext water = centres.as("zhao", "reviewer", Set.of("水务局"), HAIYANG);
        CallContext building = centres.as("qian", "reviewer", Set.of("住建局"), HAIYANG);
        assertRefused(CaseError.CASE_UNKNOWN, null, () -> service.find(own, water));
        assertEquals(own, service.find(own, building).number());
        assertEquals(
                1,
                service.list(ALL, PageRequest.of(null, null), building).items().size());
        assertEquals(
                0, service.list(ALL, PageRequest.of(null, null), water).items().size());
    }

    @Test
    public void whoWorksForSeveralDepartmentsSeesTheCasesOfEachAndNoOthers() {
        String own = simple().number();
        service.accept(own, ACCEPT, centres.clerk(HAIYANG));
        CallContext two = centres.as("wu", "reviewer", Set.of("住建局", "水务局"), HAIYANG);
        CallContext others = centres.as("zheng", "reviewer", Set.of("水务局", "民政局"), HAIYANG);

        assertEquals(own, service.find(own, two).number());
        assertEquals(List.of(own), listed(ALL, two));
        assertEquals(List.of(own), listed(of("住建局"), two));
        assertEquals("one of the own, which has no cases", List.of(), listed(of("水务局"), two));
        assertEquals("somebody else's", List.of(), listed(of("民政局"), two));
        assertEquals(List.of(), listed(ALL, others));
        assertEquals("asked for by name", List.of(), listed(of("住建局"), others));
        assertRefused(CaseError.CASE_UNKNOWN, null, () -> service.find(own, others));
        assertRefused(CaseError.CASE_UNKNOWN, null, () -> service.journal(own, PageRequest.of(null, null), others));
    }

    @Test
    public void aRenamedDepartmentKeepsItsCases() {
        String own = simple().number();
        service.accept(own, ACCEPT, centres.clerk(HAIYANG));
        Department renamed = new Department("1", "住房和城乡建设局", Set.of("住建局"), false);
        centres.lists.put(HAIYANG, List.of(renamed));
        // As identity signs in who works for it
        CallContext building = centres.as("wu", "reviewer", renamed.allNames(), HAIYANG);

        assertEquals(own, service.find(own, building).number());
        assertEquals(List.of(own), listed(ALL, building));
        assertEquals("asked for by its new name", List.of(own), listed(of("住房和城乡建设局"), building));
        assertEquals("what holds it open", Set.of("住建局"), centres.departments.named(building));
    }

    private static CaseService.Filter of(String department) {
        return new CaseService.Filter(
                Optional.empty(), Optional.empty(), Optional.of(department), Optional.empty(), "");
    }

    private List<String> listed(CaseService.Filter filter, CallContext context) {
        return service.list(filter, PageRequest.of(null, null), context).items().stream()
                .map(CaseSummary::number)
                .toList();
    }

    @Test
    public void applicantsFindWhatTheySentLastAtTheTop() {
        CallContext li = centres.as("li", "applicant", Set.of(), HAIYANG);
        List<String> newestFirst = IntStream.range(0, 3)
                .mapToObj(i -> service.submit(centres.whole(Centres.application(Items.SIMPLE, null), li), li)
                        .number())
                .sorted(Comparator.reverseOrder())
                .toList();
        service.accept(newestFirst.get(2), ACCEPT, centres.clerk(HAIYANG));

        Page<CaseSummary> first = service.list(ALL, PageRequest.of(2, null), li);
        Page<CaseSummary> rest = service.list(ALL, PageRequest.of(2, first.next()), li);
        assertEquals(
                newestFirst,
                Stream.of(first, rest)
                        .flatMap(page -> page.items().stream())
                        .map(CaseSummary::number)
                        .toList());
    }

    @Test
    public void worklistsComeInPartsByDueDay() {
        List<String> numbers = List.of(simple().number(), simple().number(), simple().number());
        service.accept(numbers.get(0), ACCEPT, centres.clerk(HAIYANG));
        service.withdraw(numbers.get(1), WITHDRAW, centres.clerk(HAIYANG));

        Page<CaseSummary> first = service.list(ALL, PageRequest.of(2, null), centres.clerk(HAIYANG));
        assertEquals(
                List.of(numbers.get(2), numbers.get(0)),
                first.items().stream().map(CaseSummary::number).toList());
        assertEquals("green", first.items().get(0).light());
        assertEquals(Integer.valueOf(5), first.items().get(0).workingDaysLeft());
        Page<CaseSummary> second = service.list(ALL, PageRequest.of(2, first.next()), centres.clerk(HAIYANG));
        assertEquals(numbers.get(1), second.items().get(0).number());
        assertNull(second.next());

        CaseService.Filter waiting = new CaseService.Filter(
                Optional.of(CaseState.RECEIVED),
                Optional.of(LocalDate.of(2026, 9, 21)),
                Optional.empty(),
                Optional.of(Items.SIMPLE),
                "海阳建设");
        assertEquals(
                1,
                service.list(waiting, PageRequest.of(9, null), centres.clerk(HAIYANG))
                        .items()
                        .size());
        assertRefused(
                CommonError.PARAMETER_UNREADABLE,
                "cursor",
                () -> service.list(ALL, PageRequest.of(2, "nonsense"), centres.clerk(HAIYANG)));
    }

    @Test
    public void theLightTurnsYellowThenRed() {
        String number = simple().number();
        service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        assertEquals("green", light());
        centres.province.at("2026-10-09T09:00");
        assertEquals("the promise has passed", "yellow", light());
        centres.province.at("2026-10-19T09:00");
        assertEquals("the law's limit has passed", "red", light());
    }

    private String light() {
        return service.list(ALL, PageRequest.of(1, null), centres.clerk(HAIYANG))
                .items()
                .get(0)
                .light();
    }

    @Test
    public void thePublicNeedsNumberAndCode() {
        CaseView view = simple();
        CallContext anyone = CallContext.system(HAIYANG, centres.province.now(), "r");
        ProgressView progress =
                service.progress(view.number(), view.queryCode().toLowerCase(Locale.ROOT), "192.0.2.1", anyone);
        assertEquals("海阳建设有限公司", progress.applicant());
        assertEquals("submit", progress.steps().get(0).action());
        ProblemException code = assertThrows(
                ProblemException.class, () -> service.progress(view.number(), "XXXXXXXX", "192.0.2.1", anyone));
        ProblemException number = assertThrows(
                ProblemException.class, () -> service.progress("370687-1", view.queryCode(), "192.0.2.1", anyone));
        assertEquals(code.zh(), number.zh());
        assertEquals(CaseError.PROGRESS_UNKNOWN, code.code());
        assertThrows(ProblemException.class, () -> service.progress(view.number(), null, "192.0.2.1", anyone));
        assertThrows(ProblemException.class, () -> service.progress("\u0000", null, "192.0.2.1", anyone));
    }

    @Test
    public void whoeverCallsMeetsTheRulesOfTheFields() {
        CallContext clerk = centres.clerk(HAIYANG);
        for (String name : List.of("海".repeat(5000), " \u200B", "李\u0000明", "李\uD842", "李\n明")) {
            Applicant odd = new Applicant("enterprise", name, null, "91350100M000100Y43", "0535-3221234", null);
            assertRefused(
                    CommonError.FIELDS_INVALID,
                    "applicant.name",
                    () -> service.submit(new CaseRequests.Submit(Items.SIMPLE, odd, null, null, null), clerk));
        }
        CaseRequests.Submit talkative =
                new CaseRequests.Submit(Items.SIMPLE, Centres.ENTERPRISE, null, null, "说".repeat(300_000));
        assertRefused(CommonError.FIELDS_INVALID, "remark", () -> service.submit(talkative, clerk));
        String number = simple().number();
        assertRefused(
                CommonError.FIELDS_INVALID,
                "reason",
                () -> service.withdraw(
                        number, new CaseRequests.Withdraw("x".repeat(1001), CaseProof.onPaper("档案室")), clerk));
        assertRefused(
                CommonError.FIELDS_INVALID,
                "items[0].demand",
                () -> service.notifyCorrection(
                        number,
                        new CaseRequests.NotifyCorrection(
                                List.of(new CaseRequests.CorrectionItem("m1", "请".repeat(501))), null),
                        clerk));
        assertEquals(1, centres.entries().size());
    }

    @Test
    public void whatWasTypedIsKeptInOneForm() {
        Applicant typed = new Applicant("enterprise", "\u3000海阳建设 ", null, "91350100M000100Y43", "0535-3221234", null);
        CaseView view = service.submit(
                new CaseRequests.Submit(Items.SIMPLE, typed, null, null, "第一行\r\n第二行 "), centres.clerk(HAIYANG));
        assertEquals("海阳建设", view.applicant().name());
        service.withdraw(
                view.number(), new CaseRequests.Withdraw(" 一\r\n二 ", CaseProof.onPaper("档案室")), centres.clerk(HAIYANG));
        assertEquals("一\n二", centres.find(view.number(), HAIYANG).ending().reasons());
    }

    @Test
    public void anotherDepartmentsItemIsRefusedBeforeACaseIsMade() {
        CallContext building = centres.as("qian", "clerk", Set.of("住建局"), HAIYANG);
        CaseRequests.Submit application = Centres.application(Items.SIMPLE, null);
        assertRefused(CommonError.NOT_ALLOWED, null, () -> service.submit(application, building));
        assertEquals("nothing was written", 0, centres.entries().size());

        CallContext approving = centres.as("sun", "clerk", Set.of("审批局"), HAIYANG);
        String number = service.submit(application, approving).number();
        assertEquals(number, service.find(number, approving).number());
        CallContext both = centres.as("zhou", "clerk", Set.of("住建局", "审批局"), HAIYANG);
        String taken = service.submit(application, both).number();
        assertEquals(taken, service.find(taken, both).number());
    }

    @Test
    public void aFileNameIsCutBetweenCharacters() {
        String rare = "\uD842\uDFB7";
        String name = rare.repeat(100) + ".pdf";
        String kept = service.upload(
                        name, "application/pdf", new ByteArrayInputStream(Centres.PDF), centres.clerk(HAIYANG))
                .name();
        assertEquals(rare.repeat(98) + ".pdf", kept);
        String odd = service.upload(
                        "C:\\a\nb\\合同\u202Efdp.pdf",
                        "application/pdf",
                        new ByteArrayInputStream(Centres.PDF),
                        centres.clerk(HAIYANG))
                .name();
        assertEquals("合同fdp.pdf", odd);
    }
}
