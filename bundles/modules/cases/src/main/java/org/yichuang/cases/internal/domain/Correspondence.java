package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yichuang.cases.api.CaseRequests.Outcome;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView.EndingView;
import org.yichuang.cases.api.CaseView.IssuedView;
import org.yichuang.cases.internal.domain.Submission.StageFacts;
import org.yichuang.catalogue.api.Stage.Action;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TextRules;

/** The effects of letters from the centre above or below. */
public final class Correspondence {
    private static final int LONGEST_RESULT_NUMBER = 100;

    private Correspondence() {}

    /** A new case out of a forward letter, before its first step. */
    public static CaseFile open(String number, LinkedCaseMessage letter, String sender, CommandContext now) {
        return CaseFile.transferred(number, letter.submission, sender, letter.senderCase, now.at());
    }

    /** Takes a file over from the centre below, for the first time or again after it was handed back. */
    public static Done transferIn(CaseFile file, LinkedCaseMessage letter, CommandContext now) {
        boolean again = file.state() != null;
        Act act = again ? Act.begin(file, CaseCommand.TRANSFER_IN, now) : Act.first(file, CaseCommand.TRANSFER_IN, now);
        Progress progress = act.progress;
        act.submission = letter.submission;
        progress.stage = letter.stage;
        progress.opinions = new ArrayList<>(letter.opinions);
        progress.acceptance = null;
        progress.ending = null;
        progress.extension = null; // what was handed back and comes again has a limit of its own
        progress.hearing = null;
        progress.linked().askedBelow = false;
        Remembered.takenAgain(progress.linked());
        act.awaitAnswer(now.receivedOn());
        RenewalWork.transferred(act);
        heardFromBelow(act, letter);
        ExaminationWork.told(act, letter.examinations);
        act.detail("from", file.lowerCentre());
        act.detail("fromCase", file.lowerNumber());
        act.detail("item", letter.submission.item().code());
        long missing = letter.submission.materials().stream()
                .filter(HarmfulFiles::isLeftBehind)
                .count();
        act.detail("leftBehind", missing == 0 ? null : Long.toString(missing));
        return act.finish();
    }

    /** Tells whether a file that comes again is taken as the case stands; not one that never left. */
    public static boolean isTakenAgain(CaseFile file, CommandContext now) {
        return CaseStateTable.find(file.state(), CaseCommand.TRANSFER_IN, GuardInput.of(file, now, null, false))
                .isPresent();
    }

    /**
     * Takes the effect of any other letter; empty when the state of the case gives it none, as with a withdrawal that
     * comes after the decision.
     */
    public static Optional<Done> take(CaseFile file, LinkedCaseMessage letter, CommandContext now) {
        CaseCommand command = commandOf(file, letter, now);
        Boolean granted = letter.decision == null ? null : letter.decision.outcome() == Outcome.GRANT;
        boolean issued = letter.issued != null;
        if (CaseStateTable.find(file.state(), command, GuardInput.of(file, now, granted, issued))
                .isEmpty()) {
            return Optional.empty();
        }
        Act act = Act.begin(file, command, granted, issued, now);
        if (isFromBelow(letter)) {
            heardFromBelow(act, letter);
        } else {
            heardFromAbove(act, letter);
        }
        switch (command) {
            case ANSWERED -> Questions.answered(act, letter);
            case SUPPLIED_BELOW -> supplied(act, letter);
            case CHECKED_BELOW -> PromiseWork.checkedBelow(act, letter);
            case WITHDRAW_ASKED -> withdrawAsked(act, letter);
            case PROGRESSED_BELOW -> act.tellOfEnd();
            case UPPER_ACCEPTED, UPPER_GAVE_UP -> passOnReceipt(act);
            case UPPER_ASKED -> Questions.asked(act, letter);
            case UPPER_SUSPENDED -> ClockLetters.suspended(act, letter);
            case UPPER_RESUMED -> ClockLetters.resumed(act, letter);
            case UPPER_EXTENDED -> ClockLetters.extended(act, letter);
            case UPPER_DECIDED -> decided(act, letter);
            case UPPER_RETURNED -> returned(act, letter);
            case UPPER_CANCELLED -> cancelled(act, letter);
            case UPPER_GRANT_ENDED -> GrantEnding.heard(act, letter);
            default -> HearingLetters.take(command, act, letter);
        }
        return Optional.of(act.finish());
    }

    /**
     * Notes that a letter has come, with or without effect, so that the next one is not taken for one too many.
     *
     * @param id the letter's own, by which it is known again
     */
    public static void noteSeen(CaseFile file, LinkedCaseMessage letter, long sequence, String id) {
        Progress noted = file.progress().copy();
        noted.linked().saw(isFromBelow(letter), sequence, id);
        file.note(noted);
    }

