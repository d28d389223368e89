package org.yichuang.licences.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.persistence.EntityManagerFactory;
import org.yichuang.cases.api.CaseApplication;
import org.yichuang.cases.api.CaseChannel;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseItem;
import org.yichuang.cases.api.CaseLicence;
import org.yichuang.cases.api.CaseLinks;
import org.yichuang.cases.api.CaseRecord;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.Applicant;
import org.yichuang.cases.api.CaseRequests.Outcome;
import org.yichuang.cases.api.CaseResult;
import org.yichuang.cases.api.CaseSnapshot;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.Cases;
import org.yichuang.cases.api.CommandGate;
import org.yichuang.cases.api.GateAnswer;
import org.yichuang.cases.api.GateQuestion;
import org.yichuang.cases.api.GatedCommand;
import org.yichuang.cases.internal.document.CaseDocumentTemplate;
import org.yichuang.catalogue.api.Certificate;
import org.yichuang.documents.api.DocumentService;
import org.yichuang.documents.internal.Registries;
import org.yichuang.documents.internal.TemplateRegistry;
import org.yichuang.documents.internal.Wiring;
import org.yichuang.documents.internal.scan.ScanSettings;
import org.yichuang.documents.internal.scan.ScannerRegistry;
import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.identity.internal.DefaultUnmasking;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.EventEnvelope;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PlatformClock;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.licences.internal.document.LicenceDocumentTemplate;
import org.yichuang.licences.internal.persistence.BanRows;
import org.yichuang.licences.internal.persistence.GrantRows;
import org.yichuang.licences.internal.persistence.LicenceRows;
import org.yichuang.licences.internal.persistence.MatterRows;
import org.yichuang.licences.internal.persistence.QuotaRows;
import org.yichuang.notices.api.NoticeService;
import org.yichuang.testing.TestClock;
import org.yichuang.testing.centres.TestCentres;
import org.yichuang.testing.centres.TestModules;

/** The register at its centres, with the documents module, and cases and items that a test makes up. */
final class RegisterWorld implements Cases {
    static final String FOOD = "food";
    static final String SERVICE = "service";
    static final String TAXI = "taxi";
    static final Applicant HOLDER =
            new Applicant("person", "张小明", "citizen-id", "11010519491231002X", "13905351234", null);
    static final String PERSON_ID = "11010519491231002X";
    static final String PERSON = "张小明";

    final TestCentres province;
    final Transactions transactions;
    final DocumentService documents;
    final LicenceRows rows;
    final Licences licences;
    final LicenceDecisions decisions;
    final LicenceMessages messages;
    final Register register;
    final Bans bans;
    final QuotaRows quotas;
    final BanGate banGate;
    final QuotaGate quotaGate;
    final Holdings holdings;
    final MatterGate matterGate;
    final Renewals renewals;
    /** Of which results cases are, and where they stand where that is not at their end. */
    final Map<String, CaseLicence> concerned = new HashMap<>();

    /** Of which items joint cases decide. */
    final Map<String, List<String>> members = new HashMap<>();

    /** Where else cases are known, by centre and number. */
    final Map<String, CaseLinks> links = new HashMap<>();

    final Map<String, CaseState> states = new HashMap<>();
    final List<String> notGranted = new ArrayList<>();

    /** What gates were told with a grant, by centre and number. */
    final Map<String, Map<String, String>> facts = new HashMap<>();

    final List<String> brokenDeclarations = new ArrayList<>();
    String certificateNumber = "";
    String decidedAt = "";
    LocalDate until;
    final List<String> acceptedEarlier = new ArrayList<>();
    final LicenceKeys keys;
    final List<NoticeService.Request> told = new ArrayList<>();
    final Map<String, Certificate> certificates = new HashMap<>();
    private final PersonalDataCipher cipher;
    private final Map<String, Made> made = new HashMap<>();

    /** A case that has been made out. */
    private record Made(CaseRecord file, CaseApplication application, CaseResult result) {}

