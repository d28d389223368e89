package org.yichuang.fees.internal.web;

import java.util.function.Function;
import java.util.function.Supplier;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.fees.api.FeePermission;
import org.yichuang.fees.api.StockStep;
import org.yichuang.fees.internal.Stock;
import org.yichuang.fees.internal.StockViews.BuyReceipts;
import org.yichuang.fees.internal.StockViews.CountReceipts;
import org.yichuang.fees.internal.StockViews.LotView;
import org.yichuang.fees.internal.StockViews.MoveReceipts;
import org.yichuang.fees.internal.StockViews.StopReceipts;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;

/** The book of paper receipts: what was bought, where each number is, and the last days of units' own receipts. */
@Path("/{tenant}/fees/paper-receipts")
public class StockPages {
    private static final String ROOT = "/fees/paper-receipts";
    private static final int ROWS = 50;

    private final Stock stock;

    StockPages(Stock stock) {
        this.stock = stock;
    }

    /** What was bought, the newest first. */
    @GET
    @RequiresPermission(FeePermission.LEDGER)
    public Response list(@Context PageCall call) {
        return call.render(screen(call));
    }

    private Screen screen(PageCall call) {
        CallContext context = call.context().withoutKey();
        return Screen.working(
                        call.ui().t("stock.title"),
                        FeePageModule.TEMPLATES.stock(
                                call.ui(),
                                stock.list(PageRequest.of(ROWS, call.query("cursor")), context),
                                stock.stops(PageRequest.of(PageRequest.MAXIMUM, null), context)
                                        .items(),
                                context))
                .under(call.ui().t("books.title"), "/fees/books");
    }

    /** Writes down what a unit has got from finance. */
    @POST
    @RequiresPermission(FeePermission.STOCK)
    public Response buy(@Context PageCall call) {
        Form form = call.form();
        BuyReceipts bought = new BuyReceipts(
                form.text("kind"), form.text("unit"), form.text("first"), form.text("last"), form.text("words"));
        try {
            LotView made = stock.buy(bought, call.context());
            return call.redirect(ROOT + "/" + made.summary().id(), "stock-bought");
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call));
        }
    }

    /** Writes down the last day of a unit's own receipts. */
    @POST
    @Path("/stops")
    @RequiresPermission(FeePermission.RECONCILE)
    public Response stop(@Context PageCall call) {
        Form form = call.form();
        try {
            stock.stop(
                    new StopReceipts(form.text("whose"), FormValues.day(form, "lastDay"), form.text("decision")),
                    call.context());
            return call.redirect(ROOT, "stock-stopped");
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call));
        }
    }

    /** Where each number of what was bought together is. */
    @GET
    @Path("/{lot}")
    @RequiresPermission(FeePermission.LEDGER)
    public Response find(@Context PageCall call, @PathParam("lot") String lot) {
        return call.render(screen(call, lot));
    }

    private Screen screen(PageCall call, String lot) {
        CallContext context = call.context().withoutKey();
        return Screen.working(
                        call.ui().t("stock.of", lot),
                        FeePageModule.TEMPLATES.lot(call.ui(), stock.find(lot, context), context))
                .under(call.ui().t("stock.title"), ROOT);
    }

    /** Writes down what was done with some of them. */
    @POST
    @Path("/{lot}/moves")
    @RequiresPermission(FeePermission.STOCK)
    public Response move(@Context PageCall call, @PathParam("lot") String lot) {
        return step(call, lot, "stock-moved", form -> {
            MoveReceipts moved = new MoveReceipts(
                    FormValues.chosen(form, "step", StockStep.values()),
                    form.text("first"),
                    form.text("last"),
                    form.text("holder"),
                    FormValues.fen(form, "fen"),
                    FormValues.day(form, "day"),
                    form.text("words"));
            return () -> stock.move(lot, moved, call.context());
        });
    }

    /** Writes down what was counted. */
    @POST
    @Path("/{lot}/count")
    @RequiresPermission(FeePermission.CONFIRM)
    public Response count(@Context PageCall call, @PathParam("lot") String lot) {
        return step(call, lot, "stock-counted", form -> {
            Long found = form.text("found").isEmpty()
                    ? null
                    : FormValues.number(form.text("found"), "found").longValue();
            return () -> stock.count(lot, new CountReceipts(found, form.text("remark")), call.context());
        });
    }

    /** Puts the book away. */
    @POST
    @Path("/{lot}/closure")
    @RequiresPermission(FeePermission.STOCK)
    public Response close(@Context PageCall call, @PathParam("lot") String lot) {
        return step(call, lot, "stock-closed", form -> () -> stock.close(lot, call.context()));
    }

    private Response step(PageCall call, String lot, String done, Function<Form, Supplier<LotView>> taken) {
        try {
            taken.apply(call.form()).get();
            return call.redirect(ROOT + "/" + lot, done);
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, lot));
        }
    }
}
