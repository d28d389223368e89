package org.yichuang.cases.internal.rest;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.yichuang.cases.api.CasePermission;
import org.yichuang.cases.internal.CaseTimes;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.RequiresPermission;

/** Where the time of a case has gone, for staff. */
@Path("/{tenant}/cases")
@Produces(MediaType.APPLICATION_JSON)
public class TimeResource {
    private final CaseTimes times;

    /** In front of the service. */
    public TimeResource(CaseTimes times) {
        this.times = times;
    }

    @GET
    @Path("/{number}/time")
    @RequiresPermission(CasePermission.WORK)
    public TimeView find(@PathParam("number") String number, @Context CallContext context) {
        return TimeView.of(times.of(number, context));
    }
}
