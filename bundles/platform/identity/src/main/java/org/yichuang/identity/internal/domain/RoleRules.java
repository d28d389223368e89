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
                    CommonError.FIELDS_INVALID, "roles", "至少需要一个角色", "At least one role is needed");
        }
        roles.stream()
                .filter(role -> !known.containsKey(role))
                .sorted()
                .findFirst()
                .ifPresent(role -> {
                    throw ProblemException.field(
                            CommonError.FIELDS_INVALID, "roles", "没有这个角色：" + role, "No such role: " + role);
                });
        exclusive(roles, known).stream().findFirst().ifPresent(role -> {
            throw ProblemException.field(
                    IdentityError.ROLES_EXCLUSIVE,
                    "roles",
                    LocalizedMessage.of(IdentityError.class, "roles-exclude", role));
        });
        if (roles.size() > 1 && holds(RoleKind.ADMINISTRATOR, roles, known)) {
            throw exclusive(
                    "系统管理员、安全管理员、审计管理员互斥，且不得兼任其他角色",
                    "system-admin, security-admin and audit-admin exclude each other and every other role");
        }
        boolean applicant = holds(RoleKind.APPLICANT, roles, known);
        if (applicant && !roles.stream().allMatch(role -> known.get(role).kind() == RoleKind.APPLICANT)) {
            throw exclusive("申请人不得兼任工作人员角色", "An applicant holds no staff role");
        }
        if (holds(RoleKind.OPERATOR, roles, known) && !atRoot) {
            throw exclusive("运维人员账号只能设在最上级中心", "operator accounts belong to the topmost centre");
        }
        if (applicant ? !Set.of("person", "enterprise").contains(accountKind) : !accountKind.isEmpty()) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID,
                    "kind",
                    "申请人须为 person 或 enterprise，工作人员为空",
                    "kind must be person or enterprise for applicants, and empty for staff");
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

    private static ProblemException exclusive(String zh, String en) {
        return ProblemException.field(IdentityError.ROLES_EXCLUSIVE, "roles", zh, en);
    }
}
