package org.yichuang.cases.contract;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.junit.Test;
import org.yichuang.cases.api.AnswerKind;
import org.yichuang.cases.api.AnswerPromise;
import org.yichuang.cases.api.BranchOutcome;
import org.yichuang.cases.api.CaseChannel;
import org.yichuang.cases.api.CaseItem;
import org.yichuang.cases.api.CaseProof;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseSnapshot;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.ClearAnswer;
import org.yichuang.cases.api.CommandGate;
import org.yichuang.cases.api.ContinuationRequest;
import org.yichuang.cases.api.ExaminationKind;
import org.yichuang.cases.api.ExaminationRequest;
import org.yichuang.cases.api.ExtensionApprover;
import org.yichuang.cases.api.GateAnswer;
import org.yichuang.cases.api.GateFact;
import org.yichuang.cases.api.GateQuestion;
import org.yichuang.cases.api.GatedCommand;
import org.yichuang.cases.api.HearingRequest;
import org.yichuang.cases.api.HearingStep;
import org.yichuang.cases.api.HearingWish;
import org.yichuang.cases.api.JointRequests;
import org.yichuang.cases.api.OnlineReviewRequest;
import org.yichuang.cases.api.Recommendation;
import org.yichuang.cases.api.SpecialGround;
import org.yichuang.cases.api.SpecialHandlingRequest;
import org.yichuang.cases.api.SpecialProcedure;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;

/** What every {@link CommandGate} keeps; a module that has one extends this class with its own gate and units. */
public abstract class CommandGateContract {
    /** The gate. */
    protected abstract CommandGate gate();

    /**
     * Asks in a unit of work of its own, which is rolled back: a gate may write, and what one question has written is
     * not
     * there for the next.
     */
    protected abstract GateAnswer inFreshUnit(Function<UnitOfWork, GateAnswer> question);

    private GateAnswer ask(GatedCommand command, CaseState state) {
        return inFreshUnit(
                unit -> gate().check(new GateQuestion(command, snapshot(state), request(command), somebody()), unit));
    }

    /** Somebody who asks. */
    protected abstract CallContext somebody();

    /** A case in a state. */
    protected static CaseSnapshot snapshot(CaseState state) {
        return new CaseSnapshot(
                "370687-20260914-0000000000",
                state,
                "yantai",
                "YT-001",
                "事项",
                1,
                "LICENCE",
                "住建局",
                "ACCEPT",
                new CaseRequests.Applicant("enterprise", "公司", "uscc", "91350100M000100Y43", "0535-3221234", null),
                CaseChannel.WINDOW,
                null,
                Map.of(),
                List.of("m1"),
                false,
                Instant.EPOCH,
                null,
                null,
                LocalDate.EPOCH,
                "haiyang",
                List.of(new CaseItem("yantai", "YT-001", 1, "事项")));
    }

