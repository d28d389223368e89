package org.yichuang.fees.internal;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.yichuang.fees.api.BillStep;
import org.yichuang.fees.api.EntryKind;
import org.yichuang.fees.api.FeeError;
import org.yichuang.fees.internal.domain.Bill;
import org.yichuang.fees.internal.domain.BillLine;
import org.yichuang.fees.internal.domain.FeePolicy;
import org.yichuang.fees.internal.domain.Now;
import org.yichuang.fees.internal.domain.Receipt;
import org.yichuang.fees.internal.persistence.BillRows;
import org.yichuang.fees.internal.persistence.DayRows;
import org.yichuang.fees.internal.persistence.EntryRows;
import org.yichuang.fees.internal.persistence.NumberRows;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenant;

/** What the steps of demands have in common: their rows, the ledger, their numbers and papers. */
class BillWork {
    private static final int BILL_DIGITS = 7;
    private static final int RECEIPT_DIGITS = 10;
    private static final int CHECK = 6;

    private final BillRows rows;
    private final EntryRows ledger;
    private final NumberRows numbers;
    private final DayRows days;
    private final BillPapers papers;
    private final Clocked clocked;

    BillWork(BillRows rows, EntryRows ledger, NumberRows numbers, DayRows days, BillPapers papers, Clocked clocked) {
        this.rows = rows;
        this.days = days;
        this.ledger = ledger;
        this.numbers = numbers;
        this.papers = papers;
        this.clocked = clocked;
    }

    BillRows rows() {
        return rows;
    }

    EntryRows ledger() {
        return ledger;
    }

    BillPapers papers() {
        return papers;
    }

    Tenant centre(TenantId tenant) {
        return clocked.centre(tenant);
    }

    Now now(UnitOfWork unit) {
        return clocked.now(unit);
    }

    /**
     * Begins a step that posts something, before anything else is held: nobody closes a day until it has ended, and a
     * day that somebody has closed is not posted on, however late the transaction is that began on it.
     *
     * @throws ProblemException {@code period-closed}
     */
    Now posting(UnitOfWork unit) {
        numbers.open(unit);
        Now now = now(unit);
        if (days.find(now.today().toString(), unit).isPresent()) {
            throw ProblemException.of(FeeError.PERIOD_CLOSED, now.today());
        }
        return now;
    }

    /** Begins to close a day: whoever posts on it has ended, and whoever comes later sees that it is closed. */
    void closing(UnitOfWork unit) {
        numbers.close(unit);
    }

    /** The number of the next demand of a year; whoever asks waits for the others. */
    String nextNumber(Now now, UnitOfWork unit) {
        int year = now.today().getYear();
        return String.format("%d-%07d", year, numbers.next("bill-" + year, BILL_DIGITS, unit));
    }

    /**
     * The next code of payment of the centre's series.
     *
     * @throws ProblemException {@code code-series-shared} where another centre has codes of it
     */
    String nextCode(Now now, UnitOfWork unit) {
        String series = FeePolicy.codeSeries(now.centre());
        clocked.requireOwn(series, now.centre());
        int digits = FeePolicy.numbered(series);
        long number = numbers.next("code-" + FeePolicy.numbersOf(series), digits, unit);
        return series + String.format("%0" + digits + "d", number);
    }

    /** The next receipt: without gaps within its code. */
    Receipt nextReceipt(Now now, UnitOfWork unit) {
        return nextReceipts(1, now, unit).get(0);
    }

    /** The next receipts, one after the other. */
    List<Receipt> nextReceipts(int count, Now now, UnitOfWork unit) {
        String code = FeePolicy.receiptCode(now.centre(), now.today().getYear());
        long first = numbers.next("receipt-" + code, RECEIPT_DIGITS, count, unit);
        return LongStream.range(first, first + count)
                .mapToObj(number -> new Receipt(code, String.format("%010d", number), Ids.secret(CHECK)))
                .toList();
    }

    /** A demand of a department that whoever asks works for, held until the transaction ends, as they have seen it. */
    Bill held(String number, UnitOfWork unit) {
        Bill bill = rows.held(number, unit)
                .filter(found -> unit.context().actor().worksFor(found.department()))
                .orElseThrow(() -> unknown(number));
        unit.context().requireVersion(bill.steps());
        return bill;
    }

    static ProblemException unknown(String number) {
        return ProblemException.of(FeeError.BILL_UNKNOWN, number);
    }

    /** Demands no more by a demand that is not paid, once a step has made it void. */
    void voided(Bill bill, BillStep step, UnitOfWork unit) {
        Now now = now(unit);
        papers.voided(bill, unit);
        keep(bill, step, unit);
        List<Long> nets = bill.held().lines().stream().map(BillLine::net).toList();
        ledger.post(EntryKind.VOIDED, bill, nets, now, unit);
    }

    /** Keeps a step, with its entry and its event. */
    void keep(Bill bill, BillStep step, UnitOfWork unit) {
        String event =
                switch (step) {
                    case BILL -> "billed";
                    case CODE -> "coded";
                    case ASK_RELIEF -> "relief-asked";
                    case RELIEVE -> "relieved";
                    case REFUSE_RELIEF -> "relief-refused";
                    case PAY -> "paid";
                    case VOID, END -> "voided";
                    case SETTLE -> "settled";
                    case REFUND -> "refunded";
                    case REVERSE -> "reversed";
                    case TELL -> "told-by-hand";
                };
        rows.keep(bill, step.word(), Map.of("case", bill.caseNumber()), event, bill.changed(), unit);
    }
}
