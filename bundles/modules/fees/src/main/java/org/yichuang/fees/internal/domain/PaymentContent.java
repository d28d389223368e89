package org.yichuang.fees.internal.domain;

import java.util.List;

/**
 * What is kept encrypted of a payment.
 *
 * @param account from which it came, empty for cash
 * @param payer who has paid, as the bank names them
 * @param signed whether the bank itself has said so
 * @param reversal what somebody has asked, null for nothing
 * @param notes what has become of it
 */
public record PaymentContent(String account, String payer, boolean signed, Reversal reversal, List<Note> notes) {
    public PaymentContent {
        account = account == null ? "" : account;
        notes = notes == null ? List.of() : List.copyOf(notes);
    }

    /** What was said of it first. */
    public static PaymentContent said(String account, String payer, boolean signed) {
        return new PaymentContent(account, payer, signed, null, List.of());
    }

    /** The bank itself says who has paid, and from where. */
    PaymentContent corrected(String by, String name) {
        return new PaymentContent(by, name, true, reversal, notes);
    }

    PaymentContent with(Reversal asked, List<Note> others) {
        return new PaymentContent(account, payer, signed, asked, others);
    }
}
