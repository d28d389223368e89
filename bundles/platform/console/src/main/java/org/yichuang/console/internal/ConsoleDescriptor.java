package org.yichuang.console.internal;

import java.util.List;
import java.util.Set;
import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.tenancy.api.ModuleTexts;
import org.yichuang.tenancy.api.PermissionGrant;

/** What the console says of itself. */
public class ConsoleDescriptor implements ModuleDescriptor {
    /** To have the platform examined. */
    public static final String DOCTOR = "console.doctor";

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
    public Set<String> permissions() {
        return Set.of(DOCTOR);
    }

    @Override
    public List<PermissionGrant> grants() {
        return List.of(PermissionGrant.to("operator", DOCTOR));
    }

    @Override
    public ModuleTexts texts() {
        return ModuleTexts.beside(ConsoleDescriptor.class, "module");
    }
}
