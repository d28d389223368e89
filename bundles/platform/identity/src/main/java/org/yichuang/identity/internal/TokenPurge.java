package org.yichuang.identity.internal;

import java.time.Duration;
import javax.persistence.EntityManagerFactory;
import org.yichuang.identity.internal.persistence.IdentityRepository;
import org.yichuang.journal.api.JobRun;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;

/**
 * Removes tokens and sessions that are over, each with its entry: the trail says when everybody came and went. Many in
 * one transaction, so that a session which ends by silence costs a row of the trail and no commit of its own.
 */
public class TokenPurge implements LeasedJob {
    private static final Duration PERIOD = Duration.ofMinutes(10);
    private static final int BATCH = 200;

    private final EntityManagerFactory entities;
    private final Transactions transactions;
    private final SessionRegistry sessions;

    TokenPurge(EntityManagerFactory entities, Transactions transactions, SessionRegistry sessions) {
        this.entities = entities;
        this.transactions = transactions;
        this.sessions = sessions;
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
        inTransaction(run, unit -> new IdentityRepository(unit.entities(entities))
                .removeUsedAttempts(unit.context().at()));
        int ended = BATCH;
        while (ended == BATCH && run.goesOn()) {
            ended = inTransaction(run, unit -> sessions.endExpired(unit, BATCH));
        }
    }

    private int inTransaction(JobRun run, Transactions.Work<Integer> work) {
        return transactions.write(run.context(), Integer.class, (UnitOfWork unit) -> {
            unit.require(run.lease());
            return work.run(unit);
        });
    }
}
