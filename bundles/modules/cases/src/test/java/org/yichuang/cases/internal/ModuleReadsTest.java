package org.yichuang.cases.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import javax.persistence.EntityManagerFactory;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;
import org.yichuang.cases.api.CaseApplication;
import org.yichuang.cases.api.CaseItem;
import org.yichuang.cases.api.CasePermission;
import org.yichuang.cases.api.CaseRecord;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.Applicant;
import org.yichuang.cases.api.CaseResult;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.Cases;
import org.yichuang.cases.api.CommandGate;
import org.yichuang.cases.api.GateAnswer;
import org.yichuang.cases.api.GateQuestion;
import org.yichuang.cases.api.GatedCommand;
import org.yichuang.cases.internal.document.SigningOrgans;
import org.yichuang.cases.internal.persistence.BegunRows;
import org.yichuang.cases.internal.persistence.JpaCaseRepositories;
import org.yichuang.cases.internal.persistence.QuotaRows;
import org.yichuang.catalogue.api.Catalogue;
import org.yichuang.catalogue.api.CatalogueEditing;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.internal.CatalogueDepartments;
import org.yichuang.catalogue.internal.DisclosedFields;
import org.yichuang.catalogue.internal.DraftOpinions;
import org.yichuang.catalogue.internal.EditedCatalogue;
import org.yichuang.catalogue.internal.PublishedCatalogue;
import org.yichuang.catalogue.internal.PublishedVersions;
import org.yichuang.catalogue.internal.persistence.OpinionRows;
import org.yichuang.documents.internal.files.DatabaseFileStore;
import org.yichuang.journal.api.EventEnvelope;
import org.yichuang.journal.api.EventFilter;
import org.yichuang.journal.api.EventListener;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.internal.OffsetClock;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.testing.TestDatabase;
import org.yichuang.testing.TestEpochs;
import org.yichuang.testing.TestNode;
import org.yichuang.testing.centres.TestCentres;
import org.yichuang.testing.centres.TestDepartments;
import org.yichuang.testing.centres.TestModules;

/** What another module reads of a case and of its item within a running transaction, nothing being remembered yet. */
@RunWith(Parameterized.class)
public class ModuleReadsTest {
    private static final String PHONE = "13905351234";
    private static final long LIMIT = 240_000_000_000L;

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Parameter
    public TestDatabase.Kind kind;

    private final TestCentres centres = new TestCentres();
    private final OffsetClock clock = new OffsetClock();
    private final List<CommandGate> gates = new ArrayList<>();
    private TestNode node;
    private EntityManagerFactory items;
    private Cases cases;
    private DefaultCaseService service;

    @Parameters(name = "{0}")
    public static List<TestDatabase.Kind> kinds() {
        return TestDatabase.chosen();
    }

    @Before
    public void open() {
        TestDatabase database = TestDatabase.fresh(
                kind, "db/changelog/catalogue.xml", "db/changelog/cases.xml", "db/changelog/documents.xml");
        node = new TestNode(database, folder.getRoot(), clock).anchoring();
        items = node.entities("catalogue");
        Transactions transactions = node.transactions();
        DatabaseFileStore files = new DatabaseFileStore(node.entities("documents"), transactions, TestCipher.CIPHER);
        JpaCaseRepositories store = new JpaCaseRepositories(node.entities("cases"), TestCipher.CIPHER, files);
        Gates asked = new Gates(transactions, gates, List.of(), centres, new TestModules());
        TestDocuments documents =
                new TestDocuments(node.entities("documents"), transactions, TestCipher.CIPHER, centres, clock);
        Quotas quotas = new Quotas(centres, new QuotaRows());
        IssuedDocuments issued = new IssuedDocuments(
                documents.service(), coldCatalogue(), new SigningOrgans(centres, new TestDepartments()));
        CaseLedger ledger = new CaseLedger(store, centres, asked, issued, new TestEpochs());
        service = new DefaultCaseService(
                transactions,
                store,
                ledger,
                new Intake(coldCatalogue(), centres, quotas),
                null, // what is only read goes by the port under test
                new Uploads(transactions, store, files, quotas));
        cases = new CaseRecords(store, new CaseResults(issued, centres), ledger);
        publish(new Items().offered(Items.SIMPLE, at(YANTAI)));
    }

    @After
    public void close() {
        node.close();
    }

    private org.yichuang.catalogue.internal.persistence.Items rows() {
        return new org.yichuang.catalogue.internal.persistence.Items(items);
    }

    private PublishedVersions nothingRemembered() {
        return new PublishedVersions(node.transactions(), centres, rows());
    }

    /** As another container has it, or this one after a restart. */
    private Catalogue coldCatalogue() {
        return new PublishedCatalogue(node.transactions(), centres, rows(), nothingRemembered());
    }

