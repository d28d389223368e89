package org.yichuang.identity.internal;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.persistence.EntityManagerFactory;
import org.yichuang.identity.api.IdentityError;
import org.yichuang.identity.api.SignIn;
import org.yichuang.identity.internal.Identity.Known;
import org.yichuang.identity.internal.domain.AccessToken;
import org.yichuang.identity.internal.domain.FailedSignIns;
import org.yichuang.identity.internal.domain.UserAccount;
import org.yichuang.identity.internal.persistence.IdentityStore;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.Journal;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Digests;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenants;

/** Signing in. A token reads {@code <tenant>.<secret>}, so that it is looked up by the tenant's own key. */
public final class DefaultSignIn implements SignIn {
    private static final Pattern TOKEN = Pattern.compile("([a-z][a-z0-9-]{1,39})\\.([A-Za-z0-9_-]{43})");
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{1,39}");
    private static final int SECRET = 32;

    private final SecureRandom random = new SecureRandom();
    private final OriginThrottle origins = new OriginThrottle();
    private final EntityManagerFactory entities;
    private final Transactions transactions;
    private final Journal journal;
    private final Tenants tenants;
    private final Identity shared;
    private final LoginFailureTracker wrongPasswords;

    public DefaultSignIn(
            EntityManagerFactory entities,
            Transactions transactions,
            Journal journal,
            Tenants tenants,
            Identity shared) {
        this.entities = entities;
        this.transactions = transactions;
        this.journal = journal;
        this.tenants = tenants;
        this.shared = shared;
        wrongPasswords = new LoginFailureTracker(entities, transactions, shared);
    }

    @Override
    public Token signIn(String account, String password, String origin, CallContext context) {
        byte[] secret = new byte[SECRET];
        random.nextBytes(secret);
        String text =
                context.tenant() + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        Instant expiresAt = context.at().plus(shared.settings().tokenLife());
        Standing standing = admit(
                account,
                password,
                origin,
                context,
                (store, session) -> store.add(
                        new AccessToken(Digests.sha256(text), account, session.id(), expiresAt, session.head())));
        return new Token(text, expiresAt, standing.actor().roles(), standing.passwordChangeRequired());
    }

    @Override
    public Actor check(String account, String password, String origin, CallContext context) {
        return admit(account, password, origin, context, (store, session) -> {}).actor();
    }

    private Standing admit(
            String account,
            String password,
            String origin,
            CallContext context,
            BiConsumer<IdentityStore, Session> then) {
        origins.check(origin, shared.settings().originFailures(), context.at());
        // Known to the journal by its name only when it is one: people type passwords into the wrong field
        String name = NAME.matcher(account).matches() ? account : "?";
        Optional<String> kept =
                transactions.read(context, unit -> store(unit).find(name).map(UserAccount::passwordHash));
        boolean right = shared.passwords().matches(password, kept.orElseGet(shared.passwords()::dummy));
        Optional<Standing> standing = kept.isPresent() && right ? enter(name, context, then) : Optional.empty();
        return standing.orElseThrow(() -> refuse(name, kept.isPresent() && !right, origin, context));
    }

    private Optional<Standing> enter(String account, CallContext context, BiConsumer<IdentityStore, Session> then) {
        return Optional.ofNullable(transactions.write(withoutKey(context), Standing.class, unit -> {
            IdentityStore store = store(unit);
            UserAccount user = store.get(account);
            FailedSignIns failures = store.failures(account);
            // Judged here and not before: an attempt that began before the lock must not slip through after it
            if (user.isBlocked() || failures.isLocked(context.at())) {
                return null;
            }
            if (failures.isMarked()) {
                store.lockedFailures(account).clear();
            }
            String session = Ids.next(context.at());
            then.accept(store, new Session(session, unit.record(entry(session, "sign-in", account), ChainHead.START)));
            return shared.standing(user, context.at());
        }));
    }

