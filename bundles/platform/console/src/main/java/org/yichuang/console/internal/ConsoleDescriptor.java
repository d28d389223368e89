package org.yichuang.console.internal;

import java.util.List;
import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.tenancy.api.ModuleTexts;

/** What the console says of itself. */
public class ConsoleDescriptor implements ModuleDescriptor {
    @Override
    public String word() {
        return "console";
    }

    @Override
    public boolean isSwitchable() {
        return false;
    }

    @Override
    public List<String> restRoots() {
        return List.of("departments");
    }

    @Override
    public List<String> pageRoots() {
        return List.of(
                "centres", "departments", "accounts", "audit", "doctor", "register", "password", "second-factor");
    }

    @Override
    public ModuleTexts texts() {
        return ModuleTexts.beside(ConsoleDescriptor.class, "module");
    }
}
