package org.yichuang.fees.internal;

import java.util.List;
import javax.persistence.EntityManagerFactory;
import org.yichuang.cases.api.Cases;
import org.yichuang.cases.api.CompletionGate;
import org.yichuang.cases.api.RetentionGuard;
import org.yichuang.catalogue.api.Catalogue;
import org.yichuang.catalogue.api.DisclosureFieldSource;
import org.yichuang.documents.api.DocumentService;
import org.yichuang.documents.api.SpreadsheetReader;
import org.yichuang.documents.api.Spreadsheets;
import org.yichuang.fees.api.CodePort;
import org.yichuang.fees.api.FeeEvent;
import org.yichuang.fees.internal.persistence.BankRows;
import org.yichuang.fees.internal.persistence.BillRows;
import org.yichuang.fees.internal.persistence.BypassRows;
import org.yichuang.fees.internal.persistence.DayRows;
import org.yichuang.fees.internal.persistence.DifferenceRows;
import org.yichuang.fees.internal.persistence.EntryRows;
import org.yichuang.fees.internal.persistence.FeeItemRows;
import org.yichuang.fees.internal.persistence.FeeLinkRows;
import org.yichuang.fees.internal.persistence.IncomeRows;
import org.yichuang.fees.internal.persistence.KeptRows;
import org.yichuang.fees.internal.persistence.LotRows;
import org.yichuang.fees.internal.persistence.NumberRows;
import org.yichuang.fees.internal.persistence.PaymentRows;
import org.yichuang.fees.internal.persistence.RefundRows;
import org.yichuang.fees.internal.persistence.Seal;
import org.yichuang.fees.internal.persistence.StatementRows;
import org.yichuang.fees.internal.persistence.StopRows;
import org.yichuang.identity.api.AccountDirectory;
import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.identity.api.PersonalDataHolder;
import org.yichuang.identity.keys.EncryptedTables;
import org.yichuang.identity.keys.KeyRenewalJob;
import org.yichuang.indicators.api.IndicatorProvider;
import org.yichuang.journal.api.ChainHeadProvider;
import org.yichuang.journal.api.EventListener;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.rows.ChainedRows;
import org.yichuang.journal.rows.JpaChainHeads;
import org.yichuang.kernel.api.PlatformClock;
import org.yichuang.notices.api.NoticeService;
import org.yichuang.tenancy.api.Tenants;

/** Puts the module together. */
public class Wiring {
    private final EntityManagerFactory entities;
    private final Transactions transactions;
    private final Tenants tenants;
    private final Clocked clocked;
    private final Seal seal;
    private final FeeItemRows items;
    private final FeeLinkRows links;
    private final BillRows bills;
    private final PaymentRows payments;
    private final EntryRows ledger;
    private final NumberRows numbers;
    private final RefundRows refunds;
    private final BankRows banks;
    private final BypassRows bypasses;
    private final IncomeRows incomes;
    private final LotRows lots;
    private final StopRows stops;
    private final SettlementRows settlement;

    public Wiring(
            EntityManagerFactory entities, Transactions transactions, PersonalDataCipher cipher, Tenants tenants) {
        this.entities = entities;
        this.transactions = transactions;
        this.tenants = tenants;
        clocked = new Clocked(tenants);
        seal = new Seal(cipher);
        items = new FeeItemRows(entities);
        links = new FeeLinkRows(entities);
        bills = new BillRows(entities, seal);
        payments = new PaymentRows(entities, seal);
        ledger = new EntryRows(entities);
        numbers = new NumberRows(entities);
        refunds = new RefundRows(entities, seal);
        banks = new BankRows(entities);
        bypasses = new BypassRows(entities);
        incomes = new IncomeRows(entities);
        lots = new LotRows(entities);
        stops = new StopRows(entities);
        settlement = new SettlementRows(
                payments,
                new StatementRows(entities),
                new DifferenceRows(entities),
                new DayRows(entities),
                banks,
                bypasses);
    }

    /** What may be charged. */
    public FeeItems items(Catalogue catalogue) {
        return new FeeItems(transactions, items, links, catalogue, clocked);
    }

    /** Demands. */
    public Bills bills(Cases cases, Catalogue catalogue, DocumentService documents, Codes codes) {
        return new Bills(transactions, work(documents), new Charges(items, links, catalogue), codes, cases);
    }

    /** What asks the treasury for codes. */
    public Codes codes(DocumentService documents, List<CodePort> ports, PlatformClock clock) {
        return new Codes(transactions, work(documents), payments, refunds, ports, clock.machine());
    }

    /** What asks it again. */
    public LeasedJob codeJob(Codes codes) {
        return new CodeJob(codes, tenants);
    }

    private BillWork work(DocumentService documents) {
        return new BillWork(
                bills, ledger, numbers, settlement.days(), new BillPapers(documents, payerLinks()), clocked);
    }

    /** What comes. */
    public Payments payments(DocumentService documents) {
        return new Payments(
                transactions, payments, new PaymentPlaces(banks, bypasses, payments, bills), work(documents));
    }

    /** What people at a counter look for. */
    public Counter counter() {
        return new Counter(transactions, bills, payments, refunds, settlement.statements());
    }

    /** Paper receipts. */
    public Stock stock() {
        return new Stock(transactions, lots, stops, numbers, bypasses, clocked);
    }

    /** What the treasury reports. */
    public ReportServices reports(Spreadsheets sheets) {
        FeeReport report = new FeeReport(transactions, ledger, bills);
        return new ReportServices(
                report,
                new FeeYear(transactions, ledger, incomes),
                new Incomes(transactions, incomes, clocked),
                new ReportFile(report, sheets));
    }

