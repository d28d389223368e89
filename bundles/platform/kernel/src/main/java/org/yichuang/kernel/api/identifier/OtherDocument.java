package org.yichuang.kernel.api.identifier;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.yichuang.kernel.api.LocalizedMessage;

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
                    LocalizedMessage.of(OtherDocument.class, "other-document.permanent-residence-card-18-characters"));
            case HK_MACAO_PASS -> form(
                    HK_MACAO_PASS,
                    text,
                    LocalizedMessage.of(OtherDocument.class, "other-document.hong-kong-macao-pass-h"));
            case TAIWAN_PASS -> form(
                    TAIWAN_PASS, text, LocalizedMessage.of(OtherDocument.class, "other-document.taiwan-pass-8-digits"));
            case PASSPORT -> form(
                    PASSPORT,
                    text,
                    LocalizedMessage.of(OtherDocument.class, "other-document.passport-number-5-15-letters"));
            case USCC, CITIZEN_ID, ORGANISATION_CODE -> throw new IllegalArgumentException(type + " has its own class");
        };
    }

    private static Check residence(String text, LocalDate today) {
        if (!PersonNumber.hasForm(text) || !RESIDENCE_PREFIX.matcher(text).matches()) {
            return Check.invalid(
                    text,
                    LocalizedMessage.of(OtherDocument.class, "other-document.residence-permit-number-18-characters"));
        }
        return PersonNumber.check(text, today);
    }

    private static Check form(Pattern form, String text, LocalizedMessage reason) {
        return form.matcher(text).matches() ? Check.valid(text) : Check.invalid(text, reason);
    }
}
