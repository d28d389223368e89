package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.cases.internal.Centres.GRANT;
import static org.yichuang.cases.internal.Centres.ISSUE;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.LAISHAN;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseSnapshot;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.CaseView.MissingView;
import org.yichuang.cases.api.CommandGate;
import org.yichuang.cases.api.CompletionGate;
import org.yichuang.cases.api.ExaminationKind;
import org.yichuang.cases.api.ExaminationRequest;
import org.yichuang.cases.api.GateAnswer;
import org.yichuang.cases.api.GateQuestion;
import org.yichuang.cases.api.GatedCommand;
import org.yichuang.cases.internal.ToyModule.ToyFee;
import org.yichuang.cases.internal.ToyModule.ToyGate;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ErrorKind;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.testing.ModuleTransactions;

/** Commands that other modules have a say in, with a module that nobody knows. */
public class GatesTest {
    private static ModuleTransactions transactions;
    private final ToyGate gate = new ToyGate();
    private final ToyFee fee = new ToyFee();
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
    }

    private String granted() {
        String number = centres.submit(Items.SIMPLE, null, HAIYANG).number();
        centres.service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        return centres.service.decide(number, GRANT, centres.chief(HAIYANG)).number();
    }

    @Test
    public void withoutAnyGateTheRoleIsTheAuthority() {
        String number = centres.submit(Items.SIMPLE, null, HAIYANG).number();
        CaseView accepted = centres.service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        assertEquals(List.of(CommandGate.ROLE), accepted.authorities());
        assertEquals(List.of(), accepted.missing());
        assertEquals("role", lastDetail("authority"));
    }

    @Test
    public void aGateRefusesBeforeTheCommandTakesEffect() {
        centres.gates.add(gate);
        String number = centres.submit(Items.SIMPLE, null, HAIYANG).number();
        int entries = transactions.entries().size();
        gate.answer = GateAnswer.refused(CommonError.NOT_ALLOWED, LocalizedMessage.verbatim("委托书未授权受理"));

        ProblemException refusal = assertThrows(
                ProblemException.class, () -> centres.service.accept(number, ACCEPT, centres.clerk(HAIYANG)));

        assertEquals("委托书未授权受理", refusal.zh());
        assertEquals(CommonError.NOT_ALLOWED, refusal.code());
        assertEquals(CaseState.RECEIVED, centres.find(number, HAIYANG).state());
        assertEquals(entries, transactions.entries().size());
        assertEquals(
                "asked about the case as it stood",
                CaseState.RECEIVED,
                gate.seen.get(0).state());
    }

    @Test
    public void theAuthorityOfAGateStandsInAnswerAndJournal() {
        centres.gates.add(gate);
        gate.answer = GateAnswer.allowed("letter:2026-5");
        String number = centres.submit(Items.SIMPLE, null, HAIYANG).number();
        assertEquals(
                List.of("letter:2026-5"),
                centres.service.accept(number, ACCEPT, centres.clerk(HAIYANG)).authorities());
        assertEquals("letter:2026-5", lastDetail("authority"));
    }

    @Test
    public void whatSomebodyElseHasExaminedIsNotExaminedAnew() {
        ToyGate recognising = new ToyGate() {
            @Override
            public Set<GatedCommand> commands() {
                return Set.of(GatedCommand.DECIDE);
            }
        };
        centres.gates.add(recognising);
        String number = centres.submit(Items.EXAMINED, null, HAIYANG).number();
        centres.service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        ProblemException refusal = assertThrows(
                ProblemException.class, () -> centres.service.decide(number, GRANT, centres.chief(HAIYANG)));
        assertEquals(CaseError.EXAMINATION_OUTSTANDING, refusal.code());
        recognising.answer = new GateAnswer.Examined("agreement:A1");
        ProblemException unseen = assertThrows(
                ProblemException.class, () -> centres.service.decide(number, GRANT, centres.chief(HAIYANG)));
        assertEquals(
                "where it is to be seen, two of the staff go all the same (R1-11)",
                List.of("examination.SITE_SURVEY"),
                unseen.fields().stream().map(FieldProblem::field).toList());
        centres.service.examine(
                number,
                new ExaminationRequest(
                        ExaminationKind.SITE_SURVEY, null, "与申请材料一致", List.of("王勘", "赵察"), "海阳路1号", null, Map.of()),
                centres.reviewer(HAIYANG));
        CaseView granted = centres.service.decide(number, GRANT, centres.chief(HAIYANG));
        assertEquals(CaseState.GRANTED, granted.state());
        assertEquals(List.of("agreement:A1"), granted.authorities());
        assertEquals("agreement:A1", lastDetail("authority"));
    }

    @Test
    public void whatTheStateForbidsIsRefusedWithoutAskingAnyGate() {
        centres.gates.add(gate);
        String number = granted();
        gate.seen.clear();
        ProblemException refusal = assertThrows(
                ProblemException.class, () -> centres.service.accept(number, ACCEPT, centres.clerk(HAIYANG)));
        assertEquals(CaseError.CASE_STATE, refusal.code());
        assertEquals(List.of(), gate.seen);
    }

    @Test
    public void theLawPassesNoGateAndAModuleThatIsOffIsNotAsked() {
        centres.gates.add(gate);
        gate.answer = GateAnswer.refused(CommonError.NOT_ALLOWED, LocalizedMessage.verbatim("no"));
        String number = centres.submit(Items.SIMPLE, null, HAIYANG).number();
        centres.province.at("2026-09-28T09:00");
        centres.run(centres.timer);
        CaseView deemed = centres.find(number, HAIYANG);
        assertEquals("DEEMED", deemed.acceptance().mode());
        assertEquals(List.of(), deemed.authorities());

        centres.province.switchModule(HAIYANG, ToyGate.MODULE, false);
        String second = centres.submit(Items.SIMPLE, null, HAIYANG).number();
        assertEquals(
                List.of(CommandGate.ROLE),
                centres.service.accept(second, ACCEPT, centres.clerk(HAIYANG)).authorities());
    }

    @Test
    public void theGatesOfAModuleThatCannotBeSwitchedOffAreAlwaysAsked() {
        centres.gates.add(gate);
        centres.completions.add(fee);
        centres.modules.alwaysOn.add(ToyGate.MODULE);
        centres.province.switchModule(HAIYANG, ToyGate.MODULE, false);
        gate.answer = GateAnswer.allowed("letter:2026-5");

        String number = granted();

        assertEquals(1, gate.seen.size());
        assertEquals(
                "fee-unpaid", centres.find(number, HAIYANG).missing().get(0).code());
    }

    @Test
    public void nothingPassesAGateThatIsNotThereAnyMore() {
        centres.gates.add(gate);
        centres.completions.add(fee);
        fee.isPaid = true;
        String first = granted();
        String second = centres.submit(Items.SIMPLE, null, HAIYANG).number();

        centres = new Centres(transactions); // a restart, before the module is up
        assertAway(() -> centres.service.accept(second, ACCEPT, centres.clerk(HAIYANG)));
        assertAway(() -> centres.service.issue(first, ISSUE, centres.clerk(HAIYANG)));
        assertEquals(CaseState.RECEIVED, centres.find(second, HAIYANG).state());
        centres.submit(Items.SIMPLE, null, HAIYANG); // in which it has no say
        String elsewhere = centres.submit(Items.SIMPLE, null, LAISHAN).number();
        centres.service.accept(elsewhere, ACCEPT, centres.clerk(LAISHAN));

        centres.province.at("2026-09-28T09:00");
        centres.run(centres.timer);
        assertEquals(
                "the law goes on",
                "DEEMED",
                centres.find(second, HAIYANG).acceptance().mode());
        centres.completions.add(fee);
        assertEquals(
                CaseState.ISSUED,
                centres.service.issue(first, ISSUE, centres.clerk(HAIYANG)).state());
    }

    @Test
    public void aModuleThatIsSwitchedOffIsMissedByNobody() {
        centres.gates.add(gate);
        granted();
        centres.gates.clear();
        String number = centres.submit(Items.SIMPLE, null, HAIYANG).number();
        assertAway(() -> centres.service.accept(number, ACCEPT, centres.clerk(HAIYANG)));

        centres.province.switchModule(HAIYANG, ToyGate.MODULE, false);
        centres.service.accept(number, ACCEPT, centres.clerk(HAIYANG));

        centres.province.switchModule(HAIYANG, ToyGate.MODULE, true);
        String another = centres.submit(Items.SIMPLE, null, HAIYANG).number();
        centres.service.accept(another, ACCEPT, centres.clerk(HAIYANG));
    }

    @Test
    public void whatALaterProgramKnowsOfAGateIsNeitherReadNorLost() {
        String number = centres.submit(Items.SIMPLE, null, HAIYANG).number();
        transactions.sql("INSERT INTO CASES_GATE (TENANT, MODULE, COMMANDS) VALUES ('haiyang', 'linkage', 'ARCHIVE')");
        centres.service.accept(number, ACCEPT, centres.clerk(HAIYANG));

        centres.gates.add(gate);
        String second = centres.submit(Items.SIMPLE, null, HAIYANG).number();
        centres.service.accept(second, ACCEPT, centres.clerk(HAIYANG));

        assertEquals(
                "ACCEPT,ARCHIVE",
                transactions
                        .texts("SELECT COMMANDS FROM CASES_GATE WHERE MODULE='linkage'")
                        .get(0));
    }

    private static void assertAway(ThrowingRunnable command) {
        ProblemException refusal = assertThrows(ProblemException.class, command);
        assertEquals(CaseError.GATE_AWAY, refusal.code());
        assertEquals(ErrorKind.UNAVAILABLE, refusal.code().kind());
        assertTrue(refusal.zh(), refusal.zh().contains(ToyGate.MODULE));
    }

    @Test
    public void aGateThatFailsHoldsTheCommandUp() {
        centres.gates.add(new ToyGate() {
            @Override
            public GateAnswer check(GateQuestion question, UnitOfWork unit) {
                throw new IllegalStateException("no database");
            }
        });
        String number = centres.submit(Items.SIMPLE, null, HAIYANG).number();
        assertThrows(IllegalStateException.class, () -> centres.service.accept(number, ACCEPT, centres.clerk(HAIYANG)));
        assertEquals(CaseState.RECEIVED, centres.find(number, HAIYANG).state());
    }

    @Test
    public void nothingIsIssuedWhileSomethingIsMissing() {
        centres.completions.add(fee);
        String number = granted();
        CaseView open = centres.find(number, HAIYANG);
        assertEquals("fee-unpaid", open.missing().get(0).code());
        assertEquals("请先缴费", open.missing().get(0).zh());

        ProblemException refusal = assertThrows(
                ProblemException.class, () -> centres.service.issue(number, ISSUE, centres.clerk(HAIYANG)));
        assertEquals(CaseError.ISSUE_INCOMPLETE, refusal.code());
        assertEquals("fee-unpaid", refusal.fields().get(0).field());

        fee.isPaid = true;
        CaseView issued = centres.service.issue(number, ISSUE, centres.clerk(HAIYANG));
        assertEquals(CaseState.ISSUED, issued.state());
        assertEquals(List.of(), issued.missing());
    }

    @Test
    public void aCompletionGateThatFailsHoldsUpNothingButTheIssue() {
        centres.completions.add(new CompletionGate() {
            @Override
            public String module() {
                return ToyGate.MODULE;
            }

            @Override
            public List<Missing> missing(CaseSnapshot now, UnitOfWork unit) {
                throw new IllegalStateException("no such table");
            }
        });

        String number = granted();

        CaseView open = centres.find(number, HAIYANG);
        assertEquals(CaseState.GRANTED, open.state());
        assertEquals(
                List.of("not-known"),
                open.missing().stream().map(MissingView::code).toList());
        assertTrue(open.missing().get(0).zh(), open.missing().get(0).zh().contains(ToyGate.MODULE));
        ProblemException refusal = assertThrows(
                ProblemException.class, () -> centres.service.issue(number, ISSUE, centres.clerk(HAIYANG)));
        assertEquals(CaseError.ISSUE_INCOMPLETE, refusal.code());
        centres.province.switchModule(HAIYANG, ToyGate.MODULE, false);
        assertEquals(
                CaseState.ISSUED,
                centres.service.issue(number, ISSUE, centres.clerk(HAIYANG)).state());
    }

    @Test
    public void aCompletionGateThatFailsAtSeveralCasesIsLeftAloneForAWhileAtThatCentreOnly() {
        Asked gate = new Asked(now -> true);
        centres.completions.add(gate);
        String number = centres.submit(Items.SIMPLE, null, HAIYANG).number();
        centres.submit(Items.SIMPLE, null, HAIYANG);
        centres.submit(Items.SIMPLE, null, HAIYANG);
        assertEquals(3, gate.count);

        centres.find(number, HAIYANG);
        assertEquals("it is left alone", 3, gate.count);
        gate.fails = now -> false;
        assertEquals(List.of(), centres.submit(Items.SIMPLE, null, LAISHAN).missing());

        centres.province.at("2026-09-14T09:02");
        assertEquals(List.of(), centres.find(number, HAIYANG).missing());
    }

    @Test
    public void aSingleBrokenCaseKeepsNothingOfTheOthersUnknown() {
        Asked gate = new Asked(now -> false);
        centres.completions.add(gate);
        String broken = centres.submit(Items.SIMPLE, null, HAIYANG).number();
        String other = centres.submit(Items.SIMPLE, null, HAIYANG).number();
        gate.fails = now -> now.number().equals(broken);
        for (int i = 0; i < 5; i++) {
            assertEquals(1, centres.find(broken, HAIYANG).missing().size());
        }

        assertEquals(List.of(), centres.find(other, HAIYANG).missing());
    }

    /** A gate that counts how often it is asked, and fails at some cases. */
    private static final class Asked implements CompletionGate {
        private Predicate<CaseSnapshot> fails;
        private int count;

        Asked(Predicate<CaseSnapshot> fails) {
            this.fails = fails;
        }

        @Override
        public String module() {
            return ToyGate.MODULE;
        }

        @Override
        public List<Missing> missing(CaseSnapshot now, UnitOfWork unit) {
            count++;
            if (fails.test(now)) {
                throw new IllegalStateException("no such table");
            }
            return List.of();
        }
    }

    private static String lastDetail(String key) {
        return transactions
                .entries()
                .get(transactions.entries().size() - 1)
                .entry()
                .details()
                .get(key);
    }
}
