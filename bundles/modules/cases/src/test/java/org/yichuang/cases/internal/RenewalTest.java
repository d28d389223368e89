package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.cases.internal.Centres.GRANT;
import static org.yichuang.cases.internal.Centres.ISSUE;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseLicence;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.Outcome;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.CommandGate;
import org.yichuang.cases.api.GateAnswer;
import org.yichuang.cases.api.GateQuestion;
import org.yichuang.cases.api.GatedCommand;
import org.yichuang.cases.api.LicenceMatter;
import org.yichuang.cases.api.ProgressView;
import org.yichuang.cases.internal.document.CaseDocumentTemplate;
import org.yichuang.documents.api.DocumentService.DocumentView;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.testing.ModuleTransactions;

/** Applications of what somebody holds, as cases carry them; the register is told by a gate (R1-29 to R1-31). */
public class RenewalTest {
    private static final LocalDate END = LocalDate.of(2026, 10, 31);
    private static ModuleTransactions transactions;

    /** A register that knows one result. */
    private static final class Register implements CommandGate {
        private GateAnswer answer = GateAnswer.ofLicence(END, END);

        @Override
        public String module() {
            return "linkage"; // the only other module that is on at these centres
        }

        @Override
        public Set<GatedCommand> commands() {
            return Set.of(GatedCommand.SUBMIT, GatedCommand.ISSUE);
        }

        @Override
        public GateAnswer check(GateQuestion question, UnitOfWork unit) {
            return question.before().licence() == null ? GateAnswer.noObjection() : answer;
        }
    }

