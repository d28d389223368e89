package org.yichuang.windows.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.Page;
import org.yichuang.windows.api.PunchSlot;
import org.yichuang.windows.internal.WindowsViews.AttendanceView;
import org.yichuang.windows.internal.WindowsViews.WeekView;
import org.yichuang.windows.internal.domain.Absence;
import org.yichuang.windows.internal.domain.AttendanceDay;
import org.yichuang.windows.internal.domain.DelegationLetter;
import org.yichuang.windows.internal.domain.Leave;
import org.yichuang.windows.internal.domain.Now;
import org.yichuang.windows.internal.domain.StaffMember;
import org.yichuang.windows.internal.domain.WorkingHours;
import org.yichuang.windows.internal.persistence.AbsenceRows;
import org.yichuang.windows.internal.persistence.AttendanceRows;
import org.yichuang.windows.internal.persistence.LeaveRows;
import org.yichuang.windows.internal.persistence.LetterRows;
import org.yichuang.windows.internal.persistence.StaffRows;

/** What punches, absences and leaves come to, by day and by person. */
class AttendanceSheets {
    private final AttendanceRows days;
    private final StaffRows staff;
    private final AbsenceRows absences;
    private final LeaveRows leaves;
    private final LetterRows letters;
    private final Clocked clocked;

    AttendanceSheets(
            AttendanceRows days,
            StaffRows staff,
            AbsenceRows absences,
            LeaveRows leaves,
            LetterRows letters,
            Clocked clocked) {
        this.days = days;
        this.staff = staff;
        this.absences = absences;
        this.leaves = leaves;
        this.letters = letters;
        this.clocked = clocked;
    }

    /** What some days add up to, of everybody who has had a badge on any of them. */
    List<WeekView> sums(LocalDate first, LocalDate last, UnitOfWork unit) {
        Sheet sheet = sheet(first, last, unit);
        return staff.withBadges(first, unit).stream()
                .filter(each -> first.datesUntil(last.plusDays(1)).anyMatch(each::isBadged))
                .map(each -> sheet.sum(each, first, last))
                .toList();
    }

    /** How many of some days are working days. */
    int workdays(LocalDate first, LocalDate last, UnitOfWork unit) {
        Now now = clocked.now(unit);
        return Math.toIntExact(first.datesUntil(last.plusDays(1))
                .filter(now.calendar()::isWorkday)
                .count());
    }

    /** A punch that was due on a day, and whether it was made. */
    record Due(StaffMember of, LocalDate day, PunchSlot slot, boolean made) {}

    /** The punches that were due on some days, of those who have to punch and were on no leave. */
    List<Due> due(LocalDate first, LocalDate last, UnitOfWork unit) {
        Sheet sheet = sheet(first, last, unit);
        List<Due> all = new ArrayList<>();
        for (StaffMember member : staff.withBadges(first, unit)) {
            first.datesUntil(last.plusDays(1)).forEach(day -> sheet.due(member, day)
                    .forEach(slot -> all.add(
                            new Due(member, day, slot, sheet.times(member, day).containsKey(slot)))));
        }
        return all;
    }

    /** A day on which somebody came late or went early, in minutes. */
    record Uneven(StaffMember of, LocalDate day, int late, int early) {}

    /** The days among some on which somebody came late or went early who has to punch. */
    List<Uneven> lateOrEarly(LocalDate first, LocalDate last, UnitOfWork unit) {
        Sheet sheet = sheet(first, last, unit);
        Map<String, StaffMember> known = badged(first, unit);
        return sheet.days().values().stream()
                .filter(each -> known.containsKey(each.member()))
                .map(each -> {
                    StaffMember member = known.get(each.member());
                    return new Uneven(
                            member, each.day(), sheet.late(member, each.day()), sheet.early(member, each.day()));
                })
                .filter(each -> each.late() + each.early() > 0)
                .toList();
    }

    /** The working days among some on which anybody has punched that they come, and the ids of those who have. */
    Map<LocalDate, Set<String>> punchedIn(LocalDate first, LocalDate last, UnitOfWork unit) {
        Now now = clocked.now(unit);
        return days.between(first, last, unit).stream()
                .filter(each -> now.calendar().isWorkday(each.day()))
                .filter(each -> each.times().containsKey(PunchSlot.AM_IN)
                        || each.times().containsKey(PunchSlot.PM_IN))
                .collect(Collectors.groupingBy(
                        AttendanceDay::day, Collectors.mapping(AttendanceDay::member, Collectors.toSet())));
    }

    /** Those who have a badge, or have had one on a day or later, by their ids. */
    Map<String, StaffMember> badged(LocalDate since, UnitOfWork unit) {
        return staff.withBadges(since, unit).stream().collect(Collectors.toMap(StaffMember::id, Function.identity()));
    }

    /** The sheet of a day, of some. */
    Page<AttendanceView> of(Page<StaffMember> of, LocalDate day, UnitOfWork unit) {
        Sheet sheet = sheet(day, day, unit);
        return of.map(each -> sheet.of(each, day));
    }

