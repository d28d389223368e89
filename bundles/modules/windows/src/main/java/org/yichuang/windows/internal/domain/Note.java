package org.yichuang.windows.internal.domain;

import java.time.Instant;

/**
 * What was done.
 *
 * @param step its word
 * @param by the name of whoever did it
 * @param words what they said, empty for nothing
 */
public record Note(Instant at, String step, String by, String words) {
    public Note {
        words = words == null ? "" : words;
    }

    /** What is done now. */
    static Note of(String step, String words, Now now) {
        return new Note(now.context().at(), step, now.context().actor().name(), words);
    }
}
