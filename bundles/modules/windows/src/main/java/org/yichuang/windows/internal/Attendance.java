package org.yichuang.windows.internal;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.NeedsNoPermission;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.windows.api.PunchSlot;
import org.yichuang.windows.api.PunchSource;
import org.yichuang.windows.api.WindowsError;
import org.yichuang.windows.api.WindowsPermission;
import org.yichuang.windows.internal.WindowsCommands.EnterPunch;
import org.yichuang.windows.internal.WindowsCommands.PunchAtDevice;
import org.yichuang.windows.internal.WindowsViews.AttendanceView;
import org.yichuang.windows.internal.WindowsViews.PunchedView;
import org.yichuang.windows.internal.WindowsViews.WeekView;
import org.yichuang.windows.internal.domain.Absence;
import org.yichuang.windows.internal.domain.AttendanceDay;
import org.yichuang.windows.internal.domain.AttendanceDay.Punch;
import org.yichuang.windows.internal.domain.AttendancePolicy;
import org.yichuang.windows.internal.domain.HallDevice;
import org.yichuang.windows.internal.domain.Leave;
import org.yichuang.windows.internal.domain.Now;
import org.yichuang.windows.internal.domain.StaffMember;
import org.yichuang.windows.internal.domain.WorkingHours;
import org.yichuang.windows.internal.persistence.AbsenceRows;
import org.yichuang.windows.internal.persistence.AttendanceRows;
import org.yichuang.windows.internal.persistence.DeviceRows;
import org.yichuang.windows.internal.persistence.LeaveRows;
import org.yichuang.windows.internal.persistence.LetterRows;
import org.yichuang.windows.internal.persistence.StaffRows;

/** Four punches a day, and what comes of them: the sheets of a day and of a week. */
public class Attendance {
    private static final int STAFF = 500;
    private static final int WEEK = 6;

    private final Transactions transactions;
    private final AttendanceRows days;
    private final StaffRows staff;
    private final DeviceRows devices;
    private final AbsenceRows absences;
    private final LeaveRows leaves;
    private final LetterRows letters;
    private final Clocked clocked;

    Attendance(Transactions transactions, Rows rows, Clocked clocked) {
        this.transactions = transactions;
        this.days = rows.days();
        this.staff = rows.staff();
        this.devices = rows.devices();
        this.absences = rows.absences();
        this.leaves = rows.leaves();
        this.letters = rows.letters();
        this.clocked = clocked;
    }

    /** Where all of that is. */
    record Rows(
            AttendanceRows days,
            StaffRows staff,
            DeviceRows devices,
            AbsenceRows absences,
            LeaveRows leaves,
            LetterRows letters) {}

    /**
     * Somebody punches at a device in the hall.
     *
     * @throws ProblemException {@code device-unknown} for a wrong key as well, {@code device-locked}, {@code
     *     staff-unknown}, {@code staff-state}
     */
    @NeedsNoPermission("the device has a key of its own")
    public PunchedView punch(PunchAtDevice command, CallContext context) {
        PunchAtDevice given = FieldRules.require(command);
        return punched(context, unit -> {
            HallDevice device = devices.find(given.device(), unit)
                    .filter(each -> each.opens(given.key()))
                    .orElseThrow(() -> ProblemException.of(WindowsError.DEVICE_UNKNOWN));
            if (device.isLocked()) {
                throw ProblemException.of(WindowsError.DEVICE_LOCKED);
            }
            String member = staff.withNumber(given.employeeNo(), unit).orElseThrow(Attendance::unknown);
            Now now = clocked.now(unit);
            return punched(member, punchNow(PunchSource.DEVICE, device.name(), now), now.today(), now, unit);
        });
    }

    /**
     * Whoever is signed in punches, where the centre lets them.
     *
     * @throws ProblemException {@code punch-phone}, {@code staff-unknown}, {@code staff-state}
     */
    @RequiresPermission(WindowsPermission.ATTEND)
    public PunchedView punchByPhone(CallContext context) {
        context.require(WindowsPermission.ATTEND);
        return punched(context, unit -> {
            Now now = clocked.now(unit);
            if (!AttendancePolicy.isByPhone(now.centre())) {
                throw ProblemException.of(WindowsError.PUNCH_PHONE);
            }
            StaffMember own = staff.withAccounts(List.of(now.account()), unit).stream()
                    .findFirst()
                    .orElseThrow(Attendance::unknown);
            return punched(own.id(), punchNow(PunchSource.PHONE, own.name(), now), now.today(), now, unit);
        });
    }

