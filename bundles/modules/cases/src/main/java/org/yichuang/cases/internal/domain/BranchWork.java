package org.yichuang.cases.internal.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.yichuang.cases.api.BranchOutcome;
import org.yichuang.cases.api.BranchState;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.JointRequests;
import org.yichuang.catalogue.api.Examination.HearingDuty;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.time.Deadlines;
import org.yichuang.kernel.api.time.Limit;
import org.yichuang.tenancy.api.SettingDefinition;

/** What the departments of a joint case do beside each other (R1-22). */
public final class BranchWork {
    /** How many working days before the last one of a branch its department is reminded. */
    public static final SettingDefinition REMINDER =
            SettingDefinition.number("policy.cases.branch.reminder.days", 2, 1, 10);

    /** Within how many working days at most the government is asked to settle what is raised to it. */
    public static final SettingDefinition SETTLEMENT =
            SettingDefinition.number("policy.cases.settlement.days", 15, 1, 60);

    private BranchWork() {}

    /** Opens what the application needs when it is accepted: each counts from then, and none runs longer than all. */
    static void open(Act act) {
        Submission content = act.submission;
        LocalDate from = act.progress.acceptance.clockFrom();
        Limit total = content.item().promised() == null
                ? content.item().statutory()
                : content.item().promised();
        for (BranchFacts facts : content.route().branches()) {
            Limit limit = BranchLimits.within(facts.limit(), total, from, act.now);
            Clock survey = facts.examination().siteVisit()
                    ? Clock.started(
                            ClockKind.SURVEY,
                            from,
                            act.now.laws().on(from).licensing().survey())
                    : null;
            act.progress.branches.add(Branch.opened(facts.id(), Clock.started(ClockKind.BRANCH, from, limit), survey));
        }
        BranchRoads.open(act);
        if (!act.progress.branches.isEmpty()) {
            act.detail(
                    "branches", act.progress.branches.stream().map(Branch::id).collect(Collectors.joining(",")));
        }
    }

    /** Takes what a department thinks of its branch. */
    public static Done giveOpinion(CaseFile file, String id, JointRequests.Opinion request, CommandContext now) {
        BranchFacts facts = facts(file, id);
        if (facts.road() != null) {
            return BranchRoads.review(file, facts, request, now);
        }
        Act act = Act.begin(file, CaseCommand.GIVE_OPINION, now);
        Impartiality.requireNoPresider(act, List.of());
        requireSilent(act, id);
        ExaminationWork.require(act, facts);
        if (facts.examination().hearing() != HearingDuty.NONE) {
            HearingWork.require(act);
        }
        Standing.of(act.progress)
                .goOn(id, now.today())
                .ifPresent(ended -> act.detail("suspendedUntil", now.today().toString()));
        Branch.Opinion opinion = new Branch.Opinion(
                request.outcome(),
                request.opinion(),
                request.conditions(),
                now.actor().name(),
                now.at(),
                !now.actor().departments().contains(facts.department()));
        replace(act, branch -> branch.id().equals(id), branch -> branch.saying(opinion, now));
        actedIn(act, id);
        // what is thought is nobody's business outside before it is decided
        act.note(request.outcome() == BranchOutcome.AGREE ? "AGREE" : "DISAGREE");
        act.detail("outcome", request.outcome().name());
        act.detail("branchLate", Boolean.toString(isLate(act, id)));
        act.text("opinion", request.opinion());
        act.text("conditions", request.conditions());
        return act.finish();
    }

    /** Refuses what comes after a department has said what it thinks, until it may think anew. */
    static Branch requireSilent(Act act, String id) {
        Branch before = act.progress.branches.stream()
                .filter(branch -> branch.id().equals(id))
                .findFirst()
                .orElseThrow(() -> refusal("branch.not-open"));
        BranchRoads.requireHere(facts(act.file, id), before);
        Optional<Instant> said = before.said().map(Branch.Opinion::at);
        if (!before.waits() && said.isPresent() && !mayThinkAnew(act.progress, said.get())) {
            throw refusal("branch.said-already");
        }
        return before;
    }

