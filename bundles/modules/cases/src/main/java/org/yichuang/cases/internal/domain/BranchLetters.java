package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.yichuang.cases.api.BranchOutcome;
import org.yichuang.cases.api.BranchState;
import org.yichuang.cases.api.CaseRequests.CorrectionItem;
import org.yichuang.cases.api.CaseRequests.Outcome;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView.CorrectionView;
import org.yichuang.cases.api.CaseView.EndingView;
import org.yichuang.cases.api.CaseView.IssuedView;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.TextRules;
import org.yichuang.kernel.api.time.Limit;

/**
 * What the centre that decides a member of a joint case tells of it, done to its branch here: the clocks of the branch
 * follow, its questions reach the applicant through the joint case, and its decision is what the branch says.
 */
public final class BranchLetters {
    private static final int LONGEST_OPINION = 2_000;

    private BranchLetters() {}

    /** Whether a centre above that decides a branch of a case which goes on waits for an answer of the applicant. */
    public static boolean isAsked(CaseFile file) {
        return file.state() == CaseState.ACCEPTED && BranchRoads.asked(file.progress()) >= 0;
    }

    /** Whether more than one of them does. */
    public static boolean isAskedTwice(CaseFile file) {
        return file.progress().branches().stream().filter(Branch::isAsked).count() > 1;
    }

    /** The branch about which the last notice of a case asks that was given now. */
    public static Optional<BranchFacts> asking(CaseFile file) {
        int last = file.progress().corrections().size() - 1;
        return file.progress().branches().stream()
                .filter(branch -> branch.state() == BranchState.ABOVE
                        && Integer.valueOf(last).equals(branch.above().asked()))
                .map(branch -> BranchWork.facts(file, branch.id()))
                .findFirst();
    }

    /** What was asked for before the last notice: by the same centre of the same branch, where that is of one. */
    public static Stream<CorrectionView> earlier(CaseFile file) {
        List<CorrectionView> all = file.progress().corrections();
        Optional<Links> named = asking(file)
                .map(facts ->
                        BranchRoads.branch(file.progress(), facts.id()).above().links());
        return IntStream.range(0, Math.max(0, all.size() - 1))
                .filter(place -> named.isEmpty() || named.get().nameOf(place) != null)
                .mapToObj(all::get);
    }

    /** Whoever has a branch, or has had it last: a department here, or the centre above that decides it. */
    public static String responsible(CaseFile file, String id) {
        BranchFacts facts = BranchWork.facts(file, id);
        Optional<Branch> opened = file.progress().branches().stream()
                .filter(branch -> branch.id().equals(id))
                .findFirst();
        if (facts.road() == null || opened.isEmpty()) {
            return facts.department();
        }
        return opened.get().isHere()
                ? facts.examiner(file.department())
                : facts.road().decider();
    }

    /** Under which numbers centres above know the files of branches of a case that have gone up. */
    public static List<String> addresses(CaseFile file) {
        return file.progress().branches().stream()
                .filter(branch -> branch.above() != null && branch.above().centre() != null)
                .map(branch -> new BranchAddress(file.number(), branch.id()).text())
                .toList();
    }

    /** Whether a branch's file is with a centre, under a number there if one is known. */
    public static boolean isOf(CaseFile file, String id, String centre, String numberThere) {
        return file.progress().branches().stream()
                .filter(branch -> branch.id().equals(id) && branch.above() != null)
                .map(Branch::above)
                .anyMatch(above -> centre.equals(above.centre())
                        && (above.number() == null || above.number().equals(numberThere)));
    }

    /** Whether a branch's file is with a centre, or was when it was last sent up, under whatever number there. */
    public static boolean isWith(CaseFile file, String id, String centre) {
        return file.progress().branches().stream()
                .anyMatch(branch -> branch.id().equals(id)
                        && branch.above() != null
                        && centre.equals(branch.above().centre()));
    }

    /** How many letters of the centre above about a branch have come. */
    public static long seen(CaseFile file, String id) {
        return BranchRoads.branch(file.progress(), id).above().links().seenFromAbove;
    }

    /** Which letter about a branch had a number, as far as that is known. */
    public static Optional<String> idOf(CaseFile file, String id, long sequence) {
        return BranchRoads.branch(file.progress(), id).above().links().idOf(false, sequence);
    }

    /**
     * Reminds the receiver of the file of a branch, which may have been set back, of what it has said of it.
     *
     * @return whether there is anything to remind it of
     */
    public static boolean remind(LinkedCaseMessage letter, CaseFile file, String id) {
        return file.progress().branches().stream()
                .anyMatch(branch -> branch.id().equals(id) && Remembered.remind(letter, branch.above()));
    }

