package org.yichuang.identity.internal;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.persistence.EntityManagerFactory;
import javax.persistence.Persistence;
import liquibase.Liquibase;
import liquibase.UpdateSummaryEnum;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.yichuang.identity.api.Accounts.NewAccount;
import org.yichuang.identity.api.IdentityPermission;
import org.yichuang.identity.api.IdentityProvider;
import org.yichuang.identity.api.SignIn.Credentials;
import org.yichuang.identity.api.SignIn.Present;
import org.yichuang.journal.api.Journal;
import org.yichuang.journal.api.JournalEntry;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.DivisionCode;
import org.yichuang.kernel.api.IdempotencyKey;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.PlatformClock;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.kernel.api.time.WorkingCalendar;
import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.tenancy.api.ModuleRegistry;
import org.yichuang.tenancy.api.PermissionGrant;
import org.yichuang.tenancy.api.RoleDefinition;
import org.yichuang.tenancy.api.RoleKind;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** Identity as the Blueprint wires it, on a database in memory that its own changelog has made. */
final class House {
    private static final Logger LIQUIBASE = Logger.getLogger("liquibase");

    private static final String URL = "jdbc:derby:memory:identity;create=true";
    private static EntityManagerFactory shared;

    static final TenantId ROOT = new TenantId("shandong");
    static final TenantId YANTAI = new TenantId("yantai");
    static final TenantId HAIYANG = new TenantId("haiyang");
    static final String PASSWORD = "Correct-Horse-9";

    final MovingClock clock = new MovingClock();
    final Centres tenants = new Centres(clock);
    final ListedDepartments departments = new ListedDepartments(Map.of(HAIYANG, List.of("民政局", "公安局")));
    final Noted journal = new Noted();
    final Settings settings = new Settings();
    final Installed modules = new Installed();
    final TestDigests digests = new TestDigests("key of this house");
    final Identity identity = new Identity(settings, new RoleCatalog(modules));
    final EntityManagerFactory entities;
    final LocalTransactions transactions;
    final DefaultAccounts accounts;
    final DefaultSignIn signIn;
    final DefaultSecondFactor secondFactor;
    private final EnvelopeCipher cipher;

    House() throws Exception {
        entities = empty();
        transactions = new LocalTransactions(entities);
        tenants.put(ROOT, null);
        tenants.put(YANTAI, ROOT);
        tenants.put(HAIYANG, YANTAI);
        cheapHashes();
        accounts = new DefaultAccounts(entities, transactions, tenants, departments, identity);
        SessionRegistry sessions = new SessionRegistry(entities, transactions, digests, identity);
        PasswordCheck passwords = new PasswordCheck(entities, transactions, journal, tenants, digests, identity);
        cipher = new EnvelopeCipher(digests, "nowhere");
        FactorCheck factors = new FactorCheck(cipher, digests, identity, clock);
        signIn = new DefaultSignIn(entities, transactions, tenants, sessions, passwords, factors);
        secondFactor = new DefaultSecondFactor(entities, transactions, tenants, passwords, factors, accounts);
    }

    /** Signing in by way of outside providers, as the Blueprint wires it. */
    DefaultProviderSignIn providerSignIn(IdentityProvider... outside) {
        IdentityGround ground = new IdentityGround(entities, transactions, digests, journal, clock);
        return new IdentityServices(ground, tenants, departments, identity, cipher, List.of(outside)).providerSignIn();
    }

