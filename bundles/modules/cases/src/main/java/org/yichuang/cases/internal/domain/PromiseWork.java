package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.MaterialPromise;
import org.yichuang.cases.api.CaseView.MaterialView;
import org.yichuang.cases.api.PromiseKind;
import org.yichuang.cases.api.PromiseState;
import org.yichuang.cases.internal.domain.Submission.RequiredMaterial;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/** What is promised of required materials that are not there (R3-19, R3-20), and what becomes of it. */
public final class PromiseWork {
    private PromiseWork() {}

    /**
     * Lets what is missing be promised as the item allows; everything that is missing has to be.
     *
     * @return the application with the promises
     * @throws ProblemException {@link CaseError#MATERIALS_MISSING}, naming each material that is neither there nor
     *     promised ({@code materials.<code>}) and what is wrong with each promise ({@code promises[i].…})
     */
    static Submission promised(Submission submission, List<MaterialPromise> promises, CommandContext now) {
        List<String> missing = submission.missing();
        if (missing.isEmpty() && promises.isEmpty()) {
            return submission;
        }
        List<FieldProblem> problems = new ArrayList<>();
        List<PromiseFact> made = new ArrayList<>();
        Set<String> covered = new HashSet<>();
        for (int i = 0; i < promises.size(); i++) {
            MaterialPromise promise = promises.get(i);
            if (!missing.contains(promise.material()) || !covered.add(promise.material())) {
                problems.add(problem("promises[" + i + "].material", "promise.not-missing", promise.material()));
            } else {
                made(promise, "promises[" + i + "]", submission, now, problems).ifPresent(made::add);
            }
        }
        missing.stream()
                .filter(code -> !covered.contains(code))
                .map(code -> problem("materials." + code, missingWords(submission, code), name(submission, code)))
                .forEach(problems::add);
        if (!problems.isEmpty()) {
            LocalizedMessage names = LocalizedMessage.list(missing.stream()
                    .map(code -> LocalizedMessage.verbatim(name(submission, code)))
                    .toList());
            throw new ProblemException(
                    CaseError.MATERIALS_MISSING,
                    missing.isEmpty()
                            ? LocalizedMessage.of(PromiseWork.class, "materials.none-missing")
                            : LocalizedMessage.of(PromiseWork.class, "materials.missing", names),
                    problems);
        }
        return submission.with(made);
    }

    private static String missingWords(Submission submission, String code) {
        Optional<RequiredMaterial> instead = submission.requiredMaterial(code);
        boolean isDeferrable = instead.filter(RequiredMaterial::deferrable).isPresent();
        boolean isDeclarable = instead.filter(RequiredMaterial::declarable).isPresent();
        if (isDeferrable) {
            return isDeclarable ? "material.needed-or-promised" : "material.needed-or-deferred";
        }
        return isDeclarable ? "material.needed-or-declared" : "material.needed";
    }

    private static Optional<PromiseFact> made(
            MaterialPromise promise,
            String field,
            Submission submission,
            CommandContext now,
            List<FieldProblem> problems) {
        Optional<RequiredMaterial> instead = submission.requiredMaterial(promise.material());
        String name = instead.map(RequiredMaterial::name).orElse(promise.material());
        PromisePolicy policy = new PromisePolicy(now);
        if (promise.kind() == PromiseKind.DECLARATION) {
            if (instead.filter(RequiredMaterial::declarable).isEmpty()) {
                problems.add(problem(field + ".kind", "promise.not-declarable", name));
                return Optional.empty();
            }
            return Optional.of(PromiseFact.made(
                    promise.material(),
                    name,
                    promise.kind(),
                    policy.check(),
                    instead.get().consequence()));
        }
        if (instead.filter(RequiredMaterial::deferrable).isEmpty()) {
            problems.add(problem(field + ".kind", "promise.not-deferrable", name));
            return Optional.empty();
        }
        Optional<LocalDate> last = policy.latest(instead.get(), submission.item());
        if (last.isEmpty()) {
            problems.add(problem(field + ".kind", "promise.no-time", name));
            return Optional.empty();
        }
        LocalDate latest = last.get();
        LocalDate until = promise.until() == null ? latest : promise.until();
        if (until.isAfter(latest) || until.isBefore(now.today())) {
            problems.add(problem(field + ".until", "promise.until-out-of-range", name, latest));
            return Optional.empty();
        }
        return Optional.of(PromiseFact.made(promise.material(), name, promise.kind(), until, ""));
    }

