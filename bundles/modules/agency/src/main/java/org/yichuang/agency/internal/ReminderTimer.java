package org.yichuang.agency.internal;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.agency.api.AgencyEvent;
import org.yichuang.identity.api.IdentityError;
import org.yichuang.journal.api.JobRun;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenants;

/**
 * Tells agents, once for each day that has passed, that it is time to say how a request stands. It looks at a centre
 * once a day: no day ends within one.
 */
public class ReminderTimer implements LeasedJob {
    private static final Logger LOG = LoggerFactory.getLogger(ReminderTimer.class);
    private static final Duration PERIOD = Duration.ofMinutes(5);
    private static final int PART = 50;

    private final Transactions transactions;
    private final RequestWork work;
    private final Tenants tenants;
    private final Map<TenantId, Visit> visits = new ConcurrentHashMap<>();

    ReminderTimer(Transactions transactions, RequestWork work, Tenants tenants) {
        this.transactions = transactions;
        this.work = work;
        this.tenants = tenants;
    }

    /**
     * When a centre was looked at.
     *
     * @param token of the lease: with another one, somebody else has been here meanwhile
     */
    private record Visit(LocalDate day, long token) {}

    @Override
    public String name() {
        return "agency-reminders";
    }

    @Override
    public Duration period() {
        return PERIOD;
    }

    @Override
    public void run(JobRun run) {
        CallContext context = run.context();
        TenantId tenant = context.tenant();
        Visit visit = new Visit(context.today(), run.lease().token());
        if (!tenants.get(tenant).has(AgencyEvent.MODULE) || visit.equals(visits.get(tenant))) {
            return;
        }
        boolean isDone = true;
        List<String> part = overdue("", run);
        while (!part.isEmpty() && run.goesOn()) {
            for (String id : part) {
                isDone &= attend(id, run);
            }
            part = overdue(part.get(part.size() - 1), run);
        }
        if (isDone && run.goesOn()) {
            visits.put(tenant, visit);
        }
    }

    private List<String> overdue(String after, JobRun run) {
        CallContext context = run.context();
        return transactions.read(context, unit -> work.rows().overdue(context.today(), after, PART, unit));
    }

    /** Each in a transaction of its own: one that cannot be read holds up no other. */
    private boolean attend(String id, JobRun run) {
        try {
            return transactions.write(run.context(), Boolean.class, unit -> {
                unit.require(run.lease());
                work.rows()
                        .held(id, unit)
                        .filter(request -> request.isToRemind(unit.context().today()))
                        .ifPresent(request -> work.remind(request, unit));
                return true;
            });
        } catch (ProblemException e) {
            if (e.code() != IdentityError.PERSONAL_DATA_UNREADABLE) {
                throw e;
            }
            LOG.warn("{}: nobody can be reminded of {} for now", run.context().tenant(), id);
            return false;
        }
    }
}
