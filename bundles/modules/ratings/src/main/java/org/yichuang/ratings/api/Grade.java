package org.yichuang.ratings.api;

import org.yichuang.kernel.api.LocalizedMessage;

/** How content somebody is, the best first; which of these can be chosen, the centre's {@link Scale} says. */
public enum Grade {
    VERY_SATISFIED(Worth.GOOD),
    SATISFIED(Worth.GOOD),
    BASICALLY_SATISFIED(Worth.GOOD),
    /** Of four grades: neither good nor bad. */
    FAIR(Worth.NEITHER),
    DISSATISFIED(Worth.BAD),
    VERY_DISSATISFIED(Worth.BAD);

    private final Worth worth;

    Grade(Worth worth) {
        this.worth = worth;
    }

    /** Whether it is a good rating. */
    public boolean isGood() {
        return worth == Worth.GOOD;
    }

    /** Whether it is a bad rating, about which something is done (R3-24). */
    public boolean isBad() {
        return worth == Worth.BAD;
    }

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(Grade.class, "grade." + name());
    }

    private enum Worth {
        GOOD,
        NEITHER,
        BAD
    }
}
