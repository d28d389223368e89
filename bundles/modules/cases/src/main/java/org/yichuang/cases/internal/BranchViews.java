package org.yichuang.cases.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.yichuang.cases.api.BranchState;
import org.yichuang.cases.api.BranchSummary;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView.IssuedView;
import org.yichuang.cases.api.ExaminationKind;
import org.yichuang.cases.api.JointRequests;
import org.yichuang.cases.api.JointView;
import org.yichuang.cases.api.JointView.AboveView;
import org.yichuang.cases.api.JointView.AgreementView;
import org.yichuang.cases.api.JointView.AppointmentView;
import org.yichuang.cases.api.JointView.BranchOpinionView;
import org.yichuang.cases.api.JointView.BranchView;
import org.yichuang.cases.api.JointView.MeetingView;
import org.yichuang.cases.api.JointView.RaisedView;
import org.yichuang.cases.api.JointView.ReportView;
import org.yichuang.cases.api.ProgressView;
import org.yichuang.cases.internal.domain.AgreementFact;
import org.yichuang.cases.internal.domain.Almanac;
import org.yichuang.cases.internal.domain.Applicants;
import org.yichuang.cases.internal.domain.AppointmentFact;
import org.yichuang.cases.internal.domain.Branch;
import org.yichuang.cases.internal.domain.BranchAbove;
import org.yichuang.cases.internal.domain.BranchFacts;
import org.yichuang.cases.internal.domain.BranchRoad;
import org.yichuang.cases.internal.domain.BranchWork;
import org.yichuang.cases.internal.domain.CaseBranches;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.Clock;
import org.yichuang.cases.internal.domain.ClockKind;
import org.yichuang.cases.internal.domain.DecisionDocument;
import org.yichuang.cases.internal.domain.ExaminationWork;
import org.yichuang.cases.internal.domain.FirstHandler;
import org.yichuang.cases.internal.domain.MeetingFact;
import org.yichuang.cases.internal.domain.Progress.PeerClock;
import org.yichuang.cases.internal.domain.RaisedFact;
import org.yichuang.cases.internal.domain.Submission.StageFacts;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.time.Deadline;
import org.yichuang.kernel.api.time.Deadlines;
import org.yichuang.kernel.api.time.TrafficLights;
import org.yichuang.kernel.api.time.Warning;
import org.yichuang.kernel.api.time.WorkingCalendar;

/** What the departments of a joint case do, as it leaves the module. */
final class BranchViews {
    /** What an applicant reads of a branch whose department has said what it thinks, before the case is decided. */
    private static final String DONE = "DONE";

    private final LocalDate today;
    private final WorkingCalendar calendar;
    private final Warning warning;
    private final Visibility visibility;

    BranchViews(Almanac almanac, Visibility visibility) {
        this.today = almanac.today();
        this.calendar = almanac.calendar();
        this.warning = almanac.warning();
        this.visibility = visibility;
    }

    List<BranchView> of(CaseFile file) {
        Map<String, Branch> opened = opened(file);
        return file.submission().route().branches().stream()
                .map(facts -> branch(file, facts, opened.get(facts.id())))
                .toList();
    }

    private static Map<String, Branch> opened(CaseFile file) {
        Map<String, Branch> opened = new HashMap<>();
        file.progress().branches().forEach(branch -> opened.put(branch.id(), branch));
        return opened;
    }

    private BranchView branch(CaseFile file, BranchFacts facts, Branch now) {
        boolean shown = visibility.showsWork();
        Optional<Clock> clock = Optional.ofNullable(now).map(Branch::clock);
        BranchState state = state(now);
        Optional<Clock> awaited = clock.filter(each -> state == BranchState.OPEN || state == BranchState.ABOVE);
        boolean isItem = !facts.item().isEmpty();
        return new BranchView(
                facts.id(),
                isItem ? facts.item() : null,
                isItem ? facts.version() : null,
                facts.name(),
                facts.department(),
                facts.organ(),
                facts.fee(),
                facts.decides(),
                shown ? state.name() : toldState(file, now),
                (shown ? state.label() : toldLabel(file, now)).zh(),
                clock.map(Clock::start).orElse(null),
                clock.map(each -> each.limit().label().zh()).orElse(null),
                clock.flatMap(each -> each.lastDay(calendar)).orElse(null),
                clock.map(Clock::ended).orElse(null),
                now != null && now.isLate(today, calendar),
                awaited.map(this::left).orElse(null),
                awaited.map(this::light).orElse(null),
                now != null && now.suspension().isPresent(),
                state == BranchState.OPEN && shown ? toExamine(file, facts) : List.of(),
                now == null || !shown ? List.of() : opinions(now),
                above(file, facts, now));
    }

