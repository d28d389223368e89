package org.yichuang.licences.internal.rest;

import javax.validation.Valid;
import javax.validation.constraints.Size;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.licences.api.LicencePermission;
import org.yichuang.licences.internal.Breaches;
import org.yichuang.licences.internal.LicenceRequests;
import org.yichuang.rest.api.Command;

/** Who has not kept a promise. */
@Path("/{tenant}/licences/breaches")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class BreachResource {
    private final Breaches breaches;

    public BreachResource(Breaches breaches) {
        this.breaches = breaches;
    }

    @GET
    @RequiresPermission(LicencePermission.VIEW)
    public Page<Breaches.View> list(
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") @Size(max = 200) String cursor,
            @Context CallContext context) {
        return breaches.list(PageRequest.of(limit, cursor), context);
    }

    @POST
    @Path("/{breach}/repair")
    @RequiresPermission(LicencePermission.DECIDE)
    @Command
    public Breaches.View repair(
            @PathParam("breach") String id, @Valid LicenceRequests.RepairBreach request, @Context CallContext context) {
        return breaches.repair(id, request, context);
    }
}
