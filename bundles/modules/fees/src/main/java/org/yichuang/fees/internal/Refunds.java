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
import org.yichuang.fees.internal.FeeCommands.Proof;
import org.yichuang.fees.internal.FeeCommands.Reason;
import org.yichuang.fees.internal.FeeCommands.Vouch;
import org.yichuang.fees.internal.SettlementViews.RefundView;
import org.yichuang.fees.internal.domain.Bill;
import org.yichuang.fees.internal.domain.Now;
import org.yichuang.fees.internal.domain.Payment;
import org.yichuang.fees.internal.domain.Receipt;
import org.yichuang.fees.internal.domain.Refund;
import org.yichuang.fees.internal.domain.RefundContent;
import org.yichuang.fees.internal.persistence.PaymentRows;
import org.yichuang.fees.internal.persistence.RefundRows;
import org.yichuang.fees.internal.persistence.Seal;
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

/**
 * Money that goes back (退付): to the account that has paid only, and by four people one after the other. Where no
 * account has paid but somebody in cash, it goes to an account of the payer's own, who shows the receipt and who they
 * are; unit and finance each enter that account once more.
 */
public class Refunds {
    private final Transactions transactions;
    private final RefundRows rows;
    private final PaymentRows payments;
    private final BookReader books;
    private final BillWork work;

    Refunds(Transactions transactions, RefundRows rows, PaymentRows payments, BookReader books, BillWork work) {
        this.transactions = transactions;
        this.rows = rows;
        this.payments = payments;
        this.books = books;
        this.work = work;
    }

    /**
     * Applies for one: of what was paid for a demand, all or a part; of what pays none, all.
     *
     * @throws ProblemException {@code refund-unknown}, {@code refund-state}, {@code refund-exceeds}, {@code
     *     refund-account}, {@code refund-unproven}, {@code bill-state}, {@code payment-reversed}, {@code
     *     reversal-open}
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
            payment.requireStanding();
            if (payment.held().reversal() != null) {
                throw ProblemException.of(FeeError.REVERSAL_OPEN);
            }
            boolean isMatched = payment.outcome() == PaymentOutcome.MATCHED;
            Bill bill = isMatched ? own(payment.bill(), unit) : null;
            if (isMatched) {
                bill.require(BillStep.REFUND);
            }
            RefundContent.Named named = payment.isCash() ? proven(given.proof(), payment, bill) : null;
            if (named == null && !isAccountOf(payment, given.account(), context)) {
                throw ProblemException.of(FeeError.REFUND_ACCOUNT);
            }
            long left = payment.fen() - rows.paidOf(payment.id(), unit);
            if (given.fen() <= 0 || given.fen() > left || !isMatched && given.fen() != left) {
                throw ProblemException.of(FeeError.REFUND_EXCEEDS, new Money(left).yuan());
            }
            Refund refund = Refund.applied(
                    Ids.next(context.at()),
                    payment,
                    isMatched ? payment.bill() : "",
                    named == null ? payment.held().account() : given.account(),
                    new Refund.Claim(given.fen(), given.ground(), given.words(), named),
                    work.now(unit));
            keep(refund, unit);
            return new Written(refund.id());
        });
        return view(done.id(), context.withoutKey());
    }

    private boolean isAccountOf(Payment payment, String account, CallContext context) {
        return payments.seal().accountKey(context.tenant(), account).equals(payment.accountKey());
    }

    /**
     * No account has paid: the payer names one of their own, and proves with the receipt (of what pays nothing with the
     * slip of the bank) that they have paid.
     *
     * @param bill what was paid, null for nothing
     */
    private static RefundContent.Named proven(Proof proof, Payment payment, Bill bill) {
        if (proof == null) {
            throw ProblemException.of(FeeError.REFUND_UNPROVEN);
        }
        String holder = proof.holder().strip();
        boolean isPayer = holder.equals(payment.held().payer().strip())
                || bill != null && holder.equals(bill.held().payer().strip());
        boolean isShown = bill == null
                ? proof.receipt().strip().equals(payment.serial())
                : isReceipt(proof, bill.held().receipt());
        if (!isPayer || !isShown) {
            throw ProblemException.of(FeeError.REFUND_UNPROVEN);
        }
        return new RefundContent.Named(holder, proof.receipt().strip(), proof.identity());
    }

