package org.yichuang.fees.internal.web;

import java.util.function.Supplier;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.fees.api.FeePermission;
import org.yichuang.fees.api.ReversalGround;
import org.yichuang.fees.internal.FeeCommands.AskReversal;
import org.yichuang.fees.internal.FeeCommands.Reason;
import org.yichuang.fees.internal.FeeViews.PaymentView;
import org.yichuang.fees.internal.Payments;
import org.yichuang.fees.internal.Reversals;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;

/** Money that was written down, and its reversal where that was a mistake: asked by one person, decided by another. */
@Path("/{tenant}/fees/payments")
public class PaymentPages {
    private static final String ROOT = "/fees/payments/";

    private final Payments payments;
    private final Reversals reversals;

    PaymentPages(Payments payments, Reversals reversals) {
        this.payments = payments;
        this.reversals = reversals;
    }

    /** One. */
    @GET
    @Path("/{payment}")
    @RequiresPermission(FeePermission.LEDGER)
    public Response find(@Context PageCall call, @PathParam("payment") String id) {
        return call.render(screen(call, id));
    }

    private Screen screen(PageCall call, String id) {
        CallContext context = call.context().withoutKey();
        PaymentView view = payments.find(id, context);
        return Screen.working(call.ui().t("payment.one"), FeePageModule.TEMPLATES.payment(call.ui(), view, context))
                .under(call.ui().t("counter.title"), "/fees/counter");
    }

    /** Asks that it is reversed, since it was mistyped. */
    @POST
    @Path("/{payment}/reversal")
    @RequiresPermission(FeePermission.CASH)
    public Response ask(@Context PageCall call, @PathParam("payment") String id) {
        return step(call, id, "reversal-asked", () -> {
            AskReversal asked = new AskReversal(
                    FormValues.chosen(call.form(), "ground", ReversalGround.values()),
                    call.form().text("words"));
            return reversals.ask(id, asked, call.context());
        });
    }

    /** Another person approves it. */
    @POST
    @Path("/{payment}/reversal/approval")
    @RequiresPermission(FeePermission.CONFIRM)
    public Response approve(@Context PageCall call, @PathParam("payment") String id) {
        Reason reason = new Reason(call.form().text("reason"));
        return step(call, id, "reversed", () -> reversals.approve(id, reason, call.context()));
    }

    /** Another person refuses it. */
    @POST
    @Path("/{payment}/reversal/refusal")
    @RequiresPermission(FeePermission.CONFIRM)
    public Response refuse(@Context PageCall call, @PathParam("payment") String id) {
        Reason reason = new Reason(call.form().text("reason"));
        return step(call, id, "reversal-refused", () -> reversals.refuse(id, reason, call.context()));
    }

    private Response step(PageCall call, String id, String done, Supplier<PaymentView> taken) {
        try {
            taken.get();
            return call.redirect(ROOT + id, done);
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, id));
        }
    }
}
