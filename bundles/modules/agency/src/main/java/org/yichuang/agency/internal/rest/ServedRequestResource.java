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
import org.yichuang.agency.api.RequestState;
import org.yichuang.agency.internal.AgencyCommands.Attach;
import org.yichuang.agency.internal.AgencyCommands.Complete;
import org.yichuang.agency.internal.AgencyCommands.Words;
import org.yichuang.agency.internal.AgencyViews.RequestView;
import org.yichuang.agency.internal.AgencyViews.Summary;
import org.yichuang.agency.internal.RequestDocuments;
import org.yichuang.agency.internal.Requests;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.rest.api.Answers;
import org.yichuang.rest.api.Command;

/** Requests that the account which asks is assigned as an agent. */
@Path("/{tenant}/agency/requests/served")
@Produces(MediaType.APPLICATION_JSON)
public class ServedRequestResource {
    private final Requests requests;
    private final RequestDocuments papers;

    public ServedRequestResource(Requests requests, RequestDocuments papers) {
        this.requests = requests;
        this.papers = papers;
    }

    /** The newest first. */
    @GET
    @RequiresPermission(AgencyPermission.SERVE)
    public Page<Summary> list(
            @QueryParam("state") RequestState state,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") @Size(max = 200) String cursor,
            @Context CallContext context) {
        return requests.assigned(state, PageRequest.of(limit, cursor), context);
    }

    /** One. */
    @GET
    @Path("{request}")
    @RequiresPermission(AgencyPermission.SERVE)
    @Answers(RequestView.class)
    public Response find(@PathParam("request") @Size(max = 40) String id, @Context CallContext context) {
        return Tagged.of(requests.findServed(id, context));
    }

    /** Attaches a case that was handed in for the applicant. */
    @POST
    @Path("{request}/cases")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(AgencyPermission.SERVE)
    @Command
    @Answers(RequestView.class)
    public Response attach(
            @PathParam("request") @Size(max = 40) String id,
            @NotNull @Valid Attach command,
            @Context CallContext context) {
        return Tagged.of(requests.attach(id, command, context));
    }

    /** Says how it stands. */
    @POST
    @Path("{request}/report")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(AgencyPermission.SERVE)
    @Command
    @Answers(RequestView.class)
    public Response report(
            @PathParam("request") @Size(max = 40) String id,
            @NotNull @Valid Words command,
            @Context CallContext context) {
        return Tagged.of(requests.report(id, command, context));
    }

    /** Says that all has been done. */
    @POST
    @Path("{request}/completion")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(AgencyPermission.SERVE)
    @Command
    @Answers(RequestView.class)
    public Response complete(
            @PathParam("request") @Size(max = 40) String id,
            @NotNull @Valid Complete command,
            @Context CallContext context) {
        return Tagged.of(requests.complete(id, command, context));
    }

    /** The papers. */
    @GET
    @Path("{request}/documents")
    @RequiresPermission(AgencyPermission.SERVE)
    public DocumentEntry.All documents(@PathParam("request") @Size(max = 40) String id, @Context CallContext context) {
        return DocumentEntry.of(
                papers.listServed(id, context), "/api/" + context.tenant() + "/agency/requests/served/" + id);
    }

    /** A paper. */
    @GET
    @Path("{request}/documents/{document}")
    @Produces("application/pdf")
    @RequiresPermission(AgencyPermission.SERVE)
    @Answers(byte[].class)
    public Response document(
            @PathParam("request") @Size(max = 40) String id,
            @PathParam("document") @Size(max = 40) String document,
            @Context CallContext context) {
        return Tagged.file(papers.servedContent(id, document, context));
    }
}
