package org.yichuang.kernel.api.fee;

/** Who pays no more than the lower end of a range (下限, K21). */
public enum FeeFloor {
    /** Nobody: the standard names the point. */
    NONE,
    /** Enterprises. */
    ENTERPRISE,
    /** Everybody. */
    ALL;

    /** Whether it is for these. */
    public boolean holdsFor(PayerKind payer) {
        return this == ALL || this == ENTERPRISE && payer == PayerKind.ENTERPRISE;
    }
}
