package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.HearingState;
import org.yichuang.cases.api.HearingStep;
import org.yichuang.cases.api.HearingWish;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/**
 * What centres tell each other of a hearing. The one that decides holds it; the one where somebody applied tells them
 * in writing and takes what they say, on its own days, which are told above; each on the way passes both on (R1-25 to
 * R1-28).
 */
public final class HearingLetters {
    private HearingLetters() {}

    /** What a letter about a hearing is; empty for any other. */
    static Optional<CaseCommand> command(LinkedCaseMessage letter) {
        if (letter.type == LinkedCaseMessage.Type.HEARING) {
            return Optional.of(
                    switch (letter.hearingStep) {
                        case RIGHT_NOTIFIED -> CaseCommand.UPPER_HEARING_RIGHT;
                        case CONVENED -> CaseCommand.UPPER_CONVENED;
                        case HELD -> CaseCommand.UPPER_HEARD;
                        case CALLED_OFF -> CaseCommand.UPPER_CALLED_OFF;
                    });
        }
        if (letter.type == LinkedCaseMessage.Type.REPLY) {
            return Optional.of(
                    switch (letter.reply.kind()) {
                        case RIGHT_TOLD, SESSION_TOLD, UNASKED -> CaseCommand.TOLD_BELOW;
                        case ASKED -> CaseCommand.ASKED_BELOW;
                        case DECLINED -> CaseCommand.DECLINED_BELOW;
                    });
        }
        return Optional.empty();
    }

    /** Tells the centre below of a step of the hearing, where the case came from one. */
    static void tell(Act act, HearingStep step, String reason) {
        if (!act.file.isTransferred()) {
            return;
        }
        LinkedCaseMessage letter = act.tellBelow(LinkedCaseMessage.Type.HEARING);
        letter.hearingStep = step;
        letter.hearing = act.progress.hearing;
        letter.suspension = suspension(act, step);
        letter.statement = step == HearingStep.CALLED_OFF ? reason : null;
    }

    /** The limits stand for what is convened, and go on when it is off. */
    private static SuspensionFact suspension(Act act, HearingStep step) {
        boolean isMoved = step == HearingStep.CONVENED && HearingWork.isForHearing(act.progress)
                || step == HearingStep.CALLED_OFF && act.progress.suspension().isEmpty();
        List<SuspensionFact> all = act.progress.suspensions;
        return isMoved && !all.isEmpty() ? all.get(all.size() - 1) : null;
    }

    /** Tells the centre above what somebody has said here to its hearing. */
    static void passOn(Act act, HearingWish wish, String party) {
        if (act.file.isAbove() || act.progress.hearing.branch() != null) {
            HearingReply.Kind kind =
                    Boolean.TRUE.equals(wish.wanted()) ? HearingReply.Kind.ASKED : HearingReply.Kind.DECLINED;
            keepClock(act);
            reply(act, new HearingReply(kind, act.now.today(), party, wish.statement()));
        }
    }

    private static void reply(Act act, HearingReply said) {
        String branch = act.progress.hearing == null ? null : act.progress.hearing.branch();
        LinkedCaseMessage letter = branch == null
                ? act.tellAbove(LinkedCaseMessage.Type.REPLY)
                : act.tellAbove(branch, LinkedCaseMessage.Type.REPLY);
        letter.reply = said;
    }

    /** Takes the effect of a letter about the case. */
    static void take(CaseCommand command, Act act, LinkedCaseMessage letter) {
        take(command, act, null, letter);
    }

    /**
     * Takes the effect of a letter.
     *
     * @param branch the branch of a joint case about which the centre above holds the hearing; null for the whole
     */
    static void take(CaseCommand command, Act act, String branch, LinkedCaseMessage letter) {
        switch (command) {
            case UPPER_HEARING_RIGHT -> right(act, branch, letter);
            case UPPER_CONVENED -> convened(act, branch, letter);
            case UPPER_HEARD -> held(act, letter);
            case UPPER_CALLED_OFF -> calledOff(act, letter);
            case TOLD_BELOW -> told(act, letter.reply);
            case ASKED_BELOW, DECLINED_BELOW -> wished(act, letter.reply);
            default -> throw new IllegalArgumentException("Not a letter: " + command);
        }
        HearingWork.note(act);
    }

