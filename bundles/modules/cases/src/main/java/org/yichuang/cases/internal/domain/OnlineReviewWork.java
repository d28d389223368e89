package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yichuang.cases.api.CaseChannel;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.OnlineReviewOutcome;
import org.yichuang.cases.api.OnlineReviewRequest;
import org.yichuang.cases.internal.domain.Progress.StepFact;
import org.yichuang.kernel.api.time.Limit;
import org.yichuang.kernel.api.time.WorkingCalendar;
import org.yichuang.tenancy.api.SettingDefinition;

/**
 * The review of what comes in online, within days that the centre promises (网上预审). It puts off nothing: the
 * application was received when it came in, and the five days of the law run beside it (R1-04).
 */
public final class OnlineReviewWork {
    /** Within how many working days it is made. */
    public static final SettingDefinition DAYS = SettingDefinition.number("policy.cases.online-review.days", 2, 1, 5);

    /** What begins it, and begins it anew. */
    private static final Set<String> BEGINNINGS = Set.of(CaseCommand.SUBMIT.word(), CaseCommand.CORRECT.word());

    private OnlineReviewWork() {}

    /** Begins it where the item asks for it and the applicant has handed in by themselves. */
    static void begin(Act act) {
        boolean isOnline = act.submission.filing().channel() == CaseChannel.ONLINE && !Staff.isStaff(act.now.actor());
        if (isOnline
                && act.progress.acceptance == null
                && act.submission.item().handling().onlinePreReview()) {
            int days = Integer.parseInt(act.now.here().policy(DAYS.key(), DAYS.usual()));
            act.progress.start(ClockKind.ONLINE_REVIEW, act.now.receivedOn(), Limit.working(days));
            act.submission = act.submission.filed(act.submission.filing().reviewed(null));
        }
    }

    /** Whether it is waited for. */
    static boolean isAwaited(CaseFile file) {
        return file.state() == CaseState.RECEIVED
                && file.progress().running(ClockKind.ONLINE_REVIEW).isPresent();
    }

    /** Ends it, where it is waited for, by what was said of the application. */
    static void end(Act act, OnlineReviewOutcome outcome, String words) {
        if (act.progress.running(ClockKind.ONLINE_REVIEW).isPresent()) {
            act.progress.end(ClockKind.ONLINE_REVIEW, act.now);
            OnlineReview made = new OnlineReview(outcome, words, act.now.at());
            act.submission = act.submission.filed(act.submission.filing().reviewed(made));
            act.detail("onlineReview", outcome.name());
        }
    }

    /** Says that the application is ready to be accepted. */
    public static Done pass(CaseFile file, OnlineReviewRequest request, CommandContext now) {
        Act act = Act.begin(file, CaseCommand.PASS_ONLINE_REVIEW, now);
        CaseWork.requireInTime(act);
        boolean isSaid = request.words() != null && !request.words().isBlank();
        end(act, OnlineReviewOutcome.READY, isSaid ? request.words() : null);
        act.text("words", request.words());
        return act.finish();
    }

    /** What the timer has to do: it notes once that the last day has passed. */
    public static Optional<CaseCommand> due(CaseFile file, CommandContext now) {
        return isAwaited(file)
                        && isOverdue(file.progress(), now.today(), now.calendar())
                        && !isNoted(file.progress(), now)
                ? Optional.of(CaseCommand.ONLINE_REVIEW_OVERDUE)
                : Optional.empty();
    }

    /** Notes that the last day has passed without a review. */
    public static Done noteOverdue(CaseFile file, CommandContext now) {
        return Act.begin(file, CaseCommand.ONLINE_REVIEW_OVERDUE, now).finish();
    }

    /** The last day of the last review; empty where there was none. */
    public static Optional<LocalDate> lastDay(Progress progress, WorkingCalendar calendar) {
        return last(progress).flatMap(clock -> clock.lastDay(calendar));
    }

    /** Whether the last review is late, or was. */
    public static boolean isOverdue(Progress progress, LocalDate today, WorkingCalendar calendar) {
        return last(progress).filter(clock -> clock.isMissed(today, calendar)).isPresent();
    }

    private static Optional<Clock> last(Progress progress) {
        return progress.clocks().stream()
                .filter(clock -> clock.kind() == ClockKind.ONLINE_REVIEW)
                .reduce((first, second) -> second);
    }

    private static boolean isNoted(Progress progress, CommandContext now) {
        List<StepFact> steps = progress.steps();
        for (int i = steps.size() - 1;
                i >= 0 && !BEGINNINGS.contains(steps.get(i).command());
                i--) {
            boolean isOfRehearsal = steps.get(i).at().isAfter(now.at());
            if (steps.get(i).is(CaseCommand.ONLINE_REVIEW_OVERDUE) && !isOfRehearsal) {
                return true;
            }
        }
        return false;
    }
}
