package org.yichuang.windows.internal.domain;

import java.time.LocalDate;
import java.util.List;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.windows.api.WindowsError;
import org.yichuang.windows.api.WindowsEvent;

/** The seal by which a department approves at a window (审批专用章, K11): one person keeps it, and answers for its use. */
@Entity(name = "Seal")
@Table(name = "WINDOWS_SEAL")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class Seal extends Kept<Seal.Course> {
    @Column(name = "NUMBER_OF")
    private String number;

    @Column(name = "DEPARTMENT")
    private String department;

    @Column(name = "WINDOW_NUMBER")
    private String window;

    @Column(name = "CUSTODIAN")
    private String custodian;

    @Column(name = "RETIRED_ON")
    private LocalDate retiredOn;

    protected Seal() {} // for JPA

    /** It is given to somebody at a window. */
    public static Seal opened(String id, String number, String name, String department, StaffMember to, Now now) {
        Seal made = new Seal();
        made.id = id;
        made.number = number;
        made.department = department;
        made.held = new Course(name, "", List.of());
        made.give(to, "open", "", now);
        return made;
    }

    /** What is known of it. */
    public record Course(String name, String custodianName, List<Note> notes) {
        public Course {
            custodianName = custodianName == null ? "" : custodianName;
            notes = notes == null ? List.of() : List.copyOf(notes);
        }
    }

    /**
     * Somebody else keeps it.
     *
     * @throws ProblemException {@code seal-retired}
     */
    public void handOver(StaffMember to, String reason, Now now) {
        requireInUse();
        give(to, "hand-over", to.name() + " " + reason, now);
    }

    private void give(StaffMember to, String step, String words, Now now) {
        custodian = to.account();
        window = to.window();
        held = new Course(held.name(), to.name(), Kept.noted(held.notes(), Note.of(step, words, now)));
        steps++;
    }

    /**
     * It is put to nothing any more.
     *
     * @throws ProblemException {@code seal-retired}
     */
    public void retire(String reason, Now now) {
        requireInUse();
        retiredOn = now.today();
        held = new Course(held.name(), held.custodianName(), Kept.noted(held.notes(), Note.of("retire", reason, now)));
        steps++;
    }

    /** @throws ProblemException {@code seal-retired} */
    public void requireInUse() {
        if (retiredOn != null) {
            throw ProblemException.of(WindowsError.SEAL_RETIRED);
        }
    }

    /** The number that is cut into it. */
    public String number() {
        return number;
    }

    @Override
    public String department() {
        return department;
    }

    /** The number of the window where it lies. */
    public String window() {
        return window;
    }

    /** The account of whoever keeps it. */
    public String custodian() {
        return custodian;
    }

    /** Whether it is put to nothing any more. */
    public boolean isRetired() {
        return retiredOn != null;
    }

    /** What has become of it. */
    public WindowsEvent changed() {
        return new WindowsEvent.SealChanged(department, window, custodian, isRetired());
    }
}
