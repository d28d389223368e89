package org.yichuang.catalogue.internal.domain;

import org.yichuang.kernel.api.time.DayUnit;
import org.yichuang.kernel.api.time.Limit;

/** How limits compare. */
public final class Limits {
    private Limits() {}

    /**
     * Tells whether a limit is longer than another one whatever the calendar. Working days against calendar days: n
     * working days take at least n calendar days; the other way round nothing is certain, and so nothing is said.
     */
    public static boolean isSurelyLonger(Limit limit, Limit other) {
        boolean comparable = limit.unit() == other.unit() || limit.unit() == DayUnit.WORKING;
        return comparable && limit.amount() > other.amount();
    }
}
