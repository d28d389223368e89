package org.yichuang.linkage.internal;

import java.util.List;
import org.yichuang.journal.api.Outbox;
import org.yichuang.journal.api.Outbox.Backlog;
import org.yichuang.journal.api.Outbox.State;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.linkage.api.Exchange.Removed;
import org.yichuang.tenancy.api.Tenants;

/** Centres that no configuration names any more and that have something to say still: nobody else looks after it. */
public final class RemovedSenders {
    private final Outbox outbox;
    private final Tenants tenants;

    public RemovedSenders(Outbox outbox, Tenants tenants) {
        this.outbox = outbox;
        this.tenants = tenants;
    }

    /** Returns those of which something has not arrived. */
    public List<Removed> all() {
        return outbox.senders().stream()
                .filter(sender -> tenants.find(sender).isEmpty())
                .map(this::left)
                .filter(removed -> removed.waiting() + removed.parked() > 0)
                .toList();
    }

    private Removed left(TenantId sender) {
        List<Backlog> backlog =
                outbox.backlog(CallContext.system(sender, tenants.clock().instant(), "removed"));
        return new Removed(
                sender.value(),
                count(backlog, State.WAITING),
                count(backlog, State.PARKED),
                backlog.stream().map(Backlog::oldest).sorted().findFirst().orElse(null));
    }

    private static long count(List<Backlog> backlog, State state) {
        return backlog.stream()
                .filter(each -> each.state() == state)
                .mapToLong(Backlog::messages)
                .sum();
    }
}