    /** Which letter of the side that this one comes from had a number, as far as that is known. */
    public static Optional<String> idOf(CaseFile file, LinkedCaseMessage letter, long sequence) {
        return file.progress().links().flatMap(links -> links.idOf(isFromBelow(letter), sequence));
    }

    /** How many letters have come from the side that this one comes from. */
    public static long seen(CaseFile file, LinkedCaseMessage letter) {
        return file.progress()
                .links()
                .map(links -> isFromBelow(letter) ? links.seenFromBelow : links.seenFromAbove)
                .orElse(0L);
    }

    /** Tells whether letters of this type come from the centre below. */
    public static boolean isFromBelow(LinkedCaseMessage letter) {
        return commandOf(letter).source() == CaseCommand.Source.LOWER;
    }

    /**
     * The decision's document, if what the letter says of it can be so. What cannot is left out and noted: a decision
     * stands, and ends a case, whatever is said of its paper.
     */
    private static DecisionDocument document(Act act, LinkedCaseMessage letter) {
        DecisionDocument said = letter.decisionDocument;
        if (said == null) {
            return null;
        }
        if (said.isWellFormed() && act.submission.route().isDecidedAt(said.centre())) {
            return said;
        }
        act.leftOut();
        return null;
    }

    /** The result as it can be told: of a number, only as much as a centre may give one. */
    static IssuedView issued(Act act, LinkedCaseMessage letter) {
        IssuedView said = letter.issued;
        if (said == null) {
            return null;
        }
        String number = TextRules.first(TextRules.cleaned(said.documentNumber()), LONGEST_RESULT_NUMBER);
        if (number.equals(said.documentNumber())) {
            return said;
        }
        act.leftOut();
        return new IssuedView(number, said.centre(), said.validUntil(), said.at());
    }

    /**
     * An answer to what is not asked here now brings what is in it, and answers nothing else; what the centre above
     * tells of itself may be that it waits for no answer any more.
     */
    private static CaseCommand commandOf(CaseFile file, LinkedCaseMessage letter, CommandContext now) {
        CaseCommand command = commandOf(letter);
        if (command == CaseCommand.UPPER_ACCEPTED && Questions.isGivenUp(file, letter)) {
            return CaseCommand.UPPER_GAVE_UP;
        }
        boolean isEarlier = command == CaseCommand.ANSWERED && !Questions.isAwaited(file, letter, now);
        return isEarlier ? CaseCommand.SUPPLIED_BELOW : command;
    }

    private static void supplied(Act act, LinkedCaseMessage letter) {
        if (letter.type == LinkedCaseMessage.Type.ANSWER) {
            Questions.answeredEarlier(act, letter);
        } else {
            PromiseWork.suppliedBelow(act, letter);
        }
    }

    /** What a letter does to the case that gets it. */
    public static CaseCommand commandOf(LinkedCaseMessage letter) {
        return HearingLetters.command(letter).orElseGet(() -> ofTheCase(letter));
    }

    private static CaseCommand ofTheCase(LinkedCaseMessage letter) {
        return switch (letter.type) {
            case FORWARD -> CaseCommand.TRANSFER_IN;
            case ANSWER -> CaseCommand.ANSWERED;
            case SUPPLY -> CaseCommand.SUPPLIED_BELOW;
            case FINDING -> CaseCommand.CHECKED_BELOW;
            case WITHDRAW -> CaseCommand.WITHDRAW_ASKED;
            case PROGRESS -> CaseCommand.PROGRESSED_BELOW;
            case RECEIPT -> CaseCommand.UPPER_ACCEPTED;
            case QUESTION -> CaseCommand.UPPER_ASKED;
            case SUSPENSION -> CaseCommand.UPPER_SUSPENDED;
            case RESUMPTION -> CaseCommand.UPPER_RESUMED;
            case EXTENSION -> CaseCommand.UPPER_EXTENDED;
            case DECISION -> CaseCommand.UPPER_DECIDED;
            case CANCELLED -> cancelled(letter.ending);
            default -> throw new IllegalArgumentException("Not a letter of the case: " + letter.type);
        };
    }

    private static CaseCommand cancelled(EndingView ending) {
        return switch (ending == null ? "" : ending.kind()) {
            case "WITHDRAWN" -> CaseCommand.UPPER_CANCELLED;
            case GrantEnding.KIND -> CaseCommand.UPPER_GRANT_ENDED;
            default -> CaseCommand.UPPER_RETURNED;
        };
    }

