package org.yichuang.windows.internal.domain;

import java.time.LocalDate;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.windows.api.StationingKind;
import org.yichuang.windows.api.WindowsEvent;

/** That a department works at the centre (进驻部门), with its approval section and the responsibility it has signed for. */
@Entity(name = "Stationing")
@Table(name = "WINDOWS_STATIONING")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class Stationing extends Kept<Stationing.Terms> {
    @Column(name = "DEPARTMENT")
    private String department;

    @Enumerated(EnumType.STRING)
    @Column(name = "KIND")
    private StationingKind kind;

    @Column(name = "SINCE_ON")
    private LocalDate sinceOn;

    @Column(name = "UNTIL_ON")
    private LocalDate untilOn;

    protected Stationing() {} // for JPA

    /** A department begins to work at the centre. */
    public static Stationing begun(String id, String department, StationingKind kind, LocalDate since, Terms terms) {
        Stationing made = new Stationing();
        made.id = id;
        made.department = department;
        made.kind = kind;
        made.sinceOn = since;
        made.held = terms;
        made.steps = 1;
        return made;
    }

    /**
     * How it works there.
     *
     * @param section its approval section; null where it has set up none
     * @param statement the responsibility that its head has signed for; null for none
     * @param approval by which paper it does not work there any more; empty while it does
     */
    public record Terms(Section section, Statement statement, String approval) {
        public Terms {
            approval = approval == null ? "" : approval;
        }
    }

    /**
     * The section that approves (行政审批科、股, M-WIN-4).
     *
     * @param wholeBody whether it has come as a whole body (成建制)
     * @param staff how many work in it
     * @param items how many items have been handed to it
     */
    public record Section(String name, LocalDate setUpOn, boolean wholeBody, int staff, int items) {}

    /**
     * The statement of responsibility (授权责任书, M-WIN-3).
     *
     * @param head who has signed for the department
     * @param windowHead who has signed for its window
     * @param items how many items it hands over
     */
    public record Statement(String head, String windowHead, LocalDate signedOn, int items) {}

    /** It does not work there from a day on. */
    public void end(LocalDate until, String approval) {
        untilOn = until;
        held = new Terms(held.section(), held.statement(), approval);
        steps++;
    }

    @Override
    public String department() {
        return department;
    }

    public StationingKind kind() {
        return kind;
    }

    public LocalDate since() {
        return sinceOn;
    }

    public Optional<LocalDate> until() {
        return Optional.ofNullable(untilOn);
    }

    /** Whether it works there on a day. */
    public boolean holds(LocalDate day) {
        return !day.isBefore(sinceOn) && (untilOn == null || day.isBefore(untilOn));
    }

    /** What has become of it. */
    public WindowsEvent changed() {
        return new WindowsEvent.StationingChanged(department, kind, untilOn);
    }
}
