package org.yichuang.cases.internal.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.yichuang.cases.api.Afterwards;
import org.yichuang.cases.api.CaseProof;
import org.yichuang.cases.api.CaseRequests.Outcome;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView.Acceptance;
import org.yichuang.cases.api.CaseView.CorrectionView;
import org.yichuang.cases.api.CaseView.EndingView;
import org.yichuang.cases.api.CaseView.IssuedView;
import org.yichuang.cases.api.CaseView.OpinionView;
import org.yichuang.cases.api.DecisionView;
import org.yichuang.cases.api.DeliveryView;
import org.yichuang.cases.internal.domain.Submission.RouteFacts;
import org.yichuang.cases.internal.domain.Submission.StageFacts;
import org.yichuang.kernel.api.time.Limit;
import org.yichuang.kernel.api.time.WorkingCalendar;

/** What has become of a case here. A step changes a copy and puts it in place of the old one. */
public final class Progress {
    int stage;
    Acceptance acceptance;
    String acceptanceDocument;
    List<String> promiseDocuments = new ArrayList<>();
    String noticeDocument;
    List<Clock> clocks = new ArrayList<>();
    List<StepFact> steps = new ArrayList<>();
    List<CorrectionView> corrections = new ArrayList<>();
    List<OpinionView> opinions = new ArrayList<>();
    List<ExaminationFact> examinations = new ArrayList<>();
    HearingFact hearing;
    List<HearingFact> heard = new ArrayList<>();
    List<SuspensionFact> suspensions = new ArrayList<>();
    ExtensionFact extension;
    SpecialHandling special;
    List<Branch> branches = new ArrayList<>();
    List<MeetingFact> meetings = new ArrayList<>();
    List<AppointmentFact> appointments = new ArrayList<>();
    List<RaisedFact> raised = new ArrayList<>();
    FirstHandler firstHandler;
    DecisionView decision;
    DecisionDocument decisionDocument;
    Map<String, String> decisionFacts = Map.of();
    IssuedView issued;
    DeliveryView delivery;
    EndingView ending;
    Afterwards afterwards;
    List<WarnedFact> warned = new ArrayList<>();
    CaseProof withdrawalProof;
    List<ComparedFact> compared = new ArrayList<>();
    Links links;
    /** How many examinations were there when this centre began to examine for what it is to do next. */
    int examinedFrom;

    Progress copy() {
        Progress copy = new Progress();
        copy.stage = stage;
        copy.acceptance = acceptance;
        copy.acceptanceDocument = acceptanceDocument;
        copy.promiseDocuments = new ArrayList<>(promiseDocuments);
        copy.noticeDocument = noticeDocument;
        copy.clocks = new ArrayList<>(clocks);
        copy.steps = new ArrayList<>(steps);
        copy.corrections = new ArrayList<>(corrections);
        copy.opinions = new ArrayList<>(opinions);
        copy.examinations = new ArrayList<>(examinations);
        copy.examinedFrom = examinedFrom;
        copy.hearing = hearing;
        copy.heard = new ArrayList<>(heard);
        copy.suspensions = new ArrayList<>(suspensions);
        copy.extension = extension;
        copy.special = special;
        copy.branches = new ArrayList<>(branches);
        copy.meetings = new ArrayList<>(meetings);
        copy.appointments = new ArrayList<>(appointments);
        copy.raised = new ArrayList<>(raised);
        copy.firstHandler = firstHandler;
        copy.decision = decision;
        copy.decisionDocument = decisionDocument;
        copy.decisionFacts = decisionFacts;
        copy.issued = issued;
        copy.delivery = delivery;
        copy.ending = ending;
        copy.afterwards = afterwards;
        copy.warned = new ArrayList<>(warned);
        copy.withdrawalProof = withdrawalProof;
        copy.compared = new ArrayList<>(compared);
        copy.links = links == null ? null : links.copy();
        return copy;
    }

    Links linked() {
        if (links == null) {
            links = new Links();
        }
        return links;
    }

    /** Starts a clock; it stands at once where a special procedure has not ended. */
    void start(ClockKind kind, LocalDate day, Limit limit) {
        Clock started = Clock.started(kind, day, limit);
        clocks.add(suspension()
                .filter(open -> kind.isStoppable())
                .map(open -> started.suspended(open.ofClocks()))
                .orElse(started));
    }

    /** Lets all clocks stand for a special procedure. */
    void suspend(SuspensionFact begun) {
        Standing.of(this).suspend(begun);
    }

