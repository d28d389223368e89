package org.yichuang.fees.internal.domain;

import java.time.LocalDate;
import java.util.List;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.fees.api.FeeError;
import org.yichuang.fees.api.FeeEvent;
import org.yichuang.fees.api.RefundGround;
import org.yichuang.fees.api.RefundState;
import org.yichuang.kernel.api.ProblemException;

/** Money that goes back (退付, R7-14): applied for, checked by the unit, approved by finance, paid by the bank. */
@Entity(name = "Refund")
@Table(name = "FEES_REFUND")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class Refund extends Kept<RefundContent> {
    @Column(name = "PAYMENT")
    private String payment;

    @Column(name = "BILL")
    private String bill;

    @Column(name = "FEN")
    private long fen;

    @Column(name = "GROUND")
    private String ground;

    @Column(name = "STATE")
    private String state;

    @Column(name = "DUE_ON")
    private LocalDate dueOn;

    @Column(name = "LATE")
    private boolean late;

    protected Refund() {} // for JPA

    /**
     * Somebody applies for it.
     *
     * @param bill the demand that was paid, empty for money that pays none
     * @param account to which the money goes
     */
    public static Refund applied(String id, Payment payment, String bill, String account, Claim claim, Now now) {
        Refund made = new Refund();
        made.id = id;
        made.payment = payment.id();
        made.bill = bill;
        made.fen = claim.fen();
        made.ground = claim.ground().name();
        made.state = RefundState.APPLIED.name();
        made.dueOn = now.within(FeePolicy.REFUND);
        made.held = new RefundContent(account, claim.words(), List.of(), claim.named());
        made.note(RefundState.APPLIED, claim.words(), now);
        return made;
    }

    /**
     * What somebody applies for.
     *
     * @param named how it was proven that the account is the payer's own, null where it is the one that has paid
     */
    public record Claim(long fen, RefundGround ground, String words, RefundContent.Named named) {}

    /** The unit has checked it. */
    public void checked(String words, Now now) {
        move(RefundState.APPLIED, RefundState.CHECKED, words, now);
    }

    /** Finance has approved it. */
    public void approved(String words, Now now) {
        move(RefundState.CHECKED, RefundState.APPROVED, words, now);
    }

    /** The bank has paid it. */
    public void paid(String words, Now now) {
        move(RefundState.APPROVED, RefundState.PAID, words, now);
    }

    /** Unit or finance refuses it. */
    public void refused(String words, Now now) {
        move(
                state() == RefundState.CHECKED ? RefundState.CHECKED : RefundState.APPLIED,
                RefundState.REFUSED,
                words,
                now);
    }

    private void move(RefundState from, RefundState next, String words, Now now) {
        if (state() != from) {
            throw ProblemException.of(FeeError.REFUND_STATE, state().label());
        }
        if (held.notes().stream().anyMatch(note -> note.account().equals(now.account()))) {
            throw ProblemException.of(FeeError.REFUND_SELF);
        }
        state = next.name();
        note(next, words, now);
        dueOn = isOpen() ? now.within(FeePolicy.REFUND) : null;
    }

    private void note(RefundState step, String words, Now now) {
        boolean isLate = dueOn != null && now.today().isAfter(dueOn);
        late |= isLate;
        List<Note> notes = noted(held.notes(), Note.of(step.word(), words, isLate, now));
        held = held.noted(notes);
    }

    private boolean isOpen() {
        return state() != RefundState.PAID && state() != RefundState.REFUSED;
    }

    /** What has come, and goes back. */
    public String payment() {
        return payment;
    }

    /** The demand that was paid, empty for none. */
    public String bill() {
        return bill;
    }

    public long fen() {
        return fen;
    }

    public RefundGround ground() {
        return RefundGround.valueOf(ground);
    }

    public RefundState state() {
        return RefundState.valueOf(state);
    }

    /** The last day of what is to be done next, null when nothing is. */
    public LocalDate dueOn() {
        return dueOn;
    }

    /** Whether a step was late. */
    public boolean late() {
        return late;
    }

    /** What is told of it. */
    public FeeEvent changed() {
        return new FeeEvent.RefundChanged(bill, state(), ground(), fen, late);
    }
}
