package org.yichuang.agency.internal.rest;

import java.util.List;
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
import org.yichuang.agency.api.JointState;
import org.yichuang.agency.internal.AgencyCommands.Reason;
import org.yichuang.agency.internal.AgencyCommands.Words;
import org.yichuang.agency.internal.JointCommands.Ask;
import org.yichuang.agency.internal.JointCommands.Consent;
import org.yichuang.agency.internal.JointCommands.Withdraw;
import org.yichuang.agency.internal.JointPapers;
import org.yichuang.agency.internal.JointRequests;
import org.yichuang.agency.internal.JointViews.JointSummary;
import org.yichuang.agency.internal.JointViews.JointView;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.rest.api.Answers;
import org.yichuang.rest.api.Command;

/** Requests that items be handled jointly. */
@Path("/{tenant}/agency/joint-requests")
@Produces(MediaType.APPLICATION_JSON)
public class JointRequestResource {
    private final JointRequests requests;
    private final JointPapers papers;

    public JointRequestResource(JointRequests requests, JointPapers papers) {
        this.requests = requests;
        this.papers = papers;
    }

    /** The newest first. */
    @GET
    @RequiresPermission(AgencyPermission.VIEW)
    public Page<JointSummary> list(
            @QueryParam("state") JointState state,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") @Size(max = 200) String cursor,
            @Context CallContext context) {
        return requests.list(state, PageRequest.of(limit, cursor), context);
    }

    /** One. */
    @GET
    @Path("{request}")
    @RequiresPermission(AgencyPermission.VIEW)
    @Answers(JointView.class)
    public Response find(@PathParam("request") @Size(max = 40) String id, @Context CallContext context) {
        return Tagged.of(requests.find(id, context));
    }

    /** Asks for joint handling on one's own behalf. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(AgencyPermission.REQUEST)
    @Command
    @Answers(value = JointView.class, status = 201)
    public Response ask(@NotNull @Valid Ask command, @Context CallContext context) {
        return Tagged.created("joint-requests/own", requests.ask(command, context), context);
    }

    /** Takes in what somebody asks for at the window. */
    @POST
    @Path("at-window")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(AgencyPermission.TAKE_IN)
    @Command
    @Answers(value = JointView.class, status = 201)
    public Response takeIn(@NotNull @Valid Ask command, @Context CallContext context) {
        return Tagged.created("joint-requests", requests.takeIn(command, context), context);
    }

    /** Consents. */
    @POST
    @Path("{request}/consent")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(AgencyPermission.JOIN)
    @Command
    @Answers(JointView.class)
    public Response consent(
            @PathParam("request") @Size(max = 40) String id,
            @NotNull @Valid Consent command,
            @Context CallContext context) {
        return Tagged.of(requests.consent(id, command, context));
    }

    /** Declines. */
    @POST
    @Path("{request}/refusal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(AgencyPermission.JOIN)
    @Command
    @Answers(JointView.class)
    public Response decline(
            @PathParam("request") @Size(max = 40) String id,
            @NotNull @Valid Words command,
            @Context CallContext context) {
        return Tagged.of(requests.decline(id, command, context));
    }

    /** Withdraws it at the window. */
    @POST
    @Path("{request}/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(AgencyPermission.TAKE_IN)
    @Command
    @Answers(JointView.class)
    public Response withdraw(
            @PathParam("request") @Size(max = 40) String id,
            @NotNull @Valid Withdraw command,
            @Context CallContext context) {
        return Tagged.of(requests.withdrawAtWindow(id, command, context));
    }

    /** Shows it with number and telephone. */
    @POST
    @Path("{request}/unmask")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(AgencyPermission.UNMASK)
    @Answers(JointView.class)
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
        return DocumentEntry.of(papers.list(id, context), below(context, id));
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

    /** What the own account has asked for, in {@code items} like every list. */
    public record Own(List<JointSummary> items) {}

    /** One's own, the newest first. */
    @GET
    @Path("own")
    @RequiresPermission(AgencyPermission.REQUEST)
    public Own own(@Context CallContext context) {
        return new Own(requests.own(context));
    }

    /** One of one's own. */
    @GET
    @Path("own/{request}")
    @RequiresPermission(AgencyPermission.REQUEST)
    @Answers(JointView.class)
    public Response findOwn(@PathParam("request") @Size(max = 40) String id, @Context CallContext context) {
        return Tagged.of(requests.findOwn(id, context));
    }

    /** Withdraws it. */
    @POST
    @Path("own/{request}/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(AgencyPermission.REQUEST)
    @Command
    @Answers(JointView.class)
    public Response withdrawOwn(
            @PathParam("request") @Size(max = 40) String id,
            @NotNull @Valid Reason command,
            @Context CallContext context) {
        return Tagged.of(requests.withdraw(id, command, context));
    }

    /** Its papers. */
    @GET
    @Path("own/{request}/documents")
    @RequiresPermission(AgencyPermission.REQUEST)
    public DocumentEntry.All ownDocuments(
            @PathParam("request") @Size(max = 40) String id, @Context CallContext context) {
        return DocumentEntry.of(papers.listOwn(id, context), below(context, "own/" + id));
    }

    /** One of its papers. */
    @GET
    @Path("own/{request}/documents/{document}")
    @Produces("application/pdf")
    @RequiresPermission(AgencyPermission.REQUEST)
    @Answers(byte[].class)
    public Response ownDocument(
            @PathParam("request") @Size(max = 40) String id,
            @PathParam("document") @Size(max = 40) String document,
            @Context CallContext context) {
        return Tagged.file(papers.ownContent(id, document, context));
    }

    private static String below(CallContext context, String id) {
        return "/api/" + context.tenant() + "/agency/joint-requests/" + id;
    }
}
