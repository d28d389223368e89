package org.yichuang.agency.internal;

import java.time.LocalDate;
import java.util.Optional;
import org.yichuang.agency.api.AgencyEvent;
import org.yichuang.agency.internal.domain.AgencyRequest;
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
                        .flatMap(request -> agents.find(request.agent(), unit)
                                .flatMap(agent -> since(request, agent, context.today()))
                                .map(AgentStanding::ended)))
                : Optional.empty();
    }

    /** Since when the agent may not act: since the authorisation was withdrawn, also where there is a later one. */
    private static Optional<LocalDate> since(AgencyRequest request, Agent agent, LocalDate today) {
        Optional<LocalDate> withdrawn = request.entrustedAt()
                .flatMap(agent::withdrawnSince)
                .map(moment -> moment.atZone(CallContext.ZONE).toLocalDate());
        Optional<LocalDate> lapsed = agent.isQualified(today)
                ? Optional.empty()
                : Optional.of(agent.lastDay().map(day -> day.plusDays(1)).orElse(today));
        return withdrawn.isPresent() && lapsed.isPresent()
                ? Optional.of(withdrawn.get().isBefore(lapsed.get()) ? withdrawn.get() : lapsed.get())
                : withdrawn.or(() -> lapsed);
    }

    private static Ended ended(LocalDate since) {
        return new Ended(
                since,
                LocalizedMessage.of(AgentStanding.class, "entrustment.agent-over")
                        .zh());
    }
}
