package org.yichuang.windows.internal.rest;

import java.util.List;
import javax.servlet.http.HttpServletRequest;
import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.rest.api.Command;
import org.yichuang.web.api.AllowEveryone;
import org.yichuang.web.api.AllowSignedIn;
import org.yichuang.web.api.RequestState;
import org.yichuang.windows.internal.AssessmentCommands.AskOnline;
import org.yichuang.windows.internal.EnquiryViews.AskedView;
import org.yichuang.windows.internal.EnquiryViews.ProgressView;
import org.yichuang.windows.internal.OnlineEnquiries;

/** What people ask from home. */
@Path("/{tenant}/windows/enquiries/online")
@Produces(MediaType.APPLICATION_JSON)
public class OnlineEnquiryResource {
    private final OnlineEnquiries enquiries;

    public OnlineEnquiryResource(OnlineEnquiries enquiries) {
        this.enquiries = enquiries;
    }

    /** What the own account has asked, in {@code items} like every list. */
    public record Own(List<ProgressView> items) {}

    /** Takes a question from everybody. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @AllowEveryone
    @Command(keyOptional = true)
    public AskedView ask(
            @NotNull @Valid AskOnline command, @Context HttpServletRequest http, @Context CallContext context) {
        return enquiries.ask(command, RequestState.of(http).clientNetwork(), context);
    }

    /** How it stands, by its number and its code. */
    @GET
    @Path("progress")
    @AllowEveryone
    public ProgressView progress(
            @QueryParam("number") @NotNull @Size(max = 40) String number,
            @QueryParam("code") @NotNull @Size(max = 40) String code,
            @Context HttpServletRequest http,
            @Context CallContext context) {
        return enquiries.progress(number, code, RequestState.of(http).clientNetwork(), context);
    }

    /** What the own account has asked. */
    @GET
    @Path("own")
    @AllowSignedIn
    public Own own(@Context CallContext context) {
        return new Own(enquiries.own(context));
    }
}
