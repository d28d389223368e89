package org.yichuang.kernel.api.identifier;

/** What a page that anyone can read may show of names and numbers (R9-15); done on the server, never in the browser. */
public final class Masking {
    private static final int ID_HEAD = 4;
    private static final int TAIL = 4;
    private static final int ID_LENGTH = 18;
    private static final int PHONE_HEAD = 3;
    private static final int MOBILE_LENGTH = 11;

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
