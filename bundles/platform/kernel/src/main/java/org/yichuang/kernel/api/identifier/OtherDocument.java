package org.yichuang.kernel.api.identifier;

import java.time.LocalDate;
import java.util.regex.Pattern;

/** Documents of persons without a citizen number; only the residence permit shares its algorithm (R4-11). */
public final class OtherDocument {
    private static final Pattern RESIDENCE_PREFIX = Pattern.compile("8[123]0000.*");
    /** Beside the card of 2023 (18, begins with 9) the one before it (3 letters, 12 digits) runs until it expires. */
    private static final Pattern FOREIGN_RESIDENT = Pattern.compile("9\\d{16}[0-9X]|[A-Z]{3}\\d{12}");
    /** Eight digits name the person; older cards print two more that count the renewals. */
    private static final Pattern HK_MACAO_PASS = Pattern.compile("[HM]\\d{8}(\\d{2})?");

    private static final Pattern TAIWAN_PASS = Pattern.compile("\\d{8}");
    /** Every state has its own form: letters and digits, with at least one digit. */
    private static final Pattern PASSPORT = Pattern.compile("(?=.*\\d)[A-Z0-9]{5,15}");

    private OtherDocument() {}

    /**
     * Examines the number of a residence permit, permanent residence card, pass or passport, except for what depends
     * on today's date: see {@link DocumentType#check}.
     *
     * @throws IllegalArgumentException for a type that has its own class
     */
    public static Check check(DocumentType type, String number) {
        return check(type, number, LocalDate.MAX);
    }

    static Check check(DocumentType type, String number, LocalDate today) {
        String text = Text.upper(number);
        return switch (type) {
            case HK_MACAO_TAIWAN_RESIDENCE -> residence(text, today);
            case FOREIGN_PERMANENT_RESIDENT -> form(
                    FOREIGN_RESIDENT,
                    text,
                    "外国人永久居留身份证号码应为9开头的18位，或3位字母加12位数字",
                    "A permanent residence card has 18 characters beginning with 9, or 3 letters and 12 digits");
            case HK_MACAO_PASS -> form(
                    HK_MACAO_PASS,
                    text,
                    "港澳居民来往内地通行证号码应为 H 或 M 加8位数字",
                    "A Hong Kong or Macao pass has H or M and 8 digits");
            case TAIWAN_PASS -> form(TAIWAN_PASS, text, "台湾居民来往大陆通行证号码应为8位数字", "A Taiwan pass has 8 digits");
            case PASSPORT -> form(
                    PASSPORT, text, "护照号码应为5至15位字母和数字", "A passport number has 5 to 15 letters and digits");
            case USCC, CITIZEN_ID, ORGANISATION_CODE -> throw new IllegalArgumentException(type + " has its own class");
        };
    }

    private static Check residence(String text, LocalDate today) {
        if (!PersonNumber.hasForm(text) || !RESIDENCE_PREFIX.matcher(text).matches()) {
            return Check.invalid(
                    text,
                    "港澳台居民居住证号码应为18位，以 810000、820000 或 830000 开头",
                    "A residence permit number has 18 characters and begins with 810000, 820000 or 830000");
        }
        return PersonNumber.check(text, today);
    }

    private static Check form(Pattern form, String text, String zh, String en) {
        return form.matcher(text).matches() ? Check.valid(text) : Check.invalid(text, zh, en);
    }
}
