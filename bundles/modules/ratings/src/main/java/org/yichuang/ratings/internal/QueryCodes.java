package org.yichuang.ratings.internal;

import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;

/** Knows whether somebody has the key to a case, as the public progress of cases does. */
@FunctionalInterface
public interface QueryCodes {
    /**
     * Checks a query code.
     *
     * @param origin where it comes from, for throttling
     * @throws ProblemException {@code progress-unknown}, {@code too-many-requests}
     */
    void check(String number, String code, String origin, CallContext context);
}
