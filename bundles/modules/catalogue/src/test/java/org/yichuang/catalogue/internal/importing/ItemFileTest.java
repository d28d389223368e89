package org.yichuang.catalogue.internal.importing;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Test;
import org.yichuang.catalogue.api.CaseKind;
import org.yichuang.catalogue.api.Examination;
import org.yichuang.catalogue.api.Examination.HearingDuty;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.catalogue.api.Material;
import org.yichuang.catalogue.api.Material.Declaration;
import org.yichuang.catalogue.api.Material.Deferral;
import org.yichuang.catalogue.api.Stage;
import org.yichuang.catalogue.api.Stage.Action;
import org.yichuang.catalogue.internal.domain.ExaminationWords;
import org.yichuang.documents.internal.sheets.TableReader;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.time.Limit;

public class ItemFileTest {
    private static final String HEADINGS =
            "item_code,name,item_type,exercise_level,acceptance_level,has_pre_review,pre_review_level,statutory_days,"
                    + "promised_days,day_unit,case_type\n";

    @Test
    public void ofTwelveRealFactsTenBecomeItemsAndTheOthersSayWhyNot() throws IOException {
        List<ReadRow> rows = facts();

        assertEquals(12, rows.size());
        assertEquals(
                List.of(4, 7),
                rows.stream()
                        .filter(row -> row.definition().isEmpty())
                        .map(ReadRow::row)
                        .toList());
        assertEquals(
                ItemType.NON_LICENCE, row(rows, 3).definition().orElseThrow().type());
        assertEquals(
                "初审层级（县）不低于行使层级（县）", row(rows, 4).refusals().get(0).message().zh());
        assertEquals("无法识别初审层级：村级", row(rows, 7).refusals().get(0).message().zh());
        assertEquals(
                "a village alone joins nothing",
                List.of("村级不设中心；只有村级环节的，请写明由哪一级代为初审，如乡级"),
                row(rows, 7).assumptions().stream()
                        .map(each -> each.message().zh())
                        .filter(each -> each.startsWith("村级"))
                        .toList());
    }

    @Test
    public void reconsiderationComesFirstWhereTheFileSaysSo() throws IOException {
        String headings = HEADINGS.strip() + ",复议前置\n";
        String item = "A-%s,甲,行政许可,县,县,否,,20,5,工作日,承诺件,%s\n";
        List<ReadRow> rows = csv(headings + item.formatted(1, "是") + item.formatted(2, "") + item.formatted(3, "也许"));

        assertTrue(rows.get(0).definition().orElseThrow().reconsiderationFirst());
        assertFalse(rows.get(1).definition().orElseThrow().reconsiderationFirst());
        assertEquals(
                "复议前置：“也许”既不是“是”，也不是“否”",
                rows.get(2).refusals().get(0).message().zh());
    }

    @Test
    public void howItIsExaminedIsReadAndWrittenInWords() throws IOException {
        String headings = HEADINGS.strip() + ",内部审查\n";
        String item = "A-%s,甲,行政许可,县,县,否,,20,5,工作日,承诺件,%s\n";
        List<ReadRow> rows =
                csv(headings + item.formatted(1, "审核、现场勘验、应当听证") + item.formatted(2, "") + item.formatted(3, "会签"));

        Examination asked = rows.get(0).definition().orElseThrow().examination();
        assertEquals(new Examination(true, true, HearingDuty.MANDATORY), asked);
        assertEquals("审核、现场勘验、应当听证", ExaminationWords.write(asked, LocalizedMessage.CHINESE));
        assertEquals(Examination.NONE, rows.get(1).definition().orElseThrow().examination());
        assertEquals(
                "内部审查：“会签”应为审核、现场勘验、依申请听证或者应当听证，可以有几项，用顿号隔开",
                rows.get(2).refusals().get(0).message().zh());
    }

    @Test
    public void whatMayFollowOrBePromisedIsReadAndWrittenInWords() throws Exception {
        String cell = "申请书；照片（非必要）；检测报告（原件、容缺10个工作日）；平面图（容缺）；无犯罪证明（容缺、告知承诺）";

        List<Material> materials = MaterialsCell.read(cell);

        assertEquals(
                List.of(
                        new Material("m1", "申请书", true, "", 1, ""),
                        new Material("m2", "照片", false, "", 1, ""),
                        new Material("m3", "检测报告", true, "原件", 1, "", new Deferral(10), null),
                        new Material("m4", "平面图", true, "", 1, "", new Deferral(null), null),
                        new Material("m5", "无犯罪证明", true, "", 1, "", new Deferral(null), new Declaration(""))),
                materials);
        assertEquals(cell, MaterialsCell.write(materials));
    }

