package org.yichuang.documents.internal.sheets;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.yichuang.documents.api.SpreadsheetReader.TableFacts;
import org.yichuang.documents.api.Spreadsheets.Sheet;
import org.yichuang.documents.api.TableComparison;
import org.yichuang.documents.api.TableComparison.Change;
import org.yichuang.documents.api.TableLayout;
import org.yichuang.documents.api.TableLayout.Column;
import org.yichuang.documents.api.TableLayout.Content;
import org.yichuang.documents.api.TableLimits;
import org.yichuang.documents.api.TableRow;
import org.yichuang.documents.internal.FastExcelSpreadsheets;
import org.yichuang.kernel.api.LocalizedMessage;

/**
 * What is written as a workbook comes in again without a difference. {@code -Dyichuang.test.drill=long} plays it with
 * 20,000 rows and tells how long it took and how much memory it needed ({@code bench/sheets}).
 */
public class RoundTripTest {
    private static final boolean LONG = "long".equals(System.getProperty("yichuang.test.drill"));
    private static final int ROWS = LONG ? 20_000 : 2_000;
    private static final int COLUMNS = 30;
    private static final long MOST_MEMORY = 128L << 20;
    /** What people have in cells, and what a spreadsheet would take for something else. */
    private static final List<String> TEXTS = List.of(
            "=cmd|'/c calc'!A1",
            "+1",
            "-1",
            "@SUM(A1)",
            "'=quoted",
            "''+twice",
            "'plain",
            "\t=1",
            "\n@x",
            "000131024000",
            "370687000-01234567X-000000-0000",
            "2026-03-01",
            "3-1",
            "1E5",
            "TRUE",
            "#REF!",
            "_x000D_",
            "𠮷野家 <&> \"",
            "一\n二",
            "《食品安全法》第三十五条",
            " 前后有空格 ");

    @Test
    public void whatGoesOutComesInWithoutADifference() {
        Map<String, List<Object>> kept = rows();
        byte[] file =
                new FastExcelSpreadsheets().write(new Sheet("事项", "一览", headings(), new ArrayList<>(kept.values())));

        TableComparison<List<Object>> comparison = compared(file, kept);

        assertEquals(ROWS, comparison.count(Change.SAME));
        assertEquals(List.of(), comparison.missing());
    }

    @Test
    public void readingNeedsLittleMemory() {
        byte[] file =
                new FastExcelSpreadsheets().write(new Sheet("事项", "一览", headings(), new ArrayList<>(rows().values())));
        System.gc();
        long before = used();
        resetPeaks();
        long began = System.nanoTime();
        long[] cells = new long[1];
        TableFacts facts = new TableReader()
                .read(
                        "a.xlsx",
                        new ByteArrayInputStream(file),
                        layout(),
                        row -> cells[0] += row.cells().size());
        long took = (System.nanoTime() - began) / 1_000_000;
        System.gc();
        long held = used() - before;

        assertEquals(ROWS, facts.rows());
        assertEquals((long) ROWS * COLUMNS, cells[0]);
        assertTrue("holds on to " + held, held < MOST_MEMORY);
        if (LONG) {
            System.out.printf(
                    "%,d rows of %d columns, %,d bytes: read in %,d ms, heap peak %,d MB above the beginning%n",
                    ROWS, COLUMNS, file.length, took, Math.max(0, peak() - before) >> 20);
            assertTrue("peak " + (peak() - before), peak() - before <= MOST_MEMORY);
        }
    }

    private static TableComparison<List<Object>> compared(byte[] file, Map<String, List<Object>> kept) {
        Map<String, List<Object>> read = new HashMap<>();
        new TableReader().read("a.xlsx", new ByteArrayInputStream(file), layout(), row -> {
            assertEquals(row.flaws().toString(), 0, row.flaws().size());
            read.put(row.cells().get("c0").text(), values(row));
        });
        return TableComparison.of(kept, kept.keySet(), read);
    }

    private static List<Object> values(TableRow row) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < COLUMNS; i++) {
            String text = row.cells().get("c" + i).text();
            values.add(
                    switch (content(i)) {
                        case NUMBER -> Integer.valueOf(text);
                        case DATE -> LocalDate.parse(text);
                        case TEXT, CODE -> text;
                    });
        }
        return values;
    }

    private static Map<String, List<Object>> rows() {
        Map<String, List<Object>> rows = new LinkedHashMap<>();
        for (int row = 0; row < ROWS; row++) {
            List<Object> cells = new ArrayList<>();
            for (int column = 0; column < COLUMNS; column++) {
                cells.add(
                        switch (content(column)) {
                            case CODE -> "%012d".formatted(row);
                            case NUMBER -> row * column;
                            case DATE -> LocalDate.of(1949, 10, 1).plusDays(row);
                            case TEXT -> TEXTS.get((row + column) % TEXTS.size()) + (column % 3 == 0 ? row : "");
                        });
            }
            rows.put(cells.get(0).toString(), cells);
        }
        return rows;
    }

    private static Content content(int column) {
        return column == 0 ? Content.CODE : column == 10 ? Content.NUMBER : column == 20 ? Content.DATE : Content.TEXT;
    }

    private static List<String> headings() {
        List<String> headings = new ArrayList<>();
        for (int i = 0; i < COLUMNS; i++) {
            headings.add("列" + i);
        }
        return headings;
    }

    private static TableLayout layout() {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < COLUMNS; i++) {
            columns.add(new Column("c" + i, content(i), i == 0, LocalizedMessage.verbatim("列" + i), List.of("列" + i)));
        }
        return new TableLayout(columns, new TableLimits(32 << 20, ROWS, COLUMNS, 32_767, 256 << 20));
    }

    private static long used() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static void resetPeaks() {
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
