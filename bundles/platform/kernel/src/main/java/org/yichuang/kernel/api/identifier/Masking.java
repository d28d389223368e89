package org.yichuang.kernel.api.identifier;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a page that anyone can read may show of names and numbers (R9-15); done on the server, never in the browser. */
public final class Masking {
    private static final int ID_HEAD = 4;
    private static final int TAIL = 4;
    private static final int ID_LENGTH = 18;
    private static final int PHONE_HEAD = 3;
    private static final int MOBILE_LENGTH = 11;
    private static final int ADDRESS_HEAD = 6;

    /** Of 18 characters with a day of birth in it. */
    private static final Pattern CITIZEN_ID = Pattern.compile("(?<![0-9A-Za-z])[1-9][0-9]{5}(?:18|19|20)[0-9]{2}"
            + "(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx](?![0-9A-Za-z])");

    /** An identity card's, wherever it stands in another number. */
    private static final Pattern WITHIN = Pattern.compile("[0-9]{17}[0-9Xx]|[0-9]{15}");

    private static final Pattern MOBILE = Pattern.compile("(?<![0-9])1[3-9][0-9][- ]?[0-9]{4}[- ]?[0-9]{4}(?![0-9])");
    private static final Pattern LANDLINE = Pattern.compile("(?<![0-9])0[0-9]{2,3}[- ]?[0-9]{7,8}(?![0-9])");
    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,8}");

    private Masking() {}

    /** A person's name as 张* or 王*明; an organisation's name as it is. */
    public static String name(boolean person, String name) {
        if (!person) {
            return name;
        }
        // rare surnames lie outside the basic plane, so characters are counted as code points
        int length = count(name);
        return length < 3 ? masked(name, length == 2 ? 1 : 0, 0) : masked(name, 1, 1);
    }

    /** A person's number as {@code 3706**********001X}, shorter ones by their end only; an organisation's as it is. */
    public static String idNumber(DocumentType type, String number) {
        if (!type.isPerson()) {
            return number;
        }
        return count(number) == ID_LENGTH ? masked(number, ID_HEAD, TAIL) : endOf(number);
    }

    /** A telephone number as {@code 138****5678}, shorter ones by their end only. */
    public static String phone(String phone) {
        return count(phone) >= MOBILE_LENGTH ? masked(phone, PHONE_HEAD, TAIL) : endOf(phone);
    }

    /** An address for electronic mail as {@code l***@example.cn}. */
    public static String email(String address) {
        int at = address.lastIndexOf('@');
        return at < 1 ? endOf(address) : masked(address.substring(0, at), 1, 0) + address.substring(at);
    }

    /** An address by its first six characters, a shorter one by its first half. */
    public static String address(String address) {
        return masked(address, Math.min(ADDRESS_HEAD, count(address) / 2), 0);
    }

    /** Any other number by its end only. */
    public static String number(String number) {
        return endOf(number);
    }

    /** Whether a number of anything holds what may be that of an identity card: many qualifications bear it. */
    public static boolean namesPerson(String number) {
        return number != null && WITHIN.matcher(number).find();
    }

    /**
     * The number of a certificate; the number of an identity card in it is hidden whole, as what is known of a person
     * leaves few that fit its ends.
     *
     * @param person whether it is a person's certificate
     */
    public static String certificate(boolean person, String number) {
        return person ? replace(WITHIN, number, found -> "*".repeat(found.length())) : number;
    }

    /** A text that was written freely; citizens' and telephone numbers and mail addresses in it are masked. */
    public static String text(String text) {
        String masked = replace(CITIZEN_ID, text, number -> masked(number, ID_HEAD, TAIL));
        masked = replace(MOBILE, masked, Masking::phone);
        masked = replace(LANDLINE, masked, Masking::endOf);
        return replace(EMAIL, masked, Masking::email);
    }

    private static String replace(Pattern pattern, String text, UnaryOperator<String> mask) {
        return pattern.matcher(text).replaceAll(found -> Matcher.quoteReplacement(mask.apply(found.group())));
    }

    private static String endOf(String text) {
        return masked(text, 0, Math.min(TAIL, count(text) / 2));
    }

    private static int count(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String masked(String text, int head, int tail) {
        int length = count(text);
        String shownHead = text.substring(0, text.offsetByCodePoints(0, head));
        String shownTail = text.substring(text.offsetByCodePoints(0, length - tail));
        return shownHead + "*".repeat(length - head - tail) + shownTail;
    }
}
