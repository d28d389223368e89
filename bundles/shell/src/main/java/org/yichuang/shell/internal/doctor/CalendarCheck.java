package org.yichuang.shell.internal.doctor;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.shell.internal.desks.Desk;
import org.yichuang.tenancy.api.Calendars;

/** Are the holidays of this year and, from November on, of the next one known (R2-04)? */
class CalendarCheck implements Check {
    private static final String NATIONAL = "000000";
    private static final int NOTICE_MONTH = 11;

    private final Desk desk;

    CalendarCheck(Desk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return "日历 calendars";
    }

    @Override
    public List<Finding> run() {
        LocalDate today =
                desk.tenants().clock().instant().atZone(CallContext.ZONE).toLocalDate();
        Set<Integer> years = desk.need(Calendars.class, "tenancy").loaded().stream()
                .filter(notice -> notice.region().equals(NATIONAL))
                .map(Calendars.Imported::year)
                .collect(Collectors.toSet());
        String advice = "国务院办公厅公布后：calendar:import <file> / When the notice is out: calendar:import <file>";
        int year = today.getYear();
        if (!years.contains(year)) {
            return List.of(Finding.fail(
                    name(),
                    year + " 年的放假安排未导入，期限均为暂定",
                    "The notice of " + year + " is not loaded: all deadlines are provisional",
                    advice));
        }
        if (!years.contains(year + 1)) {
            String zh = (year + 1) + " 年的放假安排未导入，跨年期限为暂定";
            String en = "The notice of " + (year + 1) + " is not loaded: deadlines into it are provisional";
            return List.of(
                    today.getMonthValue() >= NOTICE_MONTH
                            ? Finding.warn(name(), zh, en, advice)
                            : Finding.ok(name(), zh, en));
        }
        return List.of(
                Finding.ok(name(), year + "、" + (year + 1) + " 年已导入", year + " and " + (year + 1) + " are loaded"));
    }
}
