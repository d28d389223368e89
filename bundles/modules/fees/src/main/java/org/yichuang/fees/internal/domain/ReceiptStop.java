package org.yichuang.fees.internal.domain;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.fees.api.FeeEvent;

/**
 * The last day on which a unit gives paper receipts of its own (停止使用票据); behind it the centre's counter is the only
 * one.
 */
@Entity(name = "ReceiptStop")
@Table(name = "FEES_STOP")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class ReceiptStop extends Chained {
    @Column(name = "LAST_DAY")
    private LocalDate lastDay;

    @Column(name = "DECISION")
    private String decision;

    @Column(name = "SAID_BY")
    private String saidBy;

    protected ReceiptStop() {} // for JPA

    /** Of a unit nothing has been decided. */
    public static ReceiptStop of(String unit) {
        ReceiptStop made = new ReceiptStop();
        made.id = unit;
        return made;
    }

    /** It is decided. */
    public void decided(LocalDate last, String what, Now now) {
        lastDay = last;
        decision = what;
        saidBy = now.account();
        steps++;
    }

    /** Whether a day is behind the last one. */
    public boolean isPassed(LocalDate day) {
        return day.isAfter(lastDay);
    }

    public LocalDate lastDay() {
        return lastDay;
    }

    public String decision() {
        return decision;
    }

    public String saidBy() {
        return saidBy;
    }

    /** What is told of it. */
    public FeeEvent changed() {
        return new FeeEvent.ReceiptsStopped(id, lastDay);
    }
}
