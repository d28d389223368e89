package org.yichuang.pages.internal;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.yichuang.identity.api.SignIn;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Digests;
import org.yichuang.pages.internal.domain.Session;
import org.yichuang.pages.internal.persistence.SessionRows;

/** Who is signed in where: a secret in the browser, its hash in a row, and the account that must still stand. */
public class Sessions {
    private static final int SECRET_BYTES = 32;
    private static final int REMEMBERED = 20_000;
    /** How long a container may believe what it has read: another one may have ended the session. */
    private static final Duration BELIEVED = Duration.ofSeconds(10);

    private final Transactions transactions;
    private final SignIn signIn;
    private final SessionRows rows;
    private final Duration idle;
    private final Duration longest;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Read> read = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Read> eldest) {
            return size() > REMEMBERED;
        }
    };

    /**
     * @param idle after how much silence a session ends
     * @param longest when it ends in any case
     */
    public Sessions(Transactions transactions, SignIn signIn, SessionRows rows, Duration idle, Duration longest) {
        this.transactions = transactions;
        this.signIn = signIn;
        this.rows = rows;
        this.idle = idle;
        this.longest = longest;
    }

    /**
     * Who is at work.
     *
     * @param actor the account as it is now
     * @param mustChangePassword whether it must choose a new password before anything else
     * @param left how long the session yet lives in silence
     */
    public record Present(Actor actor, boolean mustChangePassword, Duration left) {}

    /** Begins a session for an account whose password has just been checked; returns its secret. */
    public String begin(Actor actor, CallContext context) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant at = context.at();
        Session session = new Session(actor.account(), at, at, at.plus(longest));
        transactions.write(plain(context), Void.class, unit -> {
            rows.purge(unit, at.minus(idle));
            rows.add(unit, hash(secret), session);
            return null;
        });
        return secret;
    }

    /**
     * Finds who holds a secret.
     *
     * @param asks whether somebody is at work, and not merely a page asking how long there is left
     */
    public Optional<Present> find(String secret, boolean asks, CallContext context) {
        if (secret.isEmpty()) {
            return Optional.empty();
        }
        String hash = hash(secret);
        Instant at = context.at();
        Optional<Session> session = session(hash, context).filter(found -> isAlive(found, at));
        Optional<SignIn.Standing> standing =
                session.flatMap(found -> signIn.standing(context.tenant(), found.account(), found.began(), at));
        if (standing.isEmpty()) {
            return Optional.empty();
        }
        Session present = asks ? note(hash, session.get(), context) : session.get();
        SignIn.Standing now = standing.get();
        return Optional.of(new Present(now.actor(), now.passwordChangeRequired(), present.left(at, idle)));
    }

    /** Ends a session. */
    public void end(String secret, CallContext context) {
        String hash = hash(secret);
        transactions.write(plain(context), Void.class, unit -> {
            rows.remove(unit, hash);
            return null;
        });
        synchronized (read) {
            read.remove(key(hash, context));
        }
    }

    private Optional<Session> session(String hash, CallContext context) {
        String key = key(hash, context);
        synchronized (read) {
            Read known = read.get(key);
            if (known != null && known.at().plus(BELIEVED).isAfter(context.at())) {
                return Optional.of(known.session());
            }
        }
        Optional<Session> found = transactions.read(plain(context), unit -> rows.find(unit, hash));
        synchronized (read) {
            found.ifPresentOrElse(session -> read.put(key, new Read(session, context.at())), () -> read.remove(key));
        }
        return found;
    }

    private Session note(String hash, Session session, CallContext context) {
        if (!session.isToBeNoted(context.at())) {
            return session.seenAt(context.at());
        }
        Session now = session.seenAt(context.at());
        transactions.write(plain(context), Void.class, unit -> {
            rows.seen(unit, hash, context.at());
            return null;
        });
        synchronized (read) {
            read.put(key(hash, context), new Read(now, context.at()));
        }
        return now;
    }

    private boolean isAlive(Session session, Instant at) {
        Duration left = session.left(at, idle);
        return !left.isNegative() && !left.isZero();
    }

    /** The session's own housekeeping is no command of the client: it carries neither key nor version. */
    private static CallContext plain(CallContext context) {
        return new CallContext(
                context.tenant(),
                context.actor(),
                context.at(),
                context.requestId(),
                Optional.empty(),
                Optional.empty());
    }

    private static String key(String hash, CallContext context) {
        return context.tenant() + " " + hash;
    }

    private static String hash(String secret) {
        return Digests.sha256(secret);
    }

    private record Read(Session session, Instant at) {}
}
