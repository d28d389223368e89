package org.yichuang.cases.api;

import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.LocalizedMessage;

/** What a {@link CommandGate} answers. */
public sealed interface GateAnswer {
    /**
     * Passes, by an authority that is written beside the command.
     *
     * @param authority a short text, at most 100 characters, e.g. {@code window:W3 letter:2026-5}
     */
    static GateAnswer allowed(String authority) {
        return new Allowed(authority);
    }

    /** Has nothing to say: whether the command passes is left to the other gates and to the role. */
    static GateAnswer noObjection() {
        return new NoObjection();
    }

    /**
     * Refuses.
     *
     * @param code the stable name of the refusal
     * @param message a sentence that a clerk understands
     */
    static GateAnswer refused(ErrorCode code, LocalizedMessage message) {
        return new Refused(code, message);
    }

    /** Passes by an authority. */
    record Allowed(String authority) implements GateAnswer {
        /** The longest authority, in characters. */
        public static final int LONGEST = 100;

        public Allowed {
            if (authority.isBlank() || authority.length() > LONGEST) {
                throw new IllegalArgumentException("An authority has 1 to " + LONGEST + " characters: " + authority);
            }
        }
    }

    /** Has nothing to say. */
    record NoObjection() implements GateAnswer {}

    /** Refuses. */
    record Refused(ErrorCode code, LocalizedMessage message) implements GateAnswer {}
}
