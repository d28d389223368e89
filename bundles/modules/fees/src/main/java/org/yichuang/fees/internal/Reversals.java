package org.yichuang.fees.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.yichuang.cases.api.CaseRecord;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.Cases;
import org.yichuang.fees.api.BillState;
import org.yichuang.fees.api.BillStep;
import org.yichuang.fees.api.BypassKind;
import org.yichuang.fees.api.EntryKind;
import org.yichuang.fees.api.FeeError;
import org.yichuang.fees.api.FeePermission;
import org.yichuang.fees.api.PaymentOutcome;
import org.yichuang.fees.internal.FeeCommands.AskReversal;
import org.yichuang.fees.internal.FeeCommands.Reason;
import org.yichuang.fees.internal.FeeViews.PaymentView;
import org.yichuang.fees.internal.domain.Bill;
import org.yichuang.fees.internal.domain.BillLine;
import org.yichuang.fees.internal.domain.Bypass;
import org.yichuang.fees.internal.domain.Now;
import org.yichuang.fees.internal.domain.Payment;
import org.yichuang.fees.internal.domain.Receipt;
import org.yichuang.fees.internal.persistence.PaymentRows;
import org.yichuang.fees.internal.persistence.RefundRows;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;

/**
 * Payments that were mistyped are reversed (冲正) by two people: one asks, another one approves. Nothing is deleted: the
 * ledger takes back what was posted, the receipt is reversed, and the demand is to be paid as before. What somebody
 * else than the cashier has is not reversed: it goes back by a refund.
 */
public class Reversals {
    private final Transactions transactions;
    private final PaymentRows rows;
    private final RefundRows refunds;
    private final SettlementRows settlement;
    private final BookReader books;
    private final BillWork work;
    private final Cases cases;

    Reversals(
            Transactions transactions,
            RefundRows refunds,
            SettlementRows settlement,
            BookReader books,
            BillWork work,
            Cases cases) {
        this.transactions = transactions;
        this.rows = settlement.payments();
        this.refunds = refunds;
        this.settlement = settlement;
        this.books = books;
        this.work = work;
        this.cases = cases;
    }

    /**
     * Asks that a payment is reversed, which was mistyped.
     *
     * @throws ProblemException {@code payment-not-found}, {@code payment-reversed}, {@code reversal-open}, {@code
     *     reversal-final}, {@code refund-state}, {@code period-closed}
     */
    @RequiresPermission(FeePermission.CASH)
    public PaymentView ask(String id, AskReversal command, CallContext context) {
        context.require(FeePermission.CASH);
        AskReversal given = FieldRules.require(command);
        return step(id, "ask-reversal", "reversal-asked", context, (payment, unit) -> {
            payment.requireStanding();
            requireReversible(payment, unit);
            payment.reversalAsked(given.ground(), given.words(), work.now(unit));
        });
    }

    /**
     * Approves what somebody else has asked.
     *
     * @throws ProblemException {@code payment-not-found}, {@code payment-reversed}, {@code reversal-none}, {@code
     *     reversal-self}, {@code reversal-final}, {@code refund-state}, {@code period-closed}
     */
    @RequiresPermission(FeePermission.CONFIRM)
    public PaymentView approve(String id, Reason command, CallContext context) {
        context.require(FeePermission.CONFIRM);
        Reason given = FieldRules.require(command);
        return step(id, "reverse", "payment-reversed", context, (payment, unit) -> {
            Now now = work.posting(unit);
            payment.requireOther(now);
            requireReversible(payment, unit);
            payment.reversed(given.reason(), now);
            if (payment.outcome() == PaymentOutcome.MATCHED) {
                demandedAgain(payment, now, unit);
            } else {
                work.ledger().post(EntryKind.UNMATCHED_REVERSED, payment.fen(), now, unit);
            }
        });
    }

    /**
     * Refuses what somebody else has asked.
     *
     * @throws ProblemException {@code payment-not-found}, {@code payment-reversed}, {@code reversal-none}, {@code
     *     reversal-self}
     */
    @RequiresPermission(FeePermission.CONFIRM)
    public PaymentView refuse(String id, Reason command, CallContext context) {
        context.require(FeePermission.CONFIRM);
        Reason given = FieldRules.require(command);
        return step(
                id,
                "refuse-reversal",
                "reversal-refused",
                context,
                (payment, unit) -> payment.reversalRefused(given.reason(), work.now(unit)));
    }

    private PaymentView step(
            String id, String action, String event, CallContext context, BiConsumer<Payment, UnitOfWork> taken) {
        transactions.write(context, Written.class, unit -> {
            Payment payment = rows.held(id, unit).orElseThrow(Reversals::unknown);
            unit.context().requireVersion(payment.steps());
            taken.accept(payment, unit);
            rows.keep(payment, action, Map.of("code", payment.code()), event, payment.changed(), unit);
            return new Written(id);
        });
        return PaymentView.of(transactions
                .read(context.withoutKey(), unit -> rows.find(id, unit))
                .orElseThrow());
    }

