package org.yichuang.web.api;

import java.util.Optional;
import org.yichuang.kernel.api.CallContext;

/**
 * Whiteboard: tells who sent a request. The chain asks every authenticator that is there until one knows the
 * credentials;
 * several may share the work (tokens, sessions, an outside provider).
 */
public interface Authenticator {
    /**
     * Tells whose credentials these are. Called for every request that carries some: it must be quick, and must neither
     * wait for nor write anything on behalf of credentials that are not good.
     *
     * @param credentials what the request shows, never {@link Credentials.None}
     * @param context the centre that is asked, the moment and the request; its actor is anonymous
     * @return empty when they are unknown, expired, revoked, or of a kind that somebody else knows
     */
    Optional<Authentication> authenticate(Credentials credentials, CallContext context);
}
