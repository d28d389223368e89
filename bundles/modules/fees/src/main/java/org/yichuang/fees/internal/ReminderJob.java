package org.yichuang.fees.internal;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.yichuang.fees.api.FeeEvent;
import org.yichuang.fees.internal.persistence.BillRows;
import org.yichuang.journal.api.JobRun;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenants;

/**
 * Reminds payers, once for each last day, some working days before a demand is due. It looks at a centre once a day: no
 * demand becomes due within one.
 */
public class ReminderJob implements LeasedJob {
    private static final Duration PERIOD = Duration.ofMinutes(5);
    private static final int PART = 50;

    private final Transactions transactions;
    private final BillRows bills;
    private final Clocked clocked;
    private final Tenants tenants;
    private final Map<TenantId, Visit> visits = new ConcurrentHashMap<>();

    ReminderJob(Transactions transactions, BillRows bills, Clocked clocked, Tenants tenants) {
        this.transactions = transactions;
        this.bills = bills;
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
        return "fees-reminders";
    }

    @Override
    public Duration period() {
        return PERIOD;
    }

    @Override
    public void run(JobRun run) {
        TenantId tenant = run.context().tenant();
        Visit visit = new Visit(run.context().today(), run.lease().token());
        if (!tenants.get(tenant).has(FeeEvent.MODULE) || visit.equals(visits.get(tenant))) {
            return;
        }
        List<String> part = due("", run);
        while (!part.isEmpty() && run.goesOn()) {
            for (String number : part) {
                remind(number, run);
            }
            part = due(part.get(part.size() - 1), run);
        }
        if (run.goesOn()) {
            visits.put(tenant, visit);
        }
    }

    private List<String> due(String after, JobRun run) {
        CallContext context = run.context();
        return transactions.read(
                context,
                unit -> bills.toRemind(context.today(), clocked.now(unit).reminded(), after, PART, unit));
    }

    private void remind(String number, JobRun run) {
        transactions.write(run.context(), Void.class, unit -> {
            unit.require(run.lease());
            bills.held(number, unit)
                    .filter(bill -> bill.isToRemind(unit.context().today()))
                    .ifPresent(bill -> {
                        bill.reminded();
                        Map<String, String> details = Map.of("case", bill.caseNumber());
                        bills.keep(bill, "remind", details, "bill-reminded", bill.changed(), unit);
                    });
            return null;
        });
    }
}
