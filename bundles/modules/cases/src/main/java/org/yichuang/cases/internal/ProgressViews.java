package org.yichuang.cases.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yichuang.cases.api.AppointmentKind;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView.CorrectionView;
import org.yichuang.cases.api.CaseView.EndingView;
import org.yichuang.cases.api.DeadlineView;
import org.yichuang.cases.api.DecisionView;
import org.yichuang.cases.api.ExaminationKind;
import org.yichuang.cases.api.ProgressView;
import org.yichuang.cases.api.SpecialProcedure;
import org.yichuang.cases.internal.domain.Applicants;
import org.yichuang.cases.internal.domain.BranchQuestions;
import org.yichuang.cases.internal.domain.CaseCommand;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.Progress;
import org.yichuang.cases.internal.domain.Progress.PeerStep;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.identifier.Masking;
import org.yichuang.tenancy.api.Tenant;

/** What the public may see of a case (R9-15): no names of staff, no numbers of persons, no form. */
final class ProgressViews {
    /** What is told beside a step. */
    private static final Set<String> NOTES =
            Set.of("DEEMED", "GRANT", "REFUSE", "NOT_NEEDED", "NOT_COMPETENT", "INCOMPLETE");

    /** What is noted of these is the special procedure. */
    private static final Set<CaseCommand> CLOCKS = EnumSet.of(
            CaseCommand.SUSPEND,
            CaseCommand.RESUME,
            CaseCommand.SUSPEND_BRANCH,
            CaseCommand.BRANCH_SUSPENDED,
            CaseCommand.RESUME_BRANCH);

    /** And of these, what the departments do together. */
    private static final Set<CaseCommand> APPOINTMENTS =
            EnumSet.of(CaseCommand.APPOINT, CaseCommand.RECORD_APPOINTMENT, CaseCommand.CALL_OFF_APPOINTMENT);

    /** What is noted of this is which step of the examination it was. */
    private static final CaseCommand EXAMINATION = CaseCommand.EXAMINE;

    /** What departments do among themselves is theirs to read. */
    private static final Set<CaseCommand> INNER = EnumSet.of(
            CaseCommand.HOLD_MEETING,
            CaseCommand.RAISE,
            CaseCommand.SETTLE,
            CaseCommand.BRANCH_DUE,
            CaseCommand.BRANCH_OVERDUE,
            CaseCommand.REPORT_AGREEMENT,
            CaseCommand.AGREEMENT_DUE,
            CaseCommand.AGREEMENT_OVERDUE,
            CaseCommand.PROMISE_CHECK_DUE,
            CaseCommand.PROMISE_CHECK_OVERDUE,
            CaseCommand.TOLD_BELOW);

    /** What was granted has come to nothing: that is what there is to tell. */
    private static final String GRANT_ENDED = CaseState.GRANT_ENDED.name();

    private ProgressViews() {}

    static ProgressView view(CaseFile file, Tenant here, List<DeadlineView> deadlines, ClockViews clocks) {
        boolean person = Applicants.isPerson(file.submission().applicant());
        LocalizedMessage next = nextAction(file);
        return new ProgressView(
                file.number(),
                file.submission().item().name(),
                Masking.name(person, file.submission().applicant().name()),
                file.state(),
                file.state().label().zh(),
                due(deadlines),
                next.zh(),
                next.en(),
                steps(file, here, false),
                deadlines,
                clocks.open(file),
                BranchViews.told(file),
                file.submission().isJoint()
                        ? file.submission().route().deciding().department()
                        : null,
                decision(file.progress()));
    }

    private static LocalDate due(List<DeadlineView> deadlines) {
        return last(deadlines, "promise").or(() -> last(deadlines, "decision")).orElse(null);
    }

    private static Optional<LocalDate> last(List<DeadlineView> deadlines, String kind) {
        return deadlines.stream()
                .filter(deadline -> deadline.kind().equals(kind) && deadline.date() != null)
                .map(DeadlineView::date)
                .max(Comparator.naturalOrder());
    }

