package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import java.util.Objects;
import org.yichuang.kernel.api.time.Limit;

/**
 * The days by which a centre must act on a case.
 *
 * @param next the nearest, {@link CaseFile#NEVER} for none
 * @param limit the limit that ends on it, or null
 * @param statutory the nearest that the law sets, else the nearest, or null
 * @param provisional whether one of them hangs on days off of which nobody has spoken yet (R2-04)
 * @param warning when it is to be said next that one is near or has passed, or null
 */
public record Dues(LocalDate next, Limit limit, LocalDate statutory, boolean provisional, LocalDate warning) {
    /** Whether people see the same of both. */
    boolean looksLike(Dues other) {
        return next.equals(other.next)
                && Objects.equals(limit, other.limit)
                && Objects.equals(statutory, other.statutory);
    }
}
