package org.yichuang.fees.api;

import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.ErrorKind;

/** What can be wrong with fees. */
public enum FeeError implements ErrorCode {
    /** There is no fee item of this code. */
    FEE_UNKNOWN(ErrorKind.NOT_FOUND),
    /** A version of the fee item is drafted already. */
    FEE_DRAFTED(ErrorKind.CONFLICT),
    /** Nothing of the fee item is drafted. */
    FEE_NOT_DRAFTED(ErrorKind.CONFLICT),
    /** Whoever has drafted it does not publish it. */
    FEE_OWN_DRAFT(ErrorKind.NOT_ALLOWED),
    /** The fee item is linked to the item already. */
    FEE_LINKED(ErrorKind.CONFLICT),
    /** 搭车收费: the fee item is not linked to the item of the case. */
    FEE_NOT_LINKED(ErrorKind.CONFLICT),
    /** Nothing is charged from such payers. */
    FEE_NOT_OF_PAYER(ErrorKind.CONFLICT),
    /** No law and no administrative regulation provides for it (R1-36). */
    FEE_NO_BASIS(ErrorKind.CONFLICT),
    /** It does not hold on the day. */
    FEE_EXPIRED(ErrorKind.CONFLICT),
    /** The day of its review has passed (定期清理). */
    FEE_UNREVIEWED(ErrorKind.CONFLICT),
    /** An amount is given, and amounts are reckoned (R7-04). */
    FEE_AMOUNT_TYPED(ErrorKind.INVALID),
    /** The standard decides nothing for this payer. */
    FEE_RANGE_UNDECIDED(ErrorKind.CONFLICT),
    /** The case has not come so far that it may be demanded. */
    FEE_NOT_DUE(ErrorKind.CONFLICT),
    /** The case has the fee in a demand that stands. */
    FEE_BILLED(ErrorKind.CONFLICT),
    /** There is nothing to demand in the case. */
    FEE_NONE(ErrorKind.CONFLICT),
    /** There is no such case, or it is over. */
    CASE_NOT_OPEN(ErrorKind.CONFLICT),
    /** Agency is free (代办不收费). */
    AGENCY_FREE(ErrorKind.CONFLICT),
    /** Another centre makes out codes of payment of the same series. */
    CODE_SERIES_SHARED(ErrorKind.CONFLICT),
    /** The treasury has not answered; it is asked again. */
    CODE_UNANSWERED(ErrorKind.CONFLICT),
    /** Nothing of that name leads to a treasury. */
    CODE_PORT_MISSING(ErrorKind.CONFLICT),
    /** The treasury gives no code, and says why. */
    CODE_REFUSED(ErrorKind.CONFLICT),
    /** The treasury has given a code that another demand has. */
    CODE_DUPLICATE(ErrorKind.CONFLICT),
    /** There is no such demand. */
    BILL_UNKNOWN(ErrorKind.NOT_FOUND),
    /** The demand stands somewhere else. */
    BILL_STATE(ErrorKind.CONFLICT),
    /** Relief rests on minutes of the government's executive meeting, or a policy. */
    RELIEF_NO_MINUTES(ErrorKind.INVALID),
    /** Whoever has applied for relief does not approve it. */
    RELIEF_SELF(ErrorKind.NOT_ALLOWED),
    /** Nobody has applied for relief. */
    RELIEF_NONE(ErrorKind.CONFLICT),
    /** Nobody knows the code; the money is kept as a difference. */
    PAYMENT_UNKNOWN(ErrorKind.CONFLICT),
    /** The demand is of another amount; the money is kept as a difference. */
    PAYMENT_AMOUNT(ErrorKind.CONFLICT),
    /** The demand is paid already; the money is kept as a difference, to be refunded. */
    PAYMENT_DOUBLE(ErrorKind.CONFLICT),
    /** The demand is not to be paid; the money is kept as a difference. */
    PAYMENT_NOT_DUE(ErrorKind.CONFLICT),
    /** The bank has said something else under this serial. */
    PAYMENT_SERIAL(ErrorKind.CONFLICT),
    /** There is no such payment. */
    PAYMENT_NOT_FOUND(ErrorKind.NOT_FOUND),
    /** The payment has been reversed. */
    PAYMENT_REVERSED(ErrorKind.CONFLICT),
    /** Somebody has asked already that the payment is reversed. */
    REVERSAL_OPEN(ErrorKind.CONFLICT),
    /** Nobody has asked that the payment is reversed. */
    REVERSAL_NONE(ErrorKind.CONFLICT),
    /** Whoever has typed a payment, or asked that it is reversed, does not approve it. */
    REVERSAL_SELF(ErrorKind.NOT_ALLOWED),
    /** Somebody else than the cashier has the money: it goes back by a refund. */
    REVERSAL_FINAL(ErrorKind.CONFLICT),
    /** It was not the bank that says so, or not with a key of today. */
    PAYMENT_SIGNATURE(ErrorKind.NOT_ALLOWED),
    /** There is no such bank. */
    BANK_UNKNOWN(ErrorKind.NOT_FOUND),
    /** Nothing said of the bank waits for another person. */
    BANK_NOT_WAITING(ErrorKind.CONFLICT),
    /** Whoever has said something of a bank does not confirm it. */
    BANK_SELF(ErrorKind.NOT_ALLOWED),
    /** Nobody has said how the files of the bank are read. */
    BANK_NO_MAPPING(ErrorKind.CONFLICT),
    /** What is paid is not voided. */
    VOID_PAID(ErrorKind.CONFLICT),
    /** There is no such refund. */
    REFUND_UNKNOWN(ErrorKind.NOT_FOUND),
    /** The refund stands somewhere else, or there is one already. */
    REFUND_STATE(ErrorKind.CONFLICT),
    /** No more goes back than was paid. */
    REFUND_EXCEEDS(ErrorKind.CONFLICT),
    /** Money goes back to the account that has paid, and to no other. */
    REFUND_ACCOUNT(ErrorKind.CONFLICT),
    /** No account has paid: the payer names one of theirs, and proves who they are and that they have paid. */
    REFUND_UNPROVEN(ErrorKind.CONFLICT),
    /** Whoever vouches for a refund to an account that the payer has named enters the same one. */
    REFUND_UNVOUCHED(ErrorKind.CONFLICT),
    /** Whoever has done a step of the refund does not do the next one. */
    REFUND_SELF(ErrorKind.NOT_ALLOWED),
    /** There is no such statement. */
    STATEMENT_UNKNOWN(ErrorKind.NOT_FOUND),
    /** The statement counts already, or was refused. */
    STATEMENT_STATE(ErrorKind.CONFLICT),
    /** Whoever has typed a statement does not confirm it, and whoever writes payments down states nothing. */
    STATEMENT_SELF(ErrorKind.NOT_ALLOWED),
    /** There is no such difference, or it is closed. */
    DIFFERENCE_UNKNOWN(ErrorKind.NOT_FOUND),
    /** There is no such sign, or it is closed. */
    BYPASS_UNKNOWN(ErrorKind.NOT_FOUND),
    /** Nobody has said what came in of fees in that month, or it is confirmed. */
    INCOME_UNKNOWN(ErrorKind.NOT_FOUND),
    /** Whoever has written an income down does not confirm it. */
    INCOME_SELF(ErrorKind.NOT_ALLOWED),
    /** Somebody has written down another figure since. */
    INCOME_CHANGED(ErrorKind.CONFLICT),
    /** Nobody has written such receipts down. */
    STOCK_UNKNOWN(ErrorKind.NOT_FOUND),
    /** Some of these numbers are written down already. */
    STOCK_OVERLAPS(ErrorKind.CONFLICT),
    /** They are not numbers of these receipts. */
    STOCK_NUMBERS(ErrorKind.CONFLICT),
    /** A number is somewhere from where it does not go there. */
    STOCK_STATE(ErrorKind.CONFLICT),
    /** The unit gives no receipts of its own any more. */
    STOCK_STOPPED(ErrorKind.CONFLICT),
    /** Whoever keeps receipts does not count them. */
    STOCK_SELF(ErrorKind.NOT_ALLOWED),
    /** Some are in hand still. */
    STOCK_OPEN(ErrorKind.CONFLICT),
    /** The book has been put away. */
    STOCK_CLOSED(ErrorKind.CONFLICT),
    /** The day has not passed. */
    DAY_NOT_OVER(ErrorKind.CONFLICT),
    /** Differences of the day are open. */
    DAY_DIFFERS(ErrorKind.CONFLICT),
    /** Somebody has not stated what they have got on the day. */
    DAY_UNSTATED(ErrorKind.CONFLICT),
    /** A statement of the day waits for another person. */
    DAY_UNCONFIRMED(ErrorKind.CONFLICT),
    /** The books of the day do not balance. */
    DAY_UNBALANCED(ErrorKind.CONFLICT),
    /** The day is closed. */
    PERIOD_CLOSED(ErrorKind.CONFLICT),
    /** So much has been written down that it is left as it is. */
    HISTORY_FULL(ErrorKind.CONFLICT);

    private final ErrorKind kind;

    FeeError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