    /** They may ask for a hearing above: whoever applied here is told so now, and the days count from today. */
    private static void right(Act act, String branch, LinkedCaseMessage letter) {
        HearingFact told = HearingBounds.of(act, letter.hearing);
        HearingFact begun = HearingFact.begun(told.reason(), told.parties()).about(branch);
        act.detail("parties", Integer.toString(told.parties().size()));
        act.text("reason", told.reason());
        if (act.file.isTransferred()) {
            act.progress.hearing = begun.with(new HearingFact.Telling(act.now.today(), null));
            tell(act, HearingStep.RIGHT_NOTIFIED, null);
            return;
        }
        HearingWork.told(act, begun, act.now.today());
        keepClock(act);
        reply(act, HearingReply.of(HearingReply.Kind.RIGHT_TOLD, act.now.today()));
    }

    /** Time and place are set above, and the limits stand for it. */
    private static void convened(Act act, String branch, LinkedCaseMessage letter) {
        HearingFact told = HearingBounds.of(act, letter.hearing);
        HearingFact before = act.progress.hearing;
        HearingFact hearing = before == null
                ? HearingFact.begun(told.reason(), told.parties()).about(branch)
                : before.because(told.reason());
        act.progress.hearing = hearing.with(told.session().toldOn(act.file.isTransferred() ? null : act.now.today()));
        if (letter.suspension != null) {
            HearingWork.stand(
                    act,
                    ClockLetters.possible(act, letter.suspension.from()),
                    letter.suspension.plannedWorkingDays(),
                    ClockLetters.reason(letter.suspension.reason()));
        }
        act.detail("time", told.session().time().toString());
        act.text("place", told.session().place());
        act.text("presider", told.session().presider());
        act.text("closedReason", told.session().closedReason());
        if (act.file.isTransferred()) {
            tell(act, HearingStep.CONVENED, null);
            return;
        }
        keepClock(act);
        reply(act, HearingReply.of(HearingReply.Kind.SESSION_TOLD, act.now.today()));
    }

    /** It was held above: the limits go on after its day. */
    private static void held(Act act, LinkedCaseMessage letter) {
        HearingFact.Held told = HearingBounds.of(act, letter.hearing).held();
        act.progress.hearing = act.progress.hearing.with(told);
        HearingWork.goOn(act, told.on());
        act.detail("participants", Integer.toString(told.participants().size()));
        act.detail("record", told.number());
        tell(act, HearingStep.HELD, null);
    }

    /** It is not held above: the limits go on. */
    private static void calledOff(Act act, LinkedCaseMessage letter) {
        act.text("reason", HearingBounds.text(letter.statement));
        boolean isDay = letter.suspension != null && letter.suspension.to() != null;
        HearingWork.off(act, isDay ? ClockLetters.possible(act, letter.suspension.to()) : act.now.today());
        if (act.progress.hearing.notifiedOn() == null && act.progress.hearing.telling() == null) {
            act.progress.hearing = null;
        } else if (!act.file.isTransferred()) {
            keepClock(act);
        }
        tell(act, HearingStep.CALLED_OFF, letter.statement);
    }

    /** The centre below has told them, or says that nobody has asked in time. */
    private static void told(Act act, HearingReply said) {
        HearingFact hearing = act.progress.hearing;
        LocalDate day = ClockLetters.possible(act, said.on());
        act.detail("told", said.kind().name());
        act.detail("toldOn", day.toString());
        if (said.kind() == HearingReply.Kind.SESSION_TOLD) {
            if (hearing.session() != null && hearing.session().toldOn() == null) {
                act.progress.hearing = hearing.with(hearing.session().toldOn(day));
            }
        } else if (hearing.telling() != null && hearing.notifiedOn() == null) {
            HearingWork.told(act, hearing, day);
        } else if (hearing.telling() != null && said.kind() == HearingReply.Kind.UNASKED) {
            LocalDate sent = hearing.telling().sentOn();
            act.progress.hearing = hearing.with(new HearingFact.Telling(sent, day));
        }
        passUp(act, said);
    }

    /** Somebody has said below whether they ask for a hearing, on the day on which they have said it there. */
    private static void wished(Act act, HearingReply said) {
        HearingFact hearing = act.progress.hearing;
        if (hearing.held() != null) {
            heardInVain(act, said);
            return;
        }
        LocalDate day = ClockLetters.possible(act, said.on());
        String party = said.party();
        boolean isAsked = said.kind() == HearingReply.Kind.ASKED;
        boolean isKnown = party.isEmpty() || hearing.party(party).isPresent();
        boolean isSaid = isAsked
                ? hearing.isAskedBy(party)
                : hearing.declined().contains(party) || HearingWork.isBegun(hearing, party, day);
        if (!isKnown || isSaid) {
            act.leftOut();
        } else if (isAsked) {
            HearingWork.asked(act, new HearingFact.Asked(day, party, HearingBounds.text(said.statement()), null));
        } else {
            HearingWork.declined(act, new HearingFact.Declared(day, party, HearingBounds.text(said.statement())));
        }
        act.detail("by", party.isEmpty() ? "applicant" : "party");
        act.detail("on", day.toString());
        passUp(act, said);
        if (!act.file.isAbove()) {
            tellWhatCameOfIt(act, hearing);
        }
    }

