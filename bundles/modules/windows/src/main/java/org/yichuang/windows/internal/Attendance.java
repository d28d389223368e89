package org.yichuang.windows.internal;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
import org.yichuang.windows.api.DeviceKind;
import org.yichuang.windows.api.PunchSlot;
import org.yichuang.windows.api.PunchSource;
import org.yichuang.windows.api.WindowsError;
import org.yichuang.windows.api.WindowsPermission;
import org.yichuang.windows.internal.WindowsCommands.EnterPunch;
import org.yichuang.windows.internal.WindowsCommands.PunchAtDevice;
import org.yichuang.windows.internal.WindowsViews.AttendanceView;
import org.yichuang.windows.internal.WindowsViews.PunchedView;
import org.yichuang.windows.internal.WindowsViews.WeekView;
import org.yichuang.windows.internal.domain.AttendanceDay;
import org.yichuang.windows.internal.domain.AttendanceDay.Punch;
import org.yichuang.windows.internal.domain.AttendancePolicy;
import org.yichuang.windows.internal.domain.HallDevice;
import org.yichuang.windows.internal.domain.Now;
import org.yichuang.windows.internal.domain.StaffMember;
import org.yichuang.windows.internal.domain.WorkingHours;
import org.yichuang.windows.internal.persistence.AttendanceRows;
import org.yichuang.windows.internal.persistence.DeviceRows;
import org.yichuang.windows.internal.persistence.StaffRows;

/** Four punches a day, and what comes of them: the sheets of a day and of a week. */
public class Attendance {
    private static final int WEEK = 6;

    private final Transactions transactions;
    private final AttendanceRows days;
    private final StaffRows staff;
    private final DeviceRows devices;
    private final Outings outings;
    private final AttendanceSheets sheets;
    private final Clocked clocked;

    Attendance(Transactions transactions, Rows rows, AttendanceSheets sheets, Clocked clocked) {
        this.transactions = transactions;
        this.days = rows.days();
        this.staff = rows.staff();
        this.devices = rows.devices();
        this.outings = rows.outings();
        this.sheets = sheets;
        this.clocked = clocked;
    }

    /** Where all of that is. */
    record Rows(AttendanceRows days, StaffRows staff, DeviceRows devices, Outings outings) {}

    /**
     * Somebody punches at a device in the hall.
     *
     * @throws ProblemException {@code device-unknown} for a wrong key as well, {@code device-locked}, {@code
     *     device-kind}, {@code staff-unknown}, {@code staff-state}
     */
    @NeedsNoPermission("the device has a key of its own")
    public PunchedView punch(PunchAtDevice command, CallContext context) {
        PunchAtDevice given = FieldRules.require(command);
        return punched(context, unit -> {
            HallDevice device = devices.find(given.device(), unit)
                    .orElseThrow(() -> ProblemException.of(WindowsError.DEVICE_UNKNOWN));
            device.requireOpen(given.key());
            device.require(DeviceKind.ATTENDANCE);
            String member = staff.withNumber(given.employeeNo(), unit).orElseThrow(Attendance::unknown);
            Now now = clocked.now(unit);
            return punched(member, PunchSource.DEVICE, device.name(), now, unit);
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
            return punched(own.id(), PunchSource.PHONE, own.name(), now, unit);
        });
    }

    /**
     * Whoever manages the hall enters when somebody was there, and why that was not punched.
     *
     * @throws ProblemException {@code staff-unknown}, {@code staff-state}, {@code fields-invalid}, {@code punch-device}
     *     where a device has recorded it
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
            StaffMember found = held(given.member(), unit);
            AttendanceDay its = day(found, given.day(), unit);
            LocalTime present = context.at().atZone(CallContext.ZONE).toLocalTime();
            boolean isNow = given.day().equals(now.today())
                    && WorkingHours.of(now.centre())
                            .isNow(given.slot(), present, its.times().keySet());
            Punch punch = new Punch(
                    given.slot(), at, PunchSource.MANUAL, context.actor().name(), given.reason());
            return punched(found, its, punch, isNow, now, unit);
        });
    }

    private PunchedView punched(CallContext context, Function<UnitOfWork, AttendanceDay> work) {
        Written done = transactions.write(
                context, Written.class, unit -> new Written(work.apply(unit).id()));
        return transactions.read(
                context.withoutKey(),
                unit -> Shown.of(days.find(done.id(), unit).orElseThrow()));
    }

    private AttendanceDay punched(String member, PunchSource source, String by, Now now, UnitOfWork unit) {
        StaffMember found = held(member, unit);
        AttendanceDay its = day(found, now.today(), unit);
        Instant at = now.context().at();
        PunchSlot slot = its.slotOf(at, WorkingHours.of(now.centre()));
        return punched(found, its, new Punch(slot, at, source, by, ""), true, now, unit);
    }

    private StaffMember held(String member, UnitOfWork unit) {
        StaffMember found = staff.held(member, unit).orElseThrow(Attendance::unknown);
        found.requireAtWindow();
        return found;
    }

    private AttendanceDay day(StaffMember of, LocalDate day, UnitOfWork unit) {
        return days.held(AttendanceDay.id(of.id(), day), unit).orElseGet(() -> AttendanceDay.begun(of, day));
    }

    /** @param isNow whether it says where they are at present */
    private AttendanceDay punched(
            StaffMember found, AttendanceDay its, Punch punch, boolean isNow, Now now, UnitOfWork unit) {
        its.punch(punch, WorkingHours.of(now.centre()));
        Map<String, String> details = Map.of("member", found.account(), "by", punch.by(), "reason", punch.reason());
        days.keep(its, "punch", details, "punched", its.changed(punch), unit);
        if (isNow) {
            boolean comes = punch.slot() == PunchSlot.AM_IN || punch.slot() == PunchSlot.PM_IN;
            if (comes) {
                outings.come(found, now, unit);
            } else {
                outings.go(found, now, unit);
            }
            found.punched(comes, now);
            String event = comes ? "on-duty" : "gone";
            staff.keep(found, event, Map.of("account", found.account()), event, found.duty(now), unit);
        }
        return its;
    }

    private static ProblemException unknown() {
        return ProblemException.of(WindowsError.STAFF_UNKNOWN);
    }

    /** Returns the sheet of a day: everybody who has, or then had, a badge; of today where no day is said. */
    @RequiresPermission(WindowsPermission.VIEW)
    public Page<AttendanceView> list(LocalDate day, PageRequest page, CallContext context) {
        context.require(WindowsPermission.VIEW);
        LocalDate asked = day == null ? context.today() : day;
        return transactions.read(context, unit -> {
            String after = page.cursor().orElse("");
            List<StaffMember> found = staff.withBadges(asked, unit).stream()
                    .filter(each -> each.id().compareTo(after) > 0)
                    .limit(page.limit() + 1L)
                    .toList();
            return sheets.of(Page.of(found, page.limit(), StaffMember::id), asked, unit);
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
        LocalDate monday =
                day == null ? present.minusWeeks(1) : day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        if (!monday.isBefore(present)) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID, "monday", LocalizedMessage.of(Attendance.class, "week.later"));
        }
        LocalDate sunday = monday.plusDays(WEEK);
        return transactions.read(context, unit -> sheets.sums(monday, sunday, unit));
    }
}
