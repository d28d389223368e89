package org.yichuang.bench;

/** No answer came: nobody can tell whether the call had an effect. */
public final class Unanswered extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Says which call, and why. */
    public Unanswered(String message, Throwable cause) {
        super(message, cause);
    }
}
