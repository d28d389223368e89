package org.yichuang.cases.internal;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.yichuang.cases.internal.Centres.ACCEPT;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.Applicant;
import org.yichuang.cases.api.CaseRequests.MaterialGiven;
import org.yichuang.cases.api.CaseRequests.Unmask;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.CaseView;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.testing.ModuleTransactions;
import org.yichuang.testing.centres.TestCentres;

/** Personal data is shown masked to all but the applicant, and whole to whoever says why. */
public class CaseMaskingTest {
    private static final TenantId HAIYANG = TestCentres.HAIYANG;
    private static final Applicant ZHANG =
            new Applicant("person", "张晓明", "citizen-id", "370687199003071239", "13905351234", null);
    private static final Map<String, Object> FORM = Map.of(
            "homeAddress",
            "海阳市东村街道文山街9号",
            "note",
            "联系人电话 13905351234，邮箱 zhang@example.cn",
            "passport",
            "E12345678",
            "area",
            120,
            "contacts",
            List.of(Map.of("phone", "0535-3225678", "role", "会计")));

    private static ModuleTransactions transactions;
    private Centres centres;
    private CallContext applicant;

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
        applicant = centres.as("zhang", "applicant", Set.of(), HAIYANG);
    }

    @Test
    public void theApplicantSeesTheirOwnWhole() {
        CaseView view = submitted();
        assertEquals(ZHANG, view.applicant());
        CaseView later = centres.service.find(view.number(), applicant);
        assertEquals(ZHANG, later.applicant());
        assertEquals("E12345678", later.form().get("passport"));
    }

    @Test
    public void whoHandlesTheCaseSeesTheNameAndNothingElseThatIdentifies() {
        String number = submitted().number();
        for (CaseView view : List.of(
                centres.find(number, HAIYANG),
                centres.service.open(number, centres.reviewer(HAIYANG)).view(),
                centres.service.accept(number, ACCEPT, centres.clerk(HAIYANG)))) {
            assertEquals(
                    new Applicant("person", "张晓明", "citizen-id", "3706**********1239", "139****1234", null),
                    view.applicant());
            assertEquals(
                    Map.of(
                            "homeAddress",
                            "海阳市东村街******",
                            "note",
                            "联系人电话 139****1234，邮箱 z****@example.cn",
                            "passport",
                            "*****5678",
                            "area",
                            120,
                            "contacts",
                            List.of(Map.of("phone", "********5678", "role", "会计"))),
                    view.form());
        }
    }

    @Test
    public void whoOnlyLooksOnSeesNoNameEither() {
        String number = submitted().number();
        for (String role : List.of("supervision-officer", "centre-manager")) {
            CallContext onlooker = centres.as(role, HAIYANG);
            assertEquals(
                    "张*明", centres.service.find(number, onlooker).applicant().name());
            assertEquals(List.of("张*明"), listed(onlooker));
        }
        assertEquals(List.of("张晓明"), listed(centres.clerk(HAIYANG)));
        assertEquals(List.of("张晓明"), listed(applicant));
    }

    @Test
    public void whatTheApplicantWritesAfterwardsIsMaskedTooAndNoticesStayAsTheyWereGiven() {
        String number = submitted().number();
        centres.service.notifyCorrection(number, Centres.ask("请联系 13800000000"), centres.clerk(HAIYANG));
        centres.service.correct(number, new CaseRequests.Correct("新电话 13905350000", null, null), applicant);

        CaseView.CorrectionView correction =
                centres.find(number, HAIYANG).corrections().get(0);
        assertEquals("新电话 139****0000", correction.statement());
        assertEquals("请补充 请联系 13800000000", correction.items().get(0).demand());
    }

    @Test
    public void whatWasMaskedIsNotWrittenBackAsTheTruth() {
        String number = submitted().number();
        centres.service.notifyCorrection(number, Centres.ask("面积"), centres.clerk(HAIYANG));
        Map<String, Object> form = new HashMap<>(centres.find(number, HAIYANG).form());
        form.put("area", 121);

        ProblemException refusal = assertThrows(ProblemException.class, () -> correct(number, form));
        assertEquals(CommonError.FIELDS_INVALID, refusal.code());
        assertEquals(
                List.of("form.contacts", "form.homeAddress", "form.note", "form.passport"),
                refusal.fields().stream().map(FieldProblem::field).toList());

        correct(number, Map.of("area", 121, "homeAddress", "海阳市东村街道文山街10号"));
        Map<String, Object> kept = centres.service.find(number, applicant).form();
        assertEquals("海阳市东村街道文山街10号", kept.get("homeAddress"));
        assertEquals("E12345678", kept.get("passport"));
    }

    @Test
    public void theMaskOfWhatStoodThereBeforeIsNotWrittenBackEither() {
        String number = submitted().number();
        Map<String, Object> read = centres.find(number, HAIYANG).form();
        centres.service.notifyCorrection(number, Centres.ask("护照"), centres.clerk(HAIYANG));
        correct(number, Map.of("passport", "E87654321"));
        centres.service.notifyCorrection(number, Centres.ask("护照"), centres.clerk(HAIYANG));

        ProblemException refusal = assertThrows(
                ProblemException.class, () -> correct(number, Map.of("passport", read.get("passport"), "area", 121)));
        assertEquals(
                List.of("form.passport"),
                refusal.fields().stream().map(FieldProblem::field).toList());
        correct(number, Map.of("note", "面积 11*12 米", "area", 132));
        assertEquals("E87654321", centres.service.find(number, applicant).form().get("passport"));
    }

    @Test
    public void whoOnlyLooksOnOpensNoScanAndReadsNoNameOfAFile() {
        String file = scan();
        String number = submittedWith(file);
        for (String role : List.of("supervision-officer", "centre-manager")) {
            CallContext onlooker = centres.as(role, HAIYANG);
            ProblemException refusal =
                    assertThrows(ProblemException.class, () -> centres.service.content(number, file, onlooker));
            assertEquals(CommonError.NOT_ALLOWED, refusal.code());
            CaseView.MaterialView seen =
                    centres.service.find(number, onlooker).materials().get(0);
            assertEquals("其他材料", seen.name());
            assertNull("no link to it", seen.file());
        }
    }

    @Test
    public void whoHandlesTheCaseOpensItsFilesAndEachTimeIsJournaled() {
        String file = scan();
        String number = submittedWith(file);
        int before = transactions.entries().size();
        for (CallContext staff : List.of(centres.clerk(HAIYANG), centres.reviewer(HAIYANG))) {
            assertArrayEquals(Centres.PDF, centres.bytes(number, file, staff));
        }

        List<AuditEntry> entries = transactions.entries().stream()
                .skip(before)
                .map(ModuleTransactions.Entry::entry)
                .toList();
        assertEquals(
                List.of("open-material", "open-material"),
                entries.stream().map(AuditEntry::action).toList());
        assertEquals(number, entries.get(0).details().get("id"));
        assertEquals(file, entries.get(0).details().get("file"));
    }

    @Test
    public void theApplicantOpensTheirOwnFilesWithoutATrace() {
        String file = centres.service
                .upload("图纸.pdf", "application/pdf", new ByteArrayInputStream(Centres.PDF), applicant)
                .file();
        String number = centres.service
                .submit(application(new MaterialGiven("", null, file, false)), applicant)
                .number();
        int before = transactions.entries().size();
        CaseView.MaterialView own =
                centres.service.find(number, applicant).materials().get(0);
        assertEquals("图纸.pdf", own.name());
        assertArrayEquals(Centres.PDF, centres.bytes(number, own.file(), applicant));
        assertEquals(before, transactions.entries().size());
    }

    private String scan() {
        return centres.service
                .upload("张晓明身份证.pdf", "application/pdf", new ByteArrayInputStream(Centres.PDF), centres.clerk(HAIYANG))
                .file();
    }

    private String submittedWith(String file) {
        return centres.service
                .submit(application(new MaterialGiven("", null, file, false)), centres.clerk(HAIYANG))
                .number();
    }

    private static CaseRequests.Submit application(MaterialGiven material) {
        return new CaseRequests.Submit(Items.SIMPLE, ZHANG, FORM, List.of(material), null);
    }

    private void correct(String number, Map<String, Object> form) {
        centres.service.correct(number, new CaseRequests.Correct(null, form, null), centres.clerk(HAIYANG));
    }

    @Test
    public void whoeverNeedsItWholeSaysWhyAndIsJournaled() {
        String number = submitted().number();
        int entries = transactions.entries().size();
        centres.find(number, HAIYANG);
        assertEquals(
                "masked reads are not journaled",
                entries,
                transactions.entries().size());

        CaseView whole = centres.service
                .unmask(number, new Unmask("电话核实地址"), centres.clerk(HAIYANG))
                .view();

        assertEquals(ZHANG, whole.applicant());
        assertEquals("海阳市东村街道文山街9号", whole.form().get("homeAddress"));
        AuditEntry entry = transactions.entries().get(entries).entry();
        assertEquals("unmask", entry.action());
        assertEquals(number, entry.details().get("id"));
        assertEquals("电话核实地址", entry.details().get("reason"));
        assertEquals(
                "applicant.idNumber;applicant.phone;form.contacts;form.homeAddress;form.note;form.passport",
                entry.details().get("fields"));
        assertEquals(
                "3706**********1239", centres.find(number, HAIYANG).applicant().idNumber());
    }

    @Test
    public void withoutRightReasonOrReachNothingIsShown() {
        String number = submitted().number();
        int entries = transactions.entries().size();
        Unmask why = new Unmask("电话核实地址");
        refused(CommonError.NOT_ALLOWED, number, why, centres.as("supervision-officer", HAIYANG));
        refused(CommonError.NOT_ALLOWED, number, why, applicant);
        refused(CommonError.FIELDS_INVALID, number, new Unmask("看"), centres.clerk(HAIYANG));
        refused(CaseError.CASE_UNKNOWN, number, why, centres.clerk(TestCentres.YANTAI));
        refused(CaseError.CASE_UNKNOWN, number, why, centres.as("li", "reviewer", Set.of("公安局"), HAIYANG));
        assertEquals(entries, transactions.entries().size());
    }

    @Test
    public void anEnterprisesNumberIsPublicAndItsTelephoneIsNot() {
        CaseView view = centres.submit(Items.SIMPLE, null, HAIYANG);
        assertEquals("91350100M000100Y43", view.applicant().idNumber());
        assertFalse(view.applicant().phone().contains("322"));
        assertEquals(List.of("海阳建设有限公司"), listed(centres.as("supervision-officer", HAIYANG)));
    }

    private void refused(ErrorCode code, String number, Unmask request, CallContext context) {
        assertEquals(
                code,
                assertThrows(ProblemException.class, () -> centres.service.unmask(number, request, context))
                        .code());
    }

    @Test
    public void whatTheItemCallsPersonalIsToldByNothingOfIt() {
        Map<String, Object> form = Map.of("illness", "糖尿病", "income", 48000, "area", 120);
        String number = centres.service
                .submit(new CaseRequests.Submit(Items.SIMPLE, ZHANG, form, List.of(), null), applicant)
                .number();

        assertEquals(
                Map.of("illness", "****", "income", "****", "area", 120),
                centres.find(number, HAIYANG).form());
        assertEquals(form, centres.service.find(number, applicant).form());
        assertEquals(
                "and to whoever says why",
                form,
                centres.service
                        .unmask(number, new Unmask("核对医保类别"), centres.clerk(HAIYANG))
                        .view()
                        .form());
    }

    private CaseView submitted() {
        CaseRequests.Submit bare = new CaseRequests.Submit(Items.SIMPLE, ZHANG, FORM, List.of(), null);
        return centres.service.submit(centres.whole(bare, applicant), applicant);
    }

    private List<String> listed(CallContext context) {
        CaseService.Filter all =
                new CaseService.Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "");
        return centres.service.list(all, PageRequest.of(10, null), context).items().stream()
                .map(CaseService.CaseSummary::applicant)
                .toList();
    }
}
