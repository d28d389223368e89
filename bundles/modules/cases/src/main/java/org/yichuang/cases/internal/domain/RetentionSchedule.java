package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.tenancy.api.SettingDefinition;
import org.yichuang.tenancy.api.Tenant;

/**
 * How long a centre keeps cases once they are over (档案保管期限表, R9-20): so many years as are usual, items that are
 * kept for fewer, and items that are kept for ever. Years are whole ones, from the one after that in which it was over.
 *
 * @param years the usual ones
 * @param shortYears those of items that are kept for fewer
 * @param shortItems their codes
 * @param permanentItems codes of items of which nothing is removed
 */
public record RetentionSchedule(int years, int shortYears, Set<String> shortItems, Set<String> permanentItems) {
    private static final String PREFIX = "policy.cases.retention.";

    static final SettingDefinition YEARS = SettingDefinition.number(PREFIX + "years", 30, 1, 100);
    static final SettingDefinition SHORT_YEARS = SettingDefinition.number(PREFIX + "short.years", 10, 1, 100);
    static final SettingDefinition SHORT_ITEMS = codes(PREFIX + "short.items");
    static final SettingDefinition PERMANENT_ITEMS = codes(PREFIX + "permanent.items");

    private static final String CODE = "[0-9A-Za-z_-]{1,64}";
    private static final int LAST_OF_DECEMBER = 31;

    private static SettingDefinition codes(String key) {
        return SettingDefinition.form(
                key,
                "",
                "[0-9A-Za-z_-]{1,64}(, ?[0-9A-Za-z_-]{1,64}){0,99}",
                LocalizedMessage.of(RetentionSchedule.class, "retention.codes"));
    }

    /** What a centre sets of it. */
    public static List<SettingDefinition> settings() {
        return List.of(YEARS, SHORT_YEARS, SHORT_ITEMS, PERMANENT_ITEMS);
    }

    /** The one of a centre. */
    public static RetentionSchedule of(Tenant centre) {
        return new RetentionSchedule(
                number(centre, YEARS),
                number(centre, SHORT_YEARS),
                items(centre, SHORT_ITEMS),
                items(centre, PERMANENT_ITEMS));
    }

    private static int number(Tenant centre, SettingDefinition setting) {
        return Integer.parseInt(centre.policy(setting.key(), setting.usual()).strip());
    }

    private static Set<String> items(Tenant centre, SettingDefinition setting) {
        return Arrays.stream(centre.policy(setting.key(), setting.usual()).split(","))
                .map(String::strip)
                .filter(code -> code.matches(CODE))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The last day on which a case is kept that was over on a day; empty where it is kept for ever.
     *
     * @param items its item; of a bundle also those of its members: it is kept as long as the one that is kept longest
     */
    public Optional<LocalDate> keptUntil(Set<String> items, LocalDate over) {
        if (items.stream().anyMatch(permanentItems::contains)) {
            return Optional.empty();
        }
        int kept = items.stream()
                .mapToInt(item -> shortItems.contains(item) ? shortYears : years)
                .max()
                .orElse(years);
        return Optional.of(lastOf(over.getYear() + kept));
    }

    /** Until when a case was over that is kept no longer on a day, where its item has no years of its own. */
    public LocalDate overBy(LocalDate today) {
        return lastOf(today.getYear() - 1 - years);
    }

    /** The same of items that are kept for fewer years. */
    public LocalDate shortOverBy(LocalDate today) {
        return lastOf(today.getYear() - 1 - shortYears);
    }

    private static LocalDate lastOf(int year) {
        return LocalDate.of(year, Month.DECEMBER, LAST_OF_DECEMBER);
    }
}
