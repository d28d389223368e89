package org.yichuang.cases.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView.CorrectionView;
import org.yichuang.cases.api.CaseView.DecisionView;
import org.yichuang.cases.api.CaseView.EndingView;
import org.yichuang.cases.api.DeadlineView;
import org.yichuang.cases.api.ProgressView;
import org.yichuang.cases.internal.domain.Applicants;
import org.yichuang.cases.internal.domain.CaseCommand;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.Progress;
import org.yichuang.cases.internal.domain.Progress.PeerStep;
import org.yichuang.kernel.api.identifier.Masking;
import org.yichuang.tenancy.api.Tenant;

/** What the public may see of a case (R9-15): no names of staff, no numbers of persons, no form. */
final class ProgressViews {
    private static final Map<String, String[]> NOTES = Map.of(
            "DEEMED", new String[] {"视为受理", "deemed, from the day of receipt"},
            "GRANT", new String[] {"准予", "granted"},
            "REFUSE", new String[] {"不予", "refused"},
            "NOT_NEEDED", new String[] {"依法不需要许可", "no licence is needed"},
            "NOT_COMPETENT", new String[] {"不属于本机关职权", "another organ is competent"},
            "INCOMPLETE", new String[] {"逾期未补正", "not supplied in time"});

    private ProgressViews() {}

    static ProgressView view(CaseFile file, Tenant here, List<DeadlineView> deadlines) {
        boolean person = Applicants.isPerson(file.submission().applicant());
        String[] next = nextAction(file);
        return new ProgressView(
                file.number(),
                file.submission().item().name(),
                Masking.name(person, file.submission().applicant().name()),
                file.state(),
                file.state().chinese(),
                due(deadlines),
                next[0],
                next[1],
                steps(file, here),
                deadlines,
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

    private static String[] nextAction(CaseFile file) {
        if (file.state() == CaseState.CORRECTING) {
            List<CorrectionView> corrections = file.progress().corrections();
            String items = corrections.get(corrections.size() - 1).items().stream()
                    .map(item -> item.demand().replaceFirst("[。；.;]$", ""))
                    .collect(Collectors.joining("；"));
            return new String[] {"请补正：" + items + "。", "Please supply: " + items};
        }
        if (file.state() == CaseState.ISSUED) {
            return new String[] {"请领取办理结果", "Please collect the result"};
        }
        return new String[] {"", ""};
    }

    static List<ProgressView.Step> steps(CaseFile file, Tenant here) {
        List<PeerStep> all = new ArrayList<>();
        file.progress().links().ifPresent(links -> all.addAll(links.lowerSteps()));
        file.progress().steps().forEach(step -> all.add(new PeerStep(here.id().value(), here.name(), step)));
        file.progress().links().ifPresent(links -> all.addAll(links.upperSteps()));
        return all.stream()
                .sorted(Comparator.comparing(step -> step.step().at()))
                .map(ProgressViews::step)
                .toList();
    }

    private static ProgressView.Step step(PeerStep step) {
        String word = step.step().command();
        Optional<CaseCommand> command = CaseCommand.parse(word);
        String[] note =
                step.step().note() == null ? null : NOTES.get(step.step().note());
        String zh = command.map(CaseCommand::zh).orElse(word) + (note == null ? "" : "（" + note[0] + "）");
        String en = command.map(CaseCommand::en).orElse(word) + (note == null ? "" : " (" + note[1] + ")");
        return new ProgressView.Step(step.step().at(), step.centre(), step.centreName(), word, zh, en);
    }

    private static ProgressView.Decision decision(Progress progress) {
        DecisionView decision = progress.decision();
        if (decision != null) {
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