    private static void heardFromBelow(Act act, LinkedCaseMessage letter) {
        Links links = act.progress.linked();
        links.lowerState = letter.state;
        links.lowerClocks = new ArrayList<>(letter.clocks);
        links.lowerSteps = new ArrayList<>(letter.steps);
        if (act.progress.clocks.stream().anyMatch(clock -> clock.kind() == ClockKind.PROMISE && !clock.stopped())) {
            links.promisedHere(act.file.lowerNumber(), act.now);
        }
    }

    private static void heardFromAbove(Act act, LinkedCaseMessage letter) {
        Links links = act.progress.linked();
        links.upperState = letter.state;
        links.upperClocks = new ArrayList<>(letter.clocks);
        links.upperSteps = new ArrayList<>(letter.steps);
        if (links.isPromisedAbove()) { // from now on it is the centre above that keeps it
            act.progress.stop(ClockKind.PROMISE, act.now.today());
            links.promisedHere(act.file.lowerNumber(), act.now);
        }
        act.file.above(act.file.upperCentre(), letter.senderCase);
        act.detail("upperCentre", act.file.upperCentre());
        act.detail("upperCase", letter.senderCase);
    }

    private static void passOnReceipt(Act act) {
        if (act.file.isTransferred()) {
            act.tellBelow(LinkedCaseMessage.Type.RECEIPT);
        }
    }

    private static void withdrawAsked(Act act, LinkedCaseMessage letter) {
        act.progress.ending = letter.ending;
        act.stopClocks();
        if (act.row.next() == CaseState.WITHDRAWN) {
            act.tellBelow(LinkedCaseMessage.Type.CANCELLED).ending = letter.ending;
        } else {
            act.tellAbove(LinkedCaseMessage.Type.WITHDRAW).ending = letter.ending;
        }
    }

    private static void decided(Act act, LinkedCaseMessage letter) {
        Progress progress = act.progress;
        act.goOn();
        progress.decision = letter.decision;
        progress.decisionDocument = document(act, letter);
        progress.decisionFacts = ToldFacts.of(letter.facts);
        progress.issued = issued(act, letter);
        progress.opinions = new ArrayList<>(letter.opinions);
        progress.ending = null;
        act.note(letter.decision.outcome().name());
        act.detail("outcome", letter.decision.outcome().name());
        act.detail("documentNumber", progress.issued == null ? null : progress.issued.documentNumber());
        boolean issuesHere = act.row.next() == CaseState.GRANTED
                && act.submission.route().issuer().equals(act.now.centre());
        if (!act.file.isTransferred() || issuesHere) {
            LocalDate day = letter.decision.at().atZone(CallContext.ZONE).toLocalDate();
            Deliveries.begin(act, day, letter.decision.outcome() == Outcome.GRANT);
        }
        if (act.file.isTransferred() && !issuesHere) {
            LinkedCaseMessage onward = act.tellBelow(LinkedCaseMessage.Type.DECISION);
            onward.carry(letter.decision);
            onward.decisionDocument = progress.decisionDocument;
            onward.facts = progress.decisionFacts;
            onward.issued = progress.issued;
        } else {
            act.tellClocksBelow();
        }
    }

    private static void returned(Act act, LinkedCaseMessage letter) {
        act.detail("outcome", letter.ending.kind());
        if (act.row.next() == CaseState.WITHDRAWN) {
            cancelled(act, letter);
            return;
        }
        Progress progress = act.progress;
        act.goOn();
        progress.extension = null; // of a limit that has ended with this
        HearingLetters.forget(act);
        progress.ending = letter.ending;
        progress.linked().handedBack = true;
        progress.stage = stageToRepeat(act);
        DeadlinePolicy clocks = new DeadlinePolicy(progress, act.submission, act.now);
        if (!act.file.isTransferred()) {
            clocks.promisedAbove();
        }
        if (act.row.next() == CaseState.ACCEPTED) {
            ExaminationWork.begin(progress);
            clocks.again(act.now.today());
        } else {
            act.awaitAnswer(act.now.today());
        }
        passOnReceipt(act);
    }

    /** The last pre-review here; a centre without one begins again at its intake. */
    private static int stageToRepeat(Act act) {
        List<StageFacts> stages = act.submission.route().stages();
        for (int i = stages.size() - 1; i >= 0; i--) {
            StageFacts stage = stages.get(i);
            if (stage.action() == Action.PRE_REVIEW && stage.centre().equals(act.now.centre())) {
                return i;
            }
        }
        return act.file.isTransferred() ? act.progress.stage : 0;
    }

    private static void cancelled(Act act, LinkedCaseMessage letter) {
        EndingView own = act.progress.ending;
        act.progress.ending = own == null || !own.kind().equals("WITHDRAWN") ? letter.ending : own;
        act.stopClocks();
        if (act.file.isTransferred()) {
            act.tellBelow(LinkedCaseMessage.Type.CANCELLED).ending = act.progress.ending;
        }
    }
}
