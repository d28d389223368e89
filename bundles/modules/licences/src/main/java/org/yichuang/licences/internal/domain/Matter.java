package org.yichuang.licences.internal.domain;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.cases.api.LicenceMatter;

/** Of which result a case is, and whether something has come of it. */
@Entity(name = "Matter")
@Table(name = "LICENCES_MATTER")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class Matter {
    /** Where it stands. */
    public enum State {
        OPEN,
        /** It stands in the register. */
        DONE,
        /** It was refused, not accepted or withdrawn. */
        ENDED
    }

    @Id
    @Column(name = "CASE_NUMBER")
    private String caseNumber;

    @Column(name = "LICENCE")
    private String licence;

    @Enumerated(EnumType.STRING)
    @Column(name = "MATTER")
    private LicenceMatter kind;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATE")
    private State state = State.OPEN;

    protected Matter() {} // for JPA

    /** One that has been applied for. */
    public Matter(String caseNumber, String licence, LicenceMatter kind) {
        this.caseNumber = caseNumber;
        this.licence = licence;
        this.kind = kind;
    }

    /** It has come to something, or to nothing. */
    public void close(State how) {
        state = how;
    }

    /** It is of another result, which stands in the place of the one that it was of. */
    public void moveTo(String successor) {
        licence = successor;
    }

    public String caseNumber() {
        return caseNumber;
    }

    /** The number of the result in the register. */
    public String licence() {
        return licence;
    }

    /** Whether the result that it is of does not stand in this register. */
    public boolean isUnheld() {
        return licence.isEmpty();
    }

    public LicenceMatter kind() {
        return kind;
    }

    public State state() {
        return state;
    }
}
