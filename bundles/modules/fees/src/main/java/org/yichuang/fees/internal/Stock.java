package org.yichuang.fees.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yichuang.fees.api.BypassKind;
import org.yichuang.fees.api.FeeError;
import org.yichuang.fees.api.FeePermission;
import org.yichuang.fees.api.StockStep;
import org.yichuang.fees.internal.StockViews.BuyReceipts;
import org.yichuang.fees.internal.StockViews.CountReceipts;
import org.yichuang.fees.internal.StockViews.LotSummary;
import org.yichuang.fees.internal.StockViews.LotView;
import org.yichuang.fees.internal.StockViews.MoveReceipts;
import org.yichuang.fees.internal.StockViews.StopReceipts;
import org.yichuang.fees.internal.StockViews.StopView;
import org.yichuang.fees.internal.domain.Bypass;
import org.yichuang.fees.internal.domain.FeePolicy;
import org.yichuang.fees.internal.domain.LotContent.Used;
import org.yichuang.fees.internal.domain.Now;
import org.yichuang.fees.internal.domain.ReceiptLot;
import org.yichuang.fees.internal.domain.ReceiptStop;
import org.yichuang.fees.internal.persistence.BypassRows;
import org.yichuang.fees.internal.persistence.LotRows;
import org.yichuang.fees.internal.persistence.NumberRows;
import org.yichuang.fees.internal.persistence.StopRows;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.kernel.api.identifier.Masking;

/**
 * Paper receipts of units (票据登记簿): bought, given out, used, spoiled, lost, counted, given back and put away, until the
 * last day on which a unit gives any of its own. What is given out behind it is a sign that fees go round the counter.
 */
public class Stock {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final String SERIES = "receipt-lots";
    private static final int DIGITS = 7;
    private static final long MOST = 1_000_000;

    private final Transactions transactions;
    private final LotRows lots;
    private final StopRows stops;
    private final NumberRows numbers;
    private final BypassRows bypasses;
    private final Clocked clocked;

    Stock(
            Transactions transactions,
            LotRows lots,
            StopRows stops,
            NumberRows numbers,
            BypassRows bypasses,
            Clocked clocked) {
        this.transactions = transactions;
        this.lots = lots;
        this.stops = stops;
        this.numbers = numbers;
        this.bypasses = bypasses;
        this.clocked = clocked;
    }

    /**
     * Writes down what a unit has got from finance.
     *
     * @throws ProblemException {@code fields-invalid}, {@code stock-overlaps}, {@code stock-stopped}
     */
    @RequiresPermission(FeePermission.STOCK)
    public LotView buy(BuyReceipts command, CallContext context) {
        context.require(FeePermission.STOCK);
        BuyReceipts given = FieldRules.require(command);
        long first = number(given.first(), "first");
        long last = number(given.last(), "last");
        if (given.first().length() != given.last().length() || last < first || last - first >= MOST) {
            throw invalid("last", "stock.last");
        }
        ReceiptLot.Bought what = new ReceiptLot.Bought(
                given.kind(), given.unit(), first, last, given.first().length());
        Written done = transactions.write(context, Written.class, unit -> {
            Now now = clocked.now(unit);
            requireGoingOn(given.unit(), now.today(), unit);
            // held first: who buys the same numbers in this moment waits, and then finds these
            String id = String.format("PJ-%07d", numbers.next(SERIES, DIGITS, unit));
            if (lots.isThere(given.kind(), first, last, unit)) {
                throw ProblemException.of(FeeError.STOCK_OVERLAPS, given.first(), given.last());
            }
            ReceiptLot lot = ReceiptLot.bought(id, what, given.words(), now);
            keep(lot, StockStep.BUY, details(lot, what.first(), what.last(), given.words()), unit);
            return new Written(id);
        });
        return view(done.id(), context);
    }

