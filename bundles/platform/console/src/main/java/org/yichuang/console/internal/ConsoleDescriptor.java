package org.yichuang.console.internal;

import java.util.List;
import java.util.Set;
import org.yichuang.kernel.api.Texts;
import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.tenancy.api.PermissionGrant;

/** What the console says of itself. */
public class ConsoleDescriptor implements ModuleDescriptor {
    /** The REST roots. */
    public static final List<String> REST_ROOTS = List.of("departments");

    /** The roots of the pages. */
    public static final List<String> PAGE_ROOTS = List.of("centres", "departments", "audit", "doctor", "events");

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
        return REST_ROOTS;
    }

    @Override
    public List<String> pageRoots() {
        return PAGE_ROOTS;
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
    public Texts texts() {
        return Texts.beside(ConsoleDescriptor.class, "module");
    }
}
