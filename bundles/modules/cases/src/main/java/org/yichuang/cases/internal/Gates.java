package org.yichuang.cases.internal;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseSnapshot;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView.MissingView;
import org.yichuang.cases.api.CommandGate;
import org.yichuang.cases.api.CompletionGate;
import org.yichuang.cases.api.GateAnswer;
import org.yichuang.cases.api.GateFact;
import org.yichuang.cases.api.GateQuestion;
import org.yichuang.cases.api.GatedCommand;
import org.yichuang.cases.internal.domain.CaseCommand;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.CommandContext;
import org.yichuang.cases.internal.domain.Progress;
import org.yichuang.cases.internal.domain.RenewalWork;
import org.yichuang.cases.internal.domain.Submission;
import org.yichuang.cases.internal.domain.Vouched;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.ForeignCode;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.tenancy.api.ModuleRegistry;
import org.yichuang.tenancy.api.Tenants;

/** Asks the gates of other modules, those that are there and work for the centre. */
public class Gates {
    /** The code of what cannot be told at present. */
    private static final String NOT_KNOWN = "not-known";

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(2);

    private final Transactions transactions;

    private final List<CommandGate> commands;
    private final List<CompletionGate> completions;
    private final Tenants tenants;
    private final ModuleRegistry modules;
    private final GatePauses pauses;
    private final KnownGates known = new KnownGates();

    /**
     * @param commands the gates that are there at any time
     * @param completions likewise
     * @param modules what tells whose gates are to be asked
     */
    public Gates(
            Transactions transactions,
            List<CommandGate> commands,
            List<CompletionGate> completions,
            Tenants tenants,
            ModuleRegistry modules) {
        this(transactions, commands, completions, tenants, modules, System::nanoTime);
    }

    /** @param nanos as {@link System#nanoTime()} */
    Gates(
            Transactions transactions,
            List<CommandGate> commands,
            List<CompletionGate> completions,
            Tenants tenants,
            ModuleRegistry modules,
            LongSupplier nanos) {
        this.pauses = new GatePauses(nanos);
        this.transactions = transactions;
        this.commands = commands;
        this.completions = completions;
        this.tenants = tenants;
        this.modules = modules;
    }

    /**
     * Asks whether a command may take effect.
     *
     * @return by which authority
     * @throws ProblemException {@link GateRefusal}, {@link CaseError#GATE_AWAY}, {@link CaseError#ISSUE_INCOMPLETE},
     *     {@code fields-invalid} for facts that no gate wants to know
     */
    Vouched require(Asked what, CaseFile file, UnitOfWork unit) {
        CaseCommand command = what.command();
        CaseRequests.Request request = what.request();
        GatedCommand gated = command.gated();
        List<CommandGate> asked = asked(gated, unit.context());
        known.require(gated, there(unit.context()), module -> isOn(module, unit.context()), unit);
        CaseSnapshot before = snapshot(file, receivedOn(file, unit.context()));
        GateFacts.require(request, wanted(asked, gated, before));
        GateQuestion question =
                new GateQuestion(gated, before, request, unit.context(), branch(file, what.branch()), what.barred());
        List<GateAnswer.Allowed> vouching = new ArrayList<>();
        boolean isExamined = false;
        GateAnswer.OfLicence licence = null;
        for (CommandGate gate : asked) {
            GateAnswer answer = gate.check(question, unit);
            if (answer instanceof GateAnswer.Refused refusal) {
                throw new GateRefusal(refusal, CaseEvents.refused(question.before(), command, gate.module(), refusal));
            }
            if (answer instanceof GateAnswer.Allowed allowed) {
                vouching.add(allowed);
            }
            if (answer instanceof GateAnswer.Examined examined) {
                vouching.add(new GateAnswer.Allowed(examined.authority(), "", "", ""));
                isExamined = true;
            }
            if (answer instanceof GateAnswer.OfLicence told) {
                licence = told;
            }
        }
        if (gated == GatedCommand.ISSUE) {
            requireNothingMissing(file, unit);
        }
        Vouched vouched = vouched(vouching, request.facts(), licence, unit.context());
        return isExamined ? vouched.examined() : vouched;
    }

