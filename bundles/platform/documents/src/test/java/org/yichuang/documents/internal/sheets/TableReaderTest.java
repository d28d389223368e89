package org.yichuang.documents.internal.sheets;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.documents.internal.sheets.HandMadeWorkbook.number;
import static org.yichuang.documents.internal.sheets.HandMadeWorkbook.row;
import static org.yichuang.documents.internal.sheets.HandMadeWorkbook.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.Test;
import org.yichuang.documents.api.DocumentError;
import org.yichuang.documents.api.TableRow;

/** Tables as people send them, and what is said of what cannot be read. */
public class TableReaderTest extends TableReading {
    @Test
    public void theValueOfMergedCellsStandsInEachOfThem() {
        read(book(HEADINGS
                + row(2, text("A2", "A-1"), text("B2", "甲"), text("C2", "20"), text("D2", "5"))
                + row(3, text("A3", "A-2"), text("B3", "乙"), "<c r=\"C3\" s=\"0\"/>", text("D3", "6"))
                + row(4, text("A4", "A-3"), text("B4", "丙"), text("D4", "7"))
                + row(5, text("A5", "A-4"), text("B5", "丁"), text("C5", "30工作日"))
                + "|<mergeCells count=\"2\"><mergeCell ref=\"C2:C4\"/><mergeCell ref=\"C5:D5\"/></mergeCells>"));

        assertEquals(List.of("20", "20", "20", "30工作日"), texts("limit"));
        assertEquals(List.of("5", "6", "7", "30工作日"), texts("promise"));
        assertFalse(cell(0, "limit").isSpread());
        assertTrue(cell(2, "limit").isSpread());
        assertEquals("C4", cell(2, "limit").address());
        assertEquals(List.of("法定时限取自合并单元格 C2:C4"), said(rows.get(2).notes()));
        assertEquals(List.of("承诺时限取自合并单元格 C5:D5"), said(rows.get(3).notes()));
        assertEquals(List.of(), rows.get(0).notes());
    }

    @Test
    public void anEmptyMergedCellIsEmptyEverywhereAndWhatItHidesIsNotRead() {
        read(book(HEADINGS
                + row(2, text("A2", "A-1"), text("B2", "甲"))
                + row(3, text("A3", "A-2"), text("B3", "乙"), text("C3", "hidden by the merge"))
                + "|<mergeCells><mergeCell ref=\"C2:C3\"/></mergeCells>"));

        assertEquals(List.of("", ""), texts("limit"));
    }

    @Test
    public void formulasGiveTheirValuesAndOneWithoutIsNamed() {
        read(book(HEADINGS
                + row(2, text("A2", "A-1"), text("B2", "甲"), "<c r=\"C2\"><f>10+10</f><v>20</v></c>")
                + row(3, text("A3", "A-2"), text("B3", "乙"), "<c r=\"C3\"><f>10+10</f></c>")
                + row(4, text("A4", "A-3"), text("B4", "丙"), "<c r=\"C4\" t=\"str\"><f>A1&amp;B1</f><v>五日</v></c>")
                + row(5, text("A5", "A-4"), text("B5", "丁"), "<c r=\"C5\" t=\"str\"><f>\"\"</f><v></v></c>")));

        assertEquals(List.of("20", "=10+10", "五日", ""), texts("limit"));
        assertEquals(
                List.of("单元格 C3 的公式没有计算结果（=10+10），请在 Excel 中打开并保存后再导入"),
                said(rows.get(1).flaws()));
        assertEquals(List.of(), rows.get(0).flaws());
        assertEquals(List.of(), rows.get(3).flaws());
    }

    @Test
    public void errorsAreNamed() {
        read(book(HEADINGS + row(2, text("A2", "A-1"), text("B2", "甲"), "<c r=\"C2\" t=\"e\"><v>#REF!</v></c>")));

        assertEquals(List.of("单元格 C2 是错误值 #REF!"), said(rows.get(0).flaws()));
    }

