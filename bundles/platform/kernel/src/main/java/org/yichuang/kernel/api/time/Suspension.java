package org.yichuang.kernel.api.time;

import java.time.LocalDate;

/**
 * A time in which a clock stands (R2-08): the days after {@code from} until {@code to}.
 *
 * @param from the day on which the clock was stopped; it still counts
 * @param to the day on which it was started again; it does not count, the next one does. Null while the clock stands
 * @param reason what it stands for, as people read it, e.g. 专家评审
 */
public record Suspension(LocalDate from, LocalDate to, String reason) {
    /**
     * @throws IllegalArgumentException when it ends before it begins
     */
    public Suspension {
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("A suspension from " + from + " cannot end on " + to);
        }
    }

    /** Tells whether the clock stands still. */
    public boolean isOpen() {
        return to == null;
    }

    /** Tells whether the day does not count. */
    public boolean covers(LocalDate day) {
        return day.isAfter(from) && (to == null || !day.isAfter(to));
    }
}
