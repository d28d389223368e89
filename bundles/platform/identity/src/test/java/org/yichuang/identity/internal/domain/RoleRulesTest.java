package org.yichuang.identity.internal.domain;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Test;
import org.yichuang.identity.api.IdentityError;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.tenancy.api.RoleDefinition;
import org.yichuang.tenancy.api.RoleKind;

public class RoleRulesTest {
    private static final Map<String, RoleDefinition> KNOWN = Stream.of(
                    new RoleDefinition("system-admin", RoleKind.ADMINISTRATOR),
                    new RoleDefinition("security-admin", RoleKind.ADMINISTRATOR),
                    new RoleDefinition("audit-admin", RoleKind.ADMINISTRATOR),
                    new RoleDefinition("clerk", RoleKind.STAFF),
                    new RoleDefinition("reviewer", RoleKind.STAFF),
                    new RoleDefinition("chief-representative", RoleKind.STAFF),
                    new RoleDefinition("manager", RoleKind.STAFF),
                    new RoleDefinition("cashier", RoleKind.STAFF, Set.of("treasury", "fee-editor")),
                    new RoleDefinition("treasury", RoleKind.STAFF),
                    new RoleDefinition("fee-editor", RoleKind.STAFF),
                    new RoleDefinition("drafter", RoleKind.STAFF, Set.of("secrecy-officer")),
                    new RoleDefinition("secrecy-officer", RoleKind.STAFF, Set.of("of-no-module-here")),
                    new RoleDefinition(
                            "supervision-officer",
                            RoleKind.STAFF,
                            Set.of("clerk", "reviewer", "chief-representative", "manager")),
                    new RoleDefinition("applicant", RoleKind.APPLICANT),
                    new RoleDefinition("supplier", RoleKind.APPLICANT, Set.of("expert")),
                    new RoleDefinition("expert", RoleKind.APPLICANT),
                    new RoleDefinition("operator", RoleKind.OPERATOR))
            .collect(Collectors.toMap(RoleDefinition::key, role -> role));

    @Test
    public void noAdministratorHoldsAnotherRole() {
        for (String administrator : List.of("system-admin", "security-admin", "audit-admin")) {
            for (String other : KNOWN.keySet()) {
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
    public void rolesOfModulesExcludeWhatEitherOfThemSays() {
        for (List<String> pair : List.of(
                List.of("cashier", "treasury"),
                List.of("fee-editor", "cashier"),
                List.of("secrecy-officer", "drafter"),
                List.of("clerk", "supervision-officer"),
                List.of("supervision-officer", "reviewer"),
                List.of("chief-representative", "supervision-officer"),
                List.of("supervision-officer", "manager"))) {
            refused(IdentityError.ROLES_EXCLUSIVE, Set.copyOf(pair), "");
        }
        refused(IdentityError.ROLES_EXCLUSIVE, Set.of("supplier", "expert"), "enterprise");
        check(Set.of("treasury", "fee-editor"), "");
    }

    @Test
    public void oneAccountAppliesAndBids() {
        check(Set.of("applicant", "supplier"), "enterprise");
        refused(IdentityError.ROLES_EXCLUSIVE, Set.of("supplier", "clerk"), "enterprise");
        refused(CommonError.FIELDS_INVALID, Set.of("supplier"), "");
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
        RoleRules.check(Set.of("operator"), KNOWN, "", true);
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
        RoleRules.check(roles, KNOWN, kind, false);
    }

    private static void refused(ErrorCode code, Set<String> roles, String kind) {
        assertEquals(
                code,
                assertThrows(ProblemException.class, () -> check(roles, kind)).code());
    }
}
