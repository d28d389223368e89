package org.yichuang.catalogue.internal.rest;

import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.internal.LimitChecks;
import org.yichuang.catalogue.internal.LimitChecks.Simulation;
import org.yichuang.catalogue.internal.rest.CheckViews.LimitReport;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.RequiresPermission;

/** The limits of a catalogue against its centre's compression policy. */
@Path("/{tenant}/catalogue/compression")
@Produces(MediaType.APPLICATION_JSON)
public class LimitResource {
    private final LimitChecks limits;

    /** In front of the service. */
    public LimitResource(LimitChecks limits) {
        this.limits = limits;
    }

    /** Holds what is published against the centre's compression policy; other days show what would come of them. */
    @GET
    @RequiresPermission(CataloguePermission.VIEW)
    public LimitReport compression(
            @QueryParam("longDays") Integer longDays,
            @QueryParam("unlimitedDays") Integer unlimitedDays,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor,
            @Context CallContext context) {
        Simulation simulation = new Simulation(Optional.ofNullable(longDays), Optional.ofNullable(unlimitedDays));
        return LimitReport.of(limits.catalogue(simulation, PageRequest.of(limit, cursor), context));
    }
}
