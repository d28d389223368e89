package org.yichuang.tenancy.internal.commands;

import java.util.List;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.shell.api.CommandResult;
import org.yichuang.shell.api.TextTable;
import org.yichuang.tenancy.api.Calendars;

/** Holiday notices as commands print them. */
final class CalendarTable {
    private CalendarTable() {}

    static CommandResult of(List<Calendars.Imported> notices) {
        TextTable table = new TextTable(words("year"), words("region"), words("days"), words("paper"));
        notices.forEach(notice -> table.row(notice.year(), notice.region(), notice.days(), notice.paper()));
        return CommandResult.of(notices, table, words("no-calendars"));
    }

    private static LocalizedMessage words(String key) {
        return LocalizedMessage.of(CalendarTable.class, key);
    }
}
