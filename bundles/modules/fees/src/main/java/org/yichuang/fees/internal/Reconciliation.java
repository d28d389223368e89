package org.yichuang.fees.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.yichuang.fees.api.BypassKind;
import org.yichuang.fees.api.DifferenceKind;
import org.yichuang.fees.api.EntryKind;
import org.yichuang.fees.api.FeeError;
import org.yichuang.fees.api.FeePermission;
import org.yichuang.fees.api.PaymentOutcome;
import org.yichuang.fees.api.StatementSource;
import org.yichuang.fees.internal.FeeCommands.Day;
import org.yichuang.fees.internal.FeeCommands.Reason;
import org.yichuang.fees.internal.SettlementViews.DayView;
import org.yichuang.fees.internal.SettlementViews.DifferenceView;
import org.yichuang.fees.internal.SettlementViews.ReconciliationView;
import org.yichuang.fees.internal.domain.Bypass;
import org.yichuang.fees.internal.domain.ClosedDay;
import org.yichuang.fees.internal.domain.Difference;
import org.yichuang.fees.internal.domain.FeePolicy;
import org.yichuang.fees.internal.domain.Known;
import org.yichuang.fees.internal.domain.Reconciled;
import org.yichuang.fees.internal.domain.Reconciled.Found;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Money;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;

/** The three books side by side, day by day (R7-13): nothing is forced, and each difference is closed by a person. */
public class Reconciliation {
    private static final Set<DifferenceKind> ALONE = Set.of(DifferenceKind.BANK_ONLY, DifferenceKind.TREASURY_ONLY);
    private static final Set<DifferenceKind> EARLY = Set.of(DifferenceKind.BILL_ONLY, DifferenceKind.LATE);

    private final Transactions transactions;
    private final SettlementRows rows;
    private final BookReader books;
    private final Settler settler;
    private final BillWork work;

    Reconciliation(Transactions transactions, SettlementRows rows, BookReader books, BillWork work) {
        this.transactions = transactions;
        this.rows = rows;
        this.books = books;
        this.settler = new Settler(transactions, rows, books, work);
        this.work = work;
    }

    private boolean isClosed(LocalDate day, UnitOfWork unit) {
        return rows.days().find(day.toString(), unit).isPresent();
    }

    /** Compares the books of a day; nothing is written down. */
    @RequiresPermission(FeePermission.LEDGER)
    public ReconciliationView compare(LocalDate day, CallContext context) {
        context.require(FeePermission.LEDGER);
        if (day == null) {
            throw invalid("day", "reconciliation.day");
        }
        return transactions.read(context, unit -> view(day, books.compared(day, unit), unit));
    }

    private ReconciliationView view(LocalDate day, Reconciled of, UnitOfWork unit) {
        Map<String, DifferenceView> all = new TreeMap<>();
        Known known = known(day, unit);
        of.differences()
                .forEach(found -> known.fresh(found).ifPresent(id -> all.put(id, DifferenceView.of(id, found))));
        known.all().forEach(kept -> all.put(kept.id(), DifferenceView.of(kept)));
        return new ReconciliationView(day, of.matched().size(), List.copyOf(all.values()), isClosed(day, unit));
    }

    /**
     * Reconciles a day: what all three books have is settled, and each difference is kept until somebody closes it, or
     * the books agree. What somebody may still have before the day is over is no difference yet. Again, with nothing
     * new, it changes nothing.
     *
     * @throws ProblemException {@code fields-invalid} for a day that has not come
     */
    @RequiresPermission(FeePermission.RECONCILE)
    public ReconciliationView reconcile(Day command, CallContext context) {
        context.require(FeePermission.RECONCILE);
        Day given = FieldRules.require(command);
        if (given.day().isAfter(context.today())) {
            throw invalid("day", "statement.day");
        }
        settler.settle(given.day(), context.withoutKey());
        keepDifferences(given.day(), context);
        return compare(given.day(), context.withoutKey());
    }

    private void keepDifferences(LocalDate day, CallContext context) {
        boolean isOver = day.isBefore(context.today());
        transactions.write(context, Written.class, unit -> {
            if (!isClosed(day, unit)) {
                Reconciled found = books.compared(day, unit);
                Known known = known(day, unit);
                known.over(found.differences()).forEach(each -> over(each, unit));
                found.differences().stream()
                        .filter(each -> isOver || !EARLY.contains(each.kind()))
                        .forEach(each -> known.fresh(each).ifPresent(id -> open(id, each, unit)));
            }
            return new Written(day.toString());
        });
    }

    private Known known(LocalDate day, UnitOfWork unit) {
        return new Known(rows.differences().of(day, unit));
    }

    private void over(Difference found, UnitOfWork unit) {
        found.over(LocalizedMessage.of(Reconciliation.class, "difference.over").zh(), work.now(unit));
        rows.differences().keep(found, "over", Map.of(), "difference-closed", found.changed(), unit);
    }

    private void open(String id, Found found, UnitOfWork unit) {
        Difference made = Difference.opened(id, found);
        rows.differences().keep(made, "open", Map.of("code", found.code()), "difference-open", made.changed(), unit);
        if (ALONE.contains(found.kind()) && isOfNoDemand(found.code(), unit)) {
            String words = LocalizedMessage.of(Reconciliation.class, "bypass.no-demand", found.day())
                    .zh();
            rows.bypasses()
                    .found(new Bypass.Sign(BypassKind.NO_DEMAND, id, "", found.code(), "", found.fen(), words), unit);
        }
    }

