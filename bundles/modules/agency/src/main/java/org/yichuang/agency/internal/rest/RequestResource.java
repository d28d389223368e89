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
import org.yichuang.agency.internal.AgencyCommands.Assign;
import org.yichuang.agency.internal.AgencyCommands.Consent;
import org.yichuang.agency.internal.AgencyCommands.Entrust;
import org.yichuang.agency.internal.AgencyCommands.Lodge;
import org.yichuang.agency.internal.AgencyCommands.Reason;
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

/** Requests for agents, as the staff see them. */
@Path("/{tenant}/agency/requests")
@Produces(MediaType.APPLICATION_JSON)
public class RequestResource {
    private final Requests requests;
    private final RequestDocuments papers;

    public RequestResource(Requests requests, RequestDocuments papers) {
        this.requests = requests;
        this.papers = papers;
    }

    /** Those of the centre, the newest first. */
    @GET
    @RequiresPermission(AgencyPermission.VIEW)
    public Page<Summary> list(
            @QueryParam("state") RequestState state,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") @Size(max = 200) String cursor,
            @Context CallContext context) {
        return requests.list(state, PageRequest.of(limit, cursor), context);
    }

    /** One. */
    @GET
    @Path("{request}")
    @RequiresPermission(AgencyPermission.VIEW)
    @Answers(RequestView.class)
    public Response find(@PathParam("request") @Size(max = 40) String id, @Context CallContext context) {
        return Tagged.of(requests.find(id, context));
    }

    /** Asks for an agent on one's own behalf. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(AgencyPermission.REQUEST)
    @Command
    @Answers(value = RequestView.class, status = 201)
    public Response request(@NotNull @Valid Lodge command, @Context CallContext context) {
        return Tagged.created("requests/own", requests.request(command, context), context);
    }

    /** Takes in what somebody asks for at the window. */
    @POST
    @Path("at-window")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(AgencyPermission.TAKE_IN)
    @Command
    @Answers(value = RequestView.class, status = 201)
    public Response takeIn(@NotNull @Valid Lodge command, @Context CallContext context) {
        return Tagged.created("requests", requests.takeIn(command, context), context);
    }

    /** Consents. */
    @POST
    @Path("{request}/consent")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(AgencyPermission.DECIDE)
    @Command
    @Answers(RequestView.class)
    public Response consent(
            @PathParam("request") @Size(max = 40) String id,
            @NotNull @Valid Consent command,
            @Context CallContext context) {
        return Tagged.of(requests.consent(id, command, context));
    }

    /** Refuses. */
    @POST
    @Path("{request}/refusal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(AgencyPermission.DECIDE)
    @Command
    @Answers(RequestView.class)
    public Response refuse(
            @PathParam("request") @Size(max = 40) String id,
            @NotNull @Valid Words command,
            @Context CallContext context) {
        return Tagged.of(requests.refuse(id, command, context));
    }

    /** Assigns an agent, or another one. */
    @POST
    @Path("{request}/assignment")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(AgencyPermission.DECIDE)
    @Command
    @Answers(RequestView.class)
    public Response assign(
            @PathParam("request") @Size(max = 40) String id,
            @NotNull @Valid Assign command,
            @Context CallContext context) {
        return Tagged.of(requests.assign(id, command, context));
    }

    /** Writes down that the applicant has signed the entrustment on paper. */
    @POST
    @Path("{request}/entrustment")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(AgencyPermission.TAKE_IN)
    @Command
    @Answers(RequestView.class)
    public Response entrust(
            @PathParam("request") @Size(max = 40) String id,
            @NotNull @Valid Entrust command,
            @Context CallContext context) {
        return Tagged.of(requests.entrustOnPaper(id, command, context));
    }

    /** Withdraws what the applicant wants no more. */
    @POST
    @Path("{request}/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(AgencyPermission.TAKE_IN)
    @Command
    @Answers(RequestView.class)
    public Response withdraw(
            @PathParam("request") @Size(max = 40) String id,
            @NotNull @Valid Reason command,
            @Context CallContext context) {
        return Tagged.of(requests.withdrawAtWindow(id, command, context));
    }

    /** Opens numbers and telephones; no command: it changes nothing, and each time is journaled. */
    @POST
    @Path("{request}/unmask")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(AgencyPermission.UNMASK)
    @Answers(RequestView.class)
    public Response unmask(
            @PathParam("request") @Size(max = 40) String id,
            @NotNull @Valid Reason command,
            @Context CallContext context) {
        return Tagged.of(requests.unmask(id, command, context));
    }

    /** The papers. */
    @GET
    @Path("{request}/documents")
    @RequiresPermission(AgencyPermission.VIEW)
    public DocumentEntry.All documents(@PathParam("request") @Size(max = 40) String id, @Context CallContext context) {
        return DocumentEntry.of(papers.list(id, context), "/api/" + context.tenant() + "/agency/requests/" + id);
    }

    /** A paper. */
    @GET
    @Path("{request}/documents/{document}")
    @Produces("application/pdf")
    @RequiresPermission(AgencyPermission.VIEW)
    @Answers(byte[].class)
    public Response document(
            @PathParam("request") @Size(max = 40) String id,
            @PathParam("document") @Size(max = 40) String document,
            @Context CallContext context) {
        return Tagged.file(papers.content(id, document, context));
    }
}
