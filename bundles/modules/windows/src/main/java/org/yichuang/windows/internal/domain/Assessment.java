package org.yichuang.windows.internal.domain;

import java.time.LocalDate;
import java.util.List;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.windows.api.AssessmentSubject;
import org.yichuang.windows.api.WindowsEvent;

/** The assessment of a period as it was published: what was counted stays; what changes later is told beside it. */
@Entity(name = "Assessment")
@Table(name = "WINDOWS_ASSESSMENT")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class Assessment extends Kept<Assessment.Course> {
    @Column(name = "PERIOD")
    private String period;

    @Enumerated(EnumType.STRING)
    @Column(name = "SUBJECT_KIND")
    private AssessmentSubject subjectKind;

    protected Assessment() {} // for JPA

    /** The id of that of a period. */
    public static String id(String period, AssessmentSubject of) {
        return period + "-" + of.name();
    }

    /** One is published. */
    public static Assessment published(String period, AssessmentSubject of, Course course) {
        Assessment made = new Assessment();
        made.id = id(period, of);
        made.period = period;
        made.subjectKind = of;
        made.held = course;
        made.steps = 1;
        return made;
    }

    /**
     * What it says.
     *
     * @param scores by the best first
     * @param by the name of whoever has published it
     * @param on the day on which it was published
     * @param scheme by what it was made; null where it was published before that was kept
     */
    public record Course(List<Score> scores, String by, LocalDate on, Scheme scheme) {
        public Course {
            scores = scores == null ? List.of() : List.copyOf(scores);
        }
    }

    /** What has become of it. */
    public WindowsEvent changed() {
        return new WindowsEvent.AssessmentPublished(
                period, subjectKind, held.scores().size());
    }
}
