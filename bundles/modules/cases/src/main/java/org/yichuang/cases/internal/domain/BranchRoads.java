package org.yichuang.cases.internal.domain;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yichuang.cases.api.BranchOutcome;
import org.yichuang.cases.api.BranchState;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView.MaterialView;
import org.yichuang.cases.api.CaseView.OpinionView;
import org.yichuang.cases.api.JointRequests;
import org.yichuang.cases.internal.domain.Done.Post;
import org.yichuang.cases.internal.domain.LinkedCaseMessage.Type;
import org.yichuang.cases.internal.domain.Progress.PeerClock;
import org.yichuang.cases.internal.domain.Progress.PeerStep;
import org.yichuang.cases.internal.domain.Submission.Origin;
import org.yichuang.cases.internal.domain.Submission.RouteFacts;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/**
 * What of a joint case goes up: the file of a member that a centre above decides (R1-22, art. 43). There it is a case
 * of that member like any other; here it is a branch, and nobody but the joint case speaks to the applicant.
 */
final class BranchRoads {
    /** What the centre above is told of the steps here: how the application came in, and how it has ended. */
    private static final Set<CaseCommand> TOLD = EnumSet.of(
            CaseCommand.SUBMIT,
            CaseCommand.PASS_ONLINE_REVIEW,
            CaseCommand.NOTIFY_CORRECTION,
            CaseCommand.CORRECT,
            CaseCommand.CORRECT_ON_THE_SPOT,
            CaseCommand.ACCEPT,
            CaseCommand.DEEM_ACCEPTED,
            CaseCommand.SUPPLY,
            CaseCommand.DECIDE,
            CaseCommand.ISSUE,
            CaseCommand.DELIVER,
            CaseCommand.WITHDRAW,
            CaseCommand.END_GRANT);

    private BranchRoads() {}

    /** Sends up with the acceptance what no department here reviews before. */
    static void open(Act act) {
        for (BranchFacts facts : act.submission.route().branches()) {
            if (facts.road() != null && facts.road().review(act.now.centre()).isEmpty()) {
                send(act, facts);
            }
        }
    }

    /** What a department here thinks of it before it goes up, or the lead of what has come back: then it goes up. */
    static Done review(CaseFile file, BranchFacts facts, JointRequests.Opinion request, CommandContext now) {
        Act act = Act.begin(file, CaseCommand.GIVE_OPINION, now);
        Impartiality.requireNoPresider(act, List.of());
        requireHere(facts, branch(act.progress, facts.id()));
        ExaminationWork.require(act, facts);
        Standing.of(act.progress)
                .goOn(facts.id(), now.today())
                .ifPresent(ended -> act.detail("suspendedUntil", now.today().toString()));
        boolean isAgreed = request.outcome() == BranchOutcome.AGREE;
        OpinionView opinion = new OpinionView(
                now.centre(),
                facts.examiner(file.department()),
                request.opinion(),
                isAgreed,
                now.actor().name(),
                now.at());
        change(act, facts.id(), above -> above.reviewed(opinion));
        send(act, facts);
        BranchWork.actedIn(act, facts.id());
        act.note(isAgreed ? "AGREE" : "DISAGREE");
        act.detail("outcome", request.outcome().name());
        act.detail(
                "branchLate", Boolean.toString(branch(act.progress, facts.id()).isLate(now.today(), now.calendar())));
        act.text("opinion", request.opinion());
        act.text("conditions", request.conditions());
        return act.finish();
    }

    /** Refuses what is done here to a file that the centre above has, or has decided. */
    static void requireHere(BranchFacts facts, Branch branch) {
        if (facts.road() != null && !branch.isHere()) {
            throw new ProblemException(
                    CaseError.CASE_STATE,
                    LocalizedMessage.of(
                            BranchRoads.class, "branch.above", facts.road().decider()));
        }
    }

    private static void send(Act act, BranchFacts facts) {
        CommandContext now = act.now;
        String parent = now.here()
                .parent()
                .orElseThrow(() -> new ProblemException(
                        CaseError.ROUTE_UNREACHABLE, LocalizedMessage.of(Act.class, "forward.no-centre-above")))
                .value();
        BranchRoad road = facts.road();
        int place = road.beyond(now.centre());
        change(act, facts.id(), above -> above.sentTo(parent));
        LinkedCaseMessage letter = act.tellAbove(facts.id(), Type.FORWARD);
        letter.carry(submission(act, road, RoutePlan.moved(road.route(), place, now.lineage())));
        letter.stage = place;
        letter.examinations = act.progress.examinations.stream()
                .filter(fact -> fact.isOf(facts.id()))
                .map(ExaminationFact::told)
                .toList();
        act.besides("forward-branch", "branch-forwarded", Map.of("branches", facts.id(), "forwardedTo", parent));
    }

    /** The application for the member alone, with its own materials under their own codes. */
    private static Submission submission(Act act, BranchRoad road, RouteFacts route) {
        Submission whole = act.submission;
        return new Submission(
                road.item(),
                whole.applicant(),
                road.own(whole.form()),
                own(whole.materials(), road),
                route,
                whole.remark(),
                new Origin(act.now.centre(), act.file.number()),
                whole.promises().stream()
                        .filter(promise -> road.materials().containsKey(promise.material()))
                        .map(promise -> promise.of(road.materials().get(promise.material())))
                        .toList(),
                null,
                whole.filing());
    }

