package org.yichuang.fees.internal;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.yichuang.fees.api.BillState;
import org.yichuang.fees.api.BillStep;
import org.yichuang.fees.api.EntryKind;
import org.yichuang.fees.api.FeeError;
import org.yichuang.fees.api.FeePermission;
import org.yichuang.fees.api.PaymentOutcome;
import org.yichuang.fees.api.RefundState;
import org.yichuang.fees.internal.FeeCommands.Claim;
import org.yichuang.fees.internal.FeeCommands.Reason;
import org.yichuang.fees.internal.SettlementViews.RefundView;
import org.yichuang.fees.internal.domain.Bill;
import org.yichuang.fees.internal.domain.Now;
import org.yichuang.fees.internal.domain.Payment;
import org.yichuang.fees.internal.domain.Receipt;
import org.yichuang.fees.internal.domain.Refund;
import org.yichuang.fees.internal.persistence.PaymentRows;
import org.yichuang.fees.internal.persistence.RefundRows;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.Money;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;

/** Money that goes back (退付): to the account that has paid only, and by four people one after the other. */
public class Refunds {
    private final Transactions transactions;
    private final RefundRows rows;
    private final PaymentRows payments;
    private final BillWork work;

    Refunds(Transactions transactions, RefundRows rows, PaymentRows payments, BillWork work) {
        this.transactions = transactions;
        this.rows = rows;
        this.payments = payments;
        this.work = work;
    }

    /**
     * Applies for one: of what was paid for a demand, all or a part; of what pays none, all.
     *
     * @throws ProblemException {@code refund-unknown}, {@code refund-state}, {@code refund-exceeds}, {@code
     *     refund-account}, {@code bill-state}
     */
    @RequiresPermission(FeePermission.BILL)
    public RefundView apply(Claim command, CallContext context) {
        context.require(FeePermission.BILL);
        Claim given = FieldRules.require(command);
        Written done = transactions.write(context, Written.class, unit -> {
            // held: nobody applies for the same money in the same moment
            Payment payment = payments.held(given.payment(), unit).orElseThrow(Refunds::unknown);
            rows.openOf(payment.id(), unit).ifPresent(refund -> {
                throw ProblemException.of(FeeError.REFUND_STATE, refund.state().label());
            });
            if (!payments.seal().accountKey(context.tenant(), given.account()).equals(payment.accountKey())) {
                throw ProblemException.of(FeeError.REFUND_ACCOUNT);
            }
            boolean isMatched = payment.outcome() == PaymentOutcome.MATCHED;
            if (isMatched) {
                own(payment.bill(), unit).require(BillStep.REFUND);
            }
            long left = payment.fen() - rows.paidOf(payment.id(), unit);
            if (given.fen() <= 0 || given.fen() > left || !isMatched && given.fen() != left) {
                throw ProblemException.of(FeeError.REFUND_EXCEEDS, new Money(left).yuan());
            }
            Refund refund = Refund.applied(
                    Ids.next(context.at()),
                    payment,
                    isMatched ? payment.bill() : "",
                    new Refund.Claim(given.fen(), given.ground(), given.words()),
                    work.now(unit));
            keep(refund, unit);
            return new Written(refund.id());
        });
        return view(done.id(), context.withoutKey());
    }

    /** @throws ProblemException {@code refund-unknown}, {@code refund-state}, {@code refund-self} */
    @RequiresPermission(FeePermission.CHECK)
    public RefundView check(String id, Reason command, CallContext context) {
        context.require(FeePermission.CHECK);
        Reason given = FieldRules.require(command);
        return step(id, context, (refund, unit) -> {
            if (!refund.bill().isEmpty()) {
                own(refund.bill(), unit);
            }
            refund.checked(given.reason(), work.now(unit));
        });
    }

    /** @throws ProblemException {@code refund-unknown}, {@code refund-state}, {@code refund-self} */
    @RequiresPermission(FeePermission.RECONCILE)
    public RefundView approve(String id, Reason command, CallContext context) {
        context.require(FeePermission.RECONCILE);
        Reason given = FieldRules.require(command);
        return step(id, context, (refund, unit) -> refund.approved(given.reason(), work.now(unit)));
    }

