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
     */
    record Token(String token, Instant expiresAt, Set<String> roles) {}

    /**
     * Whose a token is.
     *
     * @param tenant the account's centre: the token is good there and nowhere else
     * @param actor the account
     */
    record Bearer(TenantId tenant, Actor actor) {}
}
