package org.yichuang.identity.internal;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.persistence.EntityManagerFactory;
import org.yichuang.identity.api.IdentityError;
import org.yichuang.identity.api.SignIn;
import org.yichuang.identity.internal.Identity.Standing;
import org.yichuang.identity.internal.domain.FailedSignIns;
import org.yichuang.identity.internal.domain.SessionKind;
import org.yichuang.identity.internal.domain.UserAccount;
import org.yichuang.identity.internal.persistence.IdentityRepository;
import org.yichuang.journal.api.Journal;
import org.yichuang.journal.api.KeyedDigests;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenants;

/** Signing in. A token reads {@code <tenant>.<secret>}, so that it is looked up by the tenant's own key. */
public final class DefaultSignIn implements SignIn {
    private static final Pattern TOKEN = Pattern.compile("([a-z][a-z0-9-]{1,39})\\.([A-Za-z0-9_-]{43})");
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{1,39}");

    private final OriginThrottle origins =
            new OriginThrottle("登录失败次数过多，请稍后再试", "Too many failed sign-ins: try again later");
    private final EntityManagerFactory entities;
    private final Transactions transactions;
    private final Journal journal;
    private final Tenants tenants;
    private final Identity shared;
    private final SessionRegistry sessions;
    private final LoginFailureTracker failures;

    public DefaultSignIn(
            EntityManagerFactory entities,
            Transactions transactions,
            Journal journal,
            KeyedDigests digests,
            Tenants tenants,
            Identity shared) {
        this.entities = entities;
        this.transactions = transactions;
        this.journal = journal;
        this.tenants = tenants;
        this.shared = shared;
        sessions = new SessionRegistry(entities, transactions, digests, shared);
        failures = new LoginFailureTracker(entities, transactions, shared);
    }

    @Override
    public Token signIn(Credentials credentials, String origin, CallContext context) {
        String secret = sessions.newSecret();
        Instant expiresAt = context.at().plus(shared.settings().tokenLife());
        Standing standing = admit(
                credentials,
                origin,
                context,
                (unit, user) -> sessions.begin(unit, user, SessionKind.TOKEN, secret, expiresAt));
        return new Token(
                context.tenant() + "." + secret,
                expiresAt,
                standing.actor().roles(),
                standing.passwordChangeRequired());
    }

    @Override
    public BrowserSession begin(Credentials credentials, String origin, CallContext context) {
        String secret = sessions.newSecret();
        Instant expiresAt = context.at().plus(shared.settings().longest());
        Standing standing = admit(
                credentials,
                origin,
                context,
                (unit, user) -> sessions.begin(unit, user, SessionKind.BROWSER, secret, expiresAt));
        return new BrowserSession(secret, standing.actor());
    }

    private Standing admit(Credentials credentials, String origin, CallContext context, Beginning beginning) {
        origins.check(origin, shared.settings().originFailures(), context.at());
        // Known to the journal by its name only when it is one: people type passwords into the wrong field
        String name = NAME.matcher(credentials.account()).matches() ? credentials.account() : "?";
        Optional<String> kept =
                transactions.read(context, unit -> store(unit).find(name).map(UserAccount::passwordHash));
        boolean right = shared.passwords().matches(credentials.password(), kept.orElseGet(shared.passwords()::dummy));
        Optional<Standing> standing = kept.isPresent() && right ? enter(name, context, beginning) : Optional.empty();
        if (standing.isPresent()) {
            return standing.get();
        }
        if (kept.isEmpty()) {
            failures.recordUnknown(name, context);
        } else if (!right) {
            failures.record(name, context);
        }
        throw refuse(name, origin, context);
    }

    private Optional<Standing> enter(String account, CallContext context, Beginning beginning) {
        return Optional.ofNullable(transactions.write(context.withoutKey(), Standing.class, unit -> {
            IdentityRepository store = store(unit);
            UserAccount user = store.get(account);
            FailedSignIns failed = store.failures(account);
            // Judged here and not before: an attempt that began before the lock must not slip through after it
            if (user.isBlocked()
                    || failed.isLocked(context.at(), shared.settings().lockDuration())) {
                return null;
            }
            if (failed.isMarked()) {
                store.lockedFailures(account).clear();
            }
            beginning.write(unit, user);
            return shared.standing(user, context.at());
        }));
    }

    private ProblemException refuse(String account, String origin, CallContext context) {
        origins.count(origin, context.at());
        ProblemException refusal = new ProblemException(
                IdentityError.SIGN_IN_REFUSED,
                "账号或密码错误，或账号已锁定",
                "Account or password is wrong, or the account is locked");
        Actor tried = new Actor(account, account, Set.of(), "");
        journal.refused("sign-in from " + origin, refusal, context.withoutKey().by(tried));
        return refusal;
    }

    @Override
    public Optional<Bearer> bearer(String token, Instant at) {
        Matcher parts = TOKEN.matcher(token);
        if (!parts.matches()) {
            return Optional.empty();
        }
        TenantId tenant = new TenantId(parts.group(1));
        return tenants.find(tenant)
                .flatMap(known ->
                        sessions.find(SessionKind.TOKEN, parts.group(2), true, CallContext.system(tenant, at, "token")))
                .map(found -> new Bearer(
                        tenant, found.standing().actor(), found.standing().passwordChangeRequired()));
    }

    @Override
    public Optional<Present> present(String secret, boolean active, CallContext context) {
        if (!SECRET.matcher(secret).matches()) {
            return Optional.empty();
        }
        return sessions.find(SessionKind.BROWSER, secret, active, context)
                .map(found -> new Present(
                        found.standing().actor(),
                        found.standing().passwordChangeRequired(),
                        found.facts().left(context.at(), shared.settings().idle())));
    }

    @Override
    public void revoke(String secret, CallContext context) {
        Matcher token = TOKEN.matcher(secret);
        if (token.matches()) {
            if (token.group(1).equals(context.tenant().value())) {
                sessions.end(SessionKind.TOKEN, token.group(2), context);
            }
        } else if (SECRET.matcher(secret).matches()) {
            sessions.end(SessionKind.BROWSER, secret, context);
        }
    }

    private IdentityRepository store(UnitOfWork unit) {
        return new IdentityRepository(unit.entities(entities));
    }

    /** Writes down that an account has been let in. */
    @FunctionalInterface
    private interface Beginning {
        void write(UnitOfWork unit, UserAccount user);
    }
}
