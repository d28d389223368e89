package org.yichuang.kernel.api.time;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The English names of the statutory holidays (R2-01). */
final class HolidayNames {
    private static final Map<String, String> ENGLISH = Map.of(
            "元旦", "New Year's Day",
            "春节", "Spring Festival",
            "清明节", "Qingming Festival",
            "劳动节", "Labour Day",
            "端午节", "Dragon Boat Festival",
            "中秋节", "Mid-Autumn Festival",
            "国庆节", "National Day");

    private HolidayNames() {}

    /** The English name; several holidays joined by 、 one by one, a local one as it is. */
    static String english(String name) {
        return Stream.of(name.split("、"))
                .map(one -> ENGLISH.getOrDefault(one, one))
                .collect(Collectors.joining(" and "));
    }
}
