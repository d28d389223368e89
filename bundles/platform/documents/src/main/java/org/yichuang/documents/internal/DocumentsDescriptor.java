package org.yichuang.documents.internal;

import java.util.List;
import java.util.Set;
import org.yichuang.documents.api.DocumentsPermission;
import org.yichuang.identity.api.Role;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Texts;
import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.tenancy.api.PermissionGrant;
import org.yichuang.tenancy.api.SettingDefinition;

/** What documents say of themselves. */
public class DocumentsDescriptor implements ModuleDescriptor {
    /** What numbers begin with, e.g. 海政审; usually the centre's name. */
    static final String PREFIX = "policy.documents.prefix";

    /** Under which address the public reaches this deployment, for QR codes; without it they are left out. */
    static final String ADDRESS = "policy.documents.address";

    private static final int LONGEST_PREFIX = 40;

    @Override
    public String word() {
        return "documents";
    }

    @Override
    public boolean isSwitchable() {
        return false;
    }

    @Override
    public List<String> restRoots() {
        return List.of("verify", "document-texts", "infected-files");
    }

    @Override
    public List<String> pageRoots() {
        return List.of("verify", "document-texts", "infected-files");
    }

    @Override
    public Set<String> permissions() {
        return Set.of(DocumentsPermission.TEMPLATES, DocumentsPermission.SCAN_AGAIN);
    }

    @Override
    public List<PermissionGrant> grants() {
        return List.of(
                PermissionGrant.to(
                        Role.CENTRE_MANAGER.key(), DocumentsPermission.TEMPLATES, DocumentsPermission.SCAN_AGAIN),
                PermissionGrant.to(Role.CLERK.key(), DocumentsPermission.SCAN_AGAIN),
                PermissionGrant.to(Role.REVIEWER.key(), DocumentsPermission.SCAN_AGAIN));
    }

    @Override
    public List<SettingDefinition> settings() {
        return List.of(
                SettingDefinition.text(PREFIX, "", LONGEST_PREFIX),
                SettingDefinition.form(
                        ADDRESS,
                        "",
                        "https?://[A-Za-z0-9.:-]{1,200}(/[A-Za-z0-9._/-]{0,100}[A-Za-z0-9])?",
                        LocalizedMessage.of(DocumentsDescriptor.class, "address.form")));
    }

    @Override
    public Texts texts() {
        return Texts.beside(DocumentsDescriptor.class, "module");
    }
}
