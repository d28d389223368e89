package org.yichuang.windows.internal.domain;

import java.time.LocalDate;
import java.time.LocalTime;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.windows.api.LeaveKind;
import org.yichuang.windows.api.PunchSlot;
import org.yichuang.windows.api.WindowsError;
import org.yichuang.windows.api.WindowsEvent;

/** Somebody is on leave, and somebody else stands in for them (请假). */
@Entity(name = "StaffLeave")
@Table(name = "WINDOWS_LEAVE")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class Leave extends Kept<Leave.Course> {
    @Column(name = "MEMBER")
    private String member;

    @Column(name = "FROM_ON")
    private LocalDate fromOn;

    @Column(name = "UNTIL_ON")
    private LocalDate untilOn;

    @Enumerated(EnumType.STRING)
    @Column(name = "KIND")
    private LeaveKind kind;

    protected Leave() {} // for JPA

    /** Whoever manages the hall lets somebody go. */
    public static Leave granted(
            String id, StaffMember of, LocalDate from, LocalDate until, LeaveKind kind, Course course) {
        Leave made = new Leave();
        made.id = id;
        made.member = of.id();
        made.fromOn = from;
        made.untilOn = until;
        made.kind = kind;
        made.held = course;
        made.steps = 1;
        return made;
    }

    /**
     * What is known of it.
     *
     * @param name who is on leave
     * @param standIn the account of whoever stands in for them
     * @param standInName their name
     * @param approver the name of whoever has granted it
     * @param endedOn the day from which on they are not on leave any more; null where it was not ended early
     * @param endedFor why it was ended early
     */
    public record Course(
            String name,
            String reason,
            String standIn,
            String standInName,
            String approver,
            LocalDate endedOn,
            String endedFor) {
        /** Of one that has just been granted. */
        public static Course of(String name, String reason, String standIn, String standInName, String approver) {
            return new Course(name, reason, standIn, standInName, approver, null, "");
        }

        private Course ended(LocalDate on, String why) {
            return new Course(name, reason, standIn, standInName, approver, on, why);
        }
    }

    /**
     * They are back before it is over, or it does not begin. Whoever is back before half of the morning is over has no
     * leave on that day any more.
     *
     * @throws ProblemException {@code leave-state} where it is over
     */
    public void end(String reason, Now now) {
        LocalDate today = now.today();
        if (isEnded() || untilOn.isBefore(today)) {
            throw ProblemException.of(WindowsError.LEAVE_STATE);
        }
        LocalTime time = now.context().at().atZone(CallContext.ZONE).toLocalTime();
        boolean isMorning = WorkingHours.of(now.centre()).slotOf(time) == PunchSlot.AM_IN;
        LocalDate back = isMorning ? today : today.plusDays(1);
        held = held.ended(fromOn.isAfter(today) ? fromOn : back, reason);
        steps++;
    }

    /** The id of whoever's it is. */
    public String member() {
        return member;
    }

    public LocalDate from() {
        return fromOn;
    }

    /** The last day; before the first one where it was ended before it began. */
    public LocalDate until() {
        LocalDate ended = held.endedOn();
        return ended == null || ended.isAfter(untilOn) ? untilOn : ended.minusDays(1);
    }

    /** Whether it was ended early. */
    public boolean isEnded() {
        return held.endedOn() != null;
    }

    /** The last day for which it was granted. */
    public LocalDate granted() {
        return untilOn;
    }

    /** Whether they are on leave on some of these days. */
    public boolean isIn(LocalDate first, LocalDate last) {
        return !until().isBefore(fromOn) && !fromOn.isAfter(last) && !until().isBefore(first);
    }

    public LeaveKind kind() {
        return kind;
    }

    /** What has become of it. */
    public WindowsEvent changed() {
        return new WindowsEvent.LeaveGranted(kind, fromOn, until());
    }
}
