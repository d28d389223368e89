package org.yichuang.agency.api;

import java.util.Locale;
import org.yichuang.kernel.api.LocalizedMessage;

/** What is done with a request for an agent. */
public enum RequestStep {
    /** It is asked for. */
    LODGE,
    /** The centre consents, in writing. */
    CONSENT,
    /** The centre refuses, in writing. */
    REFUSE,
    /** An agent is assigned, or another one. */
    ASSIGN,
    /** The applicant entrusts the agent (授权委托书). */
    ENTRUST,
    /** A case that the agent has handed in is attached. */
    ATTACH,
    /** The agent says how it stands. */
    REPORT,
    /** The agent has done what was asked for. */
    COMPLETE,
    /** The applicant does not want it any more. */
    WITHDRAW,
    /** The agent's authorisation was withdrawn, and with it the entrustment ends. */
    END_ENTRUSTMENT;

    /** The word in rows, tables and the interface. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What people call it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(RequestStep.class, "step." + name());
    }
}