    /**
     * Whoever manages the hall enters when somebody was there, and why that was not punched.
     *
     * @throws ProblemException {@code staff-unknown}, {@code staff-state}, {@code fields-invalid}
     */
    @RequiresPermission(WindowsPermission.MANAGE)
    public PunchedView enter(EnterPunch command, CallContext context) {
        context.require(WindowsPermission.MANAGE);
        EnterPunch given = FieldRules.require(command);
        LocalTime time = PointHours.time("time", given.time());
        return punched(context, unit -> {
            Now now = clocked.now(unit);
            Instant at = AttendanceDay.at(given.day(), time);
            if (at.isAfter(context.at())) {
                throw ProblemException.field(
                        CommonError.FIELDS_INVALID, "time", LocalizedMessage.of(Attendance.class, "punch.later"));
            }
            Punch punch = new Punch(
                    given.slot(), at, PunchSource.MANUAL, context.actor().name(), given.reason());
            return punched(given.member(), punch, given.day(), now, unit);
        });
    }

    private static Punch punchNow(PunchSource source, String by, Now now) {
        Instant at = now.context().at();
        PunchSlot slot = WorkingHours.of(now.centre())
                .slotOf(at.atZone(CallContext.ZONE).toLocalTime());
        return new Punch(slot, at, source, by, "");
    }

    private PunchedView punched(CallContext context, Function<UnitOfWork, AttendanceDay> work) {
        Written done = transactions.write(
                context, Written.class, unit -> new Written(work.apply(unit).id()));
        return transactions.read(context.withoutKey(), unit -> Shown.of(days.find(done.id(), unit)
                .orElseThrow()));
    }

    private AttendanceDay punched(String member, Punch punch, LocalDate day, Now now, UnitOfWork unit) {
        StaffMember found = staff.held(member, unit).orElseThrow(Attendance::unknown);
        found.requireAtWindow();
        AttendanceDay its = days.held(AttendanceDay.id(member, day), unit)
                .orElseGet(() -> AttendanceDay.begun(found, day));
        WorkingHours hours = WorkingHours.of(now.centre());
        its.punch(punch, hours);
        Map<String, String> details = Map.of("member", found.account(), "by", punch.by(), "reason", punch.reason());
        days.keep(its, "punch", details, "punched", its.changed(punch), unit);
        LocalTime present = now.context().at().atZone(CallContext.ZONE).toLocalTime();
        if (day.equals(now.today()) && punch.slot() == hours.slotOf(present)) {
            boolean comes = punch.slot() == PunchSlot.AM_IN || punch.slot() == PunchSlot.PM_IN;
            found.punched(comes, now);
            staff.keep(
                    found,
                    comes ? "on-duty" : "gone",
                    Map.of("account", found.account()),
                    comes ? "on-duty" : "gone",
                    found.duty(),
                    unit);
        }
        return its;
    }

    private static ProblemException unknown() {
        return ProblemException.of(WindowsError.STAFF_UNKNOWN);
    }

    /** Returns the sheet of a day: everybody with a badge; of today where no day is said. */
    @RequiresPermission(WindowsPermission.VIEW)
    public Page<AttendanceView> list(LocalDate day, PageRequest page, CallContext context) {
        context.require(WindowsPermission.VIEW);
        LocalDate asked = day == null ? context.today() : day;
        return transactions.read(context, unit -> {
            Sheet sheet = sheet(asked, asked, unit);
            List<StaffMember> found = staff.withBadges(page.cursor(), page.limit() + 1, unit);
            return Page.of(found, page.limit(), StaffMember::id).map(each -> sheet.of(each, asked));
        });
    }

