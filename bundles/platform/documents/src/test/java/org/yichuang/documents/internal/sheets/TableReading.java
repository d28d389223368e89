package org.yichuang.documents.internal.sheets;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.yichuang.documents.internal.sheets.HandMadeWorkbook.row;
import static org.yichuang.documents.internal.sheets.HandMadeWorkbook.text;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.yichuang.documents.api.SpreadsheetReader.TableFacts;
import org.yichuang.documents.api.TableCell;
import org.yichuang.documents.api.TableLayout;
import org.yichuang.documents.api.TableLayout.Column;
import org.yichuang.documents.api.TableLayout.Content;
import org.yichuang.documents.api.TableLimits;
import org.yichuang.documents.api.TableRow;
import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/** Reads tables of one layout. */
abstract class TableReading {
    static final TableLimits LIMITS = new TableLimits(1 << 20, 100, 50, 1_000, 8 << 20);
    static final TableLayout LAYOUT = new TableLayout(
            List.of(
                    column("code", Content.CODE, true, "编码"),
                    column("name", Content.TEXT, true, "名称", "事项名称"),
                    column("limit", Content.TEXT, false, "法定时限", "法定办结时限"),
                    column("promise", Content.TEXT, false, "承诺时限"),
                    column("fee", Content.NUMBER, false, "金额"),
                    column("since", Content.DATE, false, "施行日期")),
            LIMITS);
    static final String HEADINGS = row(
            1,
            text("A1", "编码"),
            text("B1", "名称"),
            text("C1", "法定时限"),
            text("D1", "承诺时限"),
            text("E1", "金额（元）"),
            text("F1", "施行日期"));

    final List<TableRow> rows = new ArrayList<>();
    TableFacts facts;

    private static Column column(String id, Content content, boolean required, String... headings) {
        return new Column(id, content, required, LocalizedMessage.verbatim(headings[0]), List.of(headings));
    }

    static String data(String rowsAndMore) {
        int bar = rowsAndMore.indexOf('|');
        return bar < 0
                ? "<sheetData>" + rowsAndMore + "</sheetData>"
                : "<sheetData>" + rowsAndMore.substring(0, bar) + "</sheetData>" + rowsAndMore.substring(bar + 1);
    }

    static byte[] book(String rowsAndMore) {
        return new HandMadeWorkbook().sheet("一", "", data(rowsAndMore)).bytes();
    }

    void csv(String text) {
        read("a.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    void read(byte[] workbook) {
        read("a.xlsx", workbook);
    }

    void read(String name, byte[] bytes) {
        facts = new TableReader().read(name, new ByteArrayInputStream(bytes), LAYOUT, rows::add);
    }

    static String refused(ErrorCode code, String name, String text) {
        return refused(code, name, text.getBytes(StandardCharsets.UTF_8));
    }

    static String refused(ErrorCode code, String name, byte[] bytes) {
        ProblemException refusal = assertThrows(ProblemException.class, () -> new TableReader()
                .read(name, new ByteArrayInputStream(bytes), LAYOUT, row -> {}));
        assertEquals(refusal.message().zh(), code, refusal.code());
        return refusal.message().zh();
    }

    TableCell cell(int row, String column) {
        return rows.get(row).cell(column).orElseThrow();
    }

    List<String> texts(String column) {
        return rows.stream().map(row -> row.text(column)).toList();
    }

    static List<String> said(List<LocalizedMessage> messages) {
        return messages.stream().map(LocalizedMessage::zh).toList();
    }
}
