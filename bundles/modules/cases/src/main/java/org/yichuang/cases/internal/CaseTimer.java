package org.yichuang.cases.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.yichuang.cases.internal.domain.ClockWarnings;
import org.yichuang.journal.api.JobRun;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.kernel.api.time.Warning;
import org.yichuang.kernel.api.time.WorkingCalendar;
import org.yichuang.tenancy.api.Tenants;

/**
 * Attends to each centre when its day or its calendar has changed, which is what {@link CaseUpkeep} depends on: between
 * that it asks the database nothing, however many centres there are. A container that takes over attends to all centres
 * once. A centre where something was left to do is visited again later.
 */
public class CaseTimer implements LeasedJob {
    private static final Duration RETRIED_AFTER = Duration.ofMinutes(10);

    private final CaseUpkeep upkeep;
    private final Tenants tenants;
    private final Duration period;
    private final Map<TenantId, Attended> attended = new ConcurrentHashMap<>();

    /**
     * A visit.
     *
     * @param day the day on which it was
     * @param calendar the calendar that held
     * @param warning when the centre wanted to be warned
     * @param token of the lease under which it was: with another one somebody else has been here meanwhile
     * @param retryAt when to come again because something is left to do, null when all is well
     */
    private record Attended(LocalDate day, WorkingCalendar calendar, Warning warning, long token, Instant retryAt) {}

    public CaseTimer(CaseUpkeep upkeep, Tenants tenants, CaseSettings settings) {
        this.upkeep = upkeep;
        this.tenants = tenants;
        this.period = Duration.ofSeconds(settings.now().timer());
    }

    @Override
    public String name() {
        return "cases-timer";
    }

    @Override
    public Duration period() {
        return period;
    }

    @Override
    public void run(JobRun run) {
        CallContext context = run.context();
        TenantId tenant = context.tenant();
        WorkingCalendar calendar = tenants.calendar(tenant);
        Warning warning = ClockWarnings.setting(tenants.get(tenant));
        boolean isSettled = isSettled(attended.get(tenant), run) && isAsBefore(attended.get(tenant), calendar, warning);
        // What a centre has left here that lives elsewhere since is looked after there
        boolean isHere =
                tenants.get(tenant).has("cases") && !tenants.get(tenant).isElsewhere();
        if (!isHere || isSettled) {
            return;
        }
        boolean again = upkeep.attend(run);
        if (run.goesOn()) {
            Instant retryAt = again ? context.at().plus(RETRIED_AFTER) : null;
            attended.put(
                    tenant,
                    new Attended(context.today(), calendar, warning, run.lease().token(), retryAt));
        }
    }

    private static boolean isSettled(Attended last, JobRun run) {
        CallContext context = run.context();
        return last != null
                && last.day().equals(context.today())
                && last.token() == run.lease().token()
                && (last.retryAt() == null || !context.at().isAfter(last.retryAt()));
    }

    private static boolean isAsBefore(Attended last, WorkingCalendar calendar, Warning warning) {
        return last != null && last.calendar() == calendar && last.warning().equals(warning);
    }
}
