package org.yichuang.licences.api;

import java.time.LocalDate;
import java.util.Locale;

/**
 * A fact about a result, as the audit entry of its step carries it (module {@code licences}): beside it stand the
 * result's own number in the register, the item and the department; the data are one of these records as JSON, without
 * what is empty, and without anything that belongs to a person.
 */
public sealed interface LicenceEvent {
    /** The module's word, under which listeners find the events. */
    String MODULE = "licences";

    /** The form of the data; a field that is added does not change it. */
    int VERSION = 1;

    /** The word of what has happened. */
    String type();

    /**
     * {@code registered}: a result has been made out and stands in the register.
     *
     * @param caseNumber the case of which it came
     * @param kind the kind of certificate (art. 39)
     * @param validUntil until when it holds; null for without end
     */
    record Registered(String caseNumber, String kind, LocalDate validUntil) implements LicenceEvent {
        @Override
        public String type() {
            return "registered";
        }
    }

    /**
     * {@code expired}: its validity has ended.
     *
     * @param validUntil the last day
     */
    record Expired(LocalDate validUntil) implements LicenceEvent {
        @Override
        public String type() {
            return "expired";
        }
    }

    /**
     * {@code revoked}, {@code withdrawn}, {@code cancelled}: by a decision of the organ.
     *
     * @param state how it stands since
     * @param ground by which ground of the law
     * @param document the number of the decision
     */
    record Ended(LicenceState state, String ground, String document) implements LicenceEvent {
        @Override
        public String type() {
            return state.name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * {@code revocation-declined}: what was to be revoked is not, as the organ has decided.
     *
     * @param caseNumber the case of which the result came
     */
    record RevocationDeclined(String caseNumber) implements LicenceEvent {
        @Override
        public String type() {
            return "revocation-declined";
        }
    }

    /**
     * {@code withheld}: everybody is shown it no more.
     *
     * @param ground of whom it is a secret
     */
    record Withheld(String ground) implements LicenceEvent {
        @Override
        public String type() {
            return "withheld";
        }
    }

    /**
     * {@code grant-decided}: a decision that grants is known, which everybody reads if it is no secret (art. 40).
     *
     * @param caseNumber the case in which it was made
     * @param on the day of the decision
     */
    record GrantDecided(String caseNumber, LocalDate on) implements LicenceEvent {
        @Override
        public String type() {
            return "grant-decided";
        }
    }

    /**
     * {@code grant-ended}: it was ended before anything was made out.
     *
     * @param caseNumber the case in which it was made
     */
    record GrantEnded(String caseNumber) implements LicenceEvent {
        @Override
        public String type() {
            return "grant-ended";
        }
    }

    /** {@code disclosed}: everybody is shown it again. */
    record Disclosed() implements LicenceEvent {
        @Override
        public String type() {
            return "disclosed";
        }
    }

    /**
     * {@code banned}: somebody may not apply for the item again before a day has passed (R1-35).
     *
     * @param caseNumber the case in which it was found out
     * @param ground {@code FALSE_MATERIALS} or {@code FRAUD}
     * @param until the last day
     */
    record Banned(String caseNumber, String ground, LocalDate until) implements LicenceEvent {
        @Override
        public String type() {
            return "banned";
        }
    }

    /**
     * {@code ban-lifted}: a ban was wrong.
     *
     * @param caseNumber the case for which it was entered
     * @param on since when it does not hold
     */
    record BanLifted(String caseNumber, LocalDate on) implements LicenceEvent {
        @Override
        public String type() {
            return "ban-lifted";
        }
    }

    /**
     * {@code promise-breached}: what was promised instead of a material was not kept (R3-19, R3-20).
     *
     * @param caseNumber the case in which it was promised
     * @param material the code of the material
     * @param kind {@code DEFERRAL} or {@code DECLARATION}
     */
    record PromiseBreached(String caseNumber, String material, String kind) implements LicenceEvent {
        @Override
        public String type() {
            return "promise-breached";
        }
    }

    /**
     * {@code breach-repaired}: a promise that was not kept stands in the way of no other any more.
     *
     * @param caseNumber the case in which it was promised
     * @param on the day on which somebody has said so
     */
    record BreachRepaired(String caseNumber, LocalDate on) implements LicenceEvent {
        @Override
        public String type() {
            return "breach-repaired";
        }
    }

    /**
     * {@code revocation-due}: what was declared instead of a material has turned out to be untrue after the grant.
     *
     * @param caseNumber the case in which it was declared
     * @param material the code of the material
     */
    record RevocationDue(String caseNumber, String material) implements LicenceEvent {
        @Override
        public String type() {
            return "revocation-due";
        }
    }

    /**
     * {@code renewal-awaited}: a renewal was applied for in time, or is granted, so that the result holds until it is
     * made out, or comes to nothing.
     *
     * @param caseNumber the case of the renewal
     */
    record RenewalAwaited(String caseNumber) implements LicenceEvent {
        @Override
        public String type() {
            return "renewal-awaited";
        }
    }

    /**
     * {@code renewed}, {@code deemed-renewed}: it holds longer.
     *
     * @param validUntil until when; null for without end
     * @param deemed whether by law, as nobody had decided before it ended (R1-30)
     */
    record Renewed(LocalDate validUntil, boolean deemed) implements LicenceEvent {
        @Override
        public String type() {
            return deemed ? "deemed-renewed" : "renewed";
        }
    }

    /**
     * {@code changed}: something of it is different.
     *
     * @param caseNumber the case of the change
     */
    record Changed(String caseNumber) implements LicenceEvent {
        @Override
        public String type() {
            return "changed";
        }
    }

    /**
     * {@code replaced}: another one stands in its place.
     *
     * @param successor the number of that one in the register
     */
    record Replaced(String successor) implements LicenceEvent {
        @Override
        public String type() {
            return "replaced";
        }
    }

    /**
     * {@code not-granted}: what its holder had applied for came to nothing.
     *
     * @param caseNumber the case
     * @param matter what was applied for
     */
    record NotGranted(String caseNumber, String matter) implements LicenceEvent {
        @Override
        public String type() {
            return "not-granted";
        }
    }

    /**
     * {@code told}: the centre that has granted says how it stands.
     *
     * @param state where it stands
     * @param validUntil until when it holds; null for without end
     */
    record Told(LicenceState state, LocalDate validUntil) implements LicenceEvent {
        @Override
        public String type() {
            return "told";
        }
    }

    /**
     * {@code served}: a decision has reached the holder.
     *
     * @param document its number
     * @param method how
     * @param servedOn the day from which it counts as served
     */
    record Served(String document, String method, LocalDate servedOn) implements LicenceEvent {
        @Override
        public String type() {
            return "served";
        }
    }
}
