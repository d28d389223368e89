package org.yichuang.kernel.api.identifier;

/**
 * The result of examining a number.
 *
 * @param verdict what was found
 * @param normalised the number as it is to be stored; for an invalid one the text as examined, for the message only
 * @param reasonZh why it is not simply valid, in Chinese; empty text when it is
 * @param reasonEn the same in English
 */
public record Check(Verdict verdict, String normalised, String reasonZh, String reasonEn) {
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
        return new Check(Verdict.VALID, normalised, "", "");
    }

    static Check warning(String normalised, String reasonZh, String reasonEn) {
        return new Check(Verdict.WARNING, normalised, reasonZh, reasonEn);
    }

    static Check invalid(String examined, String reasonZh, String reasonEn) {
        return new Check(Verdict.INVALID, examined, reasonZh, reasonEn);
    }
}
