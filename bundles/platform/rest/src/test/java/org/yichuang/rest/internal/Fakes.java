package org.yichuang.rest.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.yichuang.journal.api.Journal;
import org.yichuang.journal.api.JournalEntry;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.DivisionCode;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.kernel.api.time.WorkingCalendar;
import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.tenancy.api.ModuleRegistry;
import org.yichuang.tenancy.api.PermissionGrant;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;
import org.yichuang.web.api.Authentication;
import org.yichuang.web.api.Authenticator;
import org.yichuang.web.api.Credentials;

/** Stand-ins for what the door stands on. */
final class Fakes {
    static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    private Fakes() {}

    /** Centres that a test sets up. */
    static final class FakeTenants implements Tenants {
        final Map<TenantId, Tenant> all = new LinkedHashMap<>();

        void put(String id, String... modules) {
            TenantId tenant = new TenantId(id);
            all.put(
                    tenant,
                    new Tenant(
                            tenant,
                            id,
                            Level.CITY,
                            Optional.empty(),
                            new DivisionCode("370600"),
                            Set.of(modules),
                            Map.of()));
        }

        void suspend(String id) {
            Tenant open = all.get(new TenantId(id));
            all.put(
                    open.id(),
                    new Tenant(
                            open.id(),
                            open.name(),
                            open.level(),
                            open.parent(),
                            open.division(),
                            open.modules(),
                            Map.of("state", "suspended")));
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
            return Clock.fixed(NOW, CallContext.ZONE);
        }
    }

    /** Tokens that a test gives out; those that begin with {@code first-} ask for a new password. */
    static final class FakeSignIn implements Authenticator {
        private static final Map<String, Set<String>> PERMISSIONS =
                Map.of("clerk", Set.of("cases.work", "cases.submit"), "applicant", Set.of("cases.submit"));

        final Map<String, Holder> tokens = new HashMap<>();
        final AtomicInteger asked = new AtomicInteger();

        void give(String token, String tenant, String account, String role) {
            Actor actor = new Actor(account, account, Set.of(role)).permitted(PERMISSIONS.get(role));
            tokens.put(token, new Holder(new TenantId(tenant), actor, token.startsWith("first-")));
        }

        void revoke(String token) {
            tokens.remove(token);
        }

        @Override
        public Optional<Authentication> authenticate(Credentials credentials, CallContext context) {
            if (!(credentials instanceof Credentials.BearerToken bearer)) {
                return Optional.empty();
            }
            asked.incrementAndGet();
            return Optional.ofNullable(tokens.get(bearer.value()))
                    .map(known -> new Authentication(
                            known.tenant(),
                            known.tenant().equals(context.tenant()),
                            known.actor(),
                            known.first(),
                            Optional.empty()));
        }

        /** Who holds a token. */
        record Holder(TenantId tenant, Actor actor, boolean first) {}
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

    /** The modules that a test has: two with roots, one of them off everywhere but where it is switched on. */
    static final class FakeModules implements ModuleRegistry {
        private final List<ModuleDescriptor> all = List.of(
                new Described("cases", true, List.of("cases", "progress"), List.of()),
                new Described("fees", true, List.of("fees"), List.of()));

        @Override
        public List<ModuleDescriptor> all() {
            return all;
        }

        @Override
        public Optional<ModuleDescriptor> find(String word) {
            return all.stream().filter(module -> module.word().equals(word)).findFirst();
        }

        @Override
        public Optional<ModuleDescriptor> ofRestRoot(String root) {
            return all.stream()
                    .filter(module -> module.restRoots().contains(root))
                    .findFirst();
        }

        @Override
        public Optional<ModuleDescriptor> ofPageRoot(String root) {
            return all.stream()
                    .filter(module -> module.pageRoots().contains(root))
                    .findFirst();
        }

        @Override
        public boolean isOn(String word, Tenant tenant) {
            return !find(word).map(ModuleDescriptor::isSwitchable).orElse(true) || tenant.has(word);
        }
    }

    private record Described(String word, boolean isSwitchable, List<String> restRoots, List<String> pageRoots)
            implements ModuleDescriptor {
        @Override
        public List<PermissionGrant> grants() {
            return word.equals("cases")
                    ? List.of(
                            PermissionGrant.to("clerk", "cases.work", "cases.submit"),
                            PermissionGrant.to("applicant", "cases.submit"))
                    : List.of();
        }
    }
}
