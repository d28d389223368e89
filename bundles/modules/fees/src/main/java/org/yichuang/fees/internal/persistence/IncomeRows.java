package org.yichuang.fees.internal.persistence;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import javax.persistence.EntityManagerFactory;
import org.yichuang.fees.internal.domain.FeeIncome;
import org.yichuang.journal.api.UnitOfWork;

/** What the level has got of fees, month by month, in the database. */
public class IncomeRows extends FeeRows<FeeIncome> {
    private static final int MOST = 61;

    public IncomeRows(EntityManagerFactory entities) {
        super(entities, FeeIncome.class, "fee-income");
    }

    /** Of some months, in their order; of five years at most. */
    public List<FeeIncome> between(YearMonth first, YearMonth last, UnitOfWork unit) {
        return list(
                "select i from FeeIncome i where i.id between :first and :last order by i.id",
                Map.of("first", first.toString(), "last", last.toString()),
                MOST,
                unit);
    }
}
