package org.yichuang.identity.internal;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.persistence.EntityManagerFactory;
import org.yichuang.identity.api.IdentityError;
import org.yichuang.identity.api.SignIn;
import org.yichuang.identity.internal.Identity.Standing;
import org.yichuang.identity.internal.PasswordCheck.Candidate;
import org.yichuang.identity.internal.domain.SessionKind;
import org.yichuang.identity.internal.persistence.IdentityRepository;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenants;

/** Signing in. A token reads {@code <tenant>.<secret>}, so that it is looked up by the tenant's own key. */
public final class DefaultSignIn implements SignIn {
    private static final Pattern TOKEN = Pattern.compile("([a-z][a-z0-9-]{1,39})\\.([A-Za-z0-9_-]{43})");
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final EntityManagerFactory entities;
    private final Transactions transactions;
    private final Tenants tenants;
    private final Identity shared;
    private final SessionRegistry sessions;
    private final PasswordCheck passwords;
    private final FactorCheck factors;

    public DefaultSignIn(
            EntityManagerFactory entities,
            Transactions transactions,
            Tenants tenants,
            SessionRegistry sessions,
            PasswordCheck passwords,
            FactorCheck factors) {
        this.entities = entities;
        this.transactions = transactions;
        this.tenants = tenants;
        this.sessions = sessions;
        this.passwords = passwords;
        this.factors = factors;
        shared = sessions.shared();
    }

    @Override
    public Token signIn(Credentials credentials, String origin, CallContext context) {
        String secret = sessions.newSecret();
        Instant expiresAt = context.at().plus(shared.settings().tokenLife());
        Standing standing = admit(credentials, origin, context, new Beginning(SessionKind.TOKEN, secret, expiresAt));
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
        Standing standing = admit(credentials, origin, context, new Beginning(SessionKind.BROWSER, secret, expiresAt));
        return new BrowserSession(secret, standing.actor());
    }

    private Standing admit(Credentials credentials, String origin, CallContext context, Beginning beginning) {
        Candidate candidate = passwords.require(credentials, origin, context);
        AccountHome home = candidate.home();
        Optional<Standing> standing;
        try {
            standing = enter(candidate, credentials.code(), context, beginning);
        } catch (ProblemException e) {
            if (e.code() == IdentityError.SECOND_FACTOR_WRONG) {
                passwords.countWrongCode(home, e, origin, context);
            }
            throw e;
        }
        return standing.orElseThrow(() -> passwords.refuse(home.nameAt(context.tenant()), origin, context));
    }

    private Optional<Standing> enter(Candidate candidate, String code, CallContext context, Beginning beginning) {
        AccountHome home = candidate.home();
        boolean here = home.tenant().equals(context.tenant());
        CallContext there = home.at(context.withoutKey());
        Optional<Standing> standing = Optional.ofNullable(transactions.write(there, Standing.class, unit -> {
            IdentityRepository store = new IdentityRepository(unit.entities(entities));
            Optional<Standing> admitted = passwords
                    .findOpen(store, candidate, there)
                    .map(user -> {
                        factors.require(store, user, code, there)
                                .ifPresent(used -> unit.record(
                                        LoginFailureTracker.entry(
                                                Ids.next(context.at()),
                                                "use-second-factor",
                                                user.account(),
                                                store.cover(used)),
                                        ChainHead.START));
                        return shared.standing(user, context.at()).named(home.nameAt(context.tenant()));
                    });
            admitted.filter(account -> here)
                    .ifPresent(account ->
                            sessions.begin(unit, account, beginning.kind(), beginning.secret(), beginning.expires()));
            return admitted.orElse(null);
        }));
        if (!here) {
            standing.ifPresent(account -> transactions.write(context.withoutKey(), Boolean.class, unit -> {
                sessions.begin(unit, account, beginning.kind(), beginning.secret(), beginning.expires());
                return true;
            }));
        }
        return standing;
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

    /** What begins when an account is let in. */
    private record Beginning(SessionKind kind, String secret, Instant expires) {}
}