    @Test
    public void aCodeKeepsItsZerosWhenItsFormatShowsThemAndIsElseNamed() {
        read(new HandMadeWorkbook()
                .formats("000000000000", "0.00E+00")
                .sheet(
                        "一",
                        "",
                        data(HEADINGS
                                + row(2, number("A2", 1, "131024000"), text("B2", "甲"))
                                + row(3, number("A3", 0, "131024000"), text("B3", "乙"))
                                + row(4, number("A4", 2, "3.70687123453702E+22"), text("B4", "丙"))))
                .bytes());

        assertEquals("000131024000", texts("code").get(0));
        assertEquals(List.of(), rows.get(0).flaws());
        assertEquals(
                List.of("单元格 A3 是数字（131024000），编码应为文本，否则前面的零会丢失，请设为文本格式后重新填写"),
                said(rows.get(1).flaws()));
        assertTrue(said(rows.get(2).flaws()).get(0).startsWith("单元格 A4 把长编号存成了数字"));
    }

    @Test
    public void datesAreDatesAndNotNumbers() {
        read(new HandMadeWorkbook()
                .formats("yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@", "yyyy/m/d h:mm", "#,##0.00", "[h]:mm")
                .sheet(
                        "一",
                        "",
                        data(HEADINGS
                                + row(
                                        2,
                                        text("A2", "A-1"),
                                        text("B2", "甲"),
                                        number("E2", 3, "1234.5"),
                                        number("F2", 1, "46082"))
                                + row(
                                        3,
                                        text("A3", "A-2"),
                                        text("B3", "乙"),
                                        number("C3", 1, "46082"),
                                        number("F3", 2, "46082.354166666664"))
                                + row(
                                        4,
                                        text("A4", "A-3"),
                                        text("B4", "丙"),
                                        text("E4", "1,234.50"),
                                        text("F4", "2026年3月1日"))
                                + row(
                                        5,
                                        text("A5", "A-4"),
                                        text("B5", "丁"),
                                        text("E5", "若干"),
                                        number("F5", 0, "46082"))))
                .bytes());

        assertEquals(List.of("2026-03-01", "2026-03-01T08:30:00", "2026-03-01", "46082"), texts("since"));
        assertEquals(List.of("1234.5", "", "1234.50", "若干"), texts("fee"));
        assertEquals(List.of(), rows.get(0).flaws());
        assertEquals(
                List.of("单元格 C3 是日期（2026-03-01），此列应为文字，如确为文字请设为文本格式后重新填写"),
                said(rows.get(1).flaws()));
        assertEquals(List.of(), rows.get(2).flaws());
        assertEquals(
                List.of("单元格 E5 不是数字：若干", "单元格 F5 不是日期：46082"), said(rows.get(3).flaws()));
    }

    @Test
    public void titlesAreSkippedAndTheTableMayStandOnAnotherSheet() {
        read(new HandMadeWorkbook()
                .sheet("说明", "", data(row(1, text("A1", "请按要求填写"))))
                .sheet("旧表", "state=\"hidden\"", data(HEADINGS + row(2, text("A2", "X-1"), text("B2", "旧"))))
                .sheet(
                        "事项清单",
                        "",
                        data(
                                row(1, text("A1", "某某县事项清单"))
                                        + row(3, text("A3", "编码"), text("B3", "事项名称"), text("C3", "办结时限"))
                                        + row(4, text("C4", "法定办结时限"), text("D4", "承诺时限"))
                                        + row(5, text("A5", "一、行政许可"))
                                        + row(6, text("A6", "A-1"), text("B6", "甲"), text("C6", "20"), text("D6", "5"))
                                        + "|<mergeCells><mergeCell ref=\"A1:D1\"/><mergeCell ref=\"A3:A4\"/>"
                                        + "<mergeCell ref=\"B3:B4\"/><mergeCell ref=\"C3:D3\"/><mergeCell ref=\"A5:D5\"/></mergeCells>"))
                .sheet("副本", "", data(HEADINGS))
                .bytes());

        assertEquals("事项清单", facts.sheet());
        assertEquals(List.of("A-1"), texts("code"));
        assertEquals(6, rows.get(0).number());
        assertEquals(List.of("20"), texts("limit"));
        assertEquals(
                List.of("工作表“旧表”是隐藏的，未读取", "工作表“副本”也有同样的标题，未读取", "第 5 行（A5:D5）是合并成一格的文字，未作为数据读取"), said(facts.notes()));
    }

