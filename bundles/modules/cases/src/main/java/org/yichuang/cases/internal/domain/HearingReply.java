package org.yichuang.cases.internal.domain;

import java.time.LocalDate;

/**
 * What the centre below, where somebody applied, says to a hearing above.
 *
 * @param kind what it says
 * @param on the day there on which it was so
 * @param party who says it, empty for the applicant; of a wish
 * @param statement why, or null; of a wish
 */
record HearingReply(Kind kind, LocalDate on, String party, String statement) {
    HearingReply {
        party = party == null ? "" : party;
    }

    /** What is said. */
    enum Kind {
        /** They were told that they may ask. */
        RIGHT_TOLD,
        /** They were told of time and place. */
        SESSION_TOLD,
        /** Somebody asks for it. */
        ASKED,
        /** Somebody asks for none, or no longer. */
        DECLINED,
        /** The days for asking are over, and nobody asks. */
        UNASKED
    }

    static HearingReply of(Kind kind, LocalDate on) {
        return new HearingReply(kind, on, "", null);
    }

    /** Whether it says all of it. */
    boolean isTold() {
        return kind != null && on != null;
    }
}
