package org.yichuang.catalogue.internal.view;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.catalogue.internal.HallCards.Card;
import org.yichuang.catalogue.internal.HallCards.Hall;
import org.yichuang.catalogue.internal.Publicity.Entered;
import org.yichuang.catalogue.internal.domain.print.Edition;
import org.yichuang.catalogue.internal.domain.print.EditionKind;
import org.yichuang.catalogue.internal.domain.publicity.PublicityChannel;
import org.yichuang.catalogue.internal.domain.publicity.PublicityRecord;
import org.yichuang.kernel.api.Page;
import org.yichuang.pages.api.Fact;
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.Field.Option;
import org.yichuang.pages.api.Table;
import org.yichuang.pages.api.Table.Column;
import org.yichuang.pages.api.Ui;

/** Editions, publications and cards, as tables and fields. */
public final class PaperTables {
    private PaperTables() {}

    /** The fields that say of what an edition is. */
    public static List<Field> edition(Ui ui) {
        return List.of(
                Field.select(
                                "kind",
                                ui.t("edition.kind"),
                                Arrays.stream(EditionKind.values())
                                        .map(kind -> new Option(kind.key(), ui.localize(kind.label())))
                                        .toList())
                        .required(),
                Field.select(
                        "type",
                        ui.t("item.type"),
                        Stream.concat(
                                        Stream.of(new Option("", ui.t("search.all"))),
                                        Arrays.stream(ItemType.values())
                                                .map(type -> new Option(type.code(), ui.localize(type.label()))))
                                .toList()),
                Field.text("department", ui.t("item.department")).maxLength(200).hint(ui.t("edition.department.hint")));
    }

    /** The editions that were made. */
    public static Table editions(Page<Edition.View> page, Ui ui) {
        return new Table(
                ui.t("editions.title"),
                List.of(
                        Column.of(ui.t("edition.kind")),
                        Column.of(ui.t("item.type")),
                        Column.of(ui.t("item.department")),
                        Column.number(ui.t("edition.number")),
                        Column.of(ui.t("edition.made")),
                        Column.number(ui.t("submission.items")),
                        Column.of(ui.t("edition.file"))),
                page.items().stream()
                        .map(edition -> Table.Row.of(
                                ui.text(ui.localize(edition.kind().label())),
                                ui.text(
                                        edition.type() == null
                                                ? ui.t("search.all")
                                                : ui.localize(edition.type().label())),
                                ui.text(edition.department()),
                                ui.text(String.valueOf(edition.number())),
                                ui.text(ui.date(edition.madeOn())),
                                ui.text(String.valueOf(edition.items())),
                                ui.link("/catalogue/editions/" + edition.id() + "/file", ui.t("edition.open"))))
                        .toList(),
                page.next(),
                ui.t("editions.none"));
    }

    /** The fields that say how something was made known. */
    public static List<Field> publicity(Ui ui) {
        return List.of(
                Field.select(
                                "channel",
                                ui.t("publicity.channel"),
                                Arrays.stream(PublicityChannel.values())
                                        .map(channel -> new Option(channel.key(), ui.localize(channel.label())))
                                        .toList())
                        .required(),
                Field.of(Field.Kind.DATE, "on", ui.t("publicity.on")).required(),
                Field.text("organ", ui.t("publicity.organ")).maxLength(100).required(),
                Field.text("proof", ui.t("publicity.proof"))
                        .maxLength(500)
                        .hint(ui.t("publicity.proof.hint"))
                        .required(),
                Field.area("codes", ui.t("publicity.codes")).hint(ui.t("publicity.codes.hint")),
                Field.check("all", ui.t("publicity.all")));
    }

    /** Where an item's versions were made known. */
    public static Table records(List<PublicityRecord.View> records, Ui ui) {
        return new Table(
                ui.t("publicity.title"),
                List.of(
                        Column.of(ui.t("item.version")),
                        Column.of(ui.t("publicity.channel")),
                        Column.of(ui.t("publicity.on")),
                        Column.of(ui.t("publicity.organ")),
                        Column.of(ui.t("publicity.proof")),
                        Column.of(ui.t("publicity.by")),
                        Column.of(ui.t("publicity.taken-back"))),
                records.stream()
                        .map(made -> Table.Row.of(
                                ui.text(ui.t("guide.version", made.version())),
                                ui.text(ui.localize(made.channel().label())),
                                ui.text(ui.date(made.on())),
                                ui.text(made.organ()),
                                ui.text(made.proof()),
                                ui.text(made.recordedBy()),
                                made.takenBackOn() == null
                                        ? ui.link("/catalogue/publicity?taking=" + made.id(), ui.t("take-back.title"))
                                        : ui.text(ui.date(made.takenBackOn()) + " " + made.takenBackReason())))
                        .toList(),
                null,
                ui.t("publicity.none"));
    }

    /** Of how many versions something would be entered. */
    public static String told(Entered entered, Ui ui) {
        return ui.t("publicity.shown", entered.items(), entered.leftOut());
    }

    /** The field that says that these very versions were looked at. */
    public static String seen(Entered entered) {
        return "seen." + entered.seen();
    }

    /** Of which. */
    public static Table shown(Entered entered, Ui ui) {
        return new Table(
                ui.t("publicity.versions"),
                List.of(
                        Column.of(ui.t("item.code")),
                        Column.of(ui.t("item.name")),
                        Column.of(ui.t("item.version")),
                        Column.of(ui.t("publicity.published"))),
                entered.versions().stream()
                        .map(version -> Table.Row.of(
                                ui.text(version.code()),
                                ui.text(version.name()),
                                ui.text(ui.t("guide.version", version.version())),
                                ui.text(version.published() == null ? "" : ui.date(version.published()))))
                        .toList(),
                null,
                ui.t("publicity.none"));
    }

    /** The items of a centre above. */
    public static Table cards(Page<Card> page, Ui ui) {
        return new Table(
                ui.t("cards.title"),
                List.of(
                        Column.of(ui.t("item.name")),
                        Column.of(ui.t("item.department")),
                        Column.of(ui.t("card.centre")),
                        Column.of(ui.t("card.print"))),
                page.items().stream()
                        .map(card -> Table.Row.of(
                                ui.text(card.item().name()),
                                ui.text(card.item().department()),
                                ui.text(card.hall().name()),
                                ui.link(
                                        "/catalogue/cards/" + card.hall().centre() + "/"
                                                + card.item().code(),
                                        ui.t("card.open"))))
                        .toList(),
                page.next(),
                ui.t("cards.none"));
    }

    /** What a card says. */
    public static List<Fact> card(Card card, Ui ui) {
        Hall hall = card.hall();
        return Stream.of(
                        fact("item.department", card.item().department(), ui),
                        fact("card.centre", hall.name(), ui),
                        fact("card.address", hall.address(), ui),
                        fact("item.place", card.item().place(), ui),
                        fact("card.phone", hall.phone(), ui),
                        fact("card.bus", hall.bus(), ui),
                        fact("card.hours", hall.hours(), ui))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Fact> fact(String key, String text, Ui ui) {
        return text.isBlank() ? List.of() : List.of(new Fact(ui.t(key), ui.text(text)));
    }
}
