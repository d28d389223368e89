package org.yichuang.identity.internal;

import java.time.Duration;
import java.time.Instant;
import javax.persistence.EntityManagerFactory;
import org.yichuang.identity.internal.persistence.IdentityRepository;
import org.yichuang.journal.api.JobRun;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.journal.api.Transactions;

/** Removes tokens and sessions that are over. */
public class TokenPurge implements LeasedJob {
    private static final Duration PERIOD = Duration.ofMinutes(10);

    private final EntityManagerFactory entities;
    private final Transactions transactions;
    private final Settings settings;

    public TokenPurge(EntityManagerFactory entities, Transactions transactions, Settings settings) {
        this.entities = entities;
        this.transactions = transactions;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "identity-purge";
    }

    @Override
    public Duration period() {
        return PERIOD;
    }

    @Override
    public void run(JobRun run) {
        transactions.write(run.context(), Integer.class, unit -> {
            unit.require(run.lease());
            Instant now = unit.context().at();
            IdentityRepository store = new IdentityRepository(unit.entities(entities));
            return store.removeExpired(now, now.minus(settings.now().idle())) + store.removeUsedAttempts(now);
        });
    }
}
