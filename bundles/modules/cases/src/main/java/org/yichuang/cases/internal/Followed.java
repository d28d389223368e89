package org.yichuang.cases.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.yichuang.cases.internal.domain.AgreementWork;
import org.yichuang.cases.internal.domain.BranchWork;
import org.yichuang.cases.internal.domain.CaseCommand;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.CaseFiles.Place;
import org.yichuang.cases.internal.domain.CommandContext;
import org.yichuang.cases.internal.domain.CorrectionLimit;
import org.yichuang.cases.internal.domain.HearingLetters;
import org.yichuang.cases.internal.domain.OnlineReviewWork;
import org.yichuang.cases.internal.domain.PromiseWork;
import org.yichuang.journal.api.UnitOfWork;

/**
 * What the timer follows in cases by a day.
 *
 * @param near where that day is near or past, in order
 * @param due what is to be done in such a case, if anything
 * @param step how
 */
record Followed(
        Near near,
        BiFunction<CaseFile, CommandContext, Optional<CaseCommand>> due,
        Function<CaseCommand, CaseLedger.Step> step) {
    /** No reminder of ten working days is earlier, whatever holidays lie between. */
    private static final int FURTHEST_REMINDER = 30;

    /** Cases after a place. */
    @FunctionalInterface
    interface Near {
        List<Place> after(UnitOfWork unit, Place place, int most);
    }

    /** What is done in one of them. */
    @FunctionalInterface
    interface CaseStep {
        void on(UnitOfWork unit, CaseFile file);
    }

    /** Notes that what came in online was not reviewed within the days that the centre promises. */
    static Followed onlineReviews(CaseLedger desk) {
        return new Followed(
                (unit, after, most) ->
                        desk.cases(unit).unanswered(unit.context().today(), after, most),
                OnlineReviewWork::due,
                command -> OnlineReviewWork::noteOverdue);
    }

    /** All that comes after what the law accepts. */
    static List<Followed> others(CaseLedger desk) {
        return List.of(
                lapses(desk),
                promises(desk),
                branches(desk),
                agreements(desk),
                hearings(desk),
                hearingsOfMembers(desk));
    }

    /** Ends what was not corrected by the last day that its item sets (R1-06). */
    private static Followed lapses(CaseLedger desk) {
        return new Followed(
                (unit, after, most) ->
                        desk.cases(unit).uncorrected(unit.context().today(), after, most),
                CorrectionLimit::due,
                command -> CorrectionLimit::lapse);
    }

    /**
     * Reminds applicants of what is to follow, and departments of what is to be checked, and notes of what the day has
     * passed (R3-19, R3-20).
     */
    private static Followed promises(CaseLedger desk) {
        return new Followed(
                (unit, after, most) ->
                        desk.cases(unit).promisedBy(unit.context().today().plusDays(FURTHEST_REMINDER), after, most),
                PromiseWork::due,
                command -> (file, now) -> PromiseWork.follow(command, file, now));
    }

    /** Notes which departments of joint cases have their last day near, or have let it pass (R1-22). */
    private static Followed branches(CaseLedger desk) {
        return new Followed(
                (unit, after, most) ->
                        desk.branches(unit).due(BranchWork.furthest(desk.moment(unit.context())), after, most),
                BranchWork::due,
                command -> command == CaseCommand.BRANCH_DUE ? BranchWork::remind : BranchWork::noteOverdue);
    }

    /** Notes what departments of joint cases have agreed and is to be done soon, or has not been done (M-CAS-2). */
    private static Followed agreements(CaseLedger desk) {
        return new Followed(
                (unit, after, most) ->
                        desk.branches(unit).agreed(BranchWork.furthest(desk.moment(unit.context())), after, most),
                AgreementWork::due,
                command -> command == CaseCommand.AGREEMENT_DUE ? AgreementWork::remind : AgreementWork::noteOverdue);
    }

    /** Tells centres above that nobody has asked for their hearing in time (R1-26). */
    private static Followed hearings(CaseLedger desk) {
        return new Followed(
                (unit, after, most) ->
                        desk.cases(unit).overdueAbove(unit.context().today(), after, most),
                HearingLetters::due,
                command -> HearingLetters::close);
    }

    /** The same of the hearings about members of joint cases that centres above decide. */
    private static Followed hearingsOfMembers(CaseLedger desk) {
        return new Followed(
                (unit, after, most) ->
                        desk.branches(unit).withFilesAbove(unit.context().today(), after, most),
                HearingLetters::due,
                command -> HearingLetters::close);
    }
}
