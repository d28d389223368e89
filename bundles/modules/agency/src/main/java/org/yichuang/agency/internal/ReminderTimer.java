package org.yichuang.agency.internal;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.agency.api.AgencyEvent;
import org.yichuang.identity.api.IdentityError;
import org.yichuang.journal.api.JobRun;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
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
    private final List<Overdue> kinds;
    private final Tenants tenants;
    private final Map<TenantId, Visit> visits = new ConcurrentHashMap<>();

    ReminderTimer(Transactions transactions, RequestWork work, JointWork joint, Tenants tenants) {
        this.transactions = transactions;
        this.kinds = List.of(
                new Overdue(work.rows()::overdue, (id, unit) -> work.rows()
                        .held(id, unit)
                        .filter(request -> request.isToRemind(unit.context().today()))
                        .ifPresent(request -> work.remind(request, unit))),
                new Overdue(joint.rows()::overdue, (id, unit) -> joint.rows()
                        .held(id, unit)
                        .filter(request -> request.isToMark(unit.context().today()))
                        .ifPresent(request -> joint.overdue(request, unit))));
        this.tenants = tenants;
    }

    /** Finds those whose day has passed, by their ids. */
    @FunctionalInterface
    private interface Finder {
        List<String> find(LocalDate today, String after, int most, UnitOfWork unit);
    }

    /** A kind of thing that is done late, and what comes of it. */
    private record Overdue(Finder finder, BiConsumer<String, UnitOfWork> attend) {}

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
        for (Overdue kind : kinds) {
            isDone &= attendAll(kind, run);
        }
        if (isDone && run.goesOn()) {
            visits.put(tenant, visit);
        }
    }

    private boolean attendAll(Overdue kind, JobRun run) {
        boolean isDone = true;
        List<String> part = overdue(kind, "", run);
        while (!part.isEmpty() && run.goesOn()) {
            for (String id : part) {
                isDone &= attend(kind, id, run);
            }
            part = overdue(kind, part.get(part.size() - 1), run);
        }
        return isDone;
    }

    private List<String> overdue(Overdue kind, String after, JobRun run) {
        CallContext context = run.context();
        return transactions.read(context, unit -> kind.finder().find(context.today(), after, PART, unit));
    }

    /** Each in a transaction of its own: one that cannot be read holds up no other. */
    private boolean attend(Overdue kind, String id, JobRun run) {
        try {
            return transactions.write(run.context(), Boolean.class, unit -> {
                unit.require(run.lease());
                kind.attend().accept(id, unit);
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
