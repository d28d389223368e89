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
import javax.ws.rs.core.Response;
import org.yichuang.fees.api.FeePermission;
import org.yichuang.fees.api.RefundState;
import org.yichuang.fees.internal.FeeCommands.Claim;
import org.yichuang.fees.internal.FeeCommands.Reason;
import org.yichuang.fees.internal.FeeCommands.Vouch;
import org.yichuang.fees.internal.Refunds;
import org.yichuang.fees.internal.SettlementViews.RefundView;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.rest.api.Answers;
import org.yichuang.rest.api.Command;

/** Money that goes back. */
@Path("/{tenant}/fees/refunds")
@Produces(MediaType.APPLICATION_JSON)
public class RefundResource {
    private final Refunds refunds;

    public RefundResource(Refunds refunds) {
        this.refunds = refunds;
    }

    /** The newest first. */
    @GET
    @RequiresPermission(FeePermission.VIEW)
    public Page<RefundView> list(
            @QueryParam("state") RefundState state,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") @Size(max = 200) String cursor,
            @Context CallContext context) {
        return refunds.list(state, PageRequest.of(limit, cursor), context);
    }

    /** Applies for one. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(FeePermission.BILL)
    @Command
    @Answers(value = RefundView.class, status = 201)
    public Response apply(@NotNull @Valid Claim command, @Context CallContext context) {
        return Tagged.created(refunds.apply(command, context), context);
    }

    /** One. */
    @GET
    @Path("{refund}")
    @RequiresPermission(FeePermission.VIEW)
    @Answers(RefundView.class)
    public Response find(@PathParam("refund") @Size(max = 40) String id, @Context CallContext context) {
        return Tagged.of(refunds.find(id, context));
    }

    /** The unit has checked it. */
    @POST
    @Path("{refund}/check")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(FeePermission.CHECK)
    @Command
    @Answers(RefundView.class)
    public Response check(
            @PathParam("refund") @Size(max = 40) String id,
            @NotNull @Valid Vouch command,
            @Context CallContext context) {
        return Tagged.of(refunds.check(id, command, context));
    }

    /** Finance approves it. */
    @POST
    @Path("{refund}/approval")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(FeePermission.RECONCILE)
    @Command
    @Answers(RefundView.class)
    public Response approve(
            @PathParam("refund") @Size(max = 40) String id,
            @NotNull @Valid Vouch command,
            @Context CallContext context) {
        return Tagged.of(refunds.approve(id, command, context));
    }

    /** Finance refuses it. */
    @POST
    @Path("{refund}/refusal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(FeePermission.RECONCILE)
    @Command
    @Answers(RefundView.class)
    public Response refuse(
            @PathParam("refund") @Size(max = 40) String id,
            @NotNull @Valid Reason command,
            @Context CallContext context) {
        return Tagged.of(refunds.refuse(id, command, context));
    }

    /** The bank has paid it. */
    @POST
    @Path("{refund}/payment")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(FeePermission.CASH)
    @Command
    @Answers(RefundView.class)
    public Response pay(
            @PathParam("refund") @Size(max = 40) String id,
            @NotNull @Valid Reason command,
            @Context CallContext context) {
        return Tagged.of(refunds.pay(id, command, context));
    }
}