    /**
     * Refuses it, for finance.
     *
     * @throws ProblemException {@code refund-unknown}, {@code refund-state}, {@code refund-self}
     */
    @RequiresPermission(FeePermission.RECONCILE)
    public RefundView refuse(String id, Reason command, CallContext context) {
        context.require(FeePermission.RECONCILE);
        Reason given = FieldRules.require(command);
        return step(id, context, (refund, unit) -> refund.refused(given.reason(), work.now(unit)));
    }

    /**
     * Says that the bank has paid it: the receipt is reversed.
     *
     * @throws ProblemException {@code refund-unknown}, {@code refund-state}, {@code refund-self}
     */
    @RequiresPermission(FeePermission.CASH)
    public RefundView pay(String id, Reason command, CallContext context) {
        context.require(FeePermission.CASH);
        Reason given = FieldRules.require(command);
        return step(id, context, (refund, unit) -> {
            Now now = work.now(unit);
            refund.paid(given.reason(), now);
            if (refund.bill().isEmpty()) {
                work.ledger().post(EntryKind.CLEARED, refund.fen(), now, unit);
            } else {
                reversed(refund, now, unit);
            }
        });
    }

    /** A demand of a department that whoever asks works for. */
    private Bill own(String number, UnitOfWork unit) {
        return work.rows()
                .find(number, unit)
                .filter(bill -> unit.context().actor().worksFor(bill.department()))
                .orElseThrow(Refunds::unknown);
    }

    private void reversed(Refund refund, Now now, UnitOfWork unit) {
        Bill bill = work.rows().held(refund.bill(), unit).orElseThrow();
        EntryKind kind = bill.state() == BillState.SETTLED ? EntryKind.RETURNED : EntryKind.REFUNDED;
        boolean isWhole = refund.fen() == bill.leftFen();
        List<Receipt> receipts = work.nextReceipts(isWhole ? 1 : 2, now, unit);
        List<Long> shares = bill.refunded(refund.fen(), receipts.get(0), now);
        work.papers().reversed(bill, now, unit);
        if (!isWhole) {
            bill.receipted(receipts.get(1));
            work.papers().paid(bill, now, unit);
        }
        work.keep(bill, BillStep.REFUND, unit);
        work.ledger().post(kind, bill, shares, now, unit);
    }

    private RefundView step(String id, CallContext context, BiConsumer<Refund, UnitOfWork> taken) {
        transactions.write(context, Written.class, unit -> {
            Refund refund = rows.held(id, unit).orElseThrow(Refunds::unknown);
            unit.context().requireVersion(refund.steps());
            taken.accept(refund, unit);
            keep(refund, unit);
            return new Written(id);
        });
        return view(id, context.withoutKey());
    }

    private void keep(Refund refund, UnitOfWork unit) {
        String action = refund.state().word();
        rows.keep(refund, action, Map.of("bill", refund.bill()), "refund-moved", refund.changed(), unit);
    }

    /** @throws ProblemException {@code refund-unknown} */
    @RequiresPermission(FeePermission.VIEW)
    public RefundView find(String id, CallContext context) {
        context.require(FeePermission.VIEW);
        return view(id, context);
    }

    private RefundView view(String id, CallContext context) {
        return RefundView.of(
                transactions.read(context, unit -> rows.find(id, unit)).orElseThrow(Refunds::unknown));
    }

    /** Returns refunds, the newest first. */
    @RequiresPermission(FeePermission.VIEW)
    public Page<RefundView> list(RefundState state, PageRequest page, CallContext context) {
        context.require(FeePermission.VIEW);
        List<Refund> found = transactions.read(context, unit -> rows.all(state, page.cursor(), page.limit() + 1, unit));
        return Page.of(found, page.limit(), Refund::id).map(RefundView::of);
    }

    private static ProblemException unknown() {
        return ProblemException.of(FeeError.REFUND_UNKNOWN);
    }
}
