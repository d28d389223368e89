package org.yichuang.sockets.internal;

import java.time.Duration;
import org.yichuang.journal.api.JobRun;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.tenancy.api.Tenants;

/** Leaves one mark a day at each centre, by whichever node holds the lease. */
public class SweepJob implements LeasedJob {
    static final String SWEPT = "swept";

    private final Transactions transactions;
    private final MarkRows rows;
    private final Tenants tenants;

    public SweepJob(Transactions transactions, MarkRows rows, Tenants tenants) {
        this.transactions = transactions;
        this.rows = rows;
        this.tenants = tenants;
    }

    @Override
    public String name() {
        return "sockets-sweep";
    }

    @Override
    public Duration period() {
        return Duration.ofSeconds(2);
    }

    @Override
    public void run(JobRun run) {
        CallContext context = run.context();
        String today = context.today().toString();
        if (!tenants.get(context.tenant()).has(SocketsDescriptor.WORD)
                || transactions.read(context, unit -> rows.has(SWEPT, today, unit))) {
            return;
        }
        transactions.write(context, Void.class, unit -> {
            unit.require(run.lease());
            rows.add(SWEPT, today, unit);
            return null;
        });
    }
}
