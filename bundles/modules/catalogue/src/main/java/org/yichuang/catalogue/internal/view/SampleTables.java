package org.yichuang.catalogue.internal.view;

import java.util.Arrays;
import java.util.List;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.internal.SampleFiles.Shown;
import org.yichuang.catalogue.internal.domain.sample.SampleKind;
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.Field.Option;
import org.yichuang.pages.api.Table;
import org.yichuang.pages.api.Table.Column;
import org.yichuang.pages.api.Ui;

/** Samples and blank forms, as a table, as links and as fields. */
public final class SampleTables {
    private static final int KILO = 1024;

    private SampleTables() {}

    /** The files of an item. */
    public static Table files(List<Shown> shown, Ui ui) {
        return new Table(
                ui.t("sample.title"),
                List.of(
                        Column.of(ui.t("material.name")),
                        Column.of(ui.t("sample.kind")),
                        Column.of(ui.t("sample.file")),
                        Column.number(ui.t("sample.size"))),
                shown.stream()
                        .map(each -> Table.Row.of(
                                ui.text(each.materialName()),
                                ui.text(ui.localize(each.kind().label())),
                                ui.text(each.file().name()),
                                ui.text(size(each, ui))))
                        .toList(),
                null,
                ui.t("sample.none"));
    }

    private static String size(Shown shown, Ui ui) {
        return ui.t("sample.kilobytes", Math.max(1, (shown.file().size() + KILO - 1) / KILO));
    }

    /**
     * A file in a guide.
     *
     * @param path where it is
     * @param words what it is
     */
    public record Link(String path, String words) {}

    /** The files in a guide. */
    public static List<Link> links(String code, List<Shown> shown, Ui ui) {
        return shown.stream()
                .map(each -> new Link(
                        "/items/" + code + "/samples/" + each.material() + "/"
                                + each.kind().key(),
                        ui.t(
                                "sample.link",
                                each.materialName(),
                                ui.localize(each.kind().label()),
                                each.file().name(),
                                size(each, ui))))
                .toList();
    }

    /** Which file is meant. */
    public static List<Field> which(ItemDefinition item, Ui ui) {
        return List.of(
                Field.select(
                                "material",
                                ui.t("material.name"),
                                item.materials().stream()
                                        .map(material -> new Option(material.code(), material.name()))
                                        .toList())
                        .required(),
                Field.select(
                                "kind",
                                ui.t("sample.kind"),
                                Arrays.stream(SampleKind.values())
                                        .map(kind -> new Option(kind.key(), ui.localize(kind.label())))
                                        .toList())
                        .required());
    }
}
