package org.yichuang.catalogue.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.calling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.yichuang.catalogue.api.CatalogueSearch.Request;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.JointMember;
import org.yichuang.catalogue.internal.domain.joint.BundleDraft;
import org.yichuang.catalogue.internal.json.CatalogueJson;
import org.yichuang.catalogue.internal.persistence.Changes;
import org.yichuang.catalogue.internal.search.IndexedSearch;
import org.yichuang.kernel.api.PageRequest;

/** What people come to the demonstration for, in their own words: a licence to trade, a birth, a death, a factory. */
public class DemonstrationSearchTest extends CatalogueWorld {
    private static final Path FOLDER = Path.of("../../../tenants/demo");

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Bundles bundles;

    @Before
    public void takeTheFiles() throws IOException {
        bundles = new Bundles(transactions, network, items, offers, editing);
        editing.importFile(
                "items.csv", Files.newInputStream(FOLDER.resolve("catalogue-haiyang.csv")), true, calling(HAIYANG));
        for (BundleDraft draft : CatalogueJson.bundles(Files.readString(FOLDER.resolve("bundles-haiyang.json")))) {
            bundles.draft(draft, calling(HAIYANG));
            bundles.publish(draft.code(), calling(HAIYANG));
        }
    }

    @Test
    public void everydayWordsFindWhatIsMeantAmongTheFirstThree() {
        Map<String, List<String>> meant = Map.of(
                "营业执照", List.of("HY-042"),
                "办营业执照", List.of("HY-042"),
                "注册公司", List.of("HY-042", "HY-L10"),
                "生孩子", List.of("HY-L11"),
                "孩子上户口", List.of("HY-049"),
                "人死了", List.of("HY-L12"),
                "人去世了", List.of("HY-L12"),
                "人去世", List.of("HY-L12"),
                "建厂房", List.of("HY-L13"),
                "注销驾照", List.of("HY-059"));
        try (IndexedSearch search = new IndexedSearch(
                transactions,
                network,
                items,
                new Changes(transactions.persistenceUnit()),
                catalogue,
                folder.getRoot().getPath())) {
            meant.forEach((typed, codes) -> {
                List<String> found =
                        search.search(Request.of(typed), PageRequest.of(3, null), calling(HAIYANG)).items().stream()
                                .map(item -> item.definition().code())
                                .toList();
                assertTrue(typed + " " + found, found.containsAll(codes));
            });
        }
    }

    /** Whoever tells of a death brings what makes it known once, and no office has to be found out. */
    @Test
    public void whatAnApplicationSaysDecidesWhoIsAsked() {
        assertEquals(
                List.of("HY-053", "HY-054", "HY-055", "HY-056", "HY-060"),
                needed("HY-L12", Map.of("medical", true, "pension", false, "driver", false, "fund", true)));
        assertEquals(
                List.of("HY-042", "HY-043", "HY-044", "HY-041", "HY-045", "HY-046", ""),
                needed("HY-L10", Map.of("staff", true, "bank", true)));
        assertEquals(List.of("HY-042", "HY-043", "HY-044"), needed("HY-L10", Map.of("staff", false, "bank", false)));
    }

    @Test
    public void theRoadToABuildingPermitBeginsWithTheLand() {
        assertEquals(
                List.of("HY-061", "HY-062", "HY-005"),
                new Roads(network, offers)
                        .to("HY-005", calling(HAIYANG)).chain().stream()
                                .map(ItemDefinition::code)
                                .toList());
    }

    @Test
    public void noMaterialIsAskedForTwiceAndNoneThatAMemberMakesOut() {
        for (String code : List.of("HY-L10", "HY-L11", "HY-L12")) {
            ItemDefinition bundle = bundles.offered(code, calling(HAIYANG)).definition();
            Set<String> names = new HashSet<>();
            bundle.materials().forEach(material -> assertTrue(material.name(), names.add(material.name())));
            for (String made : List.of("营业执照", "出生医学证明", "居民死亡医学证明（推断）书")) {
                assertEquals(
                        code,
                        Optional.empty(),
                        names.stream().filter(made::equals).findFirst());
            }
        }
    }

    private List<String> needed(String code, Map<String, Object> said) {
        return catalogue.route(bundles.offered(code, calling(HAIYANG)).definition(), said).branches().stream()
                .map(JointMember::item)
                .toList();
    }
}
