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
import org.yichuang.licences.internal.Grants;
import org.yichuang.licences.internal.LicenceRequests;
import org.yichuang.licences.internal.LicenceView.Filter;
import org.yichuang.rest.api.Command;
import org.yichuang.web.api.AllowEveryone;

/** Decisions that grant. */
@Path("/{tenant}/licences/grants")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class GrantResource {
    private final Grants grants;

    public GrantResource(Grants grants) {
        this.grants = grants;
    }

    /** Those of the departments of whoever asks, what is withheld among them. */
    @GET
    @RequiresPermission(LicencePermission.VIEW)
    public Page<Grants.View> list(
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") @Size(max = 200) String cursor,
            @Context CallContext context) {
        return grants.list(PageRequest.of(limit, cursor), context);
    }

    /** What has been granted, for everybody, from the decision on (art. 40). */
    @GET
    @Path("/published")
    @AllowEveryone
    public Page<Grants.Decided> published(
            @QueryParam("holder") @Size(max = 200) String holder,
            @QueryParam("item") @Size(max = 64) String item,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") @Size(max = 200) String cursor,
            @Context CallContext context) {
        Filter filter = new Filter(null, LicenceResource.given(item), LicenceResource.given(holder), null, false);
        return grants.published(filter, PageRequest.of(limit, cursor), context);
    }

    @POST
    @Path("/{case}/withholding")
    @RequiresPermission(LicencePermission.DECIDE)
    @Command
    public Grants.View withhold(
            @PathParam("case") String caseNumber,
            @Valid LicenceRequests.WithholdGrant request,
            @Context CallContext context) {
        grants.withhold(caseNumber, request, context);
        return grants.find(caseNumber, context);
    }

    @POST
    @Path("/{case}/disclosure")
    @RequiresPermission(LicencePermission.DECIDE)
    @Command
    public Grants.View disclose(
            @PathParam("case") String caseNumber,
            @Valid LicenceRequests.DiscloseGrant request,
            @Context CallContext context) {
        grants.disclose(caseNumber, request, context);
        return grants.find(caseNumber, context);
    }
}
