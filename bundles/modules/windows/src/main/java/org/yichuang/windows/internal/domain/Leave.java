package org.yichuang.windows.internal.domain;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.windows.api.LeaveKind;
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
     */
    public record Course(String name, String reason, String standIn, String standInName, String approver) {}

    /** The id of whoever's it is. */
    public String member() {
        return member;
    }

    public LocalDate from() {
        return fromOn;
    }

    /** The last day. */
    public LocalDate until() {
        return untilOn;
    }

    public LeaveKind kind() {
        return kind;
    }

    /** What has become of it. */
    public WindowsEvent changed() {
        return new WindowsEvent.LeaveGranted(kind, fromOn, untilOn);
    }
}
