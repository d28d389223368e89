package org.yichuang.tenancy.internal.domain;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.tenancy.api.SettingDefinition;
import org.yichuang.tenancy.api.Tenant;

/**
 * Which settings of a centre make sense, by what the installed modules declare. A key that nobody declares is refused,
 * unless the centre has a module on that is not installed: then the key may be that module's.
 */
public final class SettingRules {
    private final Map<String, SettingDefinition> definitions = new HashMap<>();
    private final Set<String> installed = new HashSet<>();

    public SettingRules(List<ModuleDescriptor> modules) {
        for (ModuleDescriptor module : modules) {
            installed.add(module.word());
            module.settings().forEach(definition -> definitions.put(definition.key(), definition));
        }
        modules.forEach(module -> module.settingWords()
                .forEach((key, words) -> definitions.computeIfPresent(key, (same, found) -> found.with(words))));
    }

    /** Looks for what is wrong with the settings of a centre, by key. */
    public Map<String, InvalidSettingException> faults(Tenant tenant) {
        Map<String, InvalidSettingException> faults = new TreeMap<>();
        tenant.policies().forEach((key, value) -> fault(key, value, tenant).ifPresent(fault -> faults.put(key, fault)));
        return faults;
    }

    private Optional<InvalidSettingException> fault(String key, String value, Tenant tenant) {
        SettingDefinition definition = definitions.get(key);
        if (definition != null) {
            boolean mayHaveMoreWords = definition.isList() && !canJudge(tenant);
            return mayHaveMoreWords ? Optional.empty() : definition.fault(value).map(SettingRules::fault);
        }
        return installed.containsAll(tenant.modules())
                ? Optional.of(new InvalidSettingException(key, LocalizedMessage.of(SettingRules.class, "no-such-key")))
                : Optional.empty();
    }

    private static InvalidSettingException fault(FieldProblem problem) {
        return new InvalidSettingException(problem.field(), problem.message());
    }

    /** Tells whether every module of a centre is installed, so that each of its settings can be judged. */
    public boolean canJudge(Tenant tenant) {
        return installed.containsAll(tenant.modules());
    }

    /** The centre without the settings that make no sense. */
    public Tenant withoutFaults(Tenant tenant) {
        Set<String> bad = faults(tenant).keySet();
        if (bad.isEmpty()) {
            return tenant;
        }
        Map<String, String> good = new TreeMap<>(tenant.policies());
        good.keySet().removeAll(bad);
        return new Tenant(
                tenant.id(), tenant.name(), tenant.level(), tenant.parent(), tenant.division(), tenant.modules(), good);
    }
}
