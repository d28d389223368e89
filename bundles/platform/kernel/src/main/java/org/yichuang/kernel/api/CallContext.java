package org.yichuang.kernel.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * On whose behalf, in which centre and when something is done; the last argument of every service method.
 *
 * @param tenant the one tenant that the call serves
 * @param actor who acts
 * @param at the moment of the call, stamped once from the platform's clock
 * @param requestId names the call in log and journal
 * @param idempotencyKey present on commands of clients
 * @param expectedVersion the version that the client's {@code If-Match} names, absent when it names none
 */
public record CallContext(
        TenantId tenant,
        Actor actor,
        Instant at,
        String requestId,
        Optional<IdempotencyKey> idempotencyKey,
        Optional<Long> expectedVersion) {
    /** The zone of every date (R2-10). */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** A call of the platform itself. */
    public static CallContext system(TenantId tenant, Instant at, String requestId) {
        return new CallContext(tenant, Actor.SYSTEM, at, requestId, Optional.empty(), Optional.empty());
    }

    /**
     * Refuses an actor who is not permitted to do something. Every service method that has a permission begins with
     * this;
     * the platform itself ({@link Actor#SYSTEM}) is permitted everything.
     *
     * @param permission {@code <module>.<verb>}, e.g. {@code cases.accept}
     * @throws ProblemException {@link CommonError#NOT_SIGNED_IN} for the public, {@link CommonError#NOT_ALLOWED}
     */
    public void require(String permission) {
        if (actor.isPermitted(permission)) {
            return;
        }
        if (actor.equals(Actor.ANONYMOUS)) {
            throw new ProblemException(
                    CommonError.NOT_SIGNED_IN, LocalizedMessage.of(CallContext.class, "call-context.sign-first"));
        }
        throw new ProblemException(
                CommonError.NOT_ALLOWED,
                LocalizedMessage.of(CallContext.class, "call-context.your-roles-do-not-allow"));
    }

    /** The same call without its idempotency key and expected version: for a step of the platform's own beside it. */
    public CallContext withoutKey() {
        return new CallContext(tenant, actor, at, requestId, Optional.empty(), Optional.empty());
    }

    /** The same call by somebody else. */
    public CallContext by(Actor other) {
        return new CallContext(tenant, other, at, requestId, idempotencyKey, expectedVersion);
    }

    /**
     * Checks the version that the client expects against the present one.
     *
     * @throws ProblemException {@link CommonError#PRECONDITION_FAILED}
     */
    public void requireVersion(long version) {
        if (expectedVersion.isPresent() && expectedVersion.get() != version) {
            throw new ProblemException(
                    CommonError.PRECONDITION_FAILED, LocalizedMessage.of(CallContext.class, "changed-since-read"));
        }
    }

    /** The day of the call in {@link #ZONE}. */
    public LocalDate today() {
        return at.atZone(ZONE).toLocalDate();
    }
}
