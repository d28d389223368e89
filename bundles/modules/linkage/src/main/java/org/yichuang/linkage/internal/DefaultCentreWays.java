package org.yichuang.linkage.internal;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.yichuang.journal.api.Outbox;
import org.yichuang.journal.api.Outbox.Backlog;
import org.yichuang.journal.api.Outbox.State;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.linkage.api.CentreWays;
import org.yichuang.linkage.api.LinkagePermission;
import org.yichuang.tenancy.api.Tenants;

/** The ways, by the tree of centres, their settings, the outbox and the breakers of this node. */
public class DefaultCentreWays implements CentreWays {
    private final Tenants tenants;
    private final Outbox outbox;
    private final CentreEndpoints endpoints;

    public DefaultCentreWays(Tenants tenants, Outbox outbox, CentreEndpoints endpoints) {
        this.tenants = tenants;
        this.outbox = outbox;
        this.endpoints = endpoints;
    }

    @Override
    public List<CentreWay> ways(CallContext context) {
        context.require(LinkagePermission.VIEW);
        List<Backlog> backlog = outbox.backlog(context);
        TreeSet<String> receivers = new TreeSet<>();
        tenants.get(context.tenant()).parent().map(TenantId::value).ifPresent(receivers::add);
        tenants.all().stream()
                .filter(centre ->
                        centre.parent().filter(context.tenant()::equals).isPresent())
                .forEach(child -> receivers.add(child.id().value()));
        backlog.forEach(each -> receivers.add(each.receiver()));
        return receivers.stream().map(receiver -> way(receiver, backlog)).toList();
    }

    private CentreWay way(String receiver, List<Backlog> backlog) {
        Instant oldest = backlog.stream()
                .filter(each -> each.receiver().equals(receiver) && each.state() == State.WAITING)
                .map(Backlog::oldest)
                .findFirst()
                .orElse(null);
        return new CentreWay(
                receiver,
                endpoints.described(receiver),
                count(receiver, State.WAITING, backlog),
                oldest,
                count(receiver, State.PARKED, backlog),
                endpoints.shutUntil(receiver));
    }

    private static long count(String receiver, State state, List<Backlog> backlog) {
        return backlog.stream()
                .filter(each -> each.receiver().equals(receiver) && each.state() == state)
                .mapToLong(Backlog::messages)
                .sum();
    }
}
