package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.HearingRequest;
import org.yichuang.cases.api.HearingRequest.InterestedParty;
import org.yichuang.cases.api.HearingState;
import org.yichuang.cases.api.HearingStep;
import org.yichuang.cases.api.HearingWish;
import org.yichuang.cases.api.SpecialProcedure;
import org.yichuang.catalogue.api.Examination.HearingDuty;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TextRules;
import org.yichuang.kernel.api.time.Deadlines;
import org.yichuang.kernel.api.time.Limit;
import org.yichuang.kernel.api.time.WorkingCalendar;
import org.yichuang.tenancy.api.SettingDefinition;

/**
 * The hearing before a decision: who may ask is told and asks in time, time and place are told in time, somebody
 * presides who has not examined, and the decision rests on the record (R1-25 to R1-28).
 */
public final class HearingWork {
    /** Whether seven whole days lie between the notice of a hearing and its day (R2-07). */
    public static final SettingDefinition FULL_DAYS = SettingDefinition.flag("policy.cases.hearing.full-days", false);

    private HearingWork() {}

    /** The command that a step is. */
    public static CaseCommand command(HearingStep step) {
        return switch (step) {
            case RIGHT_NOTIFIED -> CaseCommand.NOTIFY_HEARING_RIGHT;
            case CONVENED -> CaseCommand.CONVENE_HEARING;
            case HELD -> CaseCommand.RECORD_HEARING;
            case CALLED_OFF -> CaseCommand.CALL_OFF_HEARING;
        };
    }

    /** The command that a wish is. */
    public static CaseCommand command(HearingWish wish) {
        return Boolean.TRUE.equals(wish.wanted()) ? CaseCommand.REQUEST_HEARING : CaseCommand.DECLINE_HEARING;
    }

    /** Takes a step of the organ. */
    public static Done take(CaseFile file, HearingRequest request, CommandContext now) {
        BranchHearings.turnTo(file, null, now);
        Act act = Act.begin(file, command(request.step()), now);
        switch (request.step()) {
            case RIGHT_NOTIFIED -> notified(act, request);
            case CONVENED -> HearingSessions.convened(act, request);
            case HELD -> HearingSessions.held(act, request);
            case CALLED_OFF -> HearingSessions.calledOff(act, request);
        }
        HearingLetters.tell(act, request.step(), request.reason());
        return finish(act);
    }

    private static Done finish(Act act) {
        note(act);
        return act.finish();
    }

    /** Notes with a step how far it has come, where there is still one. */
    static void note(Act act) {
        HearingFact hearing = act.progress.hearing;
        HearingState come = hearing == null
                ? HearingState.NOT_REQUESTED
                : state(hearing, act.now.today(), act.now.calendar(), act.now.laws());
        act.note(come.name());
    }

    private static void notified(Act act, HearingRequest request) {
        require(List.of(new Needed("reason", request.reason())));
        HearingFact begun = HearingFact.begun(request.reason(), apart(request.parties()));
        act.detail("parties", Integer.toString(request.parties().size()));
        act.text("reason", request.reason());
        if (act.file.isTransferred()) {
            act.progress.hearing = begun.with(new HearingFact.Telling(act.now.today(), null));
        } else {
            told(act, begun, act.now.today());
        }
    }

    /** They were told on a day, from which the days count in which they may ask. */
    static void told(Act act, HearingFact hearing, LocalDate day) {
        act.progress.hearing = hearing.toldOn(day);
        act.detail("requestUntil", lastDayToAsk(act.progress.hearing, act.now).toString());
    }

    /** Who is concerned, told apart by name. */
    static List<InterestedParty> apart(List<InterestedParty> parties) {
        List<InterestedParty> named = parties.stream()
                .map(party -> new InterestedParty(name(party.name()), party.contact(), party.interest()))
                .toList();
        boolean isTwice = named.stream().map(InterestedParty::name).distinct().count() < named.size();
        if (isTwice || named.stream().anyMatch(party -> party.name().isEmpty())) {
            throw ProblemException.field(CommonError.FIELDS_INVALID, "parties", message("hearing.parties-twice"));
        }
        return named;
    }

    /** Takes what somebody who was told says to it: that they ask for one, or for none, or no longer. */
    public static Done wish(CaseFile file, HearingWish wish, CommandContext now) {
        String party = name(wish.party());
        if (BranchHearings.judged(file.progress(), now) != file.progress().hearing()) {
            BranchHearings.turnTo(file, null, now);
        }
        Act act = Act.begin(file, command(file.progress().hearing, wish, party), now);
        HearingFact hearing = act.progress.hearing;
        if (hearing.notifiedOn() == null) {
            throw new ProblemException(CaseError.CASE_STATE, message("hearing.held-anyway"));
        }
        requireParty(hearing, party, act);
        if (wish.wanted()) {
            requireInTime(act, party);
            asked(act, new HearingFact.Asked(act.now.today(), party, wish.statement(), null));
        } else {
            requireNew(hearing.declined().contains(party), "hearing.declined-already");
            requireNew(isBegun(hearing, party, act.now.today()), "hearing.begun");
            declined(act, new HearingFact.Declared(act.now.today(), party, wish.statement()));
        }
        act.detail("by", party.isEmpty() ? "applicant" : "party");
        act.detail("branch", hearing.branch());
        HearingLetters.passOn(act, wish, party);
        return finish(act);
    }

