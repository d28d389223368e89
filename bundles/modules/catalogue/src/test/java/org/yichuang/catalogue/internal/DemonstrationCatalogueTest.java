package org.yichuang.catalogue.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.LAISHAN;
import static org.yichuang.testing.centres.TestCentres.LIUGEZHUANG;
import static org.yichuang.testing.centres.TestCentres.SHANDONG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;
import static org.yichuang.testing.centres.TestCentres.calling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;
import org.yichuang.catalogue.api.BundleKind;
import org.yichuang.catalogue.api.Catalogue.Query;
import org.yichuang.catalogue.api.CatalogueEditing.ImportReport;
import org.yichuang.catalogue.api.FormField;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.api.JointMember;
import org.yichuang.catalogue.api.Material;
import org.yichuang.catalogue.api.RouteChoice;
import org.yichuang.catalogue.internal.domain.LevelLimits;
import org.yichuang.catalogue.internal.domain.TreeItem;
import org.yichuang.catalogue.internal.domain.checklist.Checklist;
import org.yichuang.catalogue.internal.domain.joint.BundleDraft;
import org.yichuang.catalogue.internal.json.CatalogueJson;
import org.yichuang.catalogue.internal.persistence.Imports;
import org.yichuang.catalogue.internal.persistence.Items;
import org.yichuang.catalogue.internal.persistence.OpinionRows;
import org.yichuang.documents.internal.sheets.TableReader;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.testing.ModuleTransactions;
import org.yichuang.testing.centres.TestCentres;
import org.yichuang.testing.centres.TestDepartments;
import org.yichuang.testing.centres.TestModules;

/** The files that ship with the platform, through the import that everybody uses. */
public class DemonstrationCatalogueTest {
    private static final Path FOLDER = Path.of("../../../tenants/demo");
    private static final String COUNTY_CITY = "ACCEPT@county PRE_REVIEW@county DECIDE@city";

    private static final TestCentres NETWORK = new TestCentres();
    private static ModuleTransactions transactions;
    private static PublishedCatalogue catalogue;
    private static EditedCatalogue editing;
    private static Bundles bundles;

    @BeforeClass
    public static void importEverything() throws IOException {
        transactions = ModuleTransactions.open("catalogue");
        Items items = new Items(transactions.persistenceUnit());
        PublishedVersions offers = new PublishedVersions(transactions, NETWORK, items);
        catalogue = new PublishedCatalogue(transactions, NETWORK, items, offers);
        CatalogueDepartments departments =
                new CatalogueDepartments(new TestDepartments(Map.of()), NETWORK, transactions, items, catalogue);
        DisclosedFields fields = new DisclosedFields(List.of(), transactions, NETWORK, new TestModules());
        DraftOpinions opinions =
                new DraftOpinions(transactions, NETWORK, items, new OpinionRows(transactions.persistenceUnit()));
        FileImport imports = new FileImport(
                transactions,
                NETWORK,
                items,
                new Imports(transactions.persistenceUnit()),
                departments,
                fields,
                new TableReader(),
                opinions,
                new Roads(NETWORK, offers));
        editing = new EditedCatalogue(transactions, NETWORK, items, offers, imports, departments, fields, opinions);
        bundles = new Bundles(transactions, NETWORK, items, offers, editing);
        for (TenantId tenant : List.of(SHANDONG, YANTAI, HAIYANG, LAISHAN, LIUGEZHUANG)) {
            Path file = FOLDER.resolve("catalogue-" + tenant + ".csv");
            ImportReport report = editing.importFile(
                    file.getFileName().toString(), Files.newInputStream(file), true, calling(tenant));
            assertEquals(report.toString(), report.rows(), report.published());
        }
    }

    @AfterClass
    public static void close() {
        transactions.close();
    }

    @Test
    public void itHasFortyItemsTenLinkedOnesAndThreeThatTownshipsAccept() {
        assertTrue(Stream.of(SHANDONG, YANTAI, HAIYANG, LAISHAN)
                        .flatMap(tenant -> offered(tenant).stream()
                                .filter(each -> each.owner().equals(tenant)))
                        .count()
                >= 40);
        for (TenantId county : List.of(HAIYANG, LAISHAN)) {
            assertTrue(offered(county).stream()
                            .filter(each -> road(each).equals(COUNTY_CITY))
                            .count()
                    >= 10);
        }
        assertTrue(offered(LIUGEZHUANG).stream()
                        .filter(each -> road(each).equals("ACCEPT@township DECIDE@county"))
                        .count()
                >= 3);
    }

