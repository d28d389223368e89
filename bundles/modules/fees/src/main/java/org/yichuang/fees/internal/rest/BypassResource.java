package org.yichuang.fees.internal.rest;

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
import org.yichuang.fees.api.FeePermission;
import org.yichuang.fees.internal.Bypasses;
import org.yichuang.fees.internal.FeeCommands.Reason;
import org.yichuang.fees.internal.FeeCommands.Tell;
import org.yichuang.fees.internal.SettlementViews.BypassView;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.rest.api.Command;

/** Signs that fees have gone round the counter. */
@Path("/{tenant}/fees/bypasses")
@Produces(MediaType.APPLICATION_JSON)
public class BypassResource {
    private final Bypasses bypasses;

    public BypassResource(Bypasses bypasses) {
        this.bypasses = bypasses;
    }

    /** In the order of their kinds. */
    @GET
    @RequiresPermission(FeePermission.LEDGER)
    public Page<BypassView> list(
            @QueryParam("open") boolean open,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") @Size(max = 200) String cursor,
            @Context CallContext context) {
        return bypasses.list(open, PageRequest.of(limit, cursor), context);
    }

    /** Writes down what somebody has said. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(FeePermission.RECONCILE)
    @Command
    public BypassView tell(@NotNull @Valid Tell command, @Context CallContext context) {
        return bypasses.tell(command, context);
    }

    /** Closes a sign, with what was found out. */
    @POST
    @Path("{bypass}/closure")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(FeePermission.RECONCILE)
    @Command
    public BypassView close(
            @PathParam("bypass") @Size(max = 150) String id,
            @NotNull @Valid Reason command,
            @Context CallContext context) {
        return bypasses.close(id, command, context);
    }
}
