package org.yichuang.indicators.internal;

import java.util.List;
import java.util.Set;
import org.yichuang.identity.api.Role;
import org.yichuang.indicators.api.Indicators;
import org.yichuang.kernel.api.Texts;
import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.tenancy.api.PermissionGrant;

/** What the indicators say of themselves. */
public class IndicatorsDescriptor implements ModuleDescriptor {
    @Override
    public String word() {
        return "indicators";
    }

    @Override
    public boolean isSwitchable() {
        return false;
    }

    @Override
    public List<String> restRoots() {
        return List.of("indicators");
    }

    @Override
    public List<String> pageRoots() {
        return List.of("indicators");
    }

    @Override
    public Set<String> permissions() {
        return Set.of(Indicators.VIEW);
    }

    @Override
    public List<PermissionGrant> grants() {
        return List.of(
                PermissionGrant.to(Role.CENTRE_MANAGER.key(), Indicators.VIEW),
                PermissionGrant.to(Role.SUPERVISION_OFFICER.key(), Indicators.VIEW));
    }

    @Override
    public Texts texts() {
        return Texts.beside(IndicatorsDescriptor.class, "module");
    }
}
