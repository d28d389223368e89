package org.yichuang.tenancy.internal.domain;

import java.util.List;
import org.yichuang.kernel.api.time.CalendarDay;
import org.yichuang.kernel.api.time.CalendarTable;

/**
 * A year's holiday notice of a region.
 *
 * @param paper the document
 */
public record Notice(String region, int year, String paper, List<CalendarDay> days) {
    public Notice {
        days = List.copyOf(days);
    }

    /** Notices with the same name replace each other. */
    public String name() {
        return year + (region.equals(CalendarTable.NATIONAL) ? "" : "-" + region);
    }
}
