package org.yichuang.rest.api;

import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.NeedsNoPermission;

/**
 * What a JAX-RS resource implements besides that refuses calls before their bodies are read, for a reason that only its
 * module knows: a quota that is used up, say. What is refused here costs neither the reading of a body nor a place on
 * the disk, and the connection is closed behind the answer.
 */
public interface BodyGate {
    /**
     * Returns when the body may be read, else throws a {@code ProblemException}. It is asked for each call of the
     * resource, once the account has been admitted to the operation; what passes may still be refused behind it.
     *
     * @param operation the method and the path's template, e.g. {@code POST /{tenant}/cases}
     * @param context the call; an idempotency key in it has no fingerprint yet, since nothing of the body is known
     */
    @NeedsNoPermission("asked when the door has admitted the account to the operation")
    void check(String operation, CallContext context);
}
