package org.yichuang.fees.internal.web;

import java.util.List;
import java.util.function.Supplier;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.fees.api.FeePermission;
import org.yichuang.fees.api.ReliefKind;
import org.yichuang.fees.internal.Bills;
import org.yichuang.fees.internal.Counter;
import org.yichuang.fees.internal.FeeCommands.AskRelief;
import org.yichuang.fees.internal.FeeCommands.Counted;
import org.yichuang.fees.internal.FeeCommands.Demand;
import org.yichuang.fees.internal.FeeCommands.Reason;
import org.yichuang.fees.internal.FeeViews.BillSummary;
import org.yichuang.fees.internal.FeeViews.BillView;
import org.yichuang.fees.internal.SettlementViews.RefundableView;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;

/** Demands of payment, with how each line was reckoned. */
@Path("/{tenant}/fees/bills")
public class BillPages {
    private static final String ROOT = "/fees/bills";
    private static final int ROWS = 30;

    private final Bills bills;
    private final Counter counter;

    BillPages(Bills bills, Counter counter) {
        this.bills = bills;
        this.counter = counter;
    }

    /** The newest first. */
    @GET
    @RequiresPermission(FeePermission.VIEW)
    public Response list(@Context PageCall call) {
        return call.render(list(call, call.context().withoutKey()));
    }

    private Screen list(PageCall call, CallContext context) {
        Page<BillSummary> page = bills.list(null, PageRequest.of(ROWS, call.query("cursor")), context);
        return Screen.working(
                call.ui().t("bills.title"),
                FeePageModule.TEMPLATES.bills(
                        call.ui(), page.items(), page.next(), context.actor().isPermitted(FeePermission.BILL)));
    }

    /** Demands what a case costs; a line for each fee whose quantity the window has counted. */
    @POST
    @RequiresPermission(FeePermission.BILL)
    public Response demand(@Context PageCall call) {
        try {
            Demand demand = new Demand(call.form().text("case"), counted(call.form()));
            BillView made = bills.demand(demand, call.context());
            return call.redirect(ROOT + "/" + made.summary().number(), "demanded");
        } catch (ProblemException e) {
            return call.redisplay(e, list(call, call.context().withoutKey()));
        }
    }

    private static List<Counted> counted(Form form) {
        return FormValues.lines(form.text("counted")).stream()
                .map(BillPages::counted)
                .toList();
    }

    private static Counted counted(String line) {
        List<String> cells = FormValues.cells(line);
        return new Counted(cells.get(0), cells.size() == 1 ? null : FormValues.number(cells.get(1), "counted"), null);
    }

    /** One. */
    @GET
    @Path("/{number}")
    @RequiresPermission(FeePermission.VIEW)
    public Response find(@Context PageCall call, @PathParam("number") String number) {
        return call.render(screen(call, number));
    }

    private Screen screen(PageCall call, String number) {
        CallContext context = call.context().withoutKey();
        BillView view = bills.find(number, context);
        RefundableView refundable = context.actor().isPermitted(FeePermission.BILL)
                ? counter.refundableOf(number, context).orElse(null)
                : null;
        return Screen.working(
                        call.ui().t("bill.of", number),
                        FeePageModule.TEMPLATES.bill(call.ui(), view, refundable, context))
                .under(call.ui().t("bills.title"), ROOT);
    }

    /** Asks the treasury for the code again. */
    @POST
    @Path("/{number}/code")
    @RequiresPermission(FeePermission.BILL)
    public Response askCode(@Context PageCall call, @PathParam("number") String number) {
        return step(call, number, "coded", () -> bills.askCode(number, call.context()));
    }

    /** Applies for relief. */
    @POST
    @Path("/{number}/relief")
    @RequiresPermission(FeePermission.BILL)
    public Response askRelief(@Context PageCall call, @PathParam("number") String number) {
        return step(call, number, "relief-asked", () -> bills.askRelief(number, relief(call.form()), call.context()));
    }

    private static AskRelief relief(Form form) {
        return new AskRelief(
                FormValues.chosen(form, "kind", ReliefKind.values()),
                form.text("minutes"),
                FormValues.day(form, "decidedOn"),
                form.text("words"),
                FormValues.fen(form, "fen"),
                FormValues.day(form, "until"));
    }

    /** Approves relief. */
    @POST
    @Path("/{number}/relief/approval")
    @RequiresPermission(FeePermission.RELIEVE)
    public Response relieve(@Context PageCall call, @PathParam("number") String number) {
        return step(call, number, "relieved", () -> bills.relieve(number, call.context()));
    }

    /** Refuses relief. */
    @POST
    @Path("/{number}/relief/refusal")
    @RequiresPermission(FeePermission.RELIEVE)
    public Response refuseRelief(@Context PageCall call, @PathParam("number") String number) {
        Reason reason = new Reason(call.form().text("reason"));
        return step(call, number, "relief-refused", () -> bills.refuseRelief(number, reason, call.context()));
    }

    /** Voids one. */
    @POST
    @Path("/{number}/cancellation")
    @RequiresPermission(FeePermission.CASH)
    public Response cancel(@Context PageCall call, @PathParam("number") String number) {
        Reason reason = new Reason(call.form().text("reason"));
        return step(call, number, "voided", () -> bills.cancel(number, reason, call.context()));
    }

    /** Writes down what was settled with the treasury. */
    @POST
    @Path("/{number}/treasury")
    @RequiresPermission(FeePermission.CASH)
    public Response tell(@Context PageCall call, @PathParam("number") String number) {
        Reason reason = new Reason(call.form().text("reason"));
        return step(call, number, "told", () -> bills.tell(number, reason, call.context()));
    }

    private Response step(PageCall call, String number, String done, Supplier<BillView> taken) {
        try {
            taken.get();
            return call.redirect(ROOT + "/" + number, done);
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, number));
        }
    }
}
