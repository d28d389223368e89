package org.yichuang.windows.internal;

import java.time.Duration;
import java.util.List;
import org.yichuang.journal.api.JobRun;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.tenancy.api.Tenants;
import org.yichuang.windows.api.TicketState;
import org.yichuang.windows.api.WindowsEvent;
import org.yichuang.windows.internal.domain.Ticket;
import org.yichuang.windows.internal.persistence.TicketRows;

/** Ends the tickets of a day that is over: whoever was served has been, everybody else takes another one. */
public class QueueTimer implements LeasedJob {
    private static final Duration PERIOD = Duration.ofMinutes(5);
    private static final int PART = 100;

    private final Transactions transactions;
    private final TicketRows tickets;
    private final Clocked clocked;
    private final Tenants tenants;

    QueueTimer(Transactions transactions, TicketRows tickets, Clocked clocked, Tenants tenants) {
        this.transactions = transactions;
        this.tickets = tickets;
        this.clocked = clocked;
        this.tenants = tenants;
    }

    @Override
    public String name() {
        return "windows-queue";
    }

    @Override
    public Duration period() {
        return PERIOD;
    }

    @Override
    public void run(JobRun run) {
        if (!tenants.get(run.context().tenant()).has(WindowsEvent.MODULE)) {
            return;
        }
        List<String> part = left(run);
        while (!part.isEmpty() && run.goesOn()) {
            part.forEach(id -> lapse(id, run));
            part = left(run);
        }
    }

    private List<String> left(JobRun run) {
        CallContext context = run.context();
        return transactions.read(context, unit -> tickets.left(context.today(), PART, unit));
    }

    private void lapse(String id, JobRun run) {
        transactions.write(run.context(), Void.class, unit -> {
            unit.require(run.lease());
            tickets.held(id, unit).filter(Ticket::isOpen).ifPresent(found -> lapse(found, unit));
            return null;
        });
    }

    private void lapse(Ticket found, UnitOfWork unit) {
        found.lapse(clocked.now(unit));
        boolean isDone = found.state() == TicketState.DONE;
        Tickets.keep(tickets, found, isDone ? "finish" : "lapse", isDone ? "ticket-finished" : "ticket-lapsed", unit);
    }
}
