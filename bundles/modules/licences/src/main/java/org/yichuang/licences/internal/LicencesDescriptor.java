package org.yichuang.licences.internal;

import static org.yichuang.licences.api.LicencePermission.DECIDE;
import static org.yichuang.licences.api.LicencePermission.DELIVER;
import static org.yichuang.licences.api.LicencePermission.OWN;
import static org.yichuang.licences.api.LicencePermission.UNMASK;
import static org.yichuang.licences.api.LicencePermission.VIEW;

import java.util.List;
import java.util.Set;
import org.yichuang.kernel.api.Texts;
import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.tenancy.api.PermissionGrant;
import org.yichuang.tenancy.api.SettingDefinition;

/** What the register says of itself. */
public class LicencesDescriptor implements ModuleDescriptor {
    static final String WORD = "licences";

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public List<String> restRoots() {
        return List.of("licences");
    }

    @Override
    public List<String> pageRoots() {
        return List.of("licences", "my-licences", "granted", "licence-bans", "licence-breaches", "licence-grants");
    }

    @Override
    public Set<String> permissions() {
        return Set.of(VIEW, OWN, DECIDE, DELIVER, UNMASK);
    }

    @Override
    public List<PermissionGrant> grants() {
        return List.of(
                PermissionGrant.to("applicant", OWN),
                PermissionGrant.to("clerk", VIEW, UNMASK, DELIVER),
                PermissionGrant.to("reviewer", VIEW, UNMASK),
                PermissionGrant.to("chief-representative", VIEW, UNMASK, DECIDE, DELIVER),
                PermissionGrant.to("centre-manager", VIEW),
                PermissionGrant.to("supervision-officer", VIEW));
    }

    @Override
    public List<SettingDefinition> settings() {
        return List.of(LicenceFigures.PLAN);
    }

    @Override
    public Texts texts() {
        return Texts.beside(LicencesDescriptor.class, "module");
    }
}
