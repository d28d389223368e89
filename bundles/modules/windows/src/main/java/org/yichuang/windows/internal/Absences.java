package org.yichuang.windows.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.windows.api.WindowsError;
import org.yichuang.windows.api.WindowsPermission;
import org.yichuang.windows.internal.WindowsCommands.GoOut;
import org.yichuang.windows.internal.WindowsCommands.GrantLeave;
import org.yichuang.windows.internal.WindowsCommands.Reason;
import org.yichuang.windows.internal.WindowsViews.AbsenceView;
import org.yichuang.windows.internal.WindowsViews.LeaveView;
import org.yichuang.windows.internal.domain.Absence;
import org.yichuang.windows.internal.domain.Leave;
import org.yichuang.windows.internal.domain.Now;
import org.yichuang.windows.internal.domain.StaffMember;
import org.yichuang.windows.internal.persistence.AbsenceRows;
import org.yichuang.windows.internal.persistence.LeaveRows;
import org.yichuang.windows.internal.persistence.StaffRows;

/** Who has gone away for some minutes, and who is on leave; from the first minute on A may act for them. */
public class Absences {
    private final Transactions transactions;
    private final AbsenceRows rows;
    private final LeaveRows leaves;
    private final StaffRows staff;
    private final Outings outings;
    private final Clocked clocked;

    Absences(Transactions transactions, AbsenceRows rows, LeaveRows leaves, StaffRows staff, Clocked clocked) {
        this.transactions = transactions;
        this.outings = new Outings(rows, leaves);
        this.rows = rows;
        this.leaves = leaves;
        this.staff = staff;
        this.clocked = clocked;
    }

    /**
     * Somebody goes away for some minutes: they say so themselves, or whoever manages the hall does.
     *
     * @throws ProblemException {@code staff-unknown}, {@code staff-state}, {@code fields-invalid},
     *     {@code absence-leave} for longer than they may, {@code absence-open} where they are out already
     */
    @RequiresPermission(WindowsPermission.ATTEND)
    public AbsenceView goOut(GoOut command, CallContext context) {
        context.require(WindowsPermission.ATTEND);
        GoOut given = FieldRules.require(command);
        if (given.minutes() < 1) {
            throw invalid("minutes", "out.minutes");
        }
        Written done = transactions.write(context, Written.class, unit -> {
            Now now = clocked.now(unit);
            StaffMember found = held(given.member(), unit);
            found.requireAtWindow();
            if (!rows.openOf(found.id(), now.today(), unit).isEmpty()) {
                throw ProblemException.of(WindowsError.ABSENCE_OPEN);
            }
            Absence made = Absence.begun(Ids.next(context.at()), found, given.minutes(), given.reason(), now);
            rows.keep(made, "out", Map.of("reason", given.reason()), "absence-begun", made.changed(), unit);
            found.out(true, now);
            keep(found, "away", now, unit);
            return new Written(made.id());
        });
        return load(done.id(), context.withoutKey());
    }

    private static ProblemException invalid(String field, String key) {
        return ProblemException.field(CommonError.FIELDS_INVALID, field, LocalizedMessage.of(Absences.class, key));
    }

    /** Oneself, or anybody for whoever manages the hall. */
    private StaffMember held(String member, UnitOfWork unit) {
        CallContext context = unit.context();
        String account = context.actor().account();
        String id = member == null || member.isBlank()
                ? staff.withAccounts(List.of(account), unit).stream()
                        .findFirst()
                        .map(StaffMember::id)
                        .orElse("")
                : member;
        return staff.held(id, unit)
                .filter(each ->
                        each.account().equals(account) || context.actor().isPermitted(WindowsPermission.MANAGE))
                .orElseThrow(() -> ProblemException.of(WindowsError.STAFF_UNKNOWN));
    }

    private void keep(StaffMember row, String event, Now now, UnitOfWork unit) {
        staff.keep(row, event, Map.of("account", row.account()), event, row.duty(now), unit);
    }

    /**
     * They are back.
     *
     * @throws ProblemException {@code absence-unknown}, {@code absence-state}
     */
    @RequiresPermission(WindowsPermission.ATTEND)
    public AbsenceView comeBack(String id, CallContext context) {
        context.require(WindowsPermission.ATTEND);
        transactions.write(context, Written.class, unit -> {
            Now now = clocked.now(unit);
            String member = rows.find(id, unit).orElseThrow(Absences::unknown).member();
            StaffMember found = held(member, unit);
            Absence its = rows.held(id, unit).orElseThrow(Absences::unknown);
            context.requireVersion(its.steps());
            its.back(now);
            rows.keep(its, "back", Map.of(), "absence-ended", its.changed(), unit);
            found.out(false, now);
            keep(found, "on-duty", now, unit);
            return new Written(id);
        });
        return load(id, context.withoutKey());
    }

    private static ProblemException unknown() {
        return ProblemException.of(WindowsError.ABSENCE_UNKNOWN);
    }

