package org.yichuang.windows.internal;

import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.EntityManagerFactory;
import org.yichuang.cases.api.CaseRecord;
import org.yichuang.cases.api.Cases;
import org.yichuang.catalogue.api.CaseKind;
import org.yichuang.catalogue.api.Catalogue;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.Handling;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.api.Route;
import org.yichuang.catalogue.api.Stage;
import org.yichuang.documents.api.DocumentError;
import org.yichuang.documents.api.DocumentService;
import org.yichuang.documents.api.DocumentService.DocumentView;
import org.yichuang.documents.api.WordDocuments;
import org.yichuang.documents.api.WrittenTemplate;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.kernel.api.time.Limit;
import org.yichuang.notices.api.NoticeService;
import org.yichuang.testing.centres.TestCentres;
import org.yichuang.testing.centres.TestDepartments;
import org.yichuang.windows.api.PointKind;
import org.yichuang.windows.api.Rank;
import org.yichuang.windows.api.StationingKind;
import org.yichuang.windows.api.WindowKind;
import org.yichuang.windows.internal.WindowsCommands.Arrive;
import org.yichuang.windows.internal.WindowsCommands.Badge;
import org.yichuang.windows.internal.WindowsCommands.Enter;
import org.yichuang.windows.internal.WindowsCommands.Member;
import org.yichuang.windows.internal.WindowsCommands.OpenPoint;
import org.yichuang.windows.internal.WindowsCommands.OpenWindow;
import org.yichuang.windows.internal.WindowsCommands.Person;
import org.yichuang.windows.internal.WindowsCommands.Propose;
import org.yichuang.windows.internal.WindowsCommands.Recommend;
import org.yichuang.windows.internal.WindowsCommands.Sign;
import org.yichuang.windows.internal.WindowsCommands.Station;
import org.yichuang.windows.internal.WindowsCommands.Train;
import org.yichuang.windows.internal.WindowsCommands.Words;
import org.yichuang.windows.internal.document.BulletinDocument;
import org.yichuang.windows.internal.document.LetterDocument;

/** A hall; the catalogue and messages are played. */
final class WindowsWorld {
    static final String HOUSING = "住房和城乡建设局";
    static final String FORESTRY = "林业局";
    static final String HASH = "0123456789abcdef".repeat(4);
    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    final TestCentres province;
    final TestDepartments departments = new TestDepartments();
    final Wiring wiring;
    final Hall hall;
    final Staff staff;
    final LetterPapers papers;
    final Letters letters;
    final Authorities authorities;
    final Queues queues;
    final Tickets tickets;
    final HallBell bell;
    final PointHours hours;
    final Attending attending;
    final PlayedIndicators figures;
    final Assessing assessing;
    final Appointments appointments;
    final List<NoticeService.Request> told = new ArrayList<>();
    final Map<String, ItemDefinition> items = new HashMap<>();
    /** Items that one centre alone offers. */
    final Map<String, TenantId> elsewhere = new HashMap<>();

    final Map<String, CaseRecord> cases = new HashMap<>();
    final Map<String, DocumentService.Request> issued = new HashMap<>();
    final Map<String, String> revoked = new HashMap<>();
    private final Map<String, List<DocumentView>> papersOf = new HashMap<>();

    WindowsWorld(Transactions transactions, EntityManagerFactory entities, TestCentres province) {
        this.province = province;
        province.all().forEach(centre -> province.switchModule(centre.id(), "windows", true));
        province.policy(HAIYANG, "policy.windows.letters", "required");
        wiring = new Wiring(entities, transactions, province, departments, catalogue(), casesPort());
        bell = wiring.bell();
        hall = wiring.hall();
        staff = wiring.staff();
        papers = wiring.papers(documents());
        letters = wiring.letters(papers);
        authorities = wiring.authorities();
        Queue queue = wiring.queue(notices());
        queues = queue.queues();
        tickets = queue.tickets();
        hours = queue.hours();
        attending = wiring.attending(documents(), WindowsWorld::word);
        appointments = queue.appointments();
        figures = new PlayedIndicators(transactions, wiring.indicators(), departments);
        assessing = wiring.assessing(figures, notices(), TestCipher.CIPHER);
        item("BUILD", HOUSING);
        item("SELL", HOUSING);
        item("WOOD", FORESTRY);
        item("EXPERTS", HOUSING, "组织专家论证");
    }