    /**
     * What somebody asks for.
     *
     * @param request what the command carries
     * @param branch in which branch of a joint case; null for the case as a whole
     * @param barred whom its steps keep from it
     */
    record Asked(CaseCommand command, CaseRequests.Request request, String branch, Set<String> barred) {}

    private static GateQuestion.Branch branch(CaseFile file, String id) {
        return file.submission().route().branches().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .map(each -> new GateQuestion.Branch(
                        id, each.department(), CaseRecords.item(each).orElse(null)))
                .orElse(null);
    }

    /** In which commands the gates that are there and on have a say, by module. */
    private Map<String, Set<GatedCommand>> there(CallContext context) {
        Map<String, Set<GatedCommand>> there = new TreeMap<>();
        commands.stream()
                .filter(gate -> !gate.commands().isEmpty() && isOn(gate.module(), context))
                .forEach(gate ->
                        there.computeIfAbsent(gate.module(), Gates::none).addAll(gate.commands()));
        completions.stream().filter(gate -> isOn(gate.module(), context)).forEach(gate -> there.computeIfAbsent(
                        gate.module(), Gates::none)
                .add(GatedCommand.ISSUE));
        return there;
    }

    private static Set<GatedCommand> none(String module) {
        return EnumSet.noneOf(GatedCommand.class);
    }

    /** What the gates of a centre want to know of a case from whoever gives a command. */
    List<GateFact> facts(GatedCommand command, CaseFile file, CallContext context) {
        return wanted(asked(command, context), command, snapshot(file, receivedOn(file, context)));
    }

    private static List<GateFact> wanted(List<CommandGate> asked, GatedCommand command, CaseSnapshot before) {
        return command.takesFacts()
                ? asked.stream()
                        .flatMap(gate -> gate.facts(command, before).stream())
                        .toList()
                : List.of();
    }

    private List<CommandGate> asked(GatedCommand command, CallContext context) {
        return commands.stream()
                .filter(gate -> isOn(gate.module(), context) && gate.commands().contains(command))
                .toList();
    }

    /** The role where no gate has vouched, and what is on and not there to be asked. */
    private Vouched vouched(
            List<GateAnswer.Allowed> vouching,
            Map<String, String> facts,
            GateAnswer.OfLicence licence,
            CallContext context) {
        Set<String> authorities = new LinkedHashSet<>();
        vouching.forEach(allowed -> authorities.add(allowed.authority()));
        if (authorities.isEmpty()) {
            authorities.add(CommandGate.ROLE);
        }
        tenants.get(context.tenant()).modules().stream()
                .sorted()
                .filter(word -> modules.find(word).isEmpty())
                .forEach(word -> authorities.add(CommandGate.AWAY + word));
        return new Vouched(
                List.copyOf(authorities),
                first(vouching, GateAnswer.Allowed::window),
                first(vouching, GateAnswer.Allowed::rank),
                first(vouching, GateAnswer.Allowed::letter),
                facts,
                licence,
                false);
    }

