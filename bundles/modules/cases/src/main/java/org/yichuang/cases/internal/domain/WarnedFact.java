package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import java.util.Objects;
import org.yichuang.cases.internal.domain.Progress.PeerClock;

/**
 * What was said last of the last day of a clock.
 *
 * @param above the centre above whose clock it is; null for one of this centre
 * @param kind which clock
 * @param start the day on which it was started
 * @param due the last day of which it was said
 * @param sign what
 * @param on on which day
 */
public record WarnedFact(String above, ClockKind kind, LocalDate start, LocalDate due, ClockSign sign, LocalDate on) {
    boolean isOf(PeerClock clock) {
        return Objects.equals(above, clock.centre())
                && kind == clock.clock().kind()
                && start.equals(clock.clock().start());
    }

    /** Whether it was said of this last day; what a rehearsal has said counts for nothing. */
    boolean holds(LocalDate last, LocalDate today) {
        return due.equals(last) && !on.isAfter(today);
    }
}
