package org.yichuang.fees.internal.domain;

import java.util.List;

/**
 * What is kept encrypted of a refund.
 *
 * @param account to which the money goes: the one that has paid
 * @param words why
 * @param notes what has become of it
 */
public record RefundContent(String account, String words, List<Note> notes) {
    public RefundContent {
        notes = notes == null ? List.of() : List.copyOf(notes);
    }
}
