package org.yichuang.catalogue.internal.importing;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.Test;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.catalogue.api.Material;
import org.yichuang.documents.internal.sheets.TableReader;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.time.Limit;

/** Items as departments really send them: in workbooks with merged cells, formulas and titles. */
public class MergedItemsTest {
    private static final List<String> HEADINGS =
            List.of("事项编码", "事项名称", "事项类型", "行使层级", "法定时限", "承诺时限", "时限单位", "收费", "设定依据", "申请材料", "结果名称");
    private static final int FIRST = 2;

    @Test
    public void whatIsMergedOverSeveralItemsHoldsForEachOfThem() throws IOException {
        List<ReadRow> rows = read(sheet -> {
            for (int column : new int[] {2, 4, 7, 8, 9}) {
                sheet.range(FIRST, column, FIRST + 2, column).merge();
            }
        });

        assertEquals(3, rows.size());
        for (ReadRow row : rows) {
            ItemDefinition item = row.definition().orElseThrow();
            assertEquals(ItemType.LICENCE, item.type());
            assertEquals(Limit.working(20), item.statutoryLimit());
            assertEquals("10元/证", item.fee());
            assertEquals("《食品安全法》第三十五条", item.legalBasis());
            assertEquals(
                    List.of("申请书", "身份证"),
                    item.materials().stream().map(Material::name).toList());
        }
        assertTrue(said(rows.get(2)).contains("法定时限取自合并单元格 E3:E5"));
        assertTrue(said(rows.get(0)).stream().noneMatch(words -> words.contains("合并")));
    }

    @Test
    public void oneLimitOverTwoColumnsIsTheStatutoryAndThePromisedOne() throws IOException {
        List<ReadRow> rows = read(sheet -> sheet.range(FIRST, 4, FIRST, 5).merge());

        assertEquals(Limit.working(20), rows.get(0).definition().orElseThrow().promisedLimit());
        assertTrue(said(rows.get(0)).contains("承诺时限取自合并单元格 E3:F3"));
        assertEquals(Limit.working(5), rows.get(1).definition().orElseThrow().promisedLimit());
    }

    @Test
    public void aFormulaWithoutValueAnErrorADateAndACodeAsANumberAreRefusedWithTheirCell() throws IOException {
        List<ReadRow> rows = read(sheet -> {
            sheet.formula(FIRST, 4, "10+10");
            sheet.value(FIRST + 1, 10, LocalDate.of(2026, 3, 1));
            sheet.style(FIRST + 1, 10).format("yyyy-mm-dd").set();
            sheet.value(FIRST + 2, 0, 131_024_000);
        });

        assertEquals("单元格 E3 的公式没有计算结果（=10+10），请在 Excel 中打开并保存后再导入", refusal(rows.get(0)));
        assertEquals("单元格 K4 是日期（2026-03-01），此列应为文字，如确为文字请设为文本格式后重新填写", refusal(rows.get(1)));
        assertTrue(refusal(rows.get(2)).startsWith("单元格 A5 是数字（131024000），编码应为文本"));
    }

    @Test
    public void aMisspeltHeadingIsSaid() {
        byte[] file = "事项编码,事项名称,事项类型,行使层级,法定期限\nA-1,甲,行政许可,县,20\n".getBytes(StandardCharsets.UTF_8);

        ItemFile read = ItemFile.read(
                new TableReader(),
                "a.csv",
                new ByteArrayInputStream(file),
                ItemFile.MOST_ROWS,
                Meanings.NONE,
                codes -> Map.of());

        assertEquals(
                List.of("未识别的列：“法定期限”（E1），是否应为“法定时限”"),
                read.facts().notes().stream().map(LocalizedMessage::zh).toList());
    }

    /** A title, the headings and three items, of which the first is whole. */
    private static List<ReadRow> read(Consumer<Worksheet> merging) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(file, "test", "1.0")) {
            workbook.newWorksheet("填写说明").value(0, 0, "请逐项填写");
            Worksheet sheet = workbook.newWorksheet("事项");
            sheet.value(0, 0, "某某县政务服务事项一览表");
            for (int column = 0; column < HEADINGS.size(); column++) {
                sheet.value(1, column, HEADINGS.get(column));
            }
            String[][] rows = {
                {"A-1", "甲", "行政许可", "县", "20", "5", "工作日", "是;10元/证", "《食品安全法》第三十五条", "申请书;身份证", "许可证"},
                {"A-2", "乙", "行政许可", "县", "20", "5", "工作日", "否", "无", "申请书", "许可证"},
                {"A-3", "丙", "行政许可", "县", "20", "5", "工作日", "否", "无", "申请书", "许可证"}
            };
            for (int row = 0; row < rows.length; row++) {
                for (int column = 0; column < rows[row].length; column++) {
                    sheet.value(FIRST + row, column, rows[row][column]);
                }
            }
            merging.accept(sheet);
        }
        return ItemFile.read(
                        new TableReader(),
                        "items.xlsx",
                        new ByteArrayInputStream(file.toByteArray()),
                        ItemFile.MOST_ROWS,
                        Meanings.NONE,
                        codes -> Map.of())
                .rows();
    }

    private static List<String> said(ReadRow row) {
        return row.assumptions().stream().map(remark -> remark.message().zh()).toList();
    }

    private static String refusal(ReadRow row) {
        assertTrue(row.definition().isEmpty());
        return row.refusals().get(0).message().zh();
    }
}
