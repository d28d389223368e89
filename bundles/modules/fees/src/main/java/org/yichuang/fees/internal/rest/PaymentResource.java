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
import org.yichuang.fees.internal.Banks;
import org.yichuang.fees.internal.FeeCommands.AskReversal;
import org.yichuang.fees.internal.FeeCommands.CallBack;
import org.yichuang.fees.internal.FeeCommands.Pay;
import org.yichuang.fees.internal.FeeCommands.Reason;
import org.yichuang.fees.internal.FeeViews.PaymentView;
import org.yichuang.fees.internal.Payments;
import org.yichuang.fees.internal.Reversals;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.rest.api.Answers;
import org.yichuang.rest.api.Command;
import org.yichuang.web.api.AllowEveryone;

/** Money that comes. */
@Path("/{tenant}/fees/payments")
@Produces(MediaType.APPLICATION_JSON)
public class PaymentResource {
    private final Payments payments;
    private final Reversals reversals;
    private final Banks banks;

    public PaymentResource(Payments payments, Reversals reversals, Banks banks) {
        this.payments = payments;
        this.reversals = reversals;
        this.banks = banks;
    }

    /** The newest first. */
    @GET
    @RequiresPermission(FeePermission.LEDGER)
    public Page<PaymentView> list(
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") @Size(max = 200) String cursor,
            @Context CallContext context) {
        return payments.list(PageRequest.of(limit, cursor), context);
    }

    /** Writes down what the bank says; the same again changes nothing. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(FeePermission.CASH)
    @Command
    public PaymentView record(@NotNull @Valid Pay command, @Context CallContext context) {
        return payments.record(command, context);
    }

    /** One. */
    @GET
    @Path("{payment}")
    @RequiresPermission(FeePermission.LEDGER)
    @Answers(PaymentView.class)
    public Response find(@PathParam("payment") @Size(max = 40) String id, @Context CallContext context) {
        return Tagged.of(payments.find(id, context));
    }

    /** Asks that one is reversed, which was mistyped. */
    @POST
    @Path("{payment}/reversal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(FeePermission.CASH)
    @Command
    @Answers(PaymentView.class)
    public Response askReversal(
            @PathParam("payment") @Size(max = 40) String id,
            @NotNull @Valid AskReversal command,
            @Context CallContext context) {
        return Tagged.of(reversals.ask(id, command, context));
    }

    /** Another person approves it: nobody has paid. */
    @POST
    @Path("{payment}/reversal/approval")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(FeePermission.CONFIRM)
    @Command
    @Answers(PaymentView.class)
    public Response reverse(
            @PathParam("payment") @Size(max = 40) String id,
            @NotNull @Valid Reason command,
            @Context CallContext context) {
        return Tagged.of(reversals.approve(id, command, context));
    }

    /** Another person refuses it. */
    @POST
    @Path("{payment}/reversal/refusal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(FeePermission.CONFIRM)
    @Command
    @Answers(PaymentView.class)
    public Response refuseReversal(
            @PathParam("payment") @Size(max = 40) String id,
            @NotNull @Valid Reason command,
            @Context CallContext context) {
        return Tagged.of(reversals.refuse(id, command, context));
    }

    /** Writes down what a bank says by itself, signed; the same again changes nothing. */
    @POST
    @Path("call-backs")
    @Consumes(MediaType.APPLICATION_JSON)
    @AllowEveryone
    @Command(keyOptional = true)
    public PaymentView callBack(@NotNull @Valid CallBack command, @Context CallContext context) {
        return banks.callBack(command, context);
    }
}
