package org.yichuang.tenancy.internal;

import java.util.List;
import java.util.Set;
import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.tenancy.api.ModuleTexts;
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
                        "须为 # 和六位十六进制数，例如 #1f4e79",
                        "must be # and six hexadecimal digits such as #1f4e79"),
                SettingDefinition.form(
                        "branding.crest", "", CRESTS, "须为 svg 或 png 文件名", "must be the name of an svg or png file"),
                SettingDefinition.text("branding.motto", "", 60),
                SettingDefinition.text("branding.mark", "", 40),
                SettingDefinition.text("policy.hotline", "12345", 40),
                SettingDefinition.choice("state", "open", "open", "suspended"),
                SettingDefinition.choice("kind", "centre", "centre", "functional-zone"),
                SettingDefinition.form(
                        "zone.code",
                        "",
                        "[A-Z0-9][A-Z0-9-]{1,19}",
                        "须为 2 至 20 位大写字母、数字或连字符",
                        "must be 2 to 20 capital letters, digits or hyphens"),
                SettingDefinition.text("peer.group", "", 40),
                SettingDefinition.text("profile.governing-body", "", 100),
                SettingDefinition.text("profile.leading-group", "", 100),
                SettingDefinition.text("profile.head", "", 40),
                SettingDefinition.text("profile.head-post", "", 100),
                SettingDefinition.date("profile.opened"),
                SettingDefinition.date("profile.moved"),
                SettingDefinition.form(
                        "profile.area", "", "[1-9]\\d{0,6}", "须为平方米数（整数）", "must be whole square metres"),
                SettingDefinition.form(
                        "profile.invested", "", "[1-9]\\d{0,8}", "须为万元数（整数）", "must be whole units of 10,000 yuan"));
    }

    @Override
    public ModuleTexts texts() {
        return ModuleTexts.beside(TenancyDescriptor.class, "module");
    }
}
