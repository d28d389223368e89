package org.yichuang.kernel.api.identifier;

import org.yichuang.kernel.api.LocalizedMessage;

/**
 * The result of examining a number.
 *
 * @param verdict what was found
 * @param normalised the number as it is to be stored; for an invalid one the text as examined, for the message only
 * @param reason why it is not simply valid; without words when it is
 */
public record Check(Verdict verdict, String normalised, LocalizedMessage reason) {
    /** Tells whether nothing at all is wrong. */
    public boolean isValid() {
        return verdict == Verdict.VALID;
    }

    /** Tells whether the number is taken only after somebody confirmed it (R4-04). */
    public boolean needsOverride() {
        return verdict == Verdict.WARNING;
    }

    /** Tells whether the number is not taken at all. */
    public boolean isInvalid() {
        return verdict == Verdict.INVALID;
    }

    static Check valid(String normalised) {
        return new Check(Verdict.VALID, normalised, LocalizedMessage.verbatim(""));
    }

    static Check warning(String normalised, LocalizedMessage reason) {
        return new Check(Verdict.WARNING, normalised, reason);
    }

    static Check invalid(String examined, LocalizedMessage reason) {
        return new Check(Verdict.INVALID, examined, reason);
    }
}
