package org.yichuang.identity.api;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/** Signing in and the tokens that follow from it. */
public interface SignIn {
    /**
     * Signs in. Takes the same time and answers the same whether the account, or only the password, is wrong; slows
     * down and locks out after repeated failures (R9-10). Journaled either way.
     *
     * @param origin where the attempt comes from (an address), for throttling
     * @throws ProblemException {@code sign-in-refused}, {@code too-many-requests}
     */
    Token signIn(String account, String password, String origin, CallContext context);

    /**
     * Checks an account and its password exactly as {@link #signIn} does (time, throttle, lock-out, journal), but gives no
     * token: for the pages, which keep sessions of their own.
     *
     * @return the account
     * @throws ProblemException {@code sign-in-refused}, {@code too-many-requests}
     */
    Actor check(String account, String password, String origin, CallContext context);

    /**
     * Tells how an account stands now, with its present roles; empty when it is unknown or blocked, or when its tokens have
     * been revoked after {@code since} (a change of roles or password). Kept in memory as bearers are.
     *
     * @param since when it signed in
     */
    Optional<Standing> standing(TenantId tenant, String account, Instant since, Instant at);

    /** Tells whose a token is; empty when it is unknown, expired or revoked, or belongs to a blocked account. */
    Optional<Bearer> bearer(String token, Instant at);

    /** Ends a token's life. */
    void revoke(String token, CallContext context);

    /**
     * A new token.
     *
     * @param token the secret; only its hash is kept
     * @param expiresAt when it lapses
     * @param roles keys of the roles
     * @param passwordChangeRequired whether the token is good for nothing but choosing a new password (R9-10)
     */
    record Token(String token, Instant expiresAt, Set<String> roles, boolean passwordChangeRequired) {}

    /**
     * Whose a token is.
     *
     * @param tenant the account's centre: the token is good there and nowhere else
     * @param actor the account
     * @param passwordChangeRequired whether the account must choose a new password before anything else
     */
    record Bearer(TenantId tenant, Actor actor, boolean passwordChangeRequired) {}

    /**
     * How an account stands.
     *
     * @param actor the account
     * @param passwordChangeRequired whether it must choose a new password before anything else
     */
    record Standing(Actor actor, boolean passwordChangeRequired) {}
}
