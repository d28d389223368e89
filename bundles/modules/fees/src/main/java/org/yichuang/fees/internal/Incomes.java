package org.yichuang.fees.internal;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.yichuang.fees.api.FeeError;
import org.yichuang.fees.api.FeePermission;
import org.yichuang.fees.internal.FeeCommands.ConfirmIncome;
import org.yichuang.fees.internal.FeeCommands.StateIncome;
import org.yichuang.fees.internal.SettlementViews.IncomeView;
import org.yichuang.fees.internal.domain.FeeIncome;
import org.yichuang.fees.internal.domain.FeePolicy;
import org.yichuang.fees.internal.persistence.IncomeRows;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;

/**
 * What the level has got of fees in all, as finance says (M-FEE-3): one person writes it down, another confirms it.
 */
public class Incomes {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 9999;

    private final Transactions transactions;
    private final IncomeRows rows;
    private final Clocked clocked;

    Incomes(Transactions transactions, IncomeRows rows, Clocked clocked) {
        this.transactions = transactions;
        this.rows = rows;
        this.clocked = clocked;
    }

    /**
     * Returns the months of a year of which somebody has said something.
     *
     * @throws ProblemException {@code fields-invalid}
     */
    @RequiresPermission(FeePermission.LEDGER)
    public List<IncomeView> of(int year, CallContext context) {
        context.require(FeePermission.LEDGER);
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw invalid("year", "report.year");
        }
        return transactions
                .read(context, unit -> rows.between(YearMonth.of(year, 1), YearMonth.of(year, 12), unit))
                .stream()
                .map(IncomeView::of)
                .toList();
    }

    /**
     * Writes down what finance says of a month that is over.
     *
     * @throws ProblemException {@code fields-invalid}
     */
    @RequiresPermission(FeePermission.RECONCILE)
    public IncomeView state(StateIncome command, CallContext context) {
        context.require(FeePermission.RECONCILE);
        StateIncome given = FieldRules.require(command);
        YearMonth month = month(given.month());
        if (!month.isBefore(YearMonth.from(context.today()))) {
            throw invalid("month", "income.month-open");
        }
        if (given.fen() < 0 || given.fen() > FeePolicy.MOST_FEN) {
            throw invalid("fen", "income.fen");
        }
        transactions.write(context, Written.class, unit -> {
            FeeIncome income = rows.held(month.toString(), unit).orElseGet(() -> FeeIncome.of(month));
            income.stated(given.fen(), given.source(), clocked.now(unit));
            rows.keep(income, "state", Map.of(), "fee-income-stated", income.changed(), unit);
            return new Written(income.id());
        });
        return find(month.toString(), context);
    }

    /**
     * Confirms what somebody else has written down, as it was seen: it counts.
     *
     * @throws ProblemException {@code income-unknown}, {@code income-self}, {@code income-changed}, {@code
     *     fields-invalid}
     */
    @RequiresPermission(FeePermission.CONFIRM)
    public IncomeView confirm(String month, ConfirmIncome command, CallContext context) {
        context.require(FeePermission.CONFIRM);
        ConfirmIncome given = FieldRules.require(command);
        transactions.write(context, Written.class, unit -> {
            FeeIncome income =
                    rows.held(month, unit).orElseThrow(() -> ProblemException.of(FeeError.INCOME_UNKNOWN, month));
            income.confirmed(given.version(), clocked.now(unit));
            rows.keep(income, "confirm", Map.of(), "fee-income-confirmed", income.changed(), unit);
            return new Written(month);
        });
        return find(month, context);
    }

    private IncomeView find(String month, CallContext context) {
        return IncomeView.of(transactions
                .read(context.withoutKey(), unit -> rows.find(month, unit))
                .orElseThrow());
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw invalid("month", "income.month");
        }
    }

    private static ProblemException invalid(String field, String key) {
        return ProblemException.field(CommonError.FIELDS_INVALID, field, LocalizedMessage.of(Incomes.class, key));
    }
}
