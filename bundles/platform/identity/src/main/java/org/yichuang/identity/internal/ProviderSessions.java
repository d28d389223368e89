package org.yichuang.identity.internal;

import java.time.Instant;
import javax.persistence.EntityManagerFactory;
import org.yichuang.identity.api.IdentityError;
import org.yichuang.identity.api.IdentityProvider.ProvenSubject;
import org.yichuang.identity.api.SignIn.BrowserSession;
import org.yichuang.identity.internal.Identity.Standing;
import org.yichuang.identity.internal.domain.SessionKind;
import org.yichuang.identity.internal.domain.UsedAttempt;
import org.yichuang.identity.internal.domain.UserAccount;
import org.yichuang.identity.internal.persistence.IdentityRepository;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/** The sessions of those who were proven by an outside provider; each of its proofs is good once. */
public final class ProviderSessions {
    private final EntityManagerFactory entities;
    private final Transactions transactions;
    private final ProviderAttempts attempts;
    private final SessionRegistry sessions;
    private final FactorCheck factors;

    public ProviderSessions(
            EntityManagerFactory entities,
            Transactions transactions,
            ProviderAttempts attempts,
            SessionRegistry sessions,
            FactorCheck factors) {
        this.entities = entities;
        this.transactions = transactions;
        this.attempts = attempts;
        this.sessions = sessions;
        this.factors = factors;
    }

    /** A new secret for a browser. */
    String newSecret() {
        return sessions.newSecret();
    }

    /** Tells whether an attempt has ended before. */
    boolean isUsed(String secret, CallContext context) {
        return transactions.read(context.withoutKey(), unit -> store(unit).isUsed(attempts.digest(secret)));
    }

    /**
     * Ends an attempt.
     *
     * @throws ProblemException {@code provider-attempt-over} when it has ended before
     */
    void use(String secret, Instant expires, CallContext context) {
        transactions.write(context.withoutKey(), Boolean.class, unit -> {
            use(unit, secret, expires);
            return true;
        });
    }

    private void use(UnitOfWork unit, String secret, Instant expires) {
        String digest = attempts.digest(secret);
        if (store(unit).isUsed(digest)) {
            throw ProblemException.of(IdentityError.PROVIDER_ATTEMPT_OVER);
        }
        store(unit).add(new UsedAttempt(digest, expires));
    }

    /**
     * Begins a session and ends the attempt that led to it.
     *
     * @throws ProblemException {@code sign-in-refused} for a blocked account, {@code second-factor-required}, {@code
     *     provider-attempt-over}
     */
    BrowserSession begin(
            AccountHome home, ProvenSubject subject, String attempt, Instant expires, CallContext context) {
        CallContext there = home.at(context.withoutKey());
        Standing standing = transactions.read(there, unit -> {
            UserAccount user = store(unit).get(home.account());
            if (user.isBlocked()) {
                throw new ProblemException(
                        IdentityError.SIGN_IN_REFUSED, LocalizedMessage.of(IdentityError.class, "provider-blocked"));
            }
            factors.requireOf(subject.methods(), store(unit), user);
            return sessions.shared().standing(user, context.at()).named(home.nameAt(context.tenant()));
        });
        String secret = newSecret();
        Instant longest = context.at().plus(sessions.shared().settings().longest());
        transactions.write(context.withoutKey(), Boolean.class, unit -> {
            use(unit, attempt, expires);
            sessions.begin(unit, standing, SessionKind.PROVIDER, secret, longest);
            return true;
        });
        return new BrowserSession(secret, standing.actor());
    }

    private IdentityRepository store(UnitOfWork unit) {
        return new IdentityRepository(unit.entities(entities));
    }
}
