package org.yichuang.cases.internal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yichuang.cases.api.CaseEvent;
import org.yichuang.cases.api.CaseRequests.Outcome;
import org.yichuang.cases.api.CaseSnapshot;
import org.yichuang.cases.api.CaseView.OpinionView;
import org.yichuang.cases.api.CommandGate;
import org.yichuang.cases.api.GateAnswer;
import org.yichuang.cases.api.HearingState;
import org.yichuang.cases.api.PromiseKind;
import org.yichuang.cases.api.PromiseState;
import org.yichuang.cases.internal.domain.CalendarCorrection;
import org.yichuang.cases.internal.domain.CaseCommand;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.Clock;
import org.yichuang.cases.internal.domain.ClockKind;
import org.yichuang.cases.internal.domain.ClockWarnings;
import org.yichuang.cases.internal.domain.Corrections;
import org.yichuang.cases.internal.domain.Done;
import org.yichuang.cases.internal.domain.Dues;
import org.yichuang.cases.internal.domain.ExaminationFact;
import org.yichuang.cases.internal.domain.ExtensionFact;
import org.yichuang.cases.internal.domain.HearingFact;
import org.yichuang.cases.internal.domain.Progress;
import org.yichuang.cases.internal.domain.PromiseFact;
import org.yichuang.cases.internal.domain.PromiseWork;
import org.yichuang.cases.internal.domain.SpecialWork;
import org.yichuang.cases.internal.domain.SuspensionFact;
import org.yichuang.cases.internal.domain.Vouched;
import org.yichuang.cases.internal.persistence.Json;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.kernel.api.TextRules;

/** The domain events of cases, read from a case after its step. */
final class CaseEvents {
    private static final int LONGEST_DEPARTMENT = 100;

    private CaseEvents() {}

    /** What a step has made happen; {@link DomainEvent#NONE} for a letter without effect. */
    static DomainEvent of(CaseFile file, Done done) {
        return done.event().isEmpty() ? DomainEvent.NONE : of(file, done.event(), done.details(), done.acting());
    }

    /** What else has come of a step. */
    static DomainEvent of(CaseFile file, Done.Besides besides, Done.Acting acting) {
        return of(file, besides.event(), besides.details(), acting);
    }

    private static DomainEvent of(CaseFile file, String event, Map<String, String> details, Done.Acting acting) {
        Vouched vouched = acting.vouched();
        return about(CaseEvent.MODULE, event, file)
                .at(department(acting.department()), vouched.window())
                .by(vouched.rank())
                .with(CaseEvent.VERSION, data(event(file, event, details), vouched));
    }

    /** That a calendar has moved the days of a case. */
    static DomainEvent dueMoved(CaseFile file, CalendarCorrection correction) {
        Dues before = correction.before();
        Dues after = correction.after();
        CaseEvent moved = new CaseEvent.DueMoved(
                day(before.next()),
                day(after.next()),
                before.statutory(),
                after.statutory(),
                correction.ended().stream().map(CaseEvents::ended).toList(),
                correction.wasLate(),
                correction.late());
        return about(CaseEvent.MODULE, CaseEvent.DUE_MOVED, file)
                .at(department(file.department()), "")
                .with(CaseEvent.VERSION, Json.write(moved));
    }

    /** That the last day of a clock is near, or has passed. */
    static DomainEvent warned(CaseFile file, ClockWarnings.Said said) {
        CaseEvent warned = new CaseEvent.ClockWarned(said.kind().key(), said.due(), light(said), said.centre());
        return about(CaseEvent.MODULE, said.sign().event(), file)
                .at(department(file.department()), "")
                .with(CaseEvent.VERSION, Json.write(warned));
    }

