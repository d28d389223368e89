package org.yichuang.catalogue.internal.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.internal.CampaignReport;
import org.yichuang.catalogue.internal.Campaigns;
import org.yichuang.catalogue.internal.Campaigns.LastDay;
import org.yichuang.catalogue.internal.Campaigns.MadeKnown;
import org.yichuang.catalogue.internal.Campaigns.NewCampaign;
import org.yichuang.catalogue.internal.Campaigns.Signature;
import org.yichuang.catalogue.internal.domain.opinion.ReviewOffice;
import org.yichuang.catalogue.internal.domain.publicity.PublicityChannel;
import org.yichuang.catalogue.internal.view.CampaignTables;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.Field.Option;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.pages.api.Ui;

/** Clean-ups that a centre orders for those below it, and how far they have come. */
@Path("/{tenant}/catalogue/campaigns")
public class CampaignPages {
    private static final String PATH = "/catalogue/campaigns";

    private final Campaigns campaigns;

    /** In front of the service. */
    public CampaignPages(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    /** The clean-ups of this centre and those above, and the form of the next. */
    @GET
    @RequiresPermission(CataloguePermission.VIEW)
    public Response list(@Context PageCall call) {
        return call.render(listScreen(call));
    }

    private Screen listScreen(PageCall call) {
        Ui ui = call.ui();
        return Screen.working(
                ui.t("campaigns.title"),
                ItemPages.TEMPLATES.campaigns(
                        ui,
                        CampaignTables.list(campaigns.list(call.context()), ui),
                        call.context().actor().isPermitted(CataloguePermission.REVIEW) ? fields(call) : List.of()));
    }

    private static List<Field> fields(PageCall call) {
        Ui ui = call.ui();
        List<Field> fields = new ArrayList<>();
        fields.add(Field.text("name", ui.t("campaign.name")).maxLength(100).required());
        fields.add(Field.text("document", ui.t("entry.document")).maxLength(200).required());
        fields.add(Field.of(Field.Kind.DATE, "begunOn", ui.t("campaign.begun")).required());
        below(call)
                .forEach(level -> fields.add(Field.of(
                        Field.Kind.DATE,
                        "lastDay." + level.key(),
                        ui.t("campaign.last-day-of", ui.t("level." + level.key())))));
        fields.add(Field.of(Field.Kind.DATE, "completeOn", ui.t("campaign.complete-on"))
                .required());
        for (ReviewOffice office : ReviewOffice.values()) {
            fields.add(
                    Field.check("coSigner." + office.key(), ui.t("campaign.co-signer", ui.localize(office.label()))));
        }
        return fields;
    }

    private static List<Level> below(PageCall call) {
        return Arrays.stream(Level.values())
                .filter(level -> call.tenant().level().isAbove(level))
                .toList();
    }

    /** Orders a clean-up. */
    @POST
    @RequiresPermission(CataloguePermission.REVIEW)
    public Response order(@Context PageCall call) {
        try {
            List<LastDay> days = new ArrayList<>();
            for (Level level : below(call)) {
                LocalDate day = day(call.form().text("lastDay." + level.key()));
                if (day != null) {
                    days.add(new LastDay(level, day));
                }
            }
            List<ReviewOffice> coSigners = Arrays.stream(ReviewOffice.values())
                    .filter(office ->
                            call.form().optional("coSigner." + office.key()).isPresent())
                    .toList();
            NewCampaign wanted = new NewCampaign(
                    call.form().text("name"),
                    call.form().text("document"),
                    day(call.form().text("begunOn")),
                    days,
                    day(call.form().text("completeOn")),
                    coSigners);
            CampaignReport report = campaigns.order(wanted, call.context());
            return call.redirect(PATH + "/" + report.campaign().id(), "campaign-ordered");
        } catch (ProblemException e) {
            return call.redisplay(e, listScreen(call));
        }
    }

    private static LocalDate day(String typed) {
        try {
            return typed.isEmpty() ? null : LocalDate.parse(typed);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** How far a clean-up has come. */
    @GET
    @Path("/{id}")
    @RequiresPermission(CataloguePermission.VIEW)
    public Response report(@Context PageCall call, @PathParam("id") String id) {
        return call.render(screen(call, id));
    }

    private Screen screen(PageCall call, String id) {
        Ui ui = call.ui();
        CampaignReport report = campaigns.report(id, call.context());
        boolean isOwn = report.orderedBy().id().equals(call.tenant().id());
        List<Option> offices = report.unsigned().stream()
                .filter(office -> isOwn && call.context().actor().isPermitted(office.permission()))
                .map(office -> new Option(office.key(), ui.localize(office.label())))
                .toList();
        boolean isToMakeKnown = call.context().actor().isPermitted(CataloguePermission.REVIEW)
                && report.unsigned().isEmpty()
                && report.cities().stream()
                        .anyMatch(city -> city.made() == null
                                && city.centre().id().equals(call.tenant().id()));
        List<Option> channels = isToMakeKnown
                ? Arrays.stream(PublicityChannel.values())
                        .map(channel -> new Option(channel.key(), ui.localize(channel.label())))
                        .toList()
                : List.of();
        return Screen.working(report.campaign().name(), ItemPages.TEMPLATES.campaign(ui, report, offices, channels))
                .under(ui.t("campaigns.title"), PATH);
    }

    /** An office signs. */
    @POST
    @Path("/{id}/signatures")
    @RequiresPermission(CataloguePermission.OPINE)
    public Response sign(@Context PageCall call, @PathParam("id") String id) {
        try {
            Signature signature = new Signature(
                    ReviewOffice.parse(call.form().text("office")).orElse(null),
                    call.form().text("words"));
            campaigns.sign(id, signature, call.context());
            return call.redirect(PATH + "/" + id, "campaign-signed");
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, id));
        }
    }

    /** A city has made the results known. */
    @POST
    @Path("/{id}/publication")
    @RequiresPermission(CataloguePermission.REVIEW)
    public Response makeKnown(@Context PageCall call, @PathParam("id") String id) {
        try {
            MadeKnown made = new MadeKnown(
                    PublicityChannel.parse(call.form().text("channel")).orElse(null),
                    day(call.form().text("on")),
                    call.form().text("organ"),
                    call.form().text("proof"));
            campaigns.makeKnown(id, made, call.context());
            return call.redirect(PATH + "/" + id, "campaign-known");
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, id));
        }
    }
}
