package org.yichuang.cases.internal.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.DivisionCode;
import org.yichuang.kernel.api.Ids;

/** Mints the numbers of cases: division, day, then four characters of the time of day and six random ones. */
public final class CaseNumbers {
    private static final char[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final int TIME_CHARACTERS = 4;
    private static final int RANDOM_CHARACTERS = 6;
    private static final int QUERY_CODE_CHARACTERS = 8;

    private static final Pattern FORM = Pattern.compile("[0-9]{6,9}-[0-9]{8}-[0-9A-Z]{10}");

    private CaseNumbers() {}

    /** Tells whether a text can be the number of a case. */
    public static boolean isWellFormed(String text) {
        return text != null && FORM.matcher(text).matches();
    }

    /** A new number: sorts by time, cannot be guessed, needs no sequence. */
    public static String next(DivisionCode division, Instant at) {
        ZonedDateTime moment = at.atZone(CallContext.ZONE);
        return division.value() + "-" + DateTimeFormatter.BASIC_ISO_DATE.format(moment.toLocalDate()) + "-"
                + timeOfDay(moment.toLocalTime()) + Ids.secret(RANDOM_CHARACTERS);
    }

    /** Where the numbers of a day begin. */
    public static String from(DivisionCode division, LocalDate day) {
        return division.value() + "-" + DateTimeFormatter.BASIC_ISO_DATE.format(day) + "-";
    }

    /** A new query code. */
    public static String queryCode() {
        return Ids.secret(QUERY_CODE_CHARACTERS);
    }

    static String receipt(String number) {
        return number + "-S";
    }

    static String document(String number) {
        return number + "-Z";
    }

    private static String timeOfDay(LocalTime time) {
        long slots = 1L << (5 * TIME_CHARACTERS);
        long slot = time.toNanoOfDay() / (LocalTime.MAX.toNanoOfDay() / slots + 1);
        char[] text = new char[TIME_CHARACTERS];
        for (int i = TIME_CHARACTERS - 1; i >= 0; i--) {
            text[i] = ALPHABET[(int) (slot & 31)];
            slot >>>= 5;
        }
        return new String(text);
    }
}
