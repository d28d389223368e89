package org.yichuang.catalogue.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.LIUGEZHUANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;
import static org.yichuang.testing.centres.TestCentres.calling;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.catalogue.api.Stage.Action;
import org.yichuang.catalogue.internal.Checklists.Delegated;
import org.yichuang.catalogue.internal.Checklists.Delegations;
import org.yichuang.catalogue.internal.Checklists.PreReviews;
import org.yichuang.catalogue.internal.Checklists.Services;
import org.yichuang.catalogue.internal.HallEntries.ItemList;
import org.yichuang.catalogue.internal.domain.LevelLimits;
import org.yichuang.catalogue.internal.domain.checklist.Checklist;
import org.yichuang.catalogue.internal.domain.entry.ListedItem;
import org.yichuang.catalogue.internal.persistence.HallEntryRows;
import org.yichuang.catalogue.internal.persistence.PublishedRows;
import org.yichuang.tenancy.api.Tenant;

/** What halls and townships should do by usual lists is held against what they do (M-CAT-15, M-CAT-16). */
public class ChecklistsTest extends CatalogueWorld {
    private Checklists checklists;
    private HallEntries entries;

    @Before
    public void openLists() {
        HallEntryRows rows = new HallEntryRows(transactions.persistenceUnit());
        PublishedRows published = new PublishedRows(transactions.persistenceUnit(), items);
        checklists = new Checklists(transactions, network, rows, published);
        entries = new HallEntries(transactions, network, rows, published, items);
    }

    private void list(String code, String name, boolean entered) {
        entries.list(new ItemList(List.of(new ListedItem(code, name, "", Boolean.FALSE, entered))), calling(HAIYANG));
    }

    private boolean entered(Services services, String name) {
        return services.services().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow()
                .entered();
    }

    @Test
    public void publicServicesAreDueWhetherAnybodyHasListedThemOrNot() {
        list("E-1", "国有建设用地使用权招标拍卖挂牌出让", true);
        list("E-2", "住房公积金提取", false);

        Services services = checklists.services(calling(HAIYANG));

        assertEquals(Checklist.PUBLIC_SERVICES.lines().size(), services.due());
        assertEquals(1, services.actual());
        assertTrue(entered(services, "土地招拍挂"));
        assertFalse("listed, and not in", entered(services, "住房公积金"));
        assertFalse("not even listed", entered(services, "政策咨询"));
    }

    @Test
    public void whatTownshipsDoIsToldByTheListWithWhichTheyBegin() {
        network.policy(HAIYANG, LevelLimits.POLICY, LevelLimits.TELL);
        publish(HAIYANG, "H-1,老年人优待证办理,公共服务,民政,海阳市民政局,县,\"县,乡\",否,,5,工作日,承诺件");
        publish(HAIYANG, "H-2,最低生活保障审核确认,行政给付,民政,海阳市民政局,县,乡,是,乡级,5,工作日,承诺件");
        publish(HAIYANG, "H-3,食品经营许可,行政许可,市场监管,海阳市市场监管局,县,县,否,,5,工作日,承诺件");
        publish(HAIYANG, "H-4,乡村文化活动备案,行政备案,文旅,海阳市文旅局,县,乡,否,,5,工作日,承诺件");
        publish(LIUGEZHUANG, "L-1,农村村民宅基地审批,行政许可,自然资源,留格庄镇人民政府,乡,乡,否,,5,工作日,承诺件");

        Delegations delegations = checklists.delegations(calling(HAIYANG));

        assertEquals(Checklist.TOWNSHIP.lines().size(), delegations.start().size());
        assertEquals(3, delegations.begun());
        assertEquals(
                Set.of(Action.ACCEPT, Action.PRE_REVIEW),
                delegations.start().stream()
                        .filter(line -> line.name().equals("社会救助"))
                        .findFirst()
                        .orElseThrow()
                        .delegated()
                        .get(0)
                        .acts());
        assertEquals(
                LIUGEZHUANG,
                delegations.start().stream()
                        .filter(line -> line.name().equals("农村村民建房"))
                        .findFirst()
                        .orElseThrow()
                        .delegated()
                        .get(0)
                        .township()
                        .orElseThrow()
                        .id());
        assertEquals(
                List.of("H-4"),
                delegations.others().stream().map(each -> each.code()).toList());
    }

