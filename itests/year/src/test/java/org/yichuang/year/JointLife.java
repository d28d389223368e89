package org.yichuang.year;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yichuang.cases.api.AppointmentKind;
import org.yichuang.cases.api.BranchOutcome;
import org.yichuang.cases.api.CaseRequests.Resume;
import org.yichuang.cases.api.CaseRequests.Suspend;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.ExaminationKind;
import org.yichuang.cases.api.ExaminationRequest;
import org.yichuang.cases.api.JointCases;
import org.yichuang.cases.api.JointRequests.Agreement;
import org.yichuang.cases.api.JointRequests.Appoint;
import org.yichuang.cases.api.JointRequests.CallOff;
import org.yichuang.cases.api.JointRequests.Finding;
import org.yichuang.cases.api.JointRequests.Meeting;
import org.yichuang.cases.api.JointRequests.Opinion;
import org.yichuang.cases.api.JointRequests.Raise;
import org.yichuang.cases.api.JointRequests.Record;
import org.yichuang.cases.api.JointRequests.Report;
import org.yichuang.cases.api.JointRequests.Settle;
import org.yichuang.cases.api.JointView.AppointmentView;
import org.yichuang.cases.api.JointView.BranchView;
import org.yichuang.cases.api.JointView.MeetingView;
import org.yichuang.cases.api.Recommendation;
import org.yichuang.cases.api.SpecialProcedure;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;

/** What departments do beside each other: each examines and says what it thinks; they meet, go and see, get stuck. */
final class JointLife {
    private static final int OPENING = 9;

    private final Year year;
    private final Chance chance;
    private final String number;
    private final JointCases joint;
    private final TenantId centre;

    JointLife(Year year, Chance chance, TenantId centre, String number) {
        this.year = year;
        this.chance = chance;
        this.number = number;
        this.joint = year.world.cases.joint();
        this.centre = centre;
    }

    /** Takes what comes next; false where the lead goes on by itself. */
    boolean take(CaseView view) {
        if (view.joint() == null || chance.in(15)) {
            return false;
        }
        report(view);
        Optional<AppointmentView> toCome = view.joint().toCome();
        if (view.joint().waitsForGovernment()) {
            return !chance.in(60) || step("settle", () -> joint.settle(number, new Settle("照此办理", null), chief()));
        }
        if (toCome.isPresent()) {
            return come(toCome.get());
        }
        List<BranchView> waiting =
                view.branches().stream().filter(BranchView::waits).toList();
        return waiting.isEmpty() ? isStuck(view) : together(waiting) || each(waiting);
    }

    private boolean step(String name, Runnable what) {
        year.take(name, what);
        return true;
    }

    /** What was agreed is done, or is not. */
    private void report(CaseView view) {
        List<MeetingView> meetings = view.joint().meetings();
        for (int i = 0; i < meetings.size(); i++) {
            boolean isOpen = meetings.get(i).agreements().get(0).doneOn() == null;
            if (isOpen && chance.in(30)) {
                String id = i + 1 + ".1";
                step(
                        "report of a meeting",
                        () -> joint.report(number, id, new Report("正在办理", chance.in(70)), reviewer()));
            }
        }
    }

    private boolean come(AppointmentView open) {
        if (open.time().isAfter(year.now())) {
            return !chance.in(40)
                    || step("call off a visit", () -> joint.callOff(number, new CallOff("天气原因"), reviewer()));
        }
        List<Finding> findings = open.invited().stream()
                .filter(any -> chance.in(80))
                .map(department -> new Finding(branch(department), List.of("张一", "李二"), "现场符合要求"))
                .toList();
        Record record = new Record(findings, List.of("申请人"), "一致通过");
        return findings.isEmpty() || step("visit together", () -> joint.record(number, record, reviewer()));
    }

    private String branch(String department) {
        return year.world.service.find(number, reviewer()).branches().stream()
                .filter(branch -> branch.department().equals(department))
                .map(BranchView::id)
                .findFirst()
                .orElseThrow();
    }

    /** Whether something is done about a department that refuses. */
    private boolean isStuck(CaseView view) {
        List<BranchView> refusing = view.branches().stream()
                .filter(branch -> branch.decides() && branch.state().equals("REFUSED"))
                .toList();
        int lot = chance.between(0, 99);
        if (refusing.isEmpty() || lot >= 75) {
            return false;
        }
        if (lot < 15) {
            return step("raise", () -> joint.raise(number, new Raise("部门意见不一", chance.between(1, 15)), chief()));
        }
        return lot < 35 ? meet() : say(refusing.get(0).id(), chance.in(80));
    }

    private boolean meet() {
        LocalDate today = year.now().toLocalDate();
        Agreement agreement = new Agreement("退界不足", "调整方案", "住建局", today.plusDays(chance.between(0, 20)));
        Meeting meeting = new Meeting(today, "会商", List.of("审批局", "住建局"), List.of(agreement));
        return step("meet", () -> joint.holdMeeting(number, meeting, reviewer()));
    }

    private boolean together(List<BranchView> waiting) {
        int lot = chance.between(0, 99);
        if (lot < 5) {
            return meet();
        }
        if (lot < 15) {
            AppointmentKind kind = chance.of(List.of(AppointmentKind.values()));
            LocalDate day = year.now().toLocalDate().plusDays(chance.between(1, 6));
            Appoint appoint = new Appoint(kind, day.atTime(OPENING, 0), "项目现场", null);
            return step("appoint", () -> joint.appoint(number, appoint, reviewer()));
        }
        if (lot < 18) {
            return step("raise", () -> joint.raise(number, new Raise("意见分歧", chance.between(1, 15)), chief()));
        }
        BranchView one = chance.of(waiting);
        if (lot < 28 && one.decides()) {
            Suspend suspend = new Suspend(chance.of(List.of(SpecialProcedure.values())), chance.between(1, 20), "需要");
            return step("suspend of a department", () -> joint.suspend(number, one.id(), suspend, reviewer()));
        }
        return false;
    }

    /** About half of them get on with it, each by itself. */
    private boolean each(List<BranchView> waiting) {
        for (BranchView branch : waiting) {
            if (branch.stands() && chance.in(65)) {
                step("resume of a department", () -> joint.resume(number, branch.id(), new Resume("已结束"), reviewer()));
            } else if (!branch.toExamine().isEmpty() && chance.in(70)) {
                examine(branch);
            } else if (branch.toExamine().isEmpty() && chance.in(50)) {
                say(branch.id(), chance.in(88));
            }
        }
        return true;
    }

    private void examine(BranchView branch) {
        ExaminationKind kind = branch.toExamine().get(0);
        Recommendation refusal = kind == ExaminationKind.REVIEW ? Recommendation.REFUSE : Recommendation.RETURN;
        ExaminationRequest request =
                ExaminationRequest.of(kind, chance.in(85) ? Recommendation.GRANT : refusal, "审查意见如下");
        step(
                "examine in a department " + kind,
                () -> joint.examine(
                        number, branch.id(), request, kind == ExaminationKind.REVIEW ? reviewer() : chief()));
    }

    private boolean say(String branch, boolean isAgreed) {
        Opinion opinion = isAgreed
                ? new Opinion(BranchOutcome.AGREE, "符合条件", chance.in(30) ? "按图施工" : null)
                : new Opinion(BranchOutcome.REFUSE, "不符合规划", null);
        return step("opinion " + opinion.outcome(), () -> joint.giveOpinion(number, branch, opinion, reviewer()));
    }

    private CallContext reviewer() {
        return year.world.as("reviewer", centre);
    }

    private CallContext chief() {
        return year.world.as("chief-representative", centre);
    }
}