    private static String first(List<GateAnswer.Allowed> vouching, Function<GateAnswer.Allowed, String> said) {
        return vouching.stream()
                .map(said)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Of what is being handed in, and of a file from before, the day of the step that takes it in. */
    private LocalDate receivedOn(CaseFile file, CallContext context) {
        return RenewalWork.receivedOn(file.progress()).orElseGet(() -> new CommandContext(
                        context.at(),
                        context.actor(),
                        tenants.lineage(context.tenant()),
                        tenants.calendar(context.tenant()))
                .receivedOn());
    }

    private static CaseSnapshot snapshot(CaseFile file, LocalDate receivedOn) {
        Submission content = file.submission();
        Progress present = file.progress();
        return new CaseSnapshot(
                file.number(),
                file.state(),
                content.item().owner(),
                content.item().code(),
                content.item().name(),
                content.item().version(),
                content.item().type().name(),
                file.department() == null ? content.route().stages().get(0).department() : file.department(),
                content.route().stages().get(present.stage()).action().name(),
                content.applicant(),
                file.channel().orElse(null),
                content.filing().representative(),
                content.form(),
                CaseRecords.materials(content),
                file.isTransferred(),
                file.receivedAt(),
                present.decision() == null ? null : present.decision().outcome(),
                content.licence(),
                receivedOn,
                content.route().deciding().centre(),
                CaseRecords.items(content));
    }

    private boolean isOn(String module, CallContext context) {
        return modules.isOn(module, tenants.get(context.tenant()));
    }

    private void requireNothingMissing(CaseFile file, UnitOfWork unit) {
        List<Lack> missing = missing(file, unit);
        if (!missing.isEmpty()) {
            Lack first = missing.get(0);
            throw new ProblemException(
                    CaseError.ISSUE_INCOMPLETE,
                    LocalizedMessage.of(Gates.class, "issue.incomplete", first.message()),
                    missing.stream()
                            .map(each -> new FieldProblem(each.code(), each.message()))
                            .toList());
        }
    }

    /**
     * What is missing before the result may be made out; nothing once it has been, or when the case has ended. Each
     * gate is asked in a transaction of its own, so that one that fails takes nothing with it but its own answer
     * ({@link GatePauses}).
     */
    List<MissingView> missing(CaseFile file, CallContext context) {
        return missing(
                        file,
                        context,
                        gate -> pauses.isPaused(gate.module(), context)
                                ? List.of(notKnown(gate))
                                : asked(
                                        gate,
                                        file,
                                        () -> transactions.read(
                                                context,
                                                unit -> gate.missing(snapshot(file, receivedOn(file, context)), unit)),
                                        context))
                .stream()
                .map(Lack::view)
                .toList();
    }

    /** The same inside of the transaction that is to make the result out. */
    private List<Lack> missing(CaseFile file, UnitOfWork unit) {
        CallContext context = unit.context();
        return missing(
                file,
                context,
                gate -> asked(
                        gate, file, () -> gate.missing(snapshot(file, receivedOn(file, context)), unit), context));
    }

    private List<Lack> missing(CaseFile file, CallContext context, Function<CompletionGate, List<Lack>> ask) {
        if (!awaitsResult(file.state()) || completions.isEmpty()) {
            return List.of();
        }
        return completions.stream()
                .filter(gate -> isOn(gate.module(), context))
                .flatMap(gate -> ask.apply(gate).stream())
                .toList();
    }

    private List<Lack> asked(
            CompletionGate gate, CaseFile file, Supplier<List<CompletionGate.Missing>> question, CallContext context) {
        long began = System.nanoTime();
        return ForeignCode.call(
                () -> {
                    List<Lack> missing = question.get().stream()
                            .map(each -> new Lack(gate.module(), each.code(), each.message()))
                            .toList();
                    if (System.nanoTime() - began > LONGEST_ANSWER.toNanos()) {
                        pauses.slow(gate.module(), "answered after more than " + LONGEST_ANSWER, context);
                    }
                    return missing;
                },
                failure -> {
                    pauses.failed(gate.module(), file.number(), failure.toString(), context);
                    return List.of(notKnown(gate));
                });
    }

    private static Lack notKnown(CompletionGate gate) {
        return new Lack(gate.module(), NOT_KNOWN, LocalizedMessage.of(Gates.class, "gate.not-known", gate.module()));
    }

    /** What a module says is missing. */
    private record Lack(String module, String code, LocalizedMessage message) {
        MissingView view() {
            return new MissingView(module, code, message.zh(), message.en());
        }
    }

    /** Whether the result is still to be made out, here or above. */
    private static boolean awaitsResult(CaseState state) {
        return !state.isEnd() && state != CaseState.ISSUED && state != CaseState.REFUSED;
    }
}