    private static List<String> codes(Delegations delegations, String line) {
        return delegations.start().stream()
                .filter(each -> each.name().equals(line))
                .flatMap(each -> each.delegated().stream())
                .map(Delegated::code)
                .toList();
    }

    @Test
    public void aCityIsToldWhatTownshipsTwoLevelsBelowDo() {
        publish(HAIYANG, "H-1,老年人优待证办理,公共服务,民政,海阳市民政局,县,\"县,乡\",否,,5,工作日,承诺件");
        publish(LIUGEZHUANG, "L-1,农村村民宅基地审批,行政许可,自然资源,留格庄镇人民政府,乡,乡,否,,5,工作日,承诺件");

        Delegations below = checklists.delegations(calling(YANTAI));

        assertEquals(List.of("L-1"), codes(below, "农村村民建房"));
        assertEquals(List.of("H-1"), codes(below, "老年人优待证"));
        assertEquals(2, below.begun());
        assertFalse(below.township());
        Delegated ofCounty = below.start().stream()
                .flatMap(each -> each.delegated().stream())
                .filter(each -> each.code().equals("H-1"))
                .findFirst()
                .orElseThrow();
        assertEquals(Optional.empty(), ofCounty.township());
        assertEquals(HAIYANG, ofCounty.owner().orElseThrow().id());
        assertEquals(List.of(), below.elsewhere());

        network.policy(HAIYANG, Tenant.TRANSPORT, "elsewhere");
        Delegations without = checklists.delegations(calling(YANTAI));
        assertEquals(0, without.begun());
        assertEquals(List.of("海阳市政务服务中心"), without.elsewhere());
    }

    @Test
    public void aTownshipIsToldWhatItDoesItself() {
        publish(HAIYANG, "H-1,老年人优待证办理,公共服务,民政,海阳市民政局,县,\"县,乡\",否,,5,工作日,承诺件");
        publish(HAIYANG, "L-1,农村村民宅基地审批,行政许可,自然资源,海阳市自然资源局,县,乡,否,,5,工作日,承诺件");
        publish(LIUGEZHUANG, "L-1,农村村民宅基地审批,行政许可,自然资源,留格庄镇人民政府,乡,乡,否,,5,工作日,承诺件");

        Delegations own = checklists.delegations(calling(LIUGEZHUANG));

        assertTrue(own.township());
        assertEquals(List.of("H-1"), codes(own, "老年人优待证"));
        assertEquals("the nearest counts", List.of("L-1"), codes(own, "农村村民建房"));
        Delegated built = own.start().stream()
                .flatMap(each -> each.delegated().stream())
                .filter(each -> each.code().equals("L-1"))
                .findFirst()
                .orElseThrow();
        assertEquals(LIUGEZHUANG, built.township().orElseThrow().id());
        assertEquals(Set.of(Action.DECIDE), built.acts());
    }

    @Test
    public void itemsThatArePreReviewedOnlineAreCountedByDepartment() {
        String headings = HEADINGS.strip() + ",online_pre_review\n";
        String items = "P-1,甲事项,公共服务,民政,海阳市民政局,县,县,否,,5,工作日,承诺件,是\n"
                + "P-2,乙事项,公共服务,民政,海阳市民政局,县,县,否,,5,工作日,承诺件,否\n"
                + "P-3,丙事项,公共服务,公安,海阳市公安局,县,县,否,,5,工作日,承诺件,是\n";
        assertEquals(3, importCsv(headings + items, true, calling(HAIYANG)).published());

        assertEquals(
                List.of(new PreReviews("公安", 1, 1), new PreReviews("民政", 2, 1)),
                checklists.preReviews(calling(HAIYANG)));
        assertEquals(List.of(), checklists.preReviews(calling(LIUGEZHUANG)));
    }
}
