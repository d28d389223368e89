package org.yichuang.documents.internal.sheets;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.yichuang.documents.api.DocumentError;
import org.yichuang.documents.api.TableCell;
import org.yichuang.documents.api.TableCell.Kind;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/** The rows of CSV (RFC 4180): a cell in quotes may hold separators, line breaks and, doubled, quotes. */
final class CsvRows implements SheetRows {
    private static final char QUOTE = '"';

    private final String text;
    private final char separator;
    private final int columns;
    private int at;
    private int row;

    CsvRows(String text, char separator, int columns) {
        this.text = text;
        this.separator = separator;
        this.columns = columns;
    }

    @Override
    public SheetRow next() {
        if (at >= text.length()) {
            return null;
        }
        row++;
        SortedMap<Integer, TableCell> cells = new TreeMap<>();
        int column = 0;
        boolean isLast = false;
        while (!isLast) {
            String words = CellText.revived(cell());
            if (!words.isBlank() && column < columns) {
                cells.put(column, new TableCell(CellAddress.of(row, column), Kind.TEXT, words, ""));
            }
            column++;
            isLast = at >= text.length() || text.charAt(at) != separator;
            at += isLast ? 0 : 1;
        }
        endLine();
        return new SheetRow(row, false, column, cells);
    }

    private void endLine() {
        if (at < text.length() && text.charAt(at) == '\r') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '\n') {
            at++;
        }
    }

    private String cell() {
        int from = at;
        while (from < text.length() && text.charAt(from) == ' ') {
            from++;
        }
        if (from < text.length() && text.charAt(from) == QUOTE) {
            at = from + 1;
            return quoted();
        }
        int end = at;
        while (end < text.length() && !isEnd(text.charAt(end))) {
            end++;
        }
        String words = text.substring(at, end);
        at = end;
        return words;
    }

    private boolean isEnd(char character) {
        return character == separator || character == '\n' || character == '\r';
    }

    private String quoted() {
        StringBuilder words = new StringBuilder();
        while (at < text.length()) {
            int quote = text.indexOf(QUOTE, at);
            if (quote < 0) {
                break;
            }
            words.append(text, at, quote);
            at = quote + 1;
            if (at >= text.length() || text.charAt(at) != QUOTE) {
                requireEnd();
                return words.toString();
            }
            words.append(QUOTE);
            at++;
        }
        throw mismatched();
    }

    private void requireEnd() {
        while (at < text.length() && text.charAt(at) == ' ' && separator != ' ') {
            at++;
        }
        if (at < text.length() && !isEnd(text.charAt(at))) {
            throw mismatched();
        }
    }

    private ProblemException mismatched() {
        return new ProblemException(
                DocumentError.FILE_UNREADABLE, LocalizedMessage.of(CsvRows.class, "csv.quotes-mismatched", row));
    }

    @Override
    public List<LocalizedMessage> notes() {
        return List.of();
    }

    @Override
    public void close() {
        // Nothing is open: the text is in memory
    }
}
