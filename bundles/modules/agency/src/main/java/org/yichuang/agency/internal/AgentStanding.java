package org.yichuang.agency.internal;

import java.time.LocalDate;
import java.util.Optional;
import org.yichuang.agency.api.AgencyEvent;
import org.yichuang.agency.internal.domain.Agent;
import org.yichuang.agency.internal.persistence.AgentRows;
import org.yichuang.agency.internal.persistence.RequestRows;
import org.yichuang.documents.api.DocumentStanding;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;

/** Tells whoever verifies an entrustment that its agent may not act any more. */
public class AgentStanding implements DocumentStanding {
    private final Transactions transactions;
    private final RequestRows requests;
    private final AgentRows agents;

    AgentStanding(Transactions transactions, RequestRows requests, AgentRows agents) {
        this.transactions = transactions;
        this.requests = requests;
        this.agents = agents;
    }

    @Override
    public String module() {
        return AgencyEvent.MODULE;
    }

    @Override
    public Optional<Ended> ended(Asked document, CallContext context) {
        return document.aggregateType().equals(requests.type())
                ? transactions.read(context, unit -> requests.find(document.aggregateId(), unit)
                        .filter(request -> request.isEntrustedBy(document.id()))
                        .flatMap(request -> agents.find(request.agent(), unit))
                        .filter(agent -> !agent.isQualified(context.today()))
                        .map(agent -> ended(agent, context.today())))
                : Optional.empty();
    }

    private static Ended ended(Agent agent, LocalDate today) {
        return new Ended(
                agent.lastDay().map(day -> day.plusDays(1)).orElse(today),
                LocalizedMessage.of(AgentStanding.class, "entrustment.agent-over")
                        .zh());
    }
}
