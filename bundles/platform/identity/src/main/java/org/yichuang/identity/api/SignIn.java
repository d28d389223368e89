package org.yichuang.identity.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.NeedsNoPermission;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/**
 * Signing in, and what follows from it: a token for programs, a session for browsers. Either is a random secret of
 * which
 * only a keyed digest is kept, in a row that is sealed with a key outside of the database.
 */
public interface SignIn {
    /**
     * Signs a program in. Takes the same time and answers the same whether the account, or only the password, is wrong;
     * slows down and locks out after repeated failures (R9-10). Journaled either way.
     *
     * @param origin where the attempt comes from (an address), for throttling
     * @throws ProblemException {@code sign-in-refused}, {@code too-many-requests}; with the right password
     *     {@code second-factor-required}, {@code second-factor-wrong}, {@code second-factor-enrolment-required}
     */
    @NeedsNoPermission("whoever signs in is nobody yet")
    Token signIn(Credentials credentials, String origin, CallContext context);

    /**
     * Signs a browser in, exactly as {@link #signIn} does; the session ends after a silence, or after its longest life.
     */
    @NeedsNoPermission("whoever signs in is nobody yet")
    BrowserSession begin(Credentials credentials, String origin, CallContext context);

    /** Tells whose a token is; empty when it is unknown, expired or revoked, or belongs to a blocked account. */
    Optional<Bearer> bearer(String token, Instant at);

    /**
     * Tells whose a browser's session is; empty when it is unknown, over or revoked, or belongs to a blocked account.
     *
     * @param active whether somebody is at work, and not merely a page asking how long there is left
     */
    @NeedsNoPermission("the secret is the right")
    Optional<Present> present(String secret, boolean active, CallContext context);

    /** Ends the life of a token or of a browser's session. */
    @NeedsNoPermission("everybody signs out")
    void revoke(String secret, CallContext context);

    /**
     * What somebody says to be let in.
     *
     * @param account the account's name, as it was typed
     * @param password its password
     * @param code the authenticator's one-time code, or a recovery code; empty where none is asked for
     */
    record Credentials(String account, String password, String code) {
        /** Without a one-time code. */
        public Credentials(String account, String password) {
            this(account, password, "");
        }

        @Override
        public String toString() {
            return "Credentials of " + account;
        }
    }

    /**
     * A new token.
     *
     * @param token the secret
     * @param expiresAt when it lapses
     * @param roles keys of the roles
     * @param passwordChangeRequired whether the token is good for nothing but choosing a new password (R9-10)
     */
    record Token(String token, Instant expiresAt, Set<String> roles, boolean passwordChangeRequired) {}

    /**
     * A new session of a browser.
     *
     * @param secret for the browser's cookie
     * @param actor who has signed in
     */
    record BrowserSession(String secret, Actor actor) {}

    /**
     * Whose a token is.
     *
     * @param tenant the account's centre: the token is good there and nowhere else
     * @param actor the account, with its present roles and permissions
     * @param passwordChangeRequired whether the account must choose a new password before anything else
     */
    record Bearer(TenantId tenant, Actor actor, boolean passwordChangeRequired) {}

    /**
     * Who is at work in a browser.
     *
     * @param actor the account, with its present roles and permissions
     * @param passwordChangeRequired whether it must choose a new password before anything else
     * @param left how long the session yet lives in silence
     */
    record Present(Actor actor, boolean passwordChangeRequired, Duration left) {}
}
