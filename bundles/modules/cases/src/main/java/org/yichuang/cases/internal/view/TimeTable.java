package org.yichuang.cases.internal.view;

import java.util.List;
import org.yichuang.cases.internal.CaseTimes.CaseTime;
import org.yichuang.cases.internal.CauseNames;
import org.yichuang.pages.api.Table;
import org.yichuang.pages.api.Table.Column;
import org.yichuang.pages.api.Ui;

/** Where the time of a case has gone, as its staff see it. */
public final class TimeTable {
    private final CaseTime time;
    private final Ui ui;

    public TimeTable(CaseTime time, Ui ui) {
        this.time = time;
        this.ui = ui;
    }

    /** Whether there is a working day to charge. */
    public boolean isThere() {
        return time.workingDays() > 0;
    }

    /** All of them. */
    public String sum() {
        return ui.t("time.sum", time.workingDays(), ui.date(time.until()));
    }

    /** How many are charged to whom. */
    public Table charged() {
        return table(
                List.of(Column.of(ui.t("time.cause")), Column.of(ui.t("time.days"))),
                time.byCause().entrySet().stream()
                        .map(part -> Table.Row.of(
                                ui.text(ui.localize(CauseNames.of(part.getKey()))),
                                ui.text(part.getValue().toString())))
                        .toList());
    }

    /** Which days. */
    public Table stretches() {
        return table(
                List.of(
                        Column.of(ui.t("time.from")),
                        Column.of(ui.t("time.until")),
                        Column.of(ui.t("time.cause")),
                        Column.of(ui.t("time.days"))),
                time.stretches().stream()
                        .map(each -> Table.Row.of(
                                ui.text(ui.date(each.from().plusDays(1))),
                                ui.text(ui.date(each.to())),
                                ui.text(ui.localize(CauseNames.of(each.cause()))),
                                ui.text(Integer.toString(each.days()))))
                        .toList());
    }

    private Table table(List<Column> columns, List<Table.Row> rows) {
        return new Table(ui.t("time.title"), columns, rows, null, ui.t("time.none"));
    }
}
