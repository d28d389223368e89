package org.yichuang.windows.internal.domain;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.windows.api.DeedKind;
import org.yichuang.windows.api.WindowsEvent;

/** Something that a window has done for somebody besides its work (服务台账, M-WIN-14). */
@Entity(name = "Deed")
@Table(name = "WINDOWS_DEED")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class Deed extends Kept<Deed.Course> {
    @Column(name = "DAY_ON")
    private LocalDate day;

    @Enumerated(EnumType.STRING)
    @Column(name = "KIND")
    private DeedKind kind;

    @Column(name = "WINDOW_NUMBER")
    private String window;

    @Column(name = "DEPARTMENT")
    private String department;

    protected Deed() {} // for JPA

    /**
     * It is done.
     *
     * @param by whose it is
     */
    public static Deed done(String id, DeedKind kind, LocalDate day, StaffMember by, Course course) {
        Deed made = new Deed();
        made.id = id;
        made.kind = kind;
        made.day = day;
        made.window = by.window();
        made.department = by.held().departments().get(0);
        made.held = course;
        made.steps = 1;
        return made;
    }

    /**
     * What is known of it.
     *
     * @param by the name of whoever has done it
     * @param of what it is seen by: a ticket or an appointment; empty where somebody has written it down
     * @param caseNumber the case; empty for none
     * @param note what was done
     */
    public record Course(String by, String of, String caseNumber, String note) {
        public Course {
            of = of == null ? "" : of;
            caseNumber = caseNumber == null ? "" : caseNumber;
            note = note == null ? "" : note;
        }
    }

    public LocalDate day() {
        return day;
    }

    public DeedKind kind() {
        return kind;
    }

    /** The number of the window. */
    public String window() {
        return window;
    }

    @Override
    public String department() {
        return department;
    }

    /** What has become of it. */
    public WindowsEvent changed() {
        return new WindowsEvent.DeedDone(kind, window, day, !held.of().isEmpty());
    }
}
