package org.yichuang.fees.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.yichuang.fees.api.BillState;
import org.yichuang.fees.api.BillStep;
import org.yichuang.fees.api.BypassKind;
import org.yichuang.fees.api.DifferenceKind;
import org.yichuang.fees.api.EntryKind;
import org.yichuang.fees.api.FeeError;
import org.yichuang.fees.api.FeePermission;
import org.yichuang.fees.api.PaymentOutcome;
import org.yichuang.fees.api.StatementSource;
import org.yichuang.fees.internal.FeeCommands.Bring;
import org.yichuang.fees.internal.FeeCommands.Day;
import org.yichuang.fees.internal.FeeCommands.Reason;
import org.yichuang.fees.internal.FeeCommands.StatedLine;
import org.yichuang.fees.internal.SettlementViews.DayView;
import org.yichuang.fees.internal.SettlementViews.DifferenceView;
import org.yichuang.fees.internal.SettlementViews.ReconciliationView;
import org.yichuang.fees.internal.SettlementViews.StatementView;
import org.yichuang.fees.internal.domain.Bill;
import org.yichuang.fees.internal.domain.BillLine;
import org.yichuang.fees.internal.domain.Bypass;
import org.yichuang.fees.internal.domain.ClosedDay;
import org.yichuang.fees.internal.domain.Difference;
import org.yichuang.fees.internal.domain.FeePolicy;
import org.yichuang.fees.internal.domain.Known;
import org.yichuang.fees.internal.domain.Now;
import org.yichuang.fees.internal.domain.Reconciled;
import org.yichuang.fees.internal.domain.Reconciled.Found;
import org.yichuang.fees.internal.domain.Reconciled.Ours;
import org.yichuang.fees.internal.domain.Reconciled.Theirs;
import org.yichuang.fees.internal.domain.Statement;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.Digests;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Money;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.kernel.api.time.Deadlines;
import org.yichuang.kernel.api.time.WorkingCalendar;

/** The three books side by side, day by day (R7-13): nothing is forced, and each difference is closed by a person. */
public class Reconciliation {
    private static final int AT_ONCE = 200;
    private static final Set<DifferenceKind> ALONE = Set.of(DifferenceKind.BANK_ONLY, DifferenceKind.TREASURY_ONLY);
    private static final Set<DifferenceKind> EARLY = Set.of(DifferenceKind.BILL_ONLY, DifferenceKind.LATE);

    private final Transactions transactions;
    private final SettlementRows rows;
    private final BillWork work;

    Reconciliation(Transactions transactions, SettlementRows rows, BillWork work) {
        this.transactions = transactions;
        this.rows = rows;
        this.work = work;
    }

    /**
     * Takes a statement in; the same again changes nothing. Of a day that is closed, what it says is looked at on the
     * day on which it comes.
     *
     * @throws ProblemException {@code fields-invalid}, {@code bank-unknown}
     */
    @RequiresPermission(FeePermission.RECONCILE)
    public StatementView bring(Bring command, CallContext context) {
        context.require(FeePermission.RECONCILE);
        Bring given = FieldRules.require(command);
        if (given.day().isAfter(context.today())) {
            throw invalid("day", "statement.day");
        }
        if (given.source() == StatementSource.BANK && given.bank().isBlank()) {
            throw invalid("bank", "statement.bank");
        }
        if (given.lines().stream().anyMatch(line -> line.fen() <= 0)) {
            throw invalid("lines.fen", "payment.fen");
        }
        requireCountable(given);
        Statement.Lines lines = new Statement.Lines(given.lines().stream()
                .map(line -> new Statement.Line(line.serial() == null ? "" : line.serial(), line.code(), line.fen()))
                .toList());
        String digest = Digests.sha256(given.source() + "\n" + given.bank() + "\n" + given.day() + "\n" + lines);
        Written done = transactions.write(
                context,
                Written.class,
                unit -> new Written(rows.statements()
                        .ofDigest(digest, unit)
                        .map(Statement::id)
                        .orElseGet(() -> {
                            Banks.requirePossible(rows.banks(), given, unit);
                            Statement made = Statement.takenIn(
                                    Ids.next(context.at()), given.source(), given.bank(), given.day(), digest, lines);
                            if (isClosed(given.day(), unit)) {
                                made.late(context.today());
                            }
                            rows.statements()
                                    .keep(made, "take-in", Map.of(), "statement-taken-in", made.changed(), unit);
                            return made.id();
                        })));
        return StatementView.of(transactions
                .read(context.withoutKey(), unit -> rows.statements().find(done.id(), unit))
                .orElseThrow());
    }