    /**
     * What has come since is to be seen as well by the departments that ask for it: they are waited for again, and
     * examine anew, as do those that have examined and not spoken yet. What others have examined stands.
     */
    static void reopen(Act act, Collection<String> supplied) {
        List<String> reopened = new ArrayList<>();
        replace(
                act,
                branch -> isHere(act, branch) && facts(act.file, branch.id()).concerns(supplied),
                branch -> {
                    if (!branch.state().isIn()) {
                        return branch.given(act.now.at());
                    }
                    reopened.add(branch.id());
                    return branch.reopened(anew(act, branch.clock().limit()), act.now);
                });
        if (!reopened.isEmpty()) {
            String ids = String.join(",", reopened);
            act.detail("reopened", ids);
            act.besides("reopen-branch", "branch-reopened", Map.of("branches", ids));
        }
    }

    /** Whether a department here examines it, or has: also what has not gone up yet, or has come back. */
    private static boolean isHere(Act act, Branch branch) {
        return facts(act.file, branch.id()).road() == null || branch.isHere();
    }

    /** As long as the first time, but no longer than what is left of the whole; it stands where all stand. */
    private static Clock anew(Act act, Limit own) {
        CommandContext now = act.now;
        Limit left = act.progress
                .running()
                .filter(clock -> clock.kind().isDecision())
                .flatMap(clock -> clock.deadline(now.calendar()).due().stream())
                .min(Comparator.naturalOrder())
                .map(last -> Deadlines.workdaysLeft(now.today(), last, now.calendar()))
                .map(days -> Limit.working(Math.max(1, days)))
                .orElse(own);
        Clock anew = Clock.started(ClockKind.BRANCH, now.today(), BranchLimits.within(own, left, now.today(), now));
        return act.progress
                .suspension()
                .map(open -> anew.suspended(open.ofClocks()))
                .orElse(anew);
    }

    /** Notes in which branch, and by whose department, a step was taken here. */
    static void actedIn(Act act, String id) {
        String acting = facts(act.file, id).examiner(act.file.department());
        act.actedBy(acting);
        about(act, id, acting);
    }

    /** Notes of which branch a centre above has told, or somebody has answered it: no department here has acted. */
    static void toldIn(Act act, String id) {
        about(act, id, facts(act.file, id).road().decider());
    }

    private static void about(Act act, String id, String department) {
        act.detail("branch", id);
        act.detail("branchItem", facts(act.file, id).item());
        act.detail("branchDepartment", department);
    }

