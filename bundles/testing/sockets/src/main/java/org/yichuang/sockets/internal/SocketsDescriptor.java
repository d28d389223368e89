package org.yichuang.sockets.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yichuang.catalogue.api.DisclosureFieldSource;
import org.yichuang.kernel.api.Texts;
import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.tenancy.api.PermissionGrant;
import org.yichuang.tenancy.api.SettingDefinition;

/** What the module says of itself. */
public class SocketsDescriptor implements ModuleDescriptor {
    static final String WORD = "sockets";
    static final String VIEW = "sockets.view";
    static final String MARK = "sockets.mark";
    static final String COUNT = "sockets.count";
    static final SettingDefinition MOST = SettingDefinition.number("policy.sockets.most", 1_000, 1, 10_000);

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public List<String> restRoots() {
        return List.of(WORD);
    }

    @Override
    public List<String> pageRoots() {
        return List.of(WORD);
    }

    @Override
    public Set<String> permissions() {
        return Set.of(VIEW, MARK, COUNT);
    }

    @Override
    public List<PermissionGrant> grants() {
        return List.of(PermissionGrant.to("clerk", VIEW, MARK, COUNT), PermissionGrant.to("applicant", COUNT));
    }

    @Override
    public List<SettingDefinition> settings() {
        return List.of(MOST, LengthIndicator.TARGET);
    }

    @Override
    public Map<String, Set<String>> settingWords() {
        return Map.of(DisclosureFieldSource.SETTING, Set.of(MarkField.FIELD));
    }

    @Override
    public Texts texts() {
        return Texts.beside(SocketsDescriptor.class, "module");
    }
}