    /** Refuses what the bank has signed or stated, what the treasury has, what is settled, and what goes back. */
    private void requireReversible(Payment payment, UnitOfWork unit) {
        if (payment.held().signed()) {
            throw isFinal("reversal.signed");
        }
        refunds.openOf(payment.id(), unit).ifPresent(refund -> {
            throw ProblemException.of(FeeError.REFUND_STATE, refund.state().label());
        });
        if (refunds.paidOf(payment.id(), unit) > 0) {
            throw isFinal("reversal.refunded");
        }
        boolean isSettled = payment.isPassed()
                || payment.outcome() == PaymentOutcome.MATCHED
                        && work.rows()
                                .find(payment.bill(), unit)
                                .filter(bill -> bill.state() != BillState.PAID)
                                .isPresent();
        if (isSettled) {
            throw isFinal("reversal.settled");
        }
        books.statedBy(payment, unit).ifPresent(source -> {
            throw isFinal("reversal.stated", source.label());
        });
        if (settlement.days().find(payment.bookedOn().toString(), unit).isPresent()) {
            throw ProblemException.of(FeeError.PERIOD_CLOSED, payment.bookedOn());
        }
    }

    private static ProblemException isFinal(String why, Object... arguments) {
        return ProblemException.of(FeeError.REVERSAL_FINAL, LocalizedMessage.of(Reversals.class, why, arguments));
    }

    /** Nobody has paid: what was posted is taken back, and what has really come pays instead. */
    private void demandedAgain(Payment payment, Now now, UnitOfWork unit) {
        Bill bill = work.rows().held(payment.bill(), unit).orElseThrow();
        bill.require(BillStep.REVERSE);
        Optional<Payment> other = other(payment, bill, unit);
        List<Receipt> receipts = work.nextReceipts(other.isPresent() ? 2 : 1, now, unit);
        List<Long> nets = bill.held().lines().stream().map(BillLine::net).toList();
        bill.reversed(receipts.get(0), now);
        work.papers().corrected(bill, now, unit);
        bill.receipted(null);
        List<EntryKind> posted = new ArrayList<>(List.of(EntryKind.PAID_REVERSED));
        if (other.isPresent()) {
            other.get().applied(now);
            Map<String, String> details = Map.of("code", payment.code());
            rows.keep(
                    other.get(),
                    "apply",
                    details,
                    "payment-applied",
                    other.get().changed(),
                    unit);
            bill.paid(receipts.get(1), now);
            work.papers().paid(bill, now, unit);
            posted.add(EntryKind.APPLIED);
        } else {
            cases.find(bill.caseNumber(), unit).ifPresent(file -> judged(bill, file, now, posted, unit));
        }
        work.keep(bill, BillStep.REVERSE, unit);
        posted.forEach(kind -> work.ledger().post(kind, bill, nets, now, unit));
    }

    /** What came beside it and pays the demand just as well; nobody has given it back, or is about to. */
    private Optional<Payment> other(Payment payment, Bill bill, UnitOfWork unit) {
        return rows.allOfBill(bill.id(), unit).stream()
                .filter(each -> !each.id().equals(payment.id())
                        && each.outcome() == PaymentOutcome.DOUBLE
                        && each.fen() == bill.net())
                .map(each -> rows.held(each.id(), unit).orElseThrow())
                .filter(each -> !each.isPassed()
                        && !each.isReversed()
                        && each.held().reversal() == null
                        && refunds.openOf(each.id(), unit).isEmpty()
                        && refunds.paidOf(each.id(), unit) == 0)
                .findFirst();
    }

    /** In a case that has ended nothing is demanded any more; where the result is out, its fee was not paid. */
    private void judged(Bill bill, CaseRecord file, Now now, List<EntryKind> posted, UnitOfWork unit) {
        if (CaseWatch.isWithoutResult(file)) {
            bill.ended(CaseWatch.ended(file.state()), now);
            work.papers().voided(bill, unit);
            posted.add(EntryKind.VOIDED);
        } else if (file.state() == CaseState.ISSUED || file.state() == CaseState.DELIVERED) {
            String words = LocalizedMessage.of(Reversals.class, "bypass.unpaid").zh();
            settlement
                    .bypasses()
                    .found(
                            new Bypass.Sign(
                                    BypassKind.UNPAID_RESULT,
                                    file.number(),
                                    file.number(),
                                    "",
                                    file.department(),
                                    bill.net(),
                                    words),
                            unit);
        }
    }

    private static ProblemException unknown() {
        return ProblemException.of(FeeError.PAYMENT_NOT_FOUND);
    }
}
