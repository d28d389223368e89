package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yichuang.kernel.api.time.Deadlines;
import org.yichuang.kernel.api.time.Limit;

/** How long a branch of a joint case has: none runs longer than the whole (R1-22). */
final class BranchLimits {
    private BranchLimits() {}

    /** Its own limit, or that of the whole where this ends sooner or it has none; without both that of the law. */
    static Limit within(Limit own, Limit total, LocalDate from, CommandContext now) {
        if (own == null || total == null) {
            return own == null
                    ? Optional.ofNullable(total)
                            .orElse(now.laws().on(from).licensing().decision())
                    : own;
        }
        Optional<LocalDate> dueByOwn = due(own, from, now);
        Optional<LocalDate> dueByTotal = due(total, from, now);
        return dueByOwn.isPresent() && dueByTotal.isPresent() && dueByOwn.get().isAfter(dueByTotal.get()) ? total : own;
    }

    private static Optional<LocalDate> due(Limit limit, LocalDate from, CommandContext now) {
        return Deadlines.due(from, limit, List.of(), null, now.calendar()).due();
    }
}