    /**
     * Somebody has said below, before its day, that they ask no longer, and the hearing was held before their letter
     * came. What was heard is heard; but nobody has asked for it since that day, from which the limits go on below, as
     * the applicant was told in writing: so they do here.
     */
    private static void heardInVain(Act act, HearingReply said) {
        HearingFact hearing = act.progress.hearing;
        LocalDate day = ClockLetters.possible(act, said.on());
        boolean isLast = hearing.isAskedOnlyBy(said.party())
                && (hearing.session() == null || !hearing.session().anyway());
        if (!isLast || !day.isBefore(hearing.held().on())) {
            act.leftOut();
        } else {
            act.progress.hearing = hearing.declinedBy(
                    new HearingFact.Declared(day, said.party(), HearingBounds.text(said.statement())));
            Standing.of(act.progress).shorten(hearing.held().on(), day);
            act.detail("suspendedUntil", day.toString());
        }
        act.detail("by", said.party().isEmpty() ? "applicant" : "party");
        act.detail("on", day.toString());
        passUp(act, said);
        if (!act.file.isAbove()) {
            act.tellClocksBelow();
        }
    }

    /** The limits stand or go on from that day; what was convened here meanwhile, which nobody asks for now, is off. */
    private static void tellWhatCameOfIt(Act act, HearingFact before) {
        if (before.session() != null && act.progress.hearing.session() == null) {
            tell(act, HearingStep.CALLED_OFF, null);
        } else {
            act.tellClocksBelow();
        }
    }

    private static void passUp(Act act, HearingReply said) {
        if (act.file.isAbove()) {
            reply(act, said);
        }
    }

    /** A case that leaves the centre above undecided is heard there no more; what was said of it the journal keeps. */
    static void forget(Act act) {
        if (act.progress.hearing != null) {
            act.callOff(act.progress.hearing);
        }
        act.progress.hearing = null;
        act.progress.end(ClockKind.HEARING_REQUEST, act.now);
    }

    /** While somebody may ask and nobody has, the days run in which they may. */
    private static void keepClock(Act act) {
        HearingFact hearing = act.progress.hearing;
        boolean isAwaited = hearing.state() == HearingState.NOTIFIED;
        if (!isAwaited) {
            act.progress.end(ClockKind.HEARING_REQUEST, act.now);
        } else if (act.progress.running(ClockKind.HEARING_REQUEST).isEmpty()) {
            act.progress.start(
                    ClockKind.HEARING_REQUEST,
                    hearing.notifiedOn(),
                    HearingWork.toAsk(hearing.notifiedOn(), act.now.laws()));
        }
    }

    /** Whether the centre above has to be told that nobody has asked in time. */
    public static Optional<CaseCommand> due(CaseFile file, CommandContext now) {
        return isUnasked(file, now) ? Optional.of(CaseCommand.HEARING_UNASKED) : Optional.empty();
    }

    private static boolean isUnasked(CaseFile file, CommandContext now) {
        HearingFact hearing = file.progress().hearing;
        return hearing != null
                && (file.isAbove() && !file.isTransferred() || isAskedInBranch(file.progress()))
                && hearing.state() == HearingState.NOTIFIED
                && now.today().isAfter(HearingWork.lastDayToAsk(hearing, now));
    }

    private static boolean isAskedInBranch(Progress progress) {
        return progress.hearing.branch() != null
                && progress.running(ClockKind.HEARING_REQUEST).isPresent();
    }

    /** Tells the centre above that nobody has asked in time. */
    public static Done close(CaseFile file, CommandContext now) {
        Act act = Act.begin(file, CaseCommand.HEARING_UNASKED, now);
        if (!isUnasked(file, now)) {
            throw new ProblemException(
                    CaseError.CASE_STATE, LocalizedMessage.of(HearingLetters.class, "hearing.days-run"));
        }
        LocalDate last = HearingWork.lastDayToAsk(act.progress.hearing, now);
        act.progress.end(ClockKind.HEARING_REQUEST, last, now.calendar());
        act.note(HearingState.NOT_REQUESTED.name());
        act.detail("branch", act.progress.hearing.branch());
        reply(act, HearingReply.of(HearingReply.Kind.UNASKED, last));
        return act.finish();
    }
}