    /**
     * Whoever manages the hall lets somebody go on leave; somebody who is there stands in for them. Where they have
     * gone away already, that becomes the leave.
     *
     * @throws ProblemException {@code staff-unknown}, {@code staff-state}, {@code standin-absent}, {@code
     *     leave-overlap}, {@code fields-invalid}
     */
    @RequiresPermission(WindowsPermission.MANAGE)
    public LeaveView grant(GrantLeave command, CallContext context) {
        context.require(WindowsPermission.MANAGE);
        GrantLeave given = FieldRules.require(command);
        if (given.until().isBefore(given.from()) || given.from().isBefore(context.today())) {
            throw invalid("until", "leave.days");
        }
        Written done = transactions.write(context, Written.class, unit -> {
            Now now = clocked.now(unit);
            StaffMember found =
                    staff.held(given.member(), unit).orElseThrow(() -> ProblemException.of(WindowsError.STAFF_UNKNOWN));
            found.requireAtWindow();
            boolean isTaken = !leaves.ofMember(found.id(), given.from(), given.until(), unit)
                    .isEmpty();
            if (isTaken || found.isRegisteredAway(given.from(), given.until())) {
                throw ProblemException.of(WindowsError.LEAVE_OVERLAP);
            }
            StaffMember standIn = standIn(given, found, now, unit);
            Leave made = Leave.granted(
                    Ids.next(context.at()),
                    found,
                    given.from(),
                    given.until(),
                    given.kind(),
                    Leave.Course.of(
                            found.name(),
                            given.reason(),
                            standIn.account(),
                            standIn.name(),
                            context.actor().name()));
            leaves.keep(made, "grant", Map.of("member", found.account()), "leave-granted", made.changed(), unit);
            if (given.from().equals(now.today())) {
                outings.stayAway(found, now, unit);
            }
            found.leaveOf(made, now);
            keepLeave(found, "leave", made, now, unit);
            return new Written(made.id());
        });
        return transactions.read(
                context.withoutKey(),
                unit -> Shown.of(leaves.find(done.id(), unit).orElseThrow()));
    }

    /** Only of a leave that holds today whoever listens hears that they are away. */
    private void keepLeave(StaffMember row, String action, Leave leave, Now now, UnitOfWork unit) {
        if (leave.isIn(now.today(), now.today())) {
            keep(row, "away", now, unit);
        } else {
            staff.keep(row, action, Map.of("account", row.account()), "staff-moved", row.changed(), unit);
        }
    }

    /**
     * A leave ends early, or does not begin: whoever manages the hall says so, and why.
     *
     * @throws ProblemException {@code leave-unknown}, {@code leave-state} where it is over
     */
    @RequiresPermission(WindowsPermission.MANAGE)
    public LeaveView endLeave(String id, Reason command, CallContext context) {
        context.require(WindowsPermission.MANAGE);
        Reason given = FieldRules.require(command);
        transactions.write(context, Written.class, unit -> {
            Now now = clocked.now(unit);
            String member = leaves.find(id, unit).orElseThrow(Absences::noLeave).member();
            StaffMember found = staff.held(member, unit).orElseThrow(Absences::noLeave);
            Leave its = leaves.held(id, unit).orElseThrow(Absences::noLeave);
            context.requireVersion(its.steps());
            outings.end(its, given.reason(), now, unit);
            found.noLeaveOf(its, now);
            staff.keep(found, "leave-end", Map.of("account", found.account()), "staff-moved", found.changed(), unit);
            return new Written(id);
        });
        return transactions.read(
                context.withoutKey(), unit -> Shown.of(leaves.find(id, unit).orElseThrow(Absences::noLeave)));
    }

    private static ProblemException noLeave() {
        return ProblemException.of(WindowsError.LEAVE_UNKNOWN);
    }

    private StaffMember standIn(GrantLeave given, StaffMember of, Now now, UnitOfWork unit) {
        boolean isNow = given.from().equals(now.today());
        List<Leave> away = leaves.between(given.from(), given.until(), unit);
        return staff.withAccounts(List.of(given.standIn()), unit).stream()
                .filter(each -> !each.id().equals(of.id()) && each.isAtWindow())
                .filter(each -> !isNow || each.isOnDuty(now))
                .filter(each -> away.stream().noneMatch(leave -> leave.member().equals(each.id())))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(WindowsError.STANDIN_ABSENT));
    }

    /** Returns the absences of a day; of today where none is said. */
    @RequiresPermission(WindowsPermission.VIEW)
    public List<AbsenceView> list(LocalDate day, CallContext context) {
        context.require(WindowsPermission.VIEW);
        LocalDate asked = Optional.ofNullable(day).orElse(context.today());
        return transactions.read(
                context,
                unit -> rows.between(asked, asked, unit).stream().map(Shown::of).toList());
    }

    /**
     * Returns the leaves that lie on a day, on today where none is said, or on some day from it to another one.
     *
     * @param until the last of the days; the same one where none is said
     * @throws ProblemException {@code fields-invalid} for days in the wrong order, or more than those of a year
     */
    @RequiresPermission(WindowsPermission.VIEW)
    public List<LeaveView> leaves(LocalDate day, LocalDate until, CallContext context) {
        context.require(WindowsPermission.VIEW);
        LocalDate first = Optional.ofNullable(day).orElse(context.today());
        LocalDate last = Optional.ofNullable(until).orElse(first);
        if (last.isBefore(first) || last.isAfter(first.plusYears(1))) {
            throw invalid("until", "leave.span");
        }
        return transactions.read(context, unit -> leaves.between(first, last, unit).stream()
                .map(Shown::of)
                .toList());
    }

    private AbsenceView load(String id, CallContext context) {
        return transactions.read(context, unit -> Shown.of(rows.find(id, unit).orElseThrow(Absences::unknown)));
    }
}
