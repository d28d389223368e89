package org.yichuang.catalogue.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.catalogue.internal.BundleSamples.AREA;
import static org.yichuang.catalogue.internal.BundleSamples.NAME;
import static org.yichuang.catalogue.internal.BundleSamples.decidedBy;
import static org.yichuang.catalogue.internal.BundleSamples.draft;
import static org.yichuang.catalogue.internal.BundleSamples.item;
import static org.yichuang.catalogue.internal.BundleSamples.material;
import static org.yichuang.catalogue.internal.BundleSamples.member;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.LAISHAN;
import static org.yichuang.testing.centres.TestCentres.calling;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.catalogue.api.BundleKind;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.api.JointMember;
import org.yichuang.catalogue.api.Material;
import org.yichuang.catalogue.api.ReservedBundles.Wish;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.tenancy.api.Departments.Department;

/** A bundle for one application is what its members make of it, and is offered to nobody else (M-CAS-3). */
public class ReservedBundlesTest extends CatalogueWorld {
    private static final String CODE = "LB06FA1B2C3D4";
    private ReservedCatalogue reserved;

    @Before
    public void openReserved() {
        reserved = new ReservedCatalogue(transactions, network, items, offers, departments);
        publish(item("FOOD", "食品经营许可", "市场监管局", List.of(NAME, AREA), material("营业执照（复印件）", true, 3)));
        publish(item("FIRE", "消防安全检查", "消防救援大队", List.of(AREA), material("营业执照 复印件", true, 1)));
    }

    private void publish(ItemDefinition definition) {
        editing.draft(definition, calling(HAIYANG));
        editing.publish(definition.code(), calling(HAIYANG));
    }

    private static Wish wish(String lead, String... codes) {
        return new Wish(CODE, "食品经营许可、消防安全检查", BundleKind.APPROVAL, lead, "", 15, List.of(codes));
    }

    private ItemVersion kept() {
        ItemDefinition bundle = reserved.compose(wish("市场监管局", "FOOD", "FIRE"), calling(HAIYANG));
        return transactions.write(calling(HAIYANG), ItemVersion.class, unit -> reserved.keep(bundle, unit));
    }

    private static Department listed(String name) {
        return new Department(name, name, false);
    }

    private static String codeOf(Runnable work) {
        return assertThrows(ProblemException.class, work::run).code().code();
    }

    @Test
    public void itsFormAndMaterialsAreThoseOfItsMembersWithoutDoubles() {
        ItemDefinition bundle = kept().definition();

        assertEquals("市场监管局", bundle.department());
        assertEquals(
                List.of("shop", "area"),
                bundle.form().stream().map(field -> field.name()).toList());
        assertEquals(
                List.of(3), bundle.materials().stream().map(Material::copies).toList());
        assertEquals(
                Set.of("市场监管局", "消防救援大队"),
                bundle.joint().members().stream().map(JointMember::department).collect(Collectors.toSet()));
    }

    @Test
    public void nobodyIsOfferedItAndACaseUnderItFindsItStill() {
        ItemVersion kept = kept();

        assertEquals(ItemVersion.State.RETIRED, kept.state());
        assertEquals("item-unknown", codeOf(() -> catalogue.offered(CODE, calling(HAIYANG))));
        assertEquals("item-unknown", codeOf(() -> catalogue.offered(CODE, calling(LAISHAN))));
        Bundles bundles = new Bundles(transactions, network, items, offers, editing);
        assertTrue(bundles.published(PageRequest.of(10, null), calling(HAIYANG))
                .items()
                .isEmpty());
        assertTrue(
                bundles.own(PageRequest.of(10, null), calling(HAIYANG)).items().isEmpty());
        assertEquals(
                kept.definition(),
                catalogue.version(HAIYANG, CODE, 1, calling(HAIYANG)).definition());
        assertEquals(
                Set.of("b1", "b2"),
                catalogue
                        .members(kept, kept.definition().joint().members(), calling(HAIYANG))
                        .keySet());
    }

    @Test
    public void whatIsPutTogetherAnewIsAnotherVersion() {
        kept();
        assertEquals(2, kept().number());
        editing.draft(item(CODE, "别的事项", "市场监管局", List.of()), calling(HAIYANG));
        assertEquals("item-state", codeOf(this::kept));
    }

    @Test
    public void whatCannotBeHandledJointlyIsRefusedWithTheItem() {
        publish(item("FOOD2", "食品小作坊登记", "市场监管局", List.of()));
        assertEquals(
                CatalogueError.BUNDLE_INVALID.code(),
                codeOf(() -> reserved.compose(wish("市场监管局", "FOOD", "FOOD2"), calling(HAIYANG))));
        assertEquals(
                CatalogueError.BUNDLE_INVALID.code(),
                codeOf(() -> reserved.compose(wish("市场监管局", "FOOD", "NONE"), calling(HAIYANG))));
        publish(decidedBy(Level.CITY, "CITY", "市级许可", "规划局"));
        assertEquals(
                "what a centre above decides can",
                2,
                reserved.compose(wish("市场监管局", "FOOD", "CITY"), calling(HAIYANG))
                        .joint()
                        .members()
                        .size());
    }

    @Test
    public void theLeadIsADepartmentOfTheCentre() {
        lists.put(HAIYANG, List.of(listed("市场监管局"), listed("消防救援大队")));
        assertEquals(
                "department-unknown", codeOf(() -> reserved.compose(wish("业务科", "FOOD", "FIRE"), calling(HAIYANG))));
        lists.put(HAIYANG, List.of(listed("市场监管局"), listed("消防救援大队"), listed("业务科")));
        assertEquals(
                "业务科",
                reserved.compose(wish("业务科", "FOOD", "FIRE"), calling(HAIYANG)).department());
    }

    @Test
    public void aPublishedBundleOfTheSameItemsIsFound() {
        assertTrue(reserved.published(Set.of("FOOD", "FIRE"), calling(HAIYANG)).isEmpty());
        Bundles bundles = new Bundles(transactions, network, items, offers, editing);
        bundles.draft(draft(15, member("FOOD"), member("FIRE")), calling(HAIYANG));
        bundles.publish("SHOP", calling(HAIYANG));
        assertEquals(
                "SHOP",
                reserved.published(Set.of("FOOD", "FIRE"), calling(HAIYANG))
                        .orElseThrow()
                        .definition()
                        .code());
        assertTrue(reserved.published(Set.of("FOOD"), calling(HAIYANG)).isEmpty());
    }
}
