package org.yichuang.licences.internal;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.yichuang.documents.api.DocumentService;
import org.yichuang.journal.api.JobRun;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.licences.internal.domain.Licence;
import org.yichuang.licences.internal.persistence.LicenceRows;
import org.yichuang.tenancy.api.Tenants;

/**
 * Notes, result by result, that a validity has ended: the first time when a container takes over, then once a day and
 * whenever a run was broken off.
 */
public class ExpiryJob implements LeasedJob {
    private static final Duration PERIOD = Duration.ofSeconds(30);
    private static final int PART = 100;

    private final Transactions transactions;
    private final LicenceRows rows;
    private final DocumentService documents;
    private final LicenceMessages messages;
    private final Tenants tenants;
    private final Map<TenantId, Attended> attended = new ConcurrentHashMap<>();

    /** @param messages what tells the holders */
    public ExpiryJob(
            Transactions transactions,
            LicenceRows rows,
            DocumentService documents,
            LicenceMessages messages,
            Tenants tenants) {
        this.transactions = transactions;
        this.rows = rows;
        this.documents = documents;
        this.messages = messages;
        this.tenants = tenants;
    }

    /** A visit, and the token of the lease under which it was. */
    private record Attended(LocalDate day, long token) {}

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
        Attended visit = new Attended(context.today(), run.lease().token());
        if (!tenants.get(context.tenant()).has(LicencesDescriptor.WORD)
                || visit.equals(attended.get(context.tenant()))) {
            return;
        }
        List<String> part = part("", run);
        while (!part.isEmpty() && run.goesOn()) {
            part.forEach(id -> expire(id, run));
            part = part(part.get(part.size() - 1), run);
        }
        if (run.goesOn()) {
            attended.put(context.tenant(), visit);
        }
    }

    private List<String> part(String after, JobRun run) {
        CallContext context = run.context();
        return transactions.read(context, unit -> rows.over(context.today(), after, PART, unit));
    }

    private void expire(String id, JobRun run) {
        transactions.write(run.context(), Void.class, unit -> {
            unit.require(run.lease());
            expire(rows.get(id, unit), unit);
            return null;
        });
    }

    private void expire(Licence licence, UnitOfWork unit) {
        LocalDate today = unit.context().today();
        if (licence.isToExpire(today)) {
            String reason = LocalizedMessage.of(
                            ExpiryJob.class,
                            "revoked.expiry",
                            licence.validUntil().orElseThrow())
                    .zh();
            licence.content().documents().forEach(document -> documents.revoke(document, reason, unit));
            rows.record(licence, "expire", Map.of(), licence.expire(today), unit);
            messages.send(LicenceNotice.EXPIRED, licence, unit);
        }
    }
}
