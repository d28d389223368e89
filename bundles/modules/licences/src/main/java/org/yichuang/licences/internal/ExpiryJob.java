package org.yichuang.licences.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.journal.api.JobRun;
import org.yichuang.journal.api.JournalError;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.licences.internal.domain.Licence;
import org.yichuang.licences.internal.persistence.LicenceRows;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/**
 * Notes, result by result, that a validity has ended, or that it goes on as nobody has decided about its renewal in
 * time (R1-30): first the renewal, then the end, each in one transaction. The papers of the grant stay as they are:
 * whoever verifies them is told how the result stands on that day ({@link LicenceStanding}).
 */
public class ExpiryJob implements LeasedJob {
    private static final Duration PERIOD = Duration.ofSeconds(30);
    private static final Duration AGAIN = Duration.ofMinutes(10);
    private static final int PART = 100;
    /** What ended longer ago, in days, is no news for its holder. */
    private static final int NEWS = 7;

    private static final Logger LOG = LoggerFactory.getLogger(ExpiryJob.class);

    private final Transactions transactions;
    private final LicenceRows rows;
    private final Renewals renewals;
    private final LicenceMessages messages;
    private final Tenants tenants;
    private final Map<TenantId, Attended> attended = new ConcurrentHashMap<>();

    /**
     * @param renewals what becomes of what was to be renewed
     * @param messages what tells the holders
     */
    public ExpiryJob(
            Transactions transactions, LicenceRows rows, Renewals renewals, LicenceMessages messages, Tenants tenants) {
        this.transactions = transactions;
        this.rows = rows;
        this.renewals = renewals;
        this.messages = messages;
        this.tenants = tenants;
    }

    /**
     * A visit.
     *
     * @param day the day on which it was
     * @param token of the lease under which it was
     * @param until when to come again: results from before may have come into the register, and what failed is tried
     */
    private record Attended(LocalDate day, long token, Instant until) {
        boolean holds(JobRun run) {
            return day.equals(run.context().today())
                    && token == run.lease().token()
                    && run.context().at().isBefore(until);
        }
    }

    @Override
    public String name() {
        return "licences-expiry";
    }

    @Override
    public Duration period() {
        return PERIOD;
    }

    @Override
    public void run(JobRun run) {
        CallContext context = run.context();
        Attended last = attended.get(context.tenant());
        Tenant centre = tenants.get(context.tenant());
        boolean isKept = centre.has(LicencesDescriptor.WORD) && !centre.isElsewhere();
        if (!isKept || last != null && last.holds(run)) {
            return;
        }
        all(run, this::over, this::expire);
        all(run, renewals::unheld, renewals::deemUnheld);
        if (run.goesOn()) {
            attended.put(
                    context.tenant(),
                    new Attended(
                            context.today(), run.lease().token(), context.at().plus(AGAIN)));
        }
    }

    /** What is to be attended to, by its numbers, from behind one. */
    @FunctionalInterface
    private interface Finding {
        List<String> behind(String after, int most, UnitOfWork unit);
    }

    private List<String> over(String after, int most, UnitOfWork unit) {
        return rows.over(unit.context().today(), after, most, unit);
    }

    private void all(JobRun run, Finding finding, BiConsumer<String, UnitOfWork> work) {
        List<String> part = part("", run, finding);
        while (!part.isEmpty() && run.goesOn()) {
            part.forEach(id -> attend(id, run, work));
            part = part(part.get(part.size() - 1), run, finding);
        }
    }

    private List<String> part(String after, JobRun run, Finding finding) {
        return transactions.read(run.context(), unit -> finding.behind(after, PART, unit));
    }

    /**
     * One that cannot be read is left out and keeps no other; and so does one about whose renewal somebody decides at
     * the same moment.
     */
    private void attend(String id, JobRun run, BiConsumer<String, UnitOfWork> work) {
        try {
            transactions.write(run.context(), Void.class, unit -> {
                unit.require(run.lease());
                work.accept(id, unit);
                return null;
            });
        } catch (ProblemException e) {
            if (e.code() == JournalError.LEASE_LOST || e.code() == CommonError.UNAVAILABLE) {
                throw e;
            }
            LOG.warn(
                    "{}: the end of {} cannot be noted for now: {}",
                    run.context().tenant(),
                    id,
                    e.getMessage());
        }
    }

    private void expire(String id, UnitOfWork unit) {
        Licence licence = rows.get(id, unit);
        LocalDate today = unit.context().today();
        if (licence.isToExpire(today) && !renewals.goOn(licence, unit)) {
            rows.record(licence, "expire", Map.of(), licence.expire(today), unit);
            if (!licence.validUntil().orElseThrow().isBefore(today.minusDays(NEWS))) {
                messages.send(LicenceNotice.EXPIRED, licence, unit);
            }
        }
    }
}
