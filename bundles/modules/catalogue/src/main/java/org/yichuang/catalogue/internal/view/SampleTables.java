package org.yichuang.catalogue.internal.view;

import java.util.Arrays;
import java.util.List;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.internal.SampleFiles.Held;
import org.yichuang.catalogue.internal.SampleFiles.Shown;
import org.yichuang.catalogue.internal.domain.sample.SampleFile;
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

    /** The files of an item, and whether the public has them. */
    public static Table files(List<Held> held, Ui ui) {
        return new Table(
                ui.t("sample.title"),
                List.of(
                        Column.of(ui.t("material.name")),
                        Column.of(ui.t("sample.kind")),
                        Column.of(ui.t("sample.file")),
                        Column.number(ui.t("sample.size")),
                        Column.of(ui.t("item.state"))),
                held.stream()
                        .map(each -> Table.Row.of(
                                ui.text(each.materialName()),
                                ui.text(ui.localize(each.kind().label())),
                                ui.text(each.file().name()),
                                ui.text(size(each.file(), ui)),
                                ui.text(ui.t(state(each)))))
                        .toList(),
                null,
                ui.t("sample.none"));
    }

    private static String state(Held held) {
        if (held.isPublic()) {
            return held.isKept() ? "sample.public" : "sample.public-until";
        }
        return held.isKept() ? "sample.public-from" : "sample.of-none";
    }

    private static String size(SampleFile.Content file, Ui ui) {
        return ui.t("sample.kilobytes", Math.max(1, (file.size() + KILO - 1) / KILO));
    }

    /** Which file is taken away: any of them; nothing where there is none. */
    public static List<Field> removable(List<Held> held, Ui ui) {
        if (held.isEmpty()) {
            return List.of();
        }
        List<Option> files = held.stream()
                .map(each -> new Option(
                        each.id(),
                        ui.t(
                                "sample.link",
                                each.materialName(),
                                ui.localize(each.kind().label()),
                                each.file().name(),
                                size(each.file(), ui))))
                .toList();
        return List.of(Field.select("id", ui.t("sample.file"), files).required());
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
                                size(each.file(), ui))))
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
