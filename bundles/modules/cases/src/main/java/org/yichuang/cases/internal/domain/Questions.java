package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.yichuang.cases.api.CaseRequests.CorrectionItem;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView.CorrectionView;
import org.yichuang.cases.api.CaseView.MaterialView;
import org.yichuang.cases.internal.domain.Progress.PeerStep;
import org.yichuang.kernel.api.TextRules;

/**
 * What centres ask each other, and what is answered. Each question has a name, by which its answer is known at every
 * centre on the way, also where another has been asked meanwhile or the file has been handed back.
 */
final class Questions {
    /** How much of what was said to no question that is known is noted, in characters. */
    private static final int LONGEST_STATEMENT = 500;

    /** What a centre does that waits for no answer any more. */
    private static final Set<String> GIVING_UP = Set.of(CaseCommand.REFUSE_TO_ACCEPT.word(), CaseCommand.GO_ON.word());

    private Questions() {}

    /** Asks the centre below what the last notice demands, which this centre has just given. */
    static void ask(Act act, List<CorrectionItem> items) {
        int place = act.progress.corrections.size() - 1;
        String name = act.now.centre() + "/" + (place + 1);
        act.progress.linked().named(place, name);
        LinkedCaseMessage letter = act.tellBelow(LinkedCaseMessage.Type.QUESTION);
        letter.items = items;
        letter.stage = act.progress.stage;
        letter.question = name;
        Waiting.tell(act, letter);
    }

    /** The centre above asks: whoever applied here is told so; a centre between asks the one below. */
    static void asked(Act act, LinkedCaseMessage letter) {
        List<CorrectionItem> demands = letter.demands();
        Links links = act.progress.linked();
        links.named(act.progress.corrections.size(), letter.question());
        LocalDate until = Waiting.until(letter, act.now);
        act.progress.corrections.add(new CorrectionView(act.file.upperCentre(), act.now.at(), demands).awaited(until));
        act.detail("awaitedUntil", until == null ? null : until.toString());
        links.askedAt = letter.stage;
        act.detail("items", Integer.toString(demands.size()));
        if (!demands.equals(letter.items)) {
            act.leftOut();
        }
        if (act.file.isTransferred() && act.row.next() == CaseState.QUESTIONED) {
            links.askedBelow = true;
            LinkedCaseMessage onward = act.tellBelow(LinkedCaseMessage.Type.QUESTION);
            onward.items = demands;
            onward.stage = letter.stage;
            onward.question = letter.question();
            onward.awaitedUntil = until;
        } else {
            act.tellClocksBelow();
        }
    }

    /** The place of the last notice that nobody has answered; less than 0 where there is none. */
    static int open(Progress progress) {
        for (int place = progress.corrections().size() - 1; place >= 0; place--) {
            if (progress.corrections().get(place).answeredAt() == null) {
                return place;
            }
        }
        return -1;
    }

    /** The place of what is answered now: the last notice, or the last open one where the case has gone on without. */
    static int answeredNow(CaseFile file) {
        return switch (file.state()) {
            case FORWARDED -> open(file.progress());
            case ACCEPTED -> BranchRoads.asked(file.progress());
            default -> file.progress().corrections().size() - 1;
        };
    }

    /** Sends up what has come: to the question of the centre above, or to what was asked here before the file left. */
    static void tellAnswer(Act act, int place, CorrectionContent answer) {
        LinkedCaseMessage letter = act.tellAbove(LinkedCaseMessage.Type.ANSWER);
        letter.carry(answer);
        String name = act.progress.linked().nameOf(place);
        letter.question = name == null && act.row.from() == CaseState.FORWARDED
                ? act.now.centre() + "/" + (place + 1) // a name by which nobody above has asked
                : name;
    }

    /**
     * Whether a letter answers what is asked now: also one that names no question, as those of before, unless what is
     * asked now has a name and something without one is open, which was asked before names were given.
     */
    static boolean isAwaited(CaseFile file, LinkedCaseMessage letter, CommandContext now) {
        Progress progress = file.progress();
        int last = progress.corrections.size() - 1;
        String name = letter.question();
        boolean fits = name == null && earlierNameless(progress) < 0
                || name != null
                        && progress.links()
                                .filter(links -> name.equals(links.nameOf(last)))
                                .isPresent();
        GuardInput facts = GuardInput.of(file, now, null, false);
        return last >= 0
                && fits
                && CaseStateTable.find(file.state(), CaseCommand.ANSWERED, facts)
                        .isPresent();
    }

