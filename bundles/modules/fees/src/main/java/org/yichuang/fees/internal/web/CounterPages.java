package org.yichuang.fees.internal.web;

import java.time.LocalDate;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.yichuang.fees.api.FeePermission;
import org.yichuang.fees.api.PaymentChannel;
import org.yichuang.fees.api.RefundState;
import org.yichuang.fees.api.StatementSource;
import org.yichuang.fees.internal.Banks;
import org.yichuang.fees.internal.Bills;
import org.yichuang.fees.internal.Counter;
import org.yichuang.fees.internal.CounterServices;
import org.yichuang.fees.internal.FeeCommands.Pay;
import org.yichuang.fees.internal.FeeViews.BillSummary;
import org.yichuang.fees.internal.FeeViews.BillView;
import org.yichuang.fees.internal.FeeViews.PaymentView;
import org.yichuang.fees.internal.Payments;
import org.yichuang.fees.internal.Refunds;
import org.yichuang.fees.internal.SettlementServices;
import org.yichuang.fees.internal.SettlementViews.BankView;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Screen;

/** The cashier's counter: a demand by what people hold in hand, what the bank has taken for it, and the day's list. */
@Path("/{tenant}/fees/counter")
public class CounterPages {
    private static final String ROOT = "/fees/counter";
    private static final int ROWS = 50;

    private final Bills bills;
    private final Payments payments;
    private final Counter counter;
    private final Refunds refunds;
    private final Banks banks;

    CounterPages(Bills bills, CounterServices services, SettlementServices settlement) {
        this.bills = bills;
        payments = services.payments();
        counter = services.counter();
        refunds = settlement.refunds();
        banks = settlement.banks();
    }

    /** Looks for a demand, and shows what has come on a day. */
    @GET
    @RequiresPermission(FeePermission.LEDGER)
    public Response show(@Context PageCall call) {
        return call.render(screen(call, call.query("q")));
    }

    private Screen screen(PageCall call, String words) {
        CallContext context = call.context().withoutKey();
        List<BillSummary> found = counter.find(words, context);
        BillView bill = found.size() == 1 ? bills.find(found.get(0).number(), context) : null;
        LocalDate day = FormValues.dayOrToday(call.query("day"), context);
        boolean isWaiting = !refunds.list(RefundState.APPROVED, PageRequest.of(1, null), context)
                .items()
                .isEmpty();
        return Screen.working(
                call.ui().t("counter.title"),
                FeePageModule.TEMPLATES.counter(
                        call.ui(),
                        words,
                        found,
                        bill,
                        banks(context),
                        day,
                        counter.taken(day, PageRequest.of(ROWS, call.query("cursor")), context),
                        isWaiting,
                        context));
    }

    private List<String> banks(CallContext context) {
        return banks.list(PageRequest.of(PageRequest.MAXIMUM, null), context).items().stream()
                .filter(bank -> bank.source() == StatementSource.BANK)
                .filter(bank -> bank.waiting() == null || !bank.waiting().first())
                .map(BankView::name)
                .toList();
    }

    /** Writes down what the bank has taken: the window itself takes no cash. */
    @POST
    @Path("/payments")
    @RequiresPermission(FeePermission.CASH)
    public Response pay(@Context PageCall call) {
        Form form = call.form();
        try {
            PaymentView made = payments.record(
                    new Pay(
                            form.text("bank"),
                            form.text("serial"),
                            form.text("code").replaceAll("[\\s-]", ""),
                            FormValues.fen(form, "fen"),
                            FormValues.moment(form, "on", "at"),
                            form.text("branch"),
                            FormValues.chosen(form, "channel", PaymentChannel.values()),
                            form.text("account"),
                            form.text("payer")),
                    call.context());
            return call.redirect(ROOT + "?q=" + made.bill(), "paid");
        } catch (ProblemException e) {
            return call.redisplay(e, screen(call, form.text("code")));
        }
    }
}
