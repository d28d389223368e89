package org.yichuang.fees.internal.domain;

import java.time.LocalDate;
import java.util.Map;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.fees.api.EntryKind;
import org.yichuang.fees.api.FeeEvent;

/** The books of a day that are closed: what was posted on it, to the fen. */
@Entity(name = "ClosedDay")
@Table(name = "FEES_DAY")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class ClosedDay extends Chained {
    @Column(name = "CLOSED_DAY")
    private LocalDate day;

    @Column(name = "BILLED")
    private long billed;

    @Column(name = "RELIEVED")
    private long relieved;

    @Column(name = "PAID")
    private long paid;

    @Column(name = "REFUNDED")
    private long refunded;

    @Column(name = "SETTLED")
    private long settled;

    @Column(name = "CLOSED_BY")
    private String closedBy;

    protected ClosedDay() {} // for JPA

    /** Closes a day, with what was posted on it. */
    public static ClosedDay closed(LocalDate day, Map<EntryKind, Long> turnover, Now now) {
        ClosedDay made = new ClosedDay();
        made.id = day.toString();
        made.day = day;
        made.billed = turnover.get(EntryKind.BILLED) - turnover.get(EntryKind.VOIDED);
        made.relieved = turnover.get(EntryKind.RELIEVED);
        made.paid =
                turnover.get(EntryKind.PAID) + turnover.get(EntryKind.APPLIED) - turnover.get(EntryKind.PAID_REVERSED);
        made.refunded = turnover.get(EntryKind.REFUNDED) + turnover.get(EntryKind.RETURNED);
        made.settled = turnover.get(EntryKind.SETTLED);
        made.closedBy = now.account();
        made.steps = 1;
        return made;
    }

    public LocalDate day() {
        return day;
    }

    /** What was demanded less what was voided. */
    public long billed() {
        return billed;
    }

    public long relieved() {
        return relieved;
    }

    /** What was paid less what was reversed. */
    public long paid() {
        return paid;
    }

    public long refunded() {
        return refunded;
    }

    public long settled() {
        return settled;
    }

    /** What is told of it. */
    public FeeEvent changed() {
        return new FeeEvent.DayClosed(day, billed, relieved, paid, refunded, settled);
    }
}
