package org.yichuang.web.api;

/** Which characters a part of an address is made of; read one by one, so that no length is too much. */
public final class UriText {
    private static final String UNRESERVED_MARKS = "-._~";
    private static final int HEX = 16;
    private static final int ESCAPED = 2;

    private UriText() {}

    /**
     * Tells whether a text has nothing but letters and digits of ASCII, unreserved marks, some others, and escaped
     * bytes (RFC 3986).
     *
     * @param others marks that may stand there besides
     */
    public static boolean isMadeOf(String text, String others) {
        int at = 0;
        while (at < text.length()) {
            char letter = text.charAt(at);
            if (letter == '%' && isEscape(text, at + 1)) {
                at += ESCAPED;
            } else if (!isPlain(letter) && others.indexOf(letter) < 0) {
                return false;
            }
            at++;
        }
        return true;
    }

    private static boolean isPlain(char letter) {
        return letter < 128 && Character.isLetterOrDigit(letter) || UNRESERVED_MARKS.indexOf(letter) >= 0;
    }

    private static boolean isEscape(String text, int at) {
        return at + ESCAPED <= text.length()
                && text.charAt(at) < 128
                && text.charAt(at + 1) < 128
                && Character.digit(text.charAt(at), HEX) >= 0
                && Character.digit(text.charAt(at + 1), HEX) >= 0;
    }
}
