package org.yichuang.catalogue.internal.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.yichuang.catalogue.api.BundleKind;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.api.ItemVersion.State;
import org.yichuang.catalogue.api.JointMember;
import org.yichuang.catalogue.internal.domain.RouteDescriber;
import org.yichuang.kernel.api.Page;
import org.yichuang.pages.api.Fact;
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.Field.Option;
import org.yichuang.pages.api.Table;
import org.yichuang.pages.api.Table.Column;
import org.yichuang.pages.api.Tone;
import org.yichuang.pages.api.Ui;

/** Bundles, as tables and forms. */
public final class BundleTables {
    private BundleTables() {}

    /** The bundles of a centre. */
    public static Table bundles(Page<ItemVersion> page, Ui ui) {
        return new Table(
                new BundleWords(ui).say("bundles.title"),
                List.of(
                        Column.of(ui.t("item.name")),
                        Column.of(ui.t("item.code")),
                        Column.of(new BundleWords(ui).say("bundle.kind")),
                        Column.of(new BundleWords(ui).say("bundle.lead")),
                        Column.of(new BundleWords(ui).say("bundle.total")),
                        Column.number(new BundleWords(ui).say("bundle.members")),
                        Column.of(ui.t("item.state"))),
                page.items().stream().map(version -> row(version, ui)).toList(),
                page.next(),
                new BundleWords(ui).say("bundles.none"));
    }

    private static Table.Row row(ItemVersion version, Ui ui) {
        ItemDefinition bundle = version.definition();
        return Table.Row.of(
                ui.link("/catalogue/bundles/" + bundle.code(), bundle.name()),
                ui.text(bundle.code()),
                ui.text(ui.localize(bundle.joint().kind().label())),
                ui.text(bundle.department()),
                ui.text(
                        bundle.promisedLimit() == null
                                ? ""
                                : ui.localize(bundle.promisedLimit().label())),
                ui.text(String.valueOf(bundle.joint().members().size())),
                ui.badge(
                        version.state() == State.PUBLISHED ? Tone.DONE : Tone.INFO,
                        ui.t("state." + version.state().name())));
    }

    /** What a bundle is. */
    public static List<Fact> facts(ItemVersion version, Ui ui) {
        ItemDefinition bundle = version.definition();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(ui.t("item.code"), ui.text(bundle.code())));
        facts.add(new Fact(
                new BundleWords(ui).say("bundle.kind"),
                ui.text(ui.localize(bundle.joint().kind().label()))));
        facts.add(new Fact(new BundleWords(ui).say("bundle.lead"), ui.text(bundle.department())));
        facts.add(new Fact(ui.t("item.organ"), ui.text(bundle.organ())));
        facts.add(new Fact(
                new BundleWords(ui).say("bundle.total"),
                ui.text(
                        bundle.promisedLimit() == null
                                ? ""
                                : ui.localize(bundle.promisedLimit().label()))));
        facts.add(new Fact(ui.t("item.type"), ui.text(ui.localize(bundle.type().label()))));
        facts.add(new Fact(ui.t("item.version"), ui.text(ui.t("guide.version", version.number()))));
        facts.add(new Fact(
                ui.t("item.form"),
                ui.text(bundle.form().stream()
                        .map(field -> field.label()
                                + (field.required() ? new BundleWords(ui).say("bundle.field.required") : ""))
                        .collect(Collectors.joining(ui.t("list.comma"))))));
        facts.add(new Fact(
                ui.t("item.materials"), ui.paragraphs(MaterialLines.readable(bundle.materials(), ui.locale()))));
        return facts;
    }

    /** The parts of a bundle. */
    public static Table members(ItemDefinition bundle, Ui ui) {
        RouteDescriber words = new RouteDescriber(bundle.form());
        return new Table(
                new BundleWords(ui).say("bundle.members"),
                List.of(
                        Column.of(new BundleWords(ui).say("bundle.member")),
                        Column.of(ui.t("item.department")),
                        Column.of(new BundleWords(ui).say("bundle.role")),
                        Column.of(new BundleWords(ui).say("bundle.examination")),
                        Column.of(new BundleWords(ui).say("bundle.when")),
                        Column.of(ui.t("item.promised"))),
                bundle.joint().members().stream()
                        .map(member -> member(member, words, ui))
                        .toList(),
                null,
                ui.t("guide.none"));
    }

    private static Table.Row member(JointMember member, RouteDescriber words, Ui ui) {
        String name = member.name().isEmpty() ? member.item() : member.name();
        return Table.Row.of(
                member.item().isEmpty() ? ui.text(name) : ui.link("/items/" + member.item(), name),
                ui.text(member.department()),
                ui.text(new BundleWords(ui).say(member.decides() ? "bundle.decides" : "bundle.only-heard")),
                ui.text(ExaminationChoice.words(member.examination(), ui)),
                ui.text(ui.localize(words.groups(member.when()))),
                ui.text(member.limit() == null ? "" : ui.localize(member.limit().label())));
    }

    /** The kinds to choose from. */
    public static List<Option> kinds(Ui ui) {
        return Arrays.stream(BundleKind.values())
                .map(kind -> new Option(kind.name(), ui.localize(kind.label())))
                .toList();
    }

    /**
     * The fields of a row in which a part is typed.
     *
     * @param prefix what the names of the fields begin with
     * @param member what stands there; null for an empty row
     */
    public static List<Field> row(String prefix, JointMember member, Ui ui) {
        boolean party = member != null && member.item().isEmpty();
        return List.of(
                Field.text(prefix + "item", new BundleWords(ui).say("bundle.row.item"))
                        .value(member == null ? "" : member.item())
                        .maxLength(64),
                Field.text(prefix + "department", new BundleWords(ui).say("bundle.row.department"))
                        .value(party ? member.department() : "")
                        .maxLength(100),
                Field.text(prefix + "name", new BundleWords(ui).say("bundle.row.name"))
                        .value(party ? member.name() : "")
                        .maxLength(200),
                Field.text(prefix + "limit", new BundleWords(ui).say("bundle.row.limit"))
                        .value(
                                party && member.limit() != null
                                        ? member.limit().label().zh()
                                        : "")
                        .hint(ui.t("draft.limit"))
                        .maxLength(20),
                Field.area(prefix + "when", new BundleWords(ui).say("bundle.when"))
                        .value(member == null ? "" : ConditionWords.write(member.when()))
                        .hint(new BundleWords(ui).say("bundle.row.when"))
                        .rows(2)
                        .maxLength(2_000));
    }
}