    /**
     * Writes down what was done with some of them.
     *
     * @throws ProblemException {@code fields-invalid}, {@code stock-unknown}, {@code stock-closed}, {@code
     *     stock-numbers}, {@code stock-state}, {@code stock-stopped}
     */
    @RequiresPermission(FeePermission.STOCK)
    public LotView move(String id, MoveReceipts command, CallContext context) {
        context.require(FeePermission.STOCK);
        MoveReceipts given = FieldRules.require(command);
        long first = number(given.first(), "first");
        long last = given.last().isEmpty() ? first : number(given.last(), "last");
        LocalDate day = given.day() == null ? context.today() : given.day();
        require(given, day, context);
        long fen = given.fen() == null ? 0 : given.fen();
        ReceiptLot.Step what = new ReceiptLot.Step(first, last, given.holder(), fen, day, given.words());
        transactions.write(context, Written.class, unit -> {
            ReceiptLot lot = held(id, unit);
            Now now = clocked.now(unit);
            // by the day on which it is written down: the day that is typed is anybody's word
            if (given.step() == StockStep.ISSUE) {
                requireGoingOn(lot.unit(), now.today(), unit);
            }
            lot.moved(given.step(), what, now);
            Map<String, String> details = details(lot, first, last, given.words());
            details.put("fen", Long.toString(fen));
            details.put("day", day.toString());
            put(details, "holder", given.holder());
            keep(lot, given.step(), details, unit);
            if (given.step() == StockStep.USE) {
                stops.find(lot.unit(), unit)
                        .filter(stop -> stop.isPassed(now.today()))
                        .ifPresent(stop -> sign(lot, new Used(day, first, last, fen), unit));
            }
            return new Written(id);
        });
        return view(id, context);
    }

    private static void require(MoveReceipts given, LocalDate day, CallContext context) {
        if (given.step().to() == null) {
            throw invalid("step", "stock.step");
        }
        if (day.isAfter(context.today())) {
            throw invalid("day", "stock.day");
        }
        if (given.step() == StockStep.ISSUE && given.holder().isBlank()) {
            throw invalid("holder", "stock.holder");
        }
        boolean isUse = given.step() == StockStep.USE;
        if (isUse && (given.fen() == null || given.fen() <= 0 || given.fen() > FeePolicy.MOST_FEN)) {
            throw invalid("fen", "payment.fen");
        }
        if (!isUse && given.step() != StockStep.ISSUE && given.words().isBlank()) {
            throw invalid("words", "stock.words");
        }
    }

    /**
     * Writes down what somebody who keeps none of them has counted.
     *
     * @throws ProblemException {@code fields-invalid}, {@code stock-unknown}, {@code stock-closed}, {@code stock-self}
     */
    @RequiresPermission(FeePermission.CONFIRM)
    public LotView count(String id, CountReceipts command, CallContext context) {
        context.require(FeePermission.CONFIRM);
        CountReceipts given = FieldRules.require(command);
        if (given.found() < 0 || given.found() > MOST) {
            throw invalid("found", "stock.found");
        }
        transactions.write(context, Written.class, unit -> {
            ReceiptLot lot = held(id, unit);
            Map<String, String> details = details(lot, given.words());
            details.put("found", Long.toString(given.found()));
            details.put("inHand", Long.toString(lot.inHand()));
            lot.counted(given.found(), given.words(), clocked.now(unit));
            keep(lot, StockStep.COUNT, details, unit);
            return new Written(id);
        });
        return view(id, context);
    }

    /**
     * Puts the book away when nothing is in hand any more.
     *
     * @throws ProblemException {@code stock-unknown}, {@code stock-closed}, {@code stock-open}
     */
    @RequiresPermission(FeePermission.STOCK)
    public LotView close(String id, CallContext context) {
        context.require(FeePermission.STOCK);
        transactions.write(context, Written.class, unit -> {
            ReceiptLot lot = held(id, unit);
            lot.closed(clocked.now(unit));
            keep(lot, StockStep.CLOSE, details(lot, ""), unit);
            return new Written(id);
        });
        return view(id, context);
    }

    /**
     * Writes down the last day on which a unit gives receipts of its own; what it has given behind that day already
     * is a sign.
     *
     * @throws ProblemException {@code fields-invalid}
     */
    @RequiresPermission(FeePermission.RECONCILE)
    public StopView stop(StopReceipts command, CallContext context) {
        context.require(FeePermission.RECONCILE);
        StopReceipts given = FieldRules.require(command);
        transactions.write(context, Written.class, unit -> {
            ReceiptStop stop = stops.held(given.unit(), unit).orElseGet(() -> ReceiptStop.of(given.unit()));
            stop.decided(given.lastDay(), given.decision(), clocked.now(unit));
            stops.keep(stop, "decide", decided(given), "receipts-stopped", stop.changed(), unit);
            for (ReceiptLot lot : lots.ofUnit(given.unit(), unit)) {
                lot.used().stream().filter(used -> stop.isPassed(used.day())).forEach(used -> sign(lot, used, unit));
            }
            return new Written(given.unit());
        });
        return StopView.of(transactions
                .read(context.withoutKey(), unit -> stops.find(given.unit(), unit))
                .orElseThrow());
    }

