package org.yichuang.linkage.internal;

import java.util.List;
import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.tenancy.api.ModuleTexts;

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
    public ModuleTexts texts() {
        return ModuleTexts.beside(LinkageDescriptor.class, "module");
    }
}
