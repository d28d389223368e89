package org.yichuang.cases.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yichuang.cases.api.CaseProof;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.Applicant;
import org.yichuang.cases.api.CaseRequests.CorrectionItem;
import org.yichuang.cases.api.CaseRequests.MaterialGiven;
import org.yichuang.cases.api.CaseRequests.Outcome;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.CommandGate;
import org.yichuang.cases.api.CompletionGate;
import org.yichuang.cases.api.DeadlineView;
import org.yichuang.cases.api.RetentionGuard;
import org.yichuang.cases.internal.persistence.JpaCaseRepositories;
import org.yichuang.documents.api.DocumentService;
import org.yichuang.documents.internal.files.DatabaseFileStore;
import org.yichuang.documents.internal.files.FileBytes;
import org.yichuang.documents.internal.files.FileRows;
import org.yichuang.documents.internal.files.ScanGate;
import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.identity.internal.DefaultUnmasking;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.journal.api.LinkedModule.Attachment;
import org.yichuang.journal.api.LinkedModule.Incoming;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.IdempotencyKey;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Departments.Department;
import org.yichuang.testing.ModuleTransactions;
import org.yichuang.testing.TestClock;
import org.yichuang.testing.TestEpochs;
import org.yichuang.testing.TestJournal;
import org.yichuang.testing.TestRun;
import org.yichuang.testing.centres.TestCentres;
import org.yichuang.testing.centres.TestDepartments;
import org.yichuang.testing.centres.TestModules;

/** The module at all centres of the province, and a postman between them who waits to be told. */
final class Centres {
    static final Applicant ENTERPRISE =
            new Applicant("enterprise", "海阳建设有限公司", null, "91350100M000100Y43", "0535-3221234", null);
    static final CaseRequests.Accept ACCEPT = new CaseRequests.Accept(null);
    static final CaseRequests.PreReview AGREE = new CaseRequests.PreReview("符合条件，建议准予", true);
    static final CaseRequests.Decide GRANT = new CaseRequests.Decide(Outcome.GRANT, null, null, null, null);
    static final CaseRequests.Decide REFUSE =
            new CaseRequests.Decide(Outcome.REFUSE, null, "不符合规划", "城市绿化条例第二十条", "60日内可申请行政复议");
    static final CaseRequests.Issue ISSUE = new CaseRequests.Issue(null, null);
    static final CaseRequests.Deliver DELIVER =
            new CaseRequests.Deliver(CaseRequests.DeliveryMethod.DIRECT, "李明", null);
    static final CaseRequests.Withdraw WITHDRAW = new CaseRequests.Withdraw("不再需要", CaseProof.onPaper("档案室"));
    static final byte[] PDF = "%PDF-1.7 a drawing".getBytes(StandardCharsets.US_ASCII);

    final TestClock clock = new TestClock();
    final TestCentres province = new TestCentres(clock).at("2026-09-14T09:00").ticking();
    final TestModules modules = new TestModules();
    final ModuleTransactions transactions;
    final Items items = new Items();
    final TestDocuments made;
    final DocumentService documents;
    final LeasedJob printing;
    final DatabaseFileStore files;
    final CaseServices cases;
    final DefaultCaseService service;
    final LinkedCases linked;
    final CaseTimer timer;
    final CaseUpkeep upkeep;
    final TestJournal refusals = new TestJournal();
    final TestEpochs epochs = new TestEpochs();
    final List<CommandGate> gates = new ArrayList<>();
    final List<CompletionGate> completions = new ArrayList<>();
    final List<RetentionGuard> guards = new ArrayList<>();
    final RetentionServices retained;
    final Drafts drafts;
    final PersonalDataRotation rotation;
    final CaseKeys keys;
    final OrphanCleanup leftovers;
    final CaseStatistics statistics;
    final CaseDepartments departments;
    final Map<TenantId, List<Department>> lists = new HashMap<>();
    boolean isScanned;

    Centres(ModuleTransactions transactions) {
        this(transactions, TestCipher.CIPHER);
    }

