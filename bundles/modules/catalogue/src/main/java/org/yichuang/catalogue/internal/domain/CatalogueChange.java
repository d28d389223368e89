package org.yichuang.catalogue.internal.domain;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

/**
 * That what a centre publishes under a code has changed, and at which place among such changes: whoever remembers items
 * follows the places. An item has one, that of its last change.
 */
@Entity
@Table(name = "CATALOGUE_CHANGE")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class CatalogueChange {
    @Id
    @Column(name = "CODE")
    private String code;

    @Column(name = "PLACE")
    private long place;

    /** For JPA. */
    protected CatalogueChange() {}

    /** The first change of an item. */
    public CatalogueChange(String code, long place) {
        this.code = code;
        this.place = place;
    }

    /** The item's code. */
    public String code() {
        return code;
    }

    /** The place of its last change, from 1. */
    public long place() {
        return place;
    }

    /** Another change of it. */
    public void again(long next) {
        place = next;
    }
}
