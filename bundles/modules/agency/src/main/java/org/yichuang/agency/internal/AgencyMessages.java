package org.yichuang.agency.internal;

import java.util.Map;
import org.yichuang.agency.api.AgencyEvent;
import org.yichuang.agency.internal.domain.AgencyRequest;
import org.yichuang.agency.internal.domain.InspectedBody;
import org.yichuang.agency.internal.domain.Inspection;
import org.yichuang.agency.internal.domain.JointRequest;
import org.yichuang.agency.internal.domain.ProjectProblem;
import org.yichuang.cases.api.CaseRecord;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.notices.api.NoticeService;

/** Tells applicants and agents how it stands; whoever has no account cannot be told. */
class AgencyMessages {
    private final NoticeService notices;
    private final Clocked clocked;

    AgencyMessages(NoticeService notices, Clocked clocked) {
        this.notices = notices;
        this.clocked = clocked;
    }

    /** Tells whose request it is. */
    void send(AgencyNotice notice, AgencyRequest request, LocalizedMessage words, UnitOfWork unit) {
        send(notice, request, request.account(), words.zh(), unit);
    }

    /** Tells the agent. */
    void sendAgent(AgencyNotice notice, AgencyRequest request, LocalizedMessage words, UnitOfWork unit) {
        send(notice, request, request.agentAccount(), words.zh(), unit);
    }

    /** Tells whoever has assigned the agent. */
    void sendAssigner(AgencyRequest request, LocalizedMessage words, UnitOfWork unit) {
        send(AgencyNotice.IDLE, request, request.assignedBy(), words.zh(), unit);
    }

    /** Tells somebody where a case stands. */
    void sendCase(AgencyRequest request, String account, CaseRecord now, UnitOfWork unit) {
        String words = LocalizedMessage.of(
                        AgencyMessages.class,
                        "case",
                        now.itemName(),
                        now.number(),
                        now.state().label())
                .zh();
        send(AgencyNotice.CASE, request, account, words, unit);
    }

    /** Tells whose request for joint handling it is what the centre says. */
    void sendJoint(JointRequest about, LocalizedMessage words, UnitOfWork unit) {
        About joint = new About("joint-request", about.id(), about.title());
        send(AgencyNotice.JOINT, joint, about.account(), words.zh(), unit);
    }

    /** Tells whose request for joint handling it was that it was withdrawn for them. */
    void sendWithdrawn(JointRequest about, LocalizedMessage words, UnitOfWork unit) {
        About joint = new About("joint-request", about.id(), about.title());
        send(AgencyNotice.JOINT_WITHDRAWN, joint, about.account(), words.zh(), unit);
    }

    /** Tells a body that it is called to a joint annual inspection. */
    void sendCalled(Inspection to, InspectedBody called, UnitOfWork unit) {
        LocalizedMessage words =
                LocalizedMessage.of(AgencyMessages.class, "inspection.called", to.beginsOn(), to.endsOn());
        send(AgencyNotice.CALLED, about(to, called), called.account(), words.zh(), unit);
    }

    /** Tells a body what has come of the inspection. */
    void sendInspected(Inspection of, InspectedBody inspected, UnitOfWork unit) {
        String words = inspected.state().label().zh();
        send(AgencyNotice.INSPECTED, about(of, inspected), inspected.account(), words, unit);
    }

    private static About about(Inspection inspection, InspectedBody body) {
        return new About("inspected-body", body.id(), inspection.name());
    }

    /** Tells whoever tracks a project that the day of a problem has passed. */
    void sendLeader(ProjectProblem about, UnitOfWork unit) {
        notices.send(
                new NoticeService.Request(
                        AgencyEvent.MODULE,
                        AgencyNotice.OVERDUE.kind(),
                        "project-problem",
                        about.id(),
                        about.leader(),
                        Map.of(
                                AgencyNotice.PROJECT,
                                about.projectName(),
                                AgencyNotice.NUMBER,
                                about.project(),
                                AgencyNotice.CENTRE,
                                clocked.centre(unit.context().tenant()).name(),
                                AgencyNotice.WORDS,
                                LocalizedMessage.of(AgencyMessages.class, "overdue", about.dueOn(), about.responsible())
                                        .zh())),
                unit);
    }

    /** What a message is about. */
    private record About(String type, String id, String title) {}

    private void send(AgencyNotice notice, AgencyRequest about, String account, String words, UnitOfWork unit) {
        send(notice, new About("agency-request", about.id(), about.project()), account, words, unit);
    }

    private void send(AgencyNotice notice, About about, String account, String words, UnitOfWork unit) {
        if (account.isEmpty()) {
            return;
        }
        notices.send(
                new NoticeService.Request(
                        AgencyEvent.MODULE,
                        notice.kind(),
                        about.type(),
                        about.id(),
                        account,
                        Map.of(
                                AgencyNotice.PROJECT,
                                about.title(),
                                AgencyNotice.NUMBER,
                                about.id(),
                                AgencyNotice.CENTRE,
                                clocked.centre(unit.context().tenant()).name(),
                                AgencyNotice.WORDS,
                                words)),
                unit);
    }
}
