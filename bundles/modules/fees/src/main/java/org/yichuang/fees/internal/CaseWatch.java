package org.yichuang.fees.internal;

import java.util.List;
import org.yichuang.cases.api.CaseEvent;
import org.yichuang.cases.api.CaseRecord;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.Cases;
import org.yichuang.fees.api.BillState;
import org.yichuang.fees.api.BillStep;
import org.yichuang.fees.api.FeeEvent;
import org.yichuang.fees.internal.domain.Bill;
import org.yichuang.journal.api.EventEnvelope;
import org.yichuang.journal.api.EventFilter;
import org.yichuang.journal.api.EventListener;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenants;

/** Hears where cases come to: of a case that ends without a result, nothing is demanded any more. */
public class CaseWatch implements EventListener {
    private final Cases cases;
    private final BillWork work;
    private final Tenants tenants;

    CaseWatch(Cases cases, BillWork work, Tenants tenants) {
        this.cases = cases;
        this.work = work;
        this.tenants = tenants;
    }

    @Override
    public String name() {
        return "fees-cases";
    }

    @Override
    public EventFilter wants() {
        return EventFilter.of(CaseEvent.MODULE);
    }

    @Override
    public boolean follows(TenantId tenant) {
        return tenants.find(tenant)
                .filter(centre -> centre.has(FeeEvent.MODULE))
                .isPresent();
    }

    @Override
    public void on(EventEnvelope event, UnitOfWork unit) {
        List<Bill> unpaid = work.rows().ofCase(event.aggregateId(), unit).stream()
                .filter(CaseWatch::isUnpaid)
                .toList();
        if (!unpaid.isEmpty()) {
            cases.find(event.aggregateId(), unit)
                    .filter(CaseWatch::isWithoutResult)
                    .ifPresent(file -> unpaid.forEach(bill -> end(bill.id(), file.state(), unit)));
        }
    }

    private static boolean isUnpaid(Bill bill) {
        return bill.state() == BillState.DUE || bill.state() == BillState.DEFERRED;
    }

    private static boolean isWithoutResult(CaseRecord file) {
        return file.state().isEnd() && file.state() != CaseState.DELIVERED;
    }

    private void end(String number, CaseState state, UnitOfWork unit) {
        Bill bill = work.rows().held(number, unit).orElseThrow();
        if (isUnpaid(bill)) {
            String reason = LocalizedMessage.of(CaseWatch.class, "case.ended", state.label())
                    .zh();
            bill.ended(reason, work.now(unit));
            work.voided(bill, BillStep.END, unit);
        }
    }
}