    /** What a centre above has told of a branch, and under which number it has its file; empty where it has none. */
    public static Optional<Told> toldBy(String centre, CaseFile file, String id) {
        return file.progress().branches().stream()
                .filter(branch -> branch.id().equals(id) && branch.above() != null)
                .map(Branch::above)
                .filter(there -> centre.equals(there.centre()))
                .findFirst()
                .flatMap(there -> Remembered.toldOf(there).map(word -> new Told(there.number(), word)));
    }

    /** What was told of a branch: its number above, and the word for it. */
    public record Told(String number, String word) {}

    /** Notes that a letter has come, with or without effect. */
    public static void noteSeen(CaseFile file, String id, long sequence, String letter) {
        Progress noted = file.progress().copy();
        BranchRoads.change(noted, id, above -> above.with(links -> links.saw(false, sequence, letter)));
        file.note(noted);
    }

    /** A letter that the state of the case or of its branch gives no effect. */
    public static Done nothing(CaseFile file, String id, LinkedCaseMessage letter, CommandContext now) {
        Act act = Act.beside(file, Correspondence.commandOf(letter), now);
        heard(act, id, letter);
        act.detail("branch", id);
        act.detail("effect", "none");
        act.detail("state", file.state().name());
        if (letter.type() == LinkedCaseMessage.Type.DECISION) {
            kept(act, id, letter);
        } else if (isWithdrawn(letter) && Remembered.isNews(file, Remembered.WITHDRAWAL)) {
            act.progress.linked().told = Remembered.WITHDRAWAL; // this centre had asked for it before it was set back
            act.detail("told", Remembered.WITHDRAWAL);
        }
        return act.tell();
    }

    /** What is decided there after it mattered here is to be seen here all the same, and what was made out of it. */
    private static void kept(Act act, String id, LinkedCaseMessage letter) {
        BranchAbove told = BranchRoads.branch(act.progress, id).above();
        if (told.isThere() && told.issued() == null) {
            BranchFacts facts = BranchWork.facts(act.file, id);
            IssuedView issued = Correspondence.issued(act, letter);
            BranchRoads.change(act, id, above -> above.decided(letter.decision, paper(act, facts, letter), issued));
            act.detail("outcome", letter.decision.outcome().name());
            act.detail("documentNumber", issued == null ? null : issued.documentNumber());
        }
    }

    private static boolean isWithdrawn(LinkedCaseMessage letter) {
        return letter.type() == LinkedCaseMessage.Type.CANCELLED
                && letter.ending.kind().equals(CaseState.WITHDRAWN.name());
    }

    /** Takes the effect of a letter; empty when there is none. */
    public static Optional<Done> take(CaseFile file, String id, LinkedCaseMessage letter, CommandContext now) {
        boolean isWaiting = file.state() == CaseState.ACCEPTED
                && BranchRoads.branch(file.progress(), id).state() == BranchState.ABOVE;
        Optional<CaseCommand> command = isWaiting ? command(file, id, letter) : Optional.empty();
        if (command.isEmpty()) {
            return Optional.empty();
        }
        Progress before = file.progress();
        if (letter.type() == LinkedCaseMessage.Type.HEARING) {
            BranchHearings.turnTo(file, id, now);
        }
        if (CaseStateTable.find(file.state(), command.get(), GuardInput.of(file, now, null, false))
                .isEmpty()) {
            file.note(before); // what has no effect puts no other hearing in the place of the present one either
            return Optional.empty();
        }
        Act act = Act.begin(file, command.get(), now);
        heard(act, id, letter);
        BranchWork.toldIn(act, id);
        act.detail("branches", id);
        switch (command.get()) {
            case BRANCH_ASKED -> asked(act, id, letter);
            case BRANCH_GAVE_UP -> BranchRoads.change(act, id, above -> above.asking(null));
            case BRANCH_SUSPENDED -> suspended(act, id, letter);
            case RESUME_BRANCH -> resumed(act, id, letter);
            case BRANCH_EXTENDED -> extended(act, id, letter);
            case BRANCH_DECIDED -> decided(act, id, letter);
            case BRANCH_RETURNED -> returned(act, id, letter);
            case UPPER_HEARING_RIGHT, UPPER_CONVENED, UPPER_HEARD, UPPER_CALLED_OFF -> HearingLetters.take(
                    command.get(), act, id, letter);
            default -> act.detail("upperState", letter.state.name());
        }
        return Optional.of(act.finish());
    }

