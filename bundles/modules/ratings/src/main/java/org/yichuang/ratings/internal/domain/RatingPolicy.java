package org.yichuang.ratings.internal.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.yichuang.ratings.api.Scale;
import org.yichuang.tenancy.api.SettingDefinition;
import org.yichuang.tenancy.api.Tenant;

/** What a centre sets about ratings. */
public final class RatingPolicy {
    /** The events of a case about which may be asked. */
    public static final List<String> SERVICES = List.of(
            "accepted",
            "deemed-accepted",
            "correction-notified",
            "upper-asked",
            "not-accepted",
            "refused",
            "issued",
            "delivered",
            "withdrawn");

    /** About which of them is asked. */
    public static final SettingDefinition ASKED = SettingDefinition.list(
            "policy.ratings.services", "accepted,correction-notified,not-accepted,refused,issued,delivered", SERVICES);

    /** How many days after the service a rating may be given. */
    public static final SettingDefinition DAYS = SettingDefinition.number("policy.ratings.days", 15, 1, 90);

    /** Among which grades is chosen. */
    public static final SettingDefinition SCALE = SettingDefinition.choice(
            "policy.ratings.scale",
            Scale.FIVE.name().toLowerCase(Locale.ROOT),
            Arrays.stream(Scale.values())
                    .map(scale -> scale.name().toLowerCase(Locale.ROOT))
                    .toArray(String[]::new));

    private RatingPolicy() {}

    /** All of them. */
    public static List<SettingDefinition> settings() {
        return List.of(ASKED, DAYS, SCALE);
    }

    /** Whether a centre asks about an event of a case. */
    public static boolean asks(Tenant centre, String service) {
        return words(centre, ASKED).contains(service);
    }

    /** For how many days a rating may be given. */
    public static int days(Tenant centre) {
        return number(centre, DAYS);
    }

    /** Among which grades is chosen. */
    public static Scale scale(Tenant centre) {
        return Scale.valueOf(value(centre, SCALE).toUpperCase(Locale.ROOT));
    }

    static int number(Tenant centre, SettingDefinition setting) {
        return Integer.parseInt(value(centre, setting));
    }

    static Set<String> words(Tenant centre, SettingDefinition setting) {
        return Arrays.stream(value(centre, setting).split(","))
                .map(String::strip)
                .collect(Collectors.toSet());
    }

    private static String value(Tenant centre, SettingDefinition setting) {
        return centre.policy(setting.key(), setting.usual()).strip();
    }
}
