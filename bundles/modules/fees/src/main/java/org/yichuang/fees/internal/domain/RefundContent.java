package org.yichuang.fees.internal.domain;

import java.util.List;

/**
 * What is kept encrypted of a refund.
 *
 * @param account to which the money goes: the one that has paid, or of cash one that the payer has named
 * @param words why
 * @param notes what has become of it
 * @param named how it was proven that the account is the payer's own, null where it is the one that has paid
 */
public record RefundContent(String account, String words, List<Note> notes, Named named) {
    public RefundContent {
        notes = notes == null ? List.of() : List.copyOf(notes);
    }

    /**
     * How it was proven.
     *
     * @param holder whose the account is
     * @param receipt what they have shown of the payment
     * @param identity what they have shown of themselves
     */
    public record Named(String holder, String receipt, String identity) {}

    RefundContent noted(List<Note> others) {
        return new RefundContent(account, words, others, named);
    }
}
