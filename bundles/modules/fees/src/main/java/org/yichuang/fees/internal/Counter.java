package org.yichuang.fees.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yichuang.fees.api.BillStep;
import org.yichuang.fees.api.FeeError;
import org.yichuang.fees.api.FeePermission;
import org.yichuang.fees.api.PaymentOutcome;
import org.yichuang.fees.internal.FeeViews.BillSummary;
import org.yichuang.fees.internal.FeeViews.PaymentView;
import org.yichuang.fees.internal.SettlementViews.RefundableView;
import org.yichuang.fees.internal.SettlementViews.StatementView;
import org.yichuang.fees.internal.domain.Bill;
import org.yichuang.fees.internal.domain.BillTable;
import org.yichuang.fees.internal.domain.Payment;
import org.yichuang.fees.internal.persistence.BillRows;
import org.yichuang.fees.internal.persistence.PaymentRows;
import org.yichuang.fees.internal.persistence.RefundRows;
import org.yichuang.fees.internal.persistence.StatementRows;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;

/** What people at a counter look for: a demand by whatever they hold in hand, the money of a day, what may go back. */
public class Counter {
    /** As papers show it, in groups. */
    private static final Pattern GROUPS = Pattern.compile("[\\s-]");

    private static final Pattern CODE = Pattern.compile("\\d{20}");
    private static final int STATEMENTS = 100;

    private final Transactions transactions;
    private final BillRows bills;
    private final PaymentRows payments;
    private final RefundRows refunds;
    private final StatementRows statements;

    Counter(
            Transactions transactions,
            BillRows bills,
            PaymentRows payments,
            RefundRows refunds,
            StatementRows statements) {
        this.transactions = transactions;
        this.bills = bills;
        this.payments = payments;
        this.refunds = refunds;
        this.statements = statements;
    }

    /**
     * Returns the demands of a code of payment, of a number, or of a case, of the departments that whoever asks works
     * for; the digits of a code may stand in groups.
     */
    @RequiresPermission(FeePermission.VIEW)
    public List<BillSummary> find(String words, CallContext context) {
        context.require(FeePermission.VIEW);
        String text = words.strip();
        if (text.isEmpty()) {
            return List.of();
        }
        String code = GROUPS.matcher(text).replaceAll("");
        return transactions.read(context, unit -> found(text, code, unit)).stream()
                .filter(bill -> context.actor().worksFor(bill.department()))
                .map(BillSummary::of)
                .toList();
    }

    private List<Bill> found(String text, String code, UnitOfWork unit) {
        if (CODE.matcher(code).matches()) {
            return bills.ofCode(code, unit).stream().toList();
        }
        Optional<Bill> named = bills.find(text, unit);
        return named.isPresent() ? named.stream().toList() : bills.ofCase(text, unit);
    }

    /** Returns the money that was written down on a day, the newest first. */
    @RequiresPermission(FeePermission.LEDGER)
    public Page<PaymentView> taken(LocalDate day, PageRequest page, CallContext context) {
        context.require(FeePermission.LEDGER);
        List<Payment> found =
                transactions.read(context, unit -> payments.ofDay(day, page.cursor(), page.limit() + 1, unit));
        return Page.of(found, page.limit(), Payment::id).map(PaymentView::of);
    }

    /** Returns what bank and treasury have stated of a day, at most 100 of them. */
    @RequiresPermission(FeePermission.LEDGER)
    public List<StatementView> statements(LocalDate day, CallContext context) {
        context.require(FeePermission.LEDGER);
        return transactions.read(context, unit -> statements.ofDay(day, STATEMENTS, unit)).stream()
                .map(StatementView::of)
                .toList();
    }

    /**
     * Returns what may go back of a payment.
     *
     * @throws ProblemException {@code refund-unknown}
     */
    @RequiresPermission(FeePermission.BILL)
    public RefundableView refundable(String payment, CallContext context) {
        context.require(FeePermission.BILL);
        return transactions.read(context, unit -> payments.find(payment, unit)
                .filter(found -> isOwn(found, unit))
                .map(found -> view(found, unit))
                .orElseThrow(() -> ProblemException.of(FeeError.REFUND_UNKNOWN)));
    }

    private boolean isOwn(Payment payment, UnitOfWork unit) {
        return payment.bill().isEmpty()
                || bills.find(payment.bill(), unit)
                        .filter(bill -> unit.context().actor().worksFor(bill.department()))
                        .isPresent();
    }

    private RefundableView view(Payment payment, UnitOfWork unit) {
        return RefundableView.of(payment, payment.fen() - refunds.paidOf(payment.id(), unit));
    }

    /** Returns what may go back of what has paid a demand; nothing where it is not paid, or a refund is under way. */
    @RequiresPermission(FeePermission.BILL)
    public Optional<RefundableView> refundableOf(String number, CallContext context) {
        context.require(FeePermission.BILL);
        return transactions.read(context, unit -> bills.find(number, unit)
                .filter(bill -> BillTable.steps(bill.state()).contains(BillStep.REFUND))
                .filter(bill -> context.actor().worksFor(bill.department()))
                .flatMap(bill -> payments.ofBill(number, unit))
                .filter(payment -> refunds.openOf(payment.id(), unit).isEmpty())
                .map(payment -> view(payment, unit)));
    }

    /** Returns money that pays nothing and of which nobody has applied for a refund, the newest first. */
    @RequiresPermission(FeePermission.BILL)
    public Page<RefundableView> suspense(PageRequest page, CallContext context) {
        context.require(FeePermission.BILL);
        List<String> wrong = Stream.of(PaymentOutcome.values())
                .filter(outcome -> outcome != PaymentOutcome.MATCHED)
                .map(Enum::name)
                .toList();
        List<Payment> found =
                transactions.read(context, unit -> payments.kept(wrong, page.cursor(), page.limit() + 1, unit));
        return Page.of(found, page.limit(), Payment::id).map(payment -> RefundableView.of(payment, payment.fen()));
    }
}
