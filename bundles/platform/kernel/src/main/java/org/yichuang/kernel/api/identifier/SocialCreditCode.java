package org.yichuang.kernel.api.identifier;

import java.util.regex.Pattern;
import org.yichuang.kernel.api.LocalizedMessage;

/** The unified social credit code (统一社会信用代码) of GB 32100-2015: 18 characters, no I, O, S, V, Z (R4-01 to R4-06). */
public final class SocialCreditCode {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final Pattern FORM = Pattern.compile("[0-9A-HJ-NPQRTUWXY]{2}\\d{6}[0-9A-HJ-NPQRTUWXY]{10}");
    private static final int ENTITY_FROM = 8;
    private static final int ENTITY_TO = 17;

    private SocialCreditCode() {}

    /**
     * Examines a code. A wrong check character is a warning and not a refusal, because some early codes that are
     * lawfully in use fail it; lower-case letters are refused, as the code is printed and compared in capitals.
     */
    public static Check check(String code) {
        String text = Text.stripped(code);
        if (!FORM.matcher(text).matches()) {
            return Check.invalid(
                    text,
                    LocalizedMessage.of(SocialCreditCode.class, "social-credit-code.unified-social-credit-code-18"));
        }
        char expected = checkCharacter(text);
        if (text.charAt(WEIGHTS.length) != expected) {
            return Check.warning(
                    text,
                    LocalizedMessage.of(
                            SocialCreditCode.class, "social-credit-code.check-character-credit-code-does", expected));
        }
        if (!OrganisationCode.fits(text.substring(ENTITY_FROM, ENTITY_TO))) {
            return Check.warning(
                    text, LocalizedMessage.of(SocialCreditCode.class, "social-credit-code.places-9-17-credit-code"));
        }
        return Check.valid(text);
    }

    private static char checkCharacter(String code) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * WEIGHTS[i];
        }
        return ALPHABET.charAt((ALPHABET.length() - sum % ALPHABET.length()) % ALPHABET.length());
    }
}
