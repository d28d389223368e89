package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.yichuang.cases.api.CaseState;
import org.yichuang.kernel.api.time.WorkingCalendar;

/**
 * The hearings about a joint case: that of whoever leads, and those about members that centres above decide, of which
 * this one tells the applicant and passes on what is said to it (R1-25 to R1-28). One is under way at a time, so that
 * nobody has to ask which of two a wish is about; the next begins when it is over. For one above the clock of its
 * branch stands, and the limits of the decision.
 */
public final class BranchHearings {
    private BranchHearings() {}

    /** Whether a letter about the hearing of a branch can be taken now, as no other hearing is under way. */
    public static boolean isFree(CaseFile file, String id, CommandContext now) {
        HearingFact present = file.progress().hearing();
        return present == null
                || id.equals(present.branch())
                || file.state() != CaseState.ACCEPTED // where it has no effect
                || isOver(file.progress(), now);
    }

    /**
     * The branch about which a step tells of a hearing; empty where that is about the case as a whole.
     *
     * @param step what the journal says of it
     */
    public static Optional<BranchFacts> branch(CaseFile file, Map<String, String> step) {
        return Optional.ofNullable(step.get("branch"))
                .or(() -> Optional.ofNullable(file.progress().hearing()).map(HearingFact::branch))
                .map(id -> BranchWork.facts(file, id))
                .filter(facts -> facts.road() != null);
    }

    /** What is shown of hearings: the one under way; else that of the case as a whole, if there was any. */
    public static HearingFact shown(Progress progress, LocalDate today, WorkingCalendar calendar, Laws laws) {
        if (progress.hearing == null) {
            return whole(progress).orElse(null);
        }
        boolean isOthers = progress.hearing.branch() != null && isOver(progress, today, calendar, laws);
        return isOthers ? whole(progress).orElse(progress.hearing) : progress.hearing;
    }

    /** For what a branch stands, or has stood; the case as a whole, where none is said. */
    public static List<SuspensionFact> stood(Progress progress, String branch) {
        return branch == null
                ? progress.suspensions()
                : BranchRoads.branch(progress, branch).suspensions();
    }

    /** The same of what the present hearing is about. */
    static List<SuspensionFact> stood(Progress progress) {
        return stood(progress, about(progress));
    }

    private static String about(Progress progress) {
        return progress.hearing == null ? null : progress.hearing.branch();
    }

    /**
     * Whether what the centre above tells of its hearing about a branch is not known: one that was set back may tell
     * again of a right of which they were told, and convene what was held, which wipes out nothing that was said here.
     */
    static boolean isNews(Progress progress, String branch, CaseCommand step) {
        Optional<HearingFact> known = Optional.ofNullable(progress.hearing)
                .filter(hearing -> branch.equals(hearing.branch()))
                .or(() -> before(progress, branch));
        return switch (step) {
            case UPPER_HEARING_RIGHT -> known.isEmpty();
            case UPPER_CONVENED -> known.filter(hearing -> hearing.held() != null)
                    .isEmpty();
            default -> true;
        };
    }

    /** That which has not ended, if any. */
    public static Optional<SuspensionFact> standing(Progress progress) {
        return stood(progress).stream().filter(fact -> fact.to() == null).findFirst();
    }

    /** The hearing about the case as a whole, whichever is under way. */
    public static Optional<HearingFact> whole(Progress progress) {
        boolean isPresent = progress.hearing != null && progress.hearing.branch() == null;
        return isPresent ? Optional.of(progress.hearing) : before(progress, null);
    }

    /** The hearing by which the state table judges: of what is over above nothing can be asked any more. */
    static HearingFact judged(Progress progress, CommandContext now) {
        boolean isOthers = progress.hearing == null || progress.hearing.branch() != null && isOver(progress, now);
        return isOthers ? whole(progress).orElse(null) : progress.hearing;
    }

    /** Puts the hearing of a branch, or the case's own, in the place of another one that is over. */
    static void turnTo(CaseFile file, String branch, CommandContext now) {
        HearingFact present = file.progress().hearing();
        boolean isOther = present == null || !Objects.equals(present.branch(), branch) && isOver(file.progress(), now);
        if (!isOther || present == null && before(file.progress(), branch).isEmpty()) {
            return;
        }
        Progress turned = file.progress().copy();
        turned.hearing = before(turned, branch).orElse(null);
        turned.heard.removeIf(each -> Objects.equals(each.branch(), branch));
        if (present != null) {
            turned.heard.add(present);
        }
        file.note(turned);
    }

    private static Optional<HearingFact> before(Progress progress, String branch) {
        return progress.heard.stream()
                .filter(each -> Objects.equals(each.branch(), branch))
                .findFirst();
    }

    /** Lets the limits stand that wait for a hearing. */
    static void stand(Progress progress, SuspensionFact begun) {
        String branch = about(progress);
        if (branch == null) {
            progress.suspend(begun);
        } else {
            Standing.of(progress).suspend(branch, begun);
        }
    }

    /** Lets them go on after a day. */
    static void goOn(Progress progress, LocalDate day) {
        String branch = about(progress);
        if (branch == null) {
            progress.goOn(day);
        } else {
            Standing.of(progress).goOn(branch, day);
        }
    }

    /** A member that has been decided, or has come back, is heard above no more: nobody is summoned any longer. */
    static void endWith(Act act, String id) {
        HearingFact present = act.progress.hearing;
        if (present == null || !id.equals(present.branch()) || present.held() != null) {
            return;
        }
        act.callOff(present);
        act.progress.hearing = null;
        act.progress.end(ClockKind.HEARING_REQUEST, act.now);
    }

    /** One that has come back, and may go up again, is heard there anew; what was said of it the journal keeps. */
    static void forget(Act act, String id) {
        endWith(act, id);
        HearingFact present = act.progress.hearing;
        if (present != null && id.equals(present.branch())) {
            act.progress.hearing = null;
        }
        act.progress.heard.removeIf(each -> id.equals(each.branch()));
    }

    private static boolean isOver(Progress progress, CommandContext now) {
        return isOver(progress, now.today(), now.calendar(), now.laws());
    }

    /** Held, or asked for by nobody, which the centre above knows. */
    private static boolean isOver(Progress progress, LocalDate today, WorkingCalendar calendar, Laws laws) {
        return switch (HearingWork.state(progress.hearing, today, calendar, laws)) {
            case HELD -> true;
            case NOT_REQUESTED -> progress.running(ClockKind.HEARING_REQUEST).isEmpty();
            default -> false;
        };
    }
}
