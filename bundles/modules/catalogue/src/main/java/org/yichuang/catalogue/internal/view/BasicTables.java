package org.yichuang.catalogue.internal.view;

import gg.jte.Content;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.catalogue.internal.BasicCatalogue.Listed;
import org.yichuang.catalogue.internal.BasicCatalogue.Standing;
import org.yichuang.catalogue.internal.domain.basic.BasicItem;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.pages.api.Fact;
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.Field.Option;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.Table;
import org.yichuang.pages.api.Table.Column;
import org.yichuang.pages.api.Ui;

/** The basic catalogue, and how far a centre is with it, as tables. */
public final class BasicTables {
    private static final int MOST_SHOWN = 200;

    private BasicTables() {}

    /** How far the centre is. */
    public static List<Fact> facts(Standing standing, Ui ui) {
        return List.of(
                new Fact(ui.t("basic.due"), ui.text(String.valueOf(standing.due()))),
                new Fact(ui.t("basic.implemented"), ui.text(String.valueOf(standing.implemented()))),
                new Fact(
                        ui.t("basic.missing"),
                        ui.text(String.valueOf(standing.missing().size()))),
                new Fact(
                        ui.t("basic.unnamed"),
                        ui.text(String.valueOf(standing.unnamed().size()))));
    }

    /**
     * Which items there are.
     *
     * @param setter the centre whose items lead to their forms; null where nobody may change them
     */
    public static Table entries(Page<Listed> page, TenantId setter, Ui ui) {
        return table(
                ui.t("basic.title"),
                page.items(),
                page.next(),
                ui.t("basic.none"),
                listed -> name(listed, setter, ui),
                ui);
    }

    private static Content name(Listed listed, TenantId setter, Ui ui) {
        return listed.centre().id().equals(setter)
                ? ui.link(
                        "/catalogue/basics?entry="
                                + URLEncoder.encode(listed.item().code(), StandardCharsets.UTF_8),
                        listed.item().name())
                : ui.text(listed.item().name());
    }

    /** The form of an item that is to be changed. */
    public static ChangedEntry changed(BasicItem.View item, Ui ui) {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.text("name", ui.t("item.name"))
                .maxLength(200)
                .value(item.name())
                .required());
        fields.add(Field.select(
                        "type",
                        ui.t("item.type"),
                        Arrays.stream(ItemType.values())
                                .map(type -> new Option(type.name(), ui.localize(type.label())))
                                .toList())
                .value(item.type().name())
                .required());
        fields.add(Field.area("basis", ui.t("item.basis"))
                .maxLength(2000)
                .value(item.basis())
                .required());
        for (Level level : Level.values()) {
            fields.add(Field.check(level(level), ui.t("level." + level.key()))
                    .value(item.levels().contains(level)));
        }
        return new ChangedEntry(item.code(), item.revision(), fields);
    }

    /**
     * The form of an item that comes again, with what was typed; beside it stands what a colleague has made of the item
     * since, if one has.
     *
     * @param seen in which state the item was when the form was opened
     */
    public static ChangedEntry again(BasicItem.View item, long seen, Form typed, Ui ui) {
        ChangedEntry opened = changed(item, ui);
        List<Field> fields = opened.fields().stream()
                .map(field -> field.kind() == Field.Kind.CHECK && typed.has("name")
                        ? field.value(typed.has(field.name()))
                        : field)
                .toList();
        return new ChangedEntry(
                item.code(), item.revision(), fields, item.revision() == seen ? List.of() : of(item, ui));
    }

    private static List<Fact> of(BasicItem.View item, Ui ui) {
        return List.of(
                new Fact(ui.t("item.name"), ui.text(item.name())),
                new Fact(ui.t("item.type"), ui.text(ui.localize(item.type().label()))),
                new Fact(ui.t("item.basis"), ui.text(item.basis())),
                new Fact(ui.t("basic.levels"), ui.text(levels(item, ui))));
    }

    /** A line of new items that says what was typed of one that a colleague has taken out meanwhile. */
    public static String line(String code, Form typed, Ui ui) {
        String type = ItemType.parse(typed.text("type"))
                .map(each -> ui.localize(each.label()))
                .orElse("");
        String levels = Arrays.stream(Level.values())
                .filter(level -> typed.has(level(level)))
                .map(level -> ui.t("level." + level.key()))
                .collect(Collectors.joining("、"));
        return String.join(
                "|", code, typed.text("name"), type, typed.text("basis").replaceAll("\\s*\\R\\s*", " "), levels);
    }

    /** The field that says whether a level does an item. */
    public static String level(Level level) {
        return "level." + level.key();
    }

    private static String levels(BasicItem.View item, Ui ui) {
        return item.levels().stream()
                .map(level -> ui.t("level." + level.key()))
                .collect(Collectors.joining(ui.t("list.comma")));
    }

    /** Which of them the centre does not publish. */
    public static Table missing(Standing standing, Ui ui) {
        return table(
                ui.t("basic.missing"),
                standing.missing().stream().limit(MOST_SHOWN).toList(),
                null,
                ui.t("basic.missing.none"),
                listed -> ui.text(listed.item().name()),
                ui);
    }

    private static Table table(
            String caption, List<Listed> rows, String next, String none, Function<Listed, Content> name, Ui ui) {
        return new Table(
                caption,
                List.of(
                        Column.of(ui.t("item.name")),
                        Column.of(ui.t("item.code")),
                        Column.of(ui.t("item.type")),
                        Column.of(ui.t("item.basis")),
                        Column.of(ui.t("basic.levels")),
                        Column.of(ui.t("basic.centre"))),
                rows.stream()
                        .map(each -> Table.Row.of(
                                name.apply(each),
                                ui.text(each.item().code()),
                                ui.text(ui.localize(each.item().type().label())),
                                ui.text(each.item().basis()),
                                ui.text(levels(each.item(), ui)),
                                ui.text(each.centre().name())))
                        .toList(),
                next,
                none);
    }

    /** What the centre publishes and no basic catalogue names. */
    public static Table unnamed(Standing standing, Ui ui) {
        return new Table(
                ui.t("basic.unnamed"),
                List.of(Column.of(ui.t("item.name")), Column.of(ui.t("item.code"))),
                standing.unnamed().stream()
                        .limit(MOST_SHOWN)
                        .map(ref ->
                                Table.Row.of(ui.link("/editor/items/" + ref.code(), ref.name()), ui.text(ref.code())))
                        .toList(),
                null,
                ui.t("basic.unnamed.none"));
    }
}