    Centres(ModuleTransactions transactions, PersonalDataCipher cipher) {
        this.transactions = transactions;
        made = new TestDocuments(transactions.persistenceUnit("documents"), transactions, cipher, province, clock);
        documents = made.service();
        printing = made.job();
        files = new DatabaseFileStore(
                new FileRows(transactions.persistenceUnit("documents")),
                new FileBytes(transactions, cipher),
                transactions,
                new NobodyScans());
        cases = new CaseServices(
                new CaseGround(
                        transactions.persistenceUnit(),
                        transactions,
                        refusals,
                        province,
                        new TestDepartments(lists),
                        files,
                        documents,
                        epochs),
                new Gates(transactions, gates, completions, province, modules, this::nanos),
                items,
                cipher,
                transactions.waiting(),
                new DefaultUnmasking(transactions));
        service = cases.service();
        linked = cases.linked();
        upkeep = cases.upkeep();
        timer = timer();
        drafts = cases.drafts();
        rotation = cases.rotation(this::nanos);
        keys = cases.keys();
        leftovers = cases.orphanCleanup(province.clock(), new CaseSettings());
        retained = cases.retention(guards, modules, province.clock());
        departments = cases.departments();
        statistics = cases.statistics();
    }

    /** Whoever is to look at files is away, where a test says that they are to be looked at. */
    private final class NobodyScans implements ScanGate {
        @Override
        public boolean isOn() {
            return isScanned;
        }

        @Override
        public void wake(TenantId tenant, String file) {
            // it is away
        }
    }

    /** The file store as the documents bundle makes it. */
    static DatabaseFileStore store(ModuleTransactions transactions, PersonalDataCipher cipher) {
        return new DatabaseFileStore(transactions.persistenceUnit("documents"), transactions, cipher);
    }

    /** The repositories on it. */
    static JpaCaseRepositories repositories(ModuleTransactions transactions, PersonalDataCipher cipher) {
        return new JpaCaseRepositories(transactions.persistenceUnit(), cipher, store(transactions, cipher));
    }

    /** The bytes of a file of a case, as somebody is given them. */
    byte[] bytes(String number, String file, CallContext context) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            service.content(number, file, context).bytes().writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The machine's clock goes with the rehearsal's, where a test does not say otherwise. */
    private long nanos() {
        return Duration.between(Instant.EPOCH, province.now()).toNanos();
    }

    /** The timer of another container, or of this one after a restart. */
    CaseTimer timer() {
        return cases.timer(new CaseSettings());
    }

    /** Runs a job once, as the scheduler does. */
    void run(LeasedJob job) {
        run(job, true);
    }

    /** @param goesOn whether the lease is held while it runs */
    void run(LeasedJob job, boolean goesOn) {
        UnitOfWork.Lease lease = transactions.lease(job.name());
        province.all()
                .forEach(tenant -> job.run(
                        new TestRun(CallContext.system(tenant.id(), province.now(), job.name()), lease, goesOn)));
    }

    CallContext as(String role, TenantId tenant) {
        return as(role, role, Set.of(), tenant);
    }

    CallContext as(String account, String role, Set<String> departments, TenantId tenant) {
        Set<String> permissions = new CasesDescriptor()
                .grants().stream()
                        .filter(grant -> grant.role().equals(role))
                        .flatMap(grant -> grant.permissions().stream())
                        .collect(Collectors.toSet());
        Actor actor = new Actor(account, account, Set.of(role), departments, permissions);
        return new CallContext(tenant, actor, province.now(), "r", Optional.empty(), Optional.empty());
    }

    CallContext withKey(String key, CallContext plain) {
        Optional<IdempotencyKey> given = Optional.of(new IdempotencyKey(key, "f"));
        return new CallContext(plain.tenant(), plain.actor(), plain.at(), "r", given, Optional.empty());
    }

    CallContext expecting(long version, CallContext plain) {
        return new CallContext(plain.tenant(), plain.actor(), plain.at(), "r", Optional.empty(), Optional.of(version));
    }

    CallContext clerk(TenantId tenant) {
        return as("clerk", tenant);
    }

    CallContext reviewer(TenantId tenant) {
        return as("reviewer", tenant);
    }

    CallContext chief(TenantId tenant) {
        return as("chief-representative", tenant);
    }

    static CaseRequests.Submit application(String item, String route) {
        Map<String, Object> form = route == null ? Map.of() : Map.of("route", route);
        return new CaseRequests.Submit(item, ENTERPRISE, form, List.of(), null);
    }

    /** What the journal says of cases; what it says of their documents is another matter. */
    List<ModuleTransactions.Entry> entries() {
        return transactions.entries().stream()
                .filter(entry -> !entry.entry().aggregateType().startsWith("document"))
                .toList();
    }

    /** Hands in at the window, with what is required on paper. */
    CaseView submit(String item, String route, TenantId tenant) {
        return service.submit(whole(application(item, route)), clerk(tenant));
    }

