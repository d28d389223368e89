package org.yichuang.catalogue.internal.view;

import gg.jte.Content;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yichuang.catalogue.internal.CampaignReport;
import org.yichuang.catalogue.internal.CampaignReport.Centre;
import org.yichuang.catalogue.internal.CampaignReport.City;
import org.yichuang.catalogue.internal.CampaignReport.Sum;
import org.yichuang.catalogue.internal.Campaigns.Listed;
import org.yichuang.catalogue.internal.domain.campaign.Campaign;
import org.yichuang.catalogue.internal.domain.campaign.CampaignWord;
import org.yichuang.catalogue.internal.domain.campaign.CentreStanding;
import org.yichuang.catalogue.internal.domain.opinion.ReviewOffice;
import org.yichuang.catalogue.internal.domain.publicity.PublicityChannel;
import org.yichuang.kernel.api.Level;
import org.yichuang.pages.api.Fact;
import org.yichuang.pages.api.Table;
import org.yichuang.pages.api.Table.Column;
import org.yichuang.pages.api.Tone;
import org.yichuang.pages.api.Ui;

/** Clean-ups from above, and how far they have come, as tables. */
public final class CampaignTables {
    private CampaignTables() {}

    /** The clean-ups of this centre and those above. */
    public static Table list(List<Listed> listed, Ui ui) {
        return new Table(
                ui.t("campaigns.title"),
                List.of(
                        Column.of(ui.t("campaign.name")),
                        Column.of(ui.t("campaign.by")),
                        Column.of(ui.t("campaign.last-days")),
                        Column.of(ui.t("campaign.complete-on"))),
                listed.stream()
                        .map(each -> Table.Row.of(
                                ui.link(
                                        "/catalogue/campaigns/"
                                                + each.campaign().id(),
                                        each.campaign().name()),
                                ui.text(each.orderedBy().name()),
                                ui.text(lastDays(each.campaign(), ui)),
                                ui.text(ui.date(each.campaign().completeOn()))))
                        .toList(),
                null,
                ui.t("campaigns.none"));
    }

    private static String lastDays(Campaign.View campaign, Ui ui) {
        return campaign.lastDays().entrySet().stream()
                .map((Map.Entry<Level, LocalDate> each) ->
                        ui.t("campaign.last-day", ui.t("level." + each.getKey().key()), ui.date(each.getValue())))
                .collect(Collectors.joining(ui.t("list.comma")));
    }

    /** What was ordered, and who has signed. */
    public static List<Fact> facts(CampaignReport report, Ui ui) {
        Campaign.View campaign = report.campaign();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                ui.t("item.state"),
                ui.badge(
                        report.isComplete() ? Tone.DONE : Tone.CARE,
                        ui.t(report.isComplete() ? "campaign.complete" : "campaign.running"))));
        facts.add(new Fact(
                ui.t("campaign.by"),
                ui.text(ui.t("campaign.by-document", report.orderedBy().name(), campaign.document()))));
        facts.add(new Fact(ui.t("campaign.begun"), ui.text(ui.date(campaign.begunOn()))));
        facts.add(new Fact(ui.t("campaign.last-days"), ui.text(lastDays(campaign, ui))));
        facts.add(new Fact(ui.t("campaign.complete-on"), ui.text(ui.date(campaign.completeOn()))));
        facts.add(new Fact(
                ui.t("campaign.reported"),
                ui.text(ui.t(
                        "campaign.reported-of",
                        report.reported(),
                        report.centres().size(),
                        report.late()))));
        for (CampaignWord.View signed : report.signatures()) {
            facts.add(new Fact(
                    ui.t("campaign.signature"),
                    ui.text(ui.t(
                            "campaign.signed", office(signed.byWhat(), ui), ui.date(signed.on()), signed.words()))));
        }
        for (ReviewOffice office : report.unsigned()) {
            facts.add(new Fact(
                    ui.t("campaign.signature"), ui.text(ui.t("campaign.not-signed", ui.localize(office.label())))));
        }
        return facts;
    }

    private static String office(String key, Ui ui) {
        return ReviewOffice.parse(key)
                .map(office -> ui.localize(office.label()))
                .orElse(key);
    }

    /** Who reports, level by level. */
    public static Table centres(CampaignReport report, Ui ui) {
        return new Table(
                ui.t("campaign.centres"),
                List.of(
                        Column.of(ui.t("entry.centre")),
                        Column.of(ui.t("item.level")),
                        Column.of(ui.t("campaign.due")),
                        Column.of(ui.t("campaign.reported-on")),
                        Column.of(ui.t("item.state")),
                        Column.of(ui.t("campaign.result"))),
                report.centres().stream().map(centre -> row(centre, ui)).toList(),
                null,
                ui.t("campaign.nobody"));
    }

    private static Table.Row row(Centre centre, Ui ui) {
        return Table.Row.of(
                ui.text(centre.centre().name()),
                ui.text(ui.t("level." + centre.centre().level().key())),
                ui.text(ui.date(centre.lastDay())),
                ui.text(centre.reportedOn() == null ? "–" : ui.date(centre.reportedOn())),
                standing(centre.standing(), ui),
                ui.text(
                        centre.totals() == null
                                ? "–"
                                : ui.t(
                                        "campaign.totals",
                                        centre.round(),
                                        centre.totals().items(),
                                        centre.totals().remaining(),
                                        centre.totals().statutoryDays(),
                                        centre.totals().promisedDays())));
    }

    private static Content standing(CentreStanding standing, Ui ui) {
        Tone tone =
                switch (standing) {
                    case OPEN -> Tone.INFO;
                    case IN_TIME -> Tone.DONE;
                    case LATE -> Tone.CARE;
                    case MISSING -> Tone.WRONG;
                };
        return ui.badge(tone, ui.localize(standing.label()));
    }

    /** What the rounds of each level add up to. */
    public static List<Fact> sums(CampaignReport report, Ui ui) {
        return report.sums().stream()
                .map((Sum sum) -> new Fact(
                        ui.t("level." + sum.level().key()),
                        ui.text(ui.t(
                                "campaign.sum",
                                sum.rounds(),
                                sum.items(),
                                sum.remaining(),
                                sum.statutoryDays(),
                                sum.promisedDays()))))
                .toList();
    }

    /** The cities, and how they have made the results known. */
    public static List<Fact> cities(CampaignReport report, Ui ui) {
        return report.cities().stream()
                .map(city -> new Fact(city.centre().name(), city(city, report, ui)))
                .toList();
    }

    private static Content city(City city, CampaignReport report, Ui ui) {
        if (city.made() == null) {
            boolean late = report.isLate(city);
            return ui.badge(late ? Tone.WRONG : Tone.INFO, ui.t(late ? "campaign.unknown-late" : "campaign.not-known"));
        }
        String channel = PublicityChannel.parse(city.made().byWhat())
                .map(each -> ui.localize(each.label()))
                .orElse("");
        String words = ui.t(
                report.isLate(city) ? "campaign.known-late" : "campaign.known",
                ui.date(city.made().on()),
                city.made().organ(),
                channel,
                city.made().words());
        return ui.badge(report.isLate(city) ? Tone.CARE : Tone.DONE, words);
    }
}