    /** How far the centre above is that decides it; null where that is this one. */
    private AboveView above(CaseFile file, BranchFacts facts, Branch now) {
        BranchRoad road = facts.road();
        if (road == null) {
            return null;
        }
        boolean shown = visibility.showsWork();
        StageFacts deciding = road.route().deciding();
        Optional<BranchAbove> told = Optional.ofNullable(now).map(Branch::above);
        Optional<BranchAbove> known = told.filter(above -> shown);
        Optional<BranchAbove> decided = told.filter(above -> shown || isDecided(file));
        return new AboveView(
                deciding.centre(),
                road.centreName(),
                deciding.department(),
                known.map(BranchAbove::number).orElse(null),
                known.map(above -> above.links().upperState())
                        .map(CaseState::name)
                        .orElse(null),
                known.flatMap(this::due).orElse(null),
                told.filter(BranchAbove::returned).isPresent(),
                told.filter(above -> above.asked() != null).isPresent(),
                decided.map(BranchAbove::paper).map(DecisionDocument::number).orElse(null),
                decided.map(BranchAbove::issued).map(IssuedView::documentNumber).orElse(null));
    }

    private Optional<LocalDate> due(BranchAbove there) {
        return there.links().upperClocks().stream()
                .map(PeerClock::clock)
                .filter(Clock::isRunning)
                .flatMap(clock -> clock.lastDay(calendar).stream())
                .min(LocalDate::compareTo);
    }

    private static List<ExaminationKind> toExamine(CaseFile file, BranchFacts facts) {
        String here = file.submission().route().deciding().centre();
        return ExaminationWork.outstanding(facts, file.progress(), here);
    }

    private List<BranchOpinionView> opinions(Branch branch) {
        return branch.opinions().stream()
                .map(said -> new BranchOpinionView(
                        said.outcome(),
                        visibility.text(said.opinion()),
                        visibility.text(said.conditions()),
                        said.by(),
                        said.at(),
                        said.recorded()))
                .toList();
    }

    private static BranchState state(Branch branch) {
        return branch == null ? BranchState.WAITING : branch.state();
    }

    /** What departments think is the applicant's to read when the case has been decided, in the decision. */
    private static String toldState(CaseFile file, Branch branch) {
        BranchState state = state(branch);
        return state.isIn() && !isDecided(file) ? DONE : state.name();
    }

    private static LocalizedMessage toldLabel(CaseFile file, Branch branch) {
        BranchState state = state(branch);
        return state.isIn() && !isDecided(file) ? LocalizedMessage.of(BranchViews.class, "branch.done") : state.label();
    }

    private static boolean isDecided(CaseFile file) {
        CaseState state = file.state();
        return state == CaseState.REFUSED || file.progress().decision() != null;
    }

    /** The branches as the public sees them. */
    static List<ProgressView.Branch> told(CaseFile file) {
        Map<String, Branch> opened = opened(file);
        return file.submission().route().branches().stream()
                .map(facts -> new ProgressView.Branch(
                        facts.name(),
                        facts.department(),
                        toldState(file, opened.get(facts.id())),
                        toldLabel(file, opened.get(facts.id())).zh()))
                .toList();
    }

    /** What makes it a joint case, or null. */
    static JointView joint(CaseFile file, WorkingCalendar calendar, Visibility visibility, LocalDate today) {
        if (!file.submission().isJoint()) {
            return null;
        }
        boolean shown = visibility.showsWork();
        List<LocalDate> dues = file.progress().clocks().stream()
                .filter(clock -> clock.kind() == ClockKind.COORDINATION)
                .map(clock -> clock.lastDay(calendar).orElse(null))
                .toList();
        List<RaisedFact> raised = file.progress().raised();
        return new JointView(
                file.submission().item().bundle().name(),
                file.submission().item().bundle().label().zh(),
                file.submission().route().deciding().department(),
                file.progress().firstHandler().map(FirstHandler::name).orElse(null),
                shown
                        ? file.progress().meetings().stream()
                                .map(meeting -> meeting(meeting, file, visibility, today))
                                .toList()
                        : List.of(),
                file.progress().appointments().stream()
                        .map(fact -> appointment(fact, file, visibility))
                        .toList(),
                shown
                        ? IntStream.range(0, raised.size())
                                .mapToObj(i -> raised(raised.get(i), dues.get(i), file, visibility))
                                .toList()
                        : List.of());
    }

