package org.yichuang.cases.internal.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.ExaminationKind;
import org.yichuang.cases.api.JointRequests;
import org.yichuang.cases.api.JointRequests.Finding;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/**
 * What the departments of a joint case do together on one day: they go and see, look at the drawings, or take over what
 * was built, once instead of each by itself (C1.8). What a department has seen there is the survey that its item
 * demands.
 */
public final class AppointmentWork {
    /** Nobody plans it later than a year from now. */
    private static final int MOST_DAYS_AHEAD = 366;

    /** By which somebody has been sent, or has seen, whatever was appointed. */
    private static final Set<ExaminationKind> SENT =
            Set.of(ExaminationKind.SURVEY_ASSIGNMENT, ExaminationKind.SITE_SURVEY);

    /** The detail of a step that names the paper of an appointment that is off. */
    public static final String REVOKED = "revokedAppointment";

    /** The detail that names the branches that were invited before, and are not any longer. */
    public static final String UNINVITED = "uninvited";

    private AppointmentWork() {}

    /**
     * Invites all departments that have not said yet what they think, in place of what was appointed before. Whoever
     * was invited to that and is not any longer is told so. With it somebody is sent to see, where an item demands it
     * and the day is within the time of its department.
     */
    public static Done appoint(CaseFile file, JointRequests.Appoint request, CommandContext now) {
        Act act = Act.begin(file, CaseCommand.APPOINT, now);
        boolean isToCome = request.time().isAfter(now.time())
                && !request.time().toLocalDate().isAfter(now.today().plusDays(MOST_DAYS_AHEAD));
        if (!isToCome) {
            throw ProblemException.field(CommonError.FIELDS_INVALID, "time", message("appointment.time"));
        }
        List<String> invited = act.progress.branches.stream()
                .filter(Branch::isHere)
                .map(Branch::id)
                .toList();
        if (invited.isEmpty()) {
            throw new ProblemException(CaseError.CASE_STATE, message("appointment.nobody"));
        }
        endOpen(act, message("appointment.moved")).ifPresent(before -> {
            sendAnew(act, before);
            act.detail(
                    UNINVITED,
                    before.invited().stream()
                            .filter(branch -> !invited.contains(branch))
                            .collect(Collectors.joining(",")));
        });
        act.progress.appointments.add(new AppointmentFact(
                request.kind(), request.time(), request.place().strip(), request.remark(), invited, null, null, null));
        if (request.kind().isOnTheSpot()) {
            act.progress.branches.replaceAll(branch ->
                    invited.contains(branch.id()) ? branch.sent(request.time().toLocalDate(), now) : branch);
        }
        act.note(request.kind().name());
        act.detail("appointment", request.kind().name());
        act.detail("time", request.time().toString());
        act.text("place", request.place());
        act.detail("branches", String.join(",", invited));
        return act.finish();
    }

    /** Records who has come, and what each department has found. */
    public static Done record(CaseFile file, JointRequests.Record request, CommandContext now) {
        Act act = Act.begin(file, CaseCommand.RECORD_APPOINTMENT, now);
        AppointmentFact open = open(act);
        if (open.time().isAfter(now.time())) {
            throw new ProblemException(CaseError.CASE_STATE, message("appointment.not-yet"));
        }
        check(act, open, request.findings());
        List<String> all = request.findings().stream()
                .flatMap(finding -> finding.staff().stream())
                .toList();
        Impartiality.requireNoPresider(act, all);
        AppointmentFact held =
                open.with(new AppointmentFact.Came(request.findings(), request.others(), request.conclusion()));
        put(act, open, held);
        if (open.kind().isOnTheSpot()) {
            request.findings().forEach(finding -> seen(act, held, finding));
            sendAnew(act, held);
        }
        act.note(open.kind().name());
        act.detail("appointment", open.kind().name());
        act.detail("heldOn", open.time().toLocalDate().toString());
        act.detail("absent", String.join(",", held.absent()));
        act.text("conclusion", request.conclusion());
        return act.finish();
    }

