package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.internal.domain.Progress.PeerClock;
import org.yichuang.kernel.api.time.DayUnit;
import org.yichuang.kernel.api.time.Deadline;
import org.yichuang.kernel.api.time.Deadlines;
import org.yichuang.kernel.api.time.Warning;
import org.yichuang.kernel.api.time.WorkingCalendar;
import org.yichuang.tenancy.api.SettingDefinition;
import org.yichuang.tenancy.api.Tenant;

/**
 * That the last day of a clock is near, or has passed (R3-32, R3-33): each is said once of a clock, and once more of
 * another last day. What was said stands in the case, so that neither a restart nor another node says it again; and
 * when something is to be said next stands in its row, so that nobody looks at the others.
 */
public final class ClockWarnings {
    /** How many days before the last one, in the unit of the limit; on the last one itself for none. */
    public static final SettingDefinition DAYS = SettingDefinition.number("policy.cases.warning.days", 1, 0, 10);

    /** What part of a long limit before its last day. */
    public static final SettingDefinition PERCENT = SettingDefinition.number("policy.cases.warning.percent", 20, 0, 50);

    private static final int WHOLE = 100;

    private ClockWarnings() {}

    /** When a centre finds that little time is left. */
    public static Warning setting(Tenant centre) {
        return new Warning(
                Integer.parseInt(centre.policy(DAYS.key(), DAYS.usual())),
                Integer.parseInt(centre.policy(PERCENT.key(), PERCENT.usual())));
    }

    /**
     * What has been said of a clock.
     *
     * @param centre whose clock it is
     */
    public record Said(ClockSign sign, ClockKind kind, LocalDate due, String centre) {}

    private record Next(PeerClock of, LocalDate due, LocalDate on) {}

    /** The day on which something is to be said next, which may have passed; null where nothing is. */
    static LocalDate next(CaseState state, Progress progress, Almanac almanac) {
        return all(state, progress, almanac)
                .map(Next::on)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Says of each clock what is to be said today, if anything. */
    public static List<Said> say(CaseFile file, CommandContext now) {
        Almanac almanac = Almanac.of(now);
        Progress progress = file.progress().copy();
        progress.warned.removeIf(fact -> clocks(progress).noneMatch(fact::isOf));
        List<Said> said = new ArrayList<>();
        all(file.state(), file.progress(), almanac)
                .filter(next -> !next.on().isAfter(now.today()))
                .forEach(next -> {
                    Clock clock = next.of().clock();
                    ClockSign sign =
                            now.today().isAfter(next.due()) ? ClockSign.overdue(clock.kind()) : ClockSign.DUE_SOON;
                    String above = next.of().centre();
                    progress.warned.removeIf(fact -> fact.isOf(next.of()));
                    progress.warned.add(
                            new WarnedFact(above, clock.kind(), clock.start(), next.due(), sign, now.today()));
                    said.add(new Said(sign, clock.kind(), next.due(), above == null ? now.centre() : above));
                });
        file.warned(progress, next(file.state(), progress, almanac));
        return said;
    }

    private static Stream<Next> all(CaseState state, Progress progress, Almanac almanac) {
        return NearestDues.waiting(state, progress)
                .filter(clock -> clock.clock().kind().isOfTheCase())
                .flatMap(clock -> next(clock, progress, almanac).stream());
    }

    private static Optional<Next> next(PeerClock of, Progress progress, Almanac almanac) {
        Deadline deadline = of.clock().deadline(almanac.calendar());
        return deadline.due().flatMap(due -> {
            Optional<ClockSign> said = progress.warned.stream()
                    .filter(fact -> fact.isOf(of) && fact.holds(due, almanac.today()))
                    .map(WarnedFact::sign)
                    .findFirst();
            boolean isOver = almanac.today().isAfter(due);
            Optional<LocalDate> soon = isOver || said.isPresent()
                    ? Optional.empty()
                    : soon(of.clock().start(), due, deadline, almanac);
            // what is not decided by the end of what is renewed is granted by law, which says so itself (R1-30)
            boolean isDone = of.clock().kind() == ClockKind.RENEWAL
                    || said.filter(ClockSign::isOverdue).isPresent();
            Optional<LocalDate> over = isDone ? Optional.empty() : Optional.of(due.plusDays(1));
            return soon.or(() -> over).map(day -> new Next(of, due, day));
        });
    }

    /** From which day on little time is left: not on the day on which a clock starts, as whoever starts it knows. */
    private static Optional<LocalDate> soon(LocalDate start, LocalDate due, Deadline deadline, Almanac almanac) {
        WorkingCalendar calendar = almanac.calendar();
        int limit = deadline.limit().amount();
        int days = Math.max(almanac.warning().days(), almanac.warning().percent() * limit / WHOLE);
        LocalDate first = deadline.limit().unit() == DayUnit.WORKING
                ? Deadlines.addWorkdays(due, -days, calendar)
                : workday(due.minusDays(days), calendar);
        LocalDate begun = Deadlines.addWorkdays(start, 1, calendar);
        return Optional.of(first.isBefore(begun) ? begun : first).filter(day -> !day.isAfter(due));
    }

    private static LocalDate workday(LocalDate day, WorkingCalendar calendar) {
        return calendar.isWorkday(day) ? day : Deadlines.addWorkdays(day, -1, calendar);
    }

    private static Stream<PeerClock> clocks(Progress progress) {
        Stream<PeerClock> above = progress.links().stream().flatMap(links -> links.upperClocks().stream());
        Stream<Clock> own = Stream.concat(progress.running(), NearestDues.planned(progress));
        return Stream.concat(own.map(NearestDues::own), above);
    }
}
