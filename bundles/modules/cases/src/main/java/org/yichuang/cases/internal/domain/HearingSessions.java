package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.HearingRequest;
import org.yichuang.cases.internal.domain.HearingWork.Needed;
import org.yichuang.catalogue.api.Examination.HearingDuty;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.time.Deadlines;

/** When and where a hearing is held and by whom, what came of it, and that it is off (R1-25, R1-27, R1-28). */
final class HearingSessions {
    /** Where a hearing that has been convened is still held. */
    private static final Set<CaseState> UNDER_WAY = EnumSet.of(
            CaseState.ACCEPTED, CaseState.CORRECTING, CaseState.FORWARDED, CaseState.QUESTIONED, CaseState.WITHDRAWING);

    private HearingSessions() {}

    /** A case that ends while a hearing is still to be held is heard no more: nobody is summoned any longer. */
    static void endWith(Act act) {
        HearingFact hearing = act.progress.hearing;
        boolean isToCome = hearing != null && hearing.notice() != null && hearing.held() == null;
        if (isToCome && !UNDER_WAY.contains(act.row.next())) {
            act.callOff(hearing);
            act.progress.hearing = hearing.toldBy(null);
        }
    }

    /** Whether a clock of a case was missed; a hearing is held on its day, whenever its record is written. */
    static boolean isMissed(CaseFile file, CommandContext now) {
        Progress progress = file.progress();
        Optional<LocalDate> session = BranchHearings.whole(progress)
                .map(HearingFact::session)
                .map(HearingFact.Session::day)
                .filter(day -> day.isBefore(now.today()));
        return OwnDays.of(file, progress, now.calendar()).stream()
                .anyMatch(clock -> clock.isMissed(
                        clock.kind() == ClockKind.HEARING ? session.orElse(now.today()) : now.today(), now.calendar()));
    }

    /** The day of a hearing to which everybody may come; null where there is none, or the case has ended before. */
    static LocalDate announced(Progress progress, CaseState state) {
        HearingFact hearing = progress.hearing;
        boolean isToCome =
                hearing != null && hearing.held() == null && hearing.session() != null && UNDER_WAY.contains(state);
        return isToCome && hearing.session().isPublic() ? hearing.session().day() : null;
    }

    static void convened(Act act, HearingRequest said) {
        HearingRequest request = asTold(act.progress.hearing, said);
        HearingWork.require(List.of(
                new Needed("time", request.time() == null ? "" : request.time().toString()),
                new Needed("place", request.place()),
                new Needed("presider", request.presider())));
        HearingFact before = act.progress.hearing;
        if (before == null || !before.isOpen()) {
            HearingWork.require(List.of(new Needed("reason", request.reason())));
        }
        HearingFact hearing = before == null
                ? HearingFact.begun(request.reason(), HearingWork.apart(request.parties()))
                : before.isOpen() ? before : before.because(request.reason());
        requireNotice(act, request, hearing);
        String account = Impartiality.account(act, request);
        Impartiality.requireOf(act, request.presider(), account);
        HearingFact.Session told = hearing.session();
        boolean isAnyway = told == null ? hearing.asking().isEmpty() : told.anyway();
        act.progress.hearing = hearing.with(new HearingFact.Session(
                request.time(),
                request.place().strip(),
                request.presider().strip(),
                account,
                request.closedReason(),
                isTold(told, request) ? told.toldOn() : null,
                isAnyway));
        int days = Deadlines.workdaysLeft(
                act.now.today(), act.progress.hearing.session().day(), act.now.calendar());
        HearingWork.stand(act, act.now.today(), Math.min(ClockWork.LONGEST_PLAN, Math.max(1, days)), reason(hearing));
        act.detail("time", request.time().toString());
        act.text("place", request.place());
        act.text("presider", request.presider());
        act.text("closedReason", request.closedReason());
        act.text("reason", request.reason());
    }

    /** Why the limits stand, in words of ours: whose interests are at stake is nobody's business outside. */
    private static String reason(HearingFact hearing) {
        return HearingWork.message(hearing.asking().isEmpty() ? "hearing.held-by-organ" : "hearing.asked")
                .zh();
    }