    /** An item of a department, with its special steps. */
    void item(String code, String department, String... steps) {
        List<Handling.SpecialStep> special = List.of(steps).stream()
                .map(name -> new Handling.SpecialStep(name, null, "", false, "", true))
                .toList();
        Handling usual = Handling.USUAL;
        items.put(
                code,
                ItemDefinition.of(code)
                        .name("事项" + code)
                        .type(ItemType.LICENCE)
                        .kind(CaseKind.COMMITTED)
                        .exerciseLevel(Level.COUNTY)
                        .department(department)
                        .promisedLimit(Limit.working(10))
                        .made()
                        .with(new Handling(usual.inPerson(), false, null, null, null, special)));
    }

    /** Has an item be pre-reviewed at a level before the province decides. */
    void passing(String code, Level level) {
        Stage first = new Stage(Stage.Action.PRE_REVIEW, level, null, null);
        Stage last = new Stage(Stage.Action.DECIDE, Level.PROVINCE, null, null);
        routed(code, first, last);
    }

    /** Has an item be decided by another department, such as the government. */
    void decidedBy(String code, String department) {
        routed(code, new Stage(Stage.Action.DECIDE, Level.COUNTY, department, null));
    }

    private void routed(String code, Stage... stages) {
        Level last = stages[stages.length - 1].level();
        ItemDefinition item = items.get(code);
        items.put(
                code,
                ItemDefinition.of(code)
                        .name(item.name())
                        .type(item.type())
                        .kind(item.kind())
                        .exerciseLevel(last)
                        .department(item.department())
                        .promisedLimit(item.promisedLimit())
                        .routes(List.of(new Route("way", "办理路径", List.of(), List.of(stages), last)))
                        .made());
    }

    private Catalogue catalogue() {
        return played(Catalogue.class, (method, given) -> switch (method) {
            case "offered" -> offered((String) given[0], ((CallContext) given[1]).tenant());
            case "version" -> version((String) given[1]);
            default -> throw new AssertionError("No matter of windows: " + method);
        });
    }

    private ItemVersion offered(String code, TenantId tenant) {
        if (!elsewhere.getOrDefault(code, tenant).equals(tenant)) {
            throw new ProblemException(CatalogueError.ITEM_UNKNOWN, LocalizedMessage.verbatim(code));
        }
        return version(code);
    }

    Cases casesPort() {
        return played(Cases.class, (method, given) -> {
            if (!method.equals("find")) {
                throw new AssertionError("No matter of windows: " + method);
            }
            return Optional.ofNullable(cases.get(given[0]));
        });
    }

    private ItemVersion version(String code) {
        ItemDefinition found = Optional.ofNullable(items.get(code))
                .orElseThrow(() -> new ProblemException(CatalogueError.ITEM_UNKNOWN, LocalizedMessage.verbatim(code)));
        return new ItemVersion(HAIYANG, 1, ItemVersion.State.PUBLISHED, found, Instant.EPOCH, 1);
    }

    NoticeService notices() {
        return played(NoticeService.class, (method, given) -> {
            told.add((NoticeService.Request) given[0]);
            return null;
        });
    }

    private DocumentService documents() {
        return played(DocumentService.class, (method, given) -> switch (method) {
            case "revoke" -> revoked((String) given[0], (String) given[1]);
            case "issue" -> issued((DocumentService.Request) given[0]);
            case "of" -> papersOf.getOrDefault(given[1], List.of());
            default -> throw new AssertionError("No matter of windows: " + method);
        });
    }

    private DocumentView revoked(String id, String reason) {
        if (revoked.putIfAbsent(id, reason) != null) {
            throw ProblemException.of(DocumentError.DOCUMENT_REVOKED);
        }
        return null;
    }

    /** What a Word document would say. */
    private static byte[] word(WordDocuments.Draft draft) {
        return (draft.title() + draft.text() + draft.facts()).getBytes(StandardCharsets.UTF_8);
    }

    private DocumentView issued(DocumentService.Request request) {
        WrittenTemplate template =
                request.kind().equals(LetterDocument.ABOUT) ? LetterDocument.DELEGATION : BulletinDocument.BULLETIN;
        if (!template.facts().equals(request.facts().keySet())
                || request.facts().values().stream().anyMatch(String::isBlank)) {
            throw new AssertionError("The paper is not told what it says: " + request.facts());
        }
        String id = "D" + issued.size();
        issued.put(id, request);
        DocumentView made = new DocumentView(
                id, id, request.kind(), 1, 0, "", "", "", Instant.EPOCH, DocumentService.State.PENDING, "", true);
        papersOf.put(request.aggregateId(), List.of(made));
        return made;
    }

    /** What is played of a service. */
    @FunctionalInterface
    private interface Play {
        Object answer(String method, Object... given);
    }

