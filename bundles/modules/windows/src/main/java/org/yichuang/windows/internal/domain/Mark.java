package org.yichuang.windows.internal.domain;

import java.math.BigDecimal;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.kernel.api.Digests;
import org.yichuang.windows.api.AssessmentSubject;
import org.yichuang.windows.api.MarkKind;
import org.yichuang.windows.api.WindowsEvent;

/** What somebody thinks of a window or a department in a period: one mark of each person, which they can change. */
@Entity(name = "AssessmentMark")
@Table(name = "WINDOWS_MARK")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class Mark extends Kept<Mark.Course> {
    @Column(name = "PERIOD")
    private String period;

    @Enumerated(EnumType.STRING)
    @Column(name = "SUBJECT_KIND")
    private AssessmentSubject subjectKind;

    @Column(name = "SUBJECT")
    private String subject;

    @Enumerated(EnumType.STRING)
    @Column(name = "KIND")
    private MarkKind kind;

    @Column(name = "MARK")
    private int mark;

    protected Mark() {} // for JPA

    /** The id of somebody's mark. */
    public static String id(String period, AssessmentSubject of, String subject, MarkKind kind, String account) {
        return Digests.sha256(String.join("\n", period, of.name(), subject, kind.name(), account));
    }

    /** Somebody gives one. */
    public static Mark given(String period, AssessmentSubject of, String subject, MarkKind kind, String account) {
        Mark made = new Mark();
        made.id = id(period, of, subject, kind, account);
        made.period = period;
        made.subjectKind = of;
        made.subject = subject;
        made.kind = kind;
        return made;
    }

    /** By whom, and why. */
    public record Course(String by, String words) {
        public Course {
            words = words == null ? "" : words;
        }
    }

    /** It is so much of a hundred. */
    public void set(int value, Course course) {
        mark = value;
        held = course;
        steps++;
    }

    /** The number of the window, or the name of the department. */
    public String subject() {
        return subject;
    }

    public MarkKind kind() {
        return kind;
    }

    /** Of a hundred. */
    public BigDecimal mark() {
        return BigDecimal.valueOf(mark);
    }

    /** What has become of it. */
    public WindowsEvent changed() {
        return new WindowsEvent.MarkGiven(period, subjectKind, subject, kind, mark);
    }
}
