package org.yichuang.fees.internal.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.fees.api.FeeError;
import org.yichuang.fees.api.FeeEvent;
import org.yichuang.fees.api.PaymentChannel;
import org.yichuang.fees.api.PaymentOutcome;
import org.yichuang.fees.api.ReversalGround;
import org.yichuang.kernel.api.ProblemException;

/**
 * Money that has come, as the bank says; it is kept whatever it comes to. What was said is never changed: what somebody
 * has mistyped is reversed, and written down anew.
 */
@Entity(name = "Payment")
@Table(name = "FEES_PAYMENT")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class Payment extends Kept<PaymentContent> {
    @Column(name = "BANK")
    private String bank;

    @Column(name = "SERIAL")
    private String serial;

    @Column(name = "CODE")
    private String code;

    @Column(name = "FEN")
    private long fen;

    @Column(name = "PAID_AT")
    private String paidAt;

    @Column(name = "BOOKED_ON")
    private LocalDate bookedOn;

    @Column(name = "BRANCH")
    private String branch;

    @Column(name = "CHANNEL")
    private String channel;

    @Column(name = "OUTCOME")
    private String outcome;

    @Column(name = "BILL")
    private String bill;

    @Column(name = "ACCOUNT_KEY")
    private String accountKey;

    @Column(name = "RECORDED_BY")
    private String recordedBy;

    @Column(name = "OCCURRENCE")
    private int occurrence;

    @Column(name = "APPLIED_ON")
    private LocalDate appliedOn;

    @Column(name = "PASSED_ON")
    private LocalDate passedOn;

    @Column(name = "REVERSED_ON")
    private LocalDate reversedOn;

    @Column(name = "BANK_RETURNED")
    private long bankReturned;

    protected Payment() {} // for JPA

    /**
     * What the bank says.
     *
     * @param bank which bank
     * @param serial the bank's own name for it, unique within the bank for each code
     * @param code that was paid under
     * @param at when
     * @param branch where
     */
    public record Told(
            String bank, String serial, String code, long fen, Instant at, String branch, PaymentChannel channel) {}

    /**
     * Writes it down.
     *
     * @param bill the demand that has the code, empty for none
     */
    public static Payment recorded(
            String id, Told told, PaymentOutcome outcome, String bill, PaymentContent of, Now now) {
        Payment made = new Payment();
        made.id = id;
        made.bank = told.bank();
        made.serial = told.serial();
        made.code = told.code();
        made.fen = told.fen();
        made.paidAt = told.at().toString();
        made.branch = told.branch();
        made.channel = told.channel().name();
        made.outcome = outcome.name();
        made.bill = bill;
        made.bookedOn = now.today();
        made.recordedBy = now.account();
        made.accountKey = "";
        made.held = of;
        made.steps = 1;
        return made;
    }

    /** The account is known again by a digest, empty for cash. */
    public Payment known(String key) {
        accountKey = key;
        return this;
    }

    /** The how manieth under its name it is: those before it have been reversed. */
    public Payment after(Payment other) {
        occurrence = other.occurrence + 1;
        return this;
    }

    /** The bank itself says who has paid, and from where: what somebody has typed before it gives way. */
    public Payment corrected(String account, String payer) {
        held = held.corrected(account, payer);
        steps++;
        return this;
    }

    /**
     * Somebody asks that it is reversed, as it was mistyped.
     *
     * @throws ProblemException {@code payment-reversed}, {@code reversal-open}
     */
    public void reversalAsked(ReversalGround ground, String words, Now now) {
        requireStanding();
        if (held.reversal() != null) {
            throw ProblemException.of(FeeError.REVERSAL_OPEN);
        }
        held = held.with(new Reversal(ground, words, now.account()), noted("ask-reversal", words, now));
    }

    /**
     * Another person approves it.
     *
     * @throws ProblemException {@code payment-reversed}, {@code reversal-none}, {@code reversal-self}
     */
    public void reversed(String words, Now now) {
        requireOther(now);
        reversedOn = now.today();
        held = held.with(held.reversal(), noted("reverse", words, now));
    }

    /**
     * Another person refuses it.
     *
     * @throws ProblemException {@code payment-reversed}, {@code reversal-none}, {@code reversal-self}
     */
    public void reversalRefused(String words, Now now) {
        requireOther(now);
        held = held.with(null, noted("refuse-reversal", words, now));
    }

    private List<Note> noted(String step, String words, Now now) {
        return noted(held.notes(), Note.of(step, words, false, now), true);
    }

    /**
     * Refuses whoever has typed it or asked.
     *
     * @throws ProblemException {@code payment-reversed}, {@code reversal-none}, {@code reversal-self}
     */
    public void requireOther(Now now) {
        requireStanding();
        if (held.reversal() == null) {
            throw ProblemException.of(FeeError.REVERSAL_NONE);
        }
        if (held.reversal().askedBy().equals(now.account()) || recordedBy.equals(now.account())) {
            throw ProblemException.of(FeeError.REVERSAL_SELF);
        }
    }

    /** @throws ProblemException {@code payment-reversed} */
    public void requireStanding() {
        if (isReversed()) {
            throw ProblemException.of(FeeError.PAYMENT_REVERSED);
        }
    }

    /** It pays the demand that has its code, since what was to have paid that never came. */
    public void applied(Now now) {
        appliedOn = now.today();
        steps++;
    }

    /** It pays a demand that had not got its code when it came. */
    public void appliedTo(String number, Now now) {
        bill = number;
        applied(now);
    }

    /** It pays nothing, and the treasury has it. */
    public void passed(Now now) {
        passedOn = now.today();
        steps++;
    }

    /** The bank has given some of it back before it reached the treasury. */
    public void returnedByBank(long back) {
        bankReturned += back;
        steps++;
    }

    /** Whether the bank says the same again of what it has named alike. */
    public boolean isSame(Told told) {
        return fen == told.fen();
    }

    public String bank() {
        return bank;
    }

    public String serial() {
        return serial;
    }

    public String code() {
        return code;
    }

    public long fen() {
        return fen;
    }

    public Instant paidAt() {
        return Instant.parse(paidAt);
    }

    /** The day in our books. */
    public LocalDate bookedOn() {
        return bookedOn;
    }

    public String branch() {
        return branch;
    }

    public PaymentChannel channel() {
        return PaymentChannel.valueOf(channel);
    }

    /** What it comes to by now. */
    public PaymentOutcome outcome() {
        return outcome(outcome, appliedOn);
    }

    /** What something comes to that came to something first, and pays its demand since a day, null for never. */
    public static PaymentOutcome outcome(String first, LocalDate appliedOn) {
        return appliedOn == null ? PaymentOutcome.valueOf(first) : PaymentOutcome.MATCHED;
    }

    /** Whether it is said not to have come. */
    public boolean isReversed() {
        return reversedOn != null;
    }

    /** When it was, null for never. */
    public LocalDate reversedOn() {
        return reversedOn;
    }

    /** Whether it pays nothing, and the treasury has it. */
    public boolean isPassed() {
        return passedOn != null;
    }

    /** Whether no account has paid, but somebody in cash. */
    public boolean isCash() {
        return accountKey.isEmpty();
    }

    /** Who has written it down. */
    public String recordedBy() {
        return recordedBy;
    }

    /** The number of the demand that has the code, empty for none. */
    public String bill() {
        return bill;
    }

    public String accountKey() {
        return accountKey;
    }

    /** What is told of it. */
    public FeeEvent changed() {
        return new FeeEvent.PaymentRecorded(code, fen, channel(), outcome());
    }
}
