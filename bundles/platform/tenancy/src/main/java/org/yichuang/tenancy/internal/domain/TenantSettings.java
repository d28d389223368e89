package org.yichuang.tenancy.internal.domain;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.yichuang.kernel.api.DivisionCode;
import org.yichuang.kernel.api.Level;
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
                throw new InvalidSettingException(entry.getKey(), "没有这个配置项", "there is no such key");
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
                    "state",
                    "“" + entry.getValue() + "”不是状态（open、suspended）",
                    "'" + entry.getValue() + "' is not a state (open, suspended)");
        }
        return true;
    }

    /** A functional zone has a code of its own, and nobody else has. */
    private static Tenant zoned(Tenant tenant) throws InvalidSettingException {
        boolean hasCode = tenant.policies().containsKey("zone.code");
        if (tenant.isFunctionalZone() && !hasCode) {
            throw new InvalidSettingException("zone.code", "功能区必须填写自己的代码", "a functional zone has a code of its own");
        }
        if (!tenant.isFunctionalZone() && hasCode) {
            throw new InvalidSettingException("zone.code", "只有功能区才有此代码", "only a functional zone has such a code");
        }
        return tenant;
    }

    private static String demanded(Map<String, String> values, String key) throws InvalidSettingException {
        String value = values.getOrDefault(key, "").strip();
        if (value.isEmpty()) {
            throw new InvalidSettingException(key, "必须填写", "is missing");
        }
        return value;
    }

    private static TenantId id(Map<String, String> values, String key) throws InvalidSettingException {
        String value = demanded(values, key);
        if (!TenantId.isWellFormed(value)) {
            throw new InvalidSettingException(
                    key,
                    "“" + value + "”不是合法的中心标识（小写字母开头，2 至 40 位小写字母、数字或连字符）",
                    "'" + value + "' is not a tenant id (2 to 40 lower-case letters, digits, hyphens)");
        }
        return new TenantId(value);
    }

    private static String name(Map<String, String> values) throws InvalidSettingException {
        String name = demanded(values, "name");
        if (name.length() > LONGEST_NAME) {
            throw new InvalidSettingException("name", "名称不得超过 100 字", "is longer than 100 characters");
        }
        return name;
    }

    private static Level level(Map<String, String> values) throws InvalidSettingException {
        String value = demanded(values, "level");
        return Level.parse(value)
                .orElseThrow(() -> new InvalidSettingException(
                        "level",
                        "“" + value + "”不是层级（province、city、county、township）",
                        "'" + value + "' is not a level (province, city, county, township)"));
    }

    private static DivisionCode division(Map<String, String> values) throws InvalidSettingException {
        String value = demanded(values, "division");
        try {
            return new DivisionCode(value);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException(
                    "division",
                    "“" + value + "”不是行政区划代码（6 位，乡镇 9 位数字）",
                    "'" + value + "' is not a division code (6 digits, 9 for a township)");
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
                        "modules", "“" + word + "”不是模块名", "'" + word + "' is not a word for a module");
            }
            modules.add(word);
        }
        return modules;
    }
}
