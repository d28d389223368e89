package org.yichuang.tenancy.internal.commands;

import java.util.List;
import org.yichuang.shell.api.CommandResult;
import org.yichuang.shell.api.TextTable;
import org.yichuang.tenancy.api.Calendars;

/** Holiday notices as commands print them. */
final class CalendarTable {
    private CalendarTable() {}

    static CommandResult of(List<Calendars.Imported> notices) {
        TextTable table = new TextTable("年 Year", "地区 Region", "天数 Days", "文件 Paper");
        notices.forEach(notice -> table.row(notice.year(), notice.region(), notice.days(), notice.paper()));
        return CommandResult.of(notices, table, "没有日历 / No calendar is loaded");
    }
}
