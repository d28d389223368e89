package org.yichuang.cases.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yichuang.cases.internal.persistence.OrphanRows;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.JobRun;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.rows.RowDigests;
import org.yichuang.kernel.api.Ids;

/**
 * Removes what people have left behind: files that no case names and applications that nobody has finished. They hold
 * personal data without need (R9-14).
 */
public class OrphanCleanup implements LeasedJob {
    private static final Duration PERIOD = Duration.ofHours(1);

    private final Transactions transactions;
    private final OrphanRows rows;
    private final Clock machineClock;
    private final Duration uploadsKept;

    /**
     * @param machineClock what is old by a rehearsed time alone is kept
     * @param settings for how many days files are kept that no case names
     */
    public OrphanCleanup(Transactions transactions, OrphanRows rows, Clock machineClock, CaseSettings settings) {
        this.transactions = transactions;
        this.rows = rows;
        this.machineClock = machineClock;
        this.uploadsKept = Duration.ofDays(settings.now().uploads());
    }

    @Override
    public String name() {
        return "cases-leftovers";
    }

    @Override
    public Duration period() {
        return PERIOD;
    }

    @Override
    public void run(JobRun run) {
        int part;
        do {
            part = removePart(run);
        } while (part > 0 && run.goesOn());
    }

    private int removePart(JobRun run) {
        return transactions.write(run.context(), Integer.class, unit -> {
            unit.require(run.lease());
            Instant now = unit.context().at();
            Instant machine = machineClock.instant();
            Instant today = now.isBefore(machine) ? now : machine;
            int drafts = rows.removeDrafts(unit, today.minus(Drafts.KEPT));
            List<String> files = rows.removeFiles(unit, today.minus(uploadsKept));
            if (files.size() + drafts > 0) {
                Map<String, String> details = new HashMap<>();
                details.put("files", Integer.toString(files.size()));
                details.put("drafts", Integer.toString(drafts));
                files.forEach(id -> details.put(RowDigests.detail("file", id), RowDigests.REMOVED));
                unit.record(new AuditEntry("leftovers", Ids.next(now), "remove", "", "", details), ChainHead.START);
            }
            return files.size() + drafts;
        });
    }
}
