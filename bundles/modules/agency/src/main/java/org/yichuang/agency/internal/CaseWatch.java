package org.yichuang.agency.internal;

import java.util.Map;
import java.util.Optional;
import org.yichuang.agency.api.AgencyEvent;
import org.yichuang.agency.internal.domain.ServedCase;
import org.yichuang.agency.internal.persistence.RequestRows;
import org.yichuang.cases.api.CaseEvent;
import org.yichuang.cases.api.CaseRecord;
import org.yichuang.journal.api.EventEnvelope;
import org.yichuang.journal.api.EventFilter;
import org.yichuang.journal.api.EventListener;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenants;

/** Hears where the cases stand that are served; applicant and agent are told. */
public class CaseWatch implements EventListener {
    private final ServedCases cases;
    private final RequestRows requests;
    private final AgencyMessages messages;
    private final Tenants tenants;

    CaseWatch(ServedCases cases, RequestRows requests, AgencyMessages messages, Tenants tenants) {
        this.cases = cases;
        this.requests = requests;
        this.messages = messages;
        this.tenants = tenants;
    }

    @Override
    public String name() {
        return "agency-cases";
    }

    @Override
    public EventFilter wants() {
        return EventFilter.of(CaseEvent.MODULE);
    }

    @Override
    public boolean follows(TenantId tenant) {
        return tenants.find(tenant)
                .filter(centre -> centre.has(AgencyEvent.MODULE))
                .isPresent();
    }

    @Override
    public void on(EventEnvelope event, UnitOfWork unit) {
        for (ServedCase served : cases.rows().serving(event.aggregateId(), unit)) {
            Optional<CaseRecord> file = cases.cases().find(served.caseNumber(), unit);
            file.filter(now -> now.state() != served.state()).ifPresent(now -> moved(served, now, unit));
        }
    }

    private void moved(ServedCase served, CaseRecord now, UnitOfWork unit) {
        served.moved(now.state(), unit.context().today());
        Map<String, String> details =
                Map.of("case", served.caseNumber(), "state", now.state().name());
        cases.rows().keep(served, "move", details, "case-moved", served.changed(), unit);
        if (served.isOf(ServedCases.REQUEST)) {
            requests.find(served.owner(), unit).ifPresent(request -> {
                messages.sendCase(request, request.account(), now, unit);
                messages.sendCase(request, request.agentAccount(), now, unit);
            });
        }
    }
}
