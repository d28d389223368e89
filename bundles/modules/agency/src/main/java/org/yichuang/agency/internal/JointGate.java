package org.yichuang.agency.internal;

import java.util.Optional;
import java.util.Set;
import org.yichuang.agency.api.AgencyError;
import org.yichuang.agency.api.AgencyEvent;
import org.yichuang.agency.api.JointState;
import org.yichuang.agency.api.JointStep;
import org.yichuang.agency.internal.domain.JointRequest;
import org.yichuang.agency.internal.persistence.JointRequestRows;
import org.yichuang.cases.api.CaseSnapshot;
import org.yichuang.cases.api.CommandGate;
import org.yichuang.cases.api.GateAnswer;
import org.yichuang.cases.api.GateQuestion;
import org.yichuang.cases.api.GatedCommand;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.LocalizedMessage;

/**
 * What the centre has consented to handle jointly is handed in once, by whoever has asked for it: in the transaction
 * that takes the case in, the request becomes that case.
 */
public class JointGate implements CommandGate {
    private final JointRequestRows rows;
    private final Clocked clocked;

    JointGate(JointRequestRows rows, Clocked clocked) {
        this.rows = rows;
        this.clocked = clocked;
    }

    @Override
    public String module() {
        return AgencyEvent.MODULE;
    }

    @Override
    public Set<GatedCommand> commands() {
        return Set.of(GatedCommand.SUBMIT);
    }

    @Override
    public GateAnswer check(GateQuestion question, UnitOfWork unit) {
        CaseSnapshot asked = question.before();
        Optional<JointRequest> found = asked.transferred()
                ? Optional.empty()
                : JointRequest.ofBundle(asked.item())
                        .flatMap(id -> rows.held(id, unit))
                        .filter(request -> asked.itemVersion() <= request.bundleVersion());
        return found.map(request -> handedIn(request, asked, unit)).orElseGet(GateAnswer::noObjection);
    }

    private GateAnswer handedIn(JointRequest request, CaseSnapshot asked, UnitOfWork unit) {
        String number = asked.applicant().idNumber();
        if (!rows.seal().idNumberKey(unit.context().tenant(), number).equals(request.idNumberKey())) {
            return GateAnswer.refused(
                    AgencyError.JOINT_NOT_ASKED, LocalizedMessage.of(JointGate.class, "joint.not-asked"));
        }
        if (request.state() != JointState.CONSENTED || asked.itemVersion() != request.bundleVersion()) {
            return GateAnswer.refused(
                    AgencyError.JOINT_STATE,
                    LocalizedMessage.of(
                            JointGate.class, "joint.over", request.state().label()));
        }
        request.handIn(asked.number(), clocked.now(unit));
        JointWork.keep(rows, request, JointStep.HAND_IN, clocked.now(unit), unit);
        return GateAnswer.noObjection();
    }
}
