package org.yichuang.fees.internal;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.yichuang.cases.api.CaseEvent;
import org.yichuang.cases.api.CaseRecord;
import org.yichuang.cases.api.CaseRequests.Outcome;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.Cases;
import org.yichuang.fees.api.BillState;
import org.yichuang.fees.api.BillStep;
import org.yichuang.fees.api.BypassKind;
import org.yichuang.fees.api.FeeEvent;
import org.yichuang.fees.internal.Charges.Matter;
import org.yichuang.fees.internal.domain.Bill;
import org.yichuang.fees.internal.domain.Bypass;
import org.yichuang.fees.internal.domain.Now;
import org.yichuang.fees.internal.persistence.BypassRows;
import org.yichuang.journal.api.EventEnvelope;
import org.yichuang.journal.api.EventFilter;
import org.yichuang.journal.api.EventListener;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenants;

/**
 * Hears where cases come to: of a case that is refused, or ends without a result, nothing is demanded any more; a
 * result that is made out unpaid is a sign that its fee has gone round the counter. A centre is followed whether or not
 * it charges fees, so that nobody is judged afterwards by what was done while nothing was charged.
 */
public class CaseWatch implements EventListener {
    private static final String ISSUED = "issued";
    private static final Set<BillState> UNPAID = EnumSet.of(BillState.CODE_PENDING, BillState.DUE, BillState.DEFERRED);

    private final Cases cases;
    private final Charges charges;
    private final BillWork work;
    private final BypassRows bypasses;
    private final Tenants tenants;

    CaseWatch(Cases cases, Charges charges, BillWork work, BypassRows bypasses, Tenants tenants) {
        this.cases = cases;
        this.charges = charges;
        this.work = work;
        this.bypasses = bypasses;
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
    public void on(EventEnvelope event, UnitOfWork unit) {
        if (event.event().type().equals(ISSUED) && isCharging(event.tenant())) {
            LocalDate day = event.at().atZone(tenants.clock().getZone()).toLocalDate();
            cases.find(event.aggregateId(), unit).ifPresent(file -> issued(file, day, unit));
        }
        List<Bill> unpaid = work.rows().ofCase(event.aggregateId(), unit).stream()
                .filter(CaseWatch::isUnpaid)
                .toList();
        if (!unpaid.isEmpty()) {
            cases.find(event.aggregateId(), unit)
                    .filter(CaseWatch::isWithoutResult)
                    .ifPresent(file -> unpaid.forEach(bill -> end(bill.id(), file.state(), unit)));
        }
    }

    private boolean isCharging(TenantId tenant) {
        return tenants.find(tenant)
                .filter(centre -> centre.has(FeeEvent.MODULE))
                .isPresent();
    }

    /** A result was made out: what its item costs should have been paid at the counter before (体外缴费). */
    private void issued(CaseRecord file, LocalDate day, UnitOfWork unit) {
        List<Bill> bills = work.rows().ofCase(file.number(), unit).stream()
                .filter(Bill::stands)
                .toList();
        long owed = bills.stream()
                .filter(bill -> bill.isMissing(day))
                .mapToLong(Bill::net)
                .sum();
        boolean isUnbilled = bills.isEmpty()
                && cases.application(file.number(), unit)
                        .filter(of -> charges.isCharged(new Matter(file, of), day, unit))
                        .isPresent();
        if (owed > 0 || isUnbilled) {
            String words = LocalizedMessage.of(CaseWatch.class, "bypass.unpaid").zh();
            bypasses.found(
                    new Bypass.Sign(
                            BypassKind.UNPAID_RESULT, file.number(), file.number(), "", file.department(), owed, words),
                    unit);
        }
    }

    private static boolean isUnpaid(Bill bill) {
        return UNPAID.contains(bill.state());
    }

    /** Why nothing is demanded any more. */
    static String ended(CaseState state) {
        return LocalizedMessage.of(CaseWatch.class, "case.ended", state.label()).zh();
    }

    /** Whether a case has come to nothing that anybody pays for. */
    static boolean isWithoutResult(CaseRecord file) {
        return file.decision() == Outcome.REFUSE || file.state().isEnd() && file.state() != CaseState.DELIVERED;
    }

    private void end(String number, CaseState state, UnitOfWork unit) {
        Now now = work.posting(unit);
        Bill bill = work.rows().held(number, unit).orElseThrow();
        if (isUnpaid(bill)) {
            bill.ended(ended(state), now);
            work.voided(bill, BillStep.END, unit);
        }
    }
}
