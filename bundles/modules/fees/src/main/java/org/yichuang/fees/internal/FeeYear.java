package org.yichuang.fees.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.yichuang.fees.api.EntryKind;
import org.yichuang.fees.api.FeeKind;
import org.yichuang.fees.api.FeePermission;
import org.yichuang.fees.internal.domain.FeeIncome;
import org.yichuang.fees.internal.persistence.EntryRows;
import org.yichuang.fees.internal.persistence.IncomeRows;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;

/**
 * A year of fees: what was paid of each kind, which the annual report of disclosure tells (table 2, art. 20(8)), and
 * how much of what the level has got of fees came through the centre (收费进厅率).
 */
public class FeeYear {
    private static final int FIRST = 2000;

    private final Transactions transactions;
    private final EntryRows entries;
    private final IncomeRows incomes;

    FeeYear(Transactions transactions, EntryRows entries, IncomeRows incomes) {
        this.transactions = transactions;
        this.entries = entries;
        this.incomes = incomes;
    }

    /**
     * A year, in fen.
     *
     * @param paid what was paid of each kind, less what went back or was mistyped
     * @param charges that of administrative charges: what the annual report tells
     * @param through what was paid through the centre in the months of which finance has said what came in all
     * @param income what came in all in these months
     * @param months how many they are
     */
    public record Sums(int year, Map<FeeKind, Long> paid, long charges, long through, long income, int months) {}

    /** @throws ProblemException {@code fields-invalid} for a year that has not come */
    @RequiresPermission(FeePermission.LEDGER)
    public Sums of(int year, CallContext context) {
        context.require(FeePermission.LEDGER);
        if (year < FIRST || year > context.today().getYear()) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID, "year", LocalizedMessage.of(FeeYear.class, "report.year"));
        }
        return transactions.read(context, unit -> sums(year, unit));
    }

    private Sums sums(int year, UnitOfWork unit) {
        Map<FeeKind, Long> paid = paid(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), unit);
        List<FeeIncome> said = incomes.between(YearMonth.of(year, 1), YearMonth.of(year, 12), unit).stream()
                .filter(each -> each.fen() != null)
                .toList();
        long through = 0;
        for (FeeIncome each : said) {
            LocalDate first = each.month().atDay(1);
            through += paid(first, each.month().atEndOfMonth(), unit).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
        long income = said.stream().mapToLong(FeeIncome::fen).sum();
        return new Sums(year, paid, paid.getOrDefault(FeeKind.ADMINISTRATIVE_CHARGE, 0L), through, income, said.size());
    }

    private Map<FeeKind, Long> paid(LocalDate first, LocalDate last, UnitOfWork unit) {
        Map<FeeKind, Long> paid = new EnumMap<>(FeeKind.class);
        entries.turnoverByKind(first, last, unit).forEach((kind, sums) -> paid.put(FeeKind.valueOf(kind), paid(sums)));
        return paid;
    }

    private static long paid(Map<EntryKind, Long> sums) {
        return sums.getOrDefault(EntryKind.PAID, 0L)
                + sums.getOrDefault(EntryKind.APPLIED, 0L)
                - sums.getOrDefault(EntryKind.PAID_REVERSED, 0L)
                - sums.getOrDefault(EntryKind.REFUNDED, 0L)
                - sums.getOrDefault(EntryKind.RETURNED, 0L);
    }
}
