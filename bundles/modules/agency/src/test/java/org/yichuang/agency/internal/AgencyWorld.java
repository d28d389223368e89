package org.yichuang.agency.internal;

import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
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
import org.yichuang.agency.api.AgentSource;
import org.yichuang.agency.api.Eligibility;
import org.yichuang.agency.internal.AgencyCommands.Applicant;
import org.yichuang.agency.internal.AgencyCommands.Authorise;
import org.yichuang.agency.internal.AgencyCommands.Lodge;
import org.yichuang.agency.internal.AgencyCommands.Register;
import org.yichuang.agency.internal.AgencyCommands.Train;
import org.yichuang.agency.internal.document.AgencyDocument;
import org.yichuang.agency.internal.document.JointDocument;
import org.yichuang.cases.api.CaseApplication;
import org.yichuang.cases.api.CaseRecord;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseSnapshot;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.Cases;
import org.yichuang.catalogue.api.Catalogue;
import org.yichuang.documents.api.DocumentService;
import org.yichuang.documents.api.DocumentService.DocumentView;
import org.yichuang.documents.api.DocumentTemplate;
import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.identity.api.StaffAccounts;
import org.yichuang.identity.internal.DefaultUnmasking;
import org.yichuang.identity.internal.EnvelopeCipher;
import org.yichuang.identity.internal.MasterKeys;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.internal.JournalKeyDigests;
import org.yichuang.journal.internal.domain.ChainKey;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.notices.api.NoticeService;
import org.yichuang.testing.centres.TestCentres;

/** A centre with agents; cases, papers and messages are played. */
final class AgencyWorld {
    static final String USCC = "91350100M000100Y43";
    static final String CITIZEN = "11010519491231002X";
    private static final Set<DocumentTemplate> FREE = Set.of(AgencyDocument.CONSENT, AgencyDocument.ENTRUSTMENT);
    static final String OWNER = "chen";
    static final String AGENT_ACCOUNT = "agent-wu";
    /** An account that is none of the centre, or may do nothing for others. */
    static final String UNKNOWN = "unknown";

    final TestCentres province;
    final Wiring wiring;
    final Agents agents;
    final Requests requests;
    final Recognitions recognitions;
    final Projects projects;
    final PlayedBundles bundles = new PlayedBundles();
    final JointBundles jointBundles;
    final JointRequests joint;
    final Inspections inspections;
    final InspectionPapers calls;
    final List<NoticeService.Request> told = new ArrayList<>();
    final Map<String, DocumentService.Request> issued = new HashMap<>();
    final Map<String, String> revoked = new HashMap<>();
    final Map<String, CaseRecord> cases = new HashMap<>();
    /** Accounts that are applicants. */
    final Set<String> applicants = new HashSet<>(Set.of(OWNER));

    /** Who has handed cases in; a window where nothing is said. */
    final Map<String, String> submitters = new HashMap<>();

    private final Map<String, String> holders = new HashMap<>();

    AgencyWorld(Transactions transactions, EntityManagerFactory entities, TestCentres province) {
        this.province = province;
        province.all().forEach(centre -> province.switchModule(centre.id(), "agency", true));
        wiring = new Wiring(
                entities,
                transactions,
                cipher(),
                province,
                new DefaultUnmasking(transactions),
                (account, unit) -> applicants.contains(account));
        StaffAccounts staff = (account, permission, unit) -> !account.equals(UNKNOWN);
        agents = wiring.agents(cases(), documents(), notices(), staff);
        requests = wiring.requests(cases(), documents(), notices());
        recognitions = wiring.recognitions(cases());
        projects = wiring.projects(cases(), staff);
        jointBundles = wiring.jointBundles(
                played(Catalogue.class, (method, given) -> switch (method) {
                    case "offered" -> bundles.offered((String) given[0]);
                    case "version" -> bundles.kept.get((Integer) given[2] - 1);
                    default -> throw new AssertionError("No matter of agents: " + method);
                }),
                bundles);
        joint = wiring.jointRequests(jointBundles, documents(), notices());
        inspections = wiring.inspections(documents(), notices());
        calls = wiring.inspectionPapers(inspections, documents());
    }

    private static PersonalDataCipher cipher() {
        JournalKeyDigests digests = new JournalKeyDigests(new ChainKey(new byte[32]));
        MasterKeys keys = MasterKeys.open(digests, Path.of("nowhere", "personal-data.keys"));
        return new EnvelopeCipher(digests, keys, () -> true, () -> true);
    }

    Cases cases() {
        return played(Cases.class, (method, given) -> switch (method) {
            case "find" -> Optional.ofNullable(cases.get(given[0]));
            case "application" -> Optional.ofNullable(holders.get(given[0]))
                    .map(number -> new CaseApplication(
                            new CaseRequests.Applicant("enterprise", "A", "uscc", number, "1", null), Map.of()));
            default -> throw new AssertionError("No matter of agents: " + method);
        });
    }

