package org.yichuang.documents.internal.domain;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

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

    protected NumberSeries() {} // for JPA

    /** @param series {@code module/kind/year} */
    public NumberSeries(String series) {
        this.series = series;
    }

    public String series() {
        return series;
    }

    /** Takes the next number. */
    public int next() {
        return ++last;
    }
}
