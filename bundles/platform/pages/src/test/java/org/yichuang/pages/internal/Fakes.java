package org.yichuang.pages.internal;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.yichuang.identity.api.IdentityError;
import org.yichuang.identity.api.SignIn;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.Journal;
import org.yichuang.journal.api.JournalEntry;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.DivisionCode;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.kernel.api.time.WorkingCalendar;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** Stand-ins for what the door stands on. */
final class Fakes {
    private Fakes() {}

    /** Centres, and a clock that a test moves. */
    static final class FakeTenants implements Tenants {
        final Map<TenantId, Tenant> all = new LinkedHashMap<>();
        private Instant now = Instant.parse("2026-03-02T01:00:00Z");

        void put(String id, String name, Map<String, String> policies, String... modules) {
            TenantId tenant = new TenantId(id);
            all.put(
                    tenant,
                    new Tenant(
                            tenant,
                            name,
                            Level.CITY,
                            Optional.empty(),
                            new DivisionCode("370600"),
                            Set.of(modules),
                            policies));
        }

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Tenant get(TenantId id) {
            return all.get(id);
        }

        @Override
        public Optional<Tenant> find(TenantId id) {
            return Optional.ofNullable(all.get(id));
        }

        @Override
        public List<Tenant> all() {
            return List.copyOf(all.values());
        }

        @Override
        public List<Tenant> children(TenantId id) {
            return List.of();
        }

        @Override
        public List<Tenant> lineage(TenantId id) {
            return List.of(get(id));
        }

        @Override
        public List<Refusal> refusals() {
            return List.of();
        }

        @Override
        public WorkingCalendar calendar(TenantId id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Clock clock() {
            return Clock.fixed(now, CallContext.ZONE);
        }

        @Override
        public void switchModule(TenantId id, String module, boolean on) {
            throw new UnsupportedOperationException();
        }
    }

    /** Everybody's password is {@code right}, but who is called {@code new-…} must change it. */
    static final class FakeSignIn implements SignIn {
        final Map<String, Set<String>> roles = new HashMap<>();
        final Set<String> fallen = new HashSet<>();

        private Actor actor(String account) {
            return new Actor(account, account, roles.getOrDefault(account, Set.of()), "");
        }

        @Override
        public Token signIn(String account, String password, String origin, CallContext context) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Actor check(String account, String password, String origin, CallContext context) {
            if (!password.equals("right") || !roles.containsKey(account)) {
                throw new ProblemException(IdentityError.SIGN_IN_REFUSED, "账号或密码错误", "Account or password is wrong");
            }
            return actor(account);
        }

        @Override
        public Optional<Standing> standing(TenantId tenant, String account, Instant since, Instant at) {
            return fallen.contains(account)
                    ? Optional.empty()
                    : Optional.of(new Standing(actor(account), account.startsWith("new-")));
        }

        @Override
        public Optional<Bearer> bearer(String token, Instant at) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void revoke(String token, CallContext context) {
            throw new UnsupportedOperationException();
        }
    }

    /** Remembers the refusals as {@code operation code account}. */
    static final class FakeJournal implements Journal {
        final List<String> refusals = new ArrayList<>();

        @Override
        public Page<JournalEntry> entries(String type, String id, PageRequest page, CallContext context) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Page<JournalEntry> latest(PageRequest page, CallContext context) {
            throw new UnsupportedOperationException();
        }

        @Override
        public synchronized void refused(String operation, ProblemException refusal, CallContext context) {
            refusals.add(operation + " " + refusal.code().code() + " "
                    + context.actor().account());
        }

        @Override
        public Verification verify(TenantId tenant) {
            throw new UnsupportedOperationException();
        }
    }

    /** A database in memory with the table of sessions. */
    static final class FakeTransactions implements Transactions {
        private final Connection connection;

        FakeTransactions(String name) throws SQLException {
            connection = DriverManager.getConnection("jdbc:derby:memory:" + name + ";create=true");
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE PAGES_SESSION (TENANT VARCHAR(40) NOT NULL, HASH CHAR(64) NOT NULL, "
                        + "ACCOUNT VARCHAR(100) NOT NULL, BEGAN_MILLIS BIGINT NOT NULL, SEEN_MILLIS BIGINT NOT NULL, "
                        + "ENDS_MILLIS BIGINT NOT NULL, PRIMARY KEY (TENANT, HASH))");
            }
        }

        @Override
        public synchronized <T> T write(CallContext context, Class<T> answer, Work<T> work) {
            return work.run(new FakeUnit(context, connection));
        }

        @Override
        public synchronized <T> T read(CallContext context, Work<T> work) {
            return work.run(new FakeUnit(context, connection));
        }
    }

    private record FakeUnit(CallContext context, Connection connection) implements UnitOfWork {
        @Override
        public EntityManager entities(EntityManagerFactory persistenceUnit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ChainHead record(AuditEntry entry, ChainHead previous) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void send(OutgoingMessage message) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String firstSeen(String topic, String messageId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void answer(String topic, String messageId, String answer) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void require(Lease lease) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void afterCommit(Runnable action) {
            throw new UnsupportedOperationException();
        }
    }
}
