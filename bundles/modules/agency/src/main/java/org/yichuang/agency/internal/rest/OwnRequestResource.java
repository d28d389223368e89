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
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.yichuang.agency.api.AgencyPermission;
import org.yichuang.agency.internal.AgencyCommands.Entrust;
import org.yichuang.agency.internal.AgencyCommands.Reason;
import org.yichuang.agency.internal.AgencyViews.RequestView;
import org.yichuang.agency.internal.AgencyViews.Summary;
import org.yichuang.agency.internal.RequestDocuments;
import org.yichuang.agency.internal.Requests;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.rest.api.Answers;
import org.yichuang.rest.api.Command;

/** One's own requests for agents. */
@Path("/{tenant}/agency/requests/own")
@Produces(MediaType.APPLICATION_JSON)
public class OwnRequestResource {
    private final Requests requests;
    private final RequestDocuments papers;

    public OwnRequestResource(Requests requests, RequestDocuments papers) {
        this.requests = requests;
        this.papers = papers;
    }

    /** What the own account has asked for, in {@code items} like every list. */
    public record Own(List<Summary> items) {}

    /** The newest first. */
    @GET
    @RequiresPermission(AgencyPermission.REQUEST)
    public Own own(@Context CallContext context) {
        return new Own(requests.own(context));
    }

    /** One. */
    @GET
    @Path("{request}")
    @RequiresPermission(AgencyPermission.REQUEST)
    @Answers(RequestView.class)
    public Response find(@PathParam("request") @Size(max = 40) String id, @Context CallContext context) {
        return Tagged.of(requests.findOwn(id, context));
    }

    /** Entrusts the agent. */
    @POST
    @Path("{request}/entrustment")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(AgencyPermission.REQUEST)
    @Command
    @Answers(RequestView.class)
    public Response entrust(
            @PathParam("request") @Size(max = 40) String id,
            @NotNull @Valid Entrust command,
            @Context CallContext context) {
        return Tagged.of(requests.entrust(id, command, context));
    }

    /** Withdraws it. */
    @POST
    @Path("{request}/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(AgencyPermission.REQUEST)
    @Command
    @Answers(RequestView.class)
    public Response withdraw(
            @PathParam("request") @Size(max = 40) String id,
            @NotNull @Valid Reason command,
            @Context CallContext context) {
        return Tagged.of(requests.withdraw(id, command, context));
    }

    /** The papers. */
    @GET
    @Path("{request}/documents")
    @RequiresPermission(AgencyPermission.REQUEST)
    public DocumentEntry.All documents(@PathParam("request") @Size(max = 40) String id, @Context CallContext context) {
        return DocumentEntry.of(papers.listOwn(id, context), "/api/" + context.tenant() + "/agency/requests/own/" + id);
    }

    /** A paper. */
    @GET
    @Path("{request}/documents/{document}")
    @Produces("application/pdf")
    @RequiresPermission(AgencyPermission.REQUEST)
    @Answers(byte[].class)
    public Response document(
            @PathParam("request") @Size(max = 40) String id,
            @PathParam("document") @Size(max = 40) String document,
            @Context CallContext context) {
        return Tagged.file(papers.ownContent(id, document, context));
    }
}
