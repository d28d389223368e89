package org.yichuang.identity.internal.domain;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.EnumSet;
import java.util.Set;
import org.junit.Test;
import org.yichuang.identity.api.IdentityError;
import org.yichuang.identity.api.Role;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.ProblemException;

public class RoleRulesTest {
    @Test
    public void noAdministratorHoldsAnotherRole() {
        for (Role administrator : Role.ADMINISTRATORS) {
            for (Role other : EnumSet.complementOf(EnumSet.of(administrator))) {
                refused(IdentityError.ROLES_EXCLUSIVE, Set.of(administrator, other), "");
            }
            RoleRules.check(Set.of(administrator), "", false);
        }
    }

    @Test
    public void otherStaffRolesGoTogether() {
        RoleRules.check(Set.of(Role.CLERK, Role.REVIEWER, Role.CHIEF_REPRESENTATIVE), "", false);
    }

    @Test
    public void anApplicantIsNoStaff() {
        refused(IdentityError.ROLES_EXCLUSIVE, Set.of(Role.APPLICANT, Role.CLERK), "person");
    }

    @Test
    public void anApplicantIsAPersonOrAnEnterprise() {
        RoleRules.check(Set.of(Role.APPLICANT), "person", false);
        RoleRules.check(Set.of(Role.APPLICANT), "enterprise", false);
        refused(CommonError.FIELDS_INVALID, Set.of(Role.APPLICANT), "");
        refused(CommonError.FIELDS_INVALID, Set.of(Role.CLERK), "person");
    }

    @Test
    public void operatorsBelongToTheTop() {
        RoleRules.check(Set.of(Role.OPERATOR), "", true);
        refused(IdentityError.ROLES_EXCLUSIVE, Set.of(Role.OPERATOR), "");
    }

    @Test
    public void someRoleIsNeeded() {
        refused(CommonError.FIELDS_INVALID, Set.of(), "");
    }

    private static void refused(ErrorCode code, Set<Role> roles, String kind) {
        assertEquals(
                code,
                assertThrows(ProblemException.class, () -> RoleRules.check(roles, kind, false))
                        .code());
    }
}