    @Test
    public void theCountyPreReviewsAndTheCityDecides() throws IOException {
        ItemDefinition item = row(facts(), 2).definition().orElseThrow();

        assertEquals(Set.of(Level.COUNTY), item.acceptanceLevels());
        assertEquals(
                List.of(
                        new Stage(Action.ACCEPT, Level.COUNTY, "", null),
                        new Stage(Action.PRE_REVIEW, Level.COUNTY, "", null),
                        new Stage(Action.DECIDE, Level.CITY, "", null)),
                item.routes().get(0).stages());
        assertEquals(Level.COUNTY, item.routes().get(0).issueLevel());
        assertEquals("县级受理、县级初审、市级决定", item.routes().get(0).name());
        assertEquals(Limit.working(90), item.statutoryLimit());
        assertEquals("否 is said, silence would not be", "不收费", item.fee());
    }

    @Test
    public void aCountyDepartmentBesideTheTownshipIsAStageOfItsOwn() throws IOException {
        ReadRow row = row(facts(), 6);

        assertEquals(
                List.of(
                        new Stage(Action.ACCEPT, Level.TOWNSHIP, "", null),
                        new Stage(Action.PRE_REVIEW, Level.TOWNSHIP, "", null),
                        new Stage(Action.PRE_REVIEW, Level.COUNTY, "残联", null),
                        new Stage(Action.DECIDE, Level.COUNTY, "", null)),
                row.definition().orElseThrow().routes().get(0).stages());
        assertTrue(row.assumptions()
                .contains(new Remark(LocalizedMessage.of(LevelCell.class, "level.village-joins-township"))));
    }

    @Test
    public void mixedUnitsHoursAndMissingCellsAreReadAndSaid() throws IOException {
        List<ReadRow> rows = facts();
        ItemDefinition extension = row(rows, 9).definition().orElseThrow();
        assertEquals(Limit.working(20), extension.statutoryLimit());
        assertEquals(Limit.working(0), extension.promisedLimit());
        assertEquals(CaseKind.INSTANT, extension.kind());

        ReadRow levy = row(rows, 10);
        assertEquals("万元/公顷", levy.definition().orElseThrow().fee());
        assertTrue(levy.assumptions().get(0).message().zh().startsWith("没有事项编码"));
        assertTrue(levy.code(), levy.code().matches("LOCAL-[0-9A-F]{8}"));
        assertEquals(levy.code(), row(facts(), 10).code());

        assertEquals(
                List.of(new Material("m1", "个人申请书", true, "", 1, ""), new Material("m2", "身份证、户口本", true, "", 1, "")),
                row(rows, 8).definition().orElseThrow().materials());
    }

    @Test
    public void chineseHeadingsWithRemarksAreUnderstood() {
        ReadRow row = csv("事项编码,事项名称*,事项类型,行使层级,承诺时限（含单位）,未知列\nA-1,甲,许可,县级,5个工作日,x\nA-2,乙,行政许可,县级,5个工作日,x\n")
                .get(1);

        assertEquals(Limit.working(5), row.definition().orElseThrow().promisedLimit());
        assertEquals(Set.of(Level.COUNTY), row.definition().orElseThrow().acceptanceLevels());
    }

