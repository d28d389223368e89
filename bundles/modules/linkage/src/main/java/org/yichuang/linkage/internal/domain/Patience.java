package org.yichuang.linkage.internal.domain;

import java.util.Arrays;
import java.util.Set;
import org.yichuang.linkage.api.LinkageError;

/**
 * How long a message is tried, by what keeps it. A message that cannot pass now may always pass later: a city that is
 * away for a fortnight, a centre whose neighbour is configured next week, a release that is not installed there yet.
 * Only what can never succeed ends its way before people say so.
 */
public enum Patience {
    /** It can never succeed, as what left is not what was signed. */
    NONE,
    /** Something passes: it is tried later and later, and no less often than the longest delay. */
    USUAL,
    /** It waits for what people do at one of the two centres: it is looked at from time to time. */
    LONG;

    private static final Set<String> WAITS_FOR_PEOPLE = Set.of(
            LinkageError.CENTRE_UNKNOWN.code(),
            LinkageError.CENTRE_ELSEWHERE.code(),
            LinkageError.CERTIFICATE_DIFFERS.code(),
            LinkageError.NOT_RELATED.code(),
            LinkageError.ENVELOPE_UNREADABLE.code());

    /**
     * The patience with a refusal, which this end judges by its code: what an earlier release held to be lasting need
     * not be so, and what nobody here knows may pass.
     */
    public static Patience with(String code) {
        boolean never = Arrays.stream(LinkageError.values())
                .anyMatch(error -> error.lasting() && error.code().equals(code));
        if (never) {
            return NONE;
        }
        return code != null && WAITS_FOR_PEOPLE.contains(code) ? LONG : USUAL;
    }
}