    private Sheet sheet(LocalDate first, LocalDate last, UnitOfWork unit) {
        List<AttendanceDay> punched = days.between(first, last, unit);
        return new Sheet(
                clocked.now(unit),
                punched.stream().collect(Collectors.toMap(AttendanceDay::id, Function.identity())),
                punched.stream().map(AttendanceDay::day).collect(Collectors.toSet()),
                absences.between(first, last, unit),
                leaves.between(first, last, unit),
                exempt(letters.heldBetween(first, last, unit), first, last));
    }

    /** Day by day the accounts of those who are A, and nowhere B. */
    private static Map<LocalDate, Set<String>> exempt(List<DelegationLetter> held, LocalDate first, LocalDate last) {
        return first.datesUntil(last.plusDays(1)).collect(Collectors.toMap(Function.identity(), day -> {
            List<DelegationLetter> its =
                    held.stream().filter(letter -> letter.holds(day)).toList();
            Set<String> b = its.stream().map(letter -> letter.b().account()).collect(Collectors.toSet());
            return its.stream()
                    .map(letter -> letter.a().account())
                    .filter(account -> !b.contains(account))
                    .collect(Collectors.toSet());
        }));
    }

    /**
     * What is known of some days.
     *
     * @param punched the days on which anybody has punched: on others the centre asks nobody to
     * @param exempt by day the accounts of those who need not punch: who is A, and nowhere B (K9)
     */
    private record Sheet(
            Now now,
            Map<String, AttendanceDay> days,
            Set<LocalDate> punched,
            List<Absence> absences,
            List<Leave> leaves,
            Map<LocalDate, Set<String>> exempt) {
        AttendanceView of(StaffMember member, LocalDate day) {
            Map<PunchSlot, Instant> times = times(member, day);
            return new AttendanceView(
                    member.id(),
                    member.name(),
                    member.employeeNo(),
                    member.window(),
                    isExempt(member, day),
                    time(times, PunchSlot.AM_IN),
                    time(times, PunchSlot.AM_OUT),
                    time(times, PunchSlot.PM_IN),
                    time(times, PunchSlot.PM_OUT),
                    late(member, day),
                    early(member, day),
                    missing(member, day),
                    count(absences.stream().filter(each -> each.member().equals(member.id()))),
                    isOnLeave(member, day),
                    day.equals(now.today()) ? member.isOnDuty(now) : null);
        }

        private static String time(Map<PunchSlot, Instant> times, PunchSlot slot) {
            return times.containsKey(slot) ? Shown.time(times.get(slot)) : null;
        }

        private Optional<AttendanceDay> day(StaffMember member, LocalDate day) {
            return Optional.ofNullable(days.get(AttendanceDay.id(member.id(), day)));
        }

        private Map<PunchSlot, Instant> times(StaffMember member, LocalDate day) {
            return day(member, day).map(AttendanceDay::times).orElse(Map.of());
        }

        private int late(StaffMember member, LocalDate day) {
            return isExempt(member, day)
                    ? 0
                    : day(member, day).map(AttendanceDay::late).orElse(0);
        }

        private int early(StaffMember member, LocalDate day) {
            return isExempt(member, day)
                    ? 0
                    : day(member, day).map(AttendanceDay::early).orElse(0);
        }

        private boolean isExempt(StaffMember member, LocalDate day) {
            return exempt.get(day).contains(member.account());
        }

        private boolean isOnLeave(StaffMember member, LocalDate day) {
            return leaves.stream().anyMatch(each -> each.member().equals(member.id()) && each.isIn(day, day));
        }

        /** Of working days on which anybody has punched and they were not on leave, how many punches they lack. */
        private int missing(StaffMember member, LocalDate day) {
            Map<PunchSlot, Instant> times = times(member, day);
            return count(due(member, day).stream().filter(slot -> !times.containsKey(slot)));
        }

        private List<PunchSlot> due(StaffMember member, LocalDate day) {
            return !punched.contains(day)
                            || isExempt(member, day)
                            || isOnLeave(member, day)
                            || !member.isBadged(day)
                            || !now.calendar().isWorkday(day)
                    ? List.of()
                    : WorkingHours.of(now.centre()).due(day, now.context().at());
        }

        WeekView sum(StaffMember member, LocalDate first, LocalDate last) {
            List<LocalDate> all = first.datesUntil(last.plusDays(1)).toList();
            List<Absence> out = absences.stream()
                    .filter(each -> each.member().equals(member.id()))
                    .toList();
            return new WeekView(
                    member.name(),
                    member.employeeNo(),
                    member.window(),
                    all.stream().allMatch(day -> isExempt(member, day)),
                    count(all.stream().filter(now.calendar()::isWorkday)),
                    count(all.stream().filter(day -> late(member, day) > 0)),
                    count(all.stream().filter(day -> early(member, day) > 0)),
                    all.stream().mapToInt(day -> missing(member, day)).sum(),
                    out.size(),
                    count(out.stream().filter(each -> each.held().overrun())),
                    count(all.stream().filter(day -> now.calendar().isWorkday(day) && isOnLeave(member, day))));
        }

        private static int count(Stream<?> of) {
            return Math.toIntExact(of.count());
        }
    }
}
