package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import java.util.List;
import org.yichuang.cases.internal.domain.Submission.StageFacts;
import org.yichuang.catalogue.api.Handling.Registration;
import org.yichuang.catalogue.api.Stage.Action;
import org.yichuang.kernel.api.time.Deadlines;
import org.yichuang.kernel.api.time.Limit;

/** Which clocks run over the stages of one centre. */
final class DeadlinePolicy {
    private final Progress progress;
    private final Submission submission;
    private final List<StageFacts> here;
    private final CommandContext now;

    DeadlinePolicy(Progress progress, Submission submission, CommandContext now) {
        this.progress = progress;
        this.submission = submission;
        this.now = now;
        this.here = submission.route().stages().stream()
                .filter(stage -> stage.centre().equals(now.centre()) && stage.action() != Action.ACCEPT)
                .toList();
    }

    /**
     * The clocks that acceptance starts: the limit of the law counts from it whatever stages lie between here, and what
     * was promised from the acceptance where somebody has applied.
     *
     * @param lowerNumber under which number a centre below has the case; null where there is none
     */
    void accepted(String lowerNumber) {
        LocalDate from = progress.acceptance.clockFrom();
        if (decides()) {
            Limit limit = statutory(from);
            if (limit != null) {
                progress.start(ClockKind.DECISION, from, limit);
            }
            if (submission.item().promised() != null) {
                progress.start(
                        ClockKind.PROMISE,
                        FirstAcceptance.of(progress, submission, from),
                        submission.item().promised());
                progress.links().ifPresent(links -> links.promisedHere(lowerNumber, now));
            }
        }
        if (!here.isEmpty() && ExaminationWork.isSurveyAwaited(submission, progress)) {
            progress.start(ClockKind.SURVEY, from, law(from).survey());
        }
        entered(from);
    }

    /**
     * What was promised to whoever has applied here and is decided elsewhere: it runs here, and is told to both, until
     * the centre that decides has accepted and keeps it.
     */
    void promisedAbove() {
        boolean runs = progress.running(ClockKind.PROMISE).isPresent();
        if (!decides()
                && !runs
                && progress.acceptance != null
                && submission.item().promised() != null) {
            Standing.of(progress)
                    .startAnew(
                            ClockKind.PROMISE,
                            progress.acceptance.clockFrom(),
                            submission.item().promised());
        }
    }

    /** The clock of the stage that begins: its own limit counts from its own beginning, beside that of the law. */
    void entered(LocalDate day) {
        StageFacts stage = submission.route().stages().get(progress.stage);
        boolean isReviewTimed = submission.item().isLicence() || stage.limit() == null;
        boolean isReviewed = !decides() && stage.action() != Action.DECIDE;
        if (isReviewed
                && isReviewTimed
                && progress.running(ClockKind.PRE_REVIEW).isEmpty()) {
            LocalDate from = progress.acceptance.clockFrom();
            progress.start(ClockKind.PRE_REVIEW, from, law(from).decision());
        }
        if (isShorter(day, stage.limit())) {
            progress.start(ClockKind.STAGE, day, stage.limit());
        }
    }

    /** Starts again what a stage of this centre has, as its file has come back to it. */
    void again(LocalDate day) {
        progress.startAgain(ClockKind.PRE_REVIEW, day);
        StageFacts stage = submission.route().stages().get(progress.stage);
        if (isShorter(day, stage.limit())) {
            progress.start(ClockKind.STAGE, day, stage.limit());
        }
    }

    /**
     * Ends the clock of a pre-review: the law's with the last one here. Older versions let a limit of its own run in
     * its place.
     */
    void reviewed(boolean lastHere) {
        boolean isOfBefore = submission.route().stages().get(progress.stage).limit() != null
                && progress.running(ClockKind.STAGE).isEmpty();
        progress.end(ClockKind.STAGE, now);
        if (isOfBefore || lastHere) {
            progress.end(ClockKind.PRE_REVIEW, now);
        }
    }

    private boolean decides() {
        return here.stream().anyMatch(stage -> stage.action() == Action.DECIDE);
    }

    /** Whether a stage has a limit that is not longer than the law's: no centre gives itself more time (R1-19). */
    private boolean isShorter(LocalDate from, Limit own) {
        Limit law = statutory(from);
        return own != null && (law == null || !last(from, own).isAfter(last(from, law)));
    }

    private LocalDate last(LocalDate from, Limit limit) {
        return Deadlines.due(from, limit, List.of(), null, now.calendar()).due().orElseThrow();
    }

    private LawEdition.Licensing law(LocalDate day) {
        return now.laws().on(day).licensing();
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
