package org.yichuang.identity.internal;

import java.nio.file.Path;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.persistence.EntityManagerFactory;
import org.yichuang.identity.api.Accounts.NewAccount;
import org.yichuang.identity.api.IdentityPermission;
import org.yichuang.identity.api.IdentityProvider;
import org.yichuang.identity.api.SignIn.Credentials;
import org.yichuang.identity.api.SignIn.Present;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.IdempotencyKey;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.tenancy.api.PermissionGrant;
import org.yichuang.tenancy.api.RoleDefinition;
import org.yichuang.tenancy.api.RoleKind;
import org.yichuang.testing.ModuleTransactions;
import org.yichuang.testing.TestClock;
import org.yichuang.testing.TestJournal;
import org.yichuang.testing.centres.TestCentres;
import org.yichuang.testing.centres.TestDepartments;
import org.yichuang.testing.centres.TestModules;

/** Identity as the Blueprint wires it, on a database that its own changelog has made. */
final class House {
    private static final ModuleTransactions WORLD = ModuleTransactions.open("identity");

    static final TenantId ROOT = TestCentres.SHANDONG;
    static final TenantId YANTAI = TestCentres.YANTAI;
    static final TenantId HAIYANG = TestCentres.HAIYANG;
    static final String PASSWORD = "Correct-Horse-9";

    final TestClock clock = new TestClock();
    final TestCentres tenants = new TestCentres(clock).without(TestCentres.LAISHAN, TestCentres.LIUGEZHUANG);
    final TestDepartments departments = new TestDepartments();
    final TestJournal journal = new TestJournal();
    final Settings settings = new Settings();
    /** Identity, and one that nobody foresaw. */
    final TestModules modules = new TestModules(new IdentityDescriptor(), new Fees());

    final TestDigests digests = new TestDigests("key of this house");
    final Identity identity = new Identity(settings, new RoleCatalog(modules));
    final ModuleTransactions transactions = WORLD;
    final EntityManagerFactory entities = WORLD.persistenceUnit();
    final DefaultAccounts accounts;
    final DefaultSignIn signIn;
    final DefaultSecondFactor secondFactor;
    private final EnvelopeCipher cipher =
            new EnvelopeCipher(digests, MasterKeys.open(digests, Path.of("nowhere")), () -> true, () -> true);

    House() throws Exception {
        WORLD.clear();
        departments.list(HAIYANG, "民政局", "公安局");
        settings.updated(
                new Hashtable<>(Map.of("argon2.memory", "64", "argon2.iterations", "1", "second.factor", "offered")));
        IdentityServices services = services();
        accounts = services.accounts();
        signIn = services.signIn();
        secondFactor = services.secondFactor();
    }

    TokenPurge tokenPurge() {
        return services().tokenPurge();
    }

    private IdentityServices services(IdentityProvider... outside) {
        IdentityGround ground = new IdentityGround(entities, transactions, digests, journal, clock);
        return new IdentityServices(ground, tenants, departments, identity, cipher, List.of(outside));
    }

    /** Signing in by way of outside providers, as the Blueprint wires it. */
    DefaultProviderSignIn providerSignIn(IdentityProvider... outside) {
        return services(outside).providerSignIn();
    }

    /** The audit entries so far. */
    List<AuditEntry> entries() {
        return transactions.entries().stream()
                .map(ModuleTransactions.Entry::entry)
                .toList();
    }

    /** Says what happens once, before the next transaction that writes. */
    void beforeNextWrite(Runnable event) {
        transactions.beforeWriting(call -> {
            transactions.beforeWriting(next -> {});
            event.run();
        });
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
}
