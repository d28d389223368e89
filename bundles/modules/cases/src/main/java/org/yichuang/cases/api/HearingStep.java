package org.yichuang.cases.api;

/** What the organ does for a hearing (听证, R1-25 to R1-28). */
public enum HearingStep {
    /** It tells the applicant and those whose interests are at stake that they may ask for one. */
    RIGHT_NOTIFIED,
    /** It tells time and place; again where another presides or another time is set. */
    CONVENED,
    /** It has heard them, and there is a record that they have confirmed. */
    HELD,
    /** It calls off what it has convened, and nobody has asked for. */
    CALLED_OFF
}
