package org.yichuang.catalogue.internal.importing;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.Stage;
import org.yichuang.catalogue.api.Stage.Action;
import org.yichuang.documents.internal.sheets.TableReader;
import org.yichuang.kernel.api.Level;

/** Each cell of a list is kept as it stands there, in other words for the same, or the row says what became of it. */
public class LossesTest {
    private static final List<String> HEADINGS = List.of(
            "item_code",
            "name",
            "item_type",
            "exercise_level",
            "acceptance_level",
            "has_pre_review",
            "pre_review_level",
            "statutory_days",
            "promised_days",
            "day_unit",
            "fee",
            "materials",
            "case_type");

    private static final String CODE = "11622101013921538K400011700600004";

    private static ReadRow row(String cells) {
        String file = String.join(",", HEADINGS) + "\n" + cells + "\n";
        return ItemFile.read(
                        new TableReader(),
                        "items.csv",
                        new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
                        ItemFile.MOST_ROWS,
                        Meanings.NONE,
                        codes -> Map.of())
                .rows()
                .get(0);
    }

    private static List<String> said(ReadRow row) {
        return row.assumptions().stream().map(remark -> remark.message().zh()).toList();
    }

    @Test
    public void aUnitWithoutALimitIsSaid() {
        assertEquals(List.of("没有填写时限，时限单位“工作日”未保留"), said(row(CODE + ",残疾人补贴,行政给付,县,县,否,,,,工作日,no,,承诺件")));
        assertEquals(List.of(), said(row(CODE + ",残疾人补贴,行政给付,县,县,否,,,,,no,,承诺件")));
        assertEquals(List.of(), said(row(CODE + ",残疾人补贴,行政给付,县,县,否,,,0,日,no,,即办件")));
    }

    @Test
    public void aUnitThatContradictsTheLimitsIsSaid() {
        assertEquals(List.of("时限自带单位，时限单位“日”未采用"), said(row(CODE + ",残疾人补贴,行政给付,县,县,否,,20个工作日,,日,no,,承诺件")));
        assertEquals(List.of(), said(row(CODE + ",残疾人补贴,行政给付,县,县,否,,20个工作日,5日,日,no,,承诺件")));
    }

    @Test
    public void aDepartmentBehindALevelIsAStageOfItsOwnAndSaid() {
        ReadRow row = row(CODE + ",残疾人补贴,行政给付,县,乡,是,村级+乡级+县残联,,20,工作日,no,,承诺件");

        assertEquals(List.of("“县残联”作为县级“残联”的一个单独初审环节", "村级不设中心，村级环节并入乡镇"), said(row));
        assertEquals(
                new Stage(Action.PRE_REVIEW, Level.COUNTY, "残联", null),
                row.definition().orElseThrow().routes().get(0).stages().get(2));
        assertEquals(
                "as it is written here, it says nothing new",
                List.of(),
                said(row(CODE + ",残疾人补贴,行政给付,县,乡,是,乡镇+县级残联,,20,工作日,no,,承诺件")));
    }

    @Test
    public void whatStandsInBracketsBehindALevelIsSaid() {
        assertEquals(
                List.of("“县级(区)”中括号里的说明“(区)”未保留", "“乡级（街道）”中括号里的说明“(街道)”未保留"),
                said(row(CODE + ",最低生活保障,行政给付,县级(区),乡级,是,乡级（街道）,,20,工作日,no,,承诺件")));
    }

    /** The cells of a row that neither stand in what is stored nor are told. */
    private static List<String> silent(String cells) {
        ReadRow row = row(cells);
        ItemDefinition item = row.definition().orElseThrow();
        Map<String, String> stored = new LinkedHashMap<>();
        List<String> texts = ItemFile.texts(item);
        for (Column column : Column.values()) {
            stored.put(column.heading(), texts.get(column.ordinal()));
        }
        String told = said(row) + String.join("\n", stored.values());
        List<String> given = Arrays.asList(cells.split(",", -1));
        List<String> lost = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            for (String part : given.get(i).split("[;+]")) {
                if (!told.contains(part)) {
                    lost.add(HEADINGS.get(i) + " " + part);
                }
            }
        }
        return lost;
    }

    @Test
    public void noCellIsLostInSilence() {
        assertEquals(List.of(), silent(CODE + ",残疾人补贴,行政给付,市,县,是,县级(区县),30,20,工作日,不收费,申请表;户口簿,承诺件"));
        assertEquals(List.of(), silent(CODE + ",宅基地审批,行政许可,县,乡,是,乡镇+区残联,,,日,每本5元,申请表,承诺件"));
        assertTrue(row(CODE + ",甲,行政许可,县,县,否,,x,,日,no,,承诺件").definition().isEmpty());
        assertFalse(row(CODE + ",甲,行政许可,县,县,否,,x,,日,no,,承诺件").refusals().isEmpty());
    }
}
