package org.yichuang.fees.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yichuang.fees.api.BillStep;
import org.yichuang.fees.api.EntryKind;
import org.yichuang.fees.api.PaymentOutcome;
import org.yichuang.fees.internal.domain.Bill;
import org.yichuang.fees.internal.domain.BillLine;
import org.yichuang.fees.internal.domain.Now;
import org.yichuang.fees.internal.domain.Payment;
import org.yichuang.fees.internal.domain.Reconciled;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;

/** Posts what the treasury has got, once all three books agree on it. */
class Settler {
    private static final int AT_ONCE = 200;

    private final Transactions transactions;
    private final SettlementRows rows;
    private final BookReader books;
    private final BillWork work;

    Settler(Transactions transactions, SettlementRows rows, BookReader books, BillWork work) {
        this.transactions = transactions;
        this.rows = rows;
        this.books = books;
        this.work = work;
    }

    /** How much is still to be posted. */
    int open(Reconciled found, UnitOfWork unit) {
        return todo(found, unit).count();
    }

    /** Some at a time: who pays in between does not wait, and what was settled before a crash stays so. */
    void settle(LocalDate day, CallContext context) {
        Settling todo = transactions.read(context, unit -> todo(books.compared(day, unit), unit));
        inPieces(todo.passed(), context, this::pass);
        inPieces(
                List.copyOf(todo.bills().entrySet()),
                context,
                (of, now, unit) -> settle(of.getKey(), of.getValue(), now, unit));
    }

    /**
     * What is to be posted.
     *
     * @param bills demands, with what the treasury has of each
     * @param passed ids of payments that pay nothing
     */
    private record Settling(Map<String, Long> bills, List<String> passed) {
        int count() {
            return bills.size() + passed.size();
        }
    }

    private Settling todo(Reconciled found, UnitOfWork unit) {
        Map<String, Long> bills = new TreeMap<>(found.matched());
        bills.entrySet().removeIf(each -> !isUnsettled(each.getKey(), each.getValue(), unit));
        return new Settling(bills, found.passed());
    }

    private boolean isUnsettled(String number, long atTreasury, UnitOfWork unit) {
        return atTreasury > 0
                && work.rows().find(number, unit).filter(Bill::isUnsettled).isPresent();
    }

    /** What is posted of one. */
    @FunctionalInterface
    private interface Step<T> {
        void post(T of, Now now, UnitOfWork unit);
    }

    private <T> void inPieces(List<T> all, CallContext context, Step<T> step) {
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<T> some = all.subList(from, Math.min(from + AT_ONCE, all.size()));
            transactions.write(context, Written.class, unit -> {
                Now now = work.posting(unit);
                some.forEach(each -> step.post(each, now, unit));
                return new Written(now.today().toString());
            });
        }
    }

    /** The treasury has it, less what the bank has given back before where that is what the treasury says. */
    private void settle(String number, long atTreasury, Now now, UnitOfWork unit) {
        Bill bill = work.rows().held(number, unit).orElseThrow();
        if (bill.isUnsettled()) {
            bill.settled(now);
            work.keep(bill, BillStep.SETTLE, unit);
            List<Long> fen = new ArrayList<>(
                    bill.held().lines().stream().map(BillLine::net).toList());
            if (atTreasury < bill.paidFen()) {
                List<Long> returned = work.ledger().ofBill(bill, EntryKind.REFUNDED, unit);
                for (int i = 0; i < fen.size(); i++) {
                    fen.set(i, fen.get(i) - returned.get(i));
                }
            }
            work.ledger().post(EntryKind.SETTLED, bill, fen, now, unit);
        }
    }

    /** Money that pays nothing has reached the treasury: it is in suspense there. */
    private void pass(String id, Now now, UnitOfWork unit) {
        Payment payment = rows.payments().held(id, unit).orElseThrow();
        if (!payment.isPassed() && !payment.isReversed() && payment.outcome() != PaymentOutcome.MATCHED) {
            payment.passed(now);
            Map<String, String> details = Map.of("code", payment.code());
            rows.payments().keep(payment, "pass", details, "payment-passed", payment.changed(), unit);
            work.ledger().post(EntryKind.SWEPT, payment.fen(), now, unit);
        }
    }
}