    /**
     * A branch of a case.
     *
     * @throws ProblemException {@link CaseError#BRANCH_UNKNOWN}
     */
    public static BranchFacts facts(CaseFile file, String id) {
        return file.submission().route().branches().stream()
                .filter(facts -> facts.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        CaseError.BRANCH_UNKNOWN, LocalizedMessage.of(BranchWork.class, "branch.unknown")));
    }

    /** After the departments have met, or the government has settled the matter, since. */
    private static boolean mayThinkAnew(Progress progress, Instant said) {
        return progress.meetings.stream().anyMatch(meeting -> isSince(meeting.at(), meeting.heldOn(), said))
                || progress.raised.stream()
                        .anyMatch(fact -> !fact.isOpen() && fact.settledAt().isAfter(said));
    }

    /** Whether a meeting was held, and recorded, since something was said. */
    public static boolean isSince(Instant recorded, LocalDate heldOn, Instant said) {
        return recorded.isAfter(said) && !heldOn.isBefore(day(said));
    }

    private static boolean isLate(Act act, String id) {
        return act.progress.branches.stream()
                .anyMatch(branch -> branch.id().equals(id) && branch.isLate(act.now.today(), act.now.calendar()));
    }

    /** Records a meeting of the departments. */
    public static Done holdMeeting(CaseFile file, JointRequests.Meeting request, CommandContext now) {
        Act act = Act.begin(file, CaseCommand.HOLD_MEETING, now);
        List<FieldProblem> problems = new ArrayList<>();
        if (request.heldOn().isAfter(now.today()) || request.heldOn().isBefore(day(file.receivedAt()))) {
            problems.add(problem("heldOn", "meeting.day"));
        }
        for (int i = 0; i < request.agreements().size(); i++) {
            if (request.agreements().get(i).by().isBefore(request.heldOn())) {
                problems.add(problem("agreements[" + i + "].by", "meeting.agreement-past"));
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(
                    CommonError.FIELDS_INVALID, LocalizedMessage.of(BranchWork.class, "meeting.invalid"), problems);
        }
        act.progress.meetings.add(new MeetingFact(
                request.heldOn(),
                request.agenda(),
                request.participants(),
                request.agreements(),
                now.actor().name(),
                now.at(),
                null));
        act.detail("heldOn", request.heldOn().toString());
        act.detail("agreements", Integer.toString(request.agreements().size()));
        act.text("agenda", request.agenda());
        return act.finish();
    }

    private static LocalDate day(Instant moment) {
        return moment.atZone(CallContext.ZONE).toLocalDate();
    }

    /** Raises a case that is stuck to the government, which gets a clock of its own; the law's does not wait for it. */
    public static Done raise(CaseFile file, JointRequests.Raise request, CommandContext now) {
        Act act = Act.begin(file, CaseCommand.RAISE, now);
        int days = request.workingDays();
        int most = Integer.parseInt(now.here().policy(SETTLEMENT.key(), SETTLEMENT.usual()));
        if (days < 1 || days > most) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID,
                    "workingDays",
                    LocalizedMessage.of(BranchWork.class, "raise.days", most));
        }
        act.progress.raised.add(new RaisedFact(now.today(), request.reason(), null, null, null));
        act.progress.start(ClockKind.COORDINATION, now.today(), Limit.working(days));
        act.detail("workingDays", Integer.toString(days));
        act.text("reason", request.reason());
        return act.finish();
    }

    /** Records what the government has settled. */
    public static Done settle(CaseFile file, JointRequests.Settle request, CommandContext now) {
        Act act = Act.begin(file, CaseCommand.SETTLE, now);
        act.progress.raised.replaceAll(
                fact -> fact.isOpen() ? fact.settled(request.settlement(), request.document(), now.at()) : fact);
        act.progress.end(ClockKind.COORDINATION, now);
        act.text("settlement", request.settlement());
        act.text("settledBy", request.document());
        return act.finish();
    }

    /**
     * Refuses a decision that the branches do not carry: no grant where one that has a say refuses, and none at all
     * while the government has not settled what was raised to it. The lead may refuse for reasons of its own.
     */
    static void requireCarried(CaseFile file, boolean grant) {
        if (!file.submission().isJoint()) {
            return;
        }
        if (file.progress().raised().stream().anyMatch(RaisedFact::isOpen)) {
            throw refusal("decision.raised");
        }
        List<BranchFacts> refusing = refusing(file);
        if (grant && !refusing.isEmpty()) {
            throw new ProblemException(
                    CaseError.BRANCH_REFUSED,
                    LocalizedMessage.of(
                            BranchWork.class,
                            "branch.refused",
                            LocalizedMessage.list(refusing.stream()
                                    .map(facts -> LocalizedMessage.verbatim(facts.name()))
                                    .toList())),
                    refusing.stream()
                            .map(facts -> problem(
                                    "branches." + facts.id(), "branch.refuses", facts.department(), facts.name()))
                            .toList());
        }
    }

    /** Whether a department with a say has not said yet what it thinks. */
    static boolean isAwaited(CaseFile file) {
        Set<String> waiting = file.progress().branches().stream()
                .filter(Branch::waits)
                .map(Branch::id)
                .collect(Collectors.toSet());
        return file.submission().route().branches().stream()
                .anyMatch(facts -> facts.decides() && waiting.contains(facts.id()));
    }

    /** Waits no longer for parties that are only heard. */
    static void stopWaiting(Act act) {
        replace(
                act,
                Branch::waits,
                branch -> branch.clocks(clock -> clock.isRunning() ? clock.stop(act.now.today()) : clock));
    }

    /** The branches with a say that refuse. */
    public static List<BranchFacts> refusing(CaseFile file) {
        Set<String> refused = file.progress().branches().stream()
                .filter(branch -> branch.state() == BranchState.REFUSED)
                .map(Branch::id)
                .collect(Collectors.toSet());
        return file.submission().route().branches().stream()
                .filter(facts -> facts.decides() && refused.contains(facts.id()))
                .toList();
    }

    /** The last day of a branch of which its department is reminded today. */
    public static LocalDate furthest(CommandContext now) {
        int days = Integer.parseInt(now.here().policy(REMINDER.key(), REMINDER.usual()));
        return Deadlines.addWorkdays(now.today(), days, now.calendar());
    }

    /** What the timer has to do about branches, if anything. */
    public static Optional<CaseCommand> due(CaseFile file, CommandContext now) {
        List<Branch> branches = file.progress().branches();
        if (branches.stream().anyMatch(isToNote(now))) {
            return Optional.of(CaseCommand.BRANCH_OVERDUE);
        }
        return branches.stream().anyMatch(isToRemind(now)) ? Optional.of(CaseCommand.BRANCH_DUE) : Optional.empty();
    }

    /** Notes that the last day of branches is near. */
    public static Done remind(CaseFile file, CommandContext now) {
        return change(file, CaseCommand.BRANCH_DUE, isToRemind(now), branch -> branch.reminded(now.today()), now);
    }

    /** Notes that the last day of branches has passed. */
    public static Done noteOverdue(CaseFile file, CommandContext now) {
        return change(file, CaseCommand.BRANCH_OVERDUE, isToNote(now), branch -> branch.overdue(now.today()), now);
    }

    private static Done change(
            CaseFile file,
            CaseCommand command,
            Predicate<Branch> which,
            UnaryOperator<Branch> change,
            CommandContext now) {
        Act act = Act.begin(file, command, now);
        String ids =
                act.progress.branches.stream().filter(which).map(Branch::id).collect(Collectors.joining(","));
        if (ids.isEmpty()) {
            throw refusal("branch.nothing-due");
        }
        replace(act, which, change);
        act.detail("branches", ids);
        return act.finish();
    }

    private static void replace(Act act, Predicate<Branch> which, UnaryOperator<Branch> change) {
        act.progress.branches.replaceAll(branch -> which.test(branch) ? change.apply(branch) : branch);
    }

    private static Predicate<Branch> isToNote(CommandContext now) {
        return branch -> branch.isToNote(now.today(), now.calendar());
    }

    private static Predicate<Branch> isToRemind(CommandContext now) {
        int days = Integer.parseInt(now.here().policy(REMINDER.key(), REMINDER.usual()));
        return branch -> branch.isToRemind(now.today())
                && branch.clock()
                        .deadline(now.calendar())
                        .due()
                        .filter(due -> Deadlines.workdaysLeft(now.today(), due, now.calendar()) <= days)
                        .isPresent();
    }

    private static ProblemException refusal(String key) {
        return new ProblemException(CaseError.CASE_STATE, LocalizedMessage.of(BranchWork.class, key));
    }

    private static FieldProblem problem(String field, String key, Object... arguments) {
        return new FieldProblem(field, LocalizedMessage.of(BranchWork.class, key, arguments));
    }
}
