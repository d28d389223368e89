package org.yichuang.catalogue.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.LAISHAN;
import static org.yichuang.testing.centres.TestCentres.LIUGEZHUANG;
import static org.yichuang.testing.centres.TestCentres.SHANDONG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;
import static org.yichuang.testing.centres.TestCentres.calling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.yichuang.catalogue.api.Catalogue.Query;
import org.yichuang.catalogue.api.CatalogueEditing.ImportReport;
import org.yichuang.catalogue.api.CatalogueEditing.Outcome;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.internal.domain.TreeItem;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.tenancy.api.Departments.Department;
import org.yichuang.tenancy.api.TenancyError;
import org.yichuang.testing.ModuleTransactions;
import org.yichuang.testing.centres.TestCentres;

public class CatalogueTest extends CatalogueWorld {
    @Test
    public void aDraftIsPublishedAndThenOffered() {
        ItemVersion draft = editing.draft(TreeItem.whole(), calling(YANTAI));
        assertEquals(ItemVersion.State.DRAFT, draft.state());
        refused(
                CatalogueError.ITEM_UNKNOWN,
                () -> catalogue.offered(draft.definition().code(), calling(YANTAI)));

        ItemVersion published = editing.publish(draft.definition().code(), calling(YANTAI));

        assertEquals(1, published.number());
        assertTrue(published.revision() > draft.revision());
        ItemVersion offered = catalogue.offered(draft.definition().code(), calling(HAIYANG));
        assertEquals(TreeItem.whole(), offered.definition());
        assertEquals(YANTAI, offered.owner());
        assertEquals(TestCentres.NINE_O_CLOCK, offered.publishedAt());
    }

    @Test
    public void aNewVersionRetiresTheOneBeforeAndRunningCasesKeepTheirs() {
        publish(YANTAI, "A-1,甲事项,行政许可,住建,市住建局,市,县,否,,5,工作日,承诺件");
        publish(YANTAI, "A-1,甲事项,行政许可,住建,市住建局,市,县,否,,3,工作日,承诺件");

        assertEquals(2, catalogue.offered("A-1", calling(HAIYANG)).number());
        assertEquals(
                List.of(ItemVersion.State.PUBLISHED, ItemVersion.State.RETIRED),
                editing.versions("A-1", calling(YANTAI)).stream()
                        .map(ItemVersion::state)
                        .toList());
        assertEquals(
                5,
                catalogue
                        .version(YANTAI, "A-1", 1, calling(HAIYANG))
                        .definition()
                        .promisedLimit()
                        .amount());
    }

    @Test
    public void aCentreOffersItsOwnItemsAndThoseFromAboveThatItsLevelAccepts() {
        publish(YANTAI, "A-1,县受理,行政许可,住建,市住建局,市,县,否,,5,工作日,承诺件");
        publish(YANTAI, "A-2,市受理,行政许可,住建,市住建局,市,市,否,,5,工作日,承诺件");
        publish(HAIYANG, "B-1,县办,行政许可,住建,县住建局,县,县;乡,否,,5,工作日,承诺件");
        publish(HAIYANG, "B-2,只县办,行政许可,住建,县住建局,县,县,否,,5,工作日,承诺件");

        assertEquals(List.of("B-1", "B-2", "A-1"), codes(HAIYANG));
        assertEquals(List.of("A-1"), codes(LAISHAN));
        assertEquals(List.of("A-1", "A-2"), codes(YANTAI));
        assertEquals(List.of("B-1"), codes(LIUGEZHUANG));
        assertEquals(List.of(), codes(SHANDONG));
        refused(CatalogueError.ITEM_UNKNOWN, () -> catalogue.offered("A-2", calling(HAIYANG)));
        refused(CatalogueError.ITEM_UNKNOWN, () -> catalogue.offered("B-1", calling(LAISHAN)));
    }

    @Test
    public void theNearestCentreHidesTheSameCodeAbove() {
        publish(YANTAI, "A-1,统一,行政许可,住建,市住建局,市,县,否,,5,工作日,承诺件");
        publish(HAIYANG, "A-1,统一,行政许可,住建,县住建局,县,县,否,,5,工作日,承诺件");

        assertEquals(HAIYANG, catalogue.offered("A-1", calling(HAIYANG)).owner());
        assertEquals(YANTAI, catalogue.offered("A-1", calling(LAISHAN)).owner());
        assertEquals(List.of("A-1"), codes(HAIYANG));
        refused(CatalogueError.ITEM_UNKNOWN, () -> catalogue.offered("A-1", calling(LIUGEZHUANG)));
    }

