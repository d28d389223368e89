package org.yichuang.fees.internal;

import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.persistence.EntityManagerFactory;
import org.yichuang.cases.api.CaseApplication;
import org.yichuang.cases.api.CaseItem;
import org.yichuang.cases.api.CaseRecord;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.Outcome;
import org.yichuang.cases.api.CaseSnapshot;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.Cases;
import org.yichuang.catalogue.api.Catalogue;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.FormField;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.documents.api.DocumentService;
import org.yichuang.documents.api.DocumentService.DocumentView;
import org.yichuang.documents.internal.sheets.TableReader;
import org.yichuang.fees.api.BasisRank;
import org.yichuang.fees.api.CodePort;
import org.yichuang.fees.api.DuePoint;
import org.yichuang.fees.api.FeeKind;
import org.yichuang.fees.api.Fund;
import org.yichuang.fees.api.LedgerAccount;
import org.yichuang.fees.api.PaymentChannel;
import org.yichuang.fees.api.StatementState;
import org.yichuang.fees.internal.FeeCommands.Basis;
import org.yichuang.fees.internal.FeeCommands.Bring;
import org.yichuang.fees.internal.FeeCommands.Counted;
import org.yichuang.fees.internal.FeeCommands.Demand;
import org.yichuang.fees.internal.FeeCommands.Draft;
import org.yichuang.fees.internal.FeeCommands.Line;
import org.yichuang.fees.internal.FeeCommands.Link;
import org.yichuang.fees.internal.FeeCommands.Pay;
import org.yichuang.fees.internal.FeeCommands.Standard;
import org.yichuang.fees.internal.FeeViews.BillView;
import org.yichuang.fees.internal.SettlementViews.BankView;
import org.yichuang.fees.internal.SettlementViews.StatementView;
import org.yichuang.fees.internal.document.FeeDocument;
import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.identity.internal.EnvelopeCipher;
import org.yichuang.identity.internal.MasterKeys;
import org.yichuang.journal.api.EventListener;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.internal.JournalKeyDigests;
import org.yichuang.journal.internal.domain.ChainKey;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PlatformClock;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.kernel.api.fee.ChargingMethod;
import org.yichuang.kernel.api.fee.PayerKind;
import org.yichuang.testing.centres.TestCentres;

/** A centre that charges fees; catalogue, cases and papers are played. */
final class FeeWorld {
    static final String FOREST = "370687-YT-001";
    static final String LAND = "YT-001";
    static final String CASE = "HY-2026-000001";
    static final String ACCOUNT = "6222 0216 0500 1234 567";
    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    final TestCentres province;
    final Wiring wiring;
    final FeeItems items;
    final Bills bills;
    final Payments payments;
    final Ledger ledger;
    final Refunds refunds;
    final Reversals reversals;
    final Reconciliation reconciliation;
    final Statements statements;
    final Banks banks;
    final EventListener watch;
    final Bypasses bypasses;
    final Map<String, DocumentService.Request> issued = new HashMap<>();
    /** Demands of which no paper can be made. */
    final Set<String> paperless = new HashSet<>();

    final Map<String, String> revoked = new HashMap<>();
    final Map<String, CaseRecord> cases = new HashMap<>();
    final Map<String, CaseApplication> applications = new HashMap<>();
    final Map<String, ItemVersion> offered = new HashMap<>();

    FeeWorld(Transactions transactions, EntityManagerFactory entities, TestCentres province) {
        this.province = province;
        province.all().forEach(centre -> province.switchModule(centre.id(), "fees", true));
        wiring = new Wiring(entities, transactions, cipher(), province);
        items = wiring.items(catalogue());
        bills = bills(List.of());
        payments = wiring.payments(documents());
        ledger = wiring.ledger();
        refunds = wiring.refunds(documents());
        reversals = wiring.reversals(cases(), documents());
        reconciliation = wiring.reconciliation(documents());
        bypasses = wiring.bypasses();
        statements = wiring.statements();
        watch = wiring.watch(cases(), catalogue(), documents());
        banks = wiring.banks(payments, statements, new TableReader());
        offer(FOREST, ItemType.LICENCE, "area");
    }

    /** Demands, with the treasuries that there are. */
    Bills bills(List<CodePort> treasuries) {
        return wiring.bills(cases(), catalogue(), documents(), codes(treasuries));
    }

    Codes codes(List<CodePort> treasuries) {
        return codes(treasuries, played(PlatformClock.class, (method, given) -> province.clock()));
    }

