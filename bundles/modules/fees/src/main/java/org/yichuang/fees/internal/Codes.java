package org.yichuang.fees.internal;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.yichuang.fees.api.BillState;
import org.yichuang.fees.api.BillStep;
import org.yichuang.fees.api.CodePort;
import org.yichuang.fees.api.EntryKind;
import org.yichuang.fees.api.FeeError;
import org.yichuang.fees.api.PaymentOrder;
import org.yichuang.fees.internal.domain.Bill;
import org.yichuang.fees.internal.domain.BillLine;
import org.yichuang.fees.internal.domain.FeePolicy;
import org.yichuang.fees.internal.domain.Now;
import org.yichuang.fees.internal.domain.Payment;
import org.yichuang.fees.internal.persistence.PaymentRows;
import org.yichuang.fees.internal.persistence.RefundRows;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenant;

/**
 * Codes of payment that the treasury gives. A demand is written down first, with the name under which the treasury is
 * asked, and asked for is outside of transactions: whoever dies in between, or gets no answer, leaves a demand whose
 * code is pending, and the treasury is asked again under the same name, so that there are never two codes of it. It
 * is told as well what is relieved, and what is not demanded any more.
 */
public class Codes {
    /** A treasury that hangs holds up so many at most. */
    private static final int AT_ONCE = 8;

    private static final int MOST_WORDS = 200;

    private final Transactions transactions;
    private final BillWork work;
    private final PaymentRows payments;
    private final RefundRows refunds;
    private final List<CodePort> ports;
    private final Semaphore places = new Semaphore(AT_ONCE);

    /** @param ports those that there are at the moment */
    Codes(Transactions transactions, BillWork work, PaymentRows payments, RefundRows refunds, List<CodePort> ports) {
        this.transactions = transactions;
        this.work = work;
        this.payments = payments;
        this.refunds = refunds;
        this.ports = ports;
    }

    /** What has come of asking. */
    enum Answer {
        /** The treasury knows how the demand stands, and we have its code. */
        TOLD,
        /** It has answered, and what it says cannot be used: the demand says why. */
        REFUSED,
        /** Nobody knows. */
        NONE
    }

    /** Whether a centre has its codes from the treasury. */
    static boolean isAskedFor(Tenant centre) {
        return !FeePolicy.codePort(centre).isEmpty();
    }

    /** A demand whose code is asked for once it has been written down. */
    static Bill pending(String number, Bill.Matter matter, Bill.Payer payer, List<BillLine> lines, Now now) {
        return Bill.pending(number, Ids.next(now.context().at()), matter, payer, lines, now);
    }

    /**
     * Tells the treasury of a demand, if there is anything to be told.
     *
     * @param fence what each transaction begins with
     */
    Answer tell(String number, CallContext context, Consumer<UnitOfWork> fence) {
        Optional<PaymentOrder> order = transactions.read(context, unit -> work.rows()
                .find(number, unit)
                .filter(Bill::isToTell)
                .map(bill -> order(bill, context.tenant())));
        if (order.isEmpty()) {
            return Answer.TOLD;
        }
        Optional<CodePort> port = port(context);
        if (port.isEmpty() || !places.tryAcquire()) {
            return Answer.NONE;
        }
        try {
            String code = port.get().tell(order.get());
            return answered(order.get(), code, context, fence);
        } catch (IOException e) {
            return Answer.NONE;
        } catch (ProblemException e) {
            return untold(number, e, context, fence);
        } finally {
            places.release();
        }
    }

    private static PaymentOrder order(Bill bill, TenantId centre) {
        boolean isOpen = bill.state() != BillState.VOID && bill.state() != BillState.EXEMPT;
        List<PaymentOrder.Line> lines = bill.held().lines().stream()
                .map(line -> new PaymentOrder.Line(line.fee(), line.name(), line.unit(), line.net()))
                .toList();
        String payer = bill.held().payer();
        return new PaymentOrder(centre, bill.request(), bill.id(), payer, bill.net(), bill.dueOn(), isOpen, lines);
    }

