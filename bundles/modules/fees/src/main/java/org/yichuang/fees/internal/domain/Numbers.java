package org.yichuang.fees.internal.domain;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.fees.api.FeeError;
import org.yichuang.kernel.api.ProblemException;

/** A series of numbers without gaps: one is given with what bears it, or not at all. */
@Entity(name = "FeeNumbers")
@Table(name = "FEES_NUMBERS")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class Numbers extends Chained {
    @Column(name = "LAST_GIVEN")
    private long last;

    protected Numbers() {} // for JPA

    /** A series that begins with 1. */
    public static Numbers of(String series) {
        Numbers made = new Numbers();
        made.id = series;
        return made;
    }

    /**
     * Gives the next ones.
     *
     * @param count how many
     * @return the last of them
     * @throws ProblemException {@code history-full} behind the last one that has so many digits
     */
    public long next(int digits, int count) {
        last += count;
        steps++;
        if (Long.toString(last).length() > digits) {
            throw ProblemException.of(FeeError.HISTORY_FULL, last - 1);
        }
        return last;
    }
}
