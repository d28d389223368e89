package org.yichuang.agency.api;

import java.util.Locale;
import org.yichuang.kernel.api.LocalizedMessage;

/** How a request for an agent has ended. */
public enum RequestOutcome {
    /** The service was rendered. */
    DONE,
    /** The centre has refused. */
    REFUSED,
    /** The applicant has withdrawn. */
    WITHDRAWN;

    /** The word in rows, tables and the interface. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(RequestOutcome.class, "outcome." + name());
    }
}