    /** What a material that is missing is called; of one that needs no promise only the code is known here. */
    private static String name(Submission submission, String code) {
        return submission.requiredMaterial(code).map(RequiredMaterial::name).orElse(code);
    }

    /**
     * The required materials that are not there and of which nothing was promised: only the law accepts without them,
     * when nobody has answered in time (R1-04).
     */
    public static List<String> unpromised(Submission submission) {
        Set<String> promised = codes(submission, promise -> true);
        return submission.missing().stream()
                .filter(code -> !promised.contains(code))
                .toList();
    }

    /** Whether something may be supplied: what was promised to follow, or what the law has accepted without. */
    static boolean isAwaited(CaseFile file) {
        return file.sound().promises().stream().anyMatch(PromiseFact::isOutstanding)
                || file.progress().acceptance() != null
                        && !unpromised(file.submission()).isEmpty();
    }

    /**
     * Takes what was promised to follow, or what the law has accepted without; a centre above that has the case is
     * told.
     */
    public static Done supply(CaseFile file, List<MaterialView> supplied, CommandContext now) {
        Act act = Act.begin(file, CaseCommand.SUPPLY, now);
        Set<String> outstanding = codes(file.sound(), PromiseFact::isOutstanding);
        outstanding.addAll(unpromised(file.submission()));
        List<FieldProblem> problems = new ArrayList<>();
        for (int i = 0; i < supplied.size(); i++) {
            if (!outstanding.contains(supplied.get(i).code())) {
                String field = "materials[" + i + "].code";
                problems.add(
                        problem(field, "supply.not-promised", supplied.get(i).name()));
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(
                    CaseError.MATERIAL_INVALID, LocalizedMessage.of(PromiseWork.class, "supply.refused"), problems);
        }
        act.submission = with(supplied, file, now);
        act.detail(
                "supplied",
                String.join(
                        ",",
                        supplied.stream().map(MaterialView::code).distinct().toList()));
        act.detail("materials", Integer.toString(supplied.size()));
        BranchRoads.supply(act, supplied);
        BranchWork.reopen(act, supplied.stream().map(MaterialView::code).toList());
        ExaminationWork.beginAgain(act);
        if (file.upperCentre() != null && file.isAbove()) {
            act.tellAbove(LinkedCaseMessage.Type.SUPPLY).materials = supplied;
        }
        return act.finish();
    }

    /** The application with what was supplied, also in place of a file that was supplied and is infected. */
    private static Submission with(List<MaterialView> supplied, CaseFile file, CommandContext now) {
        Set<String> given = supplied.stream().map(MaterialView::code).collect(Collectors.toSet());
        return file.submission()
                .promises(
                        promise -> promise.suppliedOn() != null && given.contains(promise.material()),
                        PromiseFact::reopened)
                .supplied(supplied, now.today());
    }

    /** Takes what the centre below has been given of what was promised there. */
    static void suppliedBelow(Act act, LinkedCaseMessage letter) {
        // Also what has come already: a virus may have been found in it below, and not yet or never here
        Set<String> awaited = codes(
                act.submission,
                promise -> promise.kind() == PromiseKind.DEFERRAL || promise.state() == PromiseState.BROKEN);
        awaited.addAll(unpromised(act.submission));
        List<MaterialView> supplied = letter.materials.stream()
                .filter(material -> awaited.contains(material.code()))
                .toList();
        if (supplied.size() < letter.materials.size()) {
            act.leftOut();
        }
        act.submission = with(supplied, act.file, act.now);
        act.detail(
                "supplied",
                String.join(
                        ",",
                        supplied.stream().map(MaterialView::code).distinct().toList()));
        if (!supplied.isEmpty()) {
            ExaminationWork.beginAgain(act);
        }
        if (act.file.isAbove() && !supplied.isEmpty()) {
            act.tellAbove(LinkedCaseMessage.Type.SUPPLY).materials = supplied;
        }
    }

    /** Says what the check of a declaration has found. */
    public static Done check(CaseFile file, CaseRequests.CheckPromise request, CommandContext now) {
        Act act = Act.begin(file, CaseCommand.CHECK_PROMISE, now);
        if (!codes(file.submission(), PromiseFact::isUnchecked).contains(request.material())) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID,
                    "material",
                    LocalizedMessage.of(PromiseWork.class, "check.nothing-declared"));
        }
        act.submission = file.submission()
                .promises(
                        promise -> promise.material().equals(request.material()) && promise.isUnchecked(),
                        promise -> promise.checked(request.kept(), request.finding(), now.today()));
        supplyWhatIsThere(act);
        if (file.upperCentre() != null && file.isAbove()) {
            act.tellAbove(LinkedCaseMessage.Type.FINDING).found =
                    new PromiseFinding(request.material(), request.kept(), request.finding(), now.today());
        }
        BranchRoads.found(act, new PromiseFinding(request.material(), request.kept(), request.finding(), now.today()));
        PromiseState found = request.kept() ? PromiseState.KEPT : PromiseState.BROKEN;
        act.note(found.name());
        act.detail("material", request.material());
        act.detail("promise", found.name());
        act.text("finding", request.finding());
        return act.finish();
    }

    /** A declaration that was found untrue leaves nothing to follow where its material has come meanwhile. */
    private static void supplyWhatIsThere(Act act) {
        act.submission = act.submission.supplied(List.of(), act.now.today());
    }

    /** Takes what the centre below has found of a declaration that was made there; the centre above is told. */
    static void checkedBelow(Act act, LinkedCaseMessage letter) {
        PromiseFinding found = letter.found;
        Predicate<PromiseFact> declared =
                promise -> promise.material().equals(found.material()) && promise.isUnchecked();
        if (codes(act.submission, declared).isEmpty()) {
            act.leftOut();
            return;
        }
        act.submission = act.submission.promises(
                declared, promise -> promise.checked(found.kept(), found.bounded(), found.on()));
        supplyWhatIsThere(act);
        PromiseState state = found.kept() ? PromiseState.KEPT : PromiseState.BROKEN;
        act.note(state.name());
        act.detail("material", found.material());
        act.detail("promise", state.name());
        act.text("finding", found.bounded());
        if (act.file.isAbove()) {
            act.tellAbove(LinkedCaseMessage.Type.FINDING).found = found;
        }
    }

    /** What the timer has to do about promises, if anything. */
    public static Optional<CaseCommand> due(CaseFile file, CommandContext now) {
        Submission submission = file.submission();
        if (!codes(submission, isToBreak(now)).isEmpty()) {
            return Optional.of(CaseCommand.PROMISE_BROKEN);
        }
        if (!codes(submission, isToRemind(now)).isEmpty()) {
            return Optional.of(CaseCommand.PROMISE_DUE);
        }
        if (!codes(submission, isCheckOverdue(now)).isEmpty()) {
            return Optional.of(CaseCommand.PROMISE_CHECK_OVERDUE);
        }
        return codes(submission, isCheckNear(now)).isEmpty()
                ? Optional.empty()
                : Optional.of(CaseCommand.PROMISE_CHECK_DUE);
    }

    /** What the timer does about it. */
    public static Done follow(CaseCommand command, CaseFile file, CommandContext now) {
        return switch (command) {
            case PROMISE_BROKEN -> breakOverdue(file, now);
            case PROMISE_DUE -> remind(file, now);
            case PROMISE_CHECK_OVERDUE -> change(
                    file, command, isCheckOverdue(now), fact -> fact.reminded(now.today()), now);
            default -> change(file, command, isCheckNear(now), fact -> fact.reminded(now.today()), now);
        };
    }

    /** Reminds the applicant that the day is near by which something follows. */
    private static Done remind(CaseFile file, CommandContext now) {
        return change(file, CaseCommand.PROMISE_DUE, isToRemind(now), fact -> fact.reminded(now.today()), now);
    }

    /** Notes that the day has passed by which something was to follow. */
    private static Done breakOverdue(CaseFile file, CommandContext now) {
        return change(file, CaseCommand.PROMISE_BROKEN, isToBreak(now), PromiseFact::broken, now);
    }

    private static Done change(
            CaseFile file,
            CaseCommand command,
            Predicate<PromiseFact> which,
            UnaryOperator<PromiseFact> change,
            CommandContext now) {
        Act act = Act.begin(file, command, now);
        Set<String> codes = codes(file.submission(), which);
        if (codes.isEmpty()) {
            throw new ProblemException(
                    CaseError.CASE_STATE, LocalizedMessage.of(PromiseWork.class, "promise.nothing-due"));
        }
        act.submission = file.submission().promises(which, change);
        act.detail("promised", String.join(",", codes));
        return act.finish();
    }

    private static Predicate<PromiseFact> isToBreak(CommandContext now) {
        return fact -> fact.isOutstanding() && fact.state() == PromiseState.OPEN && fact.isOverdue(now.today());
    }

    private static Predicate<PromiseFact> isToRemind(CommandContext now) {
        PromisePolicy policy = new PromisePolicy(now);
        return fact -> fact.isOutstanding()
                && fact.state() == PromiseState.OPEN
                && !fact.isReminded(now.today())
                && policy.isNear(fact.until());
    }

    /** Of a declaration that nobody has checked the day has passed by which that was to be done. */
    private static Predicate<PromiseFact> isCheckOverdue(CommandContext now) {
        return fact -> fact.isUnchecked() && fact.isOverdue(now.today()) && !fact.isToldOverdue(now.today());
    }

    private static Predicate<PromiseFact> isCheckNear(CommandContext now) {
        PromisePolicy policy = new PromisePolicy(now);
        return fact -> fact.isUnchecked()
                && !fact.isOverdue(now.today())
                && !fact.isReminded(now.today())
                && policy.isNear(fact.until());
    }

    /**
     * Refuses a grant while something that was promised to follow, or was declared untruly, is not there, or something
     * without which the law has accepted: whoever does not hand it in is refused (art. 38).
     */
    static void requireSupplied(CaseFile file) {
        Submission submission = file.submission();
        List<FieldProblem> problems = new ArrayList<>();
        List<LocalizedMessage> names = new ArrayList<>();
        file.sound().promises().stream().filter(PromiseFact::isOutstanding).forEach(fact -> {
            String key = fact.kind() == PromiseKind.DEFERRAL ? "material.outstanding" : "material.declared-untrue";
            problems.add(problem("materials." + fact.material(), key, fact.name(), fact.until()));
            names.add(LocalizedMessage.verbatim(fact.name()));
        });
        unpromised(submission).forEach(code -> {
            problems.add(problem("materials." + code, "material.never-handed-in", name(submission, code)));
            names.add(LocalizedMessage.verbatim(name(submission, code)));
        });
        if (!problems.isEmpty()) {
            throw new ProblemException(
                    CaseError.MATERIALS_OUTSTANDING,
                    LocalizedMessage.of(PromiseWork.class, "materials.outstanding", LocalizedMessage.list(names)),
                    problems);
        }
    }

    private static Set<String> codes(Submission submission, Predicate<PromiseFact> which) {
        return submission.promises().stream()
                .filter(which)
                .map(PromiseFact::material)
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    private static FieldProblem problem(String field, String key, Object... arguments) {
        return new FieldProblem(field, LocalizedMessage.of(PromiseWork.class, key, arguments));
    }
}
