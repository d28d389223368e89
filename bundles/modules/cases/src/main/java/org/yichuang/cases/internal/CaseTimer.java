package org.yichuang.cases.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.CaseWork;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.Leases;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.OperatorSetting;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.TenancyListener;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/**
 * What the law does when nobody acts: late answers become acceptances (R1-04), and due days follow the calendar
 * (R2-04). Of several containers the one that holds the lease works; its token fences every change.
 */
public class CaseTimer implements TenancyListener {
    static final String LEASE = "cases-timer";
    static final String RECKONED = "recompute-deadline";

    private static final Logger LOG = LoggerFactory.getLogger(CaseTimer.class);
    private static final Duration HOLD = Duration.ofMinutes(2);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int BATCH = 100;

    private final Transactions transactions;
    private final CaseLedger desk;
    private final Leases leases;
    private final Tenants tenants;
    /** Set at the start as well: the calendar may have changed while nothing ran. */
    private final AtomicBoolean calendarChanged = new AtomicBoolean(true);

    private final long seconds;
    private ScheduledExecutorService scheduler;

    public CaseTimer(Transactions transactions, CaseLedger desk, Leases leases, Tenants tenants, String seconds) {
        this.transactions = transactions;
        this.desk = desk;
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

    @Override
    public void calendarChanged() {
        calendarChanged.set(true);
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
        boolean reckon = calendarChanged.getAndSet(false);
        if (leases.acquire(LEASE, HOLD).isEmpty()) {
            // the other container is told of the change as well
            return;
        }
        for (Tenant tenant : tenants.all()) {
            if (tenant.has("cases")) {
                deemAccepted(tenant.id());
                if (reckon) {
                    reckon(tenant.id());
                }
            }
        }
    }

    private void deemAccepted(TenantId tenant) {
        CallContext context = context(tenant);
        List<String> late;
        int accepted = 0;
        do {
            late = transactions.read(context, unit -> desk.cases(unit).unanswered(context.today(), BATCH));
            int before = accepted;
            for (String number : late) {
                accepted += inCase(tenant, number, this::deem) ? 1 : 0;
            }
            if (accepted == before) {
                break;
            }
        } while (late.size() == BATCH);
        if (accepted > 0) {
            LOG.info("{}: {} cases deemed accepted, as nobody had answered within five working days", tenant, accepted);
        }
    }

    private Void deem(UnitOfWork unit, String number) {
        desk.step(unit, desk.cases(unit).get(number), CaseWork::deemAccepted);
        return null;
    }

    private void reckon(TenantId tenant) {
        String after = "";
        int moved = 0;
        List<String> numbers;
        do {
            String from = after;
            numbers =
                    transactions.read(context(tenant), unit -> desk.cases(unit).waiting(from, BATCH));
            for (String number : moving(tenant, numbers)) {
                moved += inCase(tenant, number, this::move) ? 1 : 0;
            }
            after = numbers.isEmpty() ? after : numbers.get(numbers.size() - 1);
        } while (numbers.size() == BATCH);
        if (moved > 0) {
            LOG.info("{}: the calendar has moved the due day of {} cases", tenant, moved);
        }
    }

    /** Which of the cases the calendar moves: the others are read only. */
    private List<String> moving(TenantId tenant, List<String> numbers) {
        return transactions.read(context(tenant), unit -> numbers.stream()
                .filter(number -> desk.cases(unit)
                        .find(number)
                        .filter(file -> file.reckon(tenants.calendar(tenant)))
                        .isPresent())
                .toList());
    }

    private Void move(UnitOfWork unit, String number) {
        CaseFile file = desk.cases(unit).get(number);
        String before = CaseLedger.digest(file);
        String dueBefore = file.due().map(Object::toString).orElse("");
        if (file.reckon(tenants.calendar(unit.context().tenant()))) {
            Map<String, String> details = Map.of(
                    "dueBefore",
                    dueBefore,
                    "dueAfter",
                    file.due().map(Object::toString).orElse(""),
                    "reason",
                    "calendar");
            desk.record(
                    unit,
                    file,
                    new AuditEntry(CaseLedger.AGGREGATE, number, RECKONED, before, CaseLedger.digest(file), details));
        }
        return null;
    }

    /** One case in one transaction, fenced; what another has done meanwhile is left alone. */
    private boolean inCase(TenantId tenant, String number, CaseStep step) {
        Optional<UnitOfWork.Lease> lease = leases.acquire(LEASE, HOLD);
        if (lease.isEmpty()) {
            return false;
        }
        try {
            transactions.write(context(tenant), Void.class, unit -> {
                unit.require(lease.get());
                return step.on(unit, number);
            });
            return true;
        } catch (ProblemException meanwhile) {
            LOG.debug("{} of {} was left alone: {}", number, tenant, meanwhile.getMessage());
            return false;
        }
    }

    private CallContext context(TenantId tenant) {
        Instant now = tenants.clock().instant();
        return CallContext.system(tenant, now, LEASE + "-" + Ids.next(now));
    }

    @FunctionalInterface
    private interface CaseStep {
        Void on(UnitOfWork unit, String number);
    }
}
