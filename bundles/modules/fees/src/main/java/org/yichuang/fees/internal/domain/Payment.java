package org.yichuang.fees.internal.domain;

import java.time.Instant;
import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.fees.api.FeeEvent;
import org.yichuang.fees.api.PaymentChannel;
import org.yichuang.fees.api.PaymentOutcome;

/** Money that has come, as the bank says; it is kept whatever it comes to, and never changed. */
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
        made.held = of;
        made.steps = 1;
        return made;
    }

    /** The account is known again by a digest. */
    public Payment known(String key) {
        accountKey = key;
        return this;
    }

    /** The bank itself says who has paid, and from where: what somebody has typed before it gives way. */
    public Payment corrected(PaymentContent said) {
        held = said;
        steps++;
        return this;
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

    public PaymentOutcome outcome() {
        return PaymentOutcome.valueOf(outcome);
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