    private static void requireInTime(Act act, String party) {
        HearingFact hearing = act.progress.hearing;
        LocalDate last = lastDayToAsk(hearing, act.now);
        if (act.now.today().isAfter(last)) {
            throw new ProblemException(
                    CaseError.CASE_STATE, LocalizedMessage.of(HearingWork.class, "hearing.too-late", last));
        }
        requireNew(hearing.isAskedBy(party), "hearing.asked-already");
    }

    private static void requireNew(boolean isSaid, String key) {
        if (isSaid) {
            throw new ProblemException(CaseError.CASE_STATE, message(key));
        }
    }

    /** When the last who asks asks no longer, what they have asked for is off; what the organ holds anyway is not. */
    private static CaseCommand command(HearingFact hearing, HearingWish wish, String party) {
        boolean isLast = hearing != null
                && hearing.held() == null
                && hearing.isAskedOnlyBy(party)
                && (hearing.session() == null || !hearing.session().anyway());
        return isLast && !Boolean.TRUE.equals(wish.wanted()) ? CaseCommand.REVOKE_REQUEST : command(wish);
    }

    /** Whoever has asked for it cannot undo it on its day: what has been heard is heard. */
    static boolean isBegun(HearingFact hearing, String party, LocalDate day) {
        return hearing.isAskedBy(party)
                && hearing.session() != null
                && !day.isBefore(hearing.session().day());
    }

    /** From the first wish on the limits stand, and where it is decided the days run in which it is held. */
    static void asked(Act act, HearingFact.Asked wish) {
        boolean isFirst = act.progress.hearing.asking().isEmpty();
        act.progress.hearing = act.progress.hearing.askedBy(wish);
        if (isFirst) {
            boolean isHeardHere = act.progress.hearing.branch() == null
                    && act.submission.route().isDecidedAt(act.now.centre());
            if (isHeardHere) {
                act.progress.start(ClockKind.HEARING, wish.on(), toHold(wish.on(), act.now.laws()));
            }
            stand(
                    act,
                    wish.on(),
                    toHold(wish.on(), act.now.laws()).amount(),
                    message("hearing.asked").zh());
        }
    }

    /** When the last who has asked asks no longer, nothing waits for a hearing but one that the organ holds anyway. */
    static void declined(Act act, HearingFact.Declared said) {
        boolean wasAsked = act.progress.hearing.isAskedBy(said.by());
        HearingFact hearing = act.progress.hearing.declinedBy(said);
        act.progress.hearing = hearing;
        if (wasAsked && hearing.asking().isEmpty()) {
            act.progress.end(ClockKind.HEARING, said.on(), act.now.calendar());
            if (hearing.session() == null || !hearing.session().anyway()) {
                off(act, said.on());
            }
        }
    }

    /** What was convened is off; where nobody asks for a hearing, nothing waits for one, and the limits go on. */
    static void off(Act act, LocalDate day) {
        act.callOff(act.progress.hearing);
        act.progress.hearing =
                act.progress.hearing.with((HearingFact.Session) null).toldBy(null);
        if (act.progress.hearing.asking().isEmpty()) {
            act.progress.end(ClockKind.HEARING, day, act.now.calendar());
            goOn(act, day);
        }
    }

    /** The limits go on after a day, where they stand for a hearing. */
    static void goOn(Act act, LocalDate day) {
        if (isForHearing(act.progress)) {
            BranchHearings.goOn(act.progress, day);
            act.detail("suspendedUntil", day.toString());
        }
    }

    /** A name as people are told apart by it: who types it otherwise means the same. */
    private static String name(String typed) {
        return typed == null ? "" : TextRules.cleaned(typed);
    }

