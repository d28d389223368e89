package org.yichuang.tenancy.internal;

import java.util.List;
import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.tenancy.api.ModuleTexts;
import org.yichuang.tenancy.api.SettingDefinition;

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
                SettingDefinition.text("policy.hotline", "12345", 40));
    }

    @Override
    public ModuleTexts texts() {
        return ModuleTexts.beside(TenancyDescriptor.class, "module");
    }
}