    @Test
    public void pagesFollowEachOtherWithoutLossOrRepetition() {
        StringBuilder own = new StringBuilder(HEADINGS);
        for (int i = 10; i < 25; i++) {
            own.append("B-").append(i).append(",县").append(i).append(",行政许可,住建,县住建局,县,县,否,,5,工作日,承诺件\n");
        }
        importCsv(own.toString(), true, calling(HAIYANG));
        publish(YANTAI, "A-1,市定,行政许可,住建,市住建局,市,县,否,,5,工作日,承诺件");
        publish(YANTAI, "B-12,市定,行政许可,住建,市住建局,市,县,否,,5,工作日,承诺件");
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            Page<ItemVersion> page = catalogue.search(Query.ALL, PageRequest.of(4, cursor), calling(HAIYANG));
            assertTrue(page.items().size() <= 4);
            page.items()
                    .forEach(item ->
                            seen.add(item.owner() + " " + item.definition().code()));
            cursor = page.next();
        } while (cursor != null);

        assertEquals(16, seen.size());
        assertEquals("haiyang B-10", seen.get(0));
        assertEquals("yantai A-1", seen.get(15));
    }

    @Test
    public void wordsTypeDepartmentAndLevelNarrowTheSearch() {
        publish(HAIYANG, "B-1,林木采伐许可证核发,行政许可,林业,县自然资源局,县,县,否,,5,工作日,承诺件");
        publish(HAIYANG, "B-2,食品经营100%许可,行政许可,市场监管,县市场监管局,县,县,否,,5,工作日,承诺件");
        publish(HAIYANG, "B-3,林地登记,行政确认,林业,县自然资源局,县,县,否,,5,工作日,承诺件");

        assertEquals(List.of("B-1"), found("林 许可"));
        assertEquals(List.of("B-3"), found("b-3"));
        assertEquals(List.of("B-2"), found("100%"));
        assertEquals(List.of(), found("林_采伐"));
        assertEquals(List.of(), found("林\0' OR 1=1 --"));
        Query confirmations =
                new Query("林", Optional.of(ItemType.CONFIRMATION), Optional.of("林业"), Optional.of(Level.COUNTY));
        assertEquals(
                1,
                catalogue
                        .search(confirmations, PageRequest.of(null, null), calling(HAIYANG))
                        .items()
                        .size());
    }

    @Test
    public void departmentsOfItemsAreThoseOfTheOwnersList() {
        String rows = HEADINGS + "A-1,甲事项,行政许可,住建,市住建局,市,县,否,,5,工作日,承诺件\n";
        lists.put(YANTAI, List.of(new Department("1", "水利局", false)));
        refused(TenancyError.DEPARTMENT_UNKNOWN, () -> editing.draft(TreeItem.whole(), calling(YANTAI)));
        ImportReport report = importCsv(rows, true, calling(YANTAI));
        assertEquals(Outcome.DRAFTED, report.details().get(0).outcome());
        refused(TenancyError.DEPARTMENT_UNKNOWN, () -> editing.publish("A-1", calling(YANTAI)));

        lists.put(YANTAI, List.of(new Department("2", "住房和城乡建设局", Set.of("住建"), false)));
        editing.publish("A-1", calling(YANTAI));
        assertEquals(Set.of("住建"), departments.held(calling(YANTAI)));
        assertEquals(Set.of("住建"), departments.named(calling(HAIYANG)));
        assertEquals("the centre below cannot end it", Set.of(), departments.held(calling(HAIYANG)));
    }

    @Test
    public void theDepartmentsAreThoseOfWhatACentreOffers() {
        publish(YANTAI, "A-1,县受理,行政许可,住建,市住建局,市,县,否,,5,工作日,承诺件");
        publish(YANTAI, "A-2,市受理,行政许可,交通,市交通局,市,市,否,,5,工作日,承诺件");
        publish(HAIYANG, "B-1,县办,行政许可,林业,县自然资源局,县,县,否,,5,工作日,承诺件");
        publish(HAIYANG, "B-2,县办,行政许可,住建,县住建局,县,县,否,,5,工作日,承诺件");

        assertEquals(List.of("住建", "林业"), catalogue.departments(calling(HAIYANG)));
        assertEquals(List.of("交通", "住建"), catalogue.departments(calling(YANTAI)));
    }

    @Test
    public void aCursorThatIsNotOursIsRefused() {
        refused(
                CommonError.PARAMETER_UNREADABLE,
                () -> catalogue.search(Query.ALL, PageRequest.of(5, "%%%"), calling(HAIYANG)));
        refused(
                CommonError.PARAMETER_UNREADABLE,
                () -> catalogue.search(Query.ALL, PageRequest.of(5, "bGFpc2hhbgpBLTE"), calling(HAIYANG)));
    }

    @Test
    public void offeredIsRememberedForTwoSecondsAndForgottenOnPublishing() {
        publish(YANTAI, "A-1,甲,行政许可,住建,市住建局,市,县,否,,5,工作日,承诺件");
        catalogue.offered("A-1", calling(HAIYANG));
        int reads = transactions.reads();

        catalogue.offered("A-1", calling(HAIYANG, 1));
        assertEquals(reads, transactions.reads());
        catalogue.offered("A-1", calling(HAIYANG, 3));
        assertTrue(transactions.reads() > reads);

        publish(YANTAI, "A-1,乙,行政许可,住建,市住建局,市,县,否,,5,工作日,承诺件");
        assertEquals(
                "乙", catalogue.offered("A-1", calling(HAIYANG, 3)).definition().name());
        editing.retire("A-1", calling(YANTAI));
        refused(CatalogueError.ITEM_UNKNOWN, () -> catalogue.offered("A-1", calling(HAIYANG, 3)));
        refused(CatalogueError.ITEM_STATE, () -> editing.retire("A-1", calling(YANTAI)));
    }

    @Test
    public void publishingWithoutDraftOrWithAGapIsRefusedAndLeavesNoTrace() {
        refused(CatalogueError.ITEM_UNKNOWN, () -> editing.publish("A-1", calling(YANTAI)));
        String code = editing.draft(TreeItem.with(TreeItem.COUNTY, TreeItem.CITY), calling(YANTAI))
                .definition()
                .code();
        int entries = transactions.entries().size();

        refused(CatalogueError.ROUTES_GAP, () -> editing.publish(code, calling(YANTAI)));

        assertEquals(entries, transactions.entries().size());
        editing.draft(TreeItem.whole(), calling(YANTAI));
        editing.publish(code, calling(YANTAI));
        refused(CatalogueError.ITEM_STATE, () -> editing.publish(code, calling(YANTAI)));
    }

    @Test
    public void anEditorWhoReadAnOlderDraftIsRefused() {
        ItemVersion first = editing.draft(TreeItem.whole(), calling(YANTAI));
        editing.draft(TreeItem.with(TreeItem.COUNTY), expecting(first.revision()));

        refused(CommonError.PRECONDITION_FAILED, () -> editing.draft(TreeItem.whole(), expecting(first.revision())));
    }

    @Test
    public void everyActStandsOnTheItemsChain() {
        importCsv(HEADINGS + "A-1,甲,行政许可,住建,市住建局,市,县,否,,5,工作日,承诺件\n", false, calling(YANTAI));
        editing.publish("A-1", calling(YANTAI));
        editing.retire("A-1", calling(YANTAI));

        List<AuditEntry> chain = transactions.entries().stream()
                .map(ModuleTransactions.Entry::entry)
                .filter(entry -> entry.aggregateType().equals("item"))
                .toList();
        assertEquals(
                List.of("draft", "publish", "retire"),
                chain.stream().map(AuditEntry::action).toList());
        assertEquals("", chain.get(0).before());
        assertEquals(chain.get(1).after(), chain.get(2).before());
    }

    private List<String> found(String words) {
        Query query = new Query(words, Optional.empty(), Optional.empty(), Optional.empty());
        return catalogue.search(query, PageRequest.of(200, null), calling(HAIYANG)).items().stream()
                .map(item -> item.definition().code())
                .toList();
    }

    private static CallContext expecting(long revision) {
        return new CallContext(
                YANTAI, Actor.SYSTEM, TestCentres.NINE_O_CLOCK, "test", Optional.empty(), Optional.of(revision));
    }
}