    @Test
    public void everyRefusalNamesItsReason() {
        assertEquals("缺少事项名称", refusal("A-1,,行政许可,县,县,否,,,5,工作日,承诺件"));
        assertEquals("缺少行使层级", refusal("A-1,甲,行政许可,,县,否,,,5,工作日,承诺件"));
        assertEquals("无法识别行使层级：州", refusal("A-1,甲,行政许可,州,县,否,,,5,工作日,承诺件"));
        assertEquals("承诺时限（21个工作日）不得长于法定时限（20个工作日）", refusal("A-1,甲,行政许可,县,县,否,,20,21,工作日,承诺件"));
        assertEquals("写有初审，但没有初审层级", refusal("A-1,甲,行政许可,市,县,是,,,5,工作日,承诺件"));
        assertEquals("初审层级（省）不低于行使层级（市）", refusal("A-1,甲,行政许可,市,县,是,省级,,5,工作日,承诺件"));
        assertEquals("无法识别是否初审：也许", refusal("A-1,甲,行政许可,市,县,也许,,,5,工作日,承诺件"));
        assertEquals("无法识别受理层级：村", refusal("A-1,甲,行政许可,市,村,否,,,5,工作日,承诺件"));
        assertEquals("无法识别办件类型：快办", refusal("A-1,甲,行政许可,市,县,否,,,5,工作日,快办"));
        assertTrue(refusal("A-1,甲,行政许可,市,县,否,,,尽快,工作日,承诺件").startsWith("承诺时限：时限应写作数字加单位"));
        assertTrue(refusal("A-1,甲,行政确认,市,县,否,,,5,,承诺件").startsWith("承诺时限：时限应写作数字加单位"));
        assertTrue(refusal("A-1,甲,行政许可,市,县,否,,,5,工作日,承诺件,多出一格").startsWith("单元格多于标题"));
        assertTrue(refusal("-A,甲,行政许可,市,县,否,,,5,工作日,承诺件").startsWith("事项编码应为"));
    }

    @Test
    public void aLicenceWithoutUnitHasWorkingDaysByLaw() {
        ReadRow row = csv(HEADINGS + "A-1,甲,行政许可,县,县,否,,20,5,,承诺件\n").get(0);

        assertEquals(Limit.working(20), row.definition().orElseThrow().statutoryLimit());
        assertEquals(
                1,
                row.assumptions().stream()
                        .filter(each -> each.message().zh().contains("第八十二条"))
                        .count());
    }

    @Test
    public void theSecondOfTwoRowsWithOneCodeIsRefused() {
        List<ReadRow> rows = csv(HEADINGS + "A-1,甲,行政许可,县,县,否,,,5,工作日,承诺件\n\nA-1,乙,行政许可,县,县,否,,,5,工作日,承诺件\n");

        assertTrue(rows.get(0).definition().isPresent());
        assertEquals(
                "与第 2 行的事项编码相同：A-1", rows.get(1).refusals().get(0).message().zh());
        assertEquals(4, rows.get(1).row());
    }

    @Test
    public void formsAndRoutesComeAsJsonAndTheirFaultsAreTold() {
        String headings = "item_code,name,item_type,exercise_level,promised_days,form,routes\n";
        String form = quoted("[{'name':'n','label':'数','type':'INTEGER','required':true}]");
        String strange =
                quoted("[{'id':'r','name':'r','when':[[{'field':'x','from':1}]],'stages':[],'issueLevel':'county'}]");

        ReadRow good = csv(headings + "A-1,甲,行政许可,县,5日," + form + ",\n").get(0);
        assertEquals(1, good.definition().orElseThrow().form().size());
        assertTrue(first(headings + "A-1,甲,行政许可,县,5日,{oops,\n").startsWith("表单不是正确的 JSON"));
        assertTrue(first(headings + "A-1,甲,行政许可,县,5日,,[null]\n").startsWith("办理路径不是正确的 JSON"));
        assertEquals(
                "routes[0].when[0][0].field：条件所用的字段不在表单中：x", first(headings + "A-1,甲,行政许可,县,5日,," + strange + "\n"));
    }

    private static String quoted(String json) {
        return "\"" + json.replace("'", "\"\"") + "\"";
    }

    private static String first(String text) {
        return csv(text).get(0).refusals().get(0).message().zh();
    }

    private static List<ReadRow> facts() throws IOException {
        try (InputStream file = ItemFileTest.class.getResourceAsStream("/facts.csv")) {
            return ItemFile.read(
                            new TableReader(), "facts.csv", file, ItemFile.MOST_ROWS, Meanings.NONE, codes -> Map.of())
                    .rows();
        }
    }

    private static ReadRow row(List<ReadRow> rows, int number) {
        return rows.stream().filter(row -> row.row() == number).findFirst().orElseThrow();
    }

    private static List<ReadRow> csv(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return ItemFile.read(
                        new TableReader(),
                        "items.csv",
                        new ByteArrayInputStream(bytes),
                        ItemFile.MOST_ROWS,
                        Meanings.NONE,
                        codes -> Map.of())
                .rows();
    }

    private static String refusal(String row) {
        ReadRow read = csv(HEADINGS + row + "\n").get(0);
        assertTrue(row, read.definition().isEmpty());
        return read.refusals().get(0).message().zh();
    }
}
