package org.yichuang.fees.internal.domain;

import java.time.Instant;

/**
 * What was done.
 *
 * @param step the word of the step
 * @param account who has done it
 * @param by what people call them
 * @param words what was said
 * @param late whether it came after its last day
 */
public record Note(Instant at, String step, String account, String by, String words, boolean late) {
    public Note {
        account = account == null ? "" : account;
        by = by == null ? "" : by;
        words = words == null ? "" : words;
    }

    /** What is done now. */
    static Note of(String step, String words, boolean late, Now now) {
        return new Note(
                now.context().at(),
                step,
                now.context().actor().account(),
                now.context().actor().name(),
                words,
                late);
    }
}
