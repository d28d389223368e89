package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import java.util.List;
import org.yichuang.cases.internal.domain.Submission.StageFacts;
import org.yichuang.catalogue.api.Handling.Registration;
import org.yichuang.catalogue.api.Stage.Action;
import org.yichuang.kernel.api.time.Deadlines;
import org.yichuang.kernel.api.time.Limit;
import org.yichuang.kernel.api.time.WorkingCalendar;

/** Which clocks run over the stages of one centre. */
final class DeadlinePolicy {
    private final Progress progress;
    private final Submission submission;
    private final List<StageFacts> here;
    private final WorkingCalendar calendar;
    private final Laws laws;

    DeadlinePolicy(Progress progress, Submission submission, CommandContext now) {
        this.progress = progress;
        this.submission = submission;
        this.calendar = now.calendar();
        this.laws = now.laws();
        this.here = submission.route().stages().stream()
                .filter(stage -> stage.centre().equals(now.centre()) && stage.action() != Action.ACCEPT)
                .toList();
    }

    /**
     * The clocks that acceptance starts: the limit of the law counts from it whatever stages lie between here, and what
     * was promised from the acceptance where somebody has applied.
     */
    void accepted() {
        LocalDate from = progress.acceptance.clockFrom();
        if (decides()) {
            Limit limit = decision(from);
            if (limit != null) {
                progress.start(ClockKind.DECISION, from, limit);
            }
            if (submission.item().promised() != null) {
                progress.start(
                        ClockKind.PROMISE,
                        FirstAcceptance.of(progress, submission, from),
                        submission.item().promised());
            }
        }
        if (!here.isEmpty() && ExaminationWork.isSurveyAwaited(submission, progress)) {
            progress.start(ClockKind.SURVEY, from, law(from).survey());
        }
        entered(from);
    }

    /** The clock of the stage that begins: its own limit counts from its own beginning. */
    void entered(LocalDate day) {
        StageFacts stage = submission.route().stages().get(progress.stage);
        if (stage.action() == Action.DECIDE) {
            if (here.size() > 1 && stage.limit() != null) {
                progress.start(ClockKind.DECISION, day, stage.limit());
            }
        } else if (stage.limit() != null) {
            progress.start(ClockKind.PRE_REVIEW, day, stage.limit());
        } else if (!decides() && progress.running(ClockKind.PRE_REVIEW).isEmpty()) {
            LocalDate from = progress.acceptance.clockFrom();
            progress.start(ClockKind.PRE_REVIEW, from, law(from).decision());
        }
    }

    /** Ends the clock of a pre-review; one without a limit of its own shares the centre's until the last is done. */
    void reviewed(CommandContext now, boolean lastHere) {
        boolean ownLimit = submission.route().stages().get(progress.stage).limit() != null;
        if (ownLimit || lastHere) {
            progress.end(ClockKind.PRE_REVIEW, now);
        }
    }

    private boolean decides() {
        return here.stream().anyMatch(stage -> stage.action() == Action.DECIDE);
    }

    /** What the only stage here has, unless the law gives less: no centre gives itself more time than that (R1-19). */
    private Limit decision(LocalDate from) {
        Limit own = here.size() == 1 ? here.get(0).limit() : null;
        Limit law = statutory(from);
        if (own == null || law == null) {
            return own == null ? law : own;
        }
        return last(from, own).isAfter(last(from, law)) ? law : own;
    }

    private LocalDate last(LocalDate from, Limit limit) {
        return Deadlines.due(from, limit, List.of(), null, calendar).due().orElseThrow();
    }

    private LawEdition.Licensing law(LocalDate day) {
        return laws.on(day).licensing();
    }

    /** What the law gives the decision; of a registration what its own law gives it (R1-17). */
    private Limit statutory(LocalDate from) {
        Registration registration = submission.item().handling().registration();
        if (registration != null) {
            return registration.limit();
        }
        if (submission.item().statutory() != null) {
            return submission.item().statutory();
        }
        return submission.item().isLicence() ? law(from).decision() : null;
    }
}
