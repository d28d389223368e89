package org.yichuang.linkage.internal;

import java.util.List;
import java.util.Set;
import org.yichuang.kernel.api.Texts;
import org.yichuang.linkage.api.LinkagePermission;
import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.tenancy.api.PermissionGrant;
import org.yichuang.tenancy.api.SettingDefinition;

/** What linkage says of itself. */
public class LinkageDescriptor implements ModuleDescriptor {
    @Override
    public String word() {
        return "linkage";
    }

    @Override
    public List<String> restRoots() {
        return List.of("exchange");
    }

    @Override
    public List<String> pageRoots() {
        return List.of("exchange");
    }

    @Override
    public Set<String> permissions() {
        return Set.of(
                LinkagePermission.VIEW,
                LinkagePermission.ACT,
                LinkagePermission.VIEW_KEYS,
                LinkagePermission.ROTATE_KEY);
    }

    @Override
    public List<PermissionGrant> grants() {
        return List.of(
                PermissionGrant.to(
                        "operator", LinkagePermission.VIEW, LinkagePermission.ACT, LinkagePermission.VIEW_KEYS),
                PermissionGrant.to(
                        "system-admin", LinkagePermission.VIEW, LinkagePermission.ACT, LinkagePermission.VIEW_KEYS),
                PermissionGrant.to("supervision-officer", LinkagePermission.VIEW),
                PermissionGrant.to("security-admin", LinkagePermission.VIEW_KEYS, LinkagePermission.ROTATE_KEY),
                PermissionGrant.to("audit-admin", LinkagePermission.VIEW_KEYS));
    }

    @Override
    public List<SettingDefinition> settings() {
        return List.of(Whereabouts.TRANSPORT, CentreAlgorithms.SIGNATURE);
    }

    @Override
    public Texts texts() {
        return Texts.beside(LinkageDescriptor.class, "module");
    }
}
