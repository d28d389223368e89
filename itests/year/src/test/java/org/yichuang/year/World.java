package org.yichuang.year;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yichuang.cases.api.CaseRequests.MaterialGiven;
import org.yichuang.cases.api.Cases;
import org.yichuang.cases.api.CommandGate;
import org.yichuang.cases.internal.CaseGround;
import org.yichuang.cases.internal.CaseServices;
import org.yichuang.cases.internal.CaseSettings;
import org.yichuang.cases.internal.CaseTimer;
import org.yichuang.cases.internal.CasesDescriptor;
import org.yichuang.cases.internal.DefaultCaseService;
import org.yichuang.cases.internal.Gates;
import org.yichuang.cases.internal.document.CaseDocumentTemplate;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.documents.api.DocumentService;
import org.yichuang.documents.internal.Registries;
import org.yichuang.documents.internal.TemplateRegistry;
import org.yichuang.documents.internal.Wiring;
import org.yichuang.documents.internal.scan.ScanSettings;
import org.yichuang.documents.internal.scan.ScannerRegistry;
import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.identity.internal.DefaultUnmasking;
import org.yichuang.identity.internal.EnvelopeCipher;
import org.yichuang.identity.internal.MasterKeys;
import org.yichuang.indicators.api.Indicator;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.journal.api.LinkedModule;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.internal.JournalKeyDigests;
import org.yichuang.journal.internal.domain.ChainKey;
import org.yichuang.journal.rows.JpaChainHeads;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.licences.internal.Certificates;
import org.yichuang.licences.internal.LicencesDescriptor;
import org.yichuang.ratings.internal.RatingsDescriptor;
import org.yichuang.testing.TestClock;
import org.yichuang.testing.TestDatabase;
import org.yichuang.testing.TestEpochs;
import org.yichuang.testing.TestNode;
import org.yichuang.testing.TestRun;
import org.yichuang.testing.centres.TestCentres;
import org.yichuang.testing.centres.TestDepartments;
import org.yichuang.testing.centres.TestModules;
import org.yichuang.year.check.Paper;

/**
 * A container in which a province works: the services of cases, documents and journal as the wiring files put them
 * together, on a database of its own, with a clock that is moved. Nothing is printed.
 */
final class World implements AutoCloseable {
    private static final byte[] PDF = "%PDF-1.7 a drawing".getBytes(StandardCharsets.US_ASCII);
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    final TestClock clock = new TestClock();
    final TestCentres centres = new TestCentres(clock).ticking();
    final TestDatabase database;
    final TestNode node;
    /** Of which is noted what they have told. */
    final Transactions transactions;

    final Ears ears = new Ears(centres);
    final CaseServices cases;
    final DefaultCaseService service;
    final YearRegister register;
    final YearRatings ratings;
    final List<LinkedModule> linked;
    /** The documents that have been issued, by centre and number of their cases. */
    final Map<String, List<Paper.Issued>> issued = new HashMap<>();

    private final CaseTimer timer;
    private final Map<String, Set<String>> permissions = new HashMap<>();
    private final Map<String, UnitOfWork.Lease> leases = new HashMap<>();

    World(File folder, YearItems items) {
        database = TestDatabase.fresh(
                TestDatabase.chosen().get(0),
                "db/changelog/documents.xml",
                "db/changelog/cases.xml",
                YearRegister.CHANGES,
                YearRatings.CHANGES);
        node = new TestNode(database, folder, clock);
        transactions = ears.of(node.transactions());
        PersonalDataCipher cipher = cipher();
        Wiring documents = documents(cipher);
        CaseGround ground = new CaseGround(
                node.entities("cases"),
                transactions,
                node.journal(),
                centres,
                new TestDepartments(),
                documents.files(),
                kept(documents.documents()),
                new TestEpochs());
        List<CommandGate> asked = new ArrayList<>(); // those of the register, which asks cases itself
        Gates gates = new Gates(transactions, asked, List.of(), centres, new TestModules());
        cases = new CaseServices(ground, gates, items, cipher, node.waiting(), new DefaultUnmasking(transactions));
        service = cases.service();
        Cases told = cases.records();
        register =
                new YearRegister(node, transactions, centres, ground.documents(), new Certificates(items, told), told);
        asked.addAll(register.gates);
        ears.listen(register.listener);
        ratings = new YearRatings(node, transactions, centres, service, told);
        ears.listen(ratings.listener);
        linked = List.of(cases.linked(), register.mail);
        node.outbox().onSettled(linked.get(0).topic(), new Receipts(linked.get(0)));
        timer = cases.timer(new CaseSettings());
        centres.switchModule(TestCentres.SHANDONG, "cases", false);
        node.prove(new JpaChainHeads("case", ground.entities(), node.transactions(), CaseFile.class));
        node.prove(documents.documentHeads());
        node.prove(documents.seriesHeads());
    }

