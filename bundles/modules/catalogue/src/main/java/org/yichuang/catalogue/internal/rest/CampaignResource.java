package org.yichuang.catalogue.internal.rest;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.internal.CampaignReport;
import org.yichuang.catalogue.internal.CampaignReport.Centre;
import org.yichuang.catalogue.internal.CampaignReport.City;
import org.yichuang.catalogue.internal.CampaignReport.Sum;
import org.yichuang.catalogue.internal.Campaigns;
import org.yichuang.catalogue.internal.Campaigns.Listed;
import org.yichuang.catalogue.internal.Campaigns.MadeKnown;
import org.yichuang.catalogue.internal.Campaigns.NewCampaign;
import org.yichuang.catalogue.internal.Campaigns.Signature;
import org.yichuang.catalogue.internal.domain.campaign.Campaign;
import org.yichuang.catalogue.internal.domain.campaign.CampaignWord;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.rest.api.Answers;
import org.yichuang.rest.api.Command;
import org.yichuang.tenancy.api.Tenant;

/** Clean-ups that a centre orders for those below it. */
@Path("/{tenant}/catalogue/campaigns")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class CampaignResource {
    private final Campaigns campaigns;

    /** In front of the service. */
    public CampaignResource(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    /**
     * A clean-up.
     *
     * @param lastDays by level, until when centres of it report
     * @param completeOn until when the cities make the results known
     * @param coSigners the offices that sign
     */
    public record CampaignView(
            String id,
            String name,
            String document,
            String orderedBy,
            LocalDate begunOn,
            Map<String, LocalDate> lastDays,
            LocalDate completeOn,
            List<String> coSigners) {
        static CampaignView of(Campaign.View campaign, Tenant orderedBy) {
            Map<String, LocalDate> days = new TreeMap<>();
            campaign.lastDays().forEach((level, day) -> days.put(level.key(), day));
            return new CampaignView(
                    campaign.id(),
                    campaign.name(),
                    campaign.document(),
                    orderedBy.name(),
                    campaign.begunOn(),
                    days,
                    campaign.completeOn(),
                    campaign.coSigners().stream().map(Enum::name).toList());
        }
    }

    /** How a centre stands; {@code late} when it is, or was. */
    public record CentreView(
            String centre,
            String name,
            String level,
            LocalDate lastDay,
            LocalDate reportedOn,
            String standing,
            boolean late,
            String round,
            Integer items,
            Integer remaining,
            Long statutoryDays,
            Long promisedDays) {
        static CentreView of(Centre centre) {
            boolean told = centre.totals() != null;
            return new CentreView(
                    centre.centre().id().value(),
                    centre.centre().name(),
                    centre.centre().level().key(),
                    centre.lastDay(),
                    centre.reportedOn(),
                    centre.standing().name(),
                    centre.standing().isLate(),
                    centre.round(),
                    told ? centre.totals().items() : null,
                    told ? centre.totals().remaining() : null,
                    told ? centre.totals().statutoryDays() : null,
                    told ? centre.totals().promisedDays() : null);
        }
    }

    /** What an office has said, or how a city has made the results known. */
    public record WordView(String byWhat, String organ, String words, LocalDate on, String by) {
        static WordView of(CampaignWord.View word) {
            return word == null ? null : new WordView(word.byWhat(), word.organ(), word.words(), word.on(), word.by());
        }
    }

    /** A city that makes the results known; {@code late} when it is, or was. */
    public record CityView(String centre, String name, WordView made, boolean late) {
        static CityView of(City city, CampaignReport report) {
            return new CityView(
                    city.centre().id().value(), city.centre().name(), WordView.of(city.made()), report.isLate(city));
        }
    }

    /**
     * How far a clean-up has come.
     *
     * @param sums what the rounds of each level add up to
     */
    public record ReportView(
            CampaignView campaign,
            boolean complete,
            int reported,
            int late,
            List<WordView> signatures,
            List<String> unsigned,
            List<SumView> sums,
            List<CentreView> centres,
            List<CityView> cities) {
        static ReportView of(CampaignReport report) {
            return new ReportView(
                    CampaignView.of(report.campaign(), report.orderedBy()),
                    report.isComplete(),
                    report.reported(),
                    report.late(),
                    report.signatures().stream().map(WordView::of).toList(),
                    report.unsigned().stream().map(Enum::name).toList(),
                    report.sums().stream().map(SumView::of).toList(),
                    report.centres().stream().map(CentreView::of).toList(),
                    report.cities().stream()
                            .map(city -> CityView.of(city, report))
                            .toList());
        }
    }

    /** The rounds of a level together. */
    public record SumView(String level, int rounds, int items, int remaining, long statutoryDays, long promisedDays) {
        static SumView of(Sum sum) {
            return new SumView(
                    sum.level().key(),
                    sum.rounds(),
                    sum.items(),
                    sum.remaining(),
                    sum.statutoryDays(),
                    sum.promisedDays());
        }
    }

    /** The clean-ups of this centre and those above. */
    public record ListView(List<CampaignView> items) {
        static ListView of(List<Listed> listed) {
            return new ListView(listed.stream()
                    .map(each -> CampaignView.of(each.campaign(), each.orderedBy()))
                    .toList());
        }
    }

    /** Returns the clean-ups of this centre and those above, the latest first. */
    @GET
    @RequiresPermission(CataloguePermission.VIEW)
    public ListView list(@Context CallContext context) {
        return ListView.of(campaigns.list(context));
    }

    /** Orders a clean-up for the centres below. */
    @POST
    @Command
    @RequiresPermission(CataloguePermission.REVIEW)
    @Answers(value = ReportView.class, status = 201)
    public Response order(@NotNull @Valid NewCampaign body, @Context CallContext context) {
        CampaignReport report = campaigns.order(body, context);
        URI place = URI.create(
                context.tenant() + "/catalogue/campaigns/" + report.campaign().id());
        return Response.created(place).entity(ReportView.of(report)).build();
    }

    /** Returns how far a clean-up has come here and below: who has reported, who is late, who has signed. */
    @GET
    @Path("{id}")
    @RequiresPermission(CataloguePermission.VIEW)
    public ReportView report(@PathParam("id") String id, @Context CallContext context) {
        return ReportView.of(campaigns.report(id, context));
    }

    /** An office of the ordering centre agrees to the results. */
    @POST
    @Path("{id}/signatures")
    @Command
    @RequiresPermission(CataloguePermission.OPINE)
    public ReportView sign(@PathParam("id") String id, @NotNull @Valid Signature body, @Context CallContext context) {
        return ReportView.of(campaigns.sign(id, body, context));
    }

    /** A city has made the results known to the public. */
    @POST
    @Path("{id}/publication")
    @Command
    @RequiresPermission(CataloguePermission.REVIEW)
    public ReportView makeKnown(
            @PathParam("id") String id, @NotNull @Valid MadeKnown body, @Context CallContext context) {
        return ReportView.of(campaigns.makeKnown(id, body, context));
    }
}
