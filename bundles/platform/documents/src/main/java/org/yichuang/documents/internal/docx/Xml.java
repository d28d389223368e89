package org.yichuang.documents.internal.docx;

/** Text in XML 1.0: what people have written is text and never markup, and what XML does not know is left out. */
final class Xml {
    static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    private static final int FIRST_PLANES_END = 0xFFFD;

    private Xml() {}

    static String text(String given) {
        StringBuilder text = new StringBuilder(given.length());
        given.codePoints().filter(Xml::isKnown).forEach(character -> add(character, text));
        return text.toString();
    }

    private static boolean isKnown(int character) {
        boolean isControl = Character.getType(character) == Character.CONTROL;
        boolean isSurrogate = Character.getType(character) == Character.SURROGATE;
        boolean isSpace = character == '\t' || character == '\n';
        return isSpace
                || !isControl
                        && !isSurrogate
                        && (character <= FIRST_PLANES_END || Character.isSupplementaryCodePoint(character));
    }

    private static void add(int character, StringBuilder text) {
        switch (character) {
            case '&' -> text.append("&amp;");
            case '<' -> text.append("&lt;");
            case '>' -> text.append("&gt;");
            case '"' -> text.append("&quot;");
            default -> text.appendCodePoint(character);
        }
    }
}