    Codes codes(List<CodePort> treasuries, PlatformClock clock) {
        return wiring.codes(documents(), treasuries, clock);
    }

    static PersonalDataCipher cipher() {
        JournalKeyDigests digests = new JournalKeyDigests(new ChainKey(new byte[32]));
        MasterKeys keys = MasterKeys.open(digests, Path.of("nowhere", "personal-data.keys"));
        return new EnvelopeCipher(digests, keys, () -> true, () -> true);
    }

    Catalogue catalogue() {
        return played(Catalogue.class, (method, given) -> switch (method) {
            case "offered" -> offered((String) given[0]);
            case "version" -> offered((String) given[1]);
            default -> throw new AssertionError("No matter of fees: " + method);
        });
    }

    private ItemVersion offered(String code) {
        return Optional.ofNullable(offered.get(code))
                .orElseThrow(() -> ProblemException.of(CatalogueError.ITEM_UNKNOWN));
    }

    Cases cases() {
        return played(Cases.class, (method, given) -> switch (method) {
            case "find" -> Optional.ofNullable(cases.get(given[0]));
            case "application" -> Optional.ofNullable(applications.get(given[0]));
            default -> throw new AssertionError("No matter of fees: " + method);
        });
    }

    private DocumentService documents() {
        return played(DocumentService.class, (method, given) -> {
            if (method.equals("revoke")) {
                revoked.put((String) given[0], (String) given[1]);
                return null;
            }
            DocumentService.Request request = (DocumentService.Request) given[0];
            if (request.facts().values().stream().anyMatch(paperless::contains)) {
                throw new IllegalStateException("No paper");
            }
            String id = "D" + issued.size();
            issued.put(id, request);
            requireFits(request);
            return new DocumentView(
                    id, id, request.kind(), 1, 0, "", "", "", Instant.EPOCH, DocumentService.State.PENDING, "", true);
        });
    }

    private static void requireFits(DocumentService.Request request) {
        FeeDocument template = Stream.of(FeeDocument.values())
                .filter(each -> each.kind().equals(request.kind()))
                .findFirst()
                .orElseThrow();
        if (!template.facts().equals(request.facts().keySet())
                || template.required().stream()
                        .anyMatch(fact -> request.facts().get(fact).isBlank())) {
            throw new AssertionError(request.kind() + " is not told what it says: " + request.facts());
        }
    }

    /** What is played of a service. */
    @FunctionalInterface
    interface Play {
        Object answer(String method, Object... given);
    }

    static <T> T played(Class<T> service, Play play) {
        return service.cast(Proxy.newProxyInstance(
                service.getClassLoader(),
                new Class<?>[] {service},
                (self, method, given) -> play.answer(method.getName(), given)));
    }

    /** The catalogue offers an item with decimal fields. */
    void offer(String code, ItemType type, String... fields) {
        List<FormField> form = new ArrayList<>();
        form.add(new FormField("purpose", "用途", FormField.Type.TEXT, false, null, null, List.of()));
        for (String field : fields) {
            form.add(new FormField(field, field, FormField.Type.DECIMAL, false, null, null, List.of()));
        }
        Map<String, Object> said = Map.of("code", code, "name", "使用林地审核", "type", type, "form", form);
        ItemDefinition definition = Filled.of(ItemDefinition.class, said);
        offered.put(code, new ItemVersion(HAIYANG, 3, ItemVersion.State.PUBLISHED, definition, Instant.EPOCH, 1));
    }

    /** A case of items stands somewhere. */
    void stands(String number, CaseState state, Map<String, Object> form, String applicantKind, String... codes) {
        List<CaseItem> members = Stream.of(codes)
                .map(code -> new CaseItem("haiyang", code, 3, "使用林地审核"))
                .toList();
        Map<String, Object> said = Map.of(
                "number",
                number,
                "state",
                state,
                "owner",
                "haiyang",
                "item",
                codes[0],
                "itemName",
                "使用林地审核",
                "itemVersion",
                3,
                "department",
                "林业局",
                "items",
                members);
        cases.put(number, Filled.of(CaseRecord.class, said));
        String name = applicantKind.equals("person") ? "王小明" : "海阳新材料有限公司";
        applications.put(
                number,
                new CaseApplication(
                        new CaseRequests.Applicant(applicantKind, name, null, "91350100M000100Y43", "1", null), form));
    }

    /** A case has been refused. */
    void refused(String number, CaseState state) {
        Map<String, Object> said = Map.of("number", number, "state", state, "decision", Outcome.REFUSE);
        cases.put(number, Filled.of(CaseRecord.class, said));
    }

