package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.yichuang.cases.api.CaseChannel;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseProof;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.Applicant;
import org.yichuang.cases.api.CaseRequests.MaterialGiven;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.Representative;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.IdempotencyKey;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.testing.ModuleTransactions;

/** By which ways applications come in, and who acts for applicants; on a real database. */
public class FilingTest {
    private static final Applicant CHILD =
            new Applicant("person", "李小明", null, "11010519491231002X", "13800001234", null);
    private static final MaterialGiven PAPER = new MaterialGiven(null, null, null, true);
    private static final String NUMBER = "370613198501010018";

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

    private CaseView submit(Applicant applicant, CaseChannel channel, Representative acting, CallContext context) {
        return service.submit(
                new CaseRequests.Submit(
                        Items.SIMPLE, null, applicant, Map.of(), null, null, null, channel, acting, null, null),
                context);
    }

    private static Representative acting(Representative.Kind kind, String number, String agent, MaterialGiven proof) {
        return new Representative(kind, "王芳", null, number, "13900005678", agent, proof);
    }

    private void assertRefused(ErrorCode code, String field, CaseChannel channel, Representative acting) {
        ProblemException refusal =
                assertThrows(ProblemException.class, () -> submit(CHILD, channel, acting, centres.clerk(HAIYANG)));
        assertEquals(code, refusal.code());
        assertEquals(
                List.of(field),
                refusal.fields().stream().map(each -> each.field()).toList());
        assertFalse(refusal.fields().get(0).message().zh().isBlank());
    }

    @Test
    public void everyCaseSaysByWhichWayItCameIn() {
        CallContext clerk = centres.clerk(HAIYANG);
        assertEquals(
                CaseChannel.WINDOW, submit(CHILD, null, null, clerk).filing().channel());
        CaseView posted = submit(CHILD, CaseChannel.POST, null, clerk);
        assertEquals("邮寄", posted.filing().channelName());
        assertNull(posted.filing().representative());
        assertEquals(
                CaseChannel.ONLINE,
                submit(CHILD, null, null, centres.as("citizen", "applicant", Set.of(), HAIYANG))
                        .filing()
                        .channel());
    }

    @Test
    public void nobodySaysThatAnApplicationCameAsItCannotHaveCome() {
        assertRefused(CommonError.FIELDS_INVALID, "channel", CaseChannel.ONLINE, null);
        ProblemException refusal = assertThrows(
                ProblemException.class,
                () -> submit(CHILD, CaseChannel.WINDOW, null, centres.as("citizen", "applicant", Set.of(), HAIYANG)));
        assertEquals("channel", refusal.fields().get(0).field());
    }

    @Test
    public void staffWhoEnterAWithdrawalShowThatTheApplicantWantsIt() {
        CallContext clerk = centres.clerk(HAIYANG);
        String number = submit(CHILD, null, null, clerk).number();
        ProblemException refusal = assertThrows(
                ProblemException.class, () -> service.withdraw(number, new CaseRequests.Withdraw("不再需要", null), clerk));
        assertEquals(CommonError.FIELDS_INVALID, refusal.code());
        assertEquals("proof", refusal.fields().get(0).field());
        assertEquals(CaseState.RECEIVED, centres.find(number, HAIYANG).state());

        CaseProof paper = CaseProof.onPaper("窗口 2 号柜");
        CaseView view = service.withdraw(number, new CaseRequests.Withdraw("不再需要", paper), clerk);
        assertEquals(CaseState.WITHDRAWN, view.state());
        assertEquals(paper, view.withdrawalProof());
        assertEquals("撤回申请书", view.materials().get(view.materials().size() - 1).name());
    }

    @Test
    public void whoWithdrawsByTheirOwnAccountShowsNothing() {
        CallContext citizen = centres.as("citizen", "applicant", Set.of(), HAIYANG);
        String number = submit(CHILD, null, null, citizen).number();
        ProblemException refusal = assertThrows(
                ProblemException.class,
                () -> service.withdraw(number, new CaseRequests.Withdraw("不再需要", CaseProof.onPaper("家里")), citizen));
        assertEquals("proof.paper", refusal.fields().get(0).field());
        CaseView view = service.withdraw(number, new CaseRequests.Withdraw("不再需要", null), citizen);
        assertEquals(CaseState.WITHDRAWN, view.state());
        assertNull(view.withdrawalProof());
    }

