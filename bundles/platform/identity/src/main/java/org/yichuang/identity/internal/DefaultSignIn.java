package org.yichuang.identity.internal;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{1,39}(?:@[a-z][a-z0-9-]{1,39})?");

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
                (unit, account) -> sessions.begin(unit, account, SessionKind.TOKEN, secret, expiresAt));
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
                (unit, account) -> sessions.begin(unit, account, SessionKind.BROWSER, secret, expiresAt));
        return new BrowserSession(secret, standing.actor());
    }

    private Standing admit(Credentials credentials, String origin, CallContext context, Beginning beginning) {
        origins.check(origin, shared.settings().originFailures(), context.at());
        // Known to the journal by its name only when it is one: people type passwords into the wrong field
        String name = NAME.matcher(credentials.account()).matches() ? credentials.account() : "?";
        Optional<Candidate> candidate = candidate(name, context);
        String kept = candidate.map(Candidate::passwordHash).orElseGet(shared.passwords()::dummy);
        boolean right = shared.passwords().matches(credentials.password(), kept);
        Optional<Standing> standing =
                candidate.filter(found -> right).flatMap(found -> enter(found.home(), context, beginning));
        if (standing.isPresent()) {
            return standing.get();
        }
        if (candidate.isEmpty()) {
            failures.recordUnknown(name, context);
        } else if (!right) {
            AccountHome home = candidate.get().home();
            failures.record(home.account(), home.at(context));
        }
        throw refuse(name, origin, context);
    }

    /** Whose password is to be compared: an account of the centre, else an applicant's of the root; both are looked at. */
    private Optional<Candidate> candidate(String name, CallContext context) {
        AccountHome named = AccountHome.of(name, context.tenant());
        AccountHome local = new AccountHome(context.tenant(), named.account());
        AccountHome network = new AccountHome(AccountHome.root(context.tenant(), tenants), named.account());
        Optional<Candidate> here = network.equals(named) ? Optional.empty() : read(local, context, user -> true);
        Optional<Candidate> above = read(network, context, user -> local.equals(network) || user.isApplicant());
        boolean known = named.equals(local) || named.equals(network);
        return here.or(() -> above).filter(found -> known);
    }

    private Optional<Candidate> read(AccountHome home, CallContext context, Predicate<UserAccount> filter) {
        return transactions.read(home.at(context.withoutKey()), unit -> store(unit)
                .find(home.account())
                .filter(filter)
                .map(user -> new Candidate(home, user.passwordHash())));
    }

    private Optional<Standing> enter(AccountHome home, CallContext context, Beginning beginning) {
        boolean here = home.tenant().equals(context.tenant());
        Optional<Standing> standing =
                Optional.ofNullable(transactions.write(home.at(context.withoutKey()), Standing.class, unit -> {
                    IdentityRepository store = store(unit);
                    UserAccount user = store.get(home.account());
                    FailedSignIns failed = store.failures(home.account());
                    // Judged here and not before: an attempt that began before the lock must not slip through after it
                    if (user.isBlocked()
                            || failed.isLocked(context.at(), shared.settings().lockDuration())) {
                        return null;
                    }
                    if (failed.isMarked()) {
                        store.lockedFailures(home.account()).clear();
                    }
                    Standing admitted = shared.standing(user, context.at()).named(home.nameAt(context.tenant()));
                    if (here) {
                        beginning.write(unit, admitted);
                    }
                    return admitted;
                }));
        if (!here) {
            standing.ifPresent(admitted -> transactions.write(context.withoutKey(), Boolean.class, unit -> {
                beginning.write(unit, admitted);
                return true;
            }));
        }
        return standing;
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
        void write(UnitOfWork unit, Standing account);
    }

    /**
     * An account whose password is to be compared.
     *
     * @param home where it is kept
     */
    private record Candidate(AccountHome home, String passwordHash) {}
}