    private final Register register = new Register();
    private Centres centres;

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
        centres.gates.add(register);
    }

    private String submitted(LicenceMatter matter) {
        return submitted(Items.SIMPLE, matter);
    }

    private String submitted(String item, LicenceMatter matter) {
        return submitted(matter, Centres.whole(Centres.application(item, null)), centres.clerk(HAIYANG));
    }

    private String submitted(LicenceMatter matter, CaseRequests.Submit bare, CallContext by) {
        CaseRequests.Submit asked = new CaseRequests.Submit(
                bare.item(),
                null,
                bare.applicant(),
                bare.form(),
                bare.materials(),
                null,
                new CaseLicence.Given("JY1", matter),
                null,
                null,
                null,
                null);
        return centres.service.submit(asked, by).number();
    }

    private String accepted(LicenceMatter matter) {
        String number = submitted(matter);
        centres.service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        return number;
    }

    private CaseView view(String number) {
        return centres.find(number, HAIYANG);
    }

    private void deem(String number) {
        deem(number, HAIYANG);
    }

    private void deem(String number, TenantId centre) {
        CallContext call = CallContext.system(centre, centres.province.now(), "licences-expiry");
        transactions.write(call, Void.class, unit -> {
            centres.cases.records().deemRenewed(number, unit);
            return null;
        });
    }

    private static ErrorCode code(ThrowingRunnable refused) {
        return assertThrows(ProblemException.class, refused).code();
    }

    @Test
    public void whoDecidesSeesTheEndOfTheValidityAsAClockOfItsOwn() {
        String number = accepted(LicenceMatter.RENEWAL);

        assertEquals(
                new CaseLicence("JY1", LicenceMatter.RENEWAL, END, END),
                view(number).licence());
        assertEquals(
                "the 31st is a Saturday",
                LocalDate.of(2026, 10, 30),
                centres.deadline("renewal", HAIYANG, number, HAIYANG).date());
    }

    @Test
    public void theClockDoesNotRunWhileTheApplicantHasSomethingToSupply() {
        String number = submitted(LicenceMatter.RENEWAL);
        centres.service.notifyCorrection(number, Centres.ask("m1"), centres.clerk(HAIYANG));
        centres.province.at("2026-11-02T09:00");

        assertEquals(
                "MET", centres.deadline("renewal", HAIYANG, number, HAIYANG).state());
        assertEquals(CaseError.CASE_STATE, code(() -> deem(number)));
    }

    @Test
    public void whatNobodyHasDecidedIsGrantedByLawOnce() {
        String number = accepted(LicenceMatter.RENEWAL);
        centres.province.at("2026-10-31T23:59");
        assertEquals("not on its last day", CaseError.CASE_STATE, code(() -> deem(number)));
        centres.province.at("2026-11-01T00:01");

        assertEquals(
                "whoever refuses now comes too late, whether or not the job has come",
                CaseError.CASE_STATE,
                code(() -> centres.service.decide(number, Centres.REFUSE, centres.chief(HAIYANG))));
        deem(number);

        assertEquals(CaseState.GRANTED, view(number).state());
        assertEquals(Outcome.GRANT, view(number).decision().outcome());
        assertEquals(
                "MISSED", centres.deadline("renewal", HAIYANG, number, HAIYANG).state());
        assertEquals(
                "deemed-renewed",
                transactions
                        .entries()
                        .get(transactions.entries().size() - 1)
                        .entry()
                        .event()
                        .type());
        assertEquals(CaseError.CASE_STATE, code(() -> deem(number)));
        assertEquals(
                "a later decision comes too late",
                CaseError.CASE_STATE,
                code(() -> centres.service.decide(number, Centres.REFUSE, centres.chief(HAIYANG))));
        List<DocumentView> papers =
                centres.documents.of("case", number, CallContext.system(HAIYANG, centres.province.now(), "test"));
        assertTrue(
                papers.stream().anyMatch(paper -> paper.title().equals(CaseDocumentTemplate.DEEMED_RENEWAL.title())));
    }

    @Test
    public void whatTheLawHasGrantedWaitsForNoReviewAnyMore() {
        LocalDate end = LocalDate.of(2026, 9, 15);
        register.answer = GateAnswer.ofLicence(end, end);
        CallContext citizen = centres.as("citizen", "applicant", Set.of(), HAIYANG);
        String number = submitted(
                LicenceMatter.RENEWAL, centres.whole(Centres.application(Items.ONLINE, null), citizen), citizen);
        centres.province.at("2026-09-16T00:01");
        deem(number);

        assertEquals(CaseState.GRANTED, view(number).state());
        assertEquals(
                "when it had come",
                "2026-09-14",
                transactions
                        .entries()
                        .get(transactions.entries().size() - 1)
                        .entry()
                        .details()
                        .get("clockFrom"));
        assertEquals(
                "what is due is the result",
                LocalDate.of(2026, 9, 30),
                view(number).due());
    }

    @Test
    public void aRenewalHoldsFromTheEndOfWhatWasHeldUnderItsNumber() {
        String number = accepted(LicenceMatter.RENEWAL);
        centres.province.at("2026-11-01T00:01");
        deem(number);
        assertEquals(
                "the item says no term",
                CommonError.FIELDS_INVALID,
                code(() -> centres.service.issue(number, ISSUE, centres.chief(HAIYANG))));
        LocalDate until = LocalDate.of(2029, 10, 31);
        centres.service.issue(number, new CaseRequests.Issue(null, until), centres.chief(HAIYANG));

        assertEquals(until, view(number).issued().validUntil());
        assertEquals("JY1", view(number).issued().documentNumber());
    }

    @Test
    public void aChangeKeepsItsEndAndIsGrantedByNobodyButTheOrgan() {
        register.answer = GateAnswer.ofLicence(END, null);
        String number = accepted(LicenceMatter.CHANGE);
        centres.province.at("2026-11-01T00:01");
        assertEquals(CaseError.CASE_STATE, code(() -> deem(number)));
        centres.province.at("2026-10-30T09:00");

        centres.service.decide(number, GRANT, centres.chief(HAIYANG));
        centres.service.issue(number, ISSUE, centres.chief(HAIYANG));

        assertEquals(END, view(number).issued().validUntil());
        assertEquals("JY1", view(number).issued().documentNumber());
    }

    @Test
    public void aChangeThatIsMadeOutAfterTheEndKeepsItAndTheNumberThatIsHeldThen() {
        register.answer = GateAnswer.ofLicence(END, null);
        String number = accepted(LicenceMatter.CHANGE);
        centres.service.decide(number, GRANT, centres.chief(HAIYANG));
        centres.province.at("2026-11-03T09:00");
        register.answer = GateAnswer.ofLicence(END, null, "JY2");
        centres.service.issue(number, ISSUE, centres.chief(HAIYANG));

        assertEquals(END, view(number).issued().validUntil());
        assertEquals("JY2", view(number).issued().documentNumber());
    }

    @Test
    public void whatIsGrantedEndsWithWhatItWasOf() {
        register.answer = GateAnswer.ofLicence(END, null);
        String number = accepted(LicenceMatter.CHANGE);
        CallContext call = CallContext.system(HAIYANG, centres.province.now(), "test");
        assertEquals("not before the grant", CaseError.CASE_STATE, code(() -> endGrant(number)));
        centres.service.decide(number, GRANT, centres.chief(HAIYANG));
        String grant = centres.documents.of("case", number, call).stream()
                .filter(paper -> paper.title().startsWith("准予") && paper.title().endsWith("决定书"))
                .findFirst()
                .orElseThrow()
                .code();
        endGrant(number);

        assertEquals(CaseState.GRANT_ENDED, view(number).state());
        assertEquals("GRANT_ENDED", view(number).ending().kind());
        assertEquals(List.of(), view(number).commands());
        assertTrue(centres.documents.of("case", number, call).stream()
                .anyMatch(paper -> paper.title().equals(CaseDocumentTemplate.GRANT_ENDING.title())));
        String said = centres.made.last();
        assertTrue(said, said.contains("依据：《中华人民共和国行政许可法》第七十条"));
        assertTrue(said, said.contains("六十日内") && said.contains("六个月内"));
        ProgressView told = centres.service.progress(
                number, view(number).queryCode(), "", CallContext.system(HAIYANG, centres.province.now(), "portal"));
        assertEquals("GRANT_ENDED", told.decision().outcome());
        assertEquals("原证照已撤销", told.decision().reasons());
        assertTrue(
                centres.documents.verify(grant, call).orElseThrow().revokedOn().isPresent());
        assertEquals(CaseError.CASE_STATE, code(() -> centres.service.issue(number, ISSUE, centres.chief(HAIYANG))));
    }

    @Test
    public void ofNoLicenceNoGrantEndsByTheLawOfLicences() {
        register.answer = GateAnswer.ofLicence(END, null);
        String number = submitted(Items.SERVICE, LicenceMatter.CHANGE);
        centres.service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        centres.service.decide(number, GRANT, centres.chief(HAIYANG));
        endGrant(number);

        String basis = view(number).ending().basis();
        assertTrue(basis, basis.startsWith("该事项不是行政许可") && !basis.contains("许可法"));
    }

    private void endGrant(String number) {
        CallContext call = CallContext.system(HAIYANG, centres.province.now(), "licences");
        transactions.write(call, Void.class, unit -> {
            centres.cases.records().endGrant(number, "原证照已撤销", unit);
            return null;
        });
    }

    @Test
    public void aReplacementHasANumberOfItsOwn() {
        register.answer = GateAnswer.ofLicence(END, null);
        String number = accepted(LicenceMatter.REPLACEMENT);
        centres.service.decide(number, GRANT, centres.chief(HAIYANG));
        centres.service.issue(number, ISSUE, centres.chief(HAIYANG));

        assertFalse(view(number).issued().documentNumber().equals("JY1"));
        assertEquals(END, view(number).issued().validUntil());
    }

    @Test
    public void aLateRenewalSaysThatNothingIsDeemed() {
        register.answer = GateAnswer.ofLateRenewal(END);
        String number = accepted(LicenceMatter.RENEWAL);

        assertTrue(view(number).licence().isLate());
        assertNull(view(number).licence().decideBy());
    }

    /** It was handed in below in time, however late it comes to whoever decides. */
    @Test
    public void whatIsDecidedAboveIsCountedThereAndGrantedByLawThere() {
        String number = submitted(Items.CITY, LicenceMatter.RENEWAL);
        centres.service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        assertEquals(END, view(number).licence().decideBy());
        assertTrue(
                "whoever does not decide has no days for it",
                centres.service.deadlines(number, centres.clerk(HAIYANG)).stream()
                        .noneMatch(each -> each.kind().equals("renewal")));
        assertEquals("nor does the law grant it there", CaseError.CASE_STATE, code(() -> deem(number)));
        centres.province.at("2026-11-02T09:00");
        centres.post();
        String above = centres.numberAt(YANTAI, number);
        assertEquals(
                "MISSED", centres.deadline("renewal", YANTAI, above, YANTAI).state());
        deem(above, YANTAI);
        centres.post();

        assertEquals(Outcome.GRANT, centres.find(above, YANTAI).decision().outcome());
        assertEquals(
                "the city is late for no day before it had it",
                List.of(),
                transactions.texts("SELECT CASE_NUMBER FROM CASES_CASE WHERE LATE AND TENANT='yantai'"
                        + " UNION SELECT CASE_NUMBER FROM CASES_FACT WHERE LATE=1 AND TENANT='yantai'"));
        assertEquals(
                "the county hears of it", Outcome.GRANT, view(number).decision().outcome());
    }

    /** The item asks for it 30 days before the end, and nobody's word makes of another day one of the law. */
    @Test
    public void aDayThatCannotBeInTimeIsNoneOfTheLaw() {
        String number = submitted(Items.CITY, LicenceMatter.RENEWAL);
        centres.service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        LocalDate soon =
                centres.province.now().atZone(CallContext.ZONE).toLocalDate().plusDays(29);
        ModuleTransactions.Sent letter = transactions.messages().remove(0);
        String payload = centres.linked.payload(HAIYANG, letter.message());
        String said = payload.replace("\"decideBy\":\"" + END, "\"decideBy\":\"" + soon);
        assertNotEquals(payload, said);
        centres.carry(letter, said, List.of());

        CaseLicence above =
                centres.find(centres.numberAt(YANTAI, number), YANTAI).licence();
        assertEquals("JY1", above.number());
        assertFalse(above.isTimed());
        assertFalse("nor is it found too late", above.isLate());
    }

    @Test
    public void whatIsNotDeemedForAnotherReasonIsNotCalledLate() {
        register.answer = GateAnswer.ofLicence(END, null);
        assertFalse(view(accepted(LicenceMatter.RENEWAL)).licence().isLate());
    }
}
