package org.yichuang.shell.internal.desks;

import java.time.Instant;
import java.util.Optional;
import org.yichuang.journal.api.Journal;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** Where a command stands: what it may use, for which centre and as whom. */
public class Desk {
    /** Who acts in the journal when a command does. */
    private static final Actor OPERATOR = Actor.platform("operator@shell", "运维终端");

    private final Services services;

    public Desk(Services services) {
        this.services = services;
    }

    /** The services at hand. */
    public Services services() {
        return services;
    }

    /**
     * Returns a service.
     *
     * @throws ProblemException {@code unavailable}, naming the bundle that would bring it
     */
    public <T> T need(Class<T> type, String bundle) {
        return services.find(type)
                .orElseThrow(() -> new ProblemException(
                        CommonError.UNAVAILABLE,
                        "模块 " + bundle + " 未安装或尚未就绪",
                        "Module " + bundle + " is not installed, or not ready"));
    }

    /** The tree of centres. */
    public Tenants tenants() {
        return need(Tenants.class, "tenancy");
    }

    /**
     * Returns a centre by what somebody typed.
     *
     * @throws ProblemException {@code tenant-unknown}
     */
    public Tenant tenant(String id) {
        return Optional.of(id)
                .filter(TenantId::isWellFormed)
                .flatMap(word -> tenants().find(new TenantId(word)))
                .orElseThrow(() -> new ProblemException(
                        CommonError.TENANT_UNKNOWN, "没有名为 " + id + " 的中心", "No centre is called " + id));
    }

    /**
     * Returns the context in which a centre is served, provided that it has the module switched on.
     *
     * @throws ProblemException {@code tenant-unknown}, {@code module-off}
     */
    public CallContext at(String id, String module) {
        Tenant tenant = tenant(id);
        if (!tenant.has(module)) {
            throw new ProblemException(
                    CommonError.MODULE_OFF,
                    "「" + tenant.name() + "」未启用模块 " + module,
                    "Module " + module + " is switched off for " + id);
        }
        return at(tenant.id());
    }

    /** Returns the context in which a centre is served. */
    public CallContext at(TenantId id) {
        Instant now = tenants().clock().instant();
        return new CallContext(id, OPERATOR, now, "shell-" + Ids.next(now), Optional.empty(), Optional.empty());
    }

    /** Notes the refusal of a command that would have changed something. */
    public void refused(String command, ProblemException refusal, String centre) {
        boolean known = TenantId.isWellFormed(centre)
                && tenants().find(new TenantId(centre)).isPresent();
        if (known) {
            services.find(Journal.class)
                    .ifPresent(journal -> journal.refused(command, refusal, at(new TenantId(centre))));
        }
    }
}
