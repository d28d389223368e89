package org.yichuang.catalogue.internal.rest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
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
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.internal.CompressionTargets;
import org.yichuang.catalogue.internal.CompressionTargets.Holding;
import org.yichuang.catalogue.internal.CompressionTargets.NewTarget;
import org.yichuang.catalogue.internal.CompressionTargets.Report;
import org.yichuang.catalogue.internal.domain.targets.TargetRanking;
import org.yichuang.catalogue.internal.domain.targets.TargetRanking.Ranked;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.rest.api.Command;
import org.yichuang.tenancy.api.Tenants;

/** By how much limits are to become shorter in a year, and which centres have reached it. */
@Path("/{tenant}/catalogue/compression-targets")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class TargetResource {
    private final CompressionTargets targets;
    private final Tenants tenants;

    /** In front of the service. */
    public TargetResource(CompressionTargets targets, Tenants tenants) {
        this.targets = targets;
        this.tenants = tenants;
    }

    /** A target. */
    public record TargetView(String setBy, int percent, String document, LocalDate setOn, long revision) {
        static TargetView of(Holding holding) {
            return new TargetView(
                    holding.setBy().name(),
                    holding.target().percent(),
                    holding.target().document(),
                    holding.target().setOn(),
                    holding.target().revision());
        }
    }

    /**
     * What a centre has reached.
     *
     * @param cut by how many per cent promises are shorter than the law; null without a round in the year
     * @param rank among the centres of its level, by fractions; null without a round
     */
    public record CentreView(
            String centre,
            String name,
            String level,
            Long statutoryDays,
            Long promisedDays,
            BigDecimal cut,
            boolean reached,
            Integer rank) {
        static CentreView of(Ranked ranked, Tenants tenants) {
            boolean known = ranked.gain() != null;
            return new CentreView(
                    ranked.centre().value(),
                    tenants.get(ranked.centre()).name(),
                    tenants.get(ranked.centre()).level().key(),
                    known ? ranked.gain().from() : null,
                    known ? ranked.gain().to() : null,
                    known ? ranked.gain().percent().orElse(null) : null,
                    ranked.reached(),
                    ranked.rank() == 0 ? null : ranked.rank());
        }
    }

    /**
     * What has been reached in a year.
     *
     * @param target the nearest of this centre and those above, or null
     * @param reached how many of the centres below have reached it
     * @param cut by how many per cent all below together have cut: a sum of days, not a mean
     * @param mean the mean of the per cents of those below
     */
    public record ReportView(
            int year,
            TargetView target,
            CentreView own,
            int reached,
            BigDecimal cut,
            BigDecimal mean,
            List<CentreView> centres) {
        static ReportView of(Report report, Tenants tenants) {
            return new ReportView(
                    report.year(),
                    report.target().map(TargetView::of).orElse(null),
                    CentreView.of(report.own(), tenants),
                    report.reached(),
                    TargetRanking.sum(report.centres()).percent().orElse(null),
                    TargetRanking.mean(report.centres()).orElse(null),
                    report.centres().stream()
                            .map(each -> CentreView.of(each, tenants))
                            .toList());
        }
    }

    /** Sets the target of a year, in place of what was said before. */
    @POST
    @Command
    @RequiresPermission(CataloguePermission.REVIEW)
    public ReportView set(@NotNull @Valid NewTarget body, @Context CallContext context) {
        return ReportView.of(targets.set(body, context), tenants);
    }

    /** Returns what this centre and those below it have reached in a year. */
    @GET
    @Path("{year}")
    @RequiresPermission(CataloguePermission.VIEW)
    public ReportView report(@PathParam("year") int year, @Context CallContext context) {
        return ReportView.of(targets.report(year, context), tenants);
    }
}
