package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import org.yichuang.kernel.api.time.Warning;
import org.yichuang.kernel.api.time.WorkingCalendar;

/**
 * By what the days of a case are reckoned.
 *
 * @param today the present day
 * @param calendar of the centre
 * @param warning when the centre finds that little time is left
 */
public record Almanac(LocalDate today, WorkingCalendar calendar, Warning warning) {
    /** As a step sees it. */
    public static Almanac of(CommandContext now) {
        return new Almanac(now.today(), now.calendar(), ClockWarnings.setting(now.here()));
    }
}
