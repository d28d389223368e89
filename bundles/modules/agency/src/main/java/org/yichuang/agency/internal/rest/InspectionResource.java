package org.yichuang.agency.internal.rest;

import javax.validation.Valid;
import javax.validation.constraints.NotNull;
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
import org.yichuang.agency.api.AgencyPermission;
import org.yichuang.agency.api.InspectionState;
import org.yichuang.agency.internal.AgencyCommands.Words;
import org.yichuang.agency.internal.InspectionCommands.Call;
import org.yichuang.agency.internal.InspectionCommands.Find;
import org.yichuang.agency.internal.InspectionCommands.Open;
import org.yichuang.agency.internal.InspectionCommands.PutRight;
import org.yichuang.agency.internal.InspectionPapers;
import org.yichuang.agency.internal.InspectionViews.BodyView;
import org.yichuang.agency.internal.InspectionViews.InspectionView;
import org.yichuang.agency.internal.Inspections;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.rest.api.Answers;
import org.yichuang.rest.api.Command;

/** Joint annual inspections. */
@Path("/{tenant}/agency/inspections")
@Produces(MediaType.APPLICATION_JSON)
public class InspectionResource {
    private final Inspections inspections;
    private final InspectionPapers papers;

    public InspectionResource(Inspections inspections, InspectionPapers papers) {
        this.inspections = inspections;
        this.papers = papers;
    }

    /** The newest first. */
    @GET
    @RequiresPermission(AgencyPermission.INSPECTIONS)
    public Page<InspectionView> list(
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") @Size(max = 200) String cursor,
            @Context CallContext context) {
        return inspections.list(PageRequest.of(limit, cursor), context);
    }

    /** Begins one. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(AgencyPermission.INSPECT)
    @Command
    @Answers(value = InspectionView.class, status = 201)
    public Response open(@NotNull @Valid Open command, @Context CallContext context) {
        return Tagged.created(inspections.open(command, context), context);
    }

    /** One. */
    @GET
    @Path("{inspection}")
    @RequiresPermission(AgencyPermission.INSPECTIONS)
    @Answers(InspectionView.class)
    public Response find(@PathParam("inspection") @Size(max = 40) String id, @Context CallContext context) {
        return Tagged.of(inspections.find(id, context));
    }

    /** The bodies that are called. */
    @GET
    @Path("{inspection}/bodies")
    @RequiresPermission(AgencyPermission.INSPECTIONS)
    public Page<BodyView> bodies(
            @PathParam("inspection") @Size(max = 40) String id,
            @QueryParam("state") InspectionState state,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") @Size(max = 200) String cursor,
            @Context CallContext context) {
        return inspections.bodies(id, state, PageRequest.of(limit, cursor), context);
    }

    /** Calls bodies. */
    @POST
    @Path("{inspection}/bodies")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(AgencyPermission.INSPECT)
    @Command
    @Answers(InspectionView.class)
    public Response call(
            @PathParam("inspection") @Size(max = 40) String id,
            @NotNull @Valid Call command,
            @Context CallContext context) {
        return Tagged.of(inspections.call(id, command, context));
    }

    /** One body. */
    @GET
    @Path("{inspection}/bodies/{body}")
    @RequiresPermission(AgencyPermission.INSPECTIONS)
    @Answers(BodyView.class)
    public Response body(
            @PathParam("inspection") @Size(max = 40) String id,
            @PathParam("body") @Size(max = 40) String body,
            @Context CallContext context) {
        return Tagged.of(inspections.body(id, body, context));
    }

    /** The papers by which it is called. */
    @GET
    @Path("{inspection}/bodies/{body}/documents")
    @RequiresPermission(AgencyPermission.INSPECTIONS)
    public DocumentEntry.All documents(
            @PathParam("inspection") @Size(max = 40) String id,
            @PathParam("body") @Size(max = 40) String body,
            @Context CallContext context) {
        String at = "/api/" + context.tenant() + "/agency/inspections/" + id + "/bodies/" + body;
        return DocumentEntry.of(papers.list(id, body, context), at);
    }

    /** One of them. */
    @GET
    @Path("{inspection}/bodies/{body}/documents/{document}")
    @Produces("application/pdf")
    @RequiresPermission(AgencyPermission.INSPECTIONS)
    @Answers(byte[].class)
    public Response document(
            @PathParam("inspection") @Size(max = 40) String id,
            @PathParam("body") @Size(max = 40) String body,
            @PathParam("document") @Size(max = 40) String document,
            @Context CallContext context) {
        return Tagged.file(papers.content(id, body, document, context));
    }

    /** Says what one's department has found. */
    @POST
    @Path("{inspection}/bodies/{body}/findings")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(AgencyPermission.FIND)
    @Command
    @Answers(BodyView.class)
    public Response find(
            @PathParam("inspection") @Size(max = 40) String id,
            @PathParam("body") @Size(max = 40) String body,
            @NotNull @Valid Find command,
            @Context CallContext context) {
        return Tagged.of(inspections.find(id, body, command, context));
    }

    /** Says that something is put right. */
    @POST
    @Path("{inspection}/bodies/{body}/putting-right")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(AgencyPermission.FIND)
    @Command
    @Answers(BodyView.class)
    public Response putRight(
            @PathParam("inspection") @Size(max = 40) String id,
            @PathParam("body") @Size(max = 40) String body,
            @NotNull @Valid PutRight command,
            @Context CallContext context) {
        return Tagged.of(inspections.putRight(id, body, command, context));
    }

    /** Ends it. */
    @POST
    @Path("{inspection}/closure")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(AgencyPermission.INSPECT)
    @Command
    @Answers(InspectionView.class)
    public Response close(
            @PathParam("inspection") @Size(max = 40) String id,
            @NotNull @Valid Words command,
            @Context CallContext context) {
        return Tagged.of(inspections.close(id, command, context));
    }
}