    /** Lets all clocks go on after a day; tells whether they stood. */
    boolean goOn(LocalDate day) {
        return Standing.of(this).goOn(day);
    }

    /** Gives more time to the clocks of the decision that have not run out: what is missed stays missed. */
    void extend(Limit more, CommandContext now) {
        replace(clock -> clock.isRunning() && clock.kind().isExtended() && !clock.isMissed(now.today(), now.calendar())
                ? clock.extended(more)
                : clock);
    }

    void end(ClockKind kind, CommandContext now) {
        end(kind, now.today(), now.calendar());
    }

    void end(ClockKind kind, LocalDate day, WorkingCalendar calendar) {
        replace(clock -> clock.kind() == kind && clock.isRunning() ? clock.end(day, calendar) : clock);
    }

    /** Stops a clock that no longer matters, and no other. */
    void stop(ClockKind kind, LocalDate day) {
        replace(clock -> clock.kind() == kind && clock.isRunning() ? clock.stop(day) : clock);
    }

    void stopAll(LocalDate day) {
        replace(clock -> clock.isRunning() ? clock.stop(day) : clock);
    }

    /** Keeps the last days of the clocks that run, and of those whose day has never been kept. */
    void reckon(WorkingCalendar calendar) {
        replace(clock -> clock.isRunning() || clock.due() == null ? clock.reckoned(calendar) : clock);
    }

    /** The same with the last days of all clocks, also of those that have ended, by a corrected calendar. */
    Progress corrected(WorkingCalendar calendar) {
        Progress corrected = copy();
        corrected.replace(clock -> clock.reckoned(calendar));
        return corrected;
    }

    /** Starts another clock like the last of a kind, as what that has waited for has to be done again. */
    void startAgain(ClockKind kind, LocalDate day) {
        List<Clock> before =
                clocks.stream().filter(clock -> clock.kind() == kind).toList();
        if (!before.isEmpty()) {
            start(kind, day, before.get(before.size() - 1).limit());
        }
    }

    void replace(UnaryOperator<Clock> change) {
        clocks.replaceAll(change);
        branches.replaceAll(branch -> branch.clocks(change));
    }

    Stream<Clock> running() {
        return clocks.stream().filter(Clock::isRunning);
    }

    Optional<Clock> running(ClockKind kind) {
        return running().filter(clock -> clock.kind() == kind).findFirst();
    }

    /** By when something that was promised follows or is checked; null when nothing is to, or no more. */
    LocalDate promisedUntil(CaseState state, Submission content) {
        boolean isDelivered = state == CaseState.DELIVERED && decision.outcome() == Outcome.GRANT;
        boolean isInVain = state == CaseState.REFUSED || state.isEnd() && !isDelivered;
        return isInVain ? null : content.promisedUntil().orElse(null);
    }

    /** Whether a limit of the decision runs here. */
    boolean isDecisionTimed() {
        return running().anyMatch(clock -> clock.kind().isDecision());
    }

    /** The special procedure for which the clocks stand. */
    public Optional<SuspensionFact> suspension() {
        return suspensions.stream().filter(fact -> fact.to() == null).findFirst();
    }

    /** All special procedures here, in order. */
    public List<SuspensionFact> suspensions() {
        return List.copyOf(suspensions);
    }

    /** The extension of the decision's limit, or null. */
    public ExtensionFact extension() {
        return extension;
    }

    /** Index of the stage in the route that is to be done. */
    public int stage() {
        return stage;
    }

    public Acceptance acceptance() {
        return acceptance;
    }

    /** The id of the document that tells the acceptance, while it is in force; none where none was issued. */
    public Optional<String> acceptanceDocument() {
        return Optional.ofNullable(acceptanceDocument);
    }

    /** The ids of the documents that tell what was promised at the acceptance, while they are in force. */
    public List<String> promiseDocuments() {
        return List.copyOf(promiseDocuments);
    }

    /** The id of the document that asks for what is missing, while it does; none where none was issued. */
    public Optional<String> noticeDocument() {
        return Optional.ofNullable(noticeDocument);
    }

    public List<Clock> clocks() {
        return List.copyOf(clocks);
    }

    public List<StepFact> steps() {
        return List.copyOf(steps);
    }

    public List<CorrectionView> corrections() {
        return List.copyOf(corrections);
    }

