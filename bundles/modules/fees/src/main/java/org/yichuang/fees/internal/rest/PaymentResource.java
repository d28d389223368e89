package org.yichuang.fees.internal.rest;

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
import org.yichuang.fees.api.FeePermission;
import org.yichuang.fees.internal.Banks;
import org.yichuang.fees.internal.FeeCommands.CallBack;
import org.yichuang.fees.internal.FeeCommands.Pay;
import org.yichuang.fees.internal.FeeViews.PaymentView;
import org.yichuang.fees.internal.Payments;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.rest.api.Command;
import org.yichuang.web.api.AllowEveryone;

/** Money that comes. */
@Path("/{tenant}/fees/payments")
@Produces(MediaType.APPLICATION_JSON)
public class PaymentResource {
    private final Payments payments;
    private final Banks banks;

    public PaymentResource(Payments payments, Banks banks) {
        this.payments = payments;
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
