package org.yichuang.catalogue.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.LIUGEZHUANG;
import static org.yichuang.testing.centres.TestCentres.calling;

import java.util.List;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.catalogue.api.Stage.Action;
import org.yichuang.catalogue.internal.Checklists.Delegations;
import org.yichuang.catalogue.internal.Checklists.Services;
import org.yichuang.catalogue.internal.HallEntries.ItemList;
import org.yichuang.catalogue.internal.domain.checklist.Checklist;
import org.yichuang.catalogue.internal.domain.entry.ListedItem;
import org.yichuang.catalogue.internal.persistence.HallEntryRows;
import org.yichuang.catalogue.internal.persistence.PublishedRows;

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
}