    /** Nothing is imported. */
    private CatalogueEditing editing() {
        CatalogueDepartments departments = new CatalogueDepartments(
                new TestDepartments(Map.of()), centres, node.transactions(), rows(), coldCatalogue());
        DisclosedFields fields = new DisclosedFields(List.of(), node.transactions(), centres, new TestModules());
        DraftOpinions opinions = new DraftOpinions(node.transactions(), centres, rows(), new OpinionRows(items));
        return new EditedCatalogue(
                node.transactions(), centres, rows(), nothingRemembered(), null, departments, fields, opinions);
    }

    private void publish(ItemVersion item) {
        editing().draft(item.definition(), platform());
        editing().publish(item.definition().code(), platform());
    }

    private CallContext platform() {
        return CallContext.system(YANTAI, clock.clock().instant(), "r");
    }

    private CallContext at(TenantId tenant) {
        Actor clerk = new Actor(
                "clerk-li",
                "李",
                Set.of("clerk"),
                Set.of(),
                Set.of(CasePermission.SUBMIT, CasePermission.ACCEPT, CasePermission.DECIDE, CasePermission.ISSUE));
        return CallContext.system(tenant, clock.clock().instant(), "r").by(clerk);
    }

    private String submitted() {
        Applicant person = new Applicant("person", "张小明", "citizen-id", "11010519491231002X", PHONE, null);
        CaseRequests.Submit bare = new CaseRequests.Submit(Items.SIMPLE, person, Map.of(), List.of(), null);
        return service.submit(Centres.whole(bare), at(HAIYANG)).number();
    }

    /** What somebody has read in a unit. */
    private record Read(CaseRecord found, CaseApplication application, ItemVersion item, ItemVersion offered) {}

    private Read read(String number, Catalogue catalogue, UnitOfWork unit) {
        CaseRecord found = cases.find(number, unit).orElseThrow();
        return new Read(
                found,
                cases.application(number, unit).orElseThrow(),
                catalogue.version(new TenantId(found.owner()), found.item(), found.itemVersion(), unit),
                catalogue.offered(found.item(), unit));
    }

    @Test
    public void aListenerReadsTheCaseOfItsEventAndTheItemOfTheCentreAbove() throws InterruptedException {
        Set<Read> heard = new CopyOnWriteArraySet<>(); // one that loses a race is told again
        Catalogue cold = coldCatalogue();
        node.listen(new EventListener() {
            @Override
            public String name() {
                return "toy-listener";
            }

            @Override
            public Start start() {
                return Start.BEGINNING;
            }

            @Override
            public EventFilter wants() {
                return EventFilter.of("cases", "submitted");
            }

            @Override
            public void on(EventEnvelope event, UnitOfWork unit) {
                heard.add(read(event.event().number(), cold, unit));
            }
        });

        String number = submitted();

        for (long end = System.nanoTime() + LIMIT; heard.isEmpty() && System.nanoTime() < end; ) {
            Thread.sleep(20);
        }
        assertEquals(1, heard.size());
        assertIsTheCase(number, heard.iterator().next());
    }

    private static void assertIsTheCase(String number, Read read) {
        CaseRecord found = read.found();
        assertEquals(number, found.number());
        assertEquals(CaseState.RECEIVED, found.state());
        assertEquals(YANTAI.value(), found.owner());
        assertEquals("审批局", found.department());
        assertEquals("ACCEPT", found.stage());
        assertEquals("clerk-li", found.submitter());
        assertEquals("person", found.applicantKind());
        assertFalse("no name, no number: " + found, found.toString().contains("小明"));
        assertFalse(found.toString().contains(PHONE));
        assertEquals("张小明", read.application().applicant().name());
        assertEquals(PHONE, read.application().applicant().phone());
        assertEquals(Map.of(), read.application().form());
        assertEquals(found.itemVersion(), read.item().number());
        assertEquals(found.itemName(), read.item().definition().name());
        assertEquals(read.item(), read.offered());
    }

    @Test
    public void theCatalogueIsToldHowManyCasesHaveBegunUnderAnItem() {
        Instant before = clock.clock().instant();
        submitted();
        submitted();

        assertEquals(Map.of(Items.SIMPLE, 2), begun(HAIYANG, before));
        assertEquals(Map.of(), begun(YANTAI, before));
        assertEquals(Map.of(), begun(HAIYANG, clock.clock().instant().plusSeconds(1)));
    }

    private Map<String, Integer> begun(TenantId centre, Instant since) {
        return node.transactions()
                .read(
                        platform(),
                        unit -> unit.reading(centre, there -> new BegunRows()
                                .begun(List.of(Items.SIMPLE, "nothing"), since, there)));
    }

