package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView.CorrectionView;
import org.yichuang.cases.api.CaseView.EndingView;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.time.Deadline;
import org.yichuang.kernel.api.time.Deadlines;
import org.yichuang.kernel.api.time.Limit;

/**
 * The last day that an item sets for what is missing, and the end of an application that is not corrected by then
 * (R1-06, R3-13). The law sets none: where the item is silent, an application waits.
 */
public final class CorrectionLimit {
    /** Why it has ended, as other modules and the journal call it. */
    static final String LAPSED = "LAPSED";

    private CorrectionLimit() {}

    /**
     * Begins the days with the notice, where the item sets some and nothing has been accepted yet. What had been
     * accepted and was handed back ends by none: as it is, it goes up again to whoever may refuse it.
     */
    static void begin(Act act) {
        Integer days = act.submission.item().handling().correctionDays();
        if (days != null && !act.file.isTransferred() && act.progress.acceptance == null) {
            act.progress.start(ClockKind.CORRECTION, act.now.today(), Limit.working(days));
        }
    }

    /** Keeps with the notice the day that it tells, where it is one after an acceptance. */
    static void await(Act act) {
        awaitedUntil(act.progress, act.submission, act.now).ifPresent(last -> {
            act.progress.corrections.replaceAll(
                    notice -> isOpenHere(notice, act.now) && notice.notifiedAt().equals(act.now.at())
                            ? notice.awaited(last)
                            : notice);
            act.detail("awaitedUntil", last.toString());
        });
    }

    /**
     * Until which day what this centre has asked for after an acceptance is waited for: the days of the item, or as
     * many as the law gives for the answer to an application. Then the case may go on as it is. The day that was told
     * stays the applicant's: another calendar makes it later, and never earlier.
     */
    public static Optional<LocalDate> awaitedUntil(Progress progress, Submission submission, CommandContext now) {
        int open = progress.corrections.size() - 1;
        if (progress.acceptance == null || open < 0 || !isOpenHere(progress.corrections.get(open), now)) {
            return Optional.empty();
        }
        Integer days = submission.item().handling().correctionDays();
        CorrectionView notice = progress.corrections.get(open);
        LocalDate asked = CommandContext.day(notice.notifiedAt());
        Limit limit = days == null ? now.laws().on(asked).licensing().notice() : Limit.working(days);
        LocalDate told = notice.awaitedUntil();
        return Deadlines.due(asked, limit, List.of(), null, now.calendar())
                .due()
                .map(due -> told != null && told.isAfter(due) ? told : due);
    }

    private static boolean isOpenHere(CorrectionView notice, CommandContext now) {
        return notice.centre().equals(now.centre()) && notice.answeredAt() == null;
    }

    /** Whether those days have passed. */
    static boolean isAnswerOverdue(CaseFile file, CommandContext now) {
        return file.state() == CaseState.CORRECTING
                && awaitedUntil(file.progress(), file.submission(), now)
                        .filter(now.today()::isAfter)
                        .isPresent();
    }

    /** A day that the applicant has in writing stays theirs: another calendar makes it later, and never earlier. */
    static Deadline asTold(Deadline reckoned, LocalDate told) {
        return told == null || reckoned.due().filter(told::isAfter).isEmpty()
                ? reckoned
                : new Deadline(
                        Optional.of(told),
                        reckoned.provisional(),
                        reckoned.start(),
                        reckoned.limit(),
                        reckoned.skipped(),
                        reckoned.suspensions(),
                        LocalizedMessage.of(CorrectionLimit.class, "correction.as-told", reckoned.sentence(), told));
    }

    /** What the timer has to do: it ends what was not corrected by its last day. */
    public static Optional<CaseCommand> due(CaseFile file, CommandContext now) {
        boolean isOver = file.state() == CaseState.CORRECTING
                && lastDay(file.progress(), now).filter(now.today()::isAfter).isPresent();
        return isOver ? Optional.of(CaseCommand.LAPSE) : Optional.empty();
    }

    private static Optional<LocalDate> lastDay(Progress progress, CommandContext now) {
        return progress.running(ClockKind.CORRECTION)
                .flatMap(clock -> clock.deadline(now.calendar()).due());
    }

    /** Ends it. What comes on the day after but before that is taken: the law drives nobody. */
    public static Done lapse(CaseFile file, CommandContext now) {
        Act act = Act.begin(file, CaseCommand.LAPSE, now);
        String last = lastDay(act.progress, now).map(LocalDate::toString).orElse("");
        act.progress.ending = new EndingView(
                LAPSED,
                now.centre(),
                words("lapse.reasons", last),
                words("lapse.basis"),
                words("lapse.remedies"),
                null,
                now.at());
        act.stopClocks();
        act.detail("outcome", LAPSED);
        act.detail("correctionDue", last);
        return act.finish();
    }

    private static String words(String key, Object... arguments) {
        return LocalizedMessage.of(CorrectionLimit.class, key, arguments).zh();
    }
}
