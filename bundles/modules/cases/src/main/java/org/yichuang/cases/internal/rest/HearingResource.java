package org.yichuang.cases.internal.rest;

import javax.validation.Valid;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.yichuang.cases.api.CasePermission;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.HearingRequest;
import org.yichuang.cases.api.HearingWish;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.rest.api.Answers;
import org.yichuang.rest.api.Command;

/** The hearing about a case. */
@Path("/{tenant}/cases")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class HearingResource {
    private final CaseService cases;

    /** In front of the service. */
    public HearingResource(CaseService cases) {
        this.cases = cases;
    }

    @POST
    @Path("/{number}/hearing")
    @RequiresPermission(CasePermission.HOLD_HEARING)
    @Command
    @Answers(CaseView.class)
    public Response hearing(
            @PathParam("number") String number, @Valid HearingRequest request, @Context CallContext context) {
        return CaseResource.tagged(cases.hearing(number, request, context), context);
    }

    @POST
    @Path("/{number}/hearing-request")
    @RequiresPermission(CasePermission.REQUEST_HEARING)
    @Command
    @Answers(CaseView.class)
    public Response requestHearing(
            @PathParam("number") String number, @Valid HearingWish wish, @Context CallContext context) {
        return CaseResource.tagged(cases.requestHearing(number, wish, context), context);
    }
}
