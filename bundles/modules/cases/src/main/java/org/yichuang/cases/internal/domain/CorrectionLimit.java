package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import java.util.Optional;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView.EndingView;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.time.Deadline;
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
