package org.yichuang.fees.internal;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
    private static final Logger LOG = LoggerFactory.getLogger(Codes.class);

    /** A treasury that hangs holds up so many at most. */
    private static final int AT_ONCE = 8;

    private static final int MOST_WORDS = 200;

    private final Transactions transactions;
    private final BillWork work;
    private final PaymentRows payments;
    private final RefundRows refunds;
    private final CodePorts ports;
    private final Clock machine;
    private final Semaphore places = new Semaphore(AT_ONCE);
    /** Why which centre gets no answer, as long as it gets none. */
    private final Map<TenantId, String> troubles = new ConcurrentHashMap<>();

    /**
     * @param ports those that there are at the moment
     * @param machine the machine's own clock, by which what was told in vain is told again
     */
    Codes(
            Transactions transactions,
            BillWork work,
            PaymentRows payments,
            RefundRows refunds,
            List<CodePort> ports,
            Clock machine) {
        this.transactions = transactions;
        this.work = work;
        this.payments = payments;
        this.refunds = refunds;
        this.ports = new CodePorts(ports);
        this.machine = machine;
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

    /**
     * What is told, and by which port.
     *
     * @param port its word
     */
    private record Order(String port, PaymentOrder of) {}

    /** Whether a centre has its codes from the treasury. */
    static boolean isAskedFor(Tenant centre) {
        return !FeePolicy.codePort(centre).isEmpty();
    }

    /**
     * A demand whose code is asked for once it has been written down, by the port that the centre uses now.
     *
     * @throws ProblemException {@code code-port-missing}
     */
    Bill pending(String number, Bill.Matter matter, Bill.Payer payer, List<BillLine> lines, Now now) {
        String word = FeePolicy.codePort(now.centre());
        if (ports.find(word).isEmpty()) {
            throw ProblemException.of(FeeError.CODE_PORT_MISSING, word);
        }
        Bill.Asked asked = new Bill.Asked(word, Ids.next(now.context().at()));
        return Bill.pending(number, asked, matter, payer, lines, now);
    }

    /** Tells the treasury of a demand at once, if there is anything to be told, as somebody waits for it. */
    Answer tell(String number, CallContext context) {
        return tell(number, context, Optional.empty());
    }

    /** The same by the job, which tells it later each time that it has told it in vain. */
    Answer tell(String number, CallContext context, UnitOfWork.Lease lease) {
        return tell(number, context, Optional.of(lease));
    }

    /** @param lease the job's; empty where somebody waits for it */
    private Answer tell(String number, CallContext context, Optional<UnitOfWork.Lease> lease) {
        Optional<Order> found = transactions.read(context, unit -> work.rows()
                .find(number, unit)
                .filter(Bill::isToTell)
                .map(bill -> new Order(word(bill, context), order(bill, context.tenant()))));
        if (found.isEmpty()) {
            return Answer.TOLD;
        }
        if (!places.tryAcquire()) {
            return none("the treasury is asked about " + AT_ONCE + " demands already", context);
        }
        PaymentOrder order = found.get().of();
        try {
            return taken(ask(found.get()), order, context, lease);
        } catch (RuntimeException e) {
            if (lease.isPresent()) {
                putOff(order, e, context, lease);
            }
            throw e;
        }
    }

    private CodePorts.Said ask(Order order) {
        try {
            return ports.ask(order.port(), order.of());
        } finally {
            places.release();
        }
    }

    private Answer taken(
            CodePorts.Said said, PaymentOrder order, CallContext context, Optional<UnitOfWork.Lease> lease) {
        if (said.failure() instanceof ProblemException refused) {
            return untold(order, refused, context, lease);
        }
        if (said.failure() instanceof IOException silent) {
            return unanswered(order, silent.getMessage(), context, lease);
        }
        if (said.failure() != null) {
            // a port of others: its words may hold what nobody is to read, what it is called by does not
            return unanswered(order, said.failure().getClass().getName(), context, lease);
        }
        troubles.remove(context.tenant());
        return answered(order, said.code(), context, lease);
    }

    /** What was demanded before anybody kept the port is asked for by the one that the centre uses now. */
    private String word(Bill bill, CallContext context) {
        return bill.port().isEmpty() ? FeePolicy.codePort(work.centre(context.tenant())) : bill.port();
    }

    private static PaymentOrder order(Bill bill, TenantId centre) {
        List<PaymentOrder.Line> lines = bill.held().lines().stream()
                .map(line -> new PaymentOrder.Line(line.fee(), line.name(), line.unit(), line.net()))
                .toList();
        return new PaymentOrder(
                centre,
                bill.request(),
                bill.steps(),
                bill.id(),
                bill.held().payer(),
                bill.net(),
                bill.dueOn(),
                bill.isOpen(),
                lines);
    }

    /** Why a centre gets no answer from its treasury, empty where it does. */
    Optional<String> trouble(TenantId centre) {
        return Optional.ofNullable(troubles.get(centre));
    }

    /** Nothing is left of which the treasury is to be told. */
    void untroubled(TenantId centre) {
        troubles.remove(centre);
    }

    private Answer none(String cause, CallContext context) {
        if (!cause.equals(troubles.put(context.tenant(), cause))) {
            LOG.warn("The treasury gives no answer to {}: {}", context.tenant(), cause);
        }
        return Answer.NONE;
    }

    private Answer unanswered(PaymentOrder order, String cause, CallContext context, Optional<UnitOfWork.Lease> lease) {
        toldInVain(order, "", context, lease);
        return none(cause == null ? "no cause is told" : cut(cause), context);
    }

    /**
     * Only what the job tells is told later each time: whoever asks by hand leaves the words alone.
     *
     * @param words why the treasury refuses it, empty where it has not answered
     */
    private void toldInVain(PaymentOrder order, String words, CallContext context, Optional<UnitOfWork.Lease> lease) {
        noteUntold(order, context, lease, bill -> {
            boolean isNew = !words.isEmpty() && !bill.codeWords().equals(words);
            if (isNew) {
                bill.untold(words);
            }
            if (lease.isPresent()) {
                bill.toldInVain(!words.isEmpty(), machine.instant());
            }
            return isNew || lease.isPresent();
        });
    }

    /** What has failed here while the job told it fails again: it is told later as well. */
    private void putOff(
            PaymentOrder order, RuntimeException thrown, CallContext context, Optional<UnitOfWork.Lease> lease) {
        try {
            noteUntold(order, context, lease, bill -> {
                bill.failedHere(machine.instant());
                return true;
            });
        } catch (RuntimeException e) {
            thrown.addSuppressed(e);
        }
    }

    /** @param noted whether there is anything to be kept */
    private void noteUntold(
            PaymentOrder order, CallContext context, Optional<UnitOfWork.Lease> lease, Predicate<Bill> noted) {
        transactions.write(context, Written.class, unit -> {
            lease.ifPresent(unit::require);
            Bill bill = work.rows().held(order.number(), unit).orElseThrow();
            // of what it has become meanwhile nobody has told yet
            boolean isCurrent = bill.isToTell() && order(bill, order.centre()).isSame(order);
            if (isCurrent && noted.test(bill)) {
                work.rows().keepQuiet(bill, "untold-treasury", unit);
            }
            return new Written(order.number());
        });
    }

    private Answer answered(PaymentOrder order, String code, CallContext context, Optional<UnitOfWork.Lease> lease) {
        if (!FeePolicy.isCode(code) && (order.open() || !code.isEmpty())) {
            return untold(order, ProblemException.of(FeeError.CODE_REFUSED, code), context, lease);
        }
        try {
            transactions.write(context, Written.class, unit -> {
                lease.ifPresent(unit::require);
                Now now = work.posting(unit);
                Bill bill = work.rows().held(order.number(), unit).orElseThrow();
                if (bill.isToTell()) {
                    take(bill, order, code, now, unit);
                } else if (!order(bill, order.centre()).isSame(order)) {
                    // somebody else has told it how it stands, and this may have come there behind that
                    bill.toTell();
                    work.rows().keepQuiet(bill, "tell-treasury-again", unit);
                }
                return new Written(order.number());
            });
            return Answer.TOLD;
        } catch (ProblemException e) {
            if (e.code() != FeeError.CODE_DUPLICATE) {
                throw e;
            }
            return untold(order, e, context, lease);
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
        // what has changed meanwhile, also the last day, is told by the job, however long it has waited until now
        if (order(bill, order.centre()).isSame(order)) {
            bill.told();
        } else {
            bill.toTell();
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

    /** What the machine's clock says. */
    Instant now() {
        return machine.instant();
    }

    /** Numbers of demands of which the treasury is to be told by some moment of the machine, from behind one. */
    List<String> toTell(Instant by, String after, int most, CallContext context) {
        return transactions.read(context, unit -> work.rows().toTell(by, after, most, unit));
    }

    /** Numbers of demands whose money came before their code was known here, from behind one. */
    List<String> toApply(String after, int most, CallContext context) {
        return transactions.read(context, unit -> work.rows().toApply(after, most, unit));
    }

    /**
     * Pays a demand with money that came before its code was known here, and that nobody had seen when the code was
     * written down: it was written down in the same moment, or it was to go back then.
     */
    void apply(String number, CallContext context, UnitOfWork.Lease lease) {
        transactions.write(context, Written.class, unit -> {
            unit.require(lease);
            Now now = work.posting(unit);
            Bill bill = work.rows().held(number, unit).orElseThrow();
            if (bill.isOrdered() && (bill.state() == BillState.DUE || bill.state() == BillState.DEFERRED)) {
                paidBefore(bill, unit).ifPresent(payment -> {
                    pay(bill, payment, now, unit);
                    work.keep(bill, BillStep.PAY, unit);
                });
            }
            return new Written(number);
        });
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
        if (payment.isPassed()) {
            // the treasury has it already: nobody reconciles that day again
            work.ledger().post(EntryKind.UNSWEPT, payment.fen(), now, unit);
            bill.settled(now);
            work.ledger().post(EntryKind.SETTLED, bill, nets, now, unit);
        }
    }

    private Answer untold(
            PaymentOrder order, ProblemException why, CallContext context, Optional<UnitOfWork.Lease> lease) {
        troubles.remove(context.tenant());
        toldInVain(order, cut(why.zh()), context, lease);
        return Answer.REFUSED;
    }

    private static String cut(String words) {
        return words.length() <= MOST_WORDS ? words : words.substring(0, MOST_WORDS);
    }
}
