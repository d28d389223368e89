package org.yichuang.fees.internal.domain;

import java.time.LocalDate;
import org.yichuang.fees.api.ReliefKind;

/**
 * Relief that somebody applies for (减缓免).
 *
 * @param number of the minutes of the government's executive meeting, or of the policy
 * @param decidedOn its day
 * @param words what it says
 * @param fen by how much less; of a reduction
 * @param until the new last day; of a deferral
 * @param askedBy the account that has applied
 * @param approvedBy the account that has approved; empty before
 */
public record Relief(
        ReliefKind kind,
        String number,
        LocalDate decidedOn,
        String words,
        long fen,
        LocalDate until,
        String askedBy,
        String approvedBy) {
    public Relief {
        number = number == null ? "" : number;
        words = words == null ? "" : words;
        approvedBy = approvedBy == null ? "" : approvedBy;
    }

    Relief approved(String by) {
        return new Relief(kind, number, decidedOn, words, fen, until, askedBy, by);
    }

    /** Whether nobody has approved it yet. */
    public boolean isOpen() {
        return approvedBy.isEmpty();
    }
}
