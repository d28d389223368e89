package org.yichuang.cases.api;

import java.time.LocalDate;
import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.LocalizedMessage;

/** What a {@link CommandGate} answers. */
public sealed interface GateAnswer {
    /** Passes by an authority that names neither window nor rank nor letter. */
    static GateAnswer allowed(String authority) {
        return new Allowed(authority, "", "", "");
    }

    /** Has nothing to say: whether the command passes is left to the other gates and to the role. */
    static GateAnswer noObjection() {
        return new NoObjection();
    }

    /** Has no objection, and tells of the result of which the application is. */
    static GateAnswer ofLicence(LocalDate validUntil, LocalDate decideBy) {
        return new OfLicence(validUntil, decideBy, "", false);
    }

    /** The same of what is renewed too late to be granted by law. */
    static GateAnswer ofLateRenewal(LocalDate validUntil) {
        return new OfLicence(validUntil, null, "", true);
    }

    /** The same, and tells the number that it bears now. */
    static GateAnswer ofLicence(LocalDate validUntil, LocalDate decideBy, String number) {
        return new OfLicence(validUntil, decideBy, number, false);
    }

    /** Refuses, with the event {@link Refused#USUAL_EVENT}. */
    static GateAnswer refused(ErrorCode code, LocalizedMessage message) {
        return new Refused(code, message, Refused.USUAL_EVENT);
    }

    /**
     * Passes by an authority, which is written beside the command; what it says of window and rank stands in the event.
     *
     * @param authority a short text, at most 100 characters, e.g. {@code window:W3 letter:2026-5}
     * @param window where the command is given, at most 100 characters; empty when not known
     * @param rank in which rank the actor acts, e.g. {@code A} or {@code B}, at most 20 characters; empty for none
     * @param letter the number of the letter that grants the right, at most 100 characters; empty for none
     */
    record Allowed(String authority, String window, String rank, String letter) implements GateAnswer {
        /** The longest authority, window or letter, in characters. */
        public static final int LONGEST = 100;

        /** The longest rank, in characters. */
        public static final int LONGEST_RANK = 20;

        public Allowed {
            if (authority.isBlank()
                    || authority.length() > LONGEST
                    || window.length() > LONGEST
                    || letter.length() > LONGEST
                    || rank.length() > LONGEST_RANK) {
                throw new IllegalArgumentException("Not an authority, or one too long: " + authority + ", " + window
                        + ", " + rank + ", " + letter);
            }
        }
    }

    /**
     * Passes, and says that somebody else has examined what the organ would examine: a pre-review that agrees, and a
     * decision that grants, need no examination of its own. Nothing else is told by it than an authority.
     *
     * @param authority a short text, at most 100 characters, e.g. {@code agreement:06FA1B}
     */
    record Examined(String authority) implements GateAnswer {
        public Examined {
            if (authority.isBlank() || authority.length() > Allowed.LONGEST) {
                throw new IllegalArgumentException("Not an authority, or one too long: " + authority);
            }
        }
    }

    /** Has nothing to say. */
    record NoObjection() implements GateAnswer {}

    /**
     * Has no objection, and tells of the result of which the application is: with {@link GatedCommand#SUBMIT},
     * {@link GatedCommand#ACCEPT} and {@link GatedCommand#ISSUE}.
     *
     * @param validUntil its last day; null for without end
     * @param decideBy the day by which its renewal is decided, or counts as granted; null where it never does
     * @param number the number that it bears now, which what is changed or renewed keeps; empty where that is not told
     * @param tooLate whether its renewal was applied for too late to be granted by law
     */
    record OfLicence(LocalDate validUntil, LocalDate decideBy, String number, boolean tooLate) implements GateAnswer {
        /** One that does not come too late. */
        public OfLicence(LocalDate validUntil, LocalDate decideBy, String number) {
            this(validUntil, decideBy, number, false);
        }
    }

    /**
     * Refuses. The command is rolled back; that it was refused is kept as an event of the gate's module, about the
     * case's number, item and department, with the data of {@link CaseEvent.CommandRefused}.
     *
     * @param code the stable name of the refusal
     * @param message a sentence that a clerk understands
     * @param event the type of the event, e.g. {@code authority-refused}
     */
    record Refused(ErrorCode code, LocalizedMessage message, String event) implements GateAnswer {
        /** The type of the event when the gate names none. */
        public static final String USUAL_EVENT = "command-refused";
    }
}
