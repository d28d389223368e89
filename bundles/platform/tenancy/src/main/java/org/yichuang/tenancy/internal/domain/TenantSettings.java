package org.yichuang.tenancy.internal.domain;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.yichuang.kernel.api.DivisionCode;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenant;

/** Reads one configuration into a tenant; what concerns the tree is {@link TenantTree}'s. */
public final class TenantSettings {
    private static final Set<String> KEYS = Set.of("id", "name", "level", "parent", "division", "modules");
    private static final Set<String> OPEN_KEYS =
            Set.of("policy", "branding", "exchange", "profile", "peer", "kind", "zone");
    /** Put there by the configuration service itself. */
    private static final Set<String> FOREIGN_KEYS = Set.of("service", "felix", "org");

    private static final Set<String> STATES = Set.of("open", "suspended");

    private static final int LONGEST_NAME = 100;

    private TenantSettings() {}

    /**
     * @param values the configuration as text by key
     * @throws InvalidSettingException when a value is missing or cannot be read
     */
    public static Tenant read(Map<String, String> values) throws InvalidSettingException {
        Map<String, String> policies = new TreeMap<>();
        for (Map.Entry<String, String> entry : values.entrySet()) {
            String stem = entry.getKey().split("\\.", 2)[0];
            if (OPEN_KEYS.contains(stem) || isState(entry)) {
                policies.put(entry.getKey(), entry.getValue());
            } else if (!KEYS.contains(entry.getKey()) && !FOREIGN_KEYS.contains(stem)) {
                throw new InvalidSettingException(
                        entry.getKey(), LocalizedMessage.of(TenantSettings.class, "no-such-key"));
            }
        }
        return zoned(new Tenant(
                id(values, "id"),
                name(values),
                level(values),
                values.getOrDefault("parent", "").isBlank() ? Optional.empty() : Optional.of(id(values, "parent")),
                division(values),
                modules(values.getOrDefault("modules", "")),
                policies));
    }

    /** Whether the centre serves; what is neither yes nor no is refused. */
    private static boolean isState(Map.Entry<String, String> entry) throws InvalidSettingException {
        if (!entry.getKey().equals("state")) {
            return false;
        }
        if (!STATES.contains(entry.getValue())) {
            throw new InvalidSettingException(
                    "state", LocalizedMessage.of(TenantSettings.class, "not-a-state", entry.getValue()));
        }
        return true;
    }

    /** A functional zone has a code of its own, and nobody else has. */
    private static Tenant zoned(Tenant tenant) throws InvalidSettingException {
        boolean hasCode = tenant.policies().containsKey("zone.code");
        if (tenant.isFunctionalZone() && !hasCode) {
            throw new InvalidSettingException(
                    "zone.code", LocalizedMessage.of(TenantSettings.class, "zone-code-missing"));
        }
        if (!tenant.isFunctionalZone() && hasCode) {
            throw new InvalidSettingException(
                    "zone.code", LocalizedMessage.of(TenantSettings.class, "zone-code-only-for-zones"));
        }
        return tenant;
    }

    private static String demanded(Map<String, String> values, String key) throws InvalidSettingException {
        String value = values.getOrDefault(key, "").strip();
        if (value.isEmpty()) {
            throw new InvalidSettingException(key, LocalizedMessage.of(TenantSettings.class, "missing"));
        }
        return value;
    }

    private static TenantId id(Map<String, String> values, String key) throws InvalidSettingException {
        String value = demanded(values, key);
        if (!TenantId.isWellFormed(value)) {
            throw new InvalidSettingException(key, LocalizedMessage.of(TenantSettings.class, "not-a-tenant-id", value));
        }
        return new TenantId(value);
    }

    private static String name(Map<String, String> values) throws InvalidSettingException {
        String name = demanded(values, "name");
        if (name.length() > LONGEST_NAME) {
            throw new InvalidSettingException("name", LocalizedMessage.of(TenantSettings.class, "name-too-long"));
        }
        return name;
    }

    private static Level level(Map<String, String> values) throws InvalidSettingException {
        String value = demanded(values, "level");
        return Level.parse(value)
                .orElseThrow(() -> new InvalidSettingException(
                        "level", LocalizedMessage.of(TenantSettings.class, "not-a-level", value)));
    }

    private static DivisionCode division(Map<String, String> values) throws InvalidSettingException {
        String value = demanded(values, "division");
        try {
            return new DivisionCode(value);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException(
                    "division", LocalizedMessage.of(TenantSettings.class, "not-a-division-code", value));
        }
    }

    /** Splits the comma list; whether a word's module is installed is another question. */
    private static Set<String> modules(String list) throws InvalidSettingException {
        Set<String> modules = new LinkedHashSet<>();
        for (String word : Arrays.stream(list.split(",")).map(String::strip).toList()) {
            if (word.isEmpty()) {
                continue;
            }
            if (!TenantId.isWellFormed(word)) {
                throw new InvalidSettingException(
                        "modules", LocalizedMessage.of(TenantSettings.class, "not-a-module-word", word));
            }
            modules.add(word);
        }
        return modules;
    }
}