    private static <T> T played(Class<T> service, Play play) {
        return service.cast(Proxy.newProxyInstance(
                service.getClassLoader(),
                new Class<?>[] {service},
                (self, method, given) -> play.answer(method.getName(), given)));
    }

    CallContext as(String account, String role, TenantId tenant, Set<String> of) {
        Set<String> permissions = new WindowsDescriptor()
                .grants().stream()
                        .filter(grant -> grant.role().equals(role))
                        .flatMap(grant -> grant.permissions().stream())
                        .collect(Collectors.toSet());
        Actor actor = new Actor(account, account, Set.of(role), of, permissions);
        return new CallContext(tenant, actor, province.now(), "r", Optional.empty(), Optional.empty());
    }

    CallContext manager() {
        return as("manager", "centre-manager", HAIYANG, Set.of());
    }

    CallContext liaison(String department) {
        return as("liaison", WindowsDescriptor.LIAISON, HAIYANG, Set.of(department));
    }

    CallContext clerk(String account) {
        return as(account, "clerk", HAIYANG, Set.of());
    }

    LocalDate today() {
        return manager().today();
    }

    /** The hall with a window of its own for the department. */
    String window(String number, String department) {
        String point = hall.openPoint(
                        new OpenPoint(
                                PointKind.HALL,
                                "政务大厅",
                                "海政路1号",
                                "2路",
                                "0535-3221000",
                                null,
                                List.of("饮水机"),
                                1200,
                                null,
                                null,
                                null),
                        manager())
                .id();
        return hall.openWindow(
                        new OpenWindow(
                                number,
                                number + "号窗口",
                                point,
                                WindowKind.DEPARTMENT,
                                List.of(new Member(department, null)),
                                null,
                                null,
                                null),
                        manager())
                .number();
    }

    /** The department works at the centre, and these items have entered. */
    String stationed(String department, String... entered) {
        String id = hall.station(new Station(department, StationingKind.LOCAL, today(), null, null), manager())
                .id();
        if (entered.length > 0) {
            hall.enter(id, new Enter(List.of(entered)), manager());
        }
        return id;
    }

    String recommended(String account, String department) {
        Recommend given = new Recommend(
                account, "人" + account, "N-" + account, department, "股长", Rank.SECTION, List.of(department), null);
        return staff.recommend(given, liaison(department)).id();
    }

    /** Somebody with a badge, who is there today. */
    String onDuty(String account, String department, String window) {
        String id = recommended(account, department);
        staff.vet(id, new Words("w"), manager());
        staff.approve(id, new Words("w"), manager());
        staff.train(id, new Train("法规", today(), 92, true), manager());
        staff.badge(id, new Badge(window), manager());
        staff.arrive(id, new Arrive(null), clerk(account));
        return id;
    }

    static Propose proposal(String number, List<String> full, List<String> partial, LocalDate from, LocalDate until) {
        return new Propose(
                number,
                HOUSING,
                new Person(null, "王局长", HOUSING, "局长", Rank.DIVISION),
                new Person("anna", "张副局长", HOUSING, "副局长", Rank.DEPUTY_DIVISION),
                new Person("bo", "李股长", HOUSING, "股长", Rank.SECTION),
                full,
                partial,
                List.of(),
                from,
                until,
                null);
    }

    /** Of any department, with others whom it names. */
    static Propose proposalOf(String department, String number, String a, String b, List<String> full) {
        return new Propose(
                number,
                department,
                new Person(null, "王局长", department, "局长", Rank.DIVISION),
                new Person(a, "人" + a, department, "副局长", Rank.DEPUTY_DIVISION),
                new Person(b, "人" + b, department, "股长", Rank.SECTION),
                full,
                List.of(),
                List.of(),
                TODAY,
                TODAY.plusYears(1),
                null);
    }

    static Sign signed() {
        return new Sign("a".repeat(64), "b".repeat(64), "c".repeat(64), "d".repeat(64));
    }

    /** A letter that holds for a year from today on. */
    void issued(String number, List<String> full, List<String> partial) {
        issued(proposal(number, full, partial, today(), today().plusYears(1)));
    }

    void issued(Propose proposal) {
        boolean isThere = hall.stationings(PageRequest.of(null, null), manager()).items().stream()
                .anyMatch(each -> each.department().equals(proposal.department()));
        if (!isThere) {
            stationed(proposal.department());
        }
        letters.propose(proposal, liaison(proposal.department()));
        letters.answer(proposal.number(), true, new Words("同意"), manager());
        letters.issue(proposal.number(), signed(), liaison(proposal.department()));
    }
}
