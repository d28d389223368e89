package org.yichuang.identity.internal.domain;

import java.util.Map;
import java.util.Set;
import org.yichuang.identity.api.IdentityError;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.tenancy.api.RoleKind;

/** Which roles may be held together (R9-09), and where. */
public final class RoleRules {
    private RoleRules() {}

    /**
     * Refuses roles that do not exist, exclude each other or do not fit the kind of account.
     *
     * @param roles keys of the roles
     * @param kinds the kinds of all roles that there are, by key
     * @param accountKind {@code person} or {@code enterprise} for applicants, empty for staff
     * @param atRoot whether the centre has none above it
     * @throws ProblemException {@link IdentityError#ROLES_EXCLUSIVE}, {@link CommonError#FIELDS_INVALID}
     */
    public static void check(Set<String> roles, Map<String, RoleKind> kinds, String accountKind, boolean atRoot) {
        if (roles.isEmpty()) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID, "roles", "至少需要一个角色", "At least one role is needed");
        }
        roles.stream()
                .filter(role -> !kinds.containsKey(role))
                .sorted()
                .findFirst()
                .ifPresent(role -> {
                    throw ProblemException.field(
                            CommonError.FIELDS_INVALID, "roles", "没有这个角色：" + role, "No such role: " + role);
                });
        if (roles.size() > 1 && holds(RoleKind.ADMINISTRATOR, roles, kinds)) {
            throw exclusive(
                    "系统管理员、安全管理员、审计管理员互斥，且不得兼任其他角色",
                    "system-admin, security-admin and audit-admin exclude each other and every other role");
        }
        boolean applicant = holds(RoleKind.APPLICANT, roles, kinds);
        if (roles.size() > 1 && applicant) {
            throw exclusive("申请人不得兼任工作人员角色", "An applicant holds no staff role");
        }
        if (holds(RoleKind.OPERATOR, roles, kinds) && !atRoot) {
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

    private static boolean holds(RoleKind kind, Set<String> roles, Map<String, RoleKind> kinds) {
        return roles.stream().anyMatch(role -> kinds.get(role) == kind);
    }

    private static ProblemException exclusive(String zh, String en) {
        return ProblemException.field(IdentityError.ROLES_EXCLUSIVE, "roles", zh, en);
    }
}
