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
import org.yichuang.agency.internal.AgencyCommands.Agree;
import org.yichuang.agency.internal.AgencyCommands.Present;
import org.yichuang.agency.internal.AgencyCommands.Reason;
import org.yichuang.agency.internal.AgencyViews.AgreementView;
import org.yichuang.agency.internal.AgencyViews.RecognitionView;
import org.yichuang.agency.internal.Recognitions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.rest.api.Answers;
import org.yichuang.rest.api.Command;

/** Agreements with bodies whose signed reviews are recognised, and what is recognised under them. */
@Path("/{tenant}/agency/agreements")
@Produces(MediaType.APPLICATION_JSON)
public class AgreementResource {
    private final Recognitions recognitions;

    public AgreementResource(Recognitions recognitions) {
        this.recognitions = recognitions;
    }

    /** The newest first. */
    @GET
    @RequiresPermission(AgencyPermission.VIEW)
    public Page<AgreementView> list(
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") @Size(max = 200) String cursor,
            @Context CallContext context) {
        return recognitions.list(PageRequest.of(limit, cursor), context);
    }

    /** Enters one. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(AgencyPermission.AGREE)
    @Command
    @Answers(value = AgreementView.class, status = 201)
    public Response agree(@NotNull @Valid Agree command, @Context CallContext context) {
        return Tagged.created("agreements", recognitions.agree(command, context), context);
    }

    /** One. */
    @GET
    @Path("{agreement}")
    @RequiresPermission(AgencyPermission.VIEW)
    @Answers(AgreementView.class)
    public Response find(@PathParam("agreement") @Size(max = 40) String id, @Context CallContext context) {
        return Tagged.of(recognitions.find(id, context));
    }

    /** Ends one before its day. */
    @POST
    @Path("{agreement}/end")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(AgencyPermission.AGREE)
    @Command
    @Answers(AgreementView.class)
    public Response end(
            @PathParam("agreement") @Size(max = 40) String id,
            @NotNull @Valid Reason command,
            @Context CallContext context) {
        return Tagged.of(recognitions.end(id, command, context));
    }

    /** What is recognised under one. */
    @GET
    @Path("{agreement}/reviews")
    @RequiresPermission(AgencyPermission.VIEW)
    public Page<RecognitionView> under(
            @PathParam("agreement") @Size(max = 40) String id,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") @Size(max = 200) String cursor,
            @Context CallContext context) {
        return recognitions.under(id, PageRequest.of(limit, cursor), context);
    }

    /** Presents a signed review with a case. */
    @POST
    @Path("{agreement}/reviews")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(AgencyPermission.TAKE_IN)
    @Command
    public RecognitionView present(
            @PathParam("agreement") @Size(max = 40) String id,
            @NotNull @Valid Present command,
            @Context CallContext context) {
        return recognitions.present(id, command, context);
    }

    /** Takes one back that was presented by mistake. */
    @POST
    @Path("{agreement}/reviews/{case}/taking-back")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(AgencyPermission.TAKE_IN)
    @Command
    public RecognitionView takeBack(
            @PathParam("agreement") @Size(max = 40) String id,
            @PathParam("case") @Size(max = 100) String caseNumber,
            @NotNull @Valid Reason command,
            @Context CallContext context) {
        return recognitions.takeBack(id, caseNumber, command, context);
    }
}
