package org.yichuang.identity.internal.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yichuang.identity.api.IdentityError;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.tenancy.api.RoleDefinition;
import org.yichuang.tenancy.api.RoleKind;

/** Which roles may be held together (R9-09), and where. */
public final class RoleRules {
    private RoleRules() {}

    /**
     * Refuses roles that do not exist, exclude each other or do not fit the kind of account.
     *
     * @param roles keys of the roles
     * @param known all roles that there are, by key
     * @param accountKind {@code person} or {@code enterprise} for applicants, empty for staff
     * @param atRoot whether the centre has none above it
     * @throws ProblemException {@link IdentityError#ROLES_EXCLUSIVE}, {@link CommonError#FIELDS_INVALID}
     */
    public static void check(Set<String> roles, Map<String, RoleDefinition> known, String accountKind, boolean atRoot) {
        if (roles.isEmpty()) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID, "roles", LocalizedMessage.of(RoleRules.class, "roles.none"));
        }
        roles.stream()
                .filter(role -> !known.containsKey(role))
                .sorted()
                .findFirst()
                .ifPresent(role -> {
                    throw ProblemException.field(
                            CommonError.FIELDS_INVALID,
                            "roles",
                            LocalizedMessage.of(RoleRules.class, "roles.unknown", role));
                });
        exclusive(roles, known).stream().findFirst().ifPresent(role -> {
            throw ProblemException.field(
                    IdentityError.ROLES_EXCLUSIVE,
                    "roles",
                    LocalizedMessage.of(IdentityError.class, "roles-exclude", role));
        });
        if (roles.size() > 1 && holds(RoleKind.ADMINISTRATOR, roles, known)) {
            throw exclusive(LocalizedMessage.of(RoleRules.class, "roles.administrators-exclusive"));
        }
        boolean applicant = holds(RoleKind.APPLICANT, roles, known);
        if (applicant && !roles.stream().allMatch(role -> known.get(role).kind() == RoleKind.APPLICANT)) {
            throw exclusive(LocalizedMessage.of(RoleRules.class, "roles.applicant-exclusive"));
        }
        if (holds(RoleKind.OPERATOR, roles, known) && !atRoot) {
            throw exclusive(LocalizedMessage.of(RoleRules.class, "roles.operator-at-root-only"));
        }
        if (applicant ? !Set.of("person", "enterprise").contains(accountKind) : !accountKind.isEmpty()) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID, "kind", LocalizedMessage.of(RoleRules.class, "kind-invalid"));
        }
    }

    /** Returns those of some roles that exclude another of them, in order; what is not known excludes nothing. */
    public static SortedSet<String> exclusive(Set<String> roles, Map<String, RoleDefinition> known) {
        List<RoleDefinition> held =
                roles.stream().filter(known::containsKey).map(known::get).toList();
        return held.stream()
                .filter(role -> held.stream().anyMatch(role::isExclusiveOf))
                .map(RoleDefinition::key)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean holds(RoleKind kind, Set<String> roles, Map<String, RoleDefinition> known) {
        return roles.stream().anyMatch(role -> known.get(role).kind() == kind);
    }

    private static ProblemException exclusive(LocalizedMessage message) {
        return ProblemException.field(IdentityError.ROLES_EXCLUSIVE, "roles", message);
    }
}
