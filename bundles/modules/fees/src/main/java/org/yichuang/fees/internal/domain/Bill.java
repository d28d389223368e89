package org.yichuang.fees.internal.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.fees.api.BillState;
import org.yichuang.fees.api.BillStep;
import org.yichuang.fees.api.FeeError;
import org.yichuang.fees.api.FeeEvent;
import org.yichuang.fees.api.ReliefKind;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.fee.PayerKind;

/** A demand of payment (缴款通知) in a case: all its fees together, each line with how it was reckoned. */
@Entity(name = "Bill")
@Table(name = "FEES_BILL")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class Bill extends Demanded {
    @Column(name = "STATE")
    private String state;

    @Column(name = "GROSS")
    private long gross;

    @Column(name = "RELIEF")
    private long relief;

    @Column(name = "PAID")
    private long paid;

    @Column(name = "REFUNDED")
    private long refunded;

    @Column(name = "BILLED_ON")
    private LocalDate billedOn;

    @Column(name = "DUE_ON")
    private LocalDate dueOn;

    @Column(name = "PAID_ON")
    private LocalDate paidOn;

    @Column(name = "SETTLED_ON")
    private LocalDate settledOn;

    /** The last day of which its payer was reminded; null before. */
    @Column(name = "REMINDED_FOR")
    private LocalDate remindedFor;

    protected Bill() {} // for JPA

    /** In which case it is demanded. */
    public record Matter(String caseNumber, String item, String itemName, String department) {}

    /** Who pays. */
    public record Payer(String name, PayerKind kind) {}

    /**
     * Demands payment.
     *
     * @param number of the demand
     * @param code by which it is paid, 20 digits
     */
    public static Bill billed(String number, String code, Matter matter, Payer payer, List<BillLine> lines, Now now) {
        return made(number, code, Asked.NOT, matter, payer, lines, now);
    }

    /**
     * Demands payment by a code that the treasury is to be asked for. Until it has given one, the number stands in its
     * place, as there is one demand of a code.
     *
     * @param asked how it is asked
     */
    public static Bill pending(String number, Asked asked, Matter matter, Payer payer, List<BillLine> lines, Now now) {
        return made(number, number, asked, matter, payer, lines, now);
    }

    private static Bill made(
            String number, String code, Asked asked, Matter matter, Payer payer, List<BillLine> lines, Now now) {
        Bill made = new Bill();
        made.id = number;
        made.named(code, asked, matter);
        made.state = (made.isOrdered() ? BillState.CODE_PENDING : BillState.DUE).name();
        made.gross = lines.stream().mapToLong(BillLine::gross).sum();
        made.billedOn = now.today();
        made.dueOn = now.within(FeePolicy.DUE);
        made.held = BillContent.of(payer, lines);
        made.note(BillStep.BILL, "", now);
        return made;
    }

    /**
     * The treasury has given the code; whoever pays has the whole time from then on.
     *
     * @param given 20 digits
     */
    public void coded(String given, Now now) {
        known(given);
        dueOn = now.within(FeePolicy.DUE);
        move(BillStep.CODE, BillState.DUE, given, now);
    }

    /**
     * Somebody applies for relief.
     *
     * @throws ProblemException {@code bill-state}, {@code relief-no-minutes}, {@code fields-invalid}
     */
    public void reliefAsked(Relief asked, Now now) {
        require(BillStep.ASK_RELIEF);
        if (asked.number().isBlank()
                || asked.decidedOn() == null
                || asked.decidedOn().isAfter(now.today())) {
            throw ProblemException.of(FeeError.RELIEF_NO_MINUTES);
        }
        if (asked.kind() == ReliefKind.REDUCTION && (asked.fen() <= 0 || asked.fen() >= net())) {
            throw invalid("fen", "relief.fen");
        }
        if (asked.kind() == ReliefKind.DEFERRAL
                && (asked.until() == null || !asked.until().isAfter(dueOn))) {
            throw invalid("until", "relief.until");
        }
        held = held.with(asked);
        note(BillStep.ASK_RELIEF, asked.number() + " " + asked.words(), now);
    }

    /**
     * Somebody else approves it.
     *
     * @return what is not to be paid now of each line
     * @throws ProblemException {@code bill-state}, {@code relief-none}, {@code relief-self}
     */
    public List<Long> relieved(Now now) {
        Relief asked = openRelief(BillStep.RELIEVE, now);
        List<Long> nets = held.lines().stream().map(BillLine::net).toList();
        long less =
                switch (asked.kind()) {
                    case REDUCTION -> asked.fen();
                    case EXEMPTION -> net();
                    case DEFERRAL -> 0;
                };
        List<Long> shares = Shares.of(less, nets);
        List<BillLine> lines = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            lines.add(held.lines().get(i).relieved(shares.get(i)));
        }
        relief += less;
        BillState next =
                switch (asked.kind()) {
                    case REDUCTION -> BillState.DUE;
                    case EXEMPTION -> BillState.EXEMPT;
                    case DEFERRAL -> BillState.DEFERRED;
                };
        if (next == BillState.DEFERRED) {
            dueOn = asked.until();
        }
        held = held.with(lines).with(asked.approved(now.account()));
        toTell();
        move(BillStep.RELIEVE, next, asked.kind().label().zh(), now);
        return shares;
    }

    /** Somebody else refuses it, who says why. */
    public void reliefRefused(String reason, Now now) {
        openRelief(BillStep.REFUSE_RELIEF, now);
        held = held.with((Relief) null);
        move(BillStep.REFUSE_RELIEF, BillState.DUE, reason, now);
    }

    private Relief openRelief(BillStep step, Now now) {
        require(step);
        Relief asked = held.relief();
        if (asked == null || !asked.isOpen()) {
            throw ProblemException.of(FeeError.RELIEF_NONE);
        }
        if (asked.askedBy().equals(now.account())) {
            throw ProblemException.of(FeeError.RELIEF_SELF);
        }
        return asked;
    }

    /** It is paid, all of it. */
    public void paid(Receipt receipt, Now now) {
        paid = net();
        paidOn = now.today();
        held = held.receipted(receipt);
        move(BillStep.PAY, BillState.PAID, receipt.number(), now);
    }

    /**
     * It is not demanded any more.
     *
     * @throws ProblemException {@code void-paid}, {@code bill-state}
     */
    public void voided(String reason, Now now) {
        if (paid > 0) {
            throw ProblemException.of(FeeError.VOID_PAID);
        }
        toTell();
        move(BillStep.VOID, BillState.VOID, reason, now);
    }

    /** Its case has ended without a result. */
    public void ended(String reason, Now now) {
        toTell();
        move(BillStep.END, BillState.VOID, reason, now);
    }

    /**
     * Somebody has settled with the treasury that it is not demanded any more, as it does not take that from us.
     *
     * @throws ProblemException {@code bill-state}
     */
    public void toldByHand(String words, Now now) {
        move(BillStep.TELL, state(), words, now);
        told();
    }

    /** Demand, bank and treasury agree. */
    public void settled(Now now) {
        settledOn = now.today();
        move(BillStep.SETTLE, state() == BillState.REFUNDED ? BillState.REFUNDED : BillState.SETTLED, "", now);
    }

    /** Whether it is to be settled, once the treasury has it: also what the bank has given back before. */
    public boolean isUnsettled() {
        return state() == BillState.PAID || state() == BillState.REFUNDED && settledOn == null;
    }

    /**
     * Money has gone back: a part, of which the rest stays paid, or all that was left.
     *
     * @return what has gone back of each line
     */
    public List<Long> refunded(long fen, Receipt reversal, Now now) {
        List<Long> shares =
                Shares.of(fen, held.lines().stream().map(BillLine::left).toList());
        List<BillLine> lines = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            lines.add(held.lines().get(i).refunded(shares.get(i)));
        }
        refunded += fen;
        held = held.with(lines).reversed(reversal);
        if (leftFen() == 0) {
            toTell();
        }
        move(BillStep.REFUND, leftFen() == 0 ? BillState.REFUNDED : state(), reversal.number(), now);
        return shares;
    }

    /**
     * It was not paid, though somebody had typed so: it is to be paid as before. The paper that says so is made out
     * before {@link #receipted} takes the receipt away.
     */
    public void reversed(Receipt reversal, Now now) {
        Relief granted = held.relief();
        boolean isDeferred = granted != null && !granted.isOpen() && granted.kind() == ReliefKind.DEFERRAL;
        paid = 0;
        paidOn = null;
        held = held.reversed(reversal);
        toTell();
        move(BillStep.REVERSE, isDeferred ? BillState.DEFERRED : BillState.DUE, reversal.number(), now);
    }

    /**
     * There is a receipt over what is left.
     *
     * @param receipt null where there is none any more
     */
    public void receipted(Receipt receipt) {
        held = held.receipted(receipt);
    }

    /** @throws ProblemException {@code bill-state} */
    public void require(BillStep step) {
        if (!possible().contains(step)) {
            throw ProblemException.of(FeeError.BILL_STATE, state().label(), step.label());
        }
    }

    /** What may be done where it stands. */
    public List<BillStep> possible() {
        return BillTable.steps(state()).stream()
                .filter(step -> step != BillStep.TELL || isToldInVain())
                .toList();
    }

    private void move(BillStep step, BillState next, String words, Now now) {
        require(step);
        if (!BillTable.leads(state(), step, next)) {
            throw new IllegalStateException(state + " " + step + " " + next);
        }
        state = next.name();
        note(step, words, now);
    }

    private void note(BillStep step, String words, Now now) {
        held = held.noted(noted(held.notes(), Note.of(step.word(), words, false, now)));
    }

    private static ProblemException invalid(String field, String key) {
        return ProblemException.field(CommonError.FIELDS_INVALID, field, LocalizedMessage.of(Bill.class, key));
    }

    /**
     * Whether nothing is issued before something is paid: a deferral holds until its day; what is void, or has gone
     * back as it was not owed, is not demanded any more.
     */
    public boolean isMissing(LocalDate today) {
        return state() == BillState.CODE_PENDING
                || state() == BillState.DUE
                || state() == BillState.DEFERRED && today.isAfter(dueOn);
    }

    /** Whether its payer is to be reminded, as it is not paid and the last day has not passed. */
    public boolean isToRemind(LocalDate today) {
        return (state() == BillState.DUE || state() == BillState.DEFERRED)
                && !today.isAfter(dueOn)
                && !dueOn.equals(remindedFor);
    }

    /** Its payer is reminded of its last day, and not again unless that changes. */
    public void reminded() {
        remindedFor = dueOn;
        steps++;
    }

    /** Whether something is to be paid by it. */
    public boolean isOpen() {
        return state() == BillState.CODE_PENDING || state() == BillState.DUE || state() == BillState.DEFERRED;
    }

    /** Whether it demands something, or did so until it was paid. */
    public boolean stands() {
        return state() != BillState.VOID && state() != BillState.REFUNDED;
    }

    public BillState state() {
        return BillState.valueOf(state);
    }

    public long gross() {
        return gross;
    }

    public long relief() {
        return relief;
    }

    /** What is to be paid. */
    public long net() {
        return gross - relief;
    }

    /** What has been paid. */
    public long paidFen() {
        return paid;
    }

    /** What of that has gone back. */
    public long refundedFen() {
        return refunded;
    }

    /** What is left of what is to be paid, when some has gone back. */
    public long leftFen() {
        return net() - refunded;
    }

    public LocalDate billedOn() {
        return billedOn;
    }

    public LocalDate dueOn() {
        return dueOn;
    }

    /** When it was paid, null before. */
    public LocalDate paidOn() {
        return paidOn;
    }

    /** What is told of it. */
    public FeeEvent changed() {
        return new FeeEvent.BillChanged(caseNumber(), state(), gross, relief, paid, refunded, dueOn);
    }
}
