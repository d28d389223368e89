package org.yichuang.catalogue.internal.domain;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

/**
 * That somebody has found items by a word in a month. Who, nobody can tell: what names them is a keyed digest of
 * person, word and month together, so that not even two words of one person belong to each other.
 */
@Entity
@Table(name = "CATALOGUE_TERM")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class CountedTerm {
    @Id
    @Column(name = "ID")
    private String id;

    @Column(name = "PERIOD")
    private String period;

    @Column(name = "TERM")
    private String term;

    /** For JPA. */
    protected CountedTerm() {}

    /**
     * A word of somebody in a month.
     *
     * @param id the digest
     * @param period the month, e.g. 2026-03
     */
    public CountedTerm(String id, String period, String term) {
        this.id = id;
        this.period = period;
        this.term = term;
    }

    /** By which it is known again. */
    public String id() {
        return id;
    }

    /** The month. */
    public String period() {
        return period;
    }

    /** The word. */
    public String term() {
        return term;
    }
}
