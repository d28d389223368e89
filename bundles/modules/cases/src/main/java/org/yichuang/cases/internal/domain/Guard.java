package org.yichuang.cases.internal.domain;

import java.util.Locale;
import java.util.function.Predicate;
import org.yichuang.cases.api.HearingState;
import org.yichuang.catalogue.api.Stage.Action;
import org.yichuang.kernel.api.LocalizedMessage;

/** A condition of the state table. */
enum Guard {
    LICENCE(GuardInput::licence),
    NO_LICENCE(facts -> !facts.licence()),
    NO_ANSWER_PROMISED(facts -> !facts.answerPromised()),
    OWN(facts -> !facts.transferred()),
    TRANSFERRED(GuardInput::transferred),
    NEVER_ACCEPTED(facts -> !facts.accepted()),
    ALREADY_ACCEPTED(GuardInput::accepted),
    FIRST_ACCEPTANCE(facts -> !facts.transferred() && !facts.accepted()),
    NEXT_HERE(GuardInput::nextHere),
    NEXT_ABOVE(facts -> !facts.nextHere()),
    AT_PRE_REVIEW(facts -> facts.action() == Action.PRE_REVIEW),
    AT_DECISION(facts -> facts.action() == Action.DECIDE),
    HANDED_BACK(GuardInput::handedBack),
    OWN_STAGE(GuardInput::ownStage),
    NO_OWN_STAGE(facts -> !facts.ownStage()),
    STAGE_HERE(facts -> facts.ownStage() || facts.decidesHere()),
    NO_STAGE_HERE(facts -> !facts.ownStage() && !facts.decidesHere()),
    CLOCK_RUNS(GuardInput::clockRuns),
    SUSPENDED(GuardInput::suspended),
    NOT_SUSPENDED(facts -> !facts.suspended()),
    NOT_EXTENDED(facts -> !facts.extended()),
    NOT_SPECIAL(facts -> !facts.special()),
    DECIDES_HERE(GuardInput::decidesHere),
    NO_HEARING(facts -> facts.hearing() == null),
    HEARING_OFFERED(facts -> !facts.heardAbove() && facts.isOffered()),
    HEARING_CONVENED(facts -> !facts.heardAbove() && facts.hearing() == HearingState.CONVENED),
    HEARING_WAITS(facts -> !facts.heardAbove() && facts.isToBeHeld()),
    NO_HEARING_WAITS(facts -> facts.heardAbove() || !facts.isToBeHeld()),
    HEARING_HELD(facts -> facts.hearing() == HearingState.HELD),
    HEARING_NOT_HELD(facts -> facts.hearing() != HearingState.HELD),
    HEARD_HERE(facts -> !facts.heardAbove()),
    OFFERED_ABOVE(facts -> facts.heardAbove() && facts.isOffered()),
    CONVENED_ABOVE(facts -> facts.heardAbove() && facts.hearing() == HearingState.CONVENED),
    WAITS_ABOVE(facts -> facts.heardAbove() && facts.isToBeHeld()),
    ABOVE_STANDS(GuardInput::aboveStands),
    ABOVE_RUNS(facts -> !facts.aboveStands()),
    NOT_FOR_HEARING(facts -> !facts.forHearing()),
    ONLINE_REVIEW(GuardInput::onlineReview),
    CORRECTION_TIMED(GuardInput::correctionTimed),
    ANSWER_OVERDUE(GuardInput::answerOverdue),
    NOTICE_OPEN(GuardInput::noticeOpen),
    DEFERRED(GuardInput::deferred),
    DECLARED(GuardInput::declared),
    JOINT(GuardInput::joint),
    BRANCHES_IN(GuardInput::branchesIn),
    QUESTION_IN_BRANCH(GuardInput::branchAsked),
    BRANCH_STANDS(GuardInput::branchStands),
    NO_BRANCH_STANDS(facts -> !facts.branchStands()),
    APPOINTED(GuardInput::appointed),
    RAISED(GuardInput::raised),
    NOT_RAISED(facts -> !facts.raised()),
    QUESTION_BELOW(GuardInput::askedBelow),
    NO_QUESTION_BELOW(facts -> !facts.askedBelow()),
    TIMED_RENEWAL(GuardInput::renewal),
    ISSUES_HERE(GuardInput::issuesHere),
    GRANT(facts -> Boolean.TRUE.equals(facts.granted())),
    REFUSE(facts -> Boolean.FALSE.equals(facts.granted())),
    ISSUED_ABOVE(GuardInput::issued),
    NOT_ISSUED_ABOVE(facts -> !facts.issued());

    private final Predicate<GuardInput> holds;

    Guard(Predicate<GuardInput> holds) {
        this.holds = holds;
    }

    boolean holds(GuardInput facts) {
        return holds.test(facts);
    }

    /** Why it does not hold. */
    LocalizedMessage reason() {
        return LocalizedMessage.of(Guard.class, "guard." + word());
    }

    /** The word in the table. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