    /**
     * Whether a code is the centre's, and stands in no demand: of its series, or any of 20 digits where the treasury
     * gives codes, which nobody can read anything from.
     */
    private boolean isOfNoDemand(String code, UnitOfWork unit) {
        return FeePolicy.isOwnCode(code, work.now(unit).centre())
                && work.rows().ofCode(code, unit).isEmpty();
    }

    /**
     * Closes a difference, with the reason for it.
     *
     * @throws ProblemException {@code difference-unknown}
     */
    @RequiresPermission(FeePermission.RECONCILE)
    public DifferenceView explain(String id, Reason command, CallContext context) {
        context.require(FeePermission.RECONCILE);
        Reason given = FieldRules.require(command);
        transactions.write(context, Written.class, unit -> {
            Difference found = rows.differences()
                    .held(id, unit)
                    .filter(Difference::isOpen)
                    .orElseThrow(() -> ProblemException.of(FeeError.DIFFERENCE_UNKNOWN));
            found.closed(given.reason(), work.now(unit));
            Map<String, String> details = Map.of("reason", given.reason());
            rows.differences().keep(found, "close", details, "difference-closed", found.changed(), unit);
            return new Written(id);
        });
        return DifferenceView.of(transactions
                .read(context.withoutKey(), unit -> rows.differences().find(id, unit))
                .orElseThrow());
    }

    /**
     * Closes a day that is over, once every bank and the treasury have stated what they got on it (an empty statement
     * says that it was nothing), it has been reconciled, no difference is open, and payments and ledger have the same
     * of it to the fen.
     *
     * @throws ProblemException {@code day-not-over}, {@code period-closed}, {@code day-unstated}, {@code
     *     day-unconfirmed}, {@code day-differs}, {@code day-unbalanced}
     */
    @RequiresPermission(FeePermission.RECONCILE)
    public DayView close(Day command, CallContext context) {
        context.require(FeePermission.RECONCILE);
        Day given = FieldRules.require(command);
        LocalDate day = given.day();
        if (!day.isBefore(context.today())) {
            throw ProblemException.of(FeeError.DAY_NOT_OVER, day);
        }
        transactions.write(context, Written.class, unit -> {
            work.closing(unit);
            if (isClosed(day, unit)) {
                throw ProblemException.of(FeeError.PERIOD_CLOSED, day);
            }
            requireStated(day, unit);
            requireExplained(day, unit);
            Map<EntryKind, Long> turnover = work.ledger().turnover(day, day, unit);
            requireBalanced(day, turnover, unit);
            ClosedDay closed = ClosedDay.closed(day, turnover, work.now(unit));
            rows.days().keep(closed, "close", Map.of(), "day-closed", closed.changed(), unit);
            return new Written(closed.id());
        });
        return DayView.of(transactions
                .read(context.withoutKey(), unit -> rows.days().find(day.toString(), unit))
                .orElseThrow());
    }

    private void requireStated(LocalDate day, UnitOfWork unit) {
        int waiting = rows.statements().waiting(day, unit);
        if (waiting > 0) {
            throw ProblemException.of(FeeError.DAY_UNCONFIRMED, day, waiting);
        }
        Set<String> banks = rows.statements().stated(day, StatementSource.BANK, unit);
        for (String bank : rows.banks().names(StatementSource.BANK, unit)) {
            if (!banks.contains(bank)) {
                throw ProblemException.of(FeeError.DAY_UNSTATED, day, bank);
            }
        }
        for (StatementSource source : StatementSource.values()) {
            if (rows.statements().stated(day, source, unit).isEmpty()) {
                throw ProblemException.of(FeeError.DAY_UNSTATED, day, source.label());
            }
        }
    }

    private void requireExplained(LocalDate day, UnitOfWork unit) {
        Reconciled found = books.compared(day, unit);
        Known known = known(day, unit);
        long open = known.all().stream().filter(Difference::isOpen).count()
                + found.differences().stream()
                        .filter(each -> known.fresh(each).isPresent())
                        .count()
                + settler.open(found, unit);
        if (open > 0) {
            throw ProblemException.of(FeeError.DAY_DIFFERS, day, open);
        }
    }

    private void requireBalanced(LocalDate day, Map<EntryKind, Long> turnover, UnitOfWork unit) {
        Map<PaymentOutcome, Long> posted = rows.payments().posted(day, unit);
        long matched = posted.getOrDefault(PaymentOutcome.MATCHED, 0L);
        long came = posted.values().stream().mapToLong(Long::longValue).sum();
        requireSame(day, matched, turnover.get(EntryKind.PAID));
        requireSame(day, came, turnover.get(EntryKind.PAID) + turnover.get(EntryKind.UNMATCHED));
    }

    private static void requireSame(LocalDate day, long one, long other) {
        if (one != other) {
            throw ProblemException.of(FeeError.DAY_UNBALANCED, day, new Money(one).yuan(), new Money(other).yuan());
        }
    }

    /** Returns the days that are closed, the newest first. */
    @RequiresPermission(FeePermission.LEDGER)
    public Page<DayView> days(PageRequest page, CallContext context) {
        context.require(FeePermission.LEDGER);
        List<ClosedDay> found =
                transactions.read(context, unit -> rows.days().all(page.cursor(), page.limit() + 1, unit));
        return Page.of(found, page.limit(), ClosedDay::id).map(DayView::of);
    }

    private static ProblemException invalid(String field, String key) {
        return ProblemException.field(
                CommonError.FIELDS_INVALID, field, LocalizedMessage.of(Reconciliation.class, key));
    }
}