    private static Optional<CaseCommand> command(CaseFile file, String id, LinkedCaseMessage letter) {
        Branch branch = BranchRoads.branch(file.progress(), id);
        boolean stands = branch.suspension().isPresent();
        return Optional.ofNullable(
                switch (letter.type()) {
                    case RECEIPT -> isGivenUp(file, branch, letter)
                            ? CaseCommand.BRANCH_GAVE_UP
                            : CaseCommand.BRANCH_TAKEN;
                    case QUESTION -> CaseCommand.BRANCH_ASKED;
                    case SUSPENSION -> stands ? null : CaseCommand.BRANCH_SUSPENDED;
                    case RESUMPTION -> stands ? CaseCommand.RESUME_BRANCH : null;
                    case EXTENSION -> branch.clock().extension() == null ? CaseCommand.BRANCH_EXTENDED : null;
                    case DECISION -> CaseCommand.BRANCH_DECIDED;
                    case CANCELLED -> cancelled(letter.ending);
                    case HEARING -> HearingLetters.command(letter)
                            .filter(step -> BranchHearings.isNews(file.progress(), id, step))
                            .orElse(null);
                    default -> null;
                });
    }

    /**
     * A grant that has ended there before its result was made out is none. What is withdrawn there this centre has
     * asked for, as it had ended the whole: nobody has refused anything.
     */
    private static CaseCommand cancelled(EndingView ending) {
        return switch (ending.kind()) {
            case GrantEnding.KIND -> CaseCommand.BRANCH_DECIDED;
            case "WITHDRAWN" -> null;
            default -> CaseCommand.BRANCH_RETURNED;
        };
    }

    private static boolean isGivenUp(CaseFile file, Branch branch, LinkedCaseMessage letter) {
        Integer asked = branch.above().asked();
        if (asked == null) {
            return false;
        }
        String name = branch.above().links().nameOf(asked);
        CorrectionView notice = file.progress().corrections().get(asked);
        return Questions.hasGivenUp(
                name == null ? notice.centre() : name.substring(0, Math.max(0, name.lastIndexOf('/'))), letter);
    }

    private static void heard(Act act, String id, LinkedCaseMessage letter) {
        BranchRoads.change(act, id, above -> above.known(letter.senderCase).with(links -> {
            links.upperState = letter.state;
            links.upperClocks = new ArrayList<>(letter.clocks);
            links.upperSteps = new ArrayList<>(letter.steps);
        }));
        act.detail("upperCentre", BranchRoads.branch(act.progress, id).above().centre());
        act.detail("upperCase", letter.senderCase);
    }

    /** Whoever has applied is asked in the words of that centre, with the codes that the bundle has given. */
    private static void asked(Act act, String id, LinkedCaseMessage letter) {
        BranchRoad road = BranchWork.facts(act.file, id).road();
        List<CorrectionItem> demands = letter.demands();
        int place = act.progress.corrections.size();
        LocalDate until = Waiting.until(letter, act.now);
        act.progress.corrections.add(new CorrectionView(
                        road.route().deciding().centre(),
                        act.now.at(),
                        demands.stream()
                                .map(item -> new CorrectionItem(road.ofBundle(item.target()), item.demand()))
                                .toList())
                .awaited(until));
        BranchRoads.change(act, id, above -> above.asking(place).with(links -> {
            links.named(place, letter.question());
            links.askedAt = letter.stage;
        }));
        act.detail("awaitedUntil", until == null ? null : until.toString());
        act.detail("items", Integer.toString(demands.size()));
        if (!demands.equals(letter.items)) {
            act.leftOut();
        }
    }

    private static void suspended(Act act, String id, LinkedCaseMessage letter) {
        SuspensionFact told = letter.suspension;
        SuspensionFact kept = new SuspensionFact(
                told.procedure(),
                ClockLetters.possible(act, told.from()),
                null,
                told.plannedWorkingDays(),
                ClockLetters.reason(told.reason()));
        Standing.of(act.progress).suspend(id, kept);
        act.note(kept.procedure().name());
        act.detail("procedure", kept.procedure().name());
        act.detail("plannedWorkingDays", Integer.toString(kept.plannedWorkingDays()));
        act.detail("suspendedFrom", kept.from().toString());
    }