    @Test
    public void eachOfItsPublicServicesSaysItsField() {
        for (TenantId centre : List.of(SHANDONG, YANTAI, HAIYANG, LAISHAN, LIUGEZHUANG)) {
            assertEquals(
                    List.of(),
                    offered(centre).stream()
                            .map(ItemVersion::definition)
                            .filter(item -> !item.bundled())
                            .filter(item -> (item.type() == ItemType.PUBLIC_SERVICE) != (item.serviceField() != null))
                            .map(ItemDefinition::code)
                            .toList());
        }
    }

    @Test
    public void itsBundlesCanBePublishedAndSayWhatTheyConsistOf() throws IOException {
        for (BundleDraft draft : CatalogueJson.bundles(Files.readString(FOLDER.resolve("bundles-haiyang.json")))) {
            bundles.draft(draft, calling(HAIYANG));
            ItemDefinition bundle =
                    bundles.publish(draft.code(), calling(HAIYANG)).definition();
            assertTrue(bundle.name(), bundle.joint().members().size() > 2);
            assertTrue(bundle.name(), bundle.materials().size() > 2);
            bundles.retire(draft.code(), calling(HAIYANG));
        }
    }

    @Test
    public void allKindsOfJointHandlingAreThere() throws IOException {
        List<BundleDraft> drafts = CatalogueJson.bundles(Files.readString(FOLDER.resolve("bundles-haiyang.json")));
        assertEquals(13, drafts.size());
        assertEquals(
                EnumSet.allOf(BundleKind.class),
                drafts.stream()
                        .map(BundleDraft::kind)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(BundleKind.class))));
    }

    /** A billiards room had to fill in many forms, and pay at many windows, for twenty days. */
    @Test
    public void whoNeedsCultureHealthAndFireIsOfferedOneCaseOneFormAndOneListOfFees() throws IOException {
        BundleDraft draft = CatalogueJson.bundles(Files.readString(FOLDER.resolve("bundles-haiyang.json")))
                .get(0);
        bundles.draft(draft, calling(HAIYANG));
        ItemDefinition bundle = bundles.publish(draft.code(), calling(HAIYANG)).definition();
        Map<String, Object> billiards =
                Map.of("food", false, "leisure", true, "entertainment", true, "gathering", true, "street", true);
        RouteChoice choice = catalogue.route(bundle, billiards);
        assertEquals(
                List.of("卫生健康", "文化和旅游", "消防救援", "综合行政执法", "海阳市供电公司"),
                choice.branches().stream().map(JointMember::department).toList());
        assertEquals("one lead", "市场监督管理", choice.route().stages().get(1).department());
        assertEquals(
                "one form",
                List.of("food", "leisure", "entertainment", "gathering", "street"),
                bundle.form().stream().map(FormField::name).toList());
        List<String> materials = bundle.materials().stream().map(Material::name).toList();
        assertEquals(
                "each material once", materials.size(), Set.copyOf(materials).size());
        assertTrue("one list of fees", bundle.fee().contains("临时占用城市道路审批：施工占人行道"));
        assertTrue(bundle.fee(), bundle.fee().contains("娱乐场所经营许可：不收费"));
        assertEquals(10, bundle.promisedLimit().amount());
        bundles.retire(draft.code(), calling(HAIYANG));
    }

    @Test
    public void whatEveryCentreOffersItCanAccept() {
        for (TenantId tenant : List.of(HAIYANG, LAISHAN, LIUGEZHUANG)) {
            Level level = NETWORK.get(tenant).level();
            for (ItemVersion item : offered(tenant)) {
                boolean own = item.owner().equals(tenant);
                assertTrue(
                        item.toString(),
                        own || item.definition().acceptanceLevels().contains(level));
            }
        }
    }

    @Test
    public void onlyTheTreeItemAsksForAnything() {
        List<String> asking = offered(HAIYANG).stream()
                .map(ItemVersion::definition)
                .filter(item -> !item.bundled() && item.form().stream().anyMatch(FormField::required))
                .map(ItemDefinition::name)
                .toList();
        assertEquals(List.of("工程建设涉及城市绿地、树木审批"), asking);
    }

    @Test
    public void eachLevelThatExaminesSaysHowLongItHas() {
        for (TenantId tenant : List.of(LAISHAN, LIUGEZHUANG)) {
            offered(tenant).stream()
                    .map(ItemVersion::definition)
                    .forEach(item -> assertFalse(item.code(), LevelLimits.isUntold(item)));
        }
    }

    /** A licence or a benefit is a township's own only where the law says so; else it is entrusted with it. */
    @Test
    public void whatATownshipDecidesForAnotherOrganSaysInWhoseName() {
        Set<String> byLaw = Set.of("LGZ-001", "LGZ-007"); // 土地管理法 62; only the report is checked
        offered(LIUGEZHUANG).stream()
                .filter(each -> each.owner().equals(LIUGEZHUANG))
                .map(ItemVersion::definition)
                .filter(item -> item.type() == ItemType.LICENCE || item.type() == ItemType.PAYMENT)
                .filter(item -> !byLaw.contains(item.code()))
                .forEach(item -> assertNotNull(item.code(), item.handling().delegation()));
    }

    @Test
    public void townshipsDoAllWithWhichTheyBegin() {
        List<String> names = offered(LIUGEZHUANG).stream()
                .map(ItemVersion::definition)
                .filter(item -> item.acceptanceLevels().contains(Level.TOWNSHIP))
                .map(ItemDefinition::name)
                .toList();
        Checklist.TOWNSHIP
                .lines()
                .forEach(line -> assertTrue(line.name(), names.stream().anyMatch(line::isMeant)));
    }

    @Test
    public void theTreeItemHasFangshansThresholds() {
        ItemDefinition trees = offered(LAISHAN).stream()
                .map(ItemVersion::definition)
                .filter(item -> item.name().contains("树木审批"))
                .findFirst()
                .orElseThrow();
        Map<String, String> expected = Map.of(
                "move 49 0", "county",
                "move 50 0", "county-city",
                "fell 19 29.9", "county",
                "fell 1 30", "county-city",
                "fell 20 0", "county-city",
                "fell 49 30", "county-city",
                "fell 50 0", "county-city-government");
        expected.forEach((said, route) -> {
            String[] words = said.split(" ");
            Map<String, Object> form = TreeItem.application(words[0], Integer.parseInt(words[1]), words[2]);
            assertEquals(said, route, catalogue.route(trees, form).route().id());
        });
    }

    @Test
    public void theLoaderTakesEachFileOnceAndIsThenReady() throws InterruptedException {
        DemonstrationCatalogue loader =
                new DemonstrationCatalogue(editing, bundles, NETWORK, settings(true), FOLDER.toString());
        long imports = importEntries();
        loader.start();
        loader.stop();

        assertTrue(loader.waiting().isEmpty());
        assertEquals(imports, importEntries());
        assertTrue(new DemonstrationCatalogue(editing, bundles, NETWORK, settings(false), FOLDER.toString())
                .waiting()
                .isEmpty());
    }

    private long importEntries() {
        return transactions.entries().stream()
                .map(ModuleTransactions.Entry::entry)
                .filter(entry -> entry.aggregateType().equals("catalogue-import"))
                .count();
    }

    private List<ItemVersion> offered(TenantId tenant) {
        return catalogue
                .search(Query.ALL, new PageRequest(200, Optional.empty()), calling(tenant))
                .items();
    }

    private static String road(ItemVersion item) {
        return item.definition().routes().get(0).stages().stream()
                .map(stage -> stage.action() + "@" + stage.level().key())
                .collect(Collectors.joining(" "));
    }

    private static CatalogueSettings settings(boolean demo) {
        CatalogueSettings settings = new CatalogueSettings();
        settings.updated(new Hashtable<>(Map.of("demo", demo)));
        return settings;
    }
}
