package org.yichuang.documents.internal.domain;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.journal.api.ChainHead;

/** The last number of a kind of document in a year; its row is held until the number's transaction ends: no gaps. */
@Entity(name = "NumberSeries")
@Table(name = "DOCUMENTS_NUMBER")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class NumberSeries {
    @Id
    @Column(name = "SERIES")
    private String series;

    @Column(name = "LAST_NUMBER")
    private int last;

    @Column(name = "CHAIN_SEQUENCE")
    private long chainSequence;

    @Column(name = "CHAIN_HASH")
    private String chainHash = ChainHead.START.hash();

    protected NumberSeries() {} // for JPA

    /** @param series {@code module/kind/year} */
    public NumberSeries(String series) {
        this.series = series;
    }

    /** As its row stands. */
    public NumberSeries(String series, int last, ChainHead head) {
        this.series = series;
        this.last = last;
        head(head);
    }

    public String series() {
        return series;
    }

    public ChainHead head() {
        return new ChainHead(chainSequence, chainHash);
    }

    public void head(ChainHead head) {
        chainSequence = head.sequence();
        chainHash = head.hash();
    }

    /** The last number that was taken. */
    public int last() {
        return last;
    }

    /** Takes the next number. */
    public int next() {
        return ++last;
    }
}
