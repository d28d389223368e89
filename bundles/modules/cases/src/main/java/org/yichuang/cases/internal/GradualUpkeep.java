package org.yichuang.cases.internal;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.yichuang.cases.internal.persistence.SearchRows;
import org.yichuang.cases.internal.persistence.UpkeepRows;
import org.yichuang.journal.api.JobRun;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.TenantId;

/**
 * Does once, for all cases from before that was done with each step, some cases in one transaction, and notes each time
 * how far it has come, so that a restart goes on from there. Where a case fails, the others go on, and the next time it
 * begins with that one's part.
 */
class GradualUpkeep {
    private final Transactions transactions;
    private final UpkeepRows rows;
    private final String task;
    private final Part part;
    /** The centres of whose cases it is done. */
    private final Set<TenantId> complete = ConcurrentHashMap.newKeySet();
    /** Those of which each case has been come to. */
    private final Set<TenantId> through = ConcurrentHashMap.newKeySet();

    /** @param task what it is noted under */
    GradualUpkeep(Transactions transactions, UpkeepRows rows, String task, Part part) {
        this.transactions = transactions;
        this.rows = rows;
        this.task = task;
        this.part = part;
    }

    /** Does it for some cases after a number. */
    @FunctionalInterface
    interface Part {
        Outcome of(UnitOfWork unit, String after);
    }

    /**
     * What has been done.
     *
     * @param last the number of the last case; empty when there are no more
     * @param isWhole whether none has failed
     */
    record Outcome(Optional<String> last, boolean isWhole) {}

    /** Whether each case of the centre has been come to, done or failed, since this node has started, or before. */
    boolean hasGoneThrough(JobRun job) {
        return through.contains(job.context().tenant()) || isDone(job);
    }

    /** Whether it is done for all cases of the centre. */
    boolean isDone(JobRun job) {
        return complete.contains(job.context().tenant()) || pass(job).isDone();
    }

    private Pass pass(JobRun job) {
        Optional<String> from = transactions.read(job.context(), unit -> rows.doneFor(unit, task));
        return new Pass(from.orElse(""));
    }

    /** Goes on where it has stopped; returns whether there is something left. */
    boolean attend(JobRun job) {
        TenantId tenant = job.context().tenant();
        if (complete.contains(tenant)) {
            return false;
        }
        Pass pass = pass(job);
        while (!pass.isOver() && job.goesOn()) {
            transactions.write(job.context(), Boolean.class, unit -> {
                unit.require(job.lease());
                pass.take(part.of(unit, pass.seen));
                rows.done(unit, task, pass.mark);
                return true;
            });
        }
        if (pass.isOver()) {
            through.add(tenant);
        }
        if (pass.isDone()) {
            complete.add(tenant);
        }
        return !pass.isDone();
    }

    /** How far it has come. */
    private static final class Pass {
        private String seen;
        /** From where the next run goes on. */
        private String mark;

        Pass(String from) {
            seen = from;
            mark = from;
        }

        void take(Outcome outcome) {
            boolean isUnbroken = mark.equals(seen);
            seen = outcome.last().orElse(SearchRows.ALL);
            mark = isUnbroken && outcome.isWhole() ? seen : mark;
        }

        boolean isOver() {
            return seen.equals(SearchRows.ALL);
        }

        boolean isDone() {
            return mark.equals(SearchRows.ALL);
        }
    }
}
