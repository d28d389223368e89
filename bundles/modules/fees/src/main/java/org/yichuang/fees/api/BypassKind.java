package org.yichuang.fees.api;

import java.util.Locale;
import org.yichuang.kernel.api.LocalizedMessage;

/** How a fee seems to have gone round the counter (体外缴费). */
public enum BypassKind {
    /** A result was made out, and what its item costs was not demanded, or not paid. */
    UNPAID_RESULT,
    /** Bank or treasury has money under a code of the centre that stands in no demand. */
    NO_DEMAND,
    /** Paid at a branch that is not the centre's. */
    OTHER_BRANCH,
    /** Whoever has paid here has paid something else, of no demand of the centre, within the same days. */
    ELSEWHERE,
    /** A department has given a paper receipt of its own behind the last day of these. */
    PAPER_RECEIPT,
    /** Somebody has said so: in a complaint, or when they were called. */
    TOLD;

    /** The word in rows, tables and the interface. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(BypassKind.class, "bypass." + name());
    }
}
