package org.yichuang.agency.internal;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.agency.api.AgencyEvent;
import org.yichuang.agency.internal.domain.ProjectProblem;
import org.yichuang.agency.internal.persistence.ProblemRows;
import org.yichuang.identity.api.IdentityError;
import org.yichuang.journal.api.JobRun;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenants;

/**
 * Tells the leader of a project of each problem whose day has passed, and again after some working days. It looks at a
 * centre once a day: no day ends within one.
 */
public class ChaseTimer implements LeasedJob {
    private static final Logger LOG = LoggerFactory.getLogger(ChaseTimer.class);
    private static final Duration PERIOD = Duration.ofMinutes(5);
    private static final int PART = 50;

    private final Transactions transactions;
    private final ProblemRows problems;
    private final AgencyMessages messages;
    private final Clocked clocked;
    private final Tenants tenants;
    private final Map<TenantId, Visit> visits = new ConcurrentHashMap<>();

    ChaseTimer(
            Transactions transactions,
            ProblemRows problems,
            AgencyMessages messages,
            Clocked clocked,
            Tenants tenants) {
        this.transactions = transactions;
        this.problems = problems;
        this.messages = messages;
        this.clocked = clocked;
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
        return "agency-timer";
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
        List<String> part = due("", run);
        while (!part.isEmpty() && run.goesOn()) {
            for (String id : part) {
                isDone &= attend(id, run);
            }
            part = due(part.get(part.size() - 1), run);
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
                LocalDate today = unit.context().today();
                problems.held(id, unit).filter(found -> isPassed(found, today)).ifPresent(found -> {
                    found.chased(clocked.now(unit));
                    Map<String, String> details = Map.of("project", found.project());
                    problems.keep(found, "chase", details, "problem-overdue", found.changed(today), unit);
                    messages.sendLeader(found, unit);
                });
                return true;
            });
        } catch (ProblemException e) {
            if (e.code() != IdentityError.PERSONAL_DATA_UNREADABLE) {
                throw e;
            }
            LOG.warn("{}: nobody can be told of {} for now", run.context().tenant(), id);
            return false;
        }
    }

    private static boolean isPassed(ProjectProblem found, LocalDate today) {
        return found.watchOn().filter(day -> day.isBefore(today)).isPresent();
    }

    private List<String> due(String after, JobRun run) {
        CallContext context = run.context();
        return transactions.read(context, unit -> problems.due(context.today(), after, PART, unit));
    }
}
