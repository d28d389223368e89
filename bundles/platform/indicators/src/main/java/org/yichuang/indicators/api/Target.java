package org.yichuang.indicators.api;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.tenancy.api.SettingDefinition;

/**
 * What a figure ought to be.
 *
 * @param value the value that is aimed at where a centre sets none, null for none
 * @param atLeast whether more is better; else less is
 * @param setting the key of the setting by which a centre sets its own, for all years or for some; empty for none
 */
public record Target(BigDecimal value, boolean atLeast, String setting) {
    /** No target. */
    public static final Target NONE = new Target(null, true, "");

    private static final String NUMBER = "-?\\d{1,12}(\\.\\d{1,4})?";
    private static final String BY_YEAR = "20\\d\\d=" + NUMBER;
    private static final Pattern YEAR = Pattern.compile("(20\\d\\d)=(" + NUMBER + ")");

    /** At least so much. */
    public static Target atLeast(String value) {
        return new Target(new BigDecimal(value), true, "");
    }

    /** At most so much. */
    public static Target atMost(String value) {
        return new Target(new BigDecimal(value), false, "");
    }

    /**
     * The same, unless a centre sets another.
     *
     * @param key of a setting that the module declares by {@link #setting(String)}
     */
    public Target setBy(String key) {
        return new Target(value, atLeast, key);
    }

    /**
     * The setting of a target: a number for every year, or numbers by year ({@code 2026=95,2027=97}), between which the
     * usual one stands.
     *
     * @param key e.g. {@code policy.cases.target.on-time}
     */
    public static SettingDefinition setting(String key) {
        return SettingDefinition.form(
                key,
                "",
                NUMBER + "|" + BY_YEAR + "(," + BY_YEAR + ")*",
                LocalizedMessage.of(Target.class, "target.form"));
    }

    /** The target of a year where a centre has set this; nothing set is empty. */
    public Target of(int year, String set) {
        if (set.isEmpty()) {
            return this;
        }
        if (set.indexOf('=') < 0) {
            return new Target(new BigDecimal(set), atLeast, setting);
        }
        for (Matcher each = YEAR.matcher(set); each.find(); ) {
            if (Integer.parseInt(each.group(1)) == year) {
                return new Target(new BigDecimal(each.group(2)), atLeast, setting);
            }
        }
        return this;
    }

    /** Tells whether there is one. */
    public boolean isSet() {
        return value != null;
    }

    /** Tells whether a value that compares so with the target's reaches it; anything does when there is none. */
    boolean isReached(int comparison) {
        return !isSet() || (atLeast ? comparison >= 0 : comparison <= 0);
    }
}