    /** No amount, and not all of them together, is larger than amounts can be. */
    private static void requireCountable(Bring given) {
        long sum = 0;
        for (StatedLine line : given.lines()) {
            sum += Math.min(line.fen(), FeePolicy.MOST_FEN + 1);
            if (sum > FeePolicy.MOST_FEN) {
                throw invalid("lines.fen", "payment.most");
            }
        }
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
        return transactions.read(context, unit -> view(day, compared(day, unit), unit));
    }

    private Reconciled compared(LocalDate day, UnitOfWork unit) {
        WorkingCalendar calendar = work.now(unit).calendar();
        LocalDate first = before(day, calendar);
        LocalDate last = Deadlines.addWorkdays(day, Reconciled.DAYS, calendar);
        List<Ours> ours = rows.payments().between(first, last, unit);
        Map<StatementSource, List<Theirs>> theirs = rows.statements().between(first, last, unit).stream()
                .collect(Collectors.groupingBy(
                        Statement::source,
                        Collectors.flatMapping(
                                each -> each.held().lines().stream()
                                        .map(line -> new Theirs(
                                                each.bank(), line.serial(), line.code(), line.fen(), each.countedOn())),
                                Collectors.toList())));
        return Reconciled.of(
                day,
                ours,
                theirs.getOrDefault(StatementSource.BANK, List.of()),
                theirs.getOrDefault(StatementSource.TREASURY, List.of()),
                rows.days().between(first, last, unit));
    }

    private static LocalDate before(LocalDate day, WorkingCalendar calendar) {
        LocalDate first = day;
        for (int passed = 0; passed < Reconciled.DAYS; ) {
            first = first.minusDays(1);
            passed += calendar.isWorkday(first) ? 1 : 0;
        }
        return first;
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
        settleMatched(given.day(), context.withoutKey());
        keepDifferences(given.day(), context);
        return compare(given.day(), context.withoutKey());
    }

    private void keepDifferences(LocalDate day, CallContext context) {
        boolean isOver = day.isBefore(context.today());
        transactions.write(context, Written.class, unit -> {
            if (!isClosed(day, unit)) {
                Reconciled books = compared(day, unit);
                Known known = known(day, unit);
                known.over(books.differences()).forEach(each -> over(each, unit));
                books.differences().stream()
                        .filter(found -> isOver || !EARLY.contains(found.kind()))
                        .forEach(found -> known.fresh(found).ifPresent(id -> open(id, found, unit)));
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

    /** Some at a time: who pays in between does not wait, and what was settled before a crash stays so. */
    private void settleMatched(LocalDate day, CallContext context) {
        List<String> matched = transactions.read(context, unit -> compared(day, unit).matched().stream()
                .filter(number -> isPaid(number, unit))
                .toList());
        for (int from = 0; from < matched.size(); from += AT_ONCE) {
            List<String> some = matched.subList(from, Math.min(from + AT_ONCE, matched.size()));
            transactions.write(context, Written.class, unit -> {
                some.forEach(number -> settle(number, unit));
                return new Written(day.toString());
            });
        }
    }

    private boolean isPaid(String number, UnitOfWork unit) {
        return work.rows()
                .find(number, unit)
                .filter(bill -> bill.state() == BillState.PAID)
                .isPresent();
    }

    private void settle(String number, UnitOfWork unit) {
        Now now = work.now(unit);
        Bill bill = work.rows().held(number, unit).orElseThrow();
        if (bill.state() == BillState.PAID) {
            bill.settled(now);
            work.keep(bill, BillStep.SETTLE, unit);
            List<Long> left = bill.held().lines().stream().map(BillLine::left).toList();
            work.ledger().post(EntryKind.SETTLED, bill, left, now, unit);
        }
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

    /** Whether a code is of the centre's series, and stands in no demand. */
    private boolean isOfNoDemand(String code, UnitOfWork unit) {
        return code.startsWith(FeePolicy.codeSeries(work.now(unit).centre()))
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
     * @throws ProblemException {@code day-not-over}, {@code period-closed}, {@code day-unstated}, {@code day-differs},
     *     {@code day-unbalanced}
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
        Reconciled books = compared(day, unit);
        Known known = known(day, unit);
        long open = known.all().stream().filter(Difference::isOpen).count()
                + books.differences().stream()
                        .filter(found -> known.fresh(found).isPresent())
                        .count()
                + books.matched().stream()
                        .filter(number -> isPaid(number, unit))
                        .count();
        if (open > 0) {
            throw ProblemException.of(FeeError.DAY_DIFFERS, day, open);
        }
    }

    private void requireBalanced(LocalDate day, Map<EntryKind, Long> turnover, UnitOfWork unit) {
        List<Ours> payments = rows.payments().between(day, day, unit);
        long matched = payments.stream()
                .filter(each -> each.outcome() == PaymentOutcome.MATCHED)
                .mapToLong(Ours::fen)
                .sum();
        long came = payments.stream().mapToLong(Ours::fen).sum();
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
