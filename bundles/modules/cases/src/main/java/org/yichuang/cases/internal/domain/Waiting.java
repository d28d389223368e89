package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView.CorrectionView;
import org.yichuang.cases.internal.domain.Progress.StepFact;
import org.yichuang.kernel.api.time.DayUnit;
import org.yichuang.kernel.api.time.Deadlines;
import org.yichuang.kernel.api.time.Limit;
import org.yichuang.tenancy.api.SettingDefinition;

/**
 * Until when what this centre has asked for after an acceptance is waited for: the days of the item, or as many as the
 * law gives for the answer to an application. Then the case may go on as it is, and within days of its own the centre
 * has promised to see to that: what lies after the days of the applicant lies at the window.
 */
public final class Waiting {
    /** Within how many working days after those days somebody lets the case go on. */
    public static final SettingDefinition DAYS = SettingDefinition.number("policy.cases.continuation.days", 5, 1, 20);

    /** More days than any item gives. */
    private static final int MOST_DAYS = 250;

    private Waiting() {}

    /**
     * Begins it with a notice, where it is one after an acceptance. The days of the centre below, which has still to
     * get the question, begin when it has it.
     */
    static void begin(Act act) {
        Progress progress = act.progress;
        if (progress.acceptance == null) {
            return;
        }
        if (act.file.isTransferred()) {
            progress.linked().untaken = progress.linked().nameOf(progress.corrections.size() - 1);
            progress.linked().takenOn = null;
            return;
        }
        reckoned(act.now.today(), act.submission, act.now).ifPresent(last -> {
            waitFor(progress, last, act.now);
            act.detail("awaitedUntil", last.toString());
        });
    }

    /**
     * The centre below has got a question: its days begin.
     *
     * @param question what it is called
     * @return what is noted of it; empty where nobody waits for its answer
     */
    public static Optional<Map<String, String>> taken(CaseFile file, String question, CommandContext now) {
        Progress progress = file.progress().copy();
        boolean isAwaited = question != null
                && isUntaken(progress)
                && question.equals(progress.linked().untaken)
                && file.state() == CaseState.CORRECTING
                && open(progress, now.centre()).isPresent();
        Optional<LocalDate> last = isAwaited ? reckoned(now.today(), file.submission(), now) : Optional.empty();
        last.ifPresent(day -> {
            progress.linked().untaken = null;
            progress.linked().takenOn = now.today();
            waitFor(progress, day, now);
            progress.reckon(now.calendar());
            file.note(progress);
            charge(file, progress, now);
            file.correct(CalendarCorrection.byStep(file, progress, now));
        });
        return last.map(day -> Map.of("awaitedUntil", day.toString()));
    }

    /** Whom the days since the last step are charged to is known only now. */
    private static void charge(CaseFile file, Progress progress, CommandContext now) {
        StepFact last = progress.steps.remove(progress.steps.size() - 1);
        Charge charge = Charge.of(file, now.centre(), now.today(), now.calendar(), now.laws())
                .orElse(null);
        progress.steps.add(new StepFact(last.command(), last.at(), last.note(), last.authority(), last.by(), charge));
    }

    private static void waitFor(Progress progress, LocalDate last, CommandContext now) {
        int place = progress.corrections.size() - 1;
        progress.corrections.set(place, progress.corrections.get(place).awaited(last));
        int days = Integer.parseInt(now.here().policy(DAYS.key(), DAYS.usual()));
        progress.start(ClockKind.CONTINUATION, last, Limit.working(days));
    }

    /** What was waited for has come: nobody has to go on without it any more. */
    static void stop(Act act) {
        act.progress.reckon(act.now.calendar());
        act.progress.stop(ClockKind.CONTINUATION, act.now.today());
    }

    /**
     * Until which day what this centre has asked for is waited for; empty where the centre below has still to get it.
     * The day that was told stays the applicant's: another calendar makes it later, and never earlier.
     */
    public static Optional<LocalDate> last(Progress progress, Submission submission, CommandContext now) {
        Optional<CorrectionView> notice = open(progress, now.centre());
        if (notice.isEmpty() || progress.acceptance == null || isUntaken(progress)) {
            return Optional.empty();
        }
        LocalDate told = notice.get().awaitedUntil();
        LocalDate from = progress.links()
                .flatMap(links -> Optional.ofNullable(links.takenOn))
                .orElseGet(() -> CommandContext.day(notice.get().notifiedAt()));
        return reckoned(from, submission, now).map(due -> told != null && told.isAfter(due) ? told : due);
    }

    /** Whether those days have passed. */
    static boolean isOver(CaseFile file, CommandContext now) {
        return file.state() == CaseState.CORRECTING
                && last(file.progress(), file.submission(), now)
                        .filter(now.today()::isAfter)
                        .isPresent();
    }

    /** Until which day whoever was asked is waited for, as it was told; null where nobody is. */
    static LocalDate told(Progress progress, String here) {
        return open(progress, here).map(CorrectionView::awaitedUntil).orElse(null);
    }

    /** Says in a question how long it waits: in days, and for centres of before until when from now on. */
    static void tell(Act act, LinkedCaseMessage letter) {
        if (act.progress.acceptance != null) {
            Limit limit = limit(act.now.today(), act.submission, act.now);
            letter.awaitedDays = limit.unit() == DayUnit.WORKING ? limit.amount() : null;
            letter.awaitedUntil =
                    reckoned(act.now.today(), act.submission, act.now).orElse(null);
        }
    }

    /** Until when a question waits that has come; null where that is not said, or is no day that is to come soon. */
    static LocalDate until(LinkedCaseMessage letter, CommandContext now) {
        Integer days = letter.awaitedDays;
        if (days != null && days > 0 && days <= MOST_DAYS) {
            return due(now.today(), Limit.working(days), now).orElse(null);
        }
        LocalDate said = letter.awaitedUntil;
        boolean isToCome = said != null
                && !said.isBefore(now.today())
                && said.isBefore(now.today().plusYears(1));
        return isToCome ? said : null;
    }

    private static Optional<LocalDate> reckoned(LocalDate from, Submission submission, CommandContext now) {
        return due(from, limit(from, submission, now), now);
    }

    private static Limit limit(LocalDate from, Submission submission, CommandContext now) {
        Integer days = submission.item().handling().correctionDays();
        return days == null ? now.laws().on(from).licensing().notice() : Limit.working(days);
    }

    private static Optional<LocalDate> due(LocalDate from, Limit limit, CommandContext now) {
        return Deadlines.due(from, limit, List.of(), null, now.calendar()).due();
    }

    private static Optional<CorrectionView> open(Progress progress, String here) {
        int last = progress.corrections.size() - 1;
        return last < 0
                ? Optional.empty()
                : Optional.of(progress.corrections.get(last))
                        .filter(notice -> notice.centre().equals(here) && notice.answeredAt() == null);
    }

    /** Whether the centre below has still to get the last question. */
    private static boolean isUntaken(Progress progress) {
        int last = progress.corrections.size() - 1;
        return progress.links()
                .filter(links -> links.untaken != null && links.untaken.equals(links.nameOf(last)))
                .isPresent();
    }
}
