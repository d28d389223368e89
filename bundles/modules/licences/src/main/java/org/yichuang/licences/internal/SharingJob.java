package org.yichuang.licences.internal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.journal.api.JobRun;
import org.yichuang.journal.api.JournalError;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.licences.internal.Sharing.Told;
import org.yichuang.licences.internal.persistence.LicenceRows;
import org.yichuang.tenancy.api.Tenants;

/**
 * Tells the centres that have granted what was made out here before registers told each other, so that they can take it
 * back. It looks through a centre once; what is made out since is told as it is entered.
 */
public class SharingJob implements LeasedJob {
    private static final Duration PERIOD = Duration.ofMinutes(10);
    private static final int PART = 100;
    private static final Logger LOG = LoggerFactory.getLogger(SharingJob.class);

    private final Transactions transactions;
    private final LicenceRows rows;
    private final Sharing sharing;
    private final Tenants tenants;
    /** Of which lease a centre was looked through. */
    private final Map<TenantId, Long> done = new ConcurrentHashMap<>();

    public SharingJob(Transactions transactions, LicenceRows rows, Sharing sharing, Tenants tenants) {
        this.transactions = transactions;
        this.rows = rows;
        this.sharing = sharing;
        this.tenants = tenants;
    }

    @Override
    public String name() {
        return "licences-sharing";
    }

    @Override
    public Duration period() {
        return PERIOD;
    }

    @Override
    public void run(JobRun run) {
        TenantId centre = run.context().tenant();
        Long token = run.lease().token();
        boolean isKept = tenants.get(centre).has(LicencesDescriptor.WORD)
                && !tenants.get(centre).isElsewhere();
        if (!isKept || token.equals(done.get(centre))) {
            return;
        }
        boolean isWhole = true;
        List<String> part = part("", run);
        while (!part.isEmpty() && run.goesOn()) {
            for (String id : part) {
                isWhole &= shareAll(id, run);
            }
            part = part(part.get(part.size() - 1), run);
        }
        if (isWhole && run.goesOn()) {
            done.put(centre, token);
        }
    }

    private List<String> part(String after, JobRun run) {
        CallContext context = run.context();
        return transactions.read(context, unit -> rows.unshared(after, PART, unit));
    }

    /** One that cannot be read, or told of for now, keeps no other. */
    private boolean shareAll(String id, JobRun run) {
        try {
            Told told = Told.FIRST;
            for (int next = 0; told != Told.ALL && told != Told.LATER && run.goesOn(); next++) {
                told = share(id, next, run);
            }
            return told == Told.ALL;
        } catch (ProblemException e) {
            if (e.code() == JournalError.LEASE_LOST || e.code() == CommonError.UNAVAILABLE) {
                throw e;
            }
            LOG.warn("{}: {} cannot be told above for now: {}", run.context().tenant(), id, e.getMessage());
            return false;
        }
    }

    /** Each letter has an entry, and a transaction, of its own. */
    private Told share(String id, int next, JobRun run) {
        return transactions.write(run.context(), Told.class, unit -> {
            unit.require(run.lease());
            return sharing.tell(id, next, unit);
        });
    }
}
