package org.yichuang.pages.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yichuang.journal.api.Journal;
import org.yichuang.journal.api.JournalEntry;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.DivisionCode;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.kernel.api.time.WorkingCalendar;
import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.tenancy.api.ModuleRegistry;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;
import org.yichuang.web.api.Authentication;
import org.yichuang.web.api.Authenticator;
import org.yichuang.web.api.BrowserSessions;
import org.yichuang.web.api.Credentials;

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
    }

    /** Everybody's password is {@code right}, but who is called {@code new-…} must change it. */
    static final class FakeSignIn implements Authenticator, BrowserSessions {
        private static final Duration IDLE = Duration.ofMinutes(30);
        private static final Duration LONGEST = Duration.ofHours(12);
        final Map<String, Set<String>> roles = new HashMap<>();
        final Set<String> fallen = new HashSet<>();
        private final Map<String, Kept> sessions = new HashMap<>();

        private Actor actor(String account) {
            Set<String> held = roles.getOrDefault(account, Set.of());
            return new Actor(account, account, held)
                    .permitted(held.contains("clerk") ? Set.of("cases.work") : Set.of());
        }

        @Override
        public Session begin(Login login, String origin, CallContext context) {
            if (!login.password().equals("right") || !roles.containsKey(login.account())) {
                throw new ProblemException(
                        CommonError.NOT_SIGNED_IN,
                        language -> language.equals(Locale.ENGLISH) ? "Account or password is wrong" : "账号或密码错误");
            }
            String secret = "secret-" + sessions.size();
            sessions.put(context.tenant() + " " + secret, new Kept(login.account(), context.at(), context.at()));
            return new Session(secret, actor(login.account()));
        }

        @Override
        public Optional<Authentication> authenticate(Credentials credentials, CallContext context) {
            if (!(credentials instanceof Credentials.SessionSecret given)) {
                return Optional.empty();
            }
            String key = context.tenant() + " " + given.secret();
            Kept session = sessions.get(key);
            if (session == null || fallen.contains(session.account())) {
                return Optional.empty();
            }
            Instant seen = given.active() ? context.at() : session.seen();
            Instant silent = session.seen().plus(IDLE);
            Instant ends = session.began().plus(LONGEST);
            if (!context.at().isBefore(silent) || !context.at().isBefore(ends)) {
                return Optional.empty();
            }
            sessions.put(key, new Kept(session.account(), session.began(), seen));
            return Optional.of(new Authentication(
                    context.tenant(),
                    true,
                    actor(session.account()),
                    session.account().startsWith("new-"),
                    Optional.of(Duration.between(context.at(), seen.plus(IDLE)))));
        }

        @Override
        public void end(String secret, CallContext context) {
            sessions.remove(context.tenant() + " " + secret);
        }

        private record Kept(String account, Instant began, Instant seen) {}
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
        private final List<ModuleDescriptor> all =
                List.of(new Described("cases", true, List.of(), List.of("things")), new PagesDescriptor());

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
            implements ModuleDescriptor {}
}