    /** Applicants speak for themselves alone; at the window staff write down what the others have said. */
    private static void requireParty(HearingFact hearing, String party, Act act) {
        boolean isKnown = party.isEmpty()
                || Staff.isStaff(act.now.actor()) && hearing.party(party).isPresent();
        if (!isKnown) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID, "party", LocalizedMessage.of(HearingWork.class, "hearing.party"));
        }
    }

    /**
     * Lets the limits stand from the day after one until it is over, where nothing else makes them stand; not from
     * before the last special procedure has ended, during which they stood already.
     */
    static void stand(Act act, LocalDate day, int days, String reason) {
        if (BranchHearings.standing(act.progress).isEmpty()) {
            LocalDate from = BranchHearings.stood(act.progress).stream()
                    .map(SuspensionFact::to)
                    .reduce(day, (last, ended) -> Clock.later(ended, last));
            BranchHearings.stand(act.progress, new SuspensionFact(SpecialProcedure.HEARING, from, null, days, reason));
            act.detail("suspendedFrom", from.toString());
        }
    }

    /**
     * What ends another special procedure leaves the limits standing for the hearing that has still to be held.
     *
     * @return whether they stand on
     */
    static boolean standOn(Act act) {
        if (isOpen(act.progress)) {
            HearingFact hearing = act.progress.hearing;
            LocalDate last = hearing.session() == null
                    ? lastDayToHold(hearing.asking().get(0).on(), act.now)
                    : hearing.session().day();
            int left = Deadlines.workdaysLeft(act.now.today(), last, act.now.calendar());
            String key = hearing.asking().isEmpty() ? "hearing.held-by-organ" : "hearing.asked";
            stand(act, act.now.today(), Math.max(1, left), message(key).zh());
        }
        return isOpen(act.progress);
    }

    /** Whether all limits stand for a hearing that has still to be held: they go on when its record is there. */
    static boolean isStanding(Progress progress) {
        return isOpen(progress) && progress.hearing.branch() == null && isForHearing(progress);
    }

    static boolean isForHearing(Progress progress) {
        return BranchHearings.standing(progress)
                .filter(open -> open.procedure() == SpecialProcedure.HEARING)
                .isPresent();
    }

    private static boolean isOpen(Progress progress) {
        return progress.hearing != null && progress.hearing.isOpen();
    }

    /** The last day on which it may be asked for. */
    public static LocalDate lastDayToAsk(HearingFact hearing, WorkingCalendar calendar, Laws laws) {
        return Deadlines.addWorkdays(
                hearing.notifiedOn(), toAsk(hearing.notifiedOn(), laws).amount(), calendar);
    }

    /** The same as a step sees it. */
    public static LocalDate lastDayToAsk(HearingFact hearing, CommandContext now) {
        return lastDayToAsk(hearing, now.calendar(), now.laws());
    }

    private static LocalDate lastDayToHold(LocalDate asked, CommandContext now) {
        return Deadlines.addWorkdays(asked, toHold(asked, now.laws()).amount(), now.calendar());
    }

    /** Art. 47: how long whoever was told on a day may ask for it (R1-02). */
    static Limit toAsk(LocalDate told, Laws laws) {
        return laws.on(told).hearings().toAsk();
    }

    /** Art. 47: within which it is held that was asked for on a day. */
    static Limit toHold(LocalDate asked, Laws laws) {
        return laws.on(asked).hearings().toHold();
    }

    /** How far it has come by a day. */
    public static HearingState state(HearingFact hearing, LocalDate today, WorkingCalendar calendar, Laws laws) {
        boolean isOver = hearing.state() == HearingState.NOTIFIED && isOver(hearing, today, calendar, laws);
        return isOver ? HearingState.NOT_REQUESTED : hearing.state();
    }

    /** Whether it is too late to ask; of what the centre below tells, when that has said so: a letter may be late. */
    private static boolean isOver(HearingFact hearing, LocalDate today, WorkingCalendar calendar, Laws laws) {
        return hearing.telling() == null
                ? today.isAfter(lastDayToAsk(hearing, calendar, laws))
                : hearing.telling().overOn() != null;
    }

    /** Why nothing can be decided yet; empty when nothing stands in the way. */
    private static Optional<LocalizedMessage> outstanding(
            Submission submission, Progress progress, CommandContext now) {
        HearingDuty duty = submission.hearing();
        HearingFact hearing = BranchHearings.whole(progress).orElse(null);
        if (hearing == null) {
            return switch (duty) {
                case NONE -> Optional.empty();
                case ON_REQUEST -> Optional.of(message("hearing.outstanding.right"));
                case MANDATORY -> Optional.of(message("hearing.outstanding.mandatory"));
            };
        }
        return switch (state(hearing, now.today(), now.calendar(), now.laws())) {
            case NOTIFIED -> Optional.of(open(hearing, now));
            case NOT_REQUESTED -> duty == HearingDuty.MANDATORY
                    ? Optional.of(message("hearing.outstanding.mandatory"))
                    : Optional.empty();
            case REQUESTED, CONVENED -> Optional.of(message("hearing.outstanding.held"));
            case HELD -> Optional.empty();
        };
    }

    private static LocalizedMessage open(HearingFact hearing, CommandContext now) {
        return hearing.notifiedOn() == null
                ? message("hearing.outstanding.telling")
                : LocalizedMessage.of(HearingWork.class, "hearing.outstanding.open", lastDayToAsk(hearing, now));
    }

    /** Refuses a decision that has to wait for a hearing. */
    static void require(Act act) {
        outstanding(act.submission, act.progress, act.now).ifPresent(reason -> {
            throw new ProblemException(CaseError.HEARING_OUTSTANDING, reason);
        });
    }

    /** What a step has to say. */
    record Needed(String field, String text) {}

    static void require(List<Needed> needed) {
        List<FieldProblem> missing = new ArrayList<>();
        needed.stream()
                .filter(each -> each.text() == null || each.text().isBlank())
                .forEach(
                        each -> missing.add(new FieldProblem(each.field(), message("hearing.needed." + each.field()))));
        if (!missing.isEmpty()) {
            throw new ProblemException(
                    CommonError.FIELDS_INVALID, missing.get(0).message(), missing);
        }
    }

    static LocalizedMessage message(String key) {
        return LocalizedMessage.of(HearingWork.class, key);
    }
}
