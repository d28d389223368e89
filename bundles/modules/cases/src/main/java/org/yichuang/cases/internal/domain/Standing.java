package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yichuang.cases.api.SpecialProcedure;
import org.yichuang.kernel.api.time.Limit;

/**
 * For what the clocks of a case stand (R1-20). A special procedure of the case, or a hearing, stops all of them; one
 * that a single department of a joint case needs stops its own clock and the limits of the decision, which waits for
 * it, and gives the other departments no day more. What stands for two stands until both are over.
 */
final class Standing {
    private final Progress progress;

    private Standing(Progress progress) {
        this.progress = progress;
    }

    static Standing of(Progress progress) {
        return new Standing(progress);
    }

    /** The special procedures of single departments that have not ended, by their branches' order. */
    static List<SuspensionFact> ofBranches(Progress progress) {
        return progress.branches.stream()
                .flatMap(branch -> branch.suspension().stream())
                .toList();
    }

    /** Starts a clock that counts from a day before today: it has stood whenever the case has since. */
    void startAnew(ClockKind kind, LocalDate day, Limit limit) {
        Clock started = Clock.started(kind, day, limit);
        for (SuspensionFact fact : progress.suspensions) {
            boolean isSince = fact.to() == null || fact.to().isAfter(day);
            started = kind.isStoppable() && isSince ? started.suspended(fact.ofClocks()) : started;
        }
        progress.clocks.add(started);
    }

    /** Lets all clocks stand. */
    void suspend(SuspensionFact begun) {
        progress.suspensions.add(begun);
        progress.replace(clock -> stand(clock, begun));
    }

    private static Clock stand(Clock clock, SuspensionFact begun) {
        boolean isToStand = clock.isRunning() && clock.kind().isStoppable() && !clock.stands();
        return isToStand ? clock.suspended(begun.ofClocks()) : clock;
    }

    /** Lets the clock of a branch stand, and with it the limits of the decision. */
    void suspend(String branch, SuspensionFact begun) {
        progress.branches.replaceAll(each -> {
            if (!each.id().equals(branch)) {
                return each;
            }
            List<SuspensionFact> all = new ArrayList<>(each.suspensions());
            all.add(begun);
            return each.with(all).clocks(clock -> stand(clock, begun));
        });
        progress.clocks.replaceAll(clock -> clock.kind().isDecision() ? stand(clock, begun) : clock);
    }

    /** Lets go on after a day what stands for the whole case; tells whether anything did. */
    boolean goOn(LocalDate day) {
        Optional<SuspensionFact> open = progress.suspension();
        open.ifPresent(fact -> {
            progress.suspensions.set(progress.suspensions.size() - 1, fact.until(day));
            follow(day);
        });
        return open.isPresent();
    }

    /** Ends what a department needed, and lets go on after a day what stands for nothing else; tells what it was. */
    Optional<SuspensionFact> goOn(String branch, LocalDate day) {
        Optional<SuspensionFact> open = progress.branches.stream()
                .filter(each -> each.id().equals(branch))
                .flatMap(each -> each.suspension().stream())
                .findFirst()
                .map(fact -> fact.until(day));
        open.ifPresent(ended -> {
            progress.branches.replaceAll(each -> each.id().equals(branch) ? ended(each, day) : each);
            follow(day);
        });
        return open;
    }

    /** Ends all of it. */
    void end(LocalDate day) {
        progress.branches.replaceAll(each -> ended(each, day));
        if (!goOn(day)) {
            follow(day);
        }
    }

    private static Branch ended(Branch branch, LocalDate day) {
        return branch.suspension().isEmpty()
                ? branch
                : branch.with(branch.suspensions().stream()
                        .map(each -> each.to() == null ? each.until(day) : each)
                        .toList());
    }

    /** Says that a hearing which was held on a day has stopped the limits until an earlier one only. */
    void shorten(LocalDate held, LocalDate day) {
        progress.suspensions.replaceAll(fact ->
                fact.procedure() == SpecialProcedure.HEARING && held.equals(fact.to()) ? fact.until(day) : fact);
        progress.replace(clock -> clock.isRunning() ? clock.shortened(held, day) : clock);
    }

    private void follow(LocalDate day) {
        Optional<SuspensionFact> all = progress.suspension();
        Optional<SuspensionFact> any =
                all.or(() -> ofBranches(progress).stream().findFirst());
        progress.clocks.replaceAll(clock -> clock.after(day, clock.kind().isDecision() ? any : all));
        progress.branches.replaceAll(branch -> branch.clocks(clock -> clock.after(day, all.or(branch::suspension))));
    }
}