    /** The usual case: an enterprise, accepted. */
    void stands(String number, Map<String, Object> form) {
        stands(number, CaseState.ACCEPTED, form, "enterprise", FOREST);
    }

    /** A case as a gate is shown it. */
    static CaseSnapshot snapshot(String number) {
        return Filled.of(CaseSnapshot.class, Map.of("number", number, "state", CaseState.GRANTED, "item", FOREST));
    }

    CallContext as(String account, String role, TenantId tenant, Set<String> departments) {
        Set<String> permissions = new FeeDescriptor()
                .grants().stream()
                        .filter(grant -> grant.role().equals(role))
                        .flatMap(grant -> grant.permissions().stream())
                        .collect(Collectors.toSet());
        Actor actor = new Actor(account, account, Set.of(role), departments, permissions);
        return new CallContext(tenant, actor, province.now(), "r", Optional.empty(), Optional.empty());
    }

    CallContext as(String account, String role) {
        return as(account, role, HAIYANG, Set.of());
    }

    CallContext editor() {
        return as("editor", FeeDescriptor.EDITOR);
    }

    CallContext clerk() {
        return as("clerk", "clerk");
    }

    CallContext cashier() {
        return as("cashier", FeeDescriptor.CASHIER);
    }

    CallContext treasury() {
        return as("treasury", FeeDescriptor.TREASURY);
    }

    CallContext manager() {
        return as("manager", "centre-manager");
    }

    static Line line(String price) {
        return new Line(null, null, new BigDecimal(price), null, null, null, null);
    }

    static Standard perUnit(String fen) {
        return new Standard(ChargingMethod.PER_UNIT, "㎡", List.of(line(fen)), null);
    }

    static Draft draft(String code, BasisRank rank, Standard standard) {
        return draft(code, "海阳市林业局", rank, standard);
    }

    static Draft draft(String code, String unit, BasisRank rank, Standard standard) {
        return new Draft(
                code,
                "森林植被恢复费",
                FeeKind.GOVERNMENT_FUND,
                unit,
                new Basis("中华人民共和国森林法", "第三十七条", rank),
                List.of(PayerKind.PERSON, PayerKind.ENTERPRISE),
                standard,
                Fund.TREASURY,
                "103014801",
                TODAY,
                null,
                TODAY.plusYears(1),
                null);
    }

    /** A fee item that is charged from today on. */
    void charged(String code, BasisRank rank, Standard standard) {
        items.draft(draft(code, rank, standard), editor());
        items.publish(code, as("editor-2", FeeDescriptor.EDITOR));
    }

    /** The restoration of forest land, ten yuan for a square metre of the form. */
    void forest() {
        charged(LAND, BasisRank.LAW, perUnit("1000"));
        linked(LAND, new Link(FOREST, DuePoint.ACCEPTANCE, "area"));
    }

    /** What one person says of a bank and another one confirms. */
    BankView known(FeeCommands.Register bank) {
        banks.register(bank, editor());
        return banks.confirm(bank.name(), manager());
    }

    /** What one person links and another one publishes. */
    void linked(String code, Link link) {
        items.link(code, link, editor());
        items.publishLink(code, new FeeCommands.Unlink(link.item()), manager());
    }

    BillView demand(String number, Counted... lines) {
        return bills.demand(new Demand(number, List.of(lines)), clerk());
    }

    Pay pay(String serial, String code, long fen) {
        return new Pay("农商银行", serial, code, fen, province.now(), "中心网点", PaymentChannel.COUNTER, ACCOUNT, "海阳新材料有限公司");
    }

    /** A case whose fee is demanded and paid. */
    BillView paid(String number, String serial) {
        stands(number, Map.of("area", of("20000")));
        BillView bill = demand(number);
        payments.record(pay(serial, bill.code(), bill.summary().net()), cashier());
        return bills.find(bill.summary().number(), cashier());
    }

    /** What the treasury's officer types and the manager confirms. */
    StatementView stated(Bring typed) {
        StatementView said = statements.bring(typed, treasury());
        return said.state() == StatementState.WAITING ? statements.confirm(said.id(), manager()) : said;
    }

    long balance(LedgerAccount account) {
        return ledger.balance(null, treasury()).accounts().stream()
                .filter(each -> each.account() == account)
                .mapToLong(FeeViews.AccountView::balance)
                .sum();
    }

    static BigDecimal of(String number) {
        return new BigDecimal(number);
    }
}
