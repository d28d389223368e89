package org.yichuang.notices.internal.provider;

/**
 * What became of a message that was handed over.
 *
 * @param result what is known
 * @param reason a word for it, without personal data, e.g. {@code smtp-550}; empty when it was taken
 */
public record Outcome(Result result, String reason) {
    /** The provider has taken it. */
    public static final Outcome SENT = new Outcome(Result.SENT, "");

    /** What is known. */
    public enum Result {
        /** The provider has taken it. */
        SENT,
        /** The provider may have taken it. */
        UNCERTAIN,
        /** The provider has not taken it and never will. */
        REFUSED,
        /** The provider has not taken this one, and may later. */
        LATER,
        /** The provider takes nothing at present; it has not taken this one. */
        DOWN
    }

    /** The provider may have taken it. */
    public static Outcome uncertain(String reason) {
        return new Outcome(Result.UNCERTAIN, reason);
    }

    /** The provider never will take it. */
    public static Outcome refused(String reason) {
        return new Outcome(Result.REFUSED, reason);
    }

    /** The provider has not taken this one. */
    public static Outcome later(String reason) {
        return new Outcome(Result.LATER, reason);
    }

    /** The provider takes nothing at present. */
    public static Outcome down(String reason) {
        return new Outcome(Result.DOWN, reason);
    }

    /** Whether the provider has answered as one that is there. */
    boolean isAnswered() {
        return result != Result.DOWN && result != Result.UNCERTAIN;
    }
}
