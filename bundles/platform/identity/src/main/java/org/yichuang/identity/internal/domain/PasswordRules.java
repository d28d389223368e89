package org.yichuang.identity.internal.domain;

import java.util.Locale;
import org.yichuang.identity.api.IdentityError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/** What a password must be (R9-10). */
public final class PasswordRules {
    private static final int USUAL = 8;
    private static final int ADMINISTRATOR = 12;
    private static final int LONGEST = 200;
    private static final int CLASSES = 3;

    private PasswordRules() {}

    /**
     * Refuses a password that is too short for its roles, too plain, or contains the account's name.
     *
     * @param administrator whether the account is one of the three administrators'
     * @throws ProblemException {@link IdentityError#PASSWORD_WEAK}
     */
    public static void check(String account, String password, boolean administrator) {
        int shortest = administrator ? ADMINISTRATOR : USUAL;
        if (password.length() < shortest || password.length() > LONGEST) {
            throw weak(LocalizedMessage.of(PasswordRules.class, "password.length", shortest, LONGEST));
        }
        if (classes(password) < CLASSES) {
            throw weak(LocalizedMessage.of(PasswordRules.class, "password.too-plain"));
        }
        if (password.toLowerCase(Locale.ROOT).contains(account)) {
            throw weak(LocalizedMessage.of(PasswordRules.class, "password.contains-account"));
        }
    }

    /** The refusal of a password that is or was the account's own. */
    public static ProblemException used(int differing) {
        return weak(LocalizedMessage.of(PasswordRules.class, "password.used-before", differing));
    }

    private static int classes(String password) {
        int upper = password.chars().anyMatch(Character::isUpperCase) ? 1 : 0;
        int lower = password.chars().anyMatch(Character::isLowerCase) ? 1 : 0;
        int digit = password.chars().anyMatch(Character::isDigit) ? 1 : 0;
        int other = password.chars().anyMatch(c -> !Character.isLetterOrDigit(c)) ? 1 : 0;
        return upper + lower + digit + other;
    }

    private static ProblemException weak(LocalizedMessage message) {
        return ProblemException.field(IdentityError.PASSWORD_WEAK, "password", message);
    }
}