    /** Hands in at the window without what is required. */
    CaseView submitBare(String item, String route, TenantId tenant) {
        return service.submit(application(item, route), clerk(tenant));
    }

    /** The same with what is required as a file that the applicant has uploaded. */
    CaseRequests.Submit whole(CaseRequests.Submit bare, CallContext applicant) {
        CaseService.Upload file =
                service.upload("申请书.pdf", "application/pdf", new ByteArrayInputStream(PDF), applicant);
        List<MaterialGiven> files = List.of(new MaterialGiven("m1", null, file.file(), false));
        return new CaseRequests.Submit(
                bare.item(),
                bare.bundle(),
                bare.applicant(),
                bare.form(),
                files,
                bare.remark(),
                bare.licence(),
                bare.channel(),
                bare.representative(),
                bare.duplicateReason(),
                null);
    }

    /** The same with what is required on paper. */
    static CaseRequests.Submit whole(CaseRequests.Submit bare) {
        List<MaterialGiven> paper = List.of(new MaterialGiven("m1", null, null, true));
        return new CaseRequests.Submit(
                bare.item(),
                bare.bundle(),
                bare.applicant(),
                bare.form(),
                paper,
                bare.remark(),
                bare.licence(),
                bare.channel(),
                bare.representative(),
                bare.duplicateReason(),
                null);
    }

    CaseView find(String number, TenantId tenant) {
        return service.find(number, clerk(tenant));
    }

    /** The number that the case has at the centre above. */
    String above(String number, TenantId tenant) {
        return find(number, tenant).upper().number();
    }

    /** The number that another centre's case has at the centre above, as a clerk there finds it. */
    String numberAt(TenantId above, String numberBelow) {
        CaseService.Filter all =
                new CaseService.Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "");
        return service.list(all, PageRequest.of(200, null), clerk(above)).items().stream()
                .map(row -> find(row.number(), above))
                .filter(view -> view.lower() != null && view.lower().number().equals(numberBelow))
                .findFirst()
                .orElseThrow()
                .number();
    }

    /** Carries the file up, accepts it there and carries the receipt down. */
    String acceptedAt(TenantId above, String numberBelow) {
        post();
        String number = numberAt(above, numberBelow);
        service.accept(number, ACCEPT, clerk(above));
        post();
        return number;
    }

    DeadlineView deadline(String kind, TenantId of, String number, TenantId seenFrom) {
        return service.deadlines(number, clerk(seenFrom)).stream()
                .filter(each -> each.kind().equals(kind) && each.centre().equals(of.value()))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    static CaseRequests.NotifyCorrection ask(String... targets) {
        List<CorrectionItem> items = new ArrayList<>();
        for (String target : targets) {
            items.add(new CorrectionItem(target, "请补充 " + target));
        }
        return new CaseRequests.NotifyCorrection(items, null);
    }

    /** Carries all letters, also those written on the way, and returns the receipts' words. */
    List<String> post() {
        List<String> receipts = new ArrayList<>();
        while (!transactions.messages().isEmpty()) {
            receipts.add(carry(transactions.messages().remove(0)));
        }
        return receipts;
    }

    String carry(ModuleTransactions.Sent sent) {
        String payload = linked.payload(sent.sender(), sent.message());
        return carry(sent, payload, linked.attachments(sent.sender(), payload));
    }

    String carry(ModuleTransactions.Sent sent, String payload, List<Attachment> files) {
        OutgoingMessage message = sent.message();
        Incoming incoming = new Incoming(
                message.id(),
                sent.sender(),
                message.aggregateId(),
                message.sequence(),
                message.type(),
                payload,
                epochs.current(sent.sender()));
        CallContext context = CallContext.system(new TenantId(message.receiver()), province.now(), "post");
        deliver(files, context.tenant());
        String words = transactions.write(context, String.class, unit -> linked.receive(incoming, files, unit));
        CallContext sender = CallContext.system(sent.sender(), province.now(), "outbox");
        transactions.write(sender, Void.class, unit -> {
            linked.receipted(message, words, province.now(), unit);
            return null;
        });
        return words;
    }

    /** Carries ahead what the receiver does not hold. */
    void deliver(List<Attachment> files, TenantId receiver) {
        Set<String> all = files.stream().map(Attachment::sha256).collect(Collectors.toSet());
        Set<String> missing = linked.missing(receiver, all);
        files.stream()
                .filter(file -> missing.contains(file.sha256()))
                .forEach(file -> linked.keep(receiver, file.content().read()));
    }
}
