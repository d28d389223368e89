package org.yichuang.cases.internal.rest;

import javax.servlet.http.HttpServletRequest;
import javax.validation.constraints.Size;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.ProgressView;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.web.api.AllowEveryone;
import org.yichuang.web.api.RequestState;

/** What the public sees with number and query code. */
@Path("/{tenant}/progress")
@Produces(MediaType.APPLICATION_JSON)
public class ProgressResource {
    private final CaseService cases;

    public ProgressResource(CaseService cases) {
        this.cases = cases;
    }

    @GET
    @Path("/{number}")
    @AllowEveryone
    public ProgressView progress(
            @PathParam("number") String number,
            @QueryParam("code") @Size(max = 40) String code,
            @Context HttpServletRequest request,
            @Context CallContext context) {
        return cases.progress(number, code, RequestState.of(request).clientNetwork(), context);
    }
}
