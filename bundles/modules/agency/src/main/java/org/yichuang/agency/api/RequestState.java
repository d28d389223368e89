package org.yichuang.agency.api;

import java.util.Locale;
import org.yichuang.kernel.api.LocalizedMessage;

/** Where a request for an agent stands, by what is to be done next. */
public enum RequestState {
    /** The centre is to say whether it consents. */
    RECEIVED,
    /** An agent is to be assigned. */
    CONSENTED,
    /** The applicant is to sign the entrustment. */
    ASSIGNED,
    /** The agent acts. */
    SERVING,
    /** Nothing is to be done any more. */
    CLOSED;

    /** The word in rows, tables and the interface. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(RequestState.class, "state." + name());
    }
}
