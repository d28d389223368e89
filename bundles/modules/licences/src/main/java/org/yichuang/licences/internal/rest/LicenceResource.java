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
import javax.ws.rs.core.Response;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.licences.api.LicencePermission;
import org.yichuang.licences.api.LicenceState;
import org.yichuang.licences.internal.LicenceDecisions;
import org.yichuang.licences.internal.LicenceDeliveries;
import org.yichuang.licences.internal.LicenceRequests;
import org.yichuang.licences.internal.LicenceView;
import org.yichuang.licences.internal.LicenceView.Filter;
import org.yichuang.licences.internal.LicenceView.Published;
import org.yichuang.licences.internal.LicenceView.Summary;
import org.yichuang.licences.internal.Licences;
import org.yichuang.rest.api.Answers;
import org.yichuang.rest.api.Command;
import org.yichuang.rest.api.EntityTags;
import org.yichuang.web.api.AllowEveryone;

/** The register of results. */
@Path("/{tenant}/licences")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class LicenceResource {
    private final Licences licences;
    private final LicenceDecisions decisions;
    private final LicenceDeliveries deliveries;

    public LicenceResource(Licences licences, LicenceDecisions decisions, LicenceDeliveries deliveries) {
        this.licences = licences;
        this.decisions = decisions;
        this.deliveries = deliveries;
    }

    /** The results of the centre; {@code holder} is a name or the number of a document, whole. */
    @GET
    @RequiresPermission(LicencePermission.VIEW)
    public Page<Summary> list(
            @QueryParam("holder") @Size(max = 200) String holder,
            @QueryParam("state") LicenceState state,
            @QueryParam("item") @Size(max = 64) String item,
            @QueryParam("number") @Size(max = 200) String number,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") @Size(max = 200) String cursor,
            @Context CallContext context) {
        Filter filter = new Filter(state, given(item), given(holder), given(number), false);
        return licences.list(filter, PageRequest.of(limit, cursor), context);
    }

    /** Those that are to be revoked, since a declaration was untrue. */
    @GET
    @Path("/revocation-due")
    @RequiresPermission(LicencePermission.VIEW)
    public Page<Summary> revocationDue(
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") @Size(max = 200) String cursor,
            @Context CallContext context) {
        return licences.list(new Filter(null, null, null, null, true), PageRequest.of(limit, cursor), context);
    }

    /** Those of which a decision has still to reach the holder. */
    @GET
    @Path("/undelivered")
    @RequiresPermission(LicencePermission.VIEW)
    public Page<Summary> undelivered(
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") @Size(max = 200) String cursor,
            @Context CallContext context) {
        return licences.list(Filter.UNDELIVERED, PageRequest.of(limit, cursor), context);
    }

    /** What was granted, for everybody (art. 40); {@code holder} is a name or the number of a document, whole. */
    @GET
    @Path("/published")
    @AllowEveryone
    public Page<Published> published(
            @QueryParam("holder") @Size(max = 200) String holder,
            @QueryParam("state") LicenceState state,
            @QueryParam("item") @Size(max = 64) String item,
            @QueryParam("number") @Size(max = 200) String number,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") @Size(max = 200) String cursor,
            @Context CallContext context) {
        Filter filter = new Filter(state, given(item), given(holder), given(number), false);
        return licences.published(filter, PageRequest.of(limit, cursor), context);
    }

    static String given(String parameter) {
        return parameter == null || parameter.isBlank() ? null : parameter.strip();
    }

    private static Response tagged(LicenceView view) {
        return Response.ok(view).header("ETag", EntityTags.of(view.version())).build();
    }

    @GET
    @Path("/{licence}")
    @RequiresPermission(LicencePermission.VIEW)
    @Answers(LicenceView.class)
    public Response find(@PathParam("licence") String id, @Context CallContext context) {
        return tagged(licences.find(id, context));
    }

    /** No command: it changes nothing of the result, its answer is kept nowhere, and each time is journaled. */
    @POST
    @Path("/{licence}/unmask")
    @RequiresPermission(LicencePermission.UNMASK)
    @Answers(LicenceView.class)
    public Response unmask(
            @PathParam("licence") String id, @Valid LicenceRequests.Unmask request, @Context CallContext context) {
        return tagged(licences.unmask(id, request, context));
    }

    @POST
    @Path("/{licence}/revocation")
    @RequiresPermission(LicencePermission.DECIDE)
    @Command
    @Answers(LicenceView.class)
    public Response revoke(
            @PathParam("licence") String id, @Valid LicenceRequests.Revoke request, @Context CallContext context) {
        return tagged(licences.find(decisions.revoke(id, request, context).id(), context));
    }

    @POST
    @Path("/{licence}/revocation-declined")
    @RequiresPermission(LicencePermission.DECIDE)
    @Command
    @Answers(LicenceView.class)
    public Response decline(
            @PathParam("licence") String id, @Valid LicenceRequests.Decline request, @Context CallContext context) {
        return tagged(licences.find(decisions.decline(id, request, context).id(), context));
    }

    @POST
    @Path("/{licence}/withdrawal")
    @RequiresPermission(LicencePermission.DECIDE)
    @Command
    @Answers(LicenceView.class)
    public Response withdraw(
            @PathParam("licence") String id, @Valid LicenceRequests.Withdraw request, @Context CallContext context) {
        return tagged(licences.find(decisions.withdraw(id, request, context).id(), context));
    }

    @POST
    @Path("/{licence}/cancellation")
    @RequiresPermission(LicencePermission.DECIDE)
    @Command
    @Answers(LicenceView.class)
    public Response cancel(
            @PathParam("licence") String id, @Valid LicenceRequests.Cancel request, @Context CallContext context) {
        return tagged(licences.find(decisions.cancel(id, request, context).id(), context));
    }

    @POST
    @Path("/{licence}/withholding")
    @RequiresPermission(LicencePermission.DECIDE)
    @Command
    @Answers(LicenceView.class)
    public Response withhold(
            @PathParam("licence") String id, @Valid LicenceRequests.Withhold request, @Context CallContext context) {
        return tagged(licences.find(decisions.withhold(id, request, context).id(), context));
    }

    @POST
    @Path("/{licence}/disclosure")
    @RequiresPermission(LicencePermission.DECIDE)
    @Command
    @Answers(LicenceView.class)
    public Response disclose(
            @PathParam("licence") String id, @Valid LicenceRequests.Disclose request, @Context CallContext context) {
        return tagged(licences.find(decisions.disclose(id, request, context).id(), context));
    }

    @POST
    @Path("/{licence}/delivery")
    @RequiresPermission(LicencePermission.DELIVER)
    @Command
    @Answers(LicenceView.class)
    public Response deliver(
            @PathParam("licence") String id, @Valid LicenceRequests.Deliver request, @Context CallContext context) {
        return tagged(licences.find(deliveries.deliver(id, request, context), context));
    }
}
