package org.yichuang.shell.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.yichuang.kernel.api.LocalizedMessage;

/** Columns that stand under one another also with Chinese in them, whose characters are two columns wide. */
public final class TextTable {
    private static final String GAP = "  ";

    private final List<List<Object>> rows = new ArrayList<>();

    /** @param headings messages are worded as labels, everything else is written as it is */
    public TextTable(Object... headings) {
        rows.add(Arrays.stream(headings).map(TextTable::label).toList());
    }

    /** A cell with a word or two, e.g. {@code 是 yes}; a message that is put into a row as it is is a sentence. */
    public static Object label(LocalizedMessage message) {
        return new Label(message);
    }

    private static Object label(Object heading) {
        return heading instanceof LocalizedMessage message ? new Label(message) : heading;
    }

    /** Adds a row; what is null is left empty. */
    public TextTable row(Object... cells) {
        rows.add(Arrays.stream(cells)
                .map(cell -> Objects.requireNonNullElse(cell, ""))
                .toList());
        return this;
    }

    /** Tells how many rows there are below the headings. */
    public int size() {
        return rows.size() - 1;
    }

    /** The table in Chinese and English. */
    @Override
    public String toString() {
        return in(Wording.USUAL);
    }

    /** The table in the operator's languages. */
    public String in(Wording wording) {
        List<List<String>> lines = rows.stream()
                .map(row -> row.stream().map(cell -> text(cell, wording)).toList())
                .toList();
        int[] widths = IntStream.range(0, lines.get(0).size())
                .map(column -> lines.stream()
                        .mapToInt(row -> width(row.get(column)))
                        .max()
                        .orElse(0))
                .toArray();
        StringBuilder text = new StringBuilder();
        for (List<String> row : lines) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                String cell = row.get(column);
                line.append(cell)
                        .append(" ".repeat(widths[column] - width(cell)))
                        .append(GAP);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static String text(Object cell, Wording wording) {
        String text = String.valueOf(cell);
        if (cell instanceof Label label) {
            text = wording.label(label.message());
        } else if (cell instanceof LocalizedMessage message) {
            text = wording.sentence(message);
        }
        return text.replaceAll("\\R", " ");
    }

    /** How many columns a text takes on a terminal. */
    static int width(String text) {
        return text.codePoints().map(point -> isWide(point) ? 2 : 1).sum();
    }

    private static boolean isWide(int point) {
        return Character.isIdeographic(point)
                || point >= 0x3000 && point <= 0x303F // Chinese punctuation
                || point >= 0xFF00 && point <= 0xFF60; // full-width forms
    }

    private record Label(LocalizedMessage message) {}
}
