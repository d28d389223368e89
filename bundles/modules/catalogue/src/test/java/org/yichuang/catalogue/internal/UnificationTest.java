package org.yichuang.catalogue.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.LAISHAN;
import static org.yichuang.testing.centres.TestCentres.YANTAI;
import static org.yichuang.testing.centres.TestCentres.calling;

import java.util.List;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.catalogue.api.CatalogueEditing.ImportReport;
import org.yichuang.catalogue.api.CatalogueEditing.Outcome;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.catalogue.api.Material;
import org.yichuang.catalogue.api.Material.Declaration;
import org.yichuang.catalogue.api.Material.Deferral;
import org.yichuang.catalogue.internal.Unification.Report;
import org.yichuang.catalogue.internal.domain.unify.ComparedField;
import org.yichuang.catalogue.internal.domain.unify.Unlike;
import org.yichuang.catalogue.internal.persistence.PublishedRows;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

public class UnificationTest extends CatalogueWorld {
    private static final String HEADINGS =
            "item_code,name,item_type,competent_department,exercise_level,acceptance_levels,has_pre_review,"
                    + "statutory_days,promised_days,day_unit,case_type,fee,legal_basis,materials,conditions,procedure\n";
    private static final String CITY = ",住建,市,市,否,20,10,工作日,承诺件,不收费,《建筑法》第七条,申请表,有资质,受理-决定";
    private static final String COUNTY = ",住建,县,县,否,20,5,工作日,承诺件,不收费,《建筑法》第七条,申请表;图纸,有资质,受理-踏勘-决定";

    private Unification unification;

    @Before
    public void openUnification() {
        PublishedRows published = new PublishedRows(transactions.persistenceUnit(), items);
        unification = new Unification(transactions, network, published, items);
    }

    @Test
    public void theSetThatIsComparedIsPolicy() {
        offer(YANTAI, "A-1,甲事项,行政许可" + CITY);
        offer(HAIYANG, "A-1,甲 事项,行政许可" + COUNTY);

        assertEquals(List.of(), parts("name,code,legalBasis,type"));
        assertEquals(List.of("procedure", "limit"), parts("name,procedure,conditions,limit,fee"));
        assertEquals(List.of("materials"), parts("name,quantity,materials,fee"));
        assertEquals(Optional.empty(), ComparedField.parse("name,colour"));
    }

    @Test
    public void itemsThatStandAtOneCentreOnlyAreCountedWhereQuantityIsCompared() {
        offer(YANTAI, "A-1,甲事项,行政许可" + CITY);
        offer(YANTAI, "A-2,乙事项,行政许可" + CITY);
        offer(HAIYANG, "A-1,甲事项,行政许可" + COUNTY);
        offer(HAIYANG, "B-1,丙事项,行政许可" + COUNTY);

        Report report = unification.compare(YANTAI, Optional.empty(), calling(HAIYANG));

        assertEquals(2, report.here());
        assertEquals(2, report.there());
        assertEquals(1, report.same());
        assertEquals(
                List.of("ONLY_HERE B-1", "ONLY_THERE A-2"),
                report.unlike().stream()
                        .map(each -> each.kind() + " " + each.code())
                        .toList());
        assertEquals(
                List.of(),
                unification
                        .compare(YANTAI, ComparedField.parse("name"), calling(HAIYANG))
                        .unlike());
        Page<Unlike> first = report.page(PageRequest.of(1, null));
        assertEquals(
                "A-2",
                report.page(PageRequest.of(1, first.next())).items().get(0).code());
        refused(CommonError.PARAMETER_UNREADABLE, () -> report.page(PageRequest.of(1, "x")));
    }

    @Test
    public void theSameItemIsKnownByTheBasicCodeInItsCodeOrByItsName() {
        String basic = "000117011000";
        offer(LAISHAN, "91370602MA3C00003E4" + basic + ",甲事项,行政许可" + COUNTY);
        offer(LAISHAN, "L-9,乙事项,行政许可" + COUNTY);
        offer(HAIYANG, basic + ",甲事项,行政许可" + COUNTY);
        offer(HAIYANG, "H-1,乙事项,行政许可" + COUNTY);

        Report report = unification.compare(LAISHAN, Optional.empty(), calling(HAIYANG));

        assertEquals(2, report.differing());
        assertEquals(
                List.of("code", "code"),
                report.unlike().stream()
                        .flatMap(each -> each.fields().stream())
                        .map(part -> part.field().key())
                        .toList());
    }

    @Test
    public void whatMayFollowOrBeDeclaredIsComparedInWords() {
        Material bare = new Material("m1", "报告", true, "", 1, "");
        Material later = new Material("m1", "报告", true, "原件", 1, "", new Deferral(5), new Declaration(""));

        assertEquals("报告* × 1 原件 容缺5个工作日 告知承诺", ComparedField.words(later));
        assertEquals("报告* × 1", ComparedField.words(bare));
    }

    /** Taking over changes name, type and basis of the same item; nothing else is offered. */
    @Test
    public void onlyWhatWouldChangeIsOfferedToBeTakenOver() {
        String basic = "000117011000";
        offer(YANTAI, "91370600MA3C00003E4" + basic + ",甲事项,行政许可" + CITY);
        offer(YANTAI, "A-1,乙事项,行政许可" + CITY);
        offer(YANTAI, "A-2,丙事项,行政许可" + CITY);
        offer(HAIYANG, basic + ",甲事项,行政许可" + COUNTY);
        offer(HAIYANG, "A-1,乙事项,行政许可" + COUNTY);

        Report report = unification.compare(YANTAI, ComparedField.parse("code,organ,quantity"), calling(HAIYANG));

        assertEquals(
                List.of("A-2"),
                report.unlike().stream()
                        .filter(Unlike::isAdoptable)
                        .map(Unlike::code)
                        .toList());
    }

