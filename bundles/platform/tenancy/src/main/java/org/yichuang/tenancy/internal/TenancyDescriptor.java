package org.yichuang.tenancy.internal;

import java.util.List;
import java.util.Set;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Texts;
import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.tenancy.api.PermissionGrant;
import org.yichuang.tenancy.api.SettingDefinition;
import org.yichuang.tenancy.api.TenancyPermission;

/** What tenancy says of itself: what every centre may set, whatever modules it has. */
public class TenancyDescriptor implements ModuleDescriptor {
    private static final String CRESTS = "[A-Za-z0-9_-]{1,60}\\.(svg|png)";

    @Override
    public String word() {
        return "tenancy";
    }

    @Override
    public boolean isSwitchable() {
        return false;
    }

    @Override
    public Set<String> permissions() {
        return Set.of(
                TenancyPermission.VIEW,
                TenancyPermission.OPEN,
                TenancyPermission.CHANGE,
                TenancyPermission.SUSPEND,
                TenancyPermission.SWITCH,
                TenancyPermission.REMOVE,
                TenancyPermission.BELOW,
                TenancyPermission.CALENDAR,
                TenancyPermission.DEPARTMENTS);
    }

    @Override
    public List<PermissionGrant> grants() {
        return List.of(
                new PermissionGrant("operator", permissions()),
                PermissionGrant.to(
                        "system-admin",
                        TenancyPermission.VIEW,
                        TenancyPermission.SWITCH,
                        TenancyPermission.DEPARTMENTS));
    }

    @Override
    public List<SettingDefinition> settings() {
        return List.of(
                SettingDefinition.form(
                        "branding.colour",
                        "",
                        "#[0-9a-fA-F]{6}",
                        LocalizedMessage.of(TenancyDescriptor.class, "setting.must-be-colour")),
                SettingDefinition.form(
                        "branding.crest",
                        "",
                        CRESTS,
                        LocalizedMessage.of(TenancyDescriptor.class, "setting.must-be-image-name")),
                SettingDefinition.text("branding.motto", "", 60),
                SettingDefinition.text("branding.mark", "", 40),
                SettingDefinition.text("policy.hotline", "12345", 40),
                SettingDefinition.choice("state", "open", "open", "suspended"),
                SettingDefinition.choice("kind", "centre", "centre", "functional-zone"),
                SettingDefinition.form(
                        "zone.code",
                        "",
                        "[A-Z0-9][A-Z0-9-]{1,19}",
                        LocalizedMessage.of(TenancyDescriptor.class, "setting.must-be-code")),
                SettingDefinition.text("peer.group", "", 40),
                SettingDefinition.text("profile.governing-body", "", 100),
                SettingDefinition.text("profile.leading-group", "", 100),
                SettingDefinition.text("profile.head", "", 40),
                SettingDefinition.text("profile.head-post", "", 100),
                SettingDefinition.date("profile.opened"),
                SettingDefinition.date("profile.moved"),
                SettingDefinition.form(
                        "profile.area",
                        "",
                        "[1-9]\\d{0,6}",
                        LocalizedMessage.of(TenancyDescriptor.class, "setting.must-be-square-metres")),
                SettingDefinition.form(
                        "profile.invested",
                        "",
                        "[1-9]\\d{0,8}",
                        LocalizedMessage.of(TenancyDescriptor.class, "setting.must-be-ten-thousand-yuan")));
    }

    @Override
    public Texts texts() {
        return Texts.beside(TenancyDescriptor.class, "module");
    }
}
