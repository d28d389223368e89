package org.yichuang.documents.internal;

import java.time.Duration;
import java.util.List;
import org.yichuang.documents.internal.persistence.DocumentRows;
import org.yichuang.journal.api.JobRun;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenants;

/** Prints what has been left over. */
public class PrintJob implements LeasedJob {
    private static final Duration PERIOD = Duration.ofSeconds(20);
    private static final int PART = 50;
    /** Parts of a centre in one run. */
    private static final int TURNS = 20;

    private final Printer printer;
    private final DocumentRows rows;
    private final Transactions transactions;
    private final Tenants tenants;
    private final PendingDocuments pending;

    public PrintJob(Printer printer, Transactions transactions, Tenants tenants) {
        this.printer = printer;
        this.rows = printer.rows();
        this.transactions = transactions;
        this.tenants = tenants;
        this.pending = new PendingDocuments(rows, transactions, tenants);
    }

    @Override
    public String name() {
        return "documents-print";
    }

    @Override
    public Duration period() {
        return PERIOD;
    }

    @Override
    public Scope scope() {
        return Scope.ONCE;
    }

    /**
     * Asks once for all centres who has something to be printed: mostly nobody has. What a node has left behind may be
     * much: each centre has one part printed in turn, so that a large one holds up nobody.
     */
    @Override
    public void run(JobRun run) {
        List<TenantId> waiting = pending.centres();
        for (int turn = 0; turn < TURNS && run.goesOn() && !waiting.isEmpty(); turn++) {
            waiting = waiting.stream().filter(centre -> printPart(centre, run)).toList();
        }
    }

    /** Whether there may be more. */
    private boolean printPart(TenantId tenant, JobRun run) {
        List<String> part = transactions.read(call(tenant), unit -> rows.due(PART, unit));
        for (String id : part) {
            if (run.goesOn()) {
                printer.print(id, call(tenant), unit -> unit.require(run.lease()));
            }
        }
        return part.size() == PART;
    }

    private CallContext call(TenantId tenant) {
        return CallContext.system(tenant, tenants.clock().instant(), "print");
    }
}
