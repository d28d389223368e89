package org.yichuang.journal.internal;

import java.util.List;
import org.yichuang.journal.api.ChainHeadProvider;
import org.yichuang.journal.api.TenantDirectory;

/** What leaves a transaction, put together: messages, events, and the jobs that run by themselves. */
public final class JournalDelivery {
    private final DatabaseOutbox outbox;
    private final DatabaseWaitingMessages waiting;
    private final EventDispatcher events;
    private final DatabaseEventDelivery eventDelivery;
    private final RowBaseline baseline;
    private final KnownTenants tenants;
    private final JobScheduler jobs;

    /**
     * @param directories who knows the tenants for whom jobs run
     * @param providers whose rows are proved, as modules come and go
     */
    public JournalDelivery(JournalCore core, List<TenantDirectory> directories, List<ChainHeadProvider> providers) {
        MessageSeals seals = new MessageSeals(core.key);
        new SealAdoption(core.boundary, core.transactions(), seals, core.key, core.machineClock).run();
        outbox = new DatabaseOutbox(core.boundary, core.transactions(), core.commits, seals, core.machineClock);
        waiting = new DatabaseWaitingMessages(core.transactions(), seals);
        events = new EventDispatcher(core.boundary, core.transactions(), core.leases(), core.clock, core.commits);
        eventDelivery = new DatabaseEventDelivery(core.boundary, core.transactions(), events, core.clock);
        tenants = new KnownTenants(directories);
        baseline = new RowBaseline(core.boundary, core.transactions(), providers, core.key, core.machineClock);
        jobs = new JobScheduler(core.leases(), tenants, core.clock, baseline::isUnderProof);
    }

    public DatabaseOutbox outbox() {
        return outbox;
    }

    public DatabaseWaitingMessages waiting() {
        return waiting;
    }

    public EventDispatcher events() {
        return events;
    }

    public DatabaseEventDelivery eventDelivery() {
        return eventDelivery;
    }

    /** The tenants that jobs are run for. */
    KnownTenants tenants() {
        return tenants;
    }

    /** What brings rows under proof: some jobs wait for it. */
    RowBaseline baseline() {
        return baseline;
    }

    public JobScheduler jobs() {
        return jobs;
    }
}
