package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import org.yichuang.cases.api.ExtensionApprover;

/**
 * The extension of the limit of a decision (R1-21).
 *
 * @param workingDays by how many
 * @param approver who has approved it
 * @param reason why
 * @param on the day on which it was recorded
 * @param dueBefore the last day of the law until then
 * @param due the last day of the law as it was then
 */
public record ExtensionFact(
        int workingDays, ExtensionApprover approver, String reason, LocalDate on, LocalDate dueBefore, LocalDate due) {
    /** Ten working days with the longest holidays between them. */
    private static final int MOST_DAYS = 30;

    /** Whether it says all that a centre tells of it, and no more than the law allows. */
    boolean isTold() {
        return approver != null
                && reason != null
                && on != null
                && dueBefore != null
                && due != null
                && !on.isAfter(dueBefore)
                && !due.isBefore(dueBefore)
                && !due.isAfter(dueBefore.plusDays(MOST_DAYS))
                && workingDays >= 1
                && workingDays <= Laws.longestExtension();
    }
}
