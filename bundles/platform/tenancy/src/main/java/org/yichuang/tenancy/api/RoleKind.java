package org.yichuang.tenancy.api;

/** What sort of people hold a role; what excludes what is decided by kinds (R9-09). */
public enum RoleKind {
    /** One of the three administrators: held alone. */
    ADMINISTRATOR,
    /** People who work at the centre. */
    STAFF,
    /** People who apply at the centre. */
    APPLICANT,
    /** Those who run the platform. */
    OPERATOR
}