    private static Map<String, String> decided(StopReceipts given) {
        Map<String, String> details = new HashMap<>();
        details.put("lastDay", given.lastDay().toString());
        put(details, "decision", given.decision());
        return details;
    }

    private void sign(ReceiptLot lot, Used used, UnitOfWork unit) {
        String words = LocalizedMessage.of(
                        Stock.class,
                        "bypass.paper",
                        lot.kind(),
                        lot.printed(used.first()),
                        lot.printed(used.last()),
                        used.day())
                .zh();
        String name = lot.id() + "." + used.first();
        bypasses.found(new Bypass.Sign(BypassKind.PAPER_RECEIPT, name, "", "", lot.unit(), used.fen(), words), unit);
    }

    private void requireGoingOn(String name, LocalDate day, UnitOfWork unit) {
        stops.find(name, unit).filter(stop -> stop.isPassed(day)).ifPresent(stop -> {
            throw ProblemException.of(FeeError.STOCK_STOPPED, name, stop.lastDay());
        });
    }

    private void keep(ReceiptLot lot, StockStep step, Map<String, String> details, UnitOfWork unit) {
        lots.keep(lot, step.word(), details, "receipts-moved", lot.changed(step), unit);
    }

    private static Map<String, String> details(ReceiptLot lot, long first, long last, String words) {
        Map<String, String> details = details(lot, words);
        details.put("numbers", lot.printed(first) + "-" + lot.printed(last));
        return details;
    }

    /** What the audit trail keeps of a step when the book has long left it out: all that was typed. */
    private static Map<String, String> details(ReceiptLot lot, String words) {
        Map<String, String> details = new HashMap<>();
        details.put("unit", lot.unit());
        put(details, "words", words);
        return details;
    }

    private static void put(Map<String, String> details, String key, String text) {
        if (!text.isEmpty()) {
            details.put(key, Masking.text(text));
        }
    }

    private ReceiptLot held(String id, UnitOfWork unit) {
        ReceiptLot lot = lots.held(id, unit).orElseThrow(() -> unknown(id));
        unit.context().requireVersion(lot.steps());
        return lot;
    }

    private static ProblemException unknown(String id) {
        return ProblemException.of(FeeError.STOCK_UNKNOWN, id);
    }

    private LotView view(String id, CallContext context) {
        return LotView.of(transactions
                .read(context.withoutKey(), unit -> lots.find(id, unit))
                .orElseThrow(() -> unknown(id)));
    }

    /** @throws ProblemException {@code stock-unknown} */
    @RequiresPermission(FeePermission.LEDGER)
    public LotView find(String id, CallContext context) {
        context.require(FeePermission.LEDGER);
        return view(id, context);
    }

    /** Returns what was bought, the newest first. */
    @RequiresPermission(FeePermission.LEDGER)
    public Page<LotSummary> list(PageRequest page, CallContext context) {
        context.require(FeePermission.LEDGER);
        List<ReceiptLot> found = transactions.read(context, unit -> lots.all(page.cursor(), page.limit() + 1, unit));
        return Page.of(found, page.limit(), ReceiptLot::id).map(LotSummary::of);
    }

    /** Returns the last days of units' own receipts. */
    @RequiresPermission(FeePermission.LEDGER)
    public Page<StopView> stops(PageRequest page, CallContext context) {
        context.require(FeePermission.LEDGER);
        List<ReceiptStop> found = transactions.read(context, unit -> stops.all(page.cursor(), page.limit() + 1, unit));
        return Page.of(found, page.limit(), ReceiptStop::id).map(StopView::of);
    }

    private static long number(String text, String field) {
        if (!NUMBER.matcher(text).matches()) {
            throw invalid(field, "stock.number");
        }
        return Long.parseLong(text);
    }

    private static ProblemException invalid(String field, String key) {
        return ProblemException.field(CommonError.FIELDS_INVALID, field, LocalizedMessage.of(Stock.class, key));
    }
}