    /** What goes back. */
    public Refunds refunds(DocumentService documents) {
        return new Refunds(transactions, refunds, payments, books(), work(documents));
    }

    private BookReader books() {
        return new BookReader(settlement, clocked);
    }

    /** What is said not to have come. */
    public Reversals reversals(Cases cases, DocumentService documents) {
        return new Reversals(transactions, refunds, settlement, books(), work(documents), cases);
    }

    /** The three books side by side. */
    public Reconciliation reconciliation(DocumentService documents) {
        return new Reconciliation(transactions, settlement, books(), work(documents));
    }

    /** What bank and treasury say. */
    public Statements statements() {
        return new Statements(transactions, settlement, books());
    }

    /** Banks and the treasury. */
    public Banks banks(Payments taken, Statements said, SpreadsheetReader reader) {
        return new Banks(transactions, banks, taken, said, reader, clocked);
    }

    /** The ledger. */
    public Ledger ledger() {
        return new Ledger(transactions, ledger);
    }

    /** What seems to have gone round the counter. */
    public Bypasses bypasses() {
        return new Bypasses(transactions, bypasses, clocked);
    }

    /** What hears where cases come to. */
    public EventListener watch(Cases cases, Catalogue catalogue, DocumentService documents) {
        return new CaseWatch(cases, new Charges(items, links, catalogue), work(documents), bypasses, tenants);
    }

    private PayerLinks payerLinks() {
        return new PayerLinks(seal.cipher());
    }

    /** What payers see. */
    public Payers payers(DocumentService documents) {
        return new Payers(transactions, bills, payerLinks(), documents);
    }

    /** What tells payers. */
    public EventListener notices(Cases cases, AccountDirectory accounts, NoticeService notices) {
        return new FeeNotices(bills, cases, accounts, notices, payerLinks(), tenants);
    }

    /** What reminds payers. */
    public LeasedJob reminders() {
        return new ReminderJob(transactions, bills, clocked, tenants);
    }

    /** What keeps results back until fees are paid. */
    public CompletionGate completion() {
        return new FeeCompletion(bills);
    }

    /** What keeps cases from being removed. */
    public RetentionGuard retention() {
        return new CasesWithMoney(bills);
    }

    /** What guides tell of fees. */
    public DisclosureFieldSource disclosure() {
        return new FeeDisclosure(items, links);
    }

    /** What is added up. */
    public IndicatorProvider indicators() {
        return new FeeIndicators(entities);
    }

    private List<KeptRows<?, ?>> kept() {
        return List.of(bills, payments, refunds);
    }

    /** What puts what is encrypted under the newest master key. */
    public LeasedJob keyJob() {
        return new KeyRenewalJob(
                "fees-keys",
                transactions,
                seal.cipher(),
                kept().stream()
                        .map(rows -> new KeyRenewalJob.Rows(rows.table(), rows::renew))
                        .toList());
    }

    /** Under which master keys there is something. */
    public PersonalDataHolder keys() {
        return new EncryptedTables(
                FeeEvent.MODULE, kept().stream().map(KeptRows::table).toList(), transactions, tenants);
    }

    /** What the audit proves: fee items. */
    public ChainHeadProvider itemHeads() {
        return heads(items);
    }

    /** What the audit proves: their links. */
    public ChainHeadProvider linkHeads() {
        return heads(links);
    }

    /** What the audit proves: demands. */
    public ChainHeadProvider billHeads() {
        return heads(bills);
    }

    /** What the audit proves: payments. */
    public ChainHeadProvider paymentHeads() {
        return heads(payments);
    }

    /** What the audit proves: the ledger. */
    public ChainHeadProvider ledgerHeads() {
        return heads(ledger);
    }

    /** What the audit proves: series of numbers. */
    public ChainHeadProvider numberHeads() {
        return heads(numbers);
    }

    /** What the audit proves: refunds. */
    public ChainHeadProvider refundHeads() {
        return heads(refunds);
    }

    /** What the audit proves: statements. */
    public ChainHeadProvider statementHeads() {
        return heads(settlement.statements());
    }

    /** What the audit proves: differences. */
    public ChainHeadProvider differenceHeads() {
        return heads(settlement.differences());
    }

    /** What the audit proves: banks. */
    public ChainHeadProvider bankHeads() {
        return heads(banks);
    }

    /** What the audit proves: signs that fees have gone round the counter. */
    public ChainHeadProvider bypassHeads() {
        return heads(bypasses);
    }

    /** What the audit proves: what the level has got of fees. */
    public ChainHeadProvider incomeHeads() {
        return heads(incomes);
    }

    /** What the audit proves: paper receipts. */
    public ChainHeadProvider lotHeads() {
        return heads(lots);
    }

    /** What the audit proves: the last days of paper receipts. */
    public ChainHeadProvider stopHeads() {
        return heads(stops);
    }

    /** What the audit proves: days that are closed. */
    public ChainHeadProvider dayHeads() {
        return heads(settlement.days());
    }

    /** All that the audit proves. */
    List<ChainHeadProvider> heads() {
        return List.of(
                itemHeads(),
                linkHeads(),
                billHeads(),
                paymentHeads(),
                ledgerHeads(),
                numberHeads(),
                refundHeads(),
                statementHeads(),
                differenceHeads(),
                bankHeads(),
                bypassHeads(),
                incomeHeads(),
                lotHeads(),
                stopHeads(),
                dayHeads());
    }

    private ChainHeadProvider heads(ChainedRows<?> rows) {
        return new JpaChainHeads(rows.type(), entities, transactions, rows.entity());
    }
}
