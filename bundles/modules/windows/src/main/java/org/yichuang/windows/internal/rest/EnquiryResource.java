package org.yichuang.windows.internal.rest;

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
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.rest.api.Answers;
import org.yichuang.rest.api.Command;
import org.yichuang.windows.api.EnquiryState;
import org.yichuang.windows.api.WindowsPermission;
import org.yichuang.windows.internal.AssessmentCommands.AnswerEnquiry;
import org.yichuang.windows.internal.AssessmentCommands.HandOver;
import org.yichuang.windows.internal.AssessmentCommands.OpenEnquiry;
import org.yichuang.windows.internal.Enquiries;
import org.yichuang.windows.internal.EnquiryViews.EnquiryView;

/** What people ask. */
@Path("/{tenant}/windows/enquiries")
@Produces(MediaType.APPLICATION_JSON)
public class EnquiryResource {
    private final Enquiries enquiries;

    public EnquiryResource(Enquiries enquiries) {
        this.enquiries = enquiries;
    }

    /** The newest first; those in a state alone where one is said. */
    @GET
    @RequiresPermission(WindowsPermission.VIEW)
    public Page<EnquiryView> list(
            @QueryParam("state") EnquiryState state,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") @Size(max = 200) String cursor,
            @Context CallContext context) {
        return enquiries.list(state, PageRequest.of(limit, cursor), context);
    }

    /** Somebody has asked. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.SERVE)
    @Command
    @Answers(value = EnquiryView.class, status = 201)
    public Response open(@NotNull @Valid OpenEnquiry command, @Context CallContext context) {
        EnquiryView made = enquiries.open(command, context);
        return Tagged.created("enquiries", made.id(), made, made.version(), context);
    }

    /** One of them. */
    @GET
    @Path("{enquiry}")
    @RequiresPermission(WindowsPermission.VIEW)
    @Answers(EnquiryView.class)
    public Response find(@PathParam("enquiry") @Size(max = 40) String enquiry, @Context CallContext context) {
        EnquiryView found = enquiries.find(enquiry, context);
        return Tagged.of(found, found.version());
    }

    /** Whoever takes what was asked from home answers for it. */
    @POST
    @Path("{enquiry}/taking")
    @RequiresPermission(WindowsPermission.SERVE)
    @Command
    @Answers(EnquiryView.class)
    public Response take(@PathParam("enquiry") @Size(max = 40) String enquiry, @Context CallContext context) {
        EnquiryView now = enquiries.take(enquiry, context);
        return Tagged.of(now, now.version());
    }

    /** Somebody else answers it. */
    @POST
    @Path("{enquiry}/hand-over")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.SERVE)
    @Command
    @Answers(EnquiryView.class)
    public Response handOver(
            @PathParam("enquiry") @Size(max = 40) String enquiry,
            @NotNull @Valid HandOver command,
            @Context CallContext context) {
        EnquiryView now = enquiries.handOver(enquiry, command, context);
        return Tagged.of(now, now.version());
    }

    /** Whoever manages the hall has somebody else answer it. */
    @POST
    @Path("{enquiry}/assignment")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.MANAGE)
    @Command
    @Answers(EnquiryView.class)
    public Response assign(
            @PathParam("enquiry") @Size(max = 40) String enquiry,
            @NotNull @Valid HandOver command,
            @Context CallContext context) {
        EnquiryView now = enquiries.assign(enquiry, command, context);
        return Tagged.of(now, now.version());
    }

    /** It is answered. */
    @POST
    @Path("{enquiry}/answer")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(WindowsPermission.SERVE)
    @Command
    @Answers(EnquiryView.class)
    public Response answer(
            @PathParam("enquiry") @Size(max = 40) String enquiry,
            @NotNull @Valid AnswerEnquiry command,
            @Context CallContext context) {
        EnquiryView now = enquiries.answer(enquiry, command, context);
        return Tagged.of(now, now.version());
    }
}
