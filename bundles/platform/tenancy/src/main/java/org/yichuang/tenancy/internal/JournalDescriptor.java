package org.yichuang.tenancy.internal;

import java.util.List;
import java.util.Set;
import org.yichuang.journal.api.JournalPermission;
import org.yichuang.kernel.api.Texts;
import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.tenancy.api.PermissionGrant;

/** What is said of the journal, which stands below the modules and cannot say it itself. */
public class JournalDescriptor implements ModuleDescriptor {
    @Override
    public String word() {
        return "journal";
    }

    @Override
    public boolean isSwitchable() {
        return false;
    }

    @Override
    public Set<String> permissions() {
        return Set.of(
                JournalPermission.AUDIT,
                JournalPermission.VIEW,
                JournalPermission.REPLAY,
                JournalPermission.PURGE,
                JournalPermission.SEAL);
    }

    @Override
    public List<PermissionGrant> grants() {
        return List.of(
                PermissionGrant.to("audit-admin", JournalPermission.AUDIT),
                PermissionGrant.to(
                        "operator",
                        JournalPermission.VIEW,
                        JournalPermission.REPLAY,
                        JournalPermission.PURGE,
                        JournalPermission.SEAL));
    }

    @Override
    public Texts texts() {
        return Texts.beside(JournalDescriptor.class, "journal");
    }
}
