package org.yichuang.catalogue.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.YANTAI;
import static org.yichuang.testing.centres.TestCentres.calling;

import java.util.List;
import org.junit.Test;
import org.yichuang.catalogue.api.CatalogueEditing.ImportReport;
import org.yichuang.catalogue.api.CatalogueEditing.Outcome;
import org.yichuang.catalogue.api.Certificate;
import org.yichuang.catalogue.api.Examination;
import org.yichuang.catalogue.api.Examination.HearingDuty;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.internal.domain.TreeItem;

/** What a file does not say of an item that is there already stays as it is. */
public class KeptFieldsTest extends CatalogueWorld {
    private static final String WHOLE =
            "item_code,name,item_type,competent_department,implementing_org,exercise_level,acceptance_levels,"
                    + "has_pre_review,pre_review_level,pre_review_days,issue_level,statutory_days,promised_days,day_unit,"
                    + "case_type,audience,fee,legal_basis,conditions,materials,procedure,result_name,complaint,place,"
                    + "reconsideration_first,aliases,source_url\n"
                    + "A-1,甲事项,行政许可,住建,市住建局,市,县,是,县,3个工作日,县,20,10,工作日,承诺件,自然人,每本10元,《建筑法》第七条,"
                    + "有资质,申请表；图纸（非必要）,受理-踏勘-决定,施工许可证,12345,政务大厅3楼,是,开工证；动工,某网站\n";

    @Test
    public void columnsThatAFileHasNotAndCellsThatAreEmptyTakeNothingAway() {
        ItemDefinition before = published(WHOLE);

        ImportReport report = imported("item_code,name,item_type,exercise_level,promised_days,day_unit,fee,conditions\n"
                + "A-1,甲事项,行政许可,市,8,工作日,,\n");

        assertEquals(Outcome.PUBLISHED, report.details().get(0).outcome());
        ItemDefinition after = now();
        assertEquals(8, after.promisedLimit().amount());
        assertEquals(before, withPromise(after, before));
        String said = report.details().get(0).reasonsZh().toString();
        assertTrue(said, said.contains("未填写的保留原内容") && said.contains("收费") && said.contains("申请材料"));
    }

    @Test
    public void whatIsToGoIsSaidSo() {
        published(WHOLE);

        imported("item_code,name,item_type,exercise_level,place,aliases\nA-1,甲事项,行政许可,市,清空,清空\n");

        assertEquals("", now().place());
        assertEquals(List.of(), now().aliases());
        assertEquals("有资质", now().conditions());
    }

    @Test
    public void aRoadInColumnsTakesThePlaceOfRoutesAndNothingElseDoes() {
        editing.draft(
                TreeItem.whole()
                        .with(
                                new Examination(true, false, HearingDuty.ON_REQUEST),
                                new Certificate(Certificate.Kind.LICENCE, 12, 30, null, false)),
                calling(YANTAI));
        ItemDefinition before =
                editing.publish(TreeItem.whole().code(), calling(YANTAI)).definition();
        String row = before.code() + "," + before.name() + ",行政许可,市,";

        imported("item_code,name,item_type,exercise_level,procedure,is_pre\n" + row + "受理-审查-决定,\n");
        ItemDefinition same = now(before.code());
        assertEquals("受理-审查-决定", same.procedure());
        assertEquals(before.routes(), same.routes());
        assertEquals(before.form(), same.form());
        assertEquals(before.examination(), same.examination());
        assertEquals(before.certificate(), same.certificate());

        imported("item_code,name,item_type,exercise_level,has_pre_review\n" + row + "否\n");
        assertEquals(1, now(before.code()).routes().size());
    }

    @Test
    public void aRowSaysHowAnItemIsExaminedAndWhatItLeadsTo() {
        published(WHOLE);
        String row = "item_code,name,item_type,exercise_level,examination";
        imported(row + ",certificate\nA-1,甲事项,行政许可,市,审核、应当听证,"
                + "\"{\"\"kind\"\":\"\"LICENCE\"\",\"\"renewalDays\"\":30,\"\"quota\"\":5}\"\n");
        assertEquals(new Examination(true, false, HearingDuty.MANDATORY), now().examination());
        assertEquals(Integer.valueOf(5), now().certificate().quota());

        imported(row + "\nA-1,甲事项,行政许可,市,清空\n");
        assertEquals(Examination.NONE, now().examination());
        assertEquals(Integer.valueOf(5), now().certificate().quota());
    }

    @Test
    public void aListWithoutCodesComesAgainWhenTheOrganHasBeenFilledIn() {
        String list = "name,item_type,exercise_level,fee\n乙事项,行政许可,市,否\n";
        String code = imported(list).details().get(0).code();
        imported("item_code,name,item_type,exercise_level,organ\n" + code + ",乙事项,行政许可,市,某局\n");
        assertEquals("某局", now(code).organ());

        ImportReport again = imported(list);

        assertEquals(code, again.details().get(0).code());
        assertEquals(Outcome.UNCHANGED, again.details().get(0).outcome());
        assertEquals(
                Outcome.REFUSED,
                imported("name,item_type,exercise_level,fee,organ\n乙事项,行政许可,市,否,清空\n")
                        .details()
                        .get(0)
                        .outcome());
    }

    @Test
    public void aNewRowThatIsCalledLikeAnItemIsTold() {
        published(WHOLE);

        ImportReport report =
                imported("name,item_type,exercise_level,acceptance_levels,fee\n甲事项,行政许可,州市级,县(市、区)级、3,否\n");

        assertTrue(
                report.details().get(0).reasonsZh().toString(),
                report.details().get(0).reasonsZh().toString().contains("已有同名事项 A-1"));
        ItemDefinition item = now(report.details().get(0).code());
        assertEquals(org.yichuang.kernel.api.Level.CITY, item.exerciseLevel());
        assertEquals(2, item.acceptanceLevels().size());
    }

    @Test
    public void theSameFileAgainChangesNothing() {
        published(WHOLE);
        String some = "item_code,name,item_type,exercise_level,conditions\nA-1,甲事项,行政许可,市,有资质和人员\n";
        imported(some);

        assertEquals(Outcome.UNCHANGED, imported(some).details().get(0).outcome());
        assertEquals(Outcome.PUBLISHED, imported(WHOLE).details().get(0).outcome());
        assertEquals(Outcome.UNCHANGED, imported(WHOLE).details().get(0).outcome());
    }

    @Test
    public void aPromiseThatIsNotUnderstoodIsTold() {
        String file = WHOLE.replace("图纸（非必要）", "图纸（容缺10日）");

        String said = imported(file).details().get(0).reasonsZh().toString();

        assertTrue(said, said.contains("图纸（容缺10日）"));
    }

    private ItemDefinition published(String file) {
        assertEquals(1, imported(file).published());
        return now();
    }

    private ImportReport imported(String file) {
        byte[] bytes = file.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return editing.importFile("items.csv", new java.io.ByteArrayInputStream(bytes), true, calling(YANTAI));
    }

    private ItemDefinition now() {
        return now("A-1");
    }

    private ItemDefinition now(String code) {
        return editing.versions(code, calling(YANTAI)).get(0).definition();
    }

    private static ItemDefinition withPromise(ItemDefinition item, ItemDefinition promise) {
        return item.but().promisedLimit(promise.promisedLimit()).made();
    }
}
