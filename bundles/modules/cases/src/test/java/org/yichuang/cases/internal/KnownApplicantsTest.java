package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CasePermission;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.Applicant;
import org.yichuang.cases.api.CaseService.CaseSummary;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.KnownApplicants.Known;
import org.yichuang.cases.api.KnownApplicants.Wanted;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.testing.ModuleTransactions;

/** The number first: what is known of whoever stands at the window, and what they have going on already. */
public class KnownApplicantsTest {
    private static final String NUMBER = "11010519491231002X";
    private static final Applicant LI = new Applicant("person", "李明", null, NUMBER, "138 0000 1234", null);

    private static ModuleTransactions transactions;
    private Centres centres;
    private DefaultKnownApplicants known;
    private CallContext clerk;

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
        known = centres.cases.knownApplicants();
        clerk = centres.clerk(HAIYANG);
    }

    private CaseView submit(Applicant applicant, String reason, CallContext context) {
        return centres.service.submit(
                new CaseRequests.Submit(
                        Items.SIMPLE, null, applicant, Map.of(), null, null, null, null, null, reason, null),
                context);
    }

    private CallContext citizen(String account) {
        return centres.as(account, "applicant", Set.of(), HAIYANG);
    }

    private static List<String> numbers(Known found) {
        return found.open().stream().map(CaseSummary::number).toList();
    }

    private List<Map<String, String>> readings() {
        return transactions.entries().stream()
                .filter(entry -> entry.entry().aggregateType().equals("unmasking"))
                .map(entry -> entry.entry().details())
                .toList();
    }

    @Test
    public void whoHasAppliedHereIsKnownByTheNumberHoweverItIsTyped() {
        String number = submit(LI, null, clerk).number();
        for (String typed : List.of(NUMBER, "11010519491231002x", "110105 19491231 002X", "１１０１０５１９４９１２３１００２Ｘ")) {
            Known found = known.find(new Wanted(typed, null), clerk);
            assertEquals(typed, "李明", found.name());
            assertEquals("person", found.kind());
            assertEquals("citizen-id", found.idType());
            assertEquals(NUMBER, found.idNumber());
            assertEquals("138 0000 1234", found.phone());
            assertEquals(number, found.from());
            assertEquals(List.of(number), numbers(found));
        }
    }

    @Test
    public void telephonesAreTakenAsPeopleWriteThem() {
        for (String typed : List.of(
                "１３８００００１２３４",
                "（0535）322－1234",
                "(0535) 3221234",
                "+86 138–0000–1234",
                "0535-3220000 转801",
                "+86 535 3220000",
                "400-610-1234",
                "12345",
                "+852 2810 1111")) {
            Applicant applicant = new Applicant("person", "李明", null, "１１０１０５ 19491231 002x", typed, null);
            CaseView view = centres.service.submit(
                    new CaseRequests.Submit(Items.SIMPLE, applicant, Map.of(), List.of(), null), citizen("li"));
            assertEquals(NUMBER, view.applicant().idNumber());
            assertTrue(view.applicant().phone(), view.applicant().phone().matches("[+0-9() -]+(转801)?"));
        }
    }

    @Test
    public void whatIsNoTelephoneOrNoNameIsRefusedWithAnExample() {
        for (String typed : List.of("00000", "1-----1", "1380000567", "3220000", "0535--3220000", "138000000000")) {
            FieldProblem problem = refused(new Applicant("person", "李明", null, NUMBER, typed, null));
            assertEquals("applicant.phone", problem.field());
            assertTrue(problem.message().zh(), problem.message().zh().contains("0535-3220000"));
        }
        for (String lost : List.of("李\u200b明", "李\ufffd")) {
            FieldProblem problem = refused(new Applicant("person", lost, null, NUMBER, "13800001234", null));
            assertEquals("applicant.name", problem.field());
        }
    }

    private FieldProblem refused(Applicant applicant) {
        CaseRequests.Submit typed = new CaseRequests.Submit(Items.SIMPLE, applicant, Map.of(), List.of(), null);
        ProblemException refusal =
                assertThrows(ProblemException.class, () -> centres.service.submit(typed, citizen("li")));
        assertEquals(CaseError.APPLICANT_INVALID, refusal.code());
        return refusal.fields().get(0);
    }

    @Test
    public void aNameIsKeptInLettersOfTheUsualWidthAndWithItsSigns() {
        Applicant wide = new Applicant("enterprise", "ＡＢ  海阳（集团）１号公司", null, "91350100M000100Y43", "12345", null);
        CaseView view = centres.service.submit(
                new CaseRequests.Submit(Items.SIMPLE, wide, Map.of(), List.of(), null), citizen("li"));
        assertEquals("AB 海阳（集团）1号公司", view.applicant().name());
    }

    @Test
    public void thatATelephoneWasToldIsJournaledAndWhoMayNotSeeItIsNotTold() {
        String number = submit(LI, null, clerk).number();
        known.find(new Wanted(NUMBER, null), clerk);
        assertEquals(1, readings().size());
        assertEquals(number, readings().get(0).get("id"));
        assertEquals("applicant.name;applicant.phone", readings().get(0).get("fields"));
        assertFalse(readings().toString(), readings().toString().contains(NUMBER));
        Actor actor = clerk.actor();
        Actor newcomer =
                new Actor("new", "new", actor.roles(), Set.of(), Set.of(CasePermission.TAKE_IN, CasePermission.VIEW));
        Known found = known.find(new Wanted(NUMBER, null), with(newcomer));
        assertEquals("李明", found.name());
        assertEquals("", found.phone());
        assertEquals(1, readings().size());
        ProblemException refusal = assertThrows(
                ProblemException.class, () -> known.find(new Wanted(NUMBER, null), centres.chief(HAIYANG)));
        assertEquals(CommonError.NOT_ALLOWED, refusal.code());
    }

    private CallContext with(Actor actor) {
        return new CallContext(clerk.tenant(), actor, clerk.at(), "r", clerk.idempotencyKey(), clerk.expectedVersion());
    }

    @Test
    public void whoIsUnknownIsToldByTheKindOfTheNumberAtMost() {
        Known stranger = known.find(new Wanted("91350100M000100Y43", null), clerk);
        assertEquals("enterprise", stranger.kind());
        assertEquals("uscc", stranger.idType());
        assertNull(stranger.from());
        assertTrue(stranger.open().isEmpty());
        assertEquals("", known.find(new Wanted("E12345678", null), clerk).kind());
        ProblemException refusal = assertThrows(
                ProblemException.class, () -> known.find(new Wanted("110105194912310021", "citizen-id"), clerk));
        assertEquals("idNumber", refusal.fields().get(0).field());
        assertTrue(readings().isEmpty());
    }

    @Test
    public void anotherCentreAndAnotherDepartmentKnowNothing() {
        submit(LI, null, clerk);
        assertNull(known.find(new Wanted(NUMBER, null), centres.clerk(YANTAI)).from());
        CallContext foreign = centres.as("clerk2", "clerk", Set.of("别的部门"), HAIYANG);
        assertNull(known.find(new Wanted(NUMBER, null), foreign).from());
    }

    @Test
    public void whatHasEndedIsNotOpenAnyMoreAndStillTells() {
        String number = submit(LI, null, clerk).number();
        centres.service.withdraw(number, Centres.WITHDRAW, clerk);
        Known found = known.find(new Wanted(NUMBER, null), clerk);
        assertEquals(number, found.from());
        assertTrue(found.open().isEmpty());
    }

    @Test
    public void whereTheCentreAsksWhyASecondOneIsMadeWithAReasonOnly() {
        String first = submit(LI, null, clerk).number();
        assertTrue(submit(LI, null, clerk).filing().beside().isEmpty());
        centres.province.policy(HAIYANG, "policy.cases.duplicates", "reason");
        ProblemException refusal = assertThrows(ProblemException.class, () -> submit(LI, " ", clerk));
        assertEquals(CaseError.DUPLICATE_APPLICATION, refusal.code());
        assertEquals("duplicateReason", refusal.fields().get(0).field());
        assertTrue(refusal.fields().get(0).message().zh().contains(first));
        CaseView again = submit(LI, "另一处工地，电话13900005678", clerk);
        assertEquals(2, again.filing().beside().size());
        assertTrue(again.filing().beside().contains(first));
        Map<String, String> details =
                centres.entries().get(centres.entries().size() - 1).entry().details();
        assertTrue(details.get("beside").contains(first));
        assertFalse(details.toString(), details.get("duplicateReason").contains("13900005678"));
        for (String number : again.filing().beside()) {
            centres.service.withdraw(number, Centres.WITHDRAW, clerk);
        }
        centres.service.withdraw(again.number(), Centres.WITHDRAW, clerk);
        assertTrue("nothing goes on", submit(LI, null, clerk).filing().beside().isEmpty());
    }

    @Test
    public void anApplicantLearnsNothingOfWhatOthersHaveHandedIn() {
        centres.province.policy(HAIYANG, "policy.cases.duplicates", "reason");
        submit(LI, null, clerk);
        submit(LI, null, citizen("li"));
        assertEquals(
                CaseError.DUPLICATE_APPLICATION,
                assertThrows(ProblemException.class, () -> submit(LI, null, citizen("li")))
                        .code());
        submit(LI, null, citizen("somebody"));
    }
}
