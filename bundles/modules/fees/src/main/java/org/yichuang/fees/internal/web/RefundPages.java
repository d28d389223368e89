package org.yichuang.fees.internal.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.fees.api.FeePermission;
import org.yichuang.fees.api.RefundGround;
import org.yichuang.fees.api.RefundState;
import org.yichuang.fees.internal.Counter;
import org.yichuang.fees.internal.CounterServices;
import org.yichuang.fees.internal.FeeCommands.Claim;
import org.yichuang.fees.internal.FeeCommands.Proof;
import org.yichuang.fees.internal.FeeCommands.Reason;
import org.yichuang.fees.internal.FeeCommands.Vouch;
import org.yichuang.fees.internal.Refunds;
import org.yichuang.fees.internal.SettlementViews.RefundView;
import org.yichuang.fees.internal.SettlementViews.RefundableView;
import org.yichuang.fees.internal.view.FeeOptions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;
import org.yichuang.pages.api.Ui;

/** Money that goes back: applied for, checked, approved, paid, each by another person. */
@Path("/{tenant}/fees/refunds")
public class RefundPages {
    private static final String ROOT = "/fees/refunds";
    private static final int ROWS = 30;
    private static final int SUSPENSE = 50;

    private final Refunds refunds;
    private final Counter counter;

    RefundPages(Refunds refunds, CounterServices services) {
        this.refunds = refunds;
        counter = services.counter();
    }

    /** All, or those that stand somewhere; with the money that pays nothing, for whoever applies. */
    @GET
    @RequiresPermission(FeePermission.VIEW)
    public Response list(@Context PageCall call) {
        CallContext context = call.context().withoutKey();
        RefundState state = Arrays.stream(RefundState.values())
                .filter(each -> each.name().equals(call.query("state")))
                .findFirst()
                .orElse(null);
        Page<RefundView> page = refunds.list(state, PageRequest.of(ROWS, call.query("cursor")), context);
        List<RefundableView> suspense = context.actor().isPermitted(FeePermission.BILL)
                ? counter.suspense(PageRequest.of(SUSPENSE, null), context).items()
                : List.of();
        return call.render(Screen.working(
                call.ui().t("refunds.title"),
                FeePageModule.TEMPLATES.refunds(
                        call.ui(), page.items(), page.next(), filter(state, call.ui()), suspense)));
    }

    private static Field filter(RefundState state, Ui ui) {
        List<Field.Option> options = new ArrayList<>();
        options.add(new Field.Option("", ui.t("refunds.all")));
        options.addAll(FeeOptions.of(RefundState.values(), RefundState::label, ui));
        return Field.select("state", ui.t("bill.state"), options).value(state == null ? "" : state.name());
    }

    /** The form by which one is applied for. */
    @GET
    @Path("/new")
    @RequiresPermission(FeePermission.BILL)
    public Response form(@Context PageCall call) {
        return call.render(form(call, call.query("payment")));
    }

    private Screen form(PageCall call, String payment) {
        RefundableView view = counter.refundable(payment, call.context().withoutKey());
        return Screen.working(call.ui().t("refund.ask"), FeePageModule.TEMPLATES.newrefund(call.ui(), view))
                .under(call.ui().t("refunds.title"), ROOT);
    }

    /** Applies for one. */
    @POST
    @RequiresPermission(FeePermission.BILL)
    public Response apply(@Context PageCall call) {
        Form form = call.form();
        try {
            RefundView made = refunds.apply(
                    new Claim(
                            form.text("payment"),
                            FormValues.fen(form, "fen"),
                            FormValues.chosen(form, "ground", RefundGround.values()),
                            form.text("words"),
                            form.text("account"),
                            proof(form)),
                    call.context());
            return call.redirect(ROOT + "/" + made.id(), "refund-asked");
        } catch (ProblemException e) {
            return call.redisplay(e, form(call, form.text("payment")));
        }
    }

    /** What is proven of cash; nothing where an account has paid. */
    private static Proof proof(Form form) {
        return form.has("proof.receipt")
                ? new Proof(
                        form.text("proof.holder"),
                        form.text("proof.receipt"),
                        form.text("proof.check"),
                        form.text("proof.identity"))
                : null;
    }

    /** One, with what is to be done next. */
    @GET
    @Path("/{refund}")
    @RequiresPermission(FeePermission.VIEW)
    public Response find(@Context PageCall call, @PathParam("refund") String id) {
        return call.render(screen(call, id));
    }

    private Screen screen(PageCall call, String id) {
        CallContext context = call.context().withoutKey();
        RefundView view = refunds.find(id, context);
        return Screen.working(call.ui().t("refund.one"), FeePageModule.TEMPLATES.refund(call.ui(), view, context))
                .under(call.ui().t("refunds.title"), ROOT);
    }

    /** The unit that charges has checked it. */
    @POST
    @Path("/{refund}/check")
    @RequiresPermission(FeePermission.CHECK)
    public Response check(@Context PageCall call, @PathParam("refund") String id) {
        return step(call, id, "refund-checked", () -> refunds.check(id, vouch(call), call.context()));
    }

    /** Finance approves it. */
    @POST
    @Path("/{refund}/approval")
    @RequiresPermission(FeePermission.RECONCILE)
    public Response approve(@Context PageCall call, @PathParam("refund") String id) {
        return step(call, id, "refund-approved", () -> refunds.approve(id, vouch(call), call.context()));
    }

    /** Finance refuses it. */
    @POST
    @Path("/{refund}/refusal")
    @RequiresPermission(FeePermission.RECONCILE)
    public Response refuse(@Context PageCall call, @PathParam("refund") String id) {
        return step(call, id, "refund-refused", () -> refunds.refuse(id, reason(call), call.context()));
    }

    /** The bank has paid it. */
    @POST
    @Path("/{refund}/payment")
    @RequiresPermission(FeePermission.CASH)
    public Response pay(@Context PageCall call, @PathParam("refund") String id) {
        return step(call, id, "refund-paid", () -> refunds.pay(id, reason(call), call.context()));
    }

    /** Of cash, with the account once more. */
    private static Vouch vouch(PageCall call) {
        return new Vouch(call.form().text("reason"), call.form().text("account"));
    }

    private static Reason reason(PageCall call) {
        return new Reason(call.form().text("reason"));
    }

    private Response step(PageCall call, String id, String done, Supplier<RefundView> taken) {
        try {
            taken.get();
            return call.redirect(ROOT + "/" + id, done);
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, id));
        }
    }
}
