package org.yichuang.licences.internal.domain;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

/** How often places of an item's quota were taken: of two grants at one moment one finds that it has changed. */
@Entity(name = "QuotaLedger")
@Table(name = "LICENCES_QUOTA")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class QuotaLedger {
    @Id
    @Column(name = "ITEM")
    private String item;

    @Column(name = "TAKEN")
    private long taken;

    @Version
    @Column(name = "VERSION")
    private long version;

    protected QuotaLedger() {} // for JPA

    public QuotaLedger(String item) {
        this.item = item;
    }

    /** A place is taken. */
    public void take() {
        taken++;
    }
}