    @Test
    public void aGateReadsWithinTheCommandAndItsCommandTakesEffect() {
        String number = submitted();
        Catalogue cold = coldCatalogue();
        List<Read> seen = new ArrayList<>();
        gates.add(new CommandGate() {
            @Override
            public String module() {
                return "linkage";
            }

            @Override
            public Set<GatedCommand> commands() {
                return Set.of(GatedCommand.ACCEPT);
            }

            @Override
            public GateAnswer check(GateQuestion question, UnitOfWork unit) {
                seen.add(read(number, cold, unit));
                return GateAnswer.allowed("letter:2026-5");
            }
        });

        service.accept(number, new CaseRequests.Accept(null), at(HAIYANG));

        assertIsTheCase(number, seen.get(0));
        Optional<CaseRecord> after = node.transactions().read(at(HAIYANG), unit -> cases.find(number, unit));
        assertEquals(CaseState.ACCEPTED, after.orElseThrow().state());
    }

    @Test
    public void aResultIsToldOnceItHasBeenMadeOutWithTheBodyThatHasGranted() {
        String number = submitted();
        service.accept(number, new CaseRequests.Accept(null), at(HAIYANG));
        service.decide(number, Centres.GRANT, at(HAIYANG));
        assertEquals(Optional.empty(), node.transactions().read(at(HAIYANG), unit -> cases.result(number, unit)));
        service.issue(number, new CaseRequests.Issue("JY-1", null), at(HAIYANG));

        CaseResult result = node.transactions()
                .read(at(HAIYANG), unit -> cases.result(number, unit))
                .orElseThrow();
        assertEquals("JY-1", result.documentNumber());
        assertEquals(HAIYANG.value(), result.centre());
        assertFalse(result.organ().isBlank());
        assertTrue(result.remedies(), result.remedies().contains("行政复议"));
        assertFalse("the decision is here", result.decision().isEmpty());
        assertEquals(HAIYANG.value(), result.decidedAt());
        assertEquals(List.of(), result.brokenDeclarations());
    }

    @Test
    public void whoWasAcceptedEarlierAndIsNotDecidedYetIsToldInThatOrder() {
        String first = submitted();
        String second = submitted();
        String third = submitted();
        service.accept(second, new CaseRequests.Accept(null), at(HAIYANG));
        service.accept(first, new CaseRequests.Accept(null), at(HAIYANG));
        assertEquals("before it was accepted itself", List.of(), acceptedBefore(third, 9));
        service.accept(third, new CaseRequests.Accept(null), at(HAIYANG));

        assertEquals(List.of(second, first), acceptedBefore(third, 9));
        assertEquals(List.of(second), acceptedBefore(third, 1));
        assertEquals(List.of(), acceptedBefore(second, 9));

        service.decide(second, Centres.REFUSE, at(HAIYANG));

        assertEquals(List.of(first), acceptedBefore(third, 9));
    }

    private List<String> acceptedBefore(String number, int most) {
        return node.transactions().read(at(HAIYANG), unit -> {
            CaseItem item = cases.find(number, unit).orElseThrow().items().get(0);
            return cases.acceptedBefore(number, item, most, unit);
        });
    }

    @Test
    public void whatIsNotThereIsNotFoundAndNeitherIsACaseOfAnotherCentre() {
        String number = submitted();

        assertTrue(node.transactions()
                .read(at(YANTAI), unit -> cases.find(number, unit).isEmpty()));
        assertTrue(node.transactions()
                .read(at(HAIYANG), unit -> cases.application("none", unit).isEmpty()));
    }

    @Test
    public void aVersionWhosePublicationIsUndoneAfterItWasReadIsNotRemembered() {
        Catalogue cold = coldCatalogue();
        editing().draft(new Items().offered(Items.SIMPLE, platform()).definition(), platform());
        ProblemException undone =
                assertThrows(ProblemException.class, () -> node.transactions().write(at(YANTAI), Void.class, unit -> {
                    rows().version(Items.SIMPLE, 2, unit)
                            .orElseThrow()
                            .publish(unit.context().at(), List.of());
                    rows().flush(unit);
                    assertEquals(2, cold.version(YANTAI, Items.SIMPLE, 2, unit).number());
                    throw new ProblemException(CommonError.NOT_ALLOWED, LocalizedMessage.verbatim("不"));
                }));
        assertEquals(CommonError.NOT_ALLOWED, undone.code());

        ProblemException unknown =
                assertThrows(ProblemException.class, () -> cold.version(YANTAI, Items.SIMPLE, 2, at(HAIYANG)));
        assertEquals(CatalogueError.ITEM_UNKNOWN, unknown.code());
    }
}
