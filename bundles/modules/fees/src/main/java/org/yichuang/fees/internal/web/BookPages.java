package org.yichuang.fees.internal.web;

import java.time.LocalDate;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.fees.api.FeePermission;
import org.yichuang.fees.internal.Bypasses;
import org.yichuang.fees.internal.FeeCommands.Day;
import org.yichuang.fees.internal.FeeCommands.Reason;
import org.yichuang.fees.internal.FeeViews.BalanceView;
import org.yichuang.fees.internal.Ledger;
import org.yichuang.fees.internal.Reconciliation;
import org.yichuang.fees.internal.SettlementViews.BypassView;
import org.yichuang.fees.internal.SettlementViews.ReconciliationView;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;

/** The books of a day: what all three agree on, where they do not, and what has gone round the counter. */
@Path("/{tenant}/fees/books")
public class BookPages {
    private static final String ROOT = "/fees/books";
    private static final int ROWS = 50;

    private final Reconciliation reconciliation;
    private final Ledger ledger;
    private final Bypasses bypasses;

    BookPages(Reconciliation reconciliation, Ledger ledger, Bypasses bypasses) {
        this.reconciliation = reconciliation;
        this.ledger = ledger;
        this.bypasses = bypasses;
    }

    /** Those of a day; of today where none is named. */
    @GET
    @RequiresPermission(FeePermission.LEDGER)
    public Response show(@Context PageCall call) {
        return call.render(screen(call, FormValues.dayOrToday(call.query("day"), call.context())));
    }

    private Screen screen(PageCall call, LocalDate day) {
        CallContext context = call.context().withoutKey();
        ReconciliationView books = reconciliation.compare(day, context);
        BalanceView balance = ledger.balance(day, context);
        Page<BypassView> signs = bypasses.list(true, PageRequest.of(ROWS, call.query("cursor")), context);
        return Screen.working(
                call.ui().t("books.title"),
                FeePageModule.TEMPLATES.books(
                        call.ui(), books, balance, signs, context.actor().isPermitted(FeePermission.RECONCILE)));
    }

    /** Settles what all three have, and keeps the differences. */
    @POST
    @RequiresPermission(FeePermission.RECONCILE)
    public Response reconcile(@Context PageCall call) {
        return step(call, "reconciled", (day, form) -> reconciliation.reconcile(new Day(day), call.context()));
    }

    /** Closes a difference. */
    @POST
    @Path("/difference")
    @RequiresPermission(FeePermission.RECONCILE)
    public Response explain(@Context PageCall call) {
        return step(
                call,
                "explained",
                (day, form) -> reconciliation.explain(
                        form.text("difference"), new Reason(form.text("reason")), call.context()));
    }

    /** Closes the day. */
    @POST
    @Path("/day")
    @RequiresPermission(FeePermission.RECONCILE)
    public Response close(@Context PageCall call) {
        return step(call, "day-closed", (day, form) -> reconciliation.close(new Day(day), call.context()));
    }

    /** Closes a sign that a fee has gone round the counter. */
    @POST
    @Path("/sign")
    @RequiresPermission(FeePermission.RECONCILE)
    public Response find(@Context PageCall call) {
        return step(
                call,
                "found-out",
                (day, form) -> bypasses.close(form.text("sign"), new Reason(form.text("finding")), call.context()));
    }

    /** What is done with the books of a day. */
    @FunctionalInterface
    private interface Step {
        Object take(LocalDate day, Form form);
    }

    private Response step(PageCall call, String done, Step step) {
        LocalDate day = FormValues.dayOrToday(call.form().text("day"), call.context());
        try {
            step.take(day, call.form());
            return call.redirect(ROOT + "?day=" + day, done);
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, day));
        }
    }
}
