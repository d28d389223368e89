package org.yichuang.kernel.api.identifier;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.yichuang.kernel.api.LocalizedMessage;

/** The citizen identity number (公民身份号码) of GB 11643-1999 (R4-08 to R4-10). */
public final class CitizenNumber {
    private static final Pattern FIRST_GENERATION = Pattern.compile("\\d{15}");
    private static final int DIVISION_DIGITS = 6;

    /** The provinces there have been since numbers are given (GB/T 2260); 81 to 83 stand on residence permits alone. */
    private static final Pattern PROVINCE = Pattern.compile("(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71).*");

    private CitizenNumber() {}

    /**
     * Examines a number. The division at its head is that of the first registration and may have ceased to exist, so
     * it is not looked up, but for whether there is such a province; a final x may be typed small. Numbers of 15 digits
     * are refused.
     *
     * @param today the day on which a birth may not lie in the future
     */
    public static Check check(String number, LocalDate today) {
        String text = Text.upper(number);
        if (FIRST_GENERATION.matcher(text).matches()) {
            return Check.invalid(
                    text, LocalizedMessage.of(CitizenNumber.class, "citizen-number.15-digit-numbers-first-generation"));
        }
        if (!PersonNumber.hasForm(text)) {
            return Check.invalid(
                    text, LocalizedMessage.of(CitizenNumber.class, "citizen-number.citizen-number-17-digits-followed"));
        }
        if (!PROVINCE.matcher(text).matches()) {
            return Check.invalid(text, LocalizedMessage.of(CitizenNumber.class, "citizen-number.no-such-province"));
        }
        return PersonNumber.check(text, today);
    }

    /**
     * Turns a 15-digit number of an old record into the 18-digit one, for imports; new cases do not take them (R4-10).
     * The result still has to be examined, since an old record may hold any digits.
     *
     * @throws IllegalArgumentException when it is not 15 digits
     */
    public static String fromFirstGeneration(String number) {
        String text = Text.stripped(number);
        if (!FIRST_GENERATION.matcher(text).matches()) {
            throw new IllegalArgumentException("Not 15 digits");
        }
        String body = text.substring(0, DIVISION_DIGITS) + "19" + text.substring(DIVISION_DIGITS);
        return body + PersonNumber.checkCharacter(body);
    }
}