    /**
     * Returns the sheet of a week that is over, from its Monday on; of the last one where no day is said. It is public,
     * as the board of the staff is.
     *
     * @throws ProblemException {@code fields-invalid} for a week that is not over
     */
    @NeedsNoPermission("the sheet of a week is published on Monday")
    public List<WeekView> week(LocalDate day, CallContext context) {
        LocalDate present = context.today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate monday = day == null
                ? present.minusWeeks(1)
                : day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        if (!monday.isBefore(present)) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID, "monday", LocalizedMessage.of(Attendance.class, "week.later"));
        }
        LocalDate sunday = monday.plusDays(WEEK);
        return transactions.read(context, unit -> sums(monday, sunday, unit));
    }

    /** What some days add up to, of everybody with a badge. */
    List<WeekView> sums(LocalDate first, LocalDate last, UnitOfWork unit) {
        Sheet sheet = sheet(first, last, unit);
        return staff.withBadges(Optional.empty(), STAFF, unit).stream()
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

    private Sheet sheet(LocalDate first, LocalDate last, UnitOfWork unit) {
        Set<String> b = letters.heldBetween(first, last, unit).stream()
                .map(letter -> letter.b().account())
                .collect(Collectors.toSet());
        Set<String> a = letters.heldBetween(first, last, unit).stream()
                .map(letter -> letter.a().account())
                .filter(account -> !b.contains(account))
                .collect(Collectors.toSet());
        return new Sheet(
                clocked.now(unit),
                days.between(first, last, unit).stream()
                        .collect(Collectors.toMap(AttendanceDay::id, Function.identity())),
                absences.between(first, last, unit),
                leaves.between(first, last, unit),
                a);
    }

    /**
     * What is known of some days.
     *
     * @param exempt accounts of those who need not punch: who is A, and nowhere B (K9)
     */
    private record Sheet(
            Now now,
            Map<String, AttendanceDay> days,
            List<Absence> absences,
            List<Leave> leaves,
            Set<String> exempt) {
        AttendanceView of(StaffMember member, LocalDate day) {
            Map<PunchSlot, Instant> times = times(member, day);
            return new AttendanceView(
                    member.id(),
                    member.name(),
                    member.employeeNo(),
                    member.window(),
                    isExempt(member),
                    time(times, PunchSlot.AM_IN),
                    time(times, PunchSlot.AM_OUT),
                    time(times, PunchSlot.PM_IN),
                    time(times, PunchSlot.PM_OUT),
                    late(member, day),
                    early(member, day),
                    missing(member, day),
                    count(absences.stream().filter(each -> each.member().equals(member.id()))),
                    isOnLeave(member, day),
                    member.isOnDuty(now));
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
            return isExempt(member) ? 0 : day(member, day).map(AttendanceDay::late).orElse(0);
        }

        private int early(StaffMember member, LocalDate day) {
            return isExempt(member) ? 0 : day(member, day).map(AttendanceDay::early).orElse(0);
        }

        private boolean isExempt(StaffMember member) {
            return exempt.contains(member.account());
        }

        private boolean isOnLeave(StaffMember member, LocalDate day) {
            return leaves.stream()
                    .anyMatch(each -> each.member().equals(member.id())
                            && !day.isBefore(each.from())
                            && !day.isAfter(each.until()));
        }

        /** Of working days on which they were not on leave, how many of the four were not punched. */
        private int missing(StaffMember member, LocalDate day) {
            if (isExempt(member) || isOnLeave(member, day) || !now.calendar().isWorkday(day)) {
                return 0;
            }
            Map<PunchSlot, Instant> times = times(member, day);
            return Math.toIntExact(
                    WorkingHours.of(now.centre()).due(day, now.context().at()).stream()
                            .filter(slot -> !times.containsKey(slot))
                            .count());
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
                    isExempt(member),
                    count(all.stream().filter(now.calendar()::isWorkday)),
                    count(all.stream().filter(day -> late(member, day) > 0)),
                    count(all.stream().filter(day -> early(member, day) > 0)),
                    all.stream().mapToInt(day -> missing(member, day)).sum(),
                    out.size(),
                    count(out.stream().filter(each -> each.held().overrun())),
                    count(all.stream()
                            .filter(day -> now.calendar().isWorkday(day) && isOnLeave(member, day))));
        }

        private static int count(Stream<?> of) {
            return Math.toIntExact(of.count());
        }
    }
}
