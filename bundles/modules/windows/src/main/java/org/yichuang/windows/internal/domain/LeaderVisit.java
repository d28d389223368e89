package org.yichuang.windows.internal.domain;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.windows.api.LeaderRank;
import org.yichuang.windows.api.VisitPurpose;
import org.yichuang.windows.api.WindowsEvent;

/** A leader of a department has come to the hall (领导到岗). */
@Entity(name = "LeaderVisit")
@Table(name = "WINDOWS_VISIT")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class LeaderVisit extends Kept<LeaderVisit.Course> {
    @Column(name = "DEPARTMENT")
    private String department;

    @Column(name = "NAME")
    private String name;

    @Enumerated(EnumType.STRING)
    @Column(name = "LEADER")
    private LeaderRank rank;

    @Column(name = "DAY_ON")
    private LocalDate day;

    protected LeaderVisit() {} // for JPA

    /** One has come. */
    public static LeaderVisit made(
            String id, String department, String name, LeaderRank rank, LocalDate day, Course course) {
        LeaderVisit made = new LeaderVisit();
        made.id = id;
        made.department = department;
        made.name = name;
        made.rank = rank;
        made.day = day;
        made.held = course;
        made.steps = 1;
        return made;
    }

    /** For what, for how many minutes, and what came of it. */
    public record Course(VisitPurpose purpose, int minutes, String words) {
        public Course {
            words = words == null ? "" : words;
        }
    }

    @Override
    public String department() {
        return department;
    }

    public String name() {
        return name;
    }

    public LeaderRank rank() {
        return rank;
    }

    public LocalDate day() {
        return day;
    }

    /** What has become of it. */
    public WindowsEvent changed() {
        return new WindowsEvent.LeaderCame(department, rank, held.purpose(), day);
    }
}
