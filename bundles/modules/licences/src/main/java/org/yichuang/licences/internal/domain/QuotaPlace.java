package org.yichuang.licences.internal.domain;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

/** A place of a quota that a grant has taken whose result has not been made out yet. */
@Entity(name = "QuotaPlace")
@Table(name = "LICENCES_PLACE")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class QuotaPlace {
    @Id
    @Column(name = "CASE_NUMBER")
    private String caseNumber;

    @Column(name = "ITEM")
    private String item;

    protected QuotaPlace() {} // for JPA

    public QuotaPlace(String caseNumber, String item) {
        this.caseNumber = caseNumber;
        this.item = item;
    }
}
