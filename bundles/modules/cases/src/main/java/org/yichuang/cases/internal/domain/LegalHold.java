package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.cases.api.CaseError;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;

/** That a case is kept whatever its years are: a lawsuit, an inquiry, an audit wants it (诉讼、调查、审计期间). */
@Entity(name = "LegalHold")
@Table(name = "CASES_HOLD")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class LegalHold {
    @Id
    @Column(name = "CASE_NUMBER")
    private String number;

    @Column(name = "BASIS")
    private String basis;

    @Column(name = "SET_BY")
    private String setBy;

    @Column(name = "SET_ON")
    private LocalDate setOn;

    @Column(name = "LIFTED_ON")
    private LocalDate liftedOn;

    @Column(name = "HELD")
    private boolean held;

    @Column(name = "STEPS")
    private int steps;

    @Column(name = "CHAIN_SEQUENCE")
    private long chainSequence;

    @Column(name = "CHAIN_HASH")
    private String chainHash = ChainHead.START.hash();

    protected LegalHold() {} // for JPA

    /** A case of which nothing has been said yet. */
    public LegalHold(String number) {
        this.number = number;
    }

    /**
     * It is kept.
     *
     * @param paper by which writ, e.g. its number
     * @throws ProblemException {@code hold-state} where it is held already
     */
    public void set(String paper, CallContext context) {
        require(false);
        held = true;
        basis = paper;
        setBy = context.actor().account();
        setOn = context.today();
        liftedOn = null;
        steps++;
    }

    /**
     * Nothing of the kind keeps it any more.
     *
     * @throws ProblemException {@code hold-state} where it is not held
     */
    public void lift(CallContext context) {
        require(true);
        held = false;
        liftedOn = context.today();
        steps++;
    }

    private void require(boolean expected) {
        if (held != expected) {
            throw ProblemException.of(CaseError.HOLD_STATE, number);
        }
    }

    public String number() {
        return number;
    }

    /** By which writ. */
    public String basis() {
        return basis;
    }

    public String setBy() {
        return setBy;
    }

    public LocalDate setOn() {
        return setOn;
    }

    /** Since when it is held no more; empty as long as it is. */
    public Optional<LocalDate> liftedOn() {
        return Optional.ofNullable(liftedOn);
    }

    public boolean isHeld() {
        return held;
    }

    /** How many steps there were, which is its version as well. */
    public int steps() {
        return steps;
    }

    public ChainHead head() {
        return new ChainHead(chainSequence, chainHash);
    }

    public void head(ChainHead head) {
        chainSequence = head.sequence();
        chainHash = head.hash();
    }
}