    /**
     * The last notice of this centre that was answered, from which the days count anew; what the centre above has asked
     * for is none.
     *
     * @param above the centre above; null where there is none yet
     */
    public Optional<CorrectionView> corrected(String above) {
        return corrections.stream()
                .filter(asked -> asked.answeredAt() != null && !asked.centre().equals(above) && !isOfBranch(asked))
                .reduce((first, second) -> second);
    }

    /** Whether it was asked above for a branch of a joint case: here nothing is asked after the acceptance. */
    private boolean isOfBranch(CorrectionView asked) {
        return !branches.isEmpty() && asked.notifiedAt().isAfter(acceptance.at());
    }

    public List<OpinionView> opinions() {
        return List.copyOf(opinions);
    }

    /** The steps of the internal examination of this and the centres below, in order. */
    public List<ExaminationFact> examinations() {
        return List.copyOf(examinations);
    }

    /** The hearing about the case that is under way, or was the last; null where there is none. */
    public HearingFact hearing() {
        return hearing;
    }

    public List<Branch> branches() {
        return List.copyOf(branches);
    }

    public List<MeetingFact> meetings() {
        return List.copyOf(meetings);
    }

    /** Who answers to the applicant of a joint case; of those from before nobody is noted. */
    public Optional<FirstHandler> firstHandler() {
        return Optional.ofNullable(firstHandler);
    }

    public List<AppointmentFact> appointments() {
        return List.copyOf(appointments);
    }

    public List<RaisedFact> raised() {
        return List.copyOf(raised);
    }

    public DecisionView decision() {
        return decision;
    }

    /** The document that tells the decision, here or at the centre that has decided; null when it has none. */
    public DecisionDocument decisionDocument() {
        return decisionDocument;
    }

    /** What gates were told with a grant, here or at the centre that has decided. */
    public Map<String, String> decisionFacts() {
        return Map.copyOf(decisionFacts);
    }

    public IssuedView issued() {
        return issued;
    }

    public DeliveryView delivery() {
        return delivery;
    }

    public EndingView ending() {
        return ending;
    }

    /** What shows that the applicant withdraws, where staff have entered it; else null. */
    public CaseProof withdrawalProof() {
        return withdrawalProof;
    }

    /** Of which materials the originals were seen, in order. */
    public List<ComparedFact> compared() {
        return List.copyOf(compared);
    }

    /** The stage at which a centre above asks for something: as its question says, or the first of the next centre. */
    public Optional<StageFacts> asking(String above, RouteFacts route) {
        int asked = links == null ? 0 : links.askedAt;
        boolean isFurtherUp = asked > stage && asked < route.stages().size();
        return route.next(above, Math.max(stage, asked))
                .or(() -> Optional.of(asked).filter(place -> isFurtherUp).map(route.stages()::get));
    }

    /** When the application had come, where it was entered afterwards; else null. */
    public Afterwards afterwards() {
        return afterwards;
    }

    /** The day of that; else null. */
    public LocalDate cameOn() {
        return afterwards == null ? null : afterwards.cameOn();
    }

    /** What is known of the centres below and above, if there are any. */
    public Optional<Links> links() {
        return Optional.ofNullable(links);
    }

    /**
     * A step on the timeline.
     *
     * @param command the word of what happened
     * @param at when
     * @param note {@code DEEMED}, {@code GRANT}, {@code REFUSE}, {@code agree}, {@code disagree} …, or null
     * @param authority by which authorities, one for each gate that vouched; none when no gate was asked
     * @param by who took it, as an account; null in what older versions have kept, and at other centres
     * @param charge whom the days after it are charged to; null when it is concluded, and as {@code by}
     */
    public record StepFact(String command, Instant at, String note, List<String> authority, String by, Charge charge) {
        public StepFact {
            authority = authority == null ? List.of() : List.copyOf(authority);
        }

        boolean is(CaseCommand what) {
            return command.equals(what.word());
        }

        /** The same as other centres are told of it: who acts here, and by which authority, is our business. */
        StepFact told() {
            return new StepFact(command, at, note, List.of(), null, null);
        }
    }

    /** A step at another centre. */
    public record PeerStep(String centre, String centreName, StepFact step) {
        /** Whether a neighbour has said all of it that is shown. */
        boolean isTold() {
            return centre != null && centreName != null && step != null && step.command() != null && step.at() != null;
        }
    }

    /** A clock of another centre. */
    public record PeerClock(String centre, String centreName, Clock clock) {
        /** Whether a neighbour has said all of it that is shown. */
        boolean isTold() {
            return centre != null && centreName != null && clock != null && clock.isTold();
        }
    }
}
