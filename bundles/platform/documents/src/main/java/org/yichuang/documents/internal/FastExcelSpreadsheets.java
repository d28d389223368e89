package org.yichuang.documents.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.yichuang.documents.api.Spreadsheets;
import org.yichuang.documents.internal.sheets.CellText;
import org.yichuang.kernel.api.CallContext;

/** Workbooks by fastexcel. */
public class FastExcelSpreadsheets implements Spreadsheets {
    private static final int LONGEST_NAME = 31;
    private static final int LONGEST_CELL = 32_767;
    private static final int HEADING = 1;
    /** After so many rows, what has been written leaves the memory. */
    private static final int FLUSHED = 200;

    @Override
    public byte[] write(Sheet sheet) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(sheet, Collections.emptyIterator(), out);
        return out.toByteArray();
    }

    @Override
    public void write(Sheet sheet, Iterator<List<Object>> more, OutputStream out) {
        try (Workbook workbook = new Workbook(out, "Yichuang", null)) {
            Worksheet page = workbook.newWorksheet(tab(sheet.name()));
            text(page, 0, 0, sheet.title());
            for (int column = 0; column < sheet.columns().size(); column++) {
                text(page, HEADING, column, sheet.columns().get(column));
            }
            page.style(0, 0).bold().set();
            if (!sheet.columns().isEmpty()) {
                page.range(HEADING, 0, HEADING, sheet.columns().size() - 1)
                        .style()
                        .bold()
                        .set();
            }
            page.freezePane(0, HEADING + 1);
            int row = HEADING + 1;
            for (List<Object> cells : sheet.rows()) {
                row(page, row++, cells);
            }
            while (more.hasNext()) {
                row(page, row++, more.next());
                if (row % FLUSHED == 0) {
                    page.flush();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void row(Worksheet page, int row, List<Object> cells) {
        for (int column = 0; column < cells.size(); column++) {
            cell(page, row, column, cells.get(column));
        }
    }

    private static void cell(Worksheet page, int row, int column, Object value) {
        if (value instanceof Number number) {
            page.value(row, column, number);
        } else if (value instanceof LocalDate day) {
            page.value(row, column, day);
            page.style(row, column).format("yyyy-mm-dd").set();
        } else if (value instanceof Instant moment) {
            page.value(row, column, moment.atZone(CallContext.ZONE).toLocalDateTime());
            page.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
        } else if (value != null) {
            text(page, row, column, value.toString());
        }
    }

    private static void text(Worksheet page, int row, int column, String words) {
        String clean = clean(words); // first: what follows a control character would begin the cell
        page.value(row, column, CellText.encoded(shortened(CellText.dead(clean), LONGEST_CELL)));
        page.style(row, column).format("@").set();
    }

    /** Control characters have no place in XML. */
    private static String clean(String words) {
        return words.codePoints()
                .filter(point -> point >= ' ' || point == '\n' || point == '\t')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String tab(String name) {
        String allowed = clean(name).replaceAll("[\\\\/?*\\[\\]:']", " ").strip();
        return allowed.isEmpty() ? "Sheet" : shortened(allowed, LONGEST_NAME);
    }

    /** At most so many UTF-16 units, and no half of a character. */
    private static String shortened(String words, int most) {
        if (words.length() <= most) {
            return words;
        }
        return words.substring(0, Character.isHighSurrogate(words.charAt(most - 1)) ? most - 1 : most);
    }
}
