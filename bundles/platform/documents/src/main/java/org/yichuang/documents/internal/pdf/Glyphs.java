package org.yichuang.documents.internal.pdf;

/**
 * Makes sure that a page shows every character: one that no font of ours has is named by its code, so that whoever
 * reads it knows which it is. What is invisible anyway is left out.
 */
final class Glyphs {
    private Glyphs() {}

    /** The text with only such characters as are printed. */
    static String printable(String text) {
        if (text.codePoints().allMatch(Glyphs::isPrinted)) {
            return text;
        }
        StringBuilder printable = new StringBuilder();
        text.codePoints().forEach(character -> add(character, printable));
        return printable.toString();
    }

    private static void add(int character, StringBuilder printable) {
        if (isPrinted(character)) {
            printable.appendCodePoint(character);
        } else if (!isInvisible(character)) {
            printable.append(String.format("〔U+%04X〕", character));
        }
    }

    private static boolean isPrinted(int character) {
        return character == '\n' || character == '\r' || character == '\t' || FontSlice.has(character);
    }

    /** Joiners, marks of order, selectors of a variant of the character before. */
    private static boolean isInvisible(int character) {
        return switch (Character.getType(character)) {
            case Character.FORMAT, Character.CONTROL -> true;
            case Character.NON_SPACING_MARK -> Character.getName(character) != null
                    && Character.getName(character).contains("VARIATION SELECTOR");
            default -> false;
        };
    }
}
