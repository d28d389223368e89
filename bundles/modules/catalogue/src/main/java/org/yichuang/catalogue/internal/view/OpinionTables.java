package org.yichuang.catalogue.internal.view;

import gg.jte.Content;
import java.util.List;
import java.util.stream.Collectors;
import org.yichuang.catalogue.internal.DraftOpinions.Demand;
import org.yichuang.catalogue.internal.DraftOpinions.Given;
import org.yichuang.catalogue.internal.DraftOpinions.Waiting;
import org.yichuang.catalogue.internal.domain.opinion.OpinionRules.Standing;
import org.yichuang.kernel.api.Page;
import org.yichuang.pages.api.Fact;
import org.yichuang.pages.api.Table;
import org.yichuang.pages.api.Table.Column;
import org.yichuang.pages.api.Tone;
import org.yichuang.pages.api.Ui;

/** What offices say of drafts, as tables. */
public final class OpinionTables {
    private OpinionTables() {}

    /** The drafts of a centre, with what is wanting. */
    public static Table waiting(Page<Waiting> page, Ui ui) {
        ViewWords words = new ViewWords(ui);
        return new Table(
                words.say("opinions.title"),
                List.of(
                        Column.of(ui.t("item.name")),
                        Column.of(ui.t("item.code")),
                        Column.of(ui.t("item.department")),
                        Column.of(ui.t("item.version")),
                        Column.of(words.say("opinions.wanting"))),
                page.items().stream().map(waiting -> row(waiting, ui)).toList(),
                page.next(),
                words.say("opinions.none"));
    }

    private static Table.Row row(Waiting waiting, Ui ui) {
        ViewWords words = new ViewWords(ui);
        String code = waiting.draft().definition().code();
        String wanting = waiting.demanded().stream()
                .filter(demand -> demand.standing() != Standing.AGREED)
                .map(demand -> words.say(
                        "opinions.of",
                        ui.localize(demand.office().label()),
                        ui.localize(demand.standing().label())))
                .collect(Collectors.joining(ui.t("list.comma")));
        return Table.Row.of(
                ui.link(
                        "/catalogue/opinions/" + code,
                        waiting.draft().definition().name()),
                ui.text(code),
                ui.text(waiting.draft().definition().department()),
                ui.text(ui.t("guide.version", waiting.draft().number())),
                wanting.isEmpty() ? ui.badge(Tone.DONE, words.say("opinions.complete")) : ui.text(wanting));
    }

    /** How those stand to a draft who have to agree to it. */
    public static List<Fact> demanded(List<Demand> demanded, Ui ui) {
        return demanded.stream()
                .map(demand -> new Fact(ui.localize(demand.office().label()), badge(demand.standing(), ui)))
                .toList();
    }

    private static Content badge(Standing standing, Ui ui) {
        Tone tone =
                switch (standing) {
                    case AGREED -> Tone.DONE;
                    case OBJECTED -> Tone.WRONG;
                    case MISSING, OUTDATED -> Tone.CARE;
                };
        return ui.badge(tone, ui.localize(standing.label()));
    }

    /** What was said. */
    public static Table given(List<Given> given, Ui ui) {
        ViewWords words = new ViewWords(ui);
        return new Table(
                words.say("opinions.given"),
                List.of(
                        Column.of(ui.t("item.version")),
                        Column.of(words.say("opinions.office")),
                        Column.of(words.say("opinions.outcome")),
                        Column.of(words.say("opinions.words")),
                        Column.of(words.say("opinions.reviewer")),
                        Column.of(words.say("opinions.at"))),
                given.stream()
                        .map(each -> Table.Row.of(
                                ui.text(ui.t("guide.version", each.version())),
                                ui.text(ui.localize(each.office().label())),
                                badge(standing(each), ui),
                                ui.paragraphs(each.words()),
                                ui.text(each.reviewer()),
                                ui.text(ui.moment(each.at()))))
                        .toList(),
                null,
                words.say("opinions.nobody"));
    }

    private static Standing standing(Given given) {
        if (!given.current()) {
            return Standing.OUTDATED;
        }
        return given.agreed() ? Standing.AGREED : Standing.OBJECTED;
    }
}