    private static LocalizedMessage nextAction(CaseFile file) {
        List<CorrectionView> asked = asked(file);
        if (!asked.isEmpty()) {
            String items = asked.stream()
                    .flatMap(notice -> notice.items().stream())
                    .map(item -> item.demand().replaceFirst("[。；.;]$", ""))
                    .collect(Collectors.joining("；"));
            return words("next.supply", items);
        }
        if (file.state() == CaseState.ISSUED) {
            return words("next.collect");
        }
        return LocalizedMessage.verbatim("");
    }

    /** What has to be supplied: as the last notice of this centre says, or for a member that one above decides. */
    private static List<CorrectionView> asked(CaseFile file) {
        List<CorrectionView> all = file.progress().corrections();
        return file.state() == CaseState.CORRECTING
                ? all.subList(all.size() - 1, all.size())
                : BranchQuestions.asked(file);
    }

    static List<ProgressView.Step> steps(CaseFile file, Tenant here, boolean inner) {
        List<PeerStep> all = new ArrayList<>();
        file.progress().links().ifPresent(links -> all.addAll(links.lowerSteps()));
        file.progress().steps().forEach(step -> all.add(new PeerStep(here.id().value(), here.name(), step)));
        file.progress().links().ifPresent(links -> all.addAll(links.upperSteps()));
        return all.stream()
                .filter(step -> inner || !isInner(step))
                .sorted(Comparator.comparing(step -> step.step().at()))
                .map(ProgressViews::step)
                .toList();
    }

    private static boolean isInner(PeerStep step) {
        return CaseCommand.parse(step.step().command()).filter(INNER::contains).isPresent();
    }

    private static ProgressView.Step step(PeerStep step) {
        String word = step.step().command();
        Optional<CaseCommand> command = CaseCommand.parse(word);
        LocalizedMessage words = command.map(CaseCommand::label).orElseGet(() -> LocalizedMessage.verbatim(word));
        String note = step.step().note();
        if (note != null && command.filter(CLOCKS::contains).isPresent()) {
            words = words("step.noted", words, label(SpecialProcedure.values(), note, SpecialProcedure::label));
        } else if (note != null && command.filter(EXAMINATION::equals).isPresent()) {
            words = words("step.noted", words, label(ExaminationKind.values(), note, ExaminationKind::label));
        } else if (note != null && command.filter(APPOINTMENTS::contains).isPresent()) {
            words = words("step.noted", words, label(AppointmentKind.values(), note, AppointmentKind::label));
        } else if (note != null && NOTES.contains(note)) {
            words = words(
                    "step.noted",
                    words,
                    words("note." + note.toLowerCase(Locale.ROOT).replace('_', '-')));
        }
        return new ProgressView.Step(step.step().at(), step.centre(), step.centreName(), word, words.zh(), words.en());
    }

    /** A neighbour of another version may know a further one. */
    private static <E extends Enum<E>> LocalizedMessage label(
            E[] known, String note, Function<E, LocalizedMessage> label) {
        return Arrays.stream(known)
                .filter(each -> each.name().equals(note))
                .findFirst()
                .map(label)
                .orElseGet(() -> LocalizedMessage.verbatim(note));
    }

    private static LocalizedMessage words(String key, Object... arguments) {
        return LocalizedMessage.of(ProgressViews.class, key, arguments);
    }

    private static ProgressView.Decision decision(Progress progress) {
        DecisionView decision = progress.decision();
        boolean isEnded = progress.ending() != null && progress.ending().kind().equals(GRANT_ENDED);
        if (decision != null && !isEnded) {
            String document =
                    progress.issued() == null ? null : progress.issued().documentNumber();
            return new ProgressView.Decision(
                    decision.outcome().name(),
                    decision.reasons(),
                    decision.basis(),
                    decision.remedies(),
                    document,
                    decision.at());
        }
        EndingView ending = progress.ending();
        if (ending == null
                || ending.kind().equals("HANDED_BACK")
                || ending.kind().equals("WITHDRAWN")) {
            return null;
        }
        return new ProgressView.Decision(
                ending.kind(), ending.reasons(), ending.basis(), ending.remedies(), null, ending.at());
    }
}
