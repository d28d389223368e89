package org.yichuang.cases.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.cases.internal.domain.CaseFiles;
import org.yichuang.cases.internal.domain.CommandContext;
import org.yichuang.cases.internal.persistence.UpkeepRows;
import org.yichuang.journal.api.JobRun;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.TenantId;

/**
 * Writes once, of all cases from before that was done with each step, what figures count of them: some cases in one
 * transaction, each time noted how far it has come, so that a restart goes on from there. A case that cannot be read is
 * left out, and begun with the next time.
 */
class FactUpkeep {
    private static final Logger LOG = LoggerFactory.getLogger(FactUpkeep.class);
    private static final String TASK = "facts";
    /** Greater than every number. */
    private static final String ALL = "~";

    private static final int BATCH = 100;

    private final Transactions transactions;
    private final CaseLedger desk;
    private final UpkeepRows rows;
    /** The centres of whose cases all is counted. */
    private final Set<TenantId> complete = ConcurrentHashMap.newKeySet();

    FactUpkeep(Transactions transactions, CaseLedger desk, UpkeepRows rows) {
        this.transactions = transactions;
        this.desk = desk;
        this.rows = rows;
    }

    /** Goes on where it has stopped; returns whether there is something left. */
    boolean attend(JobRun job) {
        TenantId tenant = job.context().tenant();
        if (complete.contains(tenant)) {
            return false;
        }
        String from = transactions
                .read(job.context(), unit -> rows.doneFor(unit, TASK))
                .orElse("");
        Pass pass = new Pass(from);
        while (!pass.isOver() && job.goesOn()) {
            transactions.write(job.context(), Boolean.class, unit -> {
                unit.require(job.lease());
                complete(unit, pass);
                rows.done(unit, TASK, pass.mark());
                return true;
            });
        }
        if (pass.mark().equals(ALL)) {
            complete.add(tenant);
        }
        return !pass.mark().equals(ALL);
    }

    private void complete(UnitOfWork unit, Pass pass) {
        CaseFiles files = desk.cases(unit);
        CommandContext now = desk.moment(unit.context());
        List<String> numbers = files.numbers(pass.seen, BATCH);
        for (String number : numbers) {
            try {
                files.find(number).ifPresent(file -> desk.facts(unit)
                        .complete(file, unit.context().tenant().value(), now.calendar()));
            } catch (RuntimeException unreadable) {
                LOG.warn(
                        "{}: case {} cannot be read and is not counted for now: {}",
                        unit.context().tenant(),
                        number,
                        unreadable.toString());
                pass.failed();
            }
            pass.seen = number;
        }
        pass.over = numbers.size() < BATCH;
    }

    /** How far it has come. */
    private static final class Pass {
        private String seen;
        private boolean over;
        private String failedAfter;

        Pass(String from) {
            seen = from;
            over = from.equals(ALL);
        }

        void failed() {
            failedAfter = Optional.ofNullable(failedAfter).orElse(seen);
        }

        boolean isOver() {
            return over;
        }

        /** From where the next run goes on. */
        String mark() {
            if (failedAfter != null) {
                return failedAfter;
            }
            return over ? ALL : seen;
        }
    }
}