    RegisterWorld(Transactions transactions, EntityManagerFactory own, EntityManagerFactory papers, TestClock clock) {
        this.transactions = transactions;
        province = new TestCentres(clock);
        province.all().forEach(centre -> province.switchModule(centre.id(), LicencesDescriptor.WORD, true));
        cipher = RegisterItems.cipher();
        rows = new LicenceRows(own, cipher);
        holdings = new Holdings(rows, new MatterRows(own), new GrantRows(own), this);
        documents = documents(papers, clock);
        messages = new LicenceMessages(RegisterItems.notices(told), province);
        licences = new Licences(transactions, rows, new DefaultUnmasking(transactions));
        Certificates terms = new Certificates(RegisterItems.of(certificates), this);
        quotas = new QuotaRows(own);
        bans = new Bans(transactions, new BanRows(own), rows, province);
        decisions = new LicenceDecisions(transactions, holdings, documents, messages, terms, bans);
        banGate = new BanGate(bans, terms);
        quotaGate = new QuotaGate(quotas, terms, holdings);
        matterGate = new MatterGate(holdings, terms);
        renewals = new Renewals(holdings, terms);
        register = new Register(holdings, quotas, this, terms, (account, unit) -> account.startsWith("li-"), province);
        keys = new LicenceKeys(transactions, rows, cipher, province);
        certificates.put(FOOD, new Certificate(Certificate.Kind.LICENCE, 60, 30, null, true));
        certificates.put(SERVICE, Certificate.NONE);
        certificates.put(TAXI, new Certificate(Certificate.Kind.LICENCE, null, 30, 2, false));
    }

    private DocumentService documents(EntityManagerFactory papers, PlatformClock clock) {
        TemplateRegistry templates = new TemplateRegistry(new TestModules());
        Arrays.stream(LicenceDocumentTemplate.values()).forEach(templates::bound);
        templates.bound(CaseDocumentTemplate.GRANT);
        Registries registries = new Registries(
                templates,
                new ScannerRegistry(new ScanSettings(null)),
                List.of(new LicenceStanding(transactions, holdings)));
        Wiring wiring = new Wiring(papers, transactions, cipher, registries, province, clock);
        wiring.printer().stop();
        return wiring.documents();
    }

    /** Makes out the result of a case of a person who has an account, with its decision as a document. */
    String make(String number, String item, TenantId centre) {
        return make(number, item, centre, HOLDER);
    }

    String make(String number, String item, TenantId centre, Applicant applicant) {
        CallContext context = TestCentres.calling(centre);
        String decision = in(context, unit -> documents
                .issue(
                        new DocumentService.Request(
                                "cases",
                                CaseDocumentTemplate.GRANT.kind(),
                                "case",
                                number,
                                "海阳市市场监管局",
                                applicant.name(),
                                Map.of("caseNumber", number, "item", item)),
                        unit)
                .id());
        CaseResult result = new CaseResult(
                certificateNumber.isEmpty() ? "JY" + number : certificateNumber,
                centre.value(),
                province.now(),
                until,
                "海阳市市场监管局",
                "可以申请行政复议。",
                decision,
                decidedAt.isEmpty() ? centre.value() : decidedAt,
                "",
                brokenDeclarations);
        boolean isFromBelow = links.containsKey(centre + "/" + number)
                && links.get(centre + "/" + number).lowerCentre() != null;
        made.put(centre + "/" + number, new Made(file(number, item, isFromBelow), application(applicant), result));
        return number;
    }

    /** What was made out elsewhere, as the centre below has it. */
    void madeOutAbove(String number, TenantId below, TenantId above) {
        Made here = made.get(below + "/" + number);
        CaseResult result = here.result();
        made.put(
                below + "/" + number,
                new Made(
                        here.file(),
                        here.application(),
                        new CaseResult(
                                result.documentNumber(),
                                above.value(),
                                result.issuedAt(),
                                LocalDate.of(2030, 1, 1),
                                result.organ(),
                                result.remedies(),
                                "",
                                above.value(),
                                "",
                                List.of())));
    }

    private static CaseApplication application(Applicant applicant) {
        return new CaseApplication(applicant, Map.of());
    }

    private CaseRecord file(String number, String item, boolean isFromBelow) {
        return new CaseRecord(
                number,
                states.getOrDefault(number, CaseState.ISSUED),
                "yantai",
                item,
                "食品经营许可",
                1,
                RegisterItems.type(item).name(),
                "市场监管局",
                "DECIDE",
                "person",
                "张*明",
                "li-ming",
                List.of(),
                isFromBelow,
                Instant.EPOCH,
                null,
                CaseChannel.ONLINE,
                null,
                Outcome.GRANT,
                concerned.get(number),
                items(number, item),
                5);
    }

    private List<CaseItem> items(String number, String item) {
        return members.getOrDefault(number, List.of(item)).stream()
                .map(code -> new CaseItem("yantai", code, 1, code))
                .toList();
    }

    /** Has the register hear that it was made out. */
    void hear(String number, TenantId centre) {
        hear(number, centre, "issued", "{}");
    }

    void hear(String number, TenantId centre, String type, String data) {
        hear(number, centre, type, data, 1);
    }