    @Test
    public void hiddenRowsAndColumnsAreReadAndSaid() {
        read(new HandMadeWorkbook()
                .sheet(
                        "一",
                        "",
                        "<cols><col min=\"3\" max=\"4\" hidden=\"1\"/></cols>"
                                + data(HEADINGS + "<row r=\"2\" hidden=\"1\">" + text("A2", "A-1") + text("B2", "甲")
                                        + "</row>"))
                .bytes());

        assertEquals(List.of("列 C 至 D 在文件中是隐藏的"), said(facts.notes()));
        assertEquals(List.of("本行在文件中是隐藏的"), said(rows.get(0).notes()));
    }

    @Test
    public void sharedTextsWithRunsAndEscapesAreRead() {
        read(new HandMadeWorkbook()
                .texts("<si><r><t>食</t></r><r><t>品</t></r><rPh sb=\"0\" eb=\"1\"><t>ショク</t></rPh></si>"
                        + "<si><t>一_x000D_\n二_x005F_x000D_</t></si>")
                .sheet(
                        "一",
                        "",
                        data(HEADINGS
                                + row(
                                        2,
                                        text("A2", "A-1"),
                                        "<c r=\"B2\" t=\"s\"><v>0</v></c>",
                                        "<c r=\"C2\" t=\"s\"><v>1</v></c>")))
                .bytes());

        assertEquals(List.of("食品"), texts("name"));
        assertEquals("一\r\n二_x000D_", cell(0, "limit").text());
    }

    @Test
    public void aHeadingThatNobodyKnowsIsNamedWithTheNearestOne() {
        csv("编码,名称,法定期限,备注\nA-1,甲,20,x\n");

        assertEquals(List.of("未识别的列：“法定期限”（C1），是否应为“法定时限”", "未使用的列：“备注”（D1）"), said(facts.notes()));
        assertEquals(
                "标题行不符合要求：缺少列：名称（名称），“事项名”（B1）是否应为此列",
                refused(DocumentError.FILE_COLUMNS, "a.csv", "编码,事项名,法定时限\nA-1,甲,20\n"));
        assertEquals(
                "前 20 行没有找到标题行，标题中应有：编码；名称；文件第 1 行是：甲；乙", refused(DocumentError.FILE_COLUMNS, "a.csv", "甲,乙\n丙,丁\n"));
        assertEquals("文件是空的，没有标题行", refused(DocumentError.FILE_COLUMNS, "a.csv", "\n\n"));
    }

    @Test
    public void separatorsAndCharsetsShowThemselves() {
        String table = "标题\n编码;名称;法定时限\n001;\"甲;\"\"乙\"\"\n丙\";20\n\n002;丁\n";
        for (byte[] file : List.of(
                table.getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + table).getBytes(StandardCharsets.UTF_8),
                table.getBytes(Charset.forName("GB18030")),
                table.replace(';', '\t').getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + table).getBytes(StandardCharsets.UTF_16LE),
                table.replace(';', ',').replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))) {
            rows.clear();
            read("a.csv", file);

            assertEquals(List.of("001", "002"), texts("code"));
            assertTrue(texts("name").get(0), texts("name").get(0).matches("甲[;\t,]\"乙\"\n丙"));
            assertEquals(List.of(3, 5), rows.stream().map(TableRow::number).toList());
        }
    }

    @Test
    public void aLineOfCsvThatIsWiderThanTheHeadingsIsNamed() {
        csv("编码,名称\nA-1,甲,乙\nA-2,丙,\n");

        assertEquals(List.of("单元格多于标题（3 个对 2 个），可能有未加引号的逗号"), said(rows.get(0).flaws()));
        assertEquals(List.of(), rows.get(1).flaws());
    }

    @Test
    public void aCodeThatExcelHasSpoiltInCsvIsNamed() {
        csv("编码,名称\n3.70687E+11,甲\n");

        assertTrue(said(rows.get(0).flaws()).get(0).startsWith("单元格 A2 把长编号存成了数字"));
    }
}
