package org.yichuang.identity.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What an account may be at its centre (R9-09 for the three administrators). */
public enum Role {
    SYSTEM_ADMIN,
    SECURITY_ADMIN,
    AUDIT_ADMIN,
    CENTRE_MANAGER,
    CATALOGUE_EDITOR,
    CLERK,
    REVIEWER,
    CHIEF_REPRESENTATIVE,
    SUPERVISION_OFFICER,
    APPLICANT,
    OPERATOR;

    /** The three administrators: nobody holds two of them, nor one of them beside any other staff role (R9-09). */
    public static final Set<Role> ADMINISTRATORS = Set.of(SYSTEM_ADMIN, SECURITY_ADMIN, AUDIT_ADMIN);

    /** The word used in REST, journal and configuration: {@code chief-representative}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Finds a role by its key. */
    public static Optional<Role> parse(String key) {
        return Arrays.stream(values()).filter(role -> role.key().equals(key)).findFirst();
    }
}
