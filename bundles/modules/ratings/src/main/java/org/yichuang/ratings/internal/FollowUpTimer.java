package org.yichuang.ratings.internal;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.identity.api.IdentityError;
import org.yichuang.journal.api.JobRun;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.ratings.api.RatingEvent;
import org.yichuang.tenancy.api.Tenants;

/**
 * Notes which follow-ups have become overdue, and waits no longer for whoever was asked again. It looks at a centre
 * once a day: no day ends within one.
 */
public class FollowUpTimer implements LeasedJob {
    private static final Logger LOG = LoggerFactory.getLogger(FollowUpTimer.class);
    private static final Duration PERIOD = Duration.ofMinutes(5);
    private static final int PART = 50;

    private final FollowUpWork work;
    private final Transactions transactions;
    private final Tenants tenants;
    private final Map<TenantId, Visit> visits = new ConcurrentHashMap<>();

    FollowUpTimer(FollowUpWork work, Transactions transactions, Tenants tenants) {
        this.work = work;
        this.transactions = transactions;
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
        return "ratings-timer";
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
        if (!tenants.get(tenant).has(RatingEvent.MODULE) || visit.equals(visits.get(tenant))) {
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

    /** Each in a transaction of its own: one that cannot be read holds up no other. */
    private boolean attend(String id, JobRun run) {
        try {
            return transactions.write(run.context(), Boolean.class, unit -> {
                unit.require(run.lease());
                work.passed(id, unit);
                return true;
            });
        } catch (ProblemException e) {
            if (e.code() != IdentityError.PERSONAL_DATA_UNREADABLE) {
                throw e;
            }
            LOG.warn(
                    "{}: that {} is overdue cannot be noted for now",
                    run.context().tenant(),
                    id);
            return false;
        }
    }

    private List<String> overdue(String after, JobRun run) {
        CallContext context = run.context();
        return transactions.read(context, unit -> work.rows().overdue(context.today(), after, PART, unit));
    }
}