    private static void check(Act act, AppointmentFact open, List<Finding> findings) {
        List<FieldProblem> problems = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            String path = "findings[" + i + "].";
            if (!open.invited().contains(finding.branch()) || !told.add(finding.branch())) {
                problems.add(new FieldProblem(path + "branch", message("appointment.branch")));
            } else if (isSurvey(act, open, finding) && !isByEnough(finding)) {
                problems.add(new FieldProblem(
                        path + "staff",
                        LocalizedMessage.of(ExaminationWork.class, "survey.two", ExaminationFact.FEWEST_SURVEYORS)));
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(
                    CommonError.FIELDS_INVALID, problems.get(0).message(), problems);
        }
    }

    /** Whether it stands for the survey that an item demands (art. 34: by two or more of the staff). */
    private static boolean isSurvey(Act act, AppointmentFact open, Finding finding) {
        return open.kind().isOnTheSpot()
                && BranchWork.facts(act.file, finding.branch()).examination().siteVisit();
    }

    private static boolean isByEnough(Finding finding) {
        return finding.staff().stream().map(String::strip).distinct().count() >= ExaminationFact.FEWEST_SURVEYORS;
    }

    private static void seen(Act act, AppointmentFact held, Finding finding) {
        if (!isByEnough(finding)) {
            return;
        }
        int round = 1
                + (int) act.progress.examinations.stream()
                        .filter(each -> each.kind() == ExaminationKind.SITE_SURVEY && each.isOf(finding.branch()))
                        .count();
        act.progress.examinations.add(new ExaminationFact(
                ExaminationKind.SITE_SURVEY,
                round,
                act.now.centre(),
                BranchWork.facts(act.file, finding.branch()).examiner(act.file.department()),
                null,
                finding.finding(),
                finding.staff(),
                held.place(),
                held.time().toLocalDate(),
                act.now.actor().name(),
                act.now.actor().account(),
                act.now.at(),
                finding.branch()));
        act.progress.branches.replaceAll(branch ->
                branch.id().equals(finding.branch()) ? branch.seen(held.time().toLocalDate(), act.now) : branch);
    }

    /** Whoever was sent to see by what is not held, or has not come, is still to be sent. */
    private static void sendAnew(Act act, AppointmentFact off) {
        if (!off.kind().isOnTheSpot()) {
            return;
        }
        Set<String> sent = act.progress.examinations.stream()
                .filter(each -> SENT.contains(each.kind()))
                .map(ExaminationFact::branch)
                .collect(Collectors.toSet());
        act.progress.branches.replaceAll(branch ->
                off.invited().contains(branch.id()) && !sent.contains(branch.id()) ? branch.unseen() : branch);
    }

    /** Says that it is not held. */
    public static Done callOff(CaseFile file, JointRequests.CallOff request, CommandContext now) {
        Act act = Act.begin(file, CaseCommand.CALL_OFF_APPOINTMENT, now);
        AppointmentFact open = open(act);
        act.detail(REVOKED, open.paper());
        put(act, open, open.calledOff(request.reason()));
        sendAnew(act, open);
        act.note(open.kind().name());
        act.detail("appointment", open.kind().name());
        act.text("reason", request.reason());
        return act.finish();
    }

    /** What was still to come when a case ends is held by nobody; who was invited is told so. */
    static void endWith(Act act) {
        if (act.row.next() == CaseState.ACCEPTED) {
            return;
        }
        endOpen(act, message("appointment.case-ended"))
                .ifPresent(open -> act.besides(
                        CaseCommand.CALL_OFF_APPOINTMENT.word(),
                        "appointment-off",
                        Map.of("appointment", open.kind().name())));
    }

    /** Ends what is still to come, for a reason of ours; its paper is in force no longer. */
    private static Optional<AppointmentFact> endOpen(Act act, LocalizedMessage reason) {
        Optional<AppointmentFact> open = act.progress.appointments.stream()
                .filter(AppointmentFact::isOpen)
                .findFirst();
        open.ifPresent(before -> {
            act.detail(REVOKED, before.paper());
            put(act, before, before.calledOff(reason.zh()));
        });
        return open;
    }

    private static AppointmentFact open(Act act) {
        return act.progress.appointments.stream()
                .filter(AppointmentFact::isOpen)
                .findFirst()
                .orElseThrow();
    }

    private static void put(Act act, AppointmentFact before, AppointmentFact after) {
        act.progress.appointments.replaceAll(each -> each == before ? after : each);
    }

    private static LocalizedMessage message(String key) {
        return LocalizedMessage.of(AppointmentWork.class, key);
    }
}
