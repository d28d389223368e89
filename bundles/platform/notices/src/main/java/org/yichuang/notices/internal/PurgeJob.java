package org.yichuang.notices.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.JobRun;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.rows.RowDigests;
import org.yichuang.kernel.api.Ids;
import org.yichuang.notices.internal.persistence.NoticeRows;
import org.yichuang.notices.internal.provider.NoticeSettings;

/**
 * Removes messages that are old, whatever became of them: they hold personal data without need by then (R9-14). One
 * that is being handed over waits for the next run.
 */
public class PurgeJob implements LeasedJob {
    private static final Duration PERIOD = Duration.ofHours(1);
    private static final int PART = 50;

    private final Rows rows;
    private final Sender sender;
    private final Transactions transactions;
    private final NoticeSettings settings;

    PurgeJob(Sender sender, Transactions transactions, NoticeSettings settings) {
        this.rows = sender.rows();
        this.sender = sender;
        this.transactions = transactions;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "notices-purge";
    }

    @Override
    public Duration period() {
        return PERIOD;
    }

    @Override
    public void run(JobRun run) {
        int removed;
        do {
            removed = removePart(run);
        } while (removed > 0 && run.goesOn());
    }

    private int removePart(JobRun run) {
        return transactions.write(run.context(), Integer.class, unit -> {
            unit.require(run.lease());
            List<String> old = rows.notices().before(oldest(unit), PART, unit).stream()
                    .filter(id -> remove(id, unit))
                    .toList();
            if (!old.isEmpty()) {
                Map<String, String> details = new HashMap<>();
                details.put("messages", Integer.toString(old.size()));
                old.forEach(id -> details.put(RowDigests.detail(NoticeRows.TYPE, id), RowDigests.REMOVED));
                String id = Ids.next(unit.context().at());
                unit.record(new AuditEntry("notices-purge", id, "remove", "", "", details), ChainHead.START);
            }
            return old.size();
        });
    }

    /** What is old by a rehearsed time alone is kept. */
    private Instant oldest(UnitOfWork unit) {
        Instant now = unit.context().at();
        Instant machine = sender.now();
        return (now.isBefore(machine) ? now : machine).minus(settings.now().keep());
    }

    private boolean remove(String id, UnitOfWork unit) {
        return rows.notices()
                .heldIfThere(id, unit)
                .filter(notice -> rows.due()
                        .find(id, unit)
                        .filter(due -> !due.claim().isEmpty())
                        .isEmpty())
                .map(notice -> {
                    rows.due().remove(id, unit);
                    rows.notices().remove(notice, unit);
                    return true;
                })
                .orElse(false);
    }
}
