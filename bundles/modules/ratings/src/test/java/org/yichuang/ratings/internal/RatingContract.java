package org.yichuang.ratings.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.Before;
import org.yichuang.cases.api.CaseApplication;
import org.yichuang.cases.api.CaseChannel;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseEvent;
import org.yichuang.cases.api.CaseRecord;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.Cases;
import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.identity.internal.EnvelopeCipher;
import org.yichuang.identity.internal.MasterKeys;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.EventEnvelope;
import org.yichuang.journal.api.EventListener;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.internal.JournalKeyDigests;
import org.yichuang.journal.internal.domain.ChainKey;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.notices.api.NoticeService;
import org.yichuang.ratings.api.FollowUps;
import org.yichuang.ratings.api.Ratings;
import org.yichuang.ratings.api.Ratings.Key;
import org.yichuang.testing.Contract;
import org.yichuang.testing.TestDatabase;
import org.yichuang.testing.TestNode;
import org.yichuang.testing.centres.TestCentres;
import org.yichuang.testing.centres.TestDepartments;

/** A centre where people rate, on both databases; cases and messages are played. */
abstract class RatingContract extends Contract {
    static final String APPLICANT = "li@haiyang";
    static final String NUMBER = "370687-20260302-AAAAAAAAAA";
    static final String ADDRESS = "https://zwfw.example.gov.cn";

    final TestCentres province = new TestCentres(clock);
    /** Who has taken a step in a case, whichever. */
    static final Set<String> ACTED = Set.of("supervision-officer");

    final TestDepartments departments = new TestDepartments();
    final List<NoticeService.Request> told = new ArrayList<>();
    Wiring wiring;
    Ratings ratings;
    FollowUps followUps;
    private long sequence;

    @Override
    @Before
    public void start() {
        database = TestDatabase.fresh(kind, "db/changelog/ratings.xml");
        node = new TestNode(database, folder.getRoot(), clock);
        other = new TestNode(database, folder.getRoot(), clock);
        province.switchModule(HAIYANG, "ratings", true);
        province.policy(HAIYANG, "policy.documents.address", ADDRESS);
        province.policy(HAIYANG, "policy.ratings.online", "each");
        wiring = new Wiring(
                node.entities("ratings"), node.transactions(), cipher(Path.of("nowhere")), province, notices());
        ratings = wiring.ratings(RatingContract::checkCode, departments);
        followUps = wiring.followUps(cases(NUMBER, APPLICANT, false));
        wiring.heads().forEach(node::prove);
    }

    static PersonalDataCipher cipher(Path masterKeys) {
        JournalKeyDigests digests = new JournalKeyDigests(new ChainKey(new byte[32]));
        return new EnvelopeCipher(digests, MasterKeys.open(digests, masterKeys), () -> true, () -> true);
    }

    static void checkCode(String number, String code, String origin, CallContext context) {
        if (!code.equals("GOOD")) {
            throw ProblemException.of(CaseError.PROGRESS_UNKNOWN);
        }
    }

    /** Something has happened in a case that a citizen has handed in online. */
    void happens(String type) {
        happens(type, NUMBER, APPLICANT);
    }

    void happens(String type, String number, String submitter) {
        sequence++;
        hear(event(type, number, sequence), submitter, false);
    }

    void hear(EventEnvelope event, String submitter, boolean transferred) {
        node.transactions().write(call(event.tenant()), Void.class, unit -> {
            EventListener listener = wiring.requests(
                    cases(event.aggregateId(), submitter, transferred), (account, same) -> account.contains("@"));
            if (listener.wants().wants(event.event()) && listener.follows(event.tenant())) {
                listener.on(event, unit);
            }
            return null;
        });
    }

    EventEnvelope event(String type, String number, long place) {
        return event(type, number, place, "clerk");
    }

    EventEnvelope event(String type, String number, long place, String actor) {
        DomainEvent event =
                DomainEvent.of(CaseEvent.MODULE, type).about(number, "ITEM").at("行政审批局", "3号窗口");
        return new EventEnvelope(HAIYANG, event, "case", number, place, actor, "王", province.now(), "r", place, 1);
    }

    /** The link of the last message. */
    Key link() {
        String link = told.get(told.size() - 1).facts().get("link");
        return Key.ofLink(link.substring(link.indexOf("token=") + "token=".length()));
    }

    static Cases cases(String number, String submitter, boolean transferred) {
        return cases(number, submitter, transferred, CaseState.ACCEPTED);
    }

    static Cases cases(String number, String submitter, boolean transferred, CaseState state) {
        CaseRecord found = new CaseRecord(
                number,
                state,
                "haiyang",
                "ITEM",
                "食品经营许可",
                1,
                "LICENCE",
                "行政审批局",
                "DECIDE",
                "person",
                "张*明",
                submitter,
                List.of(),
                transferred,
                Instant.parse("2026-03-02T01:00:00Z"),
                (LocalDate) null,
                CaseChannel.ONLINE,
                null,
                null,
                null,
                List.of(),
                2);
        CaseApplication application = new CaseApplication(
                new CaseRequests.Applicant("person", "李明", "", "370613198501010018", "13812345678", ""), Map.of());
        return (Cases) Proxy.newProxyInstance(
                Cases.class.getClassLoader(), new Class<?>[] {Cases.class}, (self, method, arguments) -> {
                    Optional<CaseRecord> asked =
                            Optional.of(found).filter(file -> file.number().equals(arguments[0]));
                    return switch (method.getName()) {
                        case "find" -> asked;
                        case "application" -> asked.map(file -> application);
                        case "hasActed" -> ACTED.contains(arguments[1]);
                        default -> throw new AssertionError("No matter of ratings: " + method);
                    };
                });
    }

    /** Messages that nobody reads. */
    static NoticeService silent() {
        return notices(request -> {});
    }

    private NoticeService notices() {
        return notices(told::add);
    }

    private static NoticeService notices(Consumer<NoticeService.Request> reader) {
        return new NoticeService() {
            @Override
            public void send(Request request, UnitOfWork unit) {
                reader.accept(request);
            }

            @Override
            public List<NoticeView> of(String type, String id, CallContext context) {
                return List.of();
            }
        };
    }

    CallContext call(TenantId tenant) {
        return CallContext.system(tenant, province.now(), "t");
    }

    CallContext anybody() {
        return call(HAIYANG).by(Actor.ANONYMOUS);
    }

    CallContext applicant() {
        return call(HAIYANG).by(new Actor(APPLICANT, "李明", Set.of("applicant")));
    }

    CallContext staff(String role, String... departments) {
        Set<String> permissions = new RatingsDescriptor()
                .grants().stream()
                        .filter(grant -> grant.role().equals(role))
                        .findFirst()
                        .orElseThrow()
                        .permissions();
        return call(HAIYANG).by(new Actor(role, role, Set.of(role), Set.of(departments), permissions));
    }

    void sound() {
        assertEquals("", node.journal().verify(HAIYANG).firstBreak());
    }

    /** The first column of a question behind the module's back. */
    List<String> texts(String question) {
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(question, e);
        }
    }

    /** Changes something behind the module's back. */
    void execute(String change) {
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(change);
        } catch (SQLException e) {
            throw new IllegalStateException(change, e);
        }
    }

    static String codeOf(Runnable work) {
        return assertThrows(ProblemException.class, work::run).code().code();
    }
}
