package org.yichuang.windows.internal.domain;

import java.util.List;
import org.yichuang.tenancy.api.SettingDefinition;
import org.yichuang.tenancy.api.Tenant;

/** What a centre sets about appointments. */
public enum BookingPolicy {
    /** How long a slot is, in minutes. */
    MINUTES("minutes", 30, 5, 240),
    /** How many are served at a window in a slot. */
    PER_WINDOW("per-window", 1, 1, 20),
    /** How many days ahead one can book. */
    DAYS("days", 14, 1, 90),
    /** How many appointments somebody can have before them. */
    MOST("most", 3, 1, 50),
    /** How many times somebody has not come in ninety days before they book no more from home. */
    NO_SHOWS("no-shows", 3, 1, 50),
    /** How many minutes before the slot they can come. */
    EARLY("early", 60, 0, 480),
    /** For how many minutes after the beginning of the slot they are waited for. */
    GRACE("grace", 15, 0, 120),
    /** How many hours before they are reminded. */
    REMINDER("reminder-hours", 24, 1, 168);

    private final SettingDefinition definition;

    BookingPolicy(String key, int usual, int least, int most) {
        definition = SettingDefinition.number("policy.windows.booking." + key, usual, least, most);
    }

    /** All of them. */
    public static List<SettingDefinition> settings() {
        return List.of(values()).stream().map(each -> each.definition).toList();
    }

    /** What a centre has set. */
    public int of(Tenant centre) {
        return Integer.parseInt(
                centre.policy(definition.key(), definition.usual()).strip());
    }
}
