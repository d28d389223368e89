package org.yichuang.tenancy.api;

/** What sort of people hold a role; kinds exclude each other (R9-09), and roles may exclude more. */
public enum RoleKind {
    /** One of the three administrators: held alone. */
    ADMINISTRATOR,
    /** People who work at the centre. */
    STAFF,
    /** People who apply at the centre, bid, give their opinion: never together with a role of staff. */
    APPLICANT,
    /** Those who run the platform. */
    OPERATOR
}
