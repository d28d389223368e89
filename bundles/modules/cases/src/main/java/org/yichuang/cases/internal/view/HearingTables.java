package org.yichuang.cases.internal.view;

import java.util.List;
import org.yichuang.cases.internal.HearingAnnouncement;
import org.yichuang.pages.api.Table;
import org.yichuang.pages.api.Table.Column;
import org.yichuang.pages.api.Ui;

/** Hearings to which everybody may come, as a table. */
public final class HearingTables {
    private HearingTables() {}

    /** What is announced. */
    public static Table of(List<HearingAnnouncement> hearings, Ui ui) {
        HearingTexts words = new HearingTexts(ui);
        return new Table(
                ui.t("hearings.title"),
                List.of(
                        Column.of(words.say("hearing.column.item")),
                        Column.of(words.say("hearing.column.department")),
                        Column.of(words.say("hearing.column.time")),
                        Column.of(words.say("hearing.column.place"))),
                hearings.stream()
                        .map(hearing -> Table.Row.of(
                                ui.text(hearing.item()),
                                ui.text(hearing.department()),
                                ui.text(words.moment(hearing.time())),
                                ui.text(hearing.place())))
                        .toList(),
                null,
                ui.t("hearings.none"));
    }
}
