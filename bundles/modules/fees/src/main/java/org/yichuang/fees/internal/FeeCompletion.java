package org.yichuang.fees.internal;

import java.util.List;
import org.yichuang.cases.api.CaseSnapshot;
import org.yichuang.cases.api.CompletionGate;
import org.yichuang.fees.api.BillState;
import org.yichuang.fees.api.FeeEvent;
import org.yichuang.fees.internal.domain.Bill;
import org.yichuang.fees.internal.persistence.BillRows;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Money;

/** Nothing is made out before what was demanded is paid, exempt, or deferred to a day that has not passed. */
public class FeeCompletion implements CompletionGate {
    private static final String UNPAID = "fee-unpaid";

    private final BillRows bills;

    FeeCompletion(BillRows bills) {
        this.bills = bills;
    }

    @Override
    public String module() {
        return FeeEvent.MODULE;
    }

    @Override
    public List<Missing> missing(CaseSnapshot now, UnitOfWork unit) {
        return now.number() == null ? List.of() : unpaid(now.number(), unit);
    }

    private List<Missing> unpaid(String number, UnitOfWork unit) {
        return bills.ofCase(number, unit).stream()
                .filter(bill -> bill.isMissing(unit.context().today()))
                .map(FeeCompletion::missing)
                .toList();
    }

    private static Missing missing(Bill bill) {
        if (bill.state() == BillState.CODE_PENDING) {
            return new Missing(
                    UNPAID,
                    LocalizedMessage.of(
                            FeeCompletion.class, "missing.code-pending", bill.id(), new Money(bill.net()).yuan()));
        }
        return new Missing(
                UNPAID,
                LocalizedMessage.of(
                        FeeCompletion.class,
                        "missing.unpaid",
                        bill.id(),
                        new Money(bill.net()).yuan(),
                        bill.code(),
                        bill.dueOn()));
    }
}
