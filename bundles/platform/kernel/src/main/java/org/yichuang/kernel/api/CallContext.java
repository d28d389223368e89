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