    @Override
    public Optional<Standing> standing(TenantId tenant, String account, Instant since, Instant at) {
        String owner = ExpiringCache.owner(tenant, account);
        return shared.standings()
                .find(owner, at, shared.settings().tokenCache())
                .or(() -> tenants.find(tenant).flatMap(centre -> lookUpAccount(tenant, account, at)))
                .filter(known -> !since.isBefore(known.signedInFrom()))
                .map(Known::now);
    }

    private Optional<Known> lookUpAccount(TenantId tenant, String account, Instant at) {
        long asked = shared.standings().generation();
        Optional<Known> found = transactions.read(CallContext.system(tenant, at, "session"), unit -> store(unit)
                .find(account)
                .filter(user -> !user.isBlocked())
                .map(user -> new Known(shared.standing(user, at), user.signedInFrom())));
        String owner = ExpiringCache.owner(tenant, account);
        found.ifPresent(known -> shared.standings().keep(owner, owner, known, Instant.MAX, at, asked));
        return found;
    }

    private ProblemException refuse(String account, boolean counts, String origin, CallContext context) {
        origins.failed(origin, context.at());
        if (counts) {
            wrongPasswords.count(account, context);
        }
        ProblemException refusal = new ProblemException(
                IdentityError.SIGN_IN_REFUSED,
                "账号或密码错误，或账号已锁定",
                "Account or password is wrong, or the account is locked");
        Actor tried = new Actor(account, account, context.actor().roles(), "");
        journal.refused("sign-in from " + origin, refusal, as(tried, context));
        return refusal;
    }

    @Override
    public Optional<Bearer> bearer(String token, Instant at) {
        Matcher parts = TOKEN.matcher(token);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String hash = Digests.sha256(token);
        TenantId tenant = new TenantId(parts.group(1));
        return shared.bearers().find(hash, at, shared.settings().tokenCache()).or(() -> tenants.find(tenant)
                .flatMap(known -> lookUpToken(tenant, hash, at)));
    }

    private Optional<Bearer> lookUpToken(TenantId tenant, String hash, Instant at) {
        long asked = shared.bearers().generation();
        return transactions.read(CallContext.system(tenant, at, "token"), unit -> {
            IdentityStore store = store(unit);
            Optional<AccessToken> token = store.token(hash).filter(known -> at.isBefore(known.expiresAt()));
            return token.flatMap(known -> store.find(known.account()))
                    .filter(user -> !user.isBlocked())
                    .map(user -> {
                        Standing now = shared.standing(user, at);
                        Bearer bearer = new Bearer(tenant, now.actor(), now.passwordChangeRequired());
                        String owner = ExpiringCache.owner(tenant, user.account());
                        shared.bearers().keep(hash, owner, bearer, token.get().expiresAt(), at, asked);
                        return bearer;
                    });
        });
    }

    @Override
    public void revoke(String token, CallContext context) {
        String hash = Digests.sha256(token);
        transactions.write(withoutKey(context), Boolean.class, unit -> {
            IdentityStore store = store(unit);
            Optional<AccessToken> known = store.token(hash);
            known.ifPresent(found -> {
                unit.record(entry(found.session(), "sign-out", found.account()), found.head());
                store.remove(found);
                unit.afterCommit(() -> shared.forget(context.tenant(), found.account()));
            });
            return known.isPresent();
        });
    }

    private static AuditEntry entry(String session, String action, String account) {
        return LoginFailureTracker.entry(session, action, account);
    }

    private IdentityStore store(UnitOfWork unit) {
        return new IdentityStore(unit.entities(entities));
    }

    /** A token is a secret: it must not be kept as the answer to an idempotency key. */
    private static CallContext withoutKey(CallContext context) {
        return LoginFailureTracker.withoutKey(context);
    }

    private static CallContext as(Actor actor, CallContext context) {
        return new CallContext(
                context.tenant(), actor, context.at(), context.requestId(), Optional.empty(), Optional.empty());
    }

    /** A sign-in as the journal knows it. */
    private record Session(String id, ChainHead head) {}
}
