package org.yichuang.licences.internal.domain;

/** For what a grant is revoked (撤销, art. 69 of the Administrative Licensing Law; R1-33). */
public enum RevocationGround {
    /** Abuse of power or neglect of duty by staff. */
    ABUSE_OF_POWER,
    /** Beyond the organ's powers. */
    BEYOND_POWERS,
    /** Against the procedure of the law. */
    PROCEDURE_BREACHED,
    /** To somebody who does not qualify. */
    NOT_QUALIFIED,
    /** Other cases in which a grant may be revoked. */
    OTHER,
    /** Obtained by fraud, bribery or other improper means: it must be revoked. */
    FRAUD
}
