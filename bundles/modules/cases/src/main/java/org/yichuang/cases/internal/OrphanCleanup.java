package org.yichuang.cases.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.cases.internal.persistence.OrphanRows;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.Leases;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.OperatorSetting;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/**
 * Removes what people have left behind: files that no case names and applications that nobody has finished. They hold
 * personal data without need (R9-14). One container at a time does it for all.
 */
public class OrphanCleanup {
    private static final Logger LOG = LoggerFactory.getLogger(OrphanCleanup.class);
    private static final String LEASE = "cases-leftovers";
    private static final int FIRST_MINUTE = 3;
    private static final int EVERY_MINUTES = 60;
    /** Until the next time: a lease that has lapsed tells operators that nobody does the work. */
    private static final Duration HOLD = Duration.ofMinutes(EVERY_MINUTES + 10);

    private final Transactions transactions;
    private final OrphanRows rows;
    private final Leases leases;
    private final Tenants tenants;
    private final Duration uploadsKept;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(run -> {
        Thread thread = new Thread(run, LEASE);
        thread.setDaemon(true);
        return thread;
    });

    /** @param uploadDays for how many days files are kept that no case names; longer than unfinished applications */
    public OrphanCleanup(
            Transactions transactions, OrphanRows rows, Leases leases, Tenants tenants, String uploadDays) {
        this.transactions = transactions;
        this.rows = rows;
        this.leases = leases;
        this.tenants = tenants;
        this.uploadsKept =
                Duration.ofDays(OperatorSetting.number("org.yichuang.cases.cfg uploads.days", uploadDays, 1, 45));
    }

    /** Begins. */
    public void start() {
        timer.scheduleWithFixedDelay(this::attempt, FIRST_MINUTE, EVERY_MINUTES, TimeUnit.MINUTES);
    }

    /** Ends; a part that is under way is finished or undone. */
    public void stop() {
        timer.shutdownNow();
    }

    private void attempt() {
        try {
            run();
        } catch (RuntimeException e) { // an escaping exception would end the timer for good
            LOG.warn("What was left behind could not be removed, trying again in {} minutes", EVERY_MINUTES, e);
        }
    }

    /** Removes what is old at every centre, as long as the lease is ours. */
    void run() {
        for (Tenant tenant : tenants.all()) {
            int part;
            do {
                Optional<UnitOfWork.Lease> lease = leases.acquire(LEASE, HOLD);
                if (lease.isEmpty()) {
                    return;
                }
                part = removePart(tenant.id(), lease.get());
            } while (part > 0);
        }
    }

    private int removePart(TenantId tenant, UnitOfWork.Lease lease) {
        Instant now = tenants.clock().instant();
        CallContext context = CallContext.system(tenant, now, LEASE + "-" + Ids.next(now));
        return transactions.write(context, Integer.class, unit -> {
            unit.require(lease);
            int drafts = rows.removeDrafts(unit, now.minus(Drafts.KEPT));
            int files = rows.removeFiles(unit, now.minus(uploadsKept));
            if (files + drafts > 0) {
                Map<String, String> details =
                        Map.of("files", Integer.toString(files), "drafts", Integer.toString(drafts));
                unit.record(new AuditEntry("leftovers", Ids.next(now), "remove", "", "", details), ChainHead.START);
            }
            return files + drafts;
        });
    }
}
