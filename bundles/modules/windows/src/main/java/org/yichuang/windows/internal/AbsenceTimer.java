package org.yichuang.windows.internal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.yichuang.journal.api.JobRun;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.tenancy.api.Tenants;
import org.yichuang.windows.api.WindowsEvent;
import org.yichuang.windows.internal.domain.Absence;
import org.yichuang.windows.internal.persistence.AbsenceRows;

/** Says of those who have gone away that they are out for too long. */
public class AbsenceTimer implements LeasedJob {
    private static final Duration PERIOD = Duration.ofMinutes(5);
    private static final int PART = 100;

    private final Transactions transactions;
    private final AbsenceRows absences;
    private final Clocked clocked;
    private final Tenants tenants;

    AbsenceTimer(Transactions transactions, AbsenceRows absences, Clocked clocked, Tenants tenants) {
        this.transactions = transactions;
        this.absences = absences;
        this.clocked = clocked;
        this.tenants = tenants;
    }

    @Override
    public String name() {
        return "windows-attendance";
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
        List<String> part = due("", run);
        while (!part.isEmpty() && run.goesOn()) {
            part.forEach(id -> attend(id, run));
            part = due(part.get(part.size() - 1), run);
        }
    }

    private List<String> due(String after, JobRun run) {
        CallContext context = run.context();
        return transactions.read(context, unit -> absences.due(context.at(), after, PART, unit));
    }

    private void attend(String id, JobRun run) {
        transactions.write(run.context(), Void.class, unit -> {
            unit.require(run.lease());
            absences.held(id, unit)
                    .filter(each -> each.isOverrun(unit.context().at()))
                    .ifPresent(found -> overrun(found, unit));
            return null;
        });
    }

    private void overrun(Absence found, UnitOfWork unit) {
        found.overrun(clocked.now(unit));
        absences.keep(found, "overrun", Map.of(), "absence-overrun", found.changed(), unit);
    }
}
