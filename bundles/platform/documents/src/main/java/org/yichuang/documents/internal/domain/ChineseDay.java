package org.yichuang.documents.internal.domain;

import java.time.LocalDate;
import org.yichuang.kernel.api.LocalizedMessage;

/** A date as official documents write it. */
public final class ChineseDay {
    private ChineseDay() {}

    /** E.g. 2026年9月1日. */
    public static String of(LocalDate day) {
        return LocalizedMessage.of(
                        ChineseDay.class,
                        "day",
                        Integer.toString(day.getYear()),
                        day.getMonthValue(),
                        day.getDayOfMonth())
                .zh();
    }
}
