package org.yichuang.cases.internal;

import java.util.List;
import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.tenancy.api.ModuleTexts;
import org.yichuang.tenancy.api.SettingDefinition;

/** What the cases say of themselves. */
public class CasesDescriptor implements ModuleDescriptor {
    @Override
    public String word() {
        return "cases";
    }

    @Override
    public List<String> restRoots() {
        return List.of("cases", "progress", "materials");
    }

    @Override
    public List<String> pageRoots() {
        return List.of("apply", "receipt", "my", "progress", "intake", "workbench", "worklist", "cases");
    }

    @Override
    public List<SettingDefinition> settings() {
        return List.of(SettingDefinition.time("policy.intake.closing", "17:00", "00:01", "23:59"));
    }

    @Override
    public ModuleTexts texts() {
        return ModuleTexts.beside(CasesDescriptor.class, "module");
    }
}
