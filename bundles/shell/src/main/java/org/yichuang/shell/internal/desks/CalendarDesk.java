package org.yichuang.shell.internal.desks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.shell.internal.text.Sheet;
import org.yichuang.shell.internal.text.TextTable;
import org.yichuang.tenancy.api.Calendars;
import org.yichuang.tenancy.api.Tenant;

/** Working calendars. */
public class CalendarDesk {
    private final Desk desk;

    public CalendarDesk(Desk desk) {
        this.desk = desk;
    }

    /** The notices that are loaded. */
    public Sheet list() {
        return sheet(desk.need(Calendars.class, "tenancy").loaded());
    }

    /** Takes a year's notice in. */
    public Sheet take(String file) {
        Calendars calendars = desk.need(Calendars.class, "tenancy");
        try (InputStream json = Files.newInputStream(Path.of(file))) {
            return sheet(List.of(calendars.importYear(json, desk.at(root()))));
        } catch (IOException | UncheckedIOException e) {
            throw CatalogueDesk.unreadable(file);
        }
    }

    /** A calendar is the whole network's: its import is journaled at the centre above all others. */
    private TenantId root() {
        return desk.tenants().all().stream()
                .map(Tenant::id)
                .findFirst()
                .orElseThrow(() -> new ProblemException(CommonError.UNAVAILABLE, "还没有任何中心", "There is no centre yet"));
    }

    private static Sheet sheet(List<Calendars.Imported> notices) {
        TextTable table = new TextTable("年 Year", "地区 Region", "天数 Days", "文件 Paper");
        notices.forEach(notice -> table.row(notice.year(), notice.region(), notice.days(), notice.paper()));
        return Sheet.of(notices, table, "没有日历 / No calendar is loaded");
    }
}
