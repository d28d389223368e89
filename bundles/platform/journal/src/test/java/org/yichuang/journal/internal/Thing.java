package org.yichuang.journal.internal;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.journal.api.ChainHead;

/** An aggregate as the modules have them: it counts, and keeps the head of its chain. */
@Entity
@Table(name = "THING")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class Thing {
    @Id
    @Column(name = "ID")
    private String id;

    @Column(name = "COUNTED")
    private int counted;

    /** What earlier versions did not have. */
    @Column(name = "NOTE")
    private String note;

    @Column(name = "CHAIN_SEQUENCE")
    private long headSequence;

    @Column(name = "CHAIN_HASH")
    private String headHash = "";

    @Version
    @Column(name = "VERSION")
    private int version;

    protected Thing() {} // for JPA

    Thing(String id) {
        this.id = id;
    }

    void count() {
        counted++;
    }

    int counted() {
        return counted;
    }

    String id() {
        return id;
    }

    ChainHead head() {
        return headSequence == 0 ? ChainHead.START : new ChainHead(headSequence, headHash);
    }

    void head(ChainHead head) {
        headSequence = head.sequence();
        headHash = head.hash();
    }
}
