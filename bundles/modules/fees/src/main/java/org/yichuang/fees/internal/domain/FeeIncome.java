package org.yichuang.fees.internal.domain;

import java.time.YearMonth;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.fees.api.FeeError;
import org.yichuang.fees.api.FeeEvent;
import org.yichuang.kernel.api.Money;
import org.yichuang.kernel.api.ProblemException;

/**
 * What the level has got of fees in a month, wherever they were paid, as finance says: one person writes it down, and
 * it counts when another one has confirmed it.
 */
@Entity(name = "FeeIncome")
@Table(name = "FEES_INCOME")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class FeeIncome extends Chained {
    @Column(name = "FEN")
    private Long fen;

    @Column(name = "SOURCE")
    private String source;

    @Column(name = "CONFIRMED_BY")
    private String confirmedBy;

    @Column(name = "STATED_FEN")
    private Long statedFen;

    @Column(name = "STATED_SOURCE")
    private String statedSource;

    @Column(name = "STATED_BY")
    private String statedBy;

    protected FeeIncome() {} // for JPA

    /** Of a month nobody has said anything yet. */
    public static FeeIncome of(YearMonth month) {
        FeeIncome made = new FeeIncome();
        made.id = month.toString();
        made.source = "";
        made.confirmedBy = "";
        made.statedSource = "";
        made.statedBy = "";
        return made;
    }

    /**
     * Somebody writes down what finance says; what was confirmed before counts until this is.
     *
     * @param from which report it stands in
     */
    public void stated(long amount, String from, Now now) {
        statedFen = amount;
        statedSource = from;
        statedBy = now.account();
        steps++;
    }

    /**
     * Another person has seen the same.
     *
     * @param seen the version that they have seen
     * @throws ProblemException {@code income-unknown} where nothing waits, {@code income-self}, {@code income-changed}
     */
    public void confirmed(int seen, Now now) {
        if (statedFen == null) {
            throw ProblemException.of(FeeError.INCOME_UNKNOWN, id);
        }
        if (statedBy.equals(now.account())) {
            throw ProblemException.of(FeeError.INCOME_SELF);
        }
        if (seen != steps) {
            throw ProblemException.of(FeeError.INCOME_CHANGED, id, new Money(statedFen).yuan(), statedSource);
        }
        fen = statedFen;
        source = statedSource;
        confirmedBy = now.account();
        statedFen = null;
        statedSource = "";
        steps++;
    }

    public YearMonth month() {
        return YearMonth.parse(id);
    }

    /** What counts, null for nothing. */
    public Long fen() {
        return fen;
    }

    public String source() {
        return source;
    }

    public String confirmedBy() {
        return confirmedBy;
    }

    /** What waits for another person, null for nothing. */
    public Long statedFen() {
        return statedFen;
    }

    public String statedSource() {
        return statedSource;
    }

    public String statedBy() {
        return statedBy;
    }

    /** What is told of it. */
    public FeeEvent changed() {
        return new FeeEvent.IncomeStated(id, statedFen == null ? fen : statedFen);
    }
}
