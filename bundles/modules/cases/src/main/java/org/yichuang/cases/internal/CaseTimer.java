package org.yichuang.cases.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.journal.api.Leases;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.OperatorSetting;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.kernel.api.time.WorkingCalendar;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/**
 * Attends to each centre when its day or its calendar has changed, which is what {@link CaseUpkeep} depends on: between
 * that it asks the database nothing, however many centres there are. Of several containers the one that holds the lease
 * works; a container that takes over attends to all centres once. One that fails is tried again later and holds up no
 * other.
 */
public class CaseTimer {
    static final String LEASE = "cases-timer";

    private static final Logger LOG = LoggerFactory.getLogger(CaseTimer.class);
    private static final Duration HOLD = Duration.ofMinutes(2);
    private static final Duration RENEWED_AFTER = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration RETRIED_AFTER = Duration.ofMinutes(10);

    private final CaseUpkeep upkeep;
    private final Leases leases;
    private final Tenants tenants;
    private final long seconds;
    private final Map<TenantId, Attended> attended = new HashMap<>();
    private ScheduledExecutorService scheduler;
    private Optional<UnitOfWork.Lease> lease = Optional.empty();
    private long renewedAt;

    /**
     * A visit.
     *
     * @param day the day on which it was
     * @param calendar the calendar that held
     * @param retryAt when to come again because something failed, null when all is well
     */
    private record Attended(LocalDate day, WorkingCalendar calendar, Instant retryAt) {}

    public CaseTimer(CaseUpkeep upkeep, Leases leases, Tenants tenants, String seconds) {
        this.upkeep = upkeep;
        this.leases = leases;
        this.tenants = tenants;
        this.seconds = OperatorSetting.number("org.yichuang.cases.cfg timer.seconds", seconds, 1, 30);
    }

    /** Starts to run regularly. */
    public void start() {
        scheduler = Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, LEASE));
        scheduler.scheduleWithFixedDelay(this::runSafely, seconds, seconds, TimeUnit.SECONDS);
    }

    /** Stops; what is running comes to its end, if that is near. */
    public void stop() {
        scheduler.shutdown();
        try {
            if (!scheduler.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("The timer of cases is still at work; what it has not committed is lost and done again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** An exception would end the schedule for good. */
    private void runSafely() {
        try {
            run();
        } catch (RuntimeException e) {
            LOG.warn("The timer of cases failed; it will run again", e);
        }
    }

    /** Runs once over all centres. */
    void run() {
        if (renewed().isEmpty()) {
            attended.clear();
            return;
        }
        for (Tenant tenant : tenants.all()) {
            if (tenant.has("cases") && isToBeAttended(tenant.id())) {
                attend(tenant.id());
            }
        }
    }

    private boolean isToBeAttended(TenantId tenant) {
        Attended last = attended.get(tenant);
        Instant now = tenants.clock().instant();
        return last == null
                || !last.day().equals(day(now))
                || last.calendar() != tenants.calendar(tenant)
                || last.retryAt() != null && now.isAfter(last.retryAt());
    }

    private void attend(TenantId tenant) {
        Instant now = tenants.clock().instant();
        WorkingCalendar calendar = tenants.calendar(tenant);
        try {
            int failed = upkeep.attend(tenant, this::held);
            if (lease.isPresent()) {
                Instant retryAt = failed == 0 ? null : now.plus(RETRIED_AFTER);
                attended.put(tenant, new Attended(day(now), calendar, retryAt));
            }
        } catch (RuntimeException e) {
            // not noted: the next run comes again
            LOG.warn("{} could not be attended to and is visited again", tenant, e);
        }
    }

    private static LocalDate day(Instant now) {
        return now.atZone(CallContext.ZONE).toLocalDate();
    }

    private Optional<UnitOfWork.Lease> held() {
        return System.nanoTime() - renewedAt < RENEWED_AFTER.toNanos() ? lease : renewed();
    }

    private Optional<UnitOfWork.Lease> renewed() {
        lease = leases.acquire(LEASE, HOLD);
        renewedAt = System.nanoTime();
        return lease;
    }
}