    void hear(String number, TenantId centre, String type, String data, long place) {
        DomainEvent event = DomainEvent.of("cases", type).about(number, FOOD).with(2, data);
        EventEnvelope envelope =
                new EventEnvelope(centre, event, "case", number, place, "wang", "王", Instant.EPOCH, "r", 1, 1);
        in(TestCentres.calling(centre), unit -> {
            register.on(envelope, unit);
            return number;
        });
    }

    /** Makes out and registers. */
    String registered(String number, String item, TenantId centre) {
        make(number, item, centre);
        hear(number, centre);
        return number;
    }

    <T> T in(CallContext context, Function<UnitOfWork, T> work) {
        List<T> answers = new ArrayList<>();
        transactions.write(context, Void.class, unit -> {
            answers.add(work.apply(unit));
            return null;
        });
        return answers.get(answers.size() - 1);
    }

    void within(CallContext context, Consumer<UnitOfWork> work) {
        in(context, unit -> {
            work.accept(unit);
            return "";
        });
    }

    CallContext as(String account, String role, Set<String> departments, TenantId tenant) {
        Set<String> permissions = new LicencesDescriptor()
                .grants().stream()
                        .filter(grant -> grant.role().equals(role))
                        .flatMap(grant -> grant.permissions().stream())
                        .collect(Collectors.toSet());
        Actor actor = new Actor(account, account, Set.of(role), departments, permissions);
        return new CallContext(tenant, actor, province.now(), "r", Optional.empty(), Optional.empty());
    }

    CallContext as(String role, TenantId tenant) {
        return as(role, role, Set.of(), tenant);
    }

    @Override
    public Optional<CaseRecord> find(String number, UnitOfWork unit) {
        return made(number, unit)
                .map(Made::file)
                .or(() -> Optional.of(number).filter(states::containsKey).map(known -> file(known, FOOD, false)));
    }

    @Override
    public Optional<CaseApplication> application(String number, UnitOfWork unit) {
        return made(number, unit).map(Made::application);
    }

    @Override
    public Optional<CaseResult> result(String number, UnitOfWork unit) {
        return made(number, unit).map(Made::result);
    }

    @Override
    public Optional<CaseResult> granted(String number, UnitOfWork unit) {
        return notGranted.contains(number) ? Optional.empty() : result(number, unit);
    }

    @Override
    public Map<String, String> decisionFacts(String number, UnitOfWork unit) {
        return facts.getOrDefault(unit.context().tenant() + "/" + number, Map.of());
    }

    @Override
    public Optional<CaseLinks> links(String number, UnitOfWork unit) {
        return Optional.ofNullable(links.get(unit.context().tenant() + "/" + number));
    }

    @Override
    public boolean hasActed(String number, String account, UnitOfWork unit) {
        return false;
    }

    @Override
    public List<String> acceptedBefore(String number, CaseItem item, int most, UnitOfWork unit) {
        return acceptedEarlier.stream().limit(most).toList();
    }

    @Override
    public void deemRenewed(String number, UnitOfWork unit) {
        if (states.get(number) != CaseState.ACCEPTED) {
            throw ProblemException.of(CaseError.CASE_STATE);
        }
        unit.afterCommit(() -> states.put(number, CaseState.GRANTED));
    }

    @Override
    public void endGrant(String number, String reason, UnitOfWork unit) {
        if (states.get(number) != CaseState.GRANTED) {
            throw ProblemException.of(CaseError.CASE_STATE);
        }
        unit.afterCommit(() -> states.put(number, CaseState.GRANT_ENDED));
    }

    /** A question to gates about a case of somebody. */
    GateQuestion question(
            GatedCommand command, String number, String item, Applicant applicant, CaseRequests.Request request) {
        CaseSnapshot before = new CaseSnapshot(
                number,
                CaseState.ACCEPTED,
                "yantai",
                item,
                "食品经营许可",
                1,
                RegisterItems.type(item).name(),
                "市场监管局",
                "DECIDE",
                applicant,
                CaseChannel.WINDOW,
                null,
                Map.of(),
                List.of(),
                false,
                province.now(),
                null,
                concerned.get(number),
                province.now().atZone(CallContext.ZONE).toLocalDate(),
                decidedAt.isEmpty() ? TestCentres.HAIYANG.value() : decidedAt,
                items(number, item));
        return new GateQuestion(command, before, request, as("chief-representative", TestCentres.HAIYANG));
    }

    /** What a gate answers at a centre; what it writes is kept. */
    GateAnswer ask(CommandGate gate, GateQuestion question, TenantId centre) {
        return in(CallContext.system(centre, province.now(), "r"), unit -> gate.check(question, unit));
    }

    private Optional<Made> made(String number, UnitOfWork unit) {
        return Optional.ofNullable(made.get(unit.context().tenant() + "/" + number));
    }
}
