package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yichuang.kernel.api.time.Deadlines;
import org.yichuang.kernel.api.time.Limit;

/** The days in which it has to be said whether an application is accepted (R1-04). */
public final class NoticeDays {
    private NoticeDays() {}

    /**
     * After which day the law has accepted what nobody has answered. Of what is entered afterwards the clock runs from
     * the day on which it had come, but nobody could answer it before it was entered: it is as many days from there.
     */
    public static Optional<LocalDate> last(Progress progress, CommandContext now) {
        return progress.running(ClockKind.NOTICE)
                .flatMap(clock -> clock.deadline(now.calendar()).due().map(due -> answerable(clock, progress, now)
                        .filter(due::isBefore)
                        .orElse(due)));
    }

    private static Optional<LocalDate> answerable(Clock clock, Progress progress, CommandContext now) {
        if (!clock.start().equals(progress.cameOn())) {
            return Optional.empty();
        }
        LocalDate entered = progress.steps.isEmpty()
                ? now.today()
                : CommandContext.day(progress.steps.get(0).at());
        Limit limit = now.laws().on(entered).licensing().notice();
        return Deadlines.due(entered, limit, List.of(), null, now.calendar()).due();
    }
}