    /** What whoever replaces a presider does not say again stays as it was told. */
    private static HearingRequest asTold(HearingFact hearing, HearingRequest said) {
        if (hearing == null || hearing.session() == null) {
            return said;
        }
        HearingFact.Session told = hearing.session();
        boolean isSameTime = said.time() == null || said.time().equals(told.time());
        return new HearingRequest(
                said.step(),
                said.reason(),
                said.parties(),
                said.time() == null ? told.time() : said.time(),
                isBlank(said.place()) ? told.place() : said.place(),
                said.presider(),
                said.presiderAccount(),
                isSameTime && isBlank(said.closedReason()) ? told.closedReason() : said.closedReason(),
                said.participants(),
                said.record(),
                said.facts());
    }

    /** Seven days before, and where it was asked for within twenty days, as long as both can be. */
    private static void requireNotice(Act act, HearingRequest request, HearingFact hearing) {
        boolean isTold = isTold(hearing.session(), request);
        if (isTold && !hearing.session().time().isAfter(act.now.time())) {
            throw new ProblemException(CaseError.CASE_STATE, HearingWork.message("hearing.over"));
        }
        if (isTold) {
            return;
        }
        LocalDate day = request.time().toLocalDate();
        if (day.isAfter(act.now.today().plusYears(1))) {
            throw time(HearingWork.message("hearing.too-far"));
        }
        boolean isStrict =
                Boolean.parseBoolean(act.now.here().policy(HearingWork.FULL_DAYS.key(), HearingWork.FULL_DAYS.usual()));
        LawEdition.Hearings law = act.now.laws().on(act.now.today()).hearings();
        if (!Deadlines.minimumNotice(act.now.today(), day, law.notice(), isStrict, act.now.calendar())) {
            throw time(LocalizedMessage.of(
                    HearingWork.class, "hearing.notice", law.notice().amount()));
        }
        Optional<LocalDate> due = act.progress
                .running(ClockKind.HEARING)
                .flatMap(clock -> clock.deadline(act.now.calendar()).due());
        boolean isPossible = due.filter(last ->
                        Deadlines.minimumNotice(act.now.today(), last, law.notice(), isStrict, act.now.calendar()))
                .isPresent();
        if (isPossible && day.isAfter(due.get())) {
            throw time(LocalizedMessage.of(
                    HearingWork.class, "hearing.within", law.toHold().amount(), due.get()));
        }
    }

    /** Whether time, place and publicity are those that have been told: only who presides changes. */
    private static boolean isTold(HearingFact.Session told, HearingRequest request) {
        return told != null
                && told.time().equals(request.time())
                && told.place().equals(request.place().strip())
                && said(told.closedReason()).equals(said(request.closedReason()));
    }

    private static String said(String text) {
        return isBlank(text) ? "" : text.strip();
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private static ProblemException time(LocalizedMessage message) {
        return ProblemException.field(CommonError.FIELDS_INVALID, "time", message);
    }

    static void held(Act act, HearingRequest request) {
        HearingWork.require(List.of(
                new Needed("record", request.record()),
                new Needed("participants", String.join("", request.participants()))));
        HearingFact hearing = act.progress.hearing;
        HearingFact.Session session = hearing.session();
        if (session.time().isAfter(act.now.time())) {
            throw new ProblemException(CaseError.CASE_STATE, HearingWork.message("hearing.not-yet"));
        }
        Impartiality.requireOf(act, session.presider(), session.account());
        if (act.file.isTransferred() && session.toldOn() == null) {
            throw new ProblemException(CaseError.CASE_STATE, HearingWork.message("hearing.not-told-below"));
        }
        act.progress.hearing =
                hearing.with(new HearingFact.Held(session.day(), request.participants(), request.record(), null));
        act.progress.end(ClockKind.HEARING, session.day(), act.now.calendar());
        HearingWork.goOn(act, session.day());
        act.detail("participants", Integer.toString(request.participants().size()));
    }

    /** The organ calls off what nobody has asked for and nothing demands. */
    static void calledOff(Act act, HearingRequest request) {
        HearingWork.require(List.of(new Needed("reason", request.reason())));
        HearingFact hearing = act.progress.hearing;
        boolean isDemanded = act.submission.hearing() == HearingDuty.MANDATORY;
        if (isDemanded || !hearing.asking().isEmpty()) {
            throw new ProblemException(CaseError.CASE_STATE, HearingWork.message("hearing.demanded"));
        }
        HearingWork.off(act, act.now.today());
        act.text("reason", request.reason());
        if (hearing.notifiedOn() == null && hearing.telling() == null) {
            act.progress.hearing = null; // of which nobody was told before
        }
    }
}