    /** R3-16 and a county that renamed, retyped and rebased the city's item by importing its code. */
    @Test
    public void aCountyTakesTheCitysStandardAsItIs() {
        offer(YANTAI, "A-1,甲事项,行政许可" + CITY);
        String renamed = HEADINGS + "A-1,甲事项（县里改名）,公共服务" + COUNTY.replace("《建筑法》第七条", "内部通知") + "\n";

        ImportReport report = importCsv(renamed, true, calling(HAIYANG));

        assertEquals(Outcome.DRAFTED, report.details().get(0).outcome());
        ProblemException refusal = assertThrows(ProblemException.class, () -> editing.publish("A-1", calling(HAIYANG)));
        assertEquals(CatalogueError.ITEM_INVALID, refusal.code());
        assertEquals(
                List.of("name", "legalBasis", "type"),
                refusal.fields().stream().map(FieldProblem::field).toList());
        assertEquals("名称与烟台市政务服务中心的统一标准不一致，应为“甲事项”", refusal.zh());

        assertEquals(List.of("A-1"), unification.adopt(YANTAI, List.of("A-1"), calling(HAIYANG)));
        ItemDefinition unified = editing.publish("A-1", calling(HAIYANG)).definition();
        assertEquals("甲事项", unified.name());
        assertEquals(ItemType.LICENCE, unified.type());
        assertEquals("the law leaves the rest open", 5, unified.promisedLimit().amount());
    }

    /** R3-16 between national codes: each organ's holds another organ and the same basic code. */
    @Test
    public void theStandardIsFoundByTheBasicCodeUnderAnyOrgansCode() {
        String basic = "000117011000";
        String city = "91370600MA3C00003E4" + basic;
        String county = "91370687MA3C00003E5" + basic;
        offer(YANTAI, city + ",甲事项,行政许可" + CITY);
        importCsv(HEADINGS + county + ",甲（县）,行政许可" + COUNTY + "\n", true, calling(HAIYANG));

        assertEquals(
                List.of("name"),
                assertThrows(ProblemException.class, () -> editing.publish(county, calling(HAIYANG))).fields().stream()
                        .map(FieldProblem::field)
                        .toList());
        assertEquals(List.of(county), unification.adopt(YANTAI, List.of(city), calling(HAIYANG)));
        assertEquals(
                "甲事项", editing.publish(county, calling(HAIYANG)).definition().name());

        assertEquals(
                "the organ of the city's code is not the county's",
                List.of(basic),
                unification.adopt(YANTAI, List.of(city), calling(LAISHAN)));
    }

    /** A city's department that lists ways of handling binds those of the same serial, and nothing else. */
    @Test
    public void aWayOfHandlingFollowsTheOneOfItsSerial() {
        String city = "91370600MA3C00003E4000117011000";
        String county = "91370687MA3C00003E5000117011000";
        offer(YANTAI, city + ",甲事项,行政许可" + CITY);
        offer(YANTAI, city + "01,甲事项（首次）,行政许可" + CITY);
        offer(HAIYANG, county + "02,甲事项（变更）,行政许可" + COUNTY);

        ImportReport report = importCsv(HEADINGS + county + "01,甲事项（初次）,行政许可" + COUNTY + "\n", true, calling(HAIYANG));

        assertEquals(Outcome.DRAFTED, report.details().get(0).outcome());
        assertEquals(List.of(county + "01"), unification.adopt(YANTAI, List.of(county + "01"), calling(HAIYANG)));
        assertEquals(
                "甲事项（首次）",
                editing.publish(county + "01", calling(HAIYANG)).definition().name());
    }

    @Test
    public void aStandardThatIsNotHereIsDraftedAsAWhole() {
        offer(YANTAI, "A-1,甲事项,行政许可" + CITY);

        unification.adopt(YANTAI, List.of("A-1"), calling(HAIYANG));

        assertEquals(
                catalogue.offered("A-1", calling(YANTAI)).definition(),
                editing.versions("A-1", calling(HAIYANG)).get(0).definition());
        refused(CatalogueError.ITEM_UNKNOWN, () -> catalogue.offered("A-1", calling(HAIYANG)));
        refused(CommonError.FIELDS_INVALID, () -> unification.adopt(YANTAI, List.of("A-9"), calling(HAIYANG)));
        refused(CommonError.FIELDS_INVALID, () -> unification.adopt(LAISHAN, List.of("A-1"), calling(HAIYANG)));
        refused(CommonError.FIELDS_INVALID, () -> unification.adopt(YANTAI, List.of(), calling(HAIYANG)));
        refused(CommonError.FIELDS_INVALID, () -> unification.adopt(YANTAI, List.of("A\0"), calling(HAIYANG)));
        refused(CommonError.FIELDS_INVALID, () -> unification.adopt(HAIYANG, List.of("A-1"), calling(HAIYANG)));
    }

    private List<String> parts(String fields) {
        return unification.compare(YANTAI, ComparedField.parse(fields), calling(HAIYANG)).unlike().stream()
                .flatMap(each -> each.fields().stream())
                .map(part -> part.field().key())
                .toList();
    }

    private void offer(TenantId centre, String row) {
        ImportReport report = importCsv(HEADINGS + row + "\n", true, calling(centre));
        assertEquals(report.details().toString(), 1, report.published());
    }
}
