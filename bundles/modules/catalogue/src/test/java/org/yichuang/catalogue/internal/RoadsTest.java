package org.yichuang.catalogue.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.YANTAI;
import static org.yichuang.testing.centres.TestCentres.calling;

import java.util.List;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.catalogue.api.CatalogueEditing.ImportReport;
import org.yichuang.catalogue.api.CatalogueEditing.Outcome;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.Prerequisite;
import org.yichuang.catalogue.internal.domain.need.Road;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.ProblemException;

/** From an item to all that has to be had before, and circles that nobody can walk (M-CAT-3). */
public class RoadsTest extends CatalogueWorld {
    private static final String FILE =
            "item_code,name,item_type,competent_department,exercise_level,acceptance_levels,has_pre_review,"
                    + "promised_days,day_unit,case_type,fee,materials,result_name,prerequisites\n";

    private Roads roads;

    @Before
    public void aPlaceOfEntertainment() {
        roads = new Roads(network, offers);
        take(
                row("NAME", "营业执照核发", "市场监管局", 2, "住所证明(原件1份)", "营业执照", ""),
                row("FIRE", "消防安全检查", "消防救援大队", 10, "平面图(原件1份);营业执照(复印件1份)", "消防合格证明", "NAME|营业执照|市场监管局|消防法第十五条"),
                row(
                        "FUN",
                        "娱乐场所经营许可",
                        "文旅局",
                        8,
                        "平面图(原件2份);消防合格证明(复印件1份)",
                        "娱乐经营许可证",
                        "FIRE|消防合格证明|消防救援大队|娱乐场所管理条例第九条；NAME|营业执照；|环评批复|生态环境部门|"));
    }

    @Test
    public void theRoadNamesAllItemsInOrderWithOneSetOfMaterialsAndTheShortestTime() {
        Road road = roads.to("FUN", calling(YANTAI));

        assertEquals(
                List.of("NAME", "FIRE", "FUN"),
                codes(road.steps().stream().map(Road.Step::item).toList()));
        assertEquals(List.of("NAME", "FIRE", "FUN"), codes(road.chain()));
        assertEquals("2 + 10 + 8 working days from 2 March", 20, road.workingDays());
        assertEquals("2026-03-30", road.until().toString());
        assertEquals(List.of(new Prerequisite("", "环评批复", "生态环境部门", "")), road.elsewhere());
        assertEquals(
                List.of("住所证明 1 ", "平面图 2 ", "营业执照 1 NAME", "消防合格证明 1 FIRE"),
                road.materials().stream()
                        .map(each ->
                                each.material().name() + " " + each.material().copies() + " " + each.leadsTo())
                        .toList());
    }

    @Test
    public void whatNeedsNothingOfEachOtherIsDoneAtOneTime() {
        take(
                row("SIGN", "户外广告设置", "城管局", 5, "", "", "NAME|营业执照；FIRE|消防合格证明"),
                row("ART", "演出备案", "文旅局", 3, "", "", ""));
        take(row("SHOW", "演出举办", "文旅局", 1, "", "", "ART|演出备案；NAME|营业执照"));

        assertEquals(
                "3 + 1, not 3 + 2 + 1", 4, roads.to("SHOW", calling(YANTAI)).workingDays());
    }

    @Test
    public void aCircleIsNotPublishedAndNamedWithItsDepartments() {
        ItemDefinition name = now("NAME").needing(List.of(new Prerequisite("FUN", "娱乐经营许可证", "文旅局", "")));
        editing.draft(name, calling(YANTAI));

        ProblemException refusal = assertThrows(ProblemException.class, () -> editing.publish("NAME", calling(YANTAI)));

        assertEquals(CatalogueError.PREREQUISITES_CIRCULAR, refusal.code());
        assertTrue(
                refusal.message().zh(),
                refusal.message().zh().contains("营业执照核发（市场监管局） → 娱乐场所经营许可（文旅局） → 消防安全检查（消防救援大队） → 营业执照核发（市场监管局）"));

        network.policy(YANTAI, Roads.POLICY, "tell");
        editing.publish("NAME", calling(YANTAI));
        assertEquals(
                List.of("NAME", "FUN", "FIRE"),
                codes(roads.to("NAME", calling(YANTAI)).circle()));
    }

    @Test
    public void aCircleWithinAFileIsFoundBeforeAnythingIsPublished() {
        ImportReport report = take(
                row("P", "甲", "一局", 1, "", "", "Q|乙证"),
                row("Q", "乙", "二局", 1, "", "", "P|甲证"),
                row("R", "丙", "三局", 1, "", "", "Q|乙证"));

        assertEquals(
                List.of(Outcome.DRAFTED, Outcome.DRAFTED, Outcome.PUBLISHED),
                report.details().stream().map(each -> each.outcome()).toList());
        assertTrue(report.details().get(0).reasonsZh().toString().contains("甲（一局） → 乙（二局） → 甲（一局）"));
    }

    @Test
    public void anotherFileWithoutTheColumnKeepsWhatIsNeeded() {
        assertEquals(3, now("FUN").prerequisites().size());
        importCsv(HEADINGS + "FUN,娱乐场所经营许可,行政许可,文旅局,市文旅局,市,市,否,,7,工作日,承诺件\n", true, calling(YANTAI));

        assertEquals(7, now("FUN").promisedLimit().amount());
        assertEquals(3, now("FUN").prerequisites().size());
    }

    @Test
    public void whatIsMalformedIsNamed() {
        List<Prerequisite> wrong = List.of(
                new Prerequisite("FUN", "自己", "", ""),
                new Prerequisite("", "", "", ""),
                new Prerequisite("NAME", "甲|乙", "", ""));

        ProblemException refusal = assertThrows(
                ProblemException.class, () -> editing.draft(now("FUN").needing(wrong), calling(YANTAI)));

        assertEquals(
                List.of("prerequisites[0].code", "prerequisites[1].result", "prerequisites[2].result"),
                refusal.fields().stream().map(FieldProblem::field).toList());
        assertEquals(
                Outcome.REFUSED,
                take(row("Z", "丁", "一局", 1, "", "", "只有编码")).details().get(0).outcome());
    }

    private ImportReport take(String... rows) {
        return importCsv(FILE + String.join("", rows), true, calling(YANTAI));
    }

    private static String row(
            String code, String name, String department, int days, String materials, String result, String needs) {
        return String.join(
                        ",",
                        code,
                        name,
                        "行政许可",
                        department,
                        "市",
                        "市",
                        "否",
                        String.valueOf(days),
                        "工作日",
                        "承诺件",
                        "不收费",
                        materials,
                        result,
                        needs)
                + "\n";
    }

    private ItemDefinition now(String code) {
        return editing.versions(code, calling(YANTAI)).get(0).definition();
    }

    private static List<String> codes(List<ItemDefinition> items) {
        return items.stream().map(ItemDefinition::code).toList();
    }
}
