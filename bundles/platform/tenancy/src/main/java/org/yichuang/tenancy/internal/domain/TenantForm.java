package org.yichuang.tenancy.internal.domain;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.yichuang.kernel.api.DivisionCode;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenant;

/** Reads one configuration by itself, without regard to the other centres. */
public final class TenantForm {
    private static final Set<String> KEYS = Set.of("id", "name", "level", "parent", "division", "modules");
    private static final Set<String> PREFIXES = Set.of("policy.", "branding.", "exchange.");
    private static final int LONGEST_NAME = 60;

    private TenantForm() {}

    /**
     * @throws Objection naming the first key that is not as it should be
     */
    public static Tenant read(Map<String, String> values) throws Objection {
        requireKnownKeys(values);
        TenantId id = id(values, "id", required(values, "id"));
        String name = required(values, "name");
        if (name.length() > LONGEST_NAME) {
            throw new Objection("name", "中心名称不得超过 60 个字", "A centre's name has at most 60 characters");
        }
        Level level = level(required(values, "level"));
        String above = values.getOrDefault("parent", "").strip();
        Optional<TenantId> parent = above.isEmpty() ? Optional.empty() : Optional.of(id(values, "parent", above));
        DivisionCode division = division(required(values, "division"), level);
        Set<String> modules = modules(values.getOrDefault("modules", ""));
        return new Tenant(id, name, level, parent, division, modules, policies(values));
    }

    private static void requireKnownKeys(Map<String, String> values) throws Objection {
        for (String key : new TreeMap<>(values).keySet()) {
            if (!KEYS.contains(key) && PREFIXES.stream().noneMatch(key::startsWith)) {
                throw new Objection(key, "没有名为 " + key + " 的配置项", "There is no key named " + key);
            }
        }
    }

    private static String required(Map<String, String> values, String key) throws Objection {
        String value = values.getOrDefault(key, "").strip();
        if (value.isEmpty()) {
            throw new Objection(key, "缺少 " + key, key + " is missing");
        }
        return value;
    }

    private static TenantId id(Map<String, String> values, String key, String value) throws Objection {
        if (!TenantId.isWellFormed(value)) {
            throw new Objection(
                    key,
                    "“" + value + "” 不是合法的中心标识（2 至 40 位小写字母、数字、连字符，字母开头）",
                    "\"" + value + "\" is not 2 to 40 lower-case letters, digits and hyphens beginning with a letter");
        }
        return new TenantId(value);
    }

    private static Level level(String value) throws Objection {
        return Level.parse(value)
                .orElseThrow(() -> new Objection(
                        "level",
                        "“" + value + "” 不是层级（province、city、county、township）",
                        "\"" + value + "\" is none of province, city, county, township"));
    }

    private static DivisionCode division(String value, Level level) throws Objection {
        DivisionCode code = wellFormed(value);
        if (code.level() != level) {
            throw new Objection(
                    "division",
                    "行政区划代码 " + value + " 属于" + code.level().chinese() + "级，与层级 " + level.chinese() + " 不符",
                    "The division code " + value + " is one of a " + code.level().key() + ", not of a " + level.key());
        }
        return code;
    }

    private static DivisionCode wellFormed(String value) throws Objection {
        try {
            return new DivisionCode(value);
        } catch (IllegalArgumentException e) {
            throw new Objection(
                    "division",
                    "“" + value + "” 不是 6 位或 9 位的行政区划代码",
                    "\"" + value + "\" is not a division code of 6 or 9 digits");
        }
    }

    private static Set<String> modules(String list) throws Objection {
        Set<String> modules = Modules.split(list);
        for (String module : modules) {
            if (!Modules.WORDS.contains(module)) {
                throw new Objection(
                        "modules",
                        "没有名为 " + module + " 的模块；可用：" + String.join("、", Modules.WORDS),
                        "There is no module named " + module + "; there are: " + String.join(", ", Modules.WORDS));
            }
        }
        return modules;
    }

    private static Map<String, String> policies(Map<String, String> values) {
        Map<String, String> policies = new TreeMap<>(values);
        policies.keySet().removeAll(KEYS);
        return policies;
    }
}
