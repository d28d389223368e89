package org.yichuang.tenancy.internal.health;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PlatformClock;
import org.yichuang.shell.api.Finding;
import org.yichuang.shell.api.ModuleCheck;
import org.yichuang.tenancy.api.Calendars;

/** Are the holidays of this year and, from November on, of the next one known (R2-04)? */
class CalendarCheck extends ModuleCheck {
    private static final String NATIONAL = "000000";
    private static final int NOTICE_MONTH = 11;

    private final Calendars calendars;
    private final PlatformClock clock;

    CalendarCheck(Calendars calendars, PlatformClock clock) {
        super("calendars", "日历", DOCTOR);
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    protected List<Finding> look() {
        LocalDate today = clock.clock().instant().atZone(CallContext.ZONE).toLocalDate();
        Set<Integer> years = calendars.loaded().stream()
                .filter(notice -> notice.region().equals(NATIONAL))
                .map(Calendars.Imported::year)
                .collect(Collectors.toSet());
        String adviceZh = "国务院办公厅公布后：calendar:import <file>";
        String adviceEn = "When the notice is out: calendar:import <file>";
        int year = today.getYear();
        if (!years.contains(year)) {
            return List.of(Finding.fail(
                    year + " 年的放假安排未导入，期限均为暂定",
                    "The notice of " + year + " is not loaded: all deadlines are provisional",
                    adviceZh,
                    adviceEn));
        }
        if (!years.contains(year + 1)) {
            String zh = (year + 1) + " 年的放假安排未导入，跨年期限为暂定";
            String en = "The notice of " + (year + 1) + " is not loaded: deadlines into it are provisional";
            return List.of(
                    today.getMonthValue() >= NOTICE_MONTH
                            ? Finding.warn(zh, en, adviceZh, adviceEn)
                            : Finding.ok(zh, en));
        }
        return List.of(Finding.ok(year + "、" + (year + 1) + " 年已导入", year + " and " + (year + 1) + " are loaded"));
    }
}
