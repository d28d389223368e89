package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;
import static org.yichuang.cases.internal.Centres.ACCEPT;
import static org.yichuang.cases.internal.Centres.GRANT;
import static org.yichuang.cases.internal.JointSamples.HOUSING;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CommandGate;
import org.yichuang.cases.api.ExaminationKind;
import org.yichuang.cases.api.ExaminationRequest;
import org.yichuang.cases.api.GateAnswer;
import org.yichuang.cases.api.GateQuestion;
import org.yichuang.cases.api.GatedCommand;
import org.yichuang.cases.api.JointCases;
import org.yichuang.cases.api.PromiseKind;
import org.yichuang.cases.api.Recommendation;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;

/** A gate is told which department acts, and whom the steps of the case keep from acting. */
public class JointGateTest extends DocumentsOfCases {
    private static final ExaminationRequest REVIEWED =
            ExaminationRequest.of(ExaminationKind.REVIEW, Recommendation.GRANT, "齐全");
    private static final ExaminationRequest VERIFIED =
            ExaminationRequest.of(ExaminationKind.VERIFICATION, Recommendation.GRANT, "属实");
    private static final CaseRequests.Accept PROMISED = new CaseRequests.Accept(
            null, List.of(new CaseRequests.MaterialPromise("m3", PromiseKind.DEFERRAL, null)), null);
    private final List<GateQuestion> asked = new ArrayList<>();

    @Before
    public void gate() {
        centres.gates.add(new CommandGate() {
            @Override
            public String module() {
                return ToyModule.ToyGate.MODULE;
            }

            @Override
            public Set<GatedCommand> commands() {
                return EnumSet.of(GatedCommand.EXAMINE, GatedCommand.DECIDE);
            }

            @Override
            public GateAnswer check(GateQuestion question, UnitOfWork unit) {
                asked.add(question);
                return GateAnswer.noObjection();
            }
        });
    }

    private JointCases joint() {
        return centres.cases.joint();
    }

    private GateQuestion last() {
        return asked.get(asked.size() - 1);
    }

    private CallContext of(String account, String department) {
        return centres.as(account, "reviewer", Set.of(department), HAIYANG);
    }

    private String accepted(String bundle) {
        String number = service.submit(JointSamples.application(bundle, Map.of()), centres.clerk(HAIYANG))
                .number();
        service.accept(number, bundle.equals(JointSamples.SHOP) ? ACCEPT : PROMISED, centres.clerk(HAIYANG));
        return number;
    }

    @Test
    public void inABranchItsOwnDepartmentIsAskedAbout() {
        String number = accepted(JointSamples.PLANT);
        joint().examine(number, "b1", REVIEWED, of("a", HOUSING));
        GateQuestion.Branch branch = last().branch();
        assertEquals("b1", branch.id());
        assertEquals(HOUSING, branch.department());
        assertEquals(Items.EXAMINED, branch.item().code());
        assertTrue(last().before().items().contains(branch.item()));
        assertEquals("审批局", last().before().department());
        service.examine(number, REVIEWED, centres.reviewer(HAIYANG));
        assertNull("of the case as a whole", last().branch());
    }

    @Test
    public void aPartyThatIsHeardHasNoItem() {
        String number = accepted(JointSamples.SHOP);
        joint().examine(number, "b4", REVIEWED, of("p", JointSamples.POWER));
        assertEquals(new GateQuestion.Branch("b4", JointSamples.POWER, null), last().branch());
    }

    @Test
    public void whomTheStepsKeepFromADecisionIsTold() {
        String clerk = centres.clerk(HAIYANG).actor().account();
        assertEquals(Set.of(), barred("verification"));
        assertEquals(Set.of("bo"), barred("examination"));
        assertEquals(Set.of(clerk), barred("acceptance"));
        assertEquals(Set.of(clerk, "bo"), barred("all"));
    }

    private Set<String> barred(String apart) {
        centres.province.policy(HAIYANG, "policy.cases.duties", apart);
        String number = centres.submit(Items.SIMPLE, null, HAIYANG).number();
        service.accept(number, ACCEPT, centres.clerk(HAIYANG));
        service.examine(number, REVIEWED, centres.as("bo", "reviewer", Set.of(), HAIYANG));
        service.examine(number, VERIFIED, centres.as("anna", "reviewer", Set.of(), HAIYANG));
        service.decide(number, GRANT, centres.chief(HAIYANG));
        assertEquals(GatedCommand.DECIDE, last().command());
        return last().barred();
    }
}
