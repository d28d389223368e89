package org.yichuang.kernel.api.identifier;

import java.util.regex.Pattern;
import org.yichuang.kernel.api.LocalizedMessage;

/**
 * The organisation code (组织机构代码) of GB 11714-1997, printed {@code XXXXXXXX-X}; only old records still carry it (R4-07).
 */
public final class OrganisationCode {
    private static final int[] WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final int RADIX = 36;
    private static final Pattern FORM = Pattern.compile("[0-9A-Z]{8}-?[0-9X]");

    private OrganisationCode() {}

    /** Examines a code, with or without its hyphen; the normalised form has it. */
    public static Check check(String code) {
        String text = Text.stripped(code);
        if (!FORM.matcher(text).matches()) {
            return Check.invalid(
                    text,
                    LocalizedMessage.of(
                            OrganisationCode.class, "organisation-code.organisation-code-8-digits-capitals"));
        }
        String plain = text.replace("-", "");
        if (!fits(plain)) {
            return Check.invalid(
                    text,
                    LocalizedMessage.of(
                            OrganisationCode.class, "organisation-code.check-character-organisation-code-does"));
        }
        return Check.valid(plain.substring(0, WEIGHTS.length) + "-" + plain.charAt(WEIGHTS.length));
    }

    /** Tells whether the last of nine characters is the check character of the first eight. */
    static boolean fits(String nine) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += Character.digit(nine.charAt(i), RADIX) * WEIGHTS[i];
        }
        return nine.charAt(WEIGHTS.length) == "0123456789X0".charAt(11 - sum % 11);
    }
}
