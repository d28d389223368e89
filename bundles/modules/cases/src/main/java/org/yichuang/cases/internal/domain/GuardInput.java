package org.yichuang.cases.internal.domain;

import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.HearingState;
import org.yichuang.catalogue.api.Stage.Action;

/**
 * What the guards of the state table look at.
 *
 * @param licence the item is a licence: what the law deems accepted is only such (art. 32)
 * @param transferred the case came from a centre below
 * @param accepted it has been accepted here
 * @param nextHere the stage that follows is this centre's
 * @param action what the present stage asks for
 * @param handedBack the centre above has handed it back, or this one had before it was set back
 * @param ownStage this centre has a pre-review of its own
 * @param issuesHere this centre makes out the result
 * @param granted what is decided: true, false, or null when the command decides nothing
 * @param issued the result has been made out above
 * @param clockRuns the limit of the decision runs here: this centre decides
 * @param suspended the limits stand for a special procedure
 * @param extended the limit of the decision has been extended
 * @param decidesHere this centre decides
 * @param hearing how far a hearing has come here, whatever the day; null where there is none
 * @param heardAbove it is about the member of a joint case that a centre above decides
 * @param aboveStands the clock of that member stands
 * @param forHearing the limits stand for a hearing that has still to be held
 * @param deferred something that was promised to follow, or that the law has accepted without, is not there yet
 * @param declared a declaration stands for a material that nobody has checked yet
 * @param joint it is a joint case
 * @param branchesIn all departments that it needs have said what they think; so of any other case
 * @param branchAsked a centre above that decides a branch of it asks for something that has not come
 * @param branchStands a special procedure of one department of a joint case has not ended
 * @param appointed the departments of a joint case are going to meet on one day
 * @param renewal it asks for a renewal that counts as granted when nobody decides in time
 * @param onlineReview it came in online and waits to be reviewed
 * @param correctionTimed what is missing has a last day
 * @param answerOverdue what was asked for here has not come within the days in which it is waited for
 * @param noticeOpen what was asked for has not come, and the case has gone on without it
 * @param askedBelow what the centre above asks has been asked at the centre below, and not answered yet
 * @param raised it has been raised to the government, which has not settled it yet
 * @param special it is handled specially already
 * @param answerPromised a clear answer to it is promised, and not given yet
 */
record GuardInput(
        boolean licence,
        boolean transferred,
        boolean accepted,
        boolean nextHere,
        Action action,
        boolean handedBack,
        boolean ownStage,
        boolean issuesHere,
        Boolean granted,
        boolean issued,
        boolean clockRuns,
        boolean suspended,
        boolean extended,
        boolean decidesHere,
        HearingState hearing,
        boolean heardAbove,
        boolean aboveStands,
        boolean forHearing,
        boolean deferred,
        boolean declared,
        boolean joint,
        boolean branchesIn,
        boolean branchAsked,
        boolean branchStands,
        boolean appointed,
        boolean renewal,
        boolean onlineReview,
        boolean correctionTimed,
        boolean answerOverdue,
        boolean noticeOpen,
        boolean askedBelow,
        boolean raised,
        boolean special,
        boolean answerPromised) {
    /** What the guards see of a case at a centre. */
    static GuardInput of(CaseFile file, CommandContext now, Boolean granted, boolean issued) {
        Progress present = file.progress();
        String here = now.centre();
        HearingFact hearing = BranchHearings.judged(present, now);
        boolean isAbove = hearing != null && hearing.branch() != null;
        return new GuardInput(
                file.submission().item().isLicence(),
                file.isTransferred(),
                present.acceptance != null,
                file.submission().route().isAt(here, file.following()),
                file.submission().route().stages().get(present.stage).action(),
                present.links().filter(links -> links.handedBack).isPresent() || Remembered.isReturned(file),
                file.submission().route().isAt(here, Action.PRE_REVIEW),
                file.submission().route().issuer().equals(here),
                granted,
                issued,
                present.isDecisionTimed() && file.submission().route().isDecidedAt(here),
                present.suspension().isPresent(),
                present.extension != null,
                file.submission().route().isDecidedAt(here),
                hearing == null ? null : hearing.state(),
                isAbove,
                isAbove && BranchHearings.standing(present).isPresent(),
                HearingWork.isStanding(present),
                PromiseWork.isAwaited(file),
                file.submission().promises().stream().anyMatch(PromiseFact::isUnchecked),
                file.submission().isJoint(),
                !BranchWork.isAwaited(file),
                BranchRoads.asked(present) >= 0,
                !Standing.ofBranches(present).isEmpty(),
                present.appointments.stream().anyMatch(AppointmentFact::isOpen),
                file.submission().isTimedRenewal(),
                OnlineReviewWork.isAwaited(file),
                present.running(ClockKind.CORRECTION).isPresent(),
                Waiting.isOver(file, now),
                file.state() == CaseState.FORWARDED && Questions.open(present) >= 0,
                present.links().filter(links -> links.askedBelow).isPresent(),
                present.raised.stream().anyMatch(RaisedFact::isOpen),
                present.special != null,
                present.running(ClockKind.CLEAR_ANSWER).isPresent());
    }

    /** Whether somebody may still say something to a hearing. */
    boolean isOffered() {
        return hearing != null && hearing != HearingState.HELD;
    }

    /** Whether a hearing is asked for or convened. */
    boolean isToBeHeld() {
        return hearing == HearingState.REQUESTED || hearing == HearingState.CONVENED;
    }
}
