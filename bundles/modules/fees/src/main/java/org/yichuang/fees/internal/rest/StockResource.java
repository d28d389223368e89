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
import org.yichuang.fees.internal.Stock;
import org.yichuang.fees.internal.StockViews.BuyReceipts;
import org.yichuang.fees.internal.StockViews.CountReceipts;
import org.yichuang.fees.internal.StockViews.LotSummary;
import org.yichuang.fees.internal.StockViews.LotView;
import org.yichuang.fees.internal.StockViews.MoveReceipts;
import org.yichuang.fees.internal.StockViews.StopReceipts;
import org.yichuang.fees.internal.StockViews.StopView;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.rest.api.Answers;
import org.yichuang.rest.api.Command;

/** Paper receipts, until their last day. */
@Path("/{tenant}/fees/paper-receipts")
@Produces(MediaType.APPLICATION_JSON)
public class StockResource {
    private final Stock stock;

    public StockResource(Stock stock) {
        this.stock = stock;
    }

    /** What was bought, the newest first. */
    @GET
    @RequiresPermission(FeePermission.LEDGER)
    public Page<LotSummary> list(
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") @Size(max = 200) String cursor,
            @Context CallContext context) {
        return stock.list(PageRequest.of(limit, cursor), context);
    }

    /** Writes down what a unit has got from finance. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(FeePermission.STOCK)
    @Command
    @Answers(LotView.class)
    public Response buy(@NotNull @Valid BuyReceipts command, @Context CallContext context) {
        return Tagged.of(stock.buy(command, context));
    }

    /** The last days of units' own receipts. */
    @GET
    @Path("stops")
    @RequiresPermission(FeePermission.LEDGER)
    public Page<StopView> stops(
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") @Size(max = 200) String cursor,
            @Context CallContext context) {
        return stock.stops(PageRequest.of(limit, cursor), context);
    }

    /** Writes such a day down. */
    @POST
    @Path("stops")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(FeePermission.RECONCILE)
    @Command
    public StopView stop(@NotNull @Valid StopReceipts command, @Context CallContext context) {
        return stock.stop(command, context);
    }

    /** Where each number of what was bought together is. */
    @GET
    @Path("{lot}")
    @RequiresPermission(FeePermission.LEDGER)
    @Answers(LotView.class)
    public Response find(@PathParam("lot") @Size(max = 40) String lot, @Context CallContext context) {
        return Tagged.of(stock.find(lot, context));
    }

    /** Writes down what was done with some of them. */
    @POST
    @Path("{lot}/moves")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(FeePermission.STOCK)
    @Command
    @Answers(LotView.class)
    public Response move(
            @PathParam("lot") @Size(max = 40) String lot,
            @NotNull @Valid MoveReceipts command,
            @Context CallContext context) {
        return Tagged.of(stock.move(lot, command, context));
    }

    /** Writes down what was counted. */
    @POST
    @Path("{lot}/count")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(FeePermission.CONFIRM)
    @Command
    @Answers(LotView.class)
    public Response count(
            @PathParam("lot") @Size(max = 40) String lot,
            @NotNull @Valid CountReceipts command,
            @Context CallContext context) {
        return Tagged.of(stock.count(lot, command, context));
    }

    /** Puts the book away. */
    @POST
    @Path("{lot}/closure")
    @RequiresPermission(FeePermission.STOCK)
    @Command
    @Answers(LotView.class)
    public Response close(@PathParam("lot") @Size(max = 40) String lot, @Context CallContext context) {
        return Tagged.of(stock.close(lot, context));
    }
}
