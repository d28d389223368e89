package org.yichuang.catalogue.internal;

import java.util.List;
import java.util.Set;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.internal.domain.Disclosure;
import org.yichuang.kernel.api.Texts;
import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.tenancy.api.PermissionGrant;
import org.yichuang.tenancy.api.SettingDefinition;

/** What the catalogue says of itself. */
public class CatalogueDescriptor implements ModuleDescriptor {
    @Override
    public String word() {
        return "catalogue";
    }

    @Override
    public List<String> restRoots() {
        return List.of("catalogue");
    }

    @Override
    public List<String> pageRoots() {
        return List.of("items", "editor", "catalogue");
    }

    @Override
    public Set<String> permissions() {
        return Set.of(
                CataloguePermission.VIEW,
                CataloguePermission.EDIT,
                CataloguePermission.PUBLISH,
                CataloguePermission.IMPORT,
                CataloguePermission.REVIEW);
    }

    @Override
    public List<PermissionGrant> grants() {
        return List.of(new PermissionGrant("catalogue-editor", permissions()));
    }

    @Override
    public List<SettingDefinition> settings() {
        return List.of(SettingDefinition.list(Disclosure.POLICY, Disclosure.USUAL, Disclosure.fields()));
    }

    @Override
    public Texts texts() {
        return Texts.beside(CatalogueDescriptor.class, "module");
    }
}
