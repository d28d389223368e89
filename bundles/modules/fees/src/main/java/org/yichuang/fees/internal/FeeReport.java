package org.yichuang.fees.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yichuang.fees.api.EntryKind;
import org.yichuang.fees.api.FeePermission;
import org.yichuang.fees.internal.persistence.BillRows;
import org.yichuang.fees.internal.persistence.EntryRows;
import org.yichuang.fees.internal.persistence.EntryRows.Turnover;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;

/** What the entries of the ledger add up to within some days, for the treasury: by unit and fee item. */
public class FeeReport {
    private static final int MOST_YEARS = 5;

    private final Transactions transactions;
    private final EntryRows rows;
    private final BillRows bills;

    FeeReport(Transactions transactions, EntryRows rows, BillRows bills) {
        this.transactions = transactions;
        this.rows = rows;
        this.bills = bills;
    }

    /**
     * What a department's windows have demanded.
     *
     * @param cases in how many cases
     */
    public record Window(String department, long cases, Line sums) {}

    /**
     * A line, in fen.
     *
     * @param unit 执收单位
     * @param fee the code of the fee item, empty for all of the unit
     * @param isSum whether it is of a whole unit, or of all
     */
    public record Line(String unit, String fee, boolean isSum, Map<EntryKind, Long> sums) {
        /** What was posted of some kinds. */
        public long of(EntryKind... kinds) {
            long sum = 0;
            for (EntryKind kind : kinds) {
                sum += sums.getOrDefault(kind, 0L);
            }
            return sum;
        }

        /** What was paid, less what was mistyped and reversed. */
        public long paid() {
            return of(EntryKind.PAID, EntryKind.APPLIED) - of(EntryKind.PAID_REVERSED);
        }

        /** What was to be paid: demanded, less what was voided and relieved. */
        public long due() {
            return of(EntryKind.BILLED) - of(EntryKind.VOIDED, EntryKind.RELIEVED);
        }

        private void add(Turnover entry) {
            sums.merge(entry.kind(), entry.fen(), Long::sum);
        }

        static Line of(String unit, String fee, boolean isSum) {
            return new Line(unit, fee, isSum, new EnumMap<>(EntryKind.class));
        }
    }

    /**
     * Returns a line for each fee item of a unit, one for each unit behind them, and one for all at the end.
     *
     * @throws ProblemException {@code fields-invalid} for days that are no span of five years at most
     */
    @RequiresPermission(FeePermission.LEDGER)
    public List<Line> of(LocalDate first, LocalDate last, CallContext context) {
        context.require(FeePermission.LEDGER);
        requireSpan(first, last);
        List<Turnover> found = transactions.read(context, unit -> rows.turnoverByFee(first, last, unit));
        Line all = Line.of("", "", true);
        Map<String, Line> units = new TreeMap<>();
        Map<String, Map<String, Line>> fees = new TreeMap<>();
        for (Turnover entry : found) {
            all.add(entry);
            units.computeIfAbsent(entry.unit(), unit -> Line.of(unit, "", true)).add(entry);
            fees.computeIfAbsent(entry.unit(), unit -> new TreeMap<>())
                    .computeIfAbsent(entry.fee(), fee -> Line.of(entry.unit(), fee, false))
                    .add(entry);
        }
        List<Line> lines = new ArrayList<>();
        units.forEach((unit, sum) -> {
            lines.addAll(fees.get(unit).values());
            lines.add(sum);
        });
        lines.add(all);
        return lines;
    }

    private static void requireSpan(LocalDate first, LocalDate last) {
        if (last.isBefore(first) || last.isAfter(first.plusYears(MOST_YEARS))) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID, "to", LocalizedMessage.of(FeeReport.class, "report.to"));
        }
    }

    /**
     * Returns a line for each department whose windows have demanded something, or of whose demands something was
     * posted.
     *
     * @throws ProblemException {@code fields-invalid} for days that are no span of five years at most
     */
    @RequiresPermission(FeePermission.LEDGER)
    public List<Window> windows(LocalDate first, LocalDate last, CallContext context) {
        context.require(FeePermission.LEDGER);
        requireSpan(first, last);
        return transactions.read(context, unit -> {
            Map<String, Long> cases = bills.cases(first, last, unit);
            List<Window> windows = new ArrayList<>();
            rows.turnoverByWindow(first, last, unit)
                    .forEach((department, sums) -> windows.add(new Window(
                            department, cases.getOrDefault(department, 0L), new Line(department, "", true, sums))));
            return List.copyOf(windows);
        });
    }
}
