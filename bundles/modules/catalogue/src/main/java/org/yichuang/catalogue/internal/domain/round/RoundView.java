package org.yichuang.catalogue.internal.domain.round;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A round as others see it.
 *
 * @param heldOn the day from which its outcomes hold
 * @param enteredAt when it was entered
 * @param totals what it adds up to
 * @param takenBackOn when it was taken back, as it was entered by mistake; else null
 * @param takenBackReason what was wrong with it; else empty
 */
public record RoundView(
        String id,
        String name,
        LocalDate heldOn,
        Instant enteredAt,
        RoundTotals totals,
        LocalDate takenBackOn,
        String takenBackReason) {
    /** Whether it was entered by mistake. */
    public boolean isTakenBack() {
        return takenBackOn != null;
    }

    /** Whether another round was held before this one: on an earlier day, or entered earlier for the same day. */
    public boolean isLaterThan(RoundView other) {
        int days = heldOn.compareTo(other.heldOn);
        return days > 0 || days == 0 && id.compareTo(other.id) > 0;
    }
}
