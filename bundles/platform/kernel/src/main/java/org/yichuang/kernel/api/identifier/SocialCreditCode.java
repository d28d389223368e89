package org.yichuang.kernel.api.identifier;

import java.util.regex.Pattern;

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
                    "统一社会信用代码应为18位数字或大写字母（不含 I、O、S、V、Z），第3至8位为数字",
                    "A unified social credit code has 18 digits or capitals (no I, O, S, V, Z), digits in places 3 to 8");
        }
        char expected = checkCharacter(text);
        if (text.charAt(WEIGHTS.length) != expected) {
            return Check.warning(
                    text,
                    "统一社会信用代码的校验码不符（按规则应为 " + expected + "），请核对登记证照后确认",
                    "The check character of the credit code does not fit (expected " + expected
                            + "); confirm by the registry");
        }
        if (!OrganisationCode.fits(text.substring(ENTITY_FROM, ENTITY_TO))) {
            return Check.warning(
                    text,
                    "统一社会信用代码第9至17位不符合组织机构代码校验规则，请核对登记证照后确认",
                    "Places 9 to 17 of the credit code fail the organisation code's check; confirm by the registry");
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