    private static AgreementView agreement(AgreementFact fact, CaseFile file, Visibility visibility, LocalDate today) {
        return new AgreementView(
                said(fact.said().problem(), file, visibility),
                said(fact.said().agreement(), file, visibility),
                said(fact.said().responsible(), file, visibility),
                fact.said().by(),
                fact.doneOn(),
                fact.isOverdue(today),
                fact.reports().stream()
                        .map(each -> new ReportView(said(each.words(), file, visibility), each.by(), each.on()))
                        .toList());
    }

    private static MeetingView meeting(MeetingFact held, CaseFile file, Visibility visibility, LocalDate today) {
        return new MeetingView(
                held.heldOn(),
                said(held.agenda(), file, visibility),
                held.participants().stream()
                        .map(name -> said(name, file, visibility))
                        .toList(),
                held.followed().stream()
                        .map(each -> agreement(each, file, visibility, today))
                        .toList(),
                held.by(),
                held.at());
    }

    private static AppointmentView appointment(AppointmentFact fact, CaseFile file, Visibility visibility) {
        boolean shown = visibility.showsWork() && fact.came() != null;
        return new AppointmentView(
                fact.kind(),
                fact.kind().label().zh(),
                fact.time(),
                visibility.text(fact.place()),
                said(fact.remark(), file, visibility),
                departments(file, fact.invited()),
                departments(file, fact.absent()),
                shown
                        ? fact.came().findings().stream()
                                .map(each -> new JointRequests.Finding(
                                        each.branch(), each.staff(), said(each.finding(), file, visibility)))
                                .toList()
                        : List.of(),
                shown
                        ? fact.came().others().stream()
                                .map(name -> said(name, file, visibility))
                                .toList()
                        : List.of(),
                shown ? said(fact.came().conclusion(), file, visibility) : null,
                said(fact.calledOff(), file, visibility),
                fact.came() != null);
    }

    private static List<String> departments(CaseFile file, List<String> branches) {
        return branches.stream()
                .map(branch -> BranchWork.facts(file, branch).examiner(file.department()))
                .distinct()
                .toList();
    }

    private static RaisedView raised(RaisedFact fact, LocalDate due, CaseFile file, Visibility visibility) {
        return new RaisedView(
                fact.on(),
                said(fact.reason(), file, visibility),
                due,
                said(fact.settlement(), file, visibility),
                fact.document(),
                fact.settledAt());
    }

    /** A free text, in which the applicant is called as everywhere else for whoever looks. */
    private static String said(String text, CaseFile file, Visibility visibility) {
        CaseRequests.Applicant applicant = file.submission().applicant();
        String shown = visibility.name(Applicants.isPerson(applicant), applicant.name());
        return text == null ? null : visibility.text(text.replace(applicant.name(), shown));
    }

    BranchSummary summary(CaseBranches.Row row) {
        boolean stands = row.due().equals(CaseFile.NEVER);
        Deadline deadline = new Deadline(
                Optional.of(row.due()),
                false,
                row.start(),
                row.limit(),
                List.of(),
                List.of(),
                LocalizedMessage.verbatim(""));
        return new BranchSummary(
                row.number(),
                row.branch(),
                row.item(),
                row.name(),
                row.bundle(),
                visibility.name(row.person(), row.applicant()),
                row.department(),
                row.decides(),
                row.start(),
                stands ? null : row.due(),
                stands ? null : Deadlines.workdaysLeft(today, row.due(), calendar),
                stands ? "green" : light(deadline),
                row.version());
    }

    private Integer left(Clock clock) {
        return clock.resumed(today)
                .deadline(calendar)
                .due()
                .map(due -> Deadlines.workdaysLeft(today, due, calendar))
                .orElse(null);
    }

    private String light(Clock clock) {
        return light(clock.deadline(calendar));
    }

    private String light(Deadline deadline) {
        return TrafficLights.of(today, deadline, deadline, warning, calendar)
                .light()
                .name()
                .toLowerCase(Locale.ROOT);
    }
}
