package org.yichuang.windows.internal.domain;

import java.time.Instant;
import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.windows.api.SealedKind;
import org.yichuang.windows.api.WindowsEvent;

/** That a seal was put to something (用章登记). */
@Entity(name = "SealUse")
@Table(name = "WINDOWS_SEAL_USE")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class SealUse extends Kept<SealUse.Course> {
    @Column(name = "SEAL")
    private String seal;

    @Column(name = "CASE_NUMBER")
    private String caseNumber;

    @Enumerated(EnumType.STRING)
    @Column(name = "KIND")
    private SealedKind kind;

    @Column(name = "DAY_ON")
    private LocalDate day;

    @Column(name = "DEPARTMENT")
    private String department;

    protected SealUse() {} // for JPA

    /** It is put to something now. */
    public static SealUse of(String id, Seal seal, String caseNumber, SealedKind kind, Course course, Now now) {
        SealUse made = new SealUse();
        made.id = id;
        made.seal = seal.id();
        made.caseNumber = caseNumber;
        made.kind = kind;
        made.day = now.today();
        made.department = seal.department();
        made.held = course;
        made.steps = 1;
        return made;
    }

    /**
     * What is known of it.
     *
     * @param document the number or the name of what was sealed
     * @param copies how many copies
     * @param applicant who has asked for it; empty where the keeper has
     * @param by the name of whoever has put it there
     * @param decided whether its case was decided by then
     */
    public record Course(String document, int copies, String applicant, String by, Instant at, boolean decided) {
        public Course {
            applicant = applicant == null ? "" : applicant;
        }
    }

    /** The number of the case; empty for none. */
    public String caseNumber() {
        return caseNumber;
    }

    /** What it was put to. */
    public SealedKind kind() {
        return kind;
    }

    @Override
    public String department() {
        return department;
    }

    /** What has happened. */
    public WindowsEvent changed() {
        return new WindowsEvent.SealUsed(seal, caseNumber, kind, held.copies());
    }
}