    private static void resumed(Act act, String id, LinkedCaseMessage letter) {
        LocalDate until = ClockLetters.possible(act, letter.suspension.to());
        Standing.of(act.progress)
                .goOn(id, until)
                .ifPresent(ended -> act.note(ended.procedure().name()));
        act.detail("suspendedUntil", until.toString());
        if (act.progress.hearing != null && id.equals(act.progress.hearing.branch())) {
            HearingWork.standOn(act);
        }
    }

    /** The member has more time there, unless it was too late by then; the whole has not. */
    private static void extended(Act act, String id, LinkedCaseMessage letter) {
        Limit more = Limit.working(letter.extension.workingDays());
        act.progress.branches.replaceAll(branch -> branch.id().equals(id)
                ? branch.clocks(clock -> isToExtend(clock, act.now) ? clock.extended(more) : clock)
                : branch);
        act.detail("workingDays", Integer.toString(letter.extension.workingDays()));
        act.detail("approver", letter.extension.approver().name());
    }

    private static boolean isToExtend(Clock clock, CommandContext now) {
        return clock.kind() == ClockKind.BRANCH && clock.isRunning() && !clock.isMissed(now.today(), now.calendar());
    }

    private static void decided(Act act, String id, LinkedCaseMessage letter) {
        BranchFacts facts = BranchWork.facts(act.file, id);
        boolean isGranted =
                letter.type() == LinkedCaseMessage.Type.DECISION && letter.decision.outcome() == Outcome.GRANT;
        LocalDate day = letter.decision == null
                ? act.now.today()
                : ClockLetters.possible(act, CommandContext.day(letter.decision.at()));
        Standing.of(act.progress).goOn(id, day).ifPresent(ended -> act.detail("suspendedUntil", day.toString()));
        BranchHearings.endWith(act, id);
        BranchAbove told = BranchRoads.branch(act.progress, id)
                .above()
                .decided(letter.decision, paper(act, facts, letter), Correspondence.issued(act, letter));
        Branch.Opinion opinion = new Branch.Opinion(
                isGranted ? BranchOutcome.AGREE : BranchOutcome.REFUSE,
                words(told, letter, isGranted),
                null,
                facts.road().decider(),
                act.now.at(),
                false);
        act.progress.branches.replaceAll(
                branch -> branch.id().equals(id) ? branch.decided(opinion, told, day, act.now) : branch);
        Branch after = BranchRoads.branch(act.progress, id);
        act.note(isGranted ? "AGREE" : "DISAGREE");
        act.detail("outcome", opinion.outcome().name());
        act.detail("branchLate", Boolean.toString(after.isLate(act.now.today(), act.now.calendar())));
        act.detail(
                "documentNumber", told.issued() == null ? null : told.issued().documentNumber());
        act.text("opinion", opinion.opinion());
    }

    private static DecisionDocument paper(Act act, BranchFacts facts, LinkedCaseMessage letter) {
        DecisionDocument said = letter.decisionDocument;
        if (said == null) {
            return null;
        }
        if (said.isWellFormed() && facts.road().route().isDecidedAt(said.centre())) {
            return said;
        }
        act.leftOut();
        return null;
    }

    /** What was decided, as the decision on the whole names it. */
    private static String words(BranchAbove told, LinkedCaseMessage letter, boolean isGranted) {
        String said;
        if (letter.decision == null) {
            said = letter.ending.reasons();
        } else {
            said = isGranted ? letter.decision.opinion() : letter.decision.reasons();
        }
        String words = LocalizedMessage.of(BranchLetters.class, isGranted ? "above.granted" : "above.refused")
                .zh();
        String number = told.paper() == null ? "" : told.paper().number();
        String named = number.isEmpty()
                ? words
                : LocalizedMessage.of(BranchLetters.class, "above.by-paper", words, number)
                        .zh();
        String reasons = said == null ? "" : TextRules.cleaned(said);
        return TextRules.first(reasons.isBlank() ? named : named + "\n" + reasons, LONGEST_OPINION);
    }

    /** It lies here again: whoever reviews it, else the lead, sends it up anew; its days go on. */
    private static void returned(Act act, String id, LinkedCaseMessage letter) {
        Standing.of(act.progress)
                .goOn(id, act.now.today())
                .ifPresent(ended -> act.detail("suspendedUntil", act.now.today().toString()));
        BranchHearings.forget(act, id);
        BranchRoads.change(act, id, BranchAbove::handedBack);
        act.detail("outcome", letter.ending.kind());
        act.text("reasons", letter.ending.reasons() == null ? "" : TextRules.cleaned(letter.ending.reasons()));
    }
}
