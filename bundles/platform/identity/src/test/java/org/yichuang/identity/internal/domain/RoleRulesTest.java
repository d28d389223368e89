package org.yichuang.identity.internal.domain;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Test;
import org.yichuang.identity.api.IdentityError;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.tenancy.api.RoleKind;

public class RoleRulesTest {
    private static final Map<String, RoleKind> KINDS = Map.of(
            "system-admin", RoleKind.ADMINISTRATOR,
            "security-admin", RoleKind.ADMINISTRATOR,
            "audit-admin", RoleKind.ADMINISTRATOR,
            "clerk", RoleKind.STAFF,
            "reviewer", RoleKind.STAFF,
            "chief-representative", RoleKind.STAFF,
            "cashier", RoleKind.STAFF,
            "applicant", RoleKind.APPLICANT,
            "operator", RoleKind.OPERATOR);

    @Test
    public void noAdministratorHoldsAnotherRole() {
        for (String administrator : List.of("system-admin", "security-admin", "audit-admin")) {
            for (String other : KINDS.keySet()) {
                if (!other.equals(administrator)) {
                    refused(IdentityError.ROLES_EXCLUSIVE, Set.of(administrator, other), "");
                }
            }
            check(Set.of(administrator), "");
        }
    }

    @Test
    public void otherStaffRolesGoTogether() {
        check(Set.of("clerk", "reviewer", "chief-representative"), "");
    }

    @Test
    public void anApplicantIsNoStaff() {
        refused(IdentityError.ROLES_EXCLUSIVE, Set.of("applicant", "clerk"), "person");
    }

    @Test
    public void anApplicantIsAPersonOrAnEnterprise() {
        check(Set.of("applicant"), "person");
        check(Set.of("applicant"), "enterprise");
        refused(CommonError.FIELDS_INVALID, Set.of("applicant"), "");
        refused(CommonError.FIELDS_INVALID, Set.of("clerk"), "person");
    }

    @Test
    public void operatorsBelongToTheTop() {
        RoleRules.check(Set.of("operator"), KINDS, "", true);
        refused(IdentityError.ROLES_EXCLUSIVE, Set.of("operator"), "");
    }

    @Test
    public void someRoleIsNeeded() {
        refused(CommonError.FIELDS_INVALID, Set.of(), "");
    }

    @Test
    public void aModulesOwnRoleIsLikeTheOthersAndAnUnknownOneIsNone() {
        check(Set.of("cashier", "clerk"), "");
        refused(CommonError.FIELDS_INVALID, Set.of("wizard"), "");
    }

    private static void check(Set<String> roles, String kind) {
        RoleRules.check(roles, KINDS, kind, false);
    }

    private static void refused(ErrorCode code, Set<String> roles, String kind) {
        assertEquals(
                code,
                assertThrows(ProblemException.class, () -> check(roles, kind)).code());
    }
}
