package org.yichuang.kernel.api.time;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yichuang.kernel.api.LocalizedMessage;

/** The statutory holidays (R2-01) by the names that the State Council's notices give them. */
final class HolidayNames {
    private static final Map<String, String> KEYS = Map.of(
            "元旦", "new-year",
            "春节", "spring",
            "清明节", "qingming",
            "劳动节", "labour",
            "端午节", "dragon-boat",
            "中秋节", "mid-autumn",
            "国庆节", "national");
    private static final LocalizedMessage AND = LocalizedMessage.of(HolidayNames.class, "holiday.and");

    private HolidayNames() {}

    /** The name in each language; several holidays joined by 、 one by one, a local one as it is. */
    static LocalizedMessage label(String name) {
        return LocalizedMessage.list(
                Stream.of(name.split("、")).map(HolidayNames::one).toList(), AND);
    }

    private static LocalizedMessage one(String name) {
        return Optional.ofNullable(KEYS.get(name))
                .map(key -> LocalizedMessage.of(HolidayNames.class, "holiday." + key))
                .orElseGet(() -> LocalizedMessage.verbatim(name));
    }
}
