package org.yichuang.documents.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.Test;
import org.yichuang.documents.api.Spreadsheets.Sheet;

/** What is written is read back as it was meant. */
public class FastExcelSpreadsheetsTest {
    @Test
    public void titleHeadingAndRowsComeBack() throws IOException {
        List<Row> rows = read(new Sheet("收件", "收件 今日", List.of("编号", "件数"), List.of(List.of("370687-1", 3))));

        assertEquals("收件 今日", rows.get(0).getCellText(0));
        assertEquals("编号", rows.get(1).getCellText(0));
        assertEquals("370687-1", rows.get(2).getCellText(0));
        assertEquals(new BigDecimal(3), rows.get(2).getCellAsNumber(1).orElseThrow());
    }

    @Test
    public void aTextThatLooksLikeANumberStaysAText() throws IOException {
        Row row = read(new Sheet("x", "x", List.of("a"), List.of(List.of("000123"))))
                .get(2);

        assertEquals(CellType.STRING, row.getCell(0).getType());
        assertEquals("000123", row.getCellText(0));
    }

    @Test
    public void nothingIsTakenForAFormula() throws IOException {
        for (String bad : List.of(
                "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "=HYPERLINK(\"http://x\")", "\u0001=1", "\r+1", "\n@x")) {
            Row row = read(new Sheet("x", bad, List.of(bad), List.of(List.of(bad))))
                    .get(2);

            assertEquals(CellType.STRING, row.getCell(0).getType());
            assertTrue(bad, row.getCellText(0).startsWith("'"));
        }
    }

    @Test
    public void daysAndMomentsAreDatesAndNothingIsNothing() throws IOException {
        Row row = read(new Sheet(
                        "x",
                        "x",
                        List.of("a", "b", "c"),
                        List.of(Arrays.asList(LocalDate.of(2026, 9, 14), Instant.parse("2026-09-14T01:30:00Z"), null))))
                .get(2);

        assertEquals(
                LocalDate.of(2026, 9, 14), row.getCellAsDate(0).orElseThrow().toLocalDate());
        assertEquals(LocalDateTime.of(2026, 9, 14, 9, 30), row.getCellAsDate(1).orElseThrow());
        assertTrue(row.getOptionalCell(2).isEmpty());
    }

    @Test
    public void rareAndForbiddenCharactersHurtNobody() throws IOException {
        String name = "𠮷".repeat(40) + "/\\?*[]:";
        Row row = read(new Sheet(name, "x", List.of("a"), List.of(List.of("𠮷\u0001野家"))))
                .get(2);

        assertEquals("𠮷野家", row.getCellText(0));
    }

    private static List<Row> read(Sheet sheet) throws IOException {
        byte[] bytes = new FastExcelSpreadsheets().write(sheet);
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            return new ArrayList<>(workbook.getFirstSheet().read());
        }
    }
}