    private Optional<CodePort> port(CallContext context) {
        String word = FeePolicy.codePort(work.centre(context.tenant()));
        return ports.stream().filter(port -> port.word().equals(word)).findFirst();
    }

    private Answer answered(PaymentOrder order, String code, CallContext context, Consumer<UnitOfWork> fence) {
        if (!FeePolicy.isCode(code) && (order.open() || !code.isEmpty())) {
            return untold(order.number(), ProblemException.of(FeeError.CODE_REFUSED, code), context, fence);
        }
        try {
            transactions.write(context, Written.class, unit -> {
                fence.accept(unit);
                Now now = work.posting(unit);
                Bill bill = work.rows().held(order.number(), unit).orElseThrow();
                if (bill.isToTell()) {
                    take(bill, order, code, now, unit);
                }
                return new Written(order.number());
            });
            return Answer.TOLD;
        } catch (ProblemException e) {
            if (e.code() != FeeError.CODE_DUPLICATE) {
                throw e;
            }
            return untold(order.number(), e, context, fence);
        }
    }

    private void take(Bill bill, PaymentOrder order, String code, Now now, UnitOfWork unit) {
        if (bill.code().isEmpty()) {
            work.rows().ofCode(code, unit).ifPresent(other -> {
                throw ProblemException.of(FeeError.CODE_DUPLICATE, code, other.id());
            });
        } else if (!code.isEmpty() && !code.equals(bill.code())) {
            throw ProblemException.of(FeeError.CODE_DUPLICATE, code, bill.id());
        }
        boolean isPending = bill.state() == BillState.CODE_PENDING;
        if (isPending) {
            bill.coded(code, now);
        } else {
            bill.known(code);
        }
        // what has changed meanwhile, also the last day, is told by the job
        if (order(bill, order.centre()).equals(order)) {
            bill.told();
        }
        if (isPending) {
            work.papers().demanded(bill, now, unit);
            Optional<Payment> before = paidBefore(bill, unit);
            before.ifPresent(payment -> pay(bill, payment, now, unit));
            work.keep(bill, before.isPresent() ? BillStep.PAY : BillStep.CODE, unit);
        } else {
            work.rows().keepQuiet(bill, "tell-treasury", unit);
        }
    }

    /** Money that came under the code before we knew it, as the treasury had told the payer. */
    private Optional<Payment> paidBefore(Bill bill, UnitOfWork unit) {
        return payments.unknown(bill.code(), unit).stream()
                .filter(each -> each.fen() == bill.net())
                .map(each -> payments.held(each.id(), unit).orElseThrow())
                .filter(each -> !each.isReversed()
                        && each.held().reversal() == null
                        && refunds.openOf(each.id(), unit).isEmpty()
                        && refunds.paidOf(each.id(), unit) == 0)
                .findFirst();
    }

    private void pay(Bill bill, Payment payment, Now now, UnitOfWork unit) {
        payment.appliedTo(bill.id(), now);
        Map<String, String> details = Map.of("code", payment.code());
        payments.keep(payment, "apply", details, "payment-applied", payment.changed(), unit);
        List<Long> nets = bill.held().lines().stream().map(BillLine::net).toList();
        bill.paid(work.nextReceipt(now, unit), now);
        work.papers().paid(bill, now, unit);
        work.ledger().post(EntryKind.APPLIED, bill, nets, now, unit);
    }

    private Answer untold(String number, ProblemException why, CallContext context, Consumer<UnitOfWork> fence) {
        String words = cut(why.zh());
        transactions.write(context, Written.class, unit -> {
            fence.accept(unit);
            Bill bill = work.rows().held(number, unit).orElseThrow();
            if (bill.isToTell() && !bill.codeWords().equals(words)) {
                bill.untold(words);
                work.rows().keepQuiet(bill, "untold-treasury", unit);
            }
            return new Written(number);
        });
        return Answer.REFUSED;
    }

    private static String cut(String words) {
        return words.length() <= MOST_WORDS ? words : words.substring(0, MOST_WORDS);
    }
}
