package org.yichuang.fees.internal.rest;

import java.util.List;
import org.yichuang.fees.api.FeeEvent;
import org.yichuang.fees.internal.Bills;
import org.yichuang.fees.internal.FeeDescriptor;
import org.yichuang.fees.internal.FeeItems;
import org.yichuang.fees.internal.Ledger;
import org.yichuang.fees.internal.Payments;
import org.yichuang.fees.internal.ReportServices;
import org.yichuang.fees.internal.SettlementServices;
import org.yichuang.rest.api.RestModule;

/** What the module gives to the REST door. */
public class FeeRest implements RestModule {
    private final List<Object> resources;

    public FeeRest(
            FeeItems items,
            Bills bills,
            Payments payments,
            Ledger ledger,
            SettlementServices settlement,
            ReportServices reports) {
        resources = List.of(
                new FeeItemResource(items),
                new QuoteResource(items),
                new BillResource(bills),
                new PaymentResource(payments, settlement.reversals(), settlement.banks()),
                new LedgerResource(ledger),
                new RefundResource(settlement.refunds()),
                new ReconciliationResource(settlement.reconciliation(), settlement.statements()),
                new BankResource(settlement.banks()),
                new BypassResource(settlement.bypasses()),
                new StockResource(settlement.stock()),
                new IncomeResource(reports.incomes()),
                new ReportResource(reports));
    }

    @Override
    public String module() {
        return FeeEvent.MODULE;
    }

    @Override
    public List<String> roots() {
        return new FeeDescriptor().restRoots();
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