    private static boolean isReceipt(Proof proof, Receipt receipt) {
        return receipt != null
                && proof.receipt().strip().equals(receipt.number())
                && proof.check().strip().equalsIgnoreCase(receipt.check());
    }

    /** Whoever vouches for a refund to an account that the payer has named enters it once more. */
    private void requireVouched(Refund refund, Vouch given, CallContext context) {
        Seal seal = payments.seal();
        boolean isSame = refund.held().named() == null
                || !given.account().isBlank()
                        && seal.accountKey(context.tenant(), given.account())
                                .equals(seal.accountKey(
                                        context.tenant(), refund.held().account()));
        if (!isSame) {
            throw ProblemException.of(FeeError.REFUND_UNVOUCHED);
        }
    }

    /**
     * The unit has checked it.
     *
     * @throws ProblemException {@code refund-unknown}, {@code refund-state}, {@code refund-self}, {@code
     *     refund-unvouched}
     */
    @RequiresPermission(FeePermission.CHECK)
    public RefundView check(String id, Vouch command, CallContext context) {
        context.require(FeePermission.CHECK);
        Vouch given = FieldRules.require(command);
        return step(id, context, (refund, unit) -> {
            if (!refund.bill().isEmpty()) {
                own(refund.bill(), unit);
            }
            requireVouched(refund, given, context);
            refund.checked(given.reason(), work.now(unit));
        });
    }

    /**
     * Finance approves it.
     *
     * @throws ProblemException {@code refund-unknown}, {@code refund-state}, {@code refund-self}, {@code
     *     refund-unvouched}
     */
    @RequiresPermission(FeePermission.RECONCILE)
    public RefundView approve(String id, Vouch command, CallContext context) {
        context.require(FeePermission.RECONCILE);
        Vouch given = FieldRules.require(command);
        return step(id, context, (refund, unit) -> {
            requireVouched(refund, given, context);
            refund.approved(given.reason(), work.now(unit));
        });
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
     * Says that the bank has paid it: the receipt is reversed. The money comes from whoever has it by now: from the
     * treasury as soon as it says so, from the bank before.
     *
     * @throws ProblemException {@code refund-unknown}, {@code refund-state}, {@code refund-self}, {@code
     *     period-closed}
     */
    @RequiresPermission(FeePermission.CASH)
    public RefundView pay(String id, Reason command, CallContext context) {
        context.require(FeePermission.CASH);
        Reason given = FieldRules.require(command);
        return step(id, context, (refund, unit) -> {
            Now now = work.posting(unit);
            refund.paid(given.reason(), now);
            Payment payment = payments.held(refund.payment(), unit).orElseThrow();
            boolean isAtTreasury = books.isAtTreasury(payment, unit);
            if (refund.bill().isEmpty()) {
                EntryKind kind = isAtTreasury ? EntryKind.REPAID : EntryKind.CLEARED;
                work.ledger().post(kind, refund.fen(), now, unit);
            } else {
                reversed(refund, payment, isAtTreasury, now, unit);
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

    private void reversed(Refund refund, Payment payment, boolean isAtTreasury, Now now, UnitOfWork unit) {
        Bill bill = work.rows().held(refund.bill(), unit).orElseThrow();
        EntryKind kind = isAtTreasury || bill.state() == BillState.SETTLED ? EntryKind.RETURNED : EntryKind.REFUNDED;
        if (kind == EntryKind.REFUNDED) {
            payment.returnedByBank(refund.fen());
            Map<String, String> details = Map.of("code", payment.code());
            payments.keep(payment, "return", details, "payment-returned", payment.changed(), unit);
        }
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
