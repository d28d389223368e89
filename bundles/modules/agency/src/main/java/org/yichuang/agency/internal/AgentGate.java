package org.yichuang.agency.internal;

import java.util.Optional;
import java.util.Set;
import org.yichuang.agency.api.AgencyError;
import org.yichuang.agency.api.AgencyEvent;
import org.yichuang.agency.internal.domain.Agent;
import org.yichuang.agency.internal.persistence.AgentRows;
import org.yichuang.cases.api.CommandGate;
import org.yichuang.cases.api.GateAnswer;
import org.yichuang.cases.api.GateQuestion;
import org.yichuang.cases.api.GatedCommand;
import org.yichuang.cases.api.Representative;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.LocalizedMessage;

/**
 * Nobody hands in as an agent of the centre who does not stand in its register, trained and authorised that day; what
 * becomes of their authority afterwards is no ground not to accept. What came from below names one of the register
 * there.
 */
public class AgentGate implements CommandGate {
    private final AgentRows agents;

    AgentGate(AgentRows agents) {
        this.agents = agents;
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
        Representative acting = question.before().representative();
        if (question.before().transferred()
                || acting == null
                || acting.agent() == null
                || acting.agent().isBlank()) {
            return GateAnswer.noObjection();
        }
        Optional<Agent> known = agents.find(acting.agent(), unit);
        String phone = agents.seal().phoneKey(unit.context().tenant(), acting.phone());
        if (known.filter(agent -> agent.isCalled(acting.name()) && agent.isReachedBy(phone))
                .isEmpty()) {
            return GateAnswer.refused(
                    AgencyError.AGENT_UNKNOWN,
                    LocalizedMessage.of(AgentGate.class, "agent.not-registered", acting.agent(), acting.name()));
        }
        return known.get().isQualified(unit.context().today())
                ? GateAnswer.noObjection()
                : GateAnswer.refused(
                        AgencyError.AGENT_NOT_QUALIFIED,
                        LocalizedMessage.of(AgentGate.class, "agent.not-qualified", acting.name()));
    }
}
