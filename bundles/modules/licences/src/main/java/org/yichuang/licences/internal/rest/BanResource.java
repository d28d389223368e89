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
import org.yichuang.licences.internal.Bans;
import org.yichuang.licences.internal.LicenceRequests;
import org.yichuang.rest.api.Command;

/** Who may not apply again yet. */
@Path("/{tenant}/licences/bans")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class BanResource {
    private final Bans bans;

    public BanResource(Bans bans) {
        this.bans = bans;
    }

    @GET
    @RequiresPermission(LicencePermission.VIEW)
    public Page<Bans.View> list(
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") @Size(max = 200) String cursor,
            @Context CallContext context) {
        return bans.list(PageRequest.of(limit, cursor), context);
    }

    @POST
    @Path("/{ban}/lifting")
    @RequiresPermission(LicencePermission.DECIDE)
    @Command
    public Bans.View lift(
            @PathParam("ban") String id, @Valid LicenceRequests.LiftBan request, @Context CallContext context) {
        return bans.lift(id, request, context);
    }
}
