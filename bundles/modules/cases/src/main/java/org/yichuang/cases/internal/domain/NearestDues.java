package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.SpecialProcedure;
import org.yichuang.cases.internal.domain.Progress.PeerClock;
import org.yichuang.kernel.api.time.Deadline;
import org.yichuang.kernel.api.time.Limit;
import org.yichuang.kernel.api.time.WorkingCalendar;

/** By which days a case must be acted upon, as its running clocks make them. */
final class NearestDues {
    private NearestDues() {}

    static Dues of(CaseState state, Progress progress, Almanac almanac) {
        // By a clock that stands nothing is due
        List<Due> waiting = waiting(state, progress)
                .filter(told -> !isOfOthers(told, state))
                .map(PeerClock::clock)
                .map(clock -> Due.of(clock, almanac.calendar()))
                .filter(found -> !found.day().equals(CaseFile.NEVER))
                .toList();
        Optional<Due> first = waiting.stream().min(Comparator.comparing(Due::day));
        LocalDate statutory = waiting.stream()
                .filter(found -> !found.clock().kind().isPromised()
                        && found.clock().kind().isOfTheCase())
                .map(Due::day)
                .min(Comparator.naturalOrder())
                .orElse(first.filter(found -> found.clock().kind() != ClockKind.SUSPENSION)
                        .map(Due::day)
                        .orElse(null));
        return new Dues(
                first.map(Due::day).orElse(CaseFile.NEVER),
                first.map(found -> found.clock().limit()).orElse(null),
                statutory,
                waiting.stream().anyMatch(Due::provisional),
                ClockWarnings.next(state, progress, almanac));
    }

    /** Which the government has to keep, or the centre above, where the case lies. */
    private static boolean isOfOthers(PeerClock told, CaseState state) {
        ClockKind kind = told.clock().kind();
        boolean isAbove = state == CaseState.FORWARDED || state == CaseState.QUESTIONED;
        return kind == ClockKind.COORDINATION || kind == ClockKind.PROMISE && isAbove && told.centre() == null;
    }

    /** The clocks that run over a case here; of the centre's own it is not said whose. */
    static Stream<PeerClock> waiting(CaseState state, Progress progress) {
        if (state == CaseState.ACCEPTED) {
            return Stream.concat(progress.running(), planned(progress)).map(NearestDues::own);
        }
        if (state != CaseState.QUESTIONED) {
            return progress.running().map(NearestDues::own);
        }
        // The one above waits for this centre's answer, and its clock does not stop for that (R1-20)
        Stream<PeerClock> above = progress.links().stream()
                .flatMap(links -> links.upperClocks().stream())
                .filter(clock -> clock.clock().isRunning());
        return Stream.concat(
                above,
                progress.running()
                        .filter(clock -> clock.kind() == ClockKind.HEARING_REQUEST || clock.kind() == ClockKind.PROMISE)
                        .map(NearestDues::own));
    }

    /**
     * How long the special procedures were going to take that have not ended: when that has passed, somebody has to see
     * to it, or the limits stand for ever. A hearing that is waited for has a limit of its own.
     */
    static Stream<Clock> planned(Progress progress) {
        boolean isForHearing = progress.running(ClockKind.HEARING).isPresent();
        Map<LocalDate, Integer> longest = new TreeMap<>();
        Stream.concat(progress.suspension().stream(), Standing.ofBranches(progress).stream())
                .filter(fact -> !isForHearing || fact.procedure() != SpecialProcedure.HEARING)
                .forEach(fact -> longest.merge(fact.from(), fact.plannedWorkingDays(), Math::max));
        return longest.entrySet().stream()
                .map(plan -> Clock.started(
                        ClockKind.SUSPENSION, plan.getKey(), Limit.working(Math.max(1, plan.getValue()))));
    }

    static PeerClock own(Clock clock) {
        return new PeerClock(null, null, clock);
    }

    private record Due(Clock clock, LocalDate day, boolean provisional) {
        static Due of(Clock clock, WorkingCalendar calendar) {
            Deadline deadline = clock.deadline(calendar);
            return new Due(clock, deadline.due().orElse(CaseFile.NEVER), deadline.provisional());
        }
    }
}
