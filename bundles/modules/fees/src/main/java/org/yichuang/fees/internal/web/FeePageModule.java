package org.yichuang.fees.internal.web;

import java.util.List;
import org.yichuang.fees.api.FeeEvent;
import org.yichuang.fees.internal.Bills;
import org.yichuang.fees.internal.CounterServices;
import org.yichuang.fees.internal.FeeDescriptor;
import org.yichuang.fees.internal.FeeItems;
import org.yichuang.fees.internal.Ledger;
import org.yichuang.fees.internal.Payers;
import org.yichuang.fees.internal.SettlementServices;
import org.yichuang.fees.internal.jte.StaticTemplates;
import org.yichuang.fees.internal.jte.Templates;
import org.yichuang.identity.api.Role;
import org.yichuang.kernel.api.Texts;
import org.yichuang.pages.api.NavigationEntry;
import org.yichuang.pages.api.PageModule;
import org.yichuang.pages.api.Panel;

/** The pages of fees. */
public class FeePageModule implements PageModule {
    static final Templates TEMPLATES = new StaticTemplates();
    private static final Texts TEXTS =
            Texts.beside(FeePageModule.class, "texts").and(Texts.beside(FeePageModule.class, "books"));
    /** A statement of eight mebibytes, with what stands around it. */
    private static final long LARGEST = 9L << 20;

    private static final String CASE = "case";
    private static final String PROGRESS = "progress";
    private static final int PUBLIC_PLACE = 29;
    private static final int PLACE = 50;

    private final Bills bills;
    private final Payers payers;
    private final List<Object> resources;

    public FeePageModule(
            FeeItems items, Bills bills, Ledger ledger, SettlementServices settlement, CounterServices counter) {
        this.bills = bills;
        payers = counter.payers();
        resources = List.of(
                new FeePages(items),
                new BillPages(bills, counter.counter()),
                new CounterPages(bills, counter, settlement),
                new PaymentPages(counter.payments(), settlement.reversals()),
                new RefundPages(settlement.refunds(), counter),
                new PayPages(counter.payers()),
                new FeeItemPages(items),
                new FeeDraftPages(items),
                new BankPages(settlement.banks()),
                new ReportPages(counter.reports(), ledger, settlement.reconciliation()),
                new StockPages(settlement.stock()),
                new StatementPages(settlement, counter.counter()),
                new BookPages(settlement.reconciliation(), ledger, settlement.bypasses()));
    }

    @Override
    public String module() {
        return FeeEvent.MODULE;
    }

    @Override
    public List<String> roots() {
        return new FeeDescriptor().pageRoots();
    }

    @Override
    public List<Object> resources() {
        return resources;
    }

    @Override
    public long largestBody() {
        return LARGEST;
    }

    @Override
    public Texts texts() {
        return TEXTS;
    }

    /**
     * Staff and applicants find the demands of a case on its page, and whoever has its code on that of its progress.
     */
    @Override
    public List<Panel> panels(String kind, String id) {
        return switch (kind) {
            case CASE -> List.of(new CaseFees(bills, id), new PayerFees(payers, id));
            case PROGRESS -> List.of(new PayerFees(payers, id));
            default -> List.of();
        };
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(
                NavigationEntry.open("/fees", "fees.title", PUBLIC_PLACE),
                NavigationEntry.of("/fees/counter", "counter.title", PLACE - 1, FeeDescriptor.CASHIER),
                NavigationEntry.of(
                        "/fees/refunds",
                        "refunds.title",
                        PLACE + 2,
                        Role.CLERK.key(),
                        Role.CHIEF_REPRESENTATIVE.key(),
                        FeeDescriptor.CASHIER,
                        FeeDescriptor.TREASURY),
                NavigationEntry.of(
                        "/fees/items", "items.title", PLACE + 3, Role.CENTRE_MANAGER.key(), FeeDescriptor.EDITOR),
                NavigationEntry.of(
                        "/fees/banks",
                        "banks.title",
                        PLACE + 4,
                        Role.CENTRE_MANAGER.key(),
                        FeeDescriptor.EDITOR,
                        FeeDescriptor.TREASURY),
                NavigationEntry.of(
                        "/fees/books",
                        "books.title",
                        PLACE + 1,
                        Role.CENTRE_MANAGER.key(),
                        Role.SUPERVISION_OFFICER.key(),
                        FeeDescriptor.CASHIER,
                        FeeDescriptor.TREASURY),
                NavigationEntry.of(
                        "/fees/paper-receipts",
                        "stock.title",
                        PLACE + 5,
                        Role.CENTRE_MANAGER.key(),
                        FeeDescriptor.CASHIER,
                        FeeDescriptor.TREASURY),
                NavigationEntry.of(
                        "/fees/bills",
                        "bills.title",
                        PLACE,
                        Role.CLERK.key(),
                        Role.CHIEF_REPRESENTATIVE.key(),
                        Role.CENTRE_MANAGER.key(),
                        Role.SUPERVISION_OFFICER.key(),
                        FeeDescriptor.CASHIER,
                        FeeDescriptor.TREASURY,
                        FeeDescriptor.EDITOR));
    }
}