    @Test
    public void whoSendsAFormAgainWithSomethingElseInItIsToldWhatHasComeOfIt() {
        CallContext first = centres.withKey("k1", centres.clerk(HAIYANG));
        String number = submit(CHILD, null, null, first).number();
        CallContext again = new CallContext(
                HAIYANG,
                first.actor(),
                first.at(),
                "r",
                Optional.of(new IdempotencyKey("k1", "something else")),
                Optional.empty());
        ProblemException refusal =
                assertThrows(ProblemException.class, () -> submit(CHILD, CaseChannel.POST, null, again));
        assertEquals(CommonError.IDEMPOTENCY_KEY_REUSED, refusal.code());
        assertTrue(refusal.zh(), refusal.zh().contains(number));
    }

    @Test
    public void aGuardianActsWithProofAndIsMasked() {
        Representative mother = acting(Representative.Kind.GUARDIAN, NUMBER, null, PAPER);
        CaseView view = submit(CHILD, null, mother, centres.clerk(HAIYANG));
        Representative shown = view.filing().representative();
        assertEquals(Representative.Kind.GUARDIAN, shown.kind());
        assertFalse(shown.idNumber(), shown.idNumber().contains("19850101"));
        assertFalse(shown.phone(), shown.phone().contains("00056"));
        assertNull(shown.proof());
        assertEquals("监护关系证明", view.materials().get(0).name());
        assertTrue(view.materials().get(0).paper());
    }

    @Test
    public void whoActsWithoutRightIsRefusedByTheFieldThatIsWrong() {
        Representative.Kind agent = Representative.Kind.AGENT;
        assertRefused(CaseError.APPLICANT_INVALID, "representative.proof", null, acting(agent, NUMBER, null, null));
        assertRefused(
                CaseError.APPLICANT_INVALID,
                "representative.idNumber",
                null,
                acting(agent, "370613198501010019", null, PAPER));
        assertRefused(
                CaseError.APPLICANT_INVALID,
                "representative.idNumber",
                null,
                acting(agent, CHILD.idNumber(), null, PAPER));
        assertRefused(
                CaseError.APPLICANT_INVALID,
                "representative.agent",
                null,
                acting(Representative.Kind.GUARDIAN, NUMBER, "A-1", PAPER));
        assertRefused(
                CaseError.MATERIAL_INVALID,
                "representative.proof.file",
                null,
                acting(agent, NUMBER, null, new MaterialGiven(null, null, "unknown", false)));
    }

    @Test
    public void whoeverSeesWhoActsWholeIsJournaledAsOfTheApplicant() {
        Representative mother = acting(Representative.Kind.GUARDIAN, NUMBER, null, PAPER);
        CallContext clerk = centres.clerk(HAIYANG);
        String number = submit(CHILD, null, mother, clerk).number();
        CaseView whole =
                service.unmask(number, new CaseRequests.Unmask("核对代理人"), clerk).view();
        assertEquals(NUMBER, whole.filing().representative().idNumber());
        String fields = centres.entries().stream()
                .filter(entry -> entry.entry().aggregateType().equals("unmasking"))
                .findFirst()
                .orElseThrow()
                .entry()
                .details()
                .get("fields");
        assertTrue(fields, fields.contains("representative.idNumber") && fields.contains("representative.phone"));
    }

    private CaseView submitInPerson(Representative acting) {
        return service.submit(
                new CaseRequests.Submit(
                        Items.IN_PERSON, null, CHILD, Map.of(), null, null, null, null, acting, null, null),
                centres.clerk(HAIYANG));
    }

    @Test
    public void whereTheApplicantHasToComeNobodyActsForThemButAGuardian() {
        ProblemException refusal = assertThrows(
                ProblemException.class, () -> submitInPerson(acting(Representative.Kind.AGENT, NUMBER, null, PAPER)));
        assertEquals(CaseError.IN_PERSON, refusal.code());
        assertEquals("representative.kind", refusal.fields().get(0).field());
        assertTrue(refusal.zh(), refusal.fields().get(0).message().zh().contains("须本人现场签字"));
        submitInPerson(acting(Representative.Kind.GUARDIAN, NUMBER, null, PAPER));
        submitInPerson(null);
    }

    @Test
    public void anEnterpriseHasNoGuardian() {
        ProblemException refusal = assertThrows(
                ProblemException.class,
                () -> submit(
                        Centres.ENTERPRISE,
                        null,
                        acting(Representative.Kind.GUARDIAN, NUMBER, null, PAPER),
                        centres.clerk(HAIYANG)));
        assertEquals("representative.kind", refusal.fields().get(0).field());
    }
}
