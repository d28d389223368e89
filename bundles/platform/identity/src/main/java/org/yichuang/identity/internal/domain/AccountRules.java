package org.yichuang.identity.internal.domain;

import java.util.Set;
import java.util.regex.Pattern;
import org.yichuang.identity.api.Accounts.NewAccount;
import org.yichuang.identity.api.IdentityError;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/** What the words of an account may be; asked in the service, so that every way in meets the same rules. */
public final class AccountRules {
    private static final Pattern ACCOUNT = Pattern.compile("[a-z0-9][a-z0-9.-]{1,39}");
    /** Words that stand in paths where an account could stand. */
    private static final Set<String> RESERVED = Set.of("me", "applicants", "system", "anonymous");

    private static final int LONGEST = 100;
    private static final int MOST_DEPARTMENTS = 20;

    private AccountRules() {}

    /**
     * Refuses an account whose words break the rules.
     *
     * @throws ProblemException {@link CommonError#FIELDS_INVALID}, naming the field
     */
    public static void check(NewAccount request) {
        if (!ACCOUNT.matcher(request.account()).matches() || RESERVED.contains(request.account())) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID, "account", LocalizedMessage.of(AccountRules.class, "account-invalid"));
        }
        if (request.name().isBlank() || !isLine(request.name(), LONGEST)) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID,
                    "name",
                    LocalizedMessage.of(AccountRules.class, "name-invalid", LONGEST));
        }
        checkDepartments(request.departments());
    }

    /**
     * Refuses what cannot be departments' names, and more than {@value #MOST_DEPARTMENTS}.
     *
     * @throws ProblemException {@link CommonError#FIELDS_INVALID}, naming the field
     */
    public static void checkDepartments(Set<String> departments) {
        if (departments.size() > MOST_DEPARTMENTS
                || departments.stream().anyMatch(name -> name.isBlank() || !isLine(name, LONGEST))) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID,
                    "departments",
                    LocalizedMessage.of(IdentityError.class, "departments-invalid", MOST_DEPARTMENTS, LONGEST));
        }
    }

    /**
     * Tells whether a text is one line without control and direction characters.
     *
     * @param longest how many characters it may have
     */
    public static boolean isLine(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                && text.codePoints().noneMatch(AccountRules::isUnwritten);
    }

    /** Control and direction characters, lone surrogates, what no alphabet has. */
    private static boolean isUnwritten(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
