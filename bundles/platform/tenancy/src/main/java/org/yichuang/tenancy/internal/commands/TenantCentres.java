package org.yichuang.tenancy.internal.commands;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.shell.api.CentreDirectory;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** The centres as commands of the shell need them. */
public class TenantCentres implements CentreDirectory {
    private final Tenants tenants;

    public TenantCentres(Tenants tenants) {
        this.tenants = tenants;
    }

    @Override
    public Collection<TenantId> centres() {
        return tenants.all().stream().map(Tenant::id).toList();
    }

    @Override
    public Collection<TenantId> centresWith(String module) {
        return tenants.all().stream()
                .filter(tenant -> tenant.has(module))
                .map(Tenant::id)
                .toList();
    }

    @Override
    public TenantId centre(String typed) {
        return find(typed).id();
    }

    @Override
    public TenantId centre(String typed, String module) {
        Tenant tenant = find(typed);
        if (!tenant.has(module)) {
            throw new ProblemException(
                    CommonError.MODULE_OFF,
                    LocalizedMessage.of(TenantCentres.class, "module-off", tenant.name(), module, typed));
        }
        return tenant.id();
    }

    @Override
    public Instant now() {
        return tenants.clock().instant();
    }

    private Tenant find(String typed) {
        return Optional.of(typed)
                .filter(TenantId::isWellFormed)
                .flatMap(word -> tenants.find(new TenantId(word)))
                .orElseThrow(() -> new ProblemException(
                        CommonError.TENANT_UNKNOWN, LocalizedMessage.of(TenantCentres.class, "centre-unknown", typed)));
    }
}
