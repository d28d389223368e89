package org.yichuang.fees.internal.domain;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.fees.api.DifferenceKind;
import org.yichuang.fees.api.FeeEvent;

/** That books do not agree; it stays open until somebody says why. */
@Entity(name = "FeeDifference")
@Table(name = "FEES_DIFFERENCE")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class Difference extends Chained {
    @Column(name = "FOUND_DAY")
    private LocalDate day;

    @Column(name = "KIND")
    private String kind;

    @Column(name = "CODE")
    private String code;

    @Column(name = "FEN")
    private long fen;

    @Column(name = "CLOSED_ON")
    private LocalDate closedOn;

    @Column(name = "CLOSED_BY")
    private String closedBy;

    @Column(name = "REASON")
    private String reason;

    protected Difference() {} // for JPA

    /**
     * One that has been found.
     *
     * @param id the same whenever it is found again; with a number behind it where the amount is another one by then
     */
    public static Difference opened(String id, Reconciled.Found found) {
        Difference made = new Difference();
        made.id = id;
        made.day = found.day();
        made.kind = found.kind().name();
        made.code = found.code();
        made.fen = found.fen();
        made.closedBy = "";
        made.reason = "";
        made.steps = 1;
        return made;
    }

    /** Somebody says why. */
    public void closed(String why, Now now) {
        closedOn = now.today();
        closedBy = now.account();
        reason = why;
        steps++;
    }

    /** The books agree by now, or differ by another amount. */
    public void over(String why, Now now) {
        closedOn = now.today();
        reason = why;
        steps++;
    }

    /** Whether no person has closed it, and it is over. */
    public boolean isOver() {
        return !isOpen() && closedBy.isEmpty();
    }

    /** What was found. */
    public Reconciled.Found found() {
        return new Reconciled.Found(day, kind(), code, fen);
    }

    /** The how manieth it is of its day, kind and code. */
    public int occurrence() {
        String first = found().id();
        return id.equals(first) ? 1 : Integer.parseInt(id.substring(first.length() + 1));
    }

    public boolean isOpen() {
        return closedOn == null;
    }

    public LocalDate day() {
        return day;
    }

    public DifferenceKind kind() {
        return DifferenceKind.valueOf(kind);
    }

    public String code() {
        return code;
    }

    public long fen() {
        return fen;
    }

    public LocalDate closedOn() {
        return closedOn;
    }

    public String reason() {
        return reason;
    }

    /** What is told of it. */
    public FeeEvent changed() {
        return new FeeEvent.DifferenceChanged(kind(), day, code, fen);
    }
}
