package org.yichuang.fees.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yichuang.fees.api.BillState;
import org.yichuang.fees.api.BillStep;
import org.yichuang.fees.api.EntryKind;
import org.yichuang.fees.api.FeeError;
import org.yichuang.fees.api.FeePermission;
import org.yichuang.fees.api.PaymentChannel;
import org.yichuang.fees.api.PaymentOutcome;
import org.yichuang.fees.internal.FeeCommands.Pay;
import org.yichuang.fees.internal.FeeViews.PaymentView;
import org.yichuang.fees.internal.domain.Bill;
import org.yichuang.fees.internal.domain.BillLine;
import org.yichuang.fees.internal.domain.FeePolicy;
import org.yichuang.fees.internal.domain.Now;
import org.yichuang.fees.internal.domain.Payment;
import org.yichuang.fees.internal.domain.PaymentContent;
import org.yichuang.fees.internal.persistence.PaymentRows;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Money;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;

/** Money that comes: all of it is written down, once, whatever it comes to. */
public class Payments {
    private final Transactions transactions;
    private final PaymentRows rows;
    private final PaymentPlaces places;
    private final BillWork work;

    Payments(Transactions transactions, PaymentRows rows, PaymentPlaces places, BillWork work) {
        this.transactions = transactions;
        this.rows = rows;
        this.places = places;
        this.work = work;
    }

    /**
     * Writes down what the bank says; the same again (by bank, serial and code) changes nothing. What pays no
     * demand is kept in suspense, and refused all the same, so that whoever says it learns of it.
     *
     * @throws ProblemException {@code payment-unknown}, {@code payment-amount}, {@code payment-double}, {@code
     *     payment-not-due}, after it has been kept; {@code payment-serial}, {@code bank-unknown},
     *     {@code fields-invalid}
     */
    @RequiresPermission(FeePermission.CASH)
    public PaymentView record(Pay command, CallContext context) {
        return record(command, false, context);
    }

    /**
     * Writes down what the bank itself says, signed: its word on who has paid and from which account wins over what
     * the cashier has typed, since that decides whom a refund reaches.
     */
    PaymentView recordSigned(Pay command, CallContext context) {
        return record(command, true, context);
    }

    private PaymentView record(Pay command, boolean isSigned, CallContext context) {
        context.require(FeePermission.CASH);
        Pay given = FieldRules.require(command);
        if (given.fen() <= 0) {
            throw invalid("fen", "payment.fen");
        }
        if (given.fen() > FeePolicy.MOST_FEN) {
            throw invalid("fen", "payment.most");
        }
        if (given.account().isBlank() && given.channel() == PaymentChannel.ONLINE) {
            throw invalid("account", "payment.account");
        }
        if (given.at().isAfter(context.at().plusSeconds(60))) {
            throw invalid("at", "payment.at");
        }
        Payment.Told told = new Payment.Told(
                given.bank(), given.serial(), given.code(), given.fen(), given.at(), given.branch(), given.channel());
        Written done = transactions.write(context, Written.class, unit -> {
            // held where the bank itself says so: nobody reverses it in the same moment
            Optional<Payment> named = rows.ofSerial(told.bank(), told.serial(), told.code(), unit)
                    .map(found -> isSigned ? rows.held(found.id(), unit).orElseThrow() : found);
            Optional<Payment> known = named.filter(found -> !found.isReversed());
            if (known.isPresent() && !known.get().isSame(told)) {
                throw ProblemException.of(FeeError.PAYMENT_SERIAL, told.serial());
            }
            places.require(told.bank(), unit);
            if (isSigned) {
                known.ifPresent(typed -> correct(typed, given, work.now(unit), unit));
            }
            return new Written(known.map(Payment::id).orElseGet(() -> recorded(given, told, isSigned, named, unit)
                    .id()));
        });
        Payment payment = transactions
                .read(context.withoutKey(), unit -> rows.find(done.id(), unit))
                .orElseThrow();
        requireMatched(payment, context);
        return PaymentView.of(payment);
    }

    private void correct(Payment typed, Pay given, Now now, UnitOfWork unit) {
        String key = accountKey(given.account(), unit);
        String before = typed.accountKey();
        boolean isOther = !key.equals(before);
        if (!typed.held().signed() || isOther) {
            typed.corrected(given.account(), given.payer()).known(key);
            Map<String, String> details = Map.of("code", typed.code());
            rows.keep(typed, "correct", details, "payment-corrected", typed.changed(), unit);
        }
        if (isOther) {
            places.lookAgain(typed, before, now, unit);
        }
    }

