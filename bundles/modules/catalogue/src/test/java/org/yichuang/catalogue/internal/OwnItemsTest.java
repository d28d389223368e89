package org.yichuang.catalogue.internal;

import static org.junit.Assert.assertEquals;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;
import static org.yichuang.testing.centres.TestCentres.calling;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.yichuang.catalogue.api.CatalogueEditing.ImportReport;
import org.yichuang.catalogue.internal.OwnItems.OwnItem;
import org.yichuang.catalogue.internal.persistence.Imports;
import org.yichuang.catalogue.internal.persistence.Items;
import org.yichuang.catalogue.internal.persistence.OpinionRows;
import org.yichuang.catalogue.internal.persistence.OwnSearch.Kind;
import org.yichuang.catalogue.internal.web.EditorPages;
import org.yichuang.documents.internal.sheets.TableReader;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.testing.ModuleTransactions;
import org.yichuang.testing.centres.TestCentres;
import org.yichuang.testing.centres.TestDepartments;
import org.yichuang.testing.centres.TestModules;

/** The editor's list. */
public class OwnItemsTest {
    private static final String HEADINGS =
            "item_code,name,item_type,competent_department,implementing_org,exercise_level,acceptance_levels,"
                    + "has_pre_review,pre_review_level,promised_days,day_unit,case_type\n";
    private static final String REST = ",行政许可,住建,市住建局,市,县,否,,%d,工作日,承诺件\n";

    private static ModuleTransactions transactions;

    private final TestCentres network = new TestCentres();
    private EditedCatalogue editing;
    private OwnItems own;
    private PublishedVersions offers;

    @BeforeClass
    public static void createDatabase() {
        transactions = ModuleTransactions.open("catalogue");
    }

    @AfterClass
    public static void dropDatabase() {
        transactions.close();
    }

    @Before
    public void open() {
        transactions.clear();
        Items items = new Items(transactions.persistenceUnit());
        offers = new PublishedVersions(transactions, network, items);
        CatalogueDepartments departments = new CatalogueDepartments(
                new TestDepartments(Map.of()),
                network,
                transactions,
                items,
                new PublishedCatalogue(transactions, network, items, offers));
        DisclosedFields fields = new DisclosedFields(List.of(), transactions, network, new TestModules());
        DraftOpinions opinions =
                new DraftOpinions(transactions, network, items, new OpinionRows(transactions.persistenceUnit()));
        FileImport imports = new FileImport(
                transactions,
                network,
                items,
                new Imports(transactions.persistenceUnit()),
                departments,
                fields,
                new TableReader(),
                opinions,
                new Roads(network, offers));
        editing = new EditedCatalogue(transactions, network, items, offers, imports, departments, fields, opinions);
        own = new OwnItems(transactions, items);
        take(YANTAI, true, "A-1,道路挖掘" + row(5), "B-1,树木砍伐" + row(5), "C-1,占用绿地" + row(5));
        take(YANTAI, false, "B-1,树木砍伐" + row(3), "D-1,树木移植" + row(3));
        take(HAIYANG, true, "A-1,海阳树木" + row(5));
        editing.retire("C-1", calling(YANTAI));
    }

    @Test
    public void whatIsRememberedOfOneDatabaseIsNotToldOfAnother() {
        assertEquals("道路挖掘", offers.offered("A-1", calling(YANTAI)).definition().name());

        transactions.clear();
        take(YANTAI, true, "A-1,桥下停车" + row(5));

        assertEquals("桥下停车", offers.offered("A-1", calling(YANTAI)).definition().name());
    }

    @Test
    public void everyItemIsListedOnceByItsNewestVersion() {
        assertEquals(List.of("A-1 1", "B-1 2", "D-1 1"), list("", Kind.USED, YANTAI));
        assertEquals(List.of("A-1 1"), list("", Kind.USED, HAIYANG));
    }

    @Test
    public void theStateNarrowsTheList() {
        assertEquals(List.of("B-1 2", "D-1 1"), list("", Kind.DRAFT, YANTAI));
        assertEquals(List.of("A-1 1"), list("", Kind.PUBLISHED, YANTAI));
        assertEquals(List.of("C-1 1"), list("", Kind.RETIRED, YANTAI));
    }

    @Test
    public void wordsNarrowTheListAndMeanNothingElse() {
        assertEquals(List.of("B-1 2", "D-1 1"), list("树木", Kind.USED, YANTAI));
        assertEquals(List.of("D-1 1"), list("树木 d-1", Kind.USED, YANTAI));
        assertEquals(List.of(), list("%", Kind.USED, YANTAI));
        assertEquals(List.of(), list("' OR 1=1 --", Kind.USED, YANTAI));
    }

    @Test
    public void aDraftBesideAPublishedVersionIsToldApart() {
        List<OwnItem> drafts = own.list("", Kind.DRAFT, PageRequest.of(10, null), calling(YANTAI))
                .items();
        assertEquals(
                List.of(true, false), drafts.stream().map(OwnItem::isPublished).toList());
    }

    @Test
    public void theListIsTurnedOver() {
        Page<OwnItem> first = own.list("", Kind.USED, PageRequest.of(2, null), calling(YANTAI));
        Page<OwnItem> second = own.list("", Kind.USED, PageRequest.of(2, first.next()), calling(YANTAI));

        assertEquals(2, first.items().size());
        assertEquals("D-1", second.items().get(0).newest().definition().code());
    }

    @Test
    public void theTemplateForEditorsIsAFileThatIsTaken() throws IOException {
        try (InputStream template = EditorPages.class.getResourceAsStream("template.csv")) {
            ImportReport report = editing.importFile("template.csv", template, false, calling(HAIYANG));

            assertEquals(report.details().toString(), 0, report.refused());
            assertEquals(1, report.accepted());
        }
    }

    private List<String> list(String words, Kind kind, TenantId centre) {
        return own.list(words, kind, PageRequest.of(10, null), calling(centre)).items().stream()
                .map(item ->
                        item.newest().definition().code() + " " + item.newest().number())
                .toList();
    }

    private void take(TenantId centre, boolean publish, String... rows) {
        byte[] file = CatalogueWorld.withFees(HEADINGS + String.join("", rows)).getBytes(StandardCharsets.UTF_8);
        ImportReport report = editing.importFile("items.csv", new ByteArrayInputStream(file), publish, calling(centre));
        assertEquals(report.details().toString(), rows.length, report.accepted());
    }

    private static String row(int days) {
        return String.format(REST, days);
    }
}
