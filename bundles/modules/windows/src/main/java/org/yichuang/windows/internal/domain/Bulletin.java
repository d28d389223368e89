package org.yichuang.windows.internal.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.windows.api.WindowsEvent;

/** The attendance of a month as it was published (考勤通报): what it says stays, whatever is entered afterwards. */
@Entity(name = "Bulletin")
@Table(name = "WINDOWS_BULLETIN")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class Bulletin extends Kept<Bulletin.Course> {
    protected Bulletin() {} // for JPA

    /** One is published. */
    public static Bulletin published(YearMonth month, Course course) {
        Bulletin made = new Bulletin();
        made.id = month.toString();
        made.held = course;
        made.steps = 1;
        return made;
    }

    /**
     * What it says.
     *
     * @param facts by their names in the text of the paper
     * @param paper the id of the paper
     * @param by the name of whoever has published it
     * @param on the day on which it was published
     */
    public record Course(Map<String, String> facts, String paper, String by, LocalDate on) {
        public Course {
            facts = facts == null ? Map.of() : Map.copyOf(facts);
        }
    }

    /** What has become of it. */
    public WindowsEvent changed() {
        return new WindowsEvent.BulletinPublished(id(), held.paper());
    }
}