    DocumentService documents() {
        return played(DocumentService.class, (method, given) -> switch (method) {
            case "revoke" -> revoked.put((String) given[0], (String) given[1]);
            case "of" -> issuedOf((String) given[0], (String) given[1]);
            case "write" -> written((String) given[0], (OutputStream) given[3]);
            default -> issue((DocumentService.Request) given[0]);
        });
    }

    private DocumentView issue(DocumentService.Request request) {
        String id = "D" + issued.size();
        issued.put(id, request);
        requireFits(request);
        return shown(id, request);
    }

    private static DocumentView shown(String id, DocumentService.Request of) {
        return new DocumentView(
                id, id, of.kind(), 1, 0, "", "", "", Instant.EPOCH, DocumentService.State.PENDING, "", true);
    }

    private List<DocumentView> issuedOf(String type, String id) {
        return issued.entrySet().stream()
                .filter(each -> each.getValue().aggregateType().equals(type)
                        && each.getValue().aggregateId().equals(id))
                .map(each -> shown(each.getKey(), each.getValue()))
                .toList();
    }

    private static Object written(String id, OutputStream to) {
        try {
            to.write(("%PDF " + id).getBytes(StandardCharsets.UTF_8));
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireFits(DocumentService.Request request) {
        DocumentTemplate template = Stream.<DocumentTemplate>concat(
                        Stream.of(AgencyDocument.values()), Stream.of(JointDocument.values()))
                .filter(each -> each.kind().equals(request.kind()))
                .findFirst()
                .orElseThrow();
        if (!template.facts().equals(request.facts().keySet())
                || template.required().stream()
                        .anyMatch(fact -> request.facts().get(fact).isBlank())
                || !template.text().contains("不收取任何费用") && FREE.contains(template)) {
            throw new AssertionError(request.kind() + " is not told what it says: " + request.facts());
        }
    }

    NoticeService notices() {
        return played(NoticeService.class, (method, given) -> {
            told.add((NoticeService.Request) given[0]);
            return null;
        });
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

    /** A case of somebody, as cases tell of it. */
    void stands(String number, String holder, CaseState state) {
        stands(number, holder, state, "");
    }

    /** The same of a case that names an agent. */
    void stands(String number, String holder, CaseState state, String agent) {
        holders.put(number, holder);
        Map<String, Object> said =
                Map.of("number", number, "state", state, "item", "ITEM", "itemName", "建设工程规划许可", "agent", agent);
        Map<String, Object> all = new HashMap<>(said);
        all.put("submitter", submitters.getOrDefault(number, "clerk"));
        cases.put(number, Filled.of(CaseRecord.class, all));
    }

    /** A case as a gate is shown it. */
    static CaseSnapshot snapshot(String number) {
        Map<String, Object> said = Map.of("number", number, "state", CaseState.ACCEPTED, "item", "ITEM");
        return Filled.of(CaseSnapshot.class, said);
    }

    CallContext as(String account, String role, TenantId tenant) {
        return as(account, role, tenant, Set.of());
    }

    CallContext as(String account, String role, TenantId tenant, Set<String> departments) {
        Set<String> permissions = new AgencyDescriptor()
                .grants().stream()
                        .filter(grant -> grant.role().equals(role))
                        .flatMap(grant -> grant.permissions().stream())
                        .collect(Collectors.toSet());
        Actor actor = new Actor(account, account, Set.of(role), departments, permissions);
        return new CallContext(tenant, actor, province.now(), "r", Optional.empty(), Optional.empty());
    }

    CallContext manager() {
        return as("manager", "centre-manager", HAIYANG);
    }

    CallContext section() {
        return as("section", AgencyDescriptor.SECTION, HAIYANG);
    }

    CallContext clerk() {
        return as("clerk", "clerk", HAIYANG);
    }

    CallContext owner() {
        return as(OWNER, "applicant", HAIYANG);
    }

    CallContext agent() {
        return as(AGENT_ACCOUNT, "agent", HAIYANG);
    }

    String registered(String name, String phone, String account) {
        return agents.register(new Register(name, AgentSource.PARK, "海阳经济开发区", "开发区", account, phone), manager())
                .id();
    }

    /** An agent who may act for half a year. */
    String qualified(String name, String phone, String account) {
        String id = registered(name, phone, account);
        LocalDate today = manager().today();
        agents.train(id, new Train(today, true, today.plusMonths(6)), manager());
        agents.authorise(id, new Authorise(today.plusMonths(6), "海政服〔2026〕3号"), manager());
        return id;
    }

    static Lodge lodge(Eligibility eligibility, long fen) {
        Applicant applicant = new Applicant("enterprise", "海阳新材料有限公司", null, USCC, "陈经理", "0535-3221234");
        return new Lodge(eligibility, "新材料产业园一期", fen, applicant, "立项、规划许可、施工许可");
    }
}