    /** The same for people. */
    static Map<String, String> details(ClockWarnings.Said said) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("sign", said.sign().event());
        details.put("clock", said.kind().key());
        details.put("lastDay", said.due().toString());
        details.put("light", light(said));
        details.put("clockCentre", said.centre());
        return details;
    }

    private static String light(ClockWarnings.Said said) {
        return said.sign().light().name().toLowerCase(Locale.ROOT);
    }

    private static CaseEvent.EndedClock ended(CalendarCorrection.EndedClock clock) {
        return new CaseEvent.EndedClock(
                clock.kind().key(), clock.dueBefore(), clock.verdictBefore(), clock.due(), clock.verdict());
    }

    private static LocalDate day(LocalDate day) {
        return day.equals(CaseFile.NEVER) ? null : day;
    }

    /** That a gate has refused a command. */
    static DomainEvent refused(CaseSnapshot before, CaseCommand command, String module, GateAnswer.Refused refusal) {
        CaseEvent refused =
                new CaseEvent.CommandRefused(command.word(), refusal.code().code());
        return DomainEvent.of(module, refusal.event())
                .about(before.number(), before.item())
                .at(department(before.department()), "")
                .with(CaseEvent.VERSION, Json.write(refused));
    }

    private static DomainEvent about(String module, String type, CaseFile file) {
        return DomainEvent.of(module, type)
                .about(file.number(), file.submission().item().code());
    }

    private static String department(String department) {
        return TextRules.first(department, LONGEST_DEPARTMENT);
    }

    /** The data of a step, and where a gate has vouched, by which authorities. */
    private static String data(CaseEvent event, Vouched vouched) {
        String data = Json.write(event);
        if (vouched.letter().isEmpty() && List.of(CommandGate.ROLE).containsAll(vouched.authorities())) {
            return data;
        }
        String by = Json.write(new By(vouched.authorities(), vouched.letter()));
        return data.length() <= 2 ? by : data.substring(0, data.length() - 1) + "," + by.substring(1);
    }

    private record By(List<String> authorities, String letter) {}

    private static CaseEvent event(CaseFile file, String type, Map<String, String> details) {
        Progress progress = file.progress();
        return switch (type) {
            case "submitted", "transferred" -> new CaseEvent.Received(
                    receivedOn(progress),
                    file.submission().item().version(),
                    file.submission().route().id(),
                    file.lowerCentre(),
                    file.department(),
                    file.submission().licence() == null
                            ? null
                            : file.submission().licence().matter(),
                    file.channel().orElse(null),
                    progress.cameOn());
            case "accepted", "deemed-accepted" -> new CaseEvent.Accepted(
                    progress.acceptance().mode(),
                    progress.acceptance().clockFrom(),
                    progress.acceptance().receiptNumber(),
                    file.submission().missing(),
                    promised(file.submission().promises().stream()),
                    progress.corrected(file.upperCentre()).isPresent(),
                    file.department());
            case "correction-notified", "questioned", "upper-asked" -> new CaseEvent.CorrectionAsked(
                    progress.corrections().size(),
                    last(progress.corrections()).items().size(),
                    Integer.parseInt(details.getOrDefault(Corrections.LATE, "0")));
            case "corrected", "answered" -> new CaseEvent.Corrected(
                    file.submission().materials().size(),
                    file.department(),
                    LocalDate.parse(details.get("receivedOn")));
            case "corrected-on-the-spot" -> new CaseEvent.CorrectedOnTheSpot(
                    listed(details, "fields"), listed(details, "corrected"));
            case "not-accepted", "lapsed", "returned", "upper-returned" -> notAccepted(file, progress);
            case "pre-reviewed", "forwarded" -> preReviewed(file, type, progress);
            case "upper-accepted" -> new CaseEvent.UpperAccepted(file.upperCentre(), file.upperNumber());
            case "granted", "refused", "deemed-renewed" -> new CaseEvent.Decided(
                    progress.decision().outcome(),
                    progress.decision().centre(),
                    progress.decision().department());
            case "issued" -> new CaseEvent.Issued(
                    progress.issued().documentNumber(),
                    progress.issued().centre(),
                    progress.issued().validUntil());
            case "delivered" -> new CaseEvent.Delivered(
                    progress.delivery().method(), progress.delivery().servedOn());
            case "withdrawn", "withdrawal-asked" -> new CaseEvent.Withdrawn(
                    progress.ending().centre());
            default -> onTheWay(file, type, details);
        };
    }

    /** What happens to a case without moving it on. */
    private static CaseEvent onTheWay(CaseFile file, String type, Map<String, String> details) {
        Progress progress = file.progress();
        return switch (type) {
            case "online-review-passed", "online-review-overdue" -> reviewedOnline(progress);
            case "clearly-answered" -> notAccepted(file, progress);
            case "gone-on", "taken-up-again", "question-given-up" -> new CaseEvent.GoneOn(
                    details.get("forwardedTo"), file.department());
            case "answer-promised" -> new CaseEvent.AnswerPromised(LocalDate.parse(details.get("answerDue")));
            case "entered-afterwards" -> new CaseEvent.EnteredAfterwards(
                    progress.cameOn(), Integer.parseInt(details.get("workingDays")));
            case "special-handling" -> new CaseEvent.HandledSpecially(
                    SpecialWork.of(progress).ground(),
                    details.containsKey("specialDue") ? LocalDate.parse(details.get("specialDue")) : null);
            case "progressed-below" -> new CaseEvent.AcceptanceRefused(
                    progress.links().map(links -> links.lowerState().name()).orElse(""),
                    file.lowerCentre(),
                    file.department());
            case "grant-ended" -> new CaseEvent.GrantEnded(progress.ending().centre());
            case "supplied" -> supplied(file, details);
            case "promise-due", "promise-broken", "promise-check-due", "promise-check-overdue" -> new CaseEvent
                    .PromisesDue(promised(named(file, "promised", details)));
            case "promise-checked" -> checked(progress, details);
            case "examined", "survey-assigned", "surveyed" -> examined(last(progress.examinations()));
            case "hearing-right-notified",
                    "hearing-requested",
                    "hearing-joined",
                    "hearing-declined",
                    "hearing-convened",
                    "hearing-held",
                    "hearing-right-sent",
                    "hearing-told",
                    "hearing-unasked",
                    "upper-hearing-right",
                    "upper-convened",
                    "upper-heard",
                    "hearing-called-off",
                    "upper-called-off" -> hearing(progress.hearing(), details);
            case "suspended", "upper-suspended" -> suspended(last(progress.suspensions()));
            case "resumed", "resumed-for-hearing", "upper-resumed" -> resumed(ended(progress));
            case "extended", "upper-extended" -> extended(progress.extension());
            default -> JointEvents.of(file, type, details);
        };
    }

    private static CaseEvent notAccepted(CaseFile file, Progress progress) {
        return new CaseEvent.AcceptanceRefused(
                progress.ending().kind(), progress.ending().centre(), file.department());
    }

    /** The promises that a detail of the step names. */
    private static Stream<PromiseFact> named(CaseFile file, String detail, Map<String, String> details) {
        List<String> codes = List.of(details.getOrDefault(detail, "").split(","));
        return file.submission().promises().stream().filter(promise -> codes.contains(promise.material()));
    }

    private static List<CaseEvent.Promised> promised(Stream<PromiseFact> promises) {
        return promises.map(promise -> new CaseEvent.Promised(promise.material(), promise.kind(), promise.until()))
                .toList();
    }

    private static CaseEvent checked(Progress progress, Map<String, String> details) {
        // none where a centre below has found something about what nobody has promised
        PromiseState state = Optional.ofNullable(details.get("promise"))
                .map(PromiseState::valueOf)
                .orElse(null);
        return new CaseEvent.PromiseChecked(details.get("material"), state, isGranted(progress));
    }

    private static boolean isGranted(Progress progress) {
        return progress.decision() != null && progress.decision().outcome() == Outcome.GRANT;
    }

    private static CaseEvent supplied(CaseFile file, Map<String, String> details) {
        List<String> late = named(file, "supplied", details)
                .filter(promise -> promise.kind() == PromiseKind.DEFERRAL && promise.state() == PromiseState.BROKEN)
                .map(PromiseFact::material)
                .toList();
        Stream<String> promised = file.submission().promises().stream()
                .filter(PromiseFact::isOutstanding)
                .map(PromiseFact::material);
        List<String> outstanding = Stream.concat(promised, PromiseWork.unpromised(file.submission()).stream())
                .toList();
        return new CaseEvent.Supplied(listed(details, "supplied"), late, outstanding);
    }

    private static List<String> listed(Map<String, String> details, String name) {
        return Stream.of(details.getOrDefault(name, "").split(","))
                .filter(code -> !code.isEmpty())
                .toList();
    }

    private static CaseEvent examined(ExaminationFact fact) {
        return new CaseEvent.Examined(
                fact.kind(),
                fact.round(),
                fact.recommendation(),
                fact.staff().size(),
                fact.department(),
                fact.branch());
    }

    private static CaseEvent hearing(HearingFact fact, Map<String, String> details) {
        if (fact == null) {
            return new CaseEvent.Hearing(HearingState.NOT_REQUESTED, 0, null, null, null);
        }
        LocalDate day = fact.session() == null ? null : fact.session().time().toLocalDate();
        return new CaseEvent.Hearing(
                fact.state(),
                fact.parties().size(),
                details.containsKey("requestUntil") ? LocalDate.parse(details.get("requestUntil")) : null,
                fact.asked().isEmpty() ? null : fact.asked().get(0).on(),
                fact.held() == null ? day : fact.held().on());
    }

    private static CaseEvent suspended(SuspensionFact fact) {
        return new CaseEvent.Suspended(fact.procedure(), fact.from(), fact.plannedWorkingDays());
    }

    /** The special procedure that has ended last; the limits may stand on for another one. */
    private static SuspensionFact ended(Progress progress) {
        return last(progress.suspensions().stream()
                .filter(fact -> fact.to() != null)
                .toList());
    }

    private static CaseEvent resumed(SuspensionFact fact) {
        return new CaseEvent.Resumed(fact.procedure(), fact.from(), fact.to(), fact.plannedWorkingDays());
    }

    private static CaseEvent extended(ExtensionFact fact) {
        return new CaseEvent.Extended(fact.workingDays(), fact.approver(), fact.dueBefore(), fact.due());
    }

    private static CaseEvent preReviewed(CaseFile file, String type, Progress progress) {
        OpinionView opinion = last(progress.opinions());
        String above = type.equals("forwarded") ? file.upperCentre() : null;
        return new CaseEvent.PreReviewed(opinion.agree(), opinion.department(), above, file.department());
    }

    private static LocalDate receivedOn(Progress progress) {
        return last(progress, ClockKind.NOTICE).start();
    }

    private static CaseEvent reviewedOnline(Progress progress) {
        Clock clock = last(progress, ClockKind.ONLINE_REVIEW);
        boolean isLate = clock.isRunning() || clock.ended().isAfter(clock.due());
        return new CaseEvent.OnlineReviewed(clock.due(), isLate);
    }

    private static Clock last(Progress progress, ClockKind kind) {
        return last(
                progress.clocks().stream().filter(clock -> clock.kind() == kind).toList());
    }

    private static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }
}