    private static List<MaterialView> own(Collection<MaterialView> materials, BranchRoad road) {
        return materials.stream()
                .filter(each -> each.code() == null || road.materials().containsKey(each.code()))
                .map(each -> new MaterialView(
                        each.code() == null ? null : road.materials().get(each.code()),
                        each.name(),
                        each.file(),
                        each.paper(),
                        each.sha256(),
                        each.mediaType(),
                        each.size()))
                .toList();
    }

    /** What was promised to follow has come: whoever decides a member of it gets it. */
    static void supply(Act act, List<MaterialView> supplied) {
        there(act).forEach(facts -> {
            List<MaterialView> own = own(supplied, facts.road());
            if (!own.isEmpty()) {
                act.tellAbove(facts.id(), Type.SUPPLY).materials = own;
            }
        });
    }

    /** A declaration has been checked: whoever decides a member on it hears what was found. */
    static void found(Act act, PromiseFinding found) {
        there(act).forEach(facts -> {
            String own = facts.road().materials().get(found.material());
            if (own != null) {
                act.tellAbove(facts.id(), Type.FINDING).found =
                        new PromiseFinding(own, found.kept(), found.finding(), found.on());
            }
        });
    }

    /** The branches whose files centres above have. */
    private static Stream<BranchFacts> there(Act act) {
        return act.progress.branches.stream()
                .filter(branch -> branch.state() == BranchState.ABOVE)
                .map(branch -> BranchWork.facts(act.file, branch.id()))
                .toList()
                .stream();
    }

    /** The place of the notice by which a centre above asks for something that has not come; less than 0 for none. */
    static int asked(Progress progress) {
        return progress.branches.stream()
                .filter(Branch::isAsked)
                .mapToInt(branch -> branch.above().asked())
                .max()
                .orElse(-1);
    }

    /**
     * Sends up what answers a notice. Only what is the member's own may be changed: on the rest other departments have
     * relied.
     */
    static void answer(Act act, int place, CorrectionContent answer) {
        BranchFacts facts = there(act)
                .filter(each -> Integer.valueOf(place)
                        .equals(branch(act.progress, each.id()).above().asked()))
                .findFirst()
                .orElseThrow();
        List<FieldProblem> problems = answer.form().keySet().stream()
                .filter(field -> !facts.road().fields().contains(field))
                .map(field -> new FieldProblem(
                        "form." + field, LocalizedMessage.of(BranchRoads.class, "answer.other-field", facts.name())))
                .toList();
        if (!problems.isEmpty()) {
            throw new ProblemException(
                    CommonError.FIELDS_INVALID,
                    LocalizedMessage.of(BranchRoads.class, "answer.other-field", facts.name()),
                    problems);
        }
        LinkedCaseMessage letter = act.tellAbove(facts.id(), Type.ANSWER);
        letter.carry(new CorrectionContent(
                answer.statement(), answer.form(), own(answer.materials(), facts.road()), null, answer.answers()));
        letter.question = branch(act.progress, facts.id()).above().links().nameOf(place);
        change(act, facts.id(), above -> above.asking(null));
        BranchWork.toldIn(act, facts.id());
    }

    /** Whoever has a file of a case that ends here hears it: what is not decided yet is withdrawn with the case. */
    static void endWith(Act act, boolean isEnd) {
        if (!isEnd) {
            return;
        }
        boolean isWithdrawn = act.row.next() == CaseState.WITHDRAWN;
        for (Branch branch : act.file.progress().branches()) {
            if (isWithdrawn && branch.state() == BranchState.ABOVE) {
                act.tellAbove(branch.id(), Type.WITHDRAW).ending = act.progress.ending;
            } else if (branch.above() != null && branch.above().number() != null) {
                act.tellAbove(branch.id(), Type.PROGRESS);
            }
        }
    }

    /** A letter about a branch as it leaves. */
    static Post post(Act act, String id, LinkedCaseMessage letter) {
        change(act, id, above -> above.with(links -> links.sentUp++));
        BranchAbove above = branch(act.progress, id).above();
        letter.senderCase = new BranchAddress(act.file.number(), id).text();
        letter.receiverCase = above.number();
        letter.state = act.row.next();
        letter.opinions = above.reviews();
        letter.clocks = act.progress.clocks.stream()
                .filter(clock -> clock.kind().isTold())
                .map(clock -> new PeerClock(act.now.centre(), act.now.here().name(), clock))
                .toList();
        letter.steps = act.progress.steps.stream()
                .filter(step ->
                        CaseCommand.parse(step.command()).filter(TOLD::contains).isPresent())
                .map(step -> new PeerStep(act.now.centre(), act.now.here().name(), step.told()))
                .collect(Collectors.toList());
        letter.seal();
        return new Post(above.centre(), above.links().sentUp, letter);
    }

    static Branch branch(Progress progress, String id) {
        return progress.branches.stream()
                .filter(branch -> branch.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        CaseError.CASE_STATE, LocalizedMessage.of(BranchWork.class, "branch.not-open")));
    }

    /** Changes what is known of the file of a branch. */
    static void change(Act act, String id, UnaryOperator<BranchAbove> change) {
        change(act.progress, id, change);
    }

    static void change(Progress progress, String id, UnaryOperator<BranchAbove> change) {
        progress.branches.replaceAll(branch -> branch.id().equals(id)
                ? branch.with(change.apply(branch.above() == null ? BranchAbove.NOWHERE : branch.above()))
                : branch);
    }
}
