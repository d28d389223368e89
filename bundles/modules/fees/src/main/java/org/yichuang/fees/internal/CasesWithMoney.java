package org.yichuang.fees.internal;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yichuang.cases.api.RetentionGuard;
import org.yichuang.cases.api.RetentionHold;
import org.yichuang.fees.api.FeeEvent;
import org.yichuang.fees.internal.persistence.BillRows;
import org.yichuang.journal.api.UnitOfWork;

/**
 * A case is not removed as long as money of it is not at rest: something is to be paid, or to be settled, or goes back,
 * or lies in suspense; a difference is open about it, or a sign that its fee has gone round the counter. The ledger is
 * never removed, and neither is what its entries are of: demands, receipts and payments are vouchers (R7-16), which
 * stay encrypted.
 */
public class CasesWithMoney implements RetentionGuard {
    private final BillRows rows;

    CasesWithMoney(BillRows rows) {
        this.rows = rows;
    }

    @Override
    public String module() {
        return FeeEvent.MODULE;
    }

    @Override
    public Map<String, RetentionHold> holds(Set<String> numbers, UnitOfWork unit) {
        return rows.restless(numbers, unit).stream()
                .collect(Collectors.toMap(Function.identity(), number -> RetentionHold.OTHER));
    }
}
