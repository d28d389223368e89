package org.yichuang.cases.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseSnapshot;
import org.yichuang.cases.api.CaseView.MissingView;
import org.yichuang.cases.api.CommandGate;
import org.yichuang.cases.api.CompletionGate;
import org.yichuang.cases.api.GateAnswer;
import org.yichuang.cases.api.GatedCommand;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.Progress;
import org.yichuang.cases.internal.domain.Submission;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TextRules;
import org.yichuang.tenancy.api.ModuleRegistry;
import org.yichuang.tenancy.api.Tenants;

/** Asks the gates of other modules, those that are there and work for the centre. */
public class Gates {
    private static final String BETWEEN = "; ";

    private final List<CommandGate> commands;
    private final List<CompletionGate> completions;
    private final Tenants tenants;
    private final ModuleRegistry modules;

    /**
     * @param commands the gates that are there at any time
     * @param completions likewise
     * @param modules what tells whose gates are to be asked
     */
    public Gates(
            List<CommandGate> commands, List<CompletionGate> completions, Tenants tenants, ModuleRegistry modules) {
        this.commands = commands;
        this.completions = completions;
        this.tenants = tenants;
        this.modules = modules;
    }

    /**
     * Asks whether a command may take effect.
     *
     * @return by which authority
     * @throws ProblemException what a gate refuses with; {@link CaseError#ISSUE_INCOMPLETE}
     */
    String require(GatedCommand command, CaseFile file, UnitOfWork unit) {
        CaseSnapshot before = snapshot(file);
        Set<String> authorities = new LinkedHashSet<>();
        for (CommandGate gate : commands) {
            if (isOn(gate.module(), unit) && gate.commands().contains(command)) {
                GateAnswer answer = gate.check(command, before, unit.context(), unit);
                if (answer instanceof GateAnswer.Refused refusal) {
                    throw new ProblemException(refusal.code(), refusal.message());
                }
                if (answer instanceof GateAnswer.Allowed allowed) {
                    authorities.add(allowed.authority());
                }
            }
        }
        if (command == GatedCommand.ISSUE) {
            requireNothingMissing(file, unit);
        }
        return authorities.isEmpty()
                ? CommandGate.ROLE
                : TextRules.first(String.join(BETWEEN, authorities), GateAnswer.Allowed.LONGEST);
    }

    private static CaseSnapshot snapshot(CaseFile file) {
        Submission content = file.submission();
        Progress present = file.progress();
        return new CaseSnapshot(
                file.number(),
                file.state(),
                content.item().code(),
                content.item().name(),
                content.item().version(),
                content.item().type().name(),
                file.department() == null ? "" : file.department(),
                content.route().stages().get(present.stage()).action().name(),
                content.applicant(),
                file.isTransferred(),
                file.receivedAt(),
                present.decision() == null ? null : present.decision().outcome());
    }

    private boolean isOn(String module, UnitOfWork unit) {
        return modules.isOn(module, tenants.get(unit.context().tenant()));
    }

    private void requireNothingMissing(CaseFile file, UnitOfWork unit) {
        List<MissingView> missing = missing(file, unit);
        if (!missing.isEmpty()) {
            MissingView first = missing.get(0);
            throw new ProblemException(
                    CaseError.ISSUE_INCOMPLETE,
                    "尚不能制证：" + first.zh(),
                    "The result cannot be made out yet: " + first.en(),
                    missing.stream()
                            .map(each -> new FieldProblem(each.code(), each.zh(), each.en()))
                            .toList());
        }
    }

    /** What is missing before the result may be made out; nothing once it has been, or when the case has ended. */
    List<MissingView> missing(CaseFile file, UnitOfWork unit) {
        if (!file.awaitsResult() || completions.isEmpty()) {
            return List.of();
        }
        CaseSnapshot now = snapshot(file);
        List<MissingView> missing = new ArrayList<>();
        for (CompletionGate gate : completions) {
            if (isOn(gate.module(), unit)) {
                gate.missing(now, unit)
                        .forEach(each -> missing.add(new MissingView(
                                gate.module(),
                                each.code(),
                                each.message().in(LocalizedMessage.CHINESE),
                                each.message().in(Locale.ENGLISH))));
            }
        }
        return missing;
    }
}
