package org.yichuang.identity.internal;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManagerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.identity.internal.Identity.Standing;
import org.yichuang.identity.internal.domain.AccountSession;
import org.yichuang.identity.internal.domain.SessionFacts;
import org.yichuang.identity.internal.domain.SessionKind;
import org.yichuang.identity.internal.persistence.IdentityRepository;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.KeyedDigests;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.TenantId;

/**
 * Who is signed in. A secret is found by its keyed digest, and its row is believed only with a good seal: whoever
 * writes
 * rows can neither invent a session nor change one's account, centre, beginning or end.
 */
public final class SessionRegistry {
    private static final Logger LOG = LoggerFactory.getLogger(SessionRegistry.class);
    private static final String SECRET = "identity-secret";
    private static final String SEAL = "identity-session";
    private static final int SECRET_BYTES = 32;
    private static final int MOST_SESSIONS = 100_000;

    private final SecureRandom random = new SecureRandom();
    private final FreshCache<SessionFacts> sessions = new FreshCache<>(MOST_SESSIONS);
    private final EntityManagerFactory entities;
    private final Transactions transactions;
    private final KeyedDigests digests;
    private final Identity shared;

    public SessionRegistry(
            EntityManagerFactory entities, Transactions transactions, KeyedDigests digests, Identity shared) {
        this.entities = entities;
        this.transactions = transactions;
        this.digests = digests;
        this.shared = shared;
    }

    Identity shared() {
        return shared;
    }

    /** A new secret, safe in headers and cookies. */
    String newSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * Begins a token or session.
     *
     * @param standing the account that has been let in
     */
    void begin(UnitOfWork unit, Standing standing, SessionKind kind, String secret, Instant expires) {
        CallContext context = unit.context();
        String id = Ids.next(context.at());
        String account = standing.actor().account();
        ChainHead head = unit.record(LoginFailureTracker.entry(id, "sign-in", account), ChainHead.START);
        SessionFacts facts = new SessionFacts(kind, account, id, standing.epoch(), context.at(), context.at(), expires);
        AccountSession row = new AccountSession(digest(context.tenant(), kind, secret), facts, head);
        row.setSeal(digests.digest(SEAL, row.sealedFields(context.tenant().value())));
        new IdentityRepository(unit.entities(entities)).add(row);
    }

    /**
     * Finds who holds a secret.
     *
     * @param active whether somebody is at work, and not merely a page asking how long there is left
     */
    Optional<Found> find(SessionKind kind, String secret, boolean active, CallContext context) {
        String digest = digest(context.tenant(), kind, secret);
        Settings.Values settings = shared.settings();
        Instant at = context.at();
        return sessions.get(key(context, digest), at, settings.tokenCache(), () -> read(digest, context))
                .filter(facts -> isAlive(facts, at))
                .flatMap(facts -> standing(facts, context)
                        .map(standing -> new Found(standing, active ? touch(digest, facts, context) : facts)));
    }

    private boolean isAlive(SessionFacts facts, Instant at) {
        Duration left = facts.left(at, shared.settings().idle());
        return !left.isNegative() && !left.isZero();
    }

    private Optional<Standing> standing(SessionFacts facts, CallContext context) {
        AccountHome home = AccountHome.of(facts.account(), context.tenant());
        CallContext there = home.at(context.withoutKey());
        return shared.standing(
                        home.tenant(),
                        home.account(),
                        context.at(),
                        () -> transactions.read(there, unit -> new IdentityRepository(unit.entities(entities))
                                .find(home.account())
                                .filter(user -> !user.isBlocked())
                                .map(user -> shared.standing(user, context.at()))))
                .filter(standing -> standing.epoch() == facts.epoch())
                .map(standing -> facts.kind() == SessionKind.PROVIDER ? standing.withoutPassword() : standing)
                .map(standing -> standing.named(facts.account()));
    }

    private Optional<SessionFacts> read(String digest, CallContext context) {
        return transactions.read(context.withoutKey(), unit -> new IdentityRepository(unit.entities(entities))
                .session(digest)
                .filter(row -> isSealed(row, context.tenant()))
                .map(AccountSession::facts));
    }

    private boolean isSealed(AccountSession row, TenantId tenant) {
        boolean sealed = digests.matches(row.seal(), SEAL, row.sealedFields(tenant.value()));
        if (!sealed) {
            LOG.error("The row of session {} at {} was not written by this platform", row.id(), tenant);
        }
        return sealed;
    }

    private SessionFacts touch(String digest, SessionFacts facts, CallContext context) {
        SessionFacts now = facts.seenAt(context.at());
        if (facts.kind() != SessionKind.TOKEN && facts.isDueToBeNoted(context.at())) {
            transactions.write(context.withoutKey(), Void.class, unit -> {
                new IdentityRepository(unit.entities(entities)).seen(digest, context.at());
                return null;
            });
            sessions.replace(key(context, digest), now);
        }
        return now;
    }

    /** Ends a token or session; nothing happens when there is none. */
    void end(SessionKind kind, String secret, CallContext context) {
        String digest = digest(context.tenant(), kind, secret);
        transactions.write(context.withoutKey(), Boolean.class, unit -> {
            IdentityRepository repository = new IdentityRepository(unit.entities(entities));
            Optional<AccountSession> known = repository.session(digest);
            known.ifPresent(row -> {
                SessionFacts facts = row.facts();
                unit.record(LoginFailureTracker.entry(facts.id(), "sign-out", facts.account()), row.head());
                repository.remove(row);
            });
            return known.isPresent();
        });
        sessions.forget(key(context, digest));
    }

    /**
     * Ends tokens and sessions that are over by themselves, each with its entry. A row that this platform has not
     * written goes without: it never was a session.
     *
     * @param most how many at most
     * @return how many
     */
    int endExpired(UnitOfWork unit, int most) {
        Instant at = unit.context().at();
        IdentityRepository repository = new IdentityRepository(unit.entities(entities));
        List<AccountSession> over =
                repository.expired(at, at.minus(shared.settings().idle()), most);
        for (AccountSession row : over) {
            if (isSealed(row, unit.context().tenant())) {
                SessionFacts facts = row.facts();
                unit.record(LoginFailureTracker.entry(facts.id(), "expire", facts.account()), row.head());
            }
            repository.remove(row);
        }
        return over.size();
    }

    private String digest(TenantId tenant, SessionKind kind, String secret) {
        return digests.digest(SECRET, tenant.value(), kind.carrier().key(), secret);
    }

    private static String key(CallContext context, String digest) {
        return context.tenant() + "/" + digest;
    }

    /**
     * Who holds a secret.
     *
     * @param standing the account as it is now
     * @param facts the token or session
     */
    record Found(Standing standing, SessionFacts facts) {}
}
