package org.yichuang.identity.internal.domain;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import org.junit.Test;
import org.yichuang.identity.api.IdentityError;
import org.yichuang.kernel.api.ProblemException;

public class PasswordRulesTest {
    private static final boolean CLERK = false;
    private static final boolean ADMINISTRATOR = true;

    @Test
    public void eightCharactersOfThreeClassesAreEnough() {
        PasswordRules.check("wang", "Abcdef12", CLERK);
        PasswordRules.check("wang", "abcde-12", CLERK);
        PasswordRules.check("wang", "海阳Abcd12", CLERK);
    }

    @Test
    public void sevenCharactersOrTwoClassesAreNot() {
        refused("wang", "Abcde12", CLERK);
        refused("wang", "abcdef12", CLERK);
        refused("wang", "ABCDEFGH", CLERK);
        refused("wang", "Ab1-".repeat(51), CLERK);
    }

    @Test
    public void administratorsNeedTwelve() {
        refused("wang", "Abcdef12345", ADMINISTRATOR);
        PasswordRules.check("wang", "Abcdef123456", ADMINISTRATOR);
    }

    @Test
    public void theNameOfTheAccountIsNoPassword() {
        refused("wang.li", "Wang.Li-2026", CLERK);
    }

    private static void refused(String account, String password, boolean administrator) {
        assertEquals(
                IdentityError.PASSWORD_WEAK,
                assertThrows(ProblemException.class, () -> PasswordRules.check(account, password, administrator))
                        .code());
    }
}