    private String accountKey(String account, UnitOfWork unit) {
        return account.isBlank() ? "" : rows.seal().accountKey(unit.context().tenant(), account);
    }

    /** @param named what was said under the same name before, and reversed */
    private Payment recorded(Pay given, Payment.Told told, boolean isSigned, Optional<Payment> named, UnitOfWork unit) {
        Now now = work.posting(unit);
        Bill bill = work.rows()
                .ofCode(told.code(), unit)
                .flatMap(found -> work.rows().held(found.id(), unit))
                .orElse(null);
        PaymentOutcome outcome = outcome(bill, told.fen());
        Payment payment = Payment.recorded(
                        Ids.next(now.context().at()),
                        told,
                        outcome,
                        bill == null ? "" : bill.id(),
                        PaymentContent.said(given.account(), given.payer(), isSigned),
                        now)
                .known(accountKey(given.account(), unit));
        named.ifPresent(payment::after);
        Map<String, String> details = Map.of("code", told.code(), "outcome", outcome.word());
        rows.keep(payment, "record", details, "payment-recorded", payment.changed(), unit);
        places.look(payment, bill, now, unit);
        if (outcome == PaymentOutcome.MATCHED) {
            List<Long> nets = bill.held().lines().stream().map(BillLine::net).toList();
            bill.paid(work.nextReceipt(now, unit), now);
            work.papers().paid(bill, now, unit);
            work.keep(bill, BillStep.PAY, unit);
            work.ledger().post(EntryKind.PAID, bill, nets, now, unit);
        } else {
            work.ledger().post(EntryKind.UNMATCHED, told.fen(), now, unit);
        }
        return payment;
    }

    private static PaymentOutcome outcome(Bill bill, long fen) {
        if (bill == null) {
            return PaymentOutcome.UNKNOWN;
        }
        return switch (bill.state()) {
            case DUE, DEFERRED -> bill.net() == fen ? PaymentOutcome.MATCHED : PaymentOutcome.AMOUNT;
            case PAID, SETTLED -> PaymentOutcome.DOUBLE;
            case CODE_PENDING, EXEMPT, REFUNDED, VOID -> PaymentOutcome.NOT_DUE;
        };
    }

    private void requireMatched(Payment payment, CallContext context) {
        switch (payment.outcome()) {
            case MATCHED -> {}
            case UNKNOWN -> throw ProblemException.of(FeeError.PAYMENT_UNKNOWN, payment.code());
            case DOUBLE -> throw ProblemException.of(FeeError.PAYMENT_DOUBLE, payment.bill());
            case AMOUNT -> throw ProblemException.of(
                    FeeError.PAYMENT_AMOUNT,
                    payment.bill(),
                    new Money(bill(payment, context).net()).yuan());
            case NOT_DUE -> {
                BillState state = bill(payment, context).state();
                throw ProblemException.of(FeeError.PAYMENT_NOT_DUE, payment.bill(), state.label());
            }
        }
    }

    private Bill bill(Payment payment, CallContext context) {
        return transactions
                .read(context.withoutKey(), unit -> work.rows().find(payment.bill(), unit))
                .orElseThrow();
    }

    /** @throws ProblemException {@code payment-not-found} */
    @RequiresPermission(FeePermission.LEDGER)
    public PaymentView find(String id, CallContext context) {
        context.require(FeePermission.LEDGER);
        return PaymentView.of(transactions
                .read(context, unit -> rows.find(id, unit))
                .orElseThrow(() -> ProblemException.of(FeeError.PAYMENT_NOT_FOUND)));
    }

    /** Returns what has come, the newest first. */
    @RequiresPermission(FeePermission.LEDGER)
    public Page<PaymentView> list(PageRequest page, CallContext context) {
        context.require(FeePermission.LEDGER);
        List<Payment> found = transactions.read(context, unit -> rows.all(page.cursor(), page.limit() + 1, unit));
        return Page.of(found, page.limit(), Payment::id).map(PaymentView::of);
    }

    private static ProblemException invalid(String field, String key) {
        return ProblemException.field(CommonError.FIELDS_INVALID, field, LocalizedMessage.of(Payments.class, key));
    }
}