    /** What somebody does who writes to the database. */
    void run(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection(URL);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /** The one database of all houses, without rows. */
    private static synchronized EntityManagerFactory empty() throws Exception {
        try (Connection connection = DriverManager.getConnection(URL)) {
            if (shared == null) {
                migrate(connection);
                shared = Persistence.createEntityManagerFactory(
                        "identity-test", Map.of("javax.persistence.jdbc.url", URL));
            }
            try (Statement statement = connection.createStatement()) {
                for (String table : List.of(
                        "IDENTITY_SUBJECT",
                        "IDENTITY_USED_ATTEMPT",
                        "IDENTITY_AUTHENTICATOR",
                        "IDENTITY_SESSION",
                        "IDENTITY_FAILURE",
                        "IDENTITY_ACCOUNT")) {
                    statement.executeUpdate("DELETE FROM " + table);
                }
            }
        }
        return shared;
    }

    private static void migrate(Connection connection) throws Exception {
        LIQUIBASE.setLevel(Level.OFF);
        Liquibase liquibase = new Liquibase(
                "db/changelog/identity.xml",
                new ClassLoaderResourceAccessor(),
                DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection)));
        liquibase.setShowSummary(UpdateSummaryEnum.OFF);
        liquibase.update("");
        connection.commit();
        connection.setAutoCommit(true);
    }

    private void cheapHashes() throws Exception {
        settings.updated(
                new Hashtable<>(Map.of("argon2.memory", "64", "argon2.iterations", "1", "second.factor", "offered")));
    }

    /** The same call as a command that may be repeated. */
    static CallContext repeatable(CallContext call, String key) {
        return new CallContext(
                call.tenant(),
                call.actor(),
                call.at(),
                call.requestId(),
                Optional.of(new IdempotencyKey(key, key)),
                call.expectedVersion());
    }

    /** A call by somebody who has not signed in. */
    CallContext at(TenantId tenant) {
        return by(Actor.ANONYMOUS, tenant);
    }

    CallContext by(String account, TenantId tenant) {
        return by(new Actor(account, account, Set.of()), tenant);
    }

    CallContext by(Actor actor, TenantId tenant) {
        return new CallContext(tenant, actor, clock.clock().instant(), "r", Optional.empty(), Optional.empty());
    }

    /** A call of somebody who may do everything with accounts. */
    CallContext admin(TenantId tenant) {
        Set<String> everything = Set.of(IdentityPermission.VIEW, IdentityPermission.MANAGE);
        return by(new Actor("security", "安全管理员", Set.of("security-admin"), Set.of(), everything), tenant);
    }

    /** A call of the platform itself. */
    CallContext system(TenantId tenant) {
        return CallContext.system(tenant, clock.instant(), "r");
    }

    /** Opens a staff account with {@link #PASSWORD}, as the demonstration does. */
    void open(String account, TenantId tenant, String... roles) {
        accounts.open(new NewAccount(account, account, PASSWORD, Set.of(roles), Set.of(), ""), system(tenant));
    }

    /** Signs a browser in; returns the session's secret. */
    String begin(String account, String password) {
        return signIn.begin(new Credentials(account, password), "10.0.0.1", at(YANTAI))
                .secret();
    }

    /** Who is at work with a session's secret. */
    Optional<Present> present(String secret) {
        return signIn.present(secret, true, at(YANTAI));
    }

    /** The modules: identity, and one that nobody foresaw. */
    static final class Installed implements ModuleRegistry {
        final List<ModuleDescriptor> all = new ArrayList<>(List.of(new IdentityDescriptor(), new Fees()));

        @Override
        public List<ModuleDescriptor> all() {
            return all;
        }

        @Override
        public Optional<ModuleDescriptor> find(String word) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<ModuleDescriptor> ofRestRoot(String root) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<ModuleDescriptor> ofPageRoot(String root) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isOn(String word, Tenant tenant) {
            throw new UnsupportedOperationException();
        }
    }

    /** A module that brings a role of its own and grants something to a role of others. */
    static final class Fees implements ModuleDescriptor {
        @Override
        public String word() {
            return "fees";
        }

        @Override
        public Set<String> permissions() {
            return Set.of("fees.charge", "fees.view");
        }

        @Override
        public List<RoleDefinition> roles() {
            return List.of(new RoleDefinition("cashier", RoleKind.STAFF));
        }

        @Override
        public List<PermissionGrant> grants() {
            return List.of(
                    PermissionGrant.to("cashier", "fees.charge", "fees.view"),
                    PermissionGrant.to("clerk", "fees.view"));
        }
    }

    /** A machine's clock that a test moves; a rehearsal moves the platform's against it. */
    static final class MovingClock extends Clock implements PlatformClock {
        private volatile Duration offset = Duration.ZERO;
        private volatile Instant now = Instant.parse("2026-03-02T01:00:00Z");

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Clock clock() {
            return Clock.offset(this, offset);
        }

        @Override
        public Clock machine() {
            return this;
        }

        @Override
        public void moveBy(Duration rehearsal) {
            offset = rehearsal;
        }

        @Override
        public ZoneId getZone() {
            return CallContext.ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    /** The refusals as {@code operation code account}. */
    static final class Noted implements Journal {
        final List<String> refusals = new ArrayList<>();

        @Override
        public synchronized void refused(String operation, ProblemException refusal, CallContext context) {
            refusals.add(operation + " " + refusal.code().code() + " "
                    + context.actor().account());
        }

        @Override
        public Page<JournalEntry> entries(String type, String id, PageRequest page, CallContext context) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Page<JournalEntry> latest(PageRequest page, CallContext context) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Verification verify(TenantId tenant) {
            throw new UnsupportedOperationException();
        }
    }

    /** Centres that a test sets up. */
    static final class Centres implements Tenants {
        private final Map<TenantId, Tenant> all = new LinkedHashMap<>();
        private final Clock clock;

        Centres(Clock clock) {
            this.clock = clock;
        }

        void put(TenantId id, TenantId parent) {
            all.put(
                    id,
                    new Tenant(
                            id,
                            id.value(),
                            org.yichuang.kernel.api.Level.CITY,
                            Optional.ofNullable(parent),
                            new DivisionCode("370600"),
                            Set.of(),
                            Map.of()));
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
            List<Tenant> lineage = new ArrayList<>(List.of(all.get(id)));
            all.get(id).parent().ifPresent(parent -> lineage.addAll(lineage(parent)));
            return lineage;
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
            return clock;
        }
    }
}