    static PersonalDataCipher cipher() {
        JournalKeyDigests digests = new JournalKeyDigests(new ChainKey(new byte[32]));
        return new EnvelopeCipher(
                digests, MasterKeys.open(digests, Path.of("nowhere", "personal-data.keys")), () -> true, () -> true);
    }

    private Wiring documents(PersonalDataCipher cipher) {
        TemplateRegistry templates = new TemplateRegistry(new TestModules());
        Arrays.stream(CaseDocumentTemplate.values()).forEach(templates::bound);
        YearRegister.bind(templates);
        Registries registries = new Registries(templates, new ScannerRegistry(new ScanSettings(null)));
        Wiring wiring = new Wiring(node.entities("documents"), transactions, cipher, registries, centres, clock);
        wiring.printer().stop();
        return wiring;
    }

    /** The service, of which is kept what it has issued; of a step that fails nothing is. */
    private DocumentService kept(DocumentService real) {
        return (DocumentService) Proxy.newProxyInstance(
                DocumentService.class.getClassLoader(),
                new Class<?>[] {DocumentService.class},
                (self, method, given) -> {
                    try {
                        Object answer = method.invoke(real, given);
                        if (method.getName().equals("issue")) {
                            keep((DocumentService.Request) given[0], (UnitOfWork) given[1]);
                        }
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void keep(DocumentService.Request request, UnitOfWork unit) {
        Paper.Issued paper = new Paper.Issued(request.kind(), request.organ(), request.facts());
        if (!request.aggregateType().equals("case")) {
            return;
        }
        String name = unit.context().tenant() + "/" + request.aggregateId();
        unit.afterCommit(
                () -> issued.computeIfAbsent(name, any -> new ArrayList<>()).add(paper));
    }

    LocalDate today() {
        return centres.now().atZone(CallContext.ZONE).toLocalDate();
    }

    /** What the job of the module does at every centre when its hour has come. */
    void attend() {
        run(timer);
        run(register.expiry);
        run(ratings.timer);
    }

    private void run(LeasedJob job) {
        UnitOfWork.Lease lease = Optional.ofNullable(leases.get(job.name()))
                .flatMap(node.leases()::renew)
                .or(() -> node.leases().acquire(job.name(), LEASE))
                .orElseThrow();
        leases.put(job.name(), lease);
        centres.all()
                .forEach(tenant ->
                        job.run(new TestRun(CallContext.system(tenant.id(), centres.now(), job.name()), lease, true)));
    }

    /** The call of somebody who has a role at a centre. */
    CallContext as(String account, String role, TenantId tenant) {
        Set<String> granted = permissions.computeIfAbsent(role, World::grantedTo);
        Actor actor = new Actor(account, account, Set.of(role), Set.of(), granted);
        return new CallContext(tenant, actor, centres.now(), "r", Optional.empty(), Optional.empty());
    }

    CallContext as(String role, TenantId tenant) {
        return as(role, role, tenant);
    }

    private static Set<String> grantedTo(String role) {
        return Stream.of(new CasesDescriptor(), new LicencesDescriptor(), new RatingsDescriptor())
                .flatMap(module -> module.grants().stream())
                .filter(grant -> grant.role().equals(role))
                .flatMap(grant -> grant.permissions().stream())
                .collect(Collectors.toSet());
    }

    /** Materials on paper, as the window takes them, or as files of an applicant. */
    List<MaterialGiven> materials(List<String> codes, CallContext whose) {
        boolean isWindow = !whose.actor().has("applicant");
        List<MaterialGiven> given = new ArrayList<>();
        for (String code : codes) {
            given.add(
                    isWindow
                            ? new MaterialGiven(code, null, null, true)
                            : new MaterialGiven(code, null, upload(code, whose), false));
        }
        return given;
    }

    private String upload(String code, CallContext whose) {
        return service.upload(code + ".pdf", "application/pdf", new ByteArrayInputStream(PDF), whose)
                .file();
    }

    /** Proves the trails of all centres, as a container does of its nights: what is under proof needs no comparison. */
    void prove() {
        centres.all().forEach(centre -> node.journal().verify(centre.id()));
    }

    /** Has everything anchored, as a container does all the time. */
    void anchor() throws SQLException, InterruptedException {
        node.anchoring();
        while (isAnchoring()) {
            Thread.sleep(LOOK_AGAIN.toMillis());
        }
    }

    private boolean isAnchoring() throws SQLException {
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM JOURNAL_PENDING")) {
            rows.next();
            return rows.getLong(1) > 0;
        }
    }

    /** The figures of cases. */
    List<Indicator> indicators() {
        return cases.indicators().indicators();
    }

    /** Has everybody hear what has happened. */
    void hear() {
        ears.hear(transactions);
    }

    @Override
    public void close() {
        node.close();
    }
}
