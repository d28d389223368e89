package org.yichuang.documents.api;

import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;

/** Writes lists as Excel workbooks (XLSX). */
public interface Spreadsheets {
    /**
     * Writes one sheet: its title, its columns as a heading that stays in sight, its rows. Texts stay texts, also those
     * that look like a number or a date; what a spreadsheet would take for a formula begins with an apostrophe.
     */
    byte[] write(Sheet sheet);

    /**
     * Writes the same as it comes, for lists that nobody wants to hold: the sheet's own rows, then others.
     *
     * @param more taken one after the other, none of them held; what it throws is thrown here
     * @param out is not closed
     */
    void write(Sheet sheet, Iterator<List<Object>> more, OutputStream out);

    /**
     * A list.
     *
     * @param name what its tab says; shortened and cleaned to what Excel allows
     * @param title what stands above the columns
     * @param columns their headings
     * @param rows texts, numbers, {@code LocalDate}s, {@code Instant}s (shown as China's time) or null, one for each
     *     column; anything else as its text
     */
    record Sheet(String name, String title, List<String> columns, List<List<Object>> rows) {
        public Sheet {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }
}
