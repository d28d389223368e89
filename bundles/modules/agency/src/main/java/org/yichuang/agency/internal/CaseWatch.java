package org.yichuang.agency.internal;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yichuang.agency.api.AgencyEvent;
import org.yichuang.agency.internal.domain.Recognition;
import org.yichuang.agency.internal.domain.ServedCase;
import org.yichuang.agency.internal.persistence.RecognitionRows;
import org.yichuang.cases.api.CaseEvent;
import org.yichuang.cases.api.CaseRecord;
import org.yichuang.journal.api.EventEnvelope;
import org.yichuang.journal.api.EventFilter;
import org.yichuang.journal.api.EventListener;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenants;

/** Hears where the cases stand that are served; applicant and agent are told. */
public class CaseWatch implements EventListener {
    private static final String SUBMITTED = "submitted";
    private static final String ISSUED = "issued";
    /** The application is another one since. */
    private static final Set<String> CORRECTED = Set.of("corrected", "corrected-on-the-spot", "answered");

    private final ServedCases cases;
    private final RequestWork work;
    private final AgencyMessages messages;
    private final RecognitionRows recognitions;
    private final Tenants tenants;

    CaseWatch(
            ServedCases cases,
            RequestWork work,
            AgencyMessages messages,
            RecognitionRows recognitions,
            Tenants tenants) {
        this.cases = cases;
        this.work = work;
        this.messages = messages;
        this.recognitions = recognitions;
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
        if (event.event().type().equals(SUBMITTED)) {
            cases.cases()
                    .find(event.aggregateId(), unit)
                    .filter(file -> file.agent() != null && !file.agent().isEmpty())
                    .ifPresent(file -> work.named(file, unit));
        }
        if (event.event().type().equals(ISSUED)) {
            recognitions
                    .held(event.aggregateId(), unit)
                    .filter(Recognition::stands)
                    .ifPresent(found -> issued(found, event, unit));
        }
        if (CORRECTED.contains(event.event().type())) {
            recognitions
                    .held(event.aggregateId(), unit)
                    .filter(Recognition::stands)
                    .filter(found -> found.isPresentedBefore(event.at()))
                    .ifPresent(found -> takenBack(found, unit));
        }
        for (ServedCase served : cases.rows().serving(event.aggregateId(), unit)) {
            Optional<CaseRecord> file = cases.cases().find(served.caseNumber(), unit);
            file.filter(now -> now.state() != served.state()).ifPresent(now -> moved(served, now, unit));
        }
    }

    /** What was reviewed is not what is applied for any more. */
    private void takenBack(Recognition found, UnitOfWork unit) {
        found.takenBack(unit.context().today());
        String reason =
                LocalizedMessage.of(CaseWatch.class, "recognition.corrected").zh();
        recognitions.keep(
                found, "take-back", Map.of("reason", reason), "recognition-taken-back", found.changed(), unit);
    }

    private void issued(Recognition found, EventEnvelope event, UnitOfWork unit) {
        found.issued(event.at().atZone(CallContext.ZONE).toLocalDate());
        Map<String, String> details = Map.of("same-day", Boolean.toString(found.isSameDay()));
        recognitions.keep(found, "issue", details, "recognition-issued", found.changed(), unit);
    }

    private void moved(ServedCase served, CaseRecord now, UnitOfWork unit) {
        served.moved(now.state(), unit.context().today());
        Map<String, String> details =
                Map.of("case", served.caseNumber(), "state", now.state().name());
        cases.rows().keep(served, "move", details, "case-moved", served.changed(), unit);
        if (served.isOf(ServedCases.REQUEST)) {
            work.rows().find(served.owner(), unit).ifPresent(request -> {
                messages.sendCase(request, request.account(), now, unit);
                if (work.acts(request, unit)) {
                    messages.sendCase(request, request.agentAccount(), now, unit);
                }
            });
        }
    }
}
