package org.yichuang.kernel.api;

import java.util.Locale;

/**
 * What is wrong with one field.
 *
 * @param field the path of the field as the client wrote it, e.g. {@code applicant.idNumber}
 * @param message the sentence
 */
public record FieldProblem(String field, LocalizedMessage message) {
    /** As it is written to programs. */
    public Wire wire() {
        return new Wire(field, zh(), en());
    }

    /** The sentence in Chinese. */
    public String zh() {
        return message.in(LocalizedMessage.CHINESE);
    }

    /** The sentence in English. */
    public String en() {
        return message.in(Locale.ENGLISH);
    }

    /**
     * A problem as JSON carries it.
     *
     * @param field the path of the field
     * @param zh the sentence in Chinese
     * @param en the sentence in English
     */
    public record Wire(String field, String zh, String en) {}
}