    /** What a command carries that says as little as it may. */
    protected static CaseRequests.Request request(GatedCommand command) {
        return switch (command) {
            case SUBMIT -> new CaseRequests.Submit("YT-001", snapshot(null).applicant(), Map.of(), List.of(), null);
            case REVIEW_ONLINE -> new OnlineReviewRequest("请带原件");
            case PROMISE_ANSWER -> new AnswerPromise("须核实");
            case ANSWER_CLEARLY -> new ClearAnswer(AnswerKind.NOT_AT_ALL, "政策不允许", "办法第三条", null);
            case HANDLE_SPECIALLY -> new SpecialHandlingRequest(SpecialGround.CENTRE_FINDING, "重点项目", null, null, null);
            case ACCEPT -> new CaseRequests.Accept(null);
            case NOTIFY_CORRECTION -> new CaseRequests.NotifyCorrection(
                    List.of(new CaseRequests.CorrectionItem("m1", "请补充")), null);
            case CORRECT -> new CaseRequests.Correct("已补", Map.of(), List.of());
            case GO_ON -> new ContinuationRequest(null);
            case CORRECT_ON_THE_SPOT -> new CaseRequests.CorrectOnTheSpot(Map.of("trees", 3), List.of(), null);
            case SUPPLY -> new CaseRequests.Supply(List.of(new CaseRequests.MaterialGiven("m1", null, null, true)));
            case CHECK_PROMISE -> new CaseRequests.CheckPromise("m1", true, "现场查看");
            case REFUSE_TO_ACCEPT -> new CaseRequests.NotAccept(
                    CaseRequests.NonAcceptance.NOT_NEEDED, "理由", "依据", "救济", null);
            case EXAMINE -> ExaminationRequest.of(ExaminationKind.REVIEW, Recommendation.GRANT, "同意");
            case HOLD_HEARING -> new HearingRequest(
                    HearingStep.RIGHT_NOTIFIED, "理由", List.of(), null, null, null, null, List.of(), null, Map.of());
            case REQUEST_HEARING -> new HearingWish(true, null, null);
            case PRE_REVIEW -> new CaseRequests.PreReview("同意", true);
            case GIVE_OPINION -> new JointRequests.Opinion(BranchOutcome.AGREE, "同意", null);
            case COORDINATE -> new JointRequests.Raise("意见不一", 5);
            case DECIDE -> new CaseRequests.Decide(CaseRequests.Outcome.GRANT, null, null, null, null);
            case SUSPEND -> new CaseRequests.Suspend(SpecialProcedure.HEARING, 5, "理由");
            case RESUME -> new CaseRequests.Resume(null);
            case EXTEND -> new CaseRequests.Extend(5, ExtensionApprover.ORGAN_HEAD, "理由");
            case ISSUE -> new CaseRequests.Issue(null, null);
            case DELIVER -> new CaseRequests.Deliver(CaseRequests.DeliveryMethod.DIRECT, "李明", null);
            case WITHDRAW -> new CaseRequests.Withdraw("不再需要", CaseProof.onPaper("档案室"));
        };
    }

    @Test
    public void whatItWantsToKnowBesidesHasShortNamesAndWordsForPeople() {
        for (GatedCommand command : gate().commands()) {
            for (GateFact fact : gate().facts(command, snapshot(CaseState.ACCEPTED))) {
                assertTrue(command + " takes none", command.takesFacts());
                assertTrue(fact.name(), fact.name().matches("[a-z][a-z0-9-]{0,39}"));
                assertFalse(fact.label().in(LocalizedMessage.CHINESE).isBlank());
                assertFalse(fact.label().in(Locale.ENGLISH).isBlank());
            }
        }
    }

    @Test
    public void itBelongsToAModuleAndIsAskedAboutSomething() {
        assertTrue(gate().module(), gate().module().matches("[a-z][a-z0-9-]{0,39}"));
        assertFalse(gate().commands().isEmpty());
        assertEquals("it does not change its mind", gate().commands(), gate().commands());
    }

    @Test
    public void itAnswersAboutEachOfItsCommandsInWordsForPeople() {
        for (GatedCommand command : gate().commands()) {
            for (CaseState state : CaseState.values()) {
                GateAnswer answer = ask(command, state);
                if (answer instanceof GateAnswer.Refused refusal) {
                    assertFalse(refusal.code().code().isBlank());
                    assertTrue(refusal.event(), refusal.event().matches("[a-z][a-z0-9-]{0,59}"));
                    assertFalse(refusal.message().in(LocalizedMessage.CHINESE).isBlank());
                    assertFalse(refusal.message().in(Locale.ENGLISH).isBlank());
                } else {
                    assertTrue(
                            command + " " + state,
                            answer instanceof GateAnswer.Allowed || answer instanceof GateAnswer.NoObjection);
                }
            }
        }
    }

    @Test
    public void itsAnswerDependsOnTheCaseAloneAndNotOnHowOftenItIsAsked() {
        for (GatedCommand command : gate().commands()) {
            assertEquals(
                    ask(command, CaseState.RECEIVED).getClass(),
                    ask(command, CaseState.RECEIVED).getClass());
        }
    }
}