    /** Whether a letter says that the centre which has asked what is open here waits for no answer any more. */
    static boolean isGivenUp(CaseFile file, LinkedCaseMessage letter) {
        Progress progress = file.progress();
        int last = progress.corrections.size() - 1;
        if (file.state() != CaseState.QUESTIONED || last < 0) {
            return false;
        }
        String name = progress.links().map(links -> links.nameOf(last)).orElse(null);
        String asking = name == null
                ? progress.corrections.get(last).centre()
                : name.substring(0, Math.max(0, name.lastIndexOf('/')));
        return hasGivenUp(asking, letter);
    }

    /** Whether a centre that had asked something has, by the steps that a letter tells, gone on without the answer. */
    static boolean hasGivenUp(String asking, LinkedCaseMessage letter) {
        List<String> taken = letter.steps.stream()
                .filter(PeerStep::isTold)
                .filter(step -> step.centre().equals(asking))
                .map(step -> step.step().command())
                .toList();
        int asked = taken.lastIndexOf(CaseCommand.NOTIFY_CORRECTION.word());
        return asked >= 0 && taken.subList(asked, taken.size()).stream().anyMatch(GIVING_UP::contains);
    }

    /** The place of what was asked before names were given and is open, behind what has one; less than 0 for none. */
    private static int earlierNameless(Progress progress) {
        int last = progress.corrections.size() - 1;
        if (progress.links().filter(links -> links.nameOf(last) != null).isEmpty()) {
            return -1;
        }
        for (int place = last - 1; place >= 0; place--) {
            if (progress.linked().nameOf(place) == null
                    && progress.corrections.get(place).answeredAt() == null) {
                return place;
            }
        }
        return -1;
    }

    /** What is asked now is answered. */
    static void answered(Act act, LinkedCaseMessage letter) {
        int last = act.progress.corrections.size() - 1;
        CorrectionContent answer = take(act, letter, last);
        answer(act.progress, last, answer, act.now);
        act.progress.linked().askedBelow = false;
        Waiting.stop(act);
        if (act.row.next() == CaseState.FORWARDED) {
            passOn(act, letter, answer);
            return;
        }
        ExaminationWork.begin(act.progress);
        if (act.file.state() == CaseState.CORRECTING && act.row.next() == CaseState.RECEIVED) {
            act.awaitAnswer(act.now.receivedOn());
        }
        RenewalWork.start(act);
    }

    /** What was asked before is answered: what has come is in the file, and the question of now is still open. */
    static void answeredEarlier(Act act, LinkedCaseMessage letter) {
        Progress progress = act.progress;
        int place = letter.question() == null
                ? earlierNameless(progress)
                : progress.linked().placeOf(letter.question());
        boolean isOpen = place >= 0
                && place < progress.corrections.size()
                && progress.corrections.get(place).answeredAt() == null;
        CorrectionContent answer = take(act, letter, isOpen ? place : -1);
        if (isOpen) {
            answer(progress, place, answer, act.now);
        }
        if (!isOpen && answer.statement() != null) {
            act.text("statement", TextRules.first(answer.statement(), LONGEST_STATEMENT));
        }
        act.detail(
                "supplied",
                answer.materials().stream()
                        .map(MaterialView::code)
                        .filter(code -> code != null)
                        .distinct()
                        .collect(Collectors.joining(",")));
        if (!answer.materials().isEmpty() || !answer.form().isEmpty()) {
            ExaminationWork.beginAgain(act);
        }
        if (act.file.isAbove()) {
            passOn(act, letter, answer);
        }
    }

    private static CorrectionContent take(Act act, LinkedCaseMessage letter, int place) {
        int demands =
                place < 0 ? 0 : act.progress.corrections.get(place).items().size();
        CorrectionContent answer = letter.answer(demands);
        act.submission = act.submission
                .corrected(answer.form(), List.of(), act.submission.route())
                .supplied(answer.materials(), act.now.today());
        act.detail("receivedOn", act.now.receivedOn().toString());
        return answer;
    }

    private static void passOn(Act act, LinkedCaseMessage letter, CorrectionContent answer) {
        LinkedCaseMessage onward = act.tellAbove(LinkedCaseMessage.Type.ANSWER);
        onward.carry(answer);
        onward.question = letter.question();
    }

    /** Notes what answers the notice at a place. */
    static void answer(Progress progress, int place, CorrectionContent answer, CommandContext now) {
        CorrectionView open = progress.corrections.get(place);
        progress.corrections.set(
                place,
                new CorrectionView(
                        open.centre(),
                        open.notifiedAt(),
                        open.items(),
                        answer.statement() == null ? "" : answer.statement(),
                        now.at(),
                        Demands.answers(open.items(), answer),
                        open.awaitedUntil()));
    }
}
