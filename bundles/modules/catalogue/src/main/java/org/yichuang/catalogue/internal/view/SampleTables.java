package org.yichuang.catalogue.internal.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.Material;
import org.yichuang.catalogue.internal.HeldSample;
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
    public static Table files(List<HeldSample> held, Ui ui) {
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

    private static String state(HeldSample held) {
        if (held.standing().infected()) {
            return "sample.infected";
        }
        if (held.isPublic()) {
            return held.standing().kept() ? "sample.public" : "sample.public-until";
        }
        return held.standing().kept() ? "sample.public-from" : "sample.of-none";
    }

    private static String size(SampleFile.Content file, Ui ui) {
        return ui.t("sample.kilobytes", Math.max(1, (file.size() + KILO - 1) / KILO));
    }

    /** Which file is taken away, as it was shown: any of them; nothing where there is none. */
    public static List<Field> removable(List<HeldSample> held, Ui ui) {
        if (held.isEmpty()) {
            return List.of();
        }
        List<Option> files = held.stream()
                .map(each -> new Option(new Seen(each.id(), each.revision()).value(), words(each, ui)))
                .toList();
        return List.of(Field.select("file", ui.t("sample.file"), files).required());
    }

    /** The files that the public sees no more once the draft is published. */
    public static List<String> lost(List<HeldSample> lost, Ui ui) {
        return lost.stream().map(each -> words(each, ui)).toList();
    }

    private static String words(HeldSample held, Ui ui) {
        return ui.t(
                "sample.link",
                held.materialName(),
                ui.localize(held.kind().label()),
                held.file().name(),
                size(held.file(), ui));
    }

    /**
     * What somebody has chosen, and in which state it was shown.
     *
     * @param revision 0 where there was no file
     */
    public record Seen(String what, long revision) {
        private static final String BETWEEN = "@";

        private String value() {
            return what + BETWEEN + revision;
        }

        /** Reads what a form has sent; nothing where it was not ours. */
        public static Optional<Seen> parse(String value) {
            int at = value.lastIndexOf(BETWEEN);
            return at < 0 || !value.substring(at + 1).matches("\\d{1,18}")
                    ? Optional.empty()
                    : Optional.of(new Seen(value.substring(0, at), Long.parseLong(value.substring(at + 1))));
        }
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

    /** Of which material a file is given, and what it shows; what it takes the place of stands beside it. */
    public static List<Field> which(ItemDefinition item, List<HeldSample> held, Ui ui) {
        Map<String, HeldSample> present = held.stream().collect(Collectors.toMap(HeldSample::id, Function.identity()));
        List<Option> places = new ArrayList<>();
        for (Material material : item.materials()) {
            for (SampleKind kind : SampleKind.values()) {
                HeldSample there = present.get(SampleFile.id(item.code(), material.name(), kind));
                String value = kind.key() + "/" + material.code();
                places.add(
                        there == null
                                ? new Option(
                                        new Seen(value, 0).value(),
                                        ui.t("sample.place", material.name(), ui.localize(kind.label())))
                                : new Option(
                                        new Seen(value, there.revision()).value(),
                                        ui.t(
                                                "sample.place.taken",
                                                material.name(),
                                                ui.localize(kind.label()),
                                                there.file().name())));
            }
        }
        return List.of(Field.select("place", ui.t("sample.of"), places).required());
    }
}
