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
    /** The number of the case, and behind it which of the items of a joint case it is of. */
    @Id
    @Column(name = "CASE_NUMBER")
    private String id;

    @Column(name = "ITEM")
    private String item;

    protected QuotaPlace() {} // for JPA

    /** @param id see {@link #id} */
    public QuotaPlace(String id, String item) {
        this.id = id;
        this.item = item;
    }

    /** What the place of an item of a case is called. */
    public static String id(String caseNumber, int item) {
        return item == 0 ? caseNumber : caseNumber + "-" + item;
    }
}
