package org.yichuang.cases.internal.view;

import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.JointRequests.Finding;
import org.yichuang.cases.api.JointView;
import org.yichuang.cases.api.JointView.AboveView;
import org.yichuang.cases.api.JointView.AppointmentView;
import org.yichuang.cases.api.JointView.BranchView;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.pages.api.Ui;

/** The words of joint cases on pages. */
public final class BranchTexts {
    private final Ui ui;

    /** In the language of a page. */
    public BranchTexts(Ui ui) {
        this.ui = ui;
    }

    /** Who answers to the applicant of a joint case (首办责任). */
    public String answerable(JointView joint) {
        return joint.firstHandler() == null
                ? say("joint.answerable.lead", joint.lead())
                : say("joint.answerable", joint.lead(), joint.firstHandler());
    }

    /** A time to the minute. */
    public String time(LocalDateTime time) {
        return say("appointment.time", ui.date(time.toLocalDate()), time.toLocalTime());
    }

    /** Who is to come, and what the applicant prepares. */
    public String invitation(AppointmentView of) {
        String invited = say("appointment.invited", listed(of.invited()));
        return of.remark() == null ? invited : invited + "\n" + say("appointment.remark", of.remark());
    }

    /** Who was to come, and who has not. */
    public String came(AppointmentView of) {
        String invited = say("appointment.invited", listed(of.invited()));
        return of.absent().isEmpty() ? invited : invited + say("appointment.absent", listed(of.absent()));
    }

    /** What a department has found. */
    public String finding(Finding finding, CaseView view) {
        String department = view.branches().stream()
                .filter(branch -> branch.id().equals(finding.branch()))
                .map(branch -> branch.department())
                .findFirst()
                .orElse(finding.branch());
        return say("appointment.finding", department, listed(finding.staff()), finding.finding());
    }

    /** Who examines a branch, and who decides it where that is a centre above. */
    public String examiner(BranchView branch) {
        if (branch.above() == null) {
            return branch.department() + (branch.decides() ? "" : say("branch.only-heard"));
        }
        String decider = branch.above().centreName() + branch.above().department();
        return decider.equals(branch.department())
                ? decider
                : say("branch.decided-above", branch.department(), decider);
    }

    /** How far the centre above is that decides a branch; nothing of any other. */
    public String above(BranchView branch) {
        AboveView above = branch.above();
        if (above == null) {
            return "";
        }
        return Stream.of(
                        above.number() == null ? "" : say("branch.number-above", above.number()),
                        above.due() == null ? "" : say("branch.due-above", ui.date(above.due())),
                        above.returned() ? say("branch.returned") : "",
                        above.asks() ? say("branch.asks") : "",
                        above.decisionNumber() == null ? "" : say("branch.paper", above.decisionNumber()),
                        above.resultNumber() == null ? "" : say("branch.result", above.resultNumber()))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private String listed(List<String> names) {
        return String.join(say("joint.comma"), names);
    }

    /** The words of a key. */
    public String say(String key, Object... arguments) {
        return ui.localize(LocalizedMessage.of(BranchTexts.class, key, arguments));
    }
}
