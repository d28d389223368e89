package org.yichuang.catalogue.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.catalogue.internal.BundleSamples.AREA;
import static org.yichuang.catalogue.internal.BundleSamples.NAME;
import static org.yichuang.catalogue.internal.BundleSamples.SELLS_TOBACCO;
import static org.yichuang.catalogue.internal.BundleSamples.decidedBy;
import static org.yichuang.catalogue.internal.BundleSamples.deferred;
import static org.yichuang.catalogue.internal.BundleSamples.draft;
import static org.yichuang.catalogue.internal.BundleSamples.item;
import static org.yichuang.catalogue.internal.BundleSamples.material;
import static org.yichuang.catalogue.internal.BundleSamples.member;
import static org.yichuang.catalogue.internal.BundleSamples.optional;
import static org.yichuang.catalogue.internal.BundleSamples.power;
import static org.yichuang.catalogue.internal.BundleSamples.renamed;
import static org.yichuang.catalogue.internal.BundleSamples.required;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.LAISHAN;
import static org.yichuang.testing.centres.TestCentres.calling;

import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.catalogue.api.BundleKind;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.Condition;
import org.yichuang.catalogue.api.FormField;
import org.yichuang.catalogue.api.FormField.Type;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.api.JointMember;
import org.yichuang.catalogue.api.Material.Deferral;
import org.yichuang.catalogue.api.RouteChoice;
import org.yichuang.catalogue.internal.domain.joint.BundleDraft;
import org.yichuang.catalogue.internal.domain.joint.BundleDraft.Member;
import org.yichuang.catalogue.internal.domain.submission.ReviewAbove;
import org.yichuang.catalogue.internal.persistence.PublishedRows;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.time.Limit;

public class BundlesTest extends CatalogueWorld {
    private Bundles bundles;

    @Before
    public void openBundles() {
        bundles = new Bundles(transactions, network, items, offers, editing);
        publish(item("FOOD", "食品经营许可", "市场监管局", List.of(NAME, AREA), material("营业执照（复印件）", true, 3)));
        publish(item(
                "FIRE",
                "消防安全检查",
                "消防救援大队",
                List.of(AREA, optional("seats")),
                material("营业执照 复印件", true, 1),
                material("平面图", false, 1)));
        publish(item("TOBACCO", "烟草零售许可", "烟草专卖局", List.of(NAME, required("counter")), material("店面照片", true, 1)));
    }

    @Test
    public void membersBecomeOneFormAndOneSetOfMaterials() {
        ItemDefinition shop = publishShop().definition();

        assertEquals(
                List.of("tobacco true", "shop true", "area true", "seats false", "counter false"),
                shop.form().stream()
                        .map(field -> field.name() + " " + field.required())
                        .toList());
        assertEquals(
                "one name but for spaces and brackets is one material, in as many copies as anybody wants",
                List.of("m1 营业执照（复印件） true 3", "m2 平面图 false 1", "m3 店面照片 false 1"),
                shop.materials().stream()
                        .map(each -> each.code() + " " + each.name() + " " + each.required() + " " + each.copies())
                        .toList());
        assertEquals(List.of("b1", "b2", "b3", "b4"), ids(shop.joint().members()));
        assertEquals(
                List.of(1, 1, 1, 0),
                shop.joint().members().stream().map(JointMember::version).toList());
        assertEquals(
                List.of("counter", "shop"),
                shop.joint().members().get(2).fields().stream().sorted().toList());
        assertEquals(List.of("m3"), shop.joint().members().get(2).materials());
        assertFalse(shop.joint().members().get(3).decides());
        assertEquals("a joint licence is decided within 45 working days", Limit.working(45), shop.statutoryLimit());
        assertEquals(Limit.working(20), shop.promisedLimit());
        assertEquals(ItemType.LICENCE, shop.type());
        assertEquals("市场监管局", shop.routes().get(0).stages().get(1).department());
    }

    @Test
    public void whereDraftsGoUpABundleNeedsTheWordOfThoseAboveAsWell() {
        bundles.draft(draft(20, member("FOOD"), member("FIRE")), calling(HAIYANG));
        network.policy(HAIYANG, ReviewAbove.POLICY, "city");

        ProblemException refusal =
                assertThrows(ProblemException.class, () -> bundles.publish("SHOP", calling(HAIYANG)));

        assertEquals("it says what no member says", CatalogueError.APPROVAL_MISSING, refusal.code());
    }

    @Test
    public void anApplicationNeedsTheMembersWhoseConditionsHold() {
        ItemDefinition shop = publishShop().definition();

        RouteChoice without = catalogue.route(shop, Map.of("tobacco", false, "shop", "老张", "area", 80));
        RouteChoice with = catalogue.route(shop, Map.of("tobacco", true, "shop", "老张", "area", 80, "counter", "二号"));

        assertEquals(List.of("b1", "b2", "b4"), ids(without.branches()));
        assertEquals(List.of("b1", "b2", "b3", "b4"), ids(with.branches()));
        assertEquals(
                "what only a needed member requires is required then",
                List.of("form.counter"),
                fields(() -> catalogue.route(shop, Map.of("tobacco", true, "shop", "老张", "area", 80))));
        assertEquals(
                "a bundle is no route of an ordinary item",
                List.of(),
                catalogue
                        .route(catalogue.offered("FOOD", calling(HAIYANG)).definition(), Map.of("shop", "老", "area", 1))
                        .branches());
    }

    @Test
    public void fieldsOfOneNameThatHoldDifferentThingsAreNamed() {
        publish(item(
                "SIGN", "户外招牌设置", "城管局", List.of(new FormField("area", "面积", Type.TEXT, true, null, null, List.of()))));
        bundles.draft(draft(20, member("FOOD"), member("SIGN")), calling(HAIYANG));

        ProblemException refusal =
                assertThrows(ProblemException.class, () -> bundles.publish("SHOP", calling(HAIYANG)));

        assertEquals(CatalogueError.BUNDLE_INVALID, refusal.code());
        assertEquals("members[1].item", refusal.fields().get(0).field());
        assertTrue(refusal.getMessage(), refusal.fields().get(0).message().zh().contains("area"));
    }

    @Test
    public void aMemberMayBeDecidedByACentreAbove() {
        publish(decidedBy(Level.CITY, "TREES", "砍伐树木审批", "城管局"));
        bundles.draft(draft(20, member("FOOD"), member("TREES")), calling(HAIYANG));

        assertEquals(
                "城管局",
                bundles.publish("SHOP", calling(HAIYANG))
                        .definition()
                        .joint()
                        .members()
                        .get(1)
                        .department());
    }

    @Test
    public void aBundleHasItemsOfSeveralDepartments() {
        publish(item("FOOD-2", "食品摊点备案", "市场监管局", List.of()));
        refused(draft(20, member("FOOD"), member("FOOD-2")), CatalogueError.BUNDLE_INVALID, "members");
        refused(draft(20, member("FOOD"), member("NOWHERE")), CatalogueError.BUNDLE_INVALID, "members[1].item");
        refused(draft(20, member("FOOD"), member("FOOD")), CatalogueError.BUNDLE_INVALID, "members[1].item");
        refused(draft(20, member("FOOD"), member("FOOD-2"), power()), CatalogueError.BUNDLE_INVALID, "members");

        publishShop();
        BundleDraft nested = new BundleDraft(
                "NESTED",
                "套",
                List.of(),
                BundleKind.SURVEY,
                "城管局",
                "",
                9,
                "",
                "",
                "",
                "",
                "",
                List.of(),
                List.of(member("FOOD"), member("FIRE"), member("SHOP")));
        bundles.draft(nested, calling(HAIYANG));
        refused(CatalogueError.BUNDLE_INVALID, () -> bundles.publish("NESTED", calling(HAIYANG)));
    }

    @Test
    public void theTotalLimitIsThatOfTheLawAtMost() {
        assertEquals(List.of("totalLimit"), fields(() -> bundles.draft(draft(46, member("FOOD")), calling(HAIYANG))));
        assertEquals(List.of("totalLimit"), fields(() -> bundles.draft(draft(0, member("FOOD")), calling(HAIYANG))));
        assertEquals(
                List.of("members[0].when[0][0].field"),
                fields(() -> bundles.draft(
                        draft(
                                20,
                                new Member(
                                        "FOOD",
                                        "",
                                        "",
                                        null,
                                        List.of(List.of(new Condition("moon", List.of("x"), null, null))))),
                        calling(HAIYANG))));
    }

    @Test
    public void whatIsPublishedStaysAndIsOutdatedWhenItsMembersAskForSomethingElse() {
        ItemVersion shop = publishShop();
        List<JointMember> members = shop.definition().joint().members();
        assertEquals(
                1, catalogue.members(shop, members, calling(HAIYANG)).get("b1").number());

        publish(item("FOOD", "食品经营许可", "市场监管局", List.of(NAME, AREA), material("营业执照（复印件）", true, 3)));
        assertFalse(bundles.isUpToDate(shop, calling(HAIYANG)));
        assertEquals(
                "the case takes the version of its day, as it asks for nothing else",
                2,
                catalogue.members(shop, members, calling(HAIYANG)).get("b1").number());

        publish(item("FIRE", "消防安全检查", "消防救援大队", List.of(AREA), material("检测报告", true, 1)));
        refused(CatalogueError.BUNDLE_OUTDATED, () -> catalogue.members(shop, members, calling(HAIYANG)));
        assertEquals(
                "what is published never changes",
                shop.definition(),
                bundles.offered("SHOP", calling(HAIYANG)).definition());

        bundles.draft(BundleDraft.of(shop.definition()), calling(HAIYANG));
        ItemVersion second = bundles.publish("SHOP", calling(HAIYANG));
        assertEquals(2, second.number());
        assertEquals(
                List.of(2, 2, 1, 0),
                second.definition().joint().members().stream()
                        .map(JointMember::version)
                        .toList());
        assertTrue(bundles.isUpToDate(second, calling(HAIYANG)));
    }

    @Test
    public void whatAllMembersLetFollowMayFollow() {
        publish(item("A", "甲", "甲局", List.of(), deferred("检测报告", 9)));
        publish(item("B", "乙", "乙局", List.of(), deferred("检测报告", 5)));
        bundles.draft(draft(20, member("A"), member("B")), calling(HAIYANG));
        ItemDefinition both = bundles.publish("SHOP", calling(HAIYANG)).definition();
        assertEquals(new Deferral(5), both.materials().get(0).deferral());

        publish(item("B", "乙", "乙局", List.of(), material("检测报告", true, 1)));
        bundles.draft(draft(20, member("A"), member("B")), calling(HAIYANG));
        assertEquals(
                null,
                bundles.publish("SHOP", calling(HAIYANG))
                        .definition()
                        .materials()
                        .get(0)
                        .deferral());
    }

    @Test
    public void bundlesAreListedAndFoundButAreNoItemsOfTheirOwn() {
        publishShop();

        assertEquals(
                List.of("SHOP"),
                bundles.published(PageRequest.of(9, null), calling(HAIYANG)).items().stream()
                        .map(each -> each.definition().code())
                        .toList());
        assertTrue(codes(HAIYANG).contains("SHOP"));
        assertEquals(
                List.of("FIRE", "FOOD", "TOBACCO"),
                transactions
                        .read(calling(HAIYANG), unit -> new PublishedRows(transactions.persistenceUnit(), items)
                                .refs(9, unit))
                        .stream()
                        .map(PublishedRows.Ref::code)
                        .toList());
        assertEquals(
                List.of(),
                bundles.published(PageRequest.of(9, null), calling(LAISHAN)).items());
        refused(CatalogueError.ITEM_UNKNOWN, () -> bundles.offered("FOOD", calling(HAIYANG)));
        refused(CatalogueError.ITEM_UNKNOWN, () -> bundles.publish("FOOD", calling(HAIYANG)));
        refused(
                CatalogueError.ITEM_STATE,
                () -> editing.draft(item("SHOP", "开办餐饮店", "市场监管局", List.of()), calling(HAIYANG)));
        refused(
                CatalogueError.ITEM_STATE,
                () -> bundles.draft(renamed("FOOD", draft(20, member("FIRE"))), calling(HAIYANG)));
        assertEquals(
                "an import does not make an item of it",
                1,
                importCsv(HEADINGS + "SHOP,开办餐饮店,行政许可,住建,县住建局,县,县,否,,5,工作日,承诺件\n", true, calling(HAIYANG))
                                .rows()
                        - importCsv(HEADINGS + "SHOP,开办餐饮店,行政许可,住建,县住建局,县,县,否,,5,工作日,承诺件\n", true, calling(HAIYANG))
                                .accepted());

        bundles.retire("SHOP", calling(HAIYANG));
        assertEquals(
                List.of(),
                bundles.published(PageRequest.of(9, null), calling(HAIYANG)).items());
    }

    @Test
    public void onlyEditorsChangeBundles() {
        refused(
                CommonError.NOT_SIGNED_IN,
                () -> bundles.draft(draft(20, member("FOOD")), calling(HAIYANG).by(Actor.ANONYMOUS)));
        refused(
                CommonError.NOT_SIGNED_IN,
                () -> bundles.publish("SHOP", calling(HAIYANG).by(Actor.ANONYMOUS)));
        assertEquals(
                List.of(),
                bundles.published(PageRequest.of(9, null), calling(HAIYANG).by(Actor.ANONYMOUS))
                        .items());
    }

    private ItemVersion publishShop() {
        bundles.draft(
                draft(20, member("FOOD"), member("FIRE"), new Member("TOBACCO", "", "", null, SELLS_TOBACCO), power()),
                calling(HAIYANG));
        return bundles.publish("SHOP", calling(HAIYANG));
    }

    private void refused(BundleDraft draft, CatalogueError code, String field) {
        bundles.draft(draft, calling(HAIYANG));
        ProblemException refusal =
                assertThrows(ProblemException.class, () -> bundles.publish(draft.code(), calling(HAIYANG)));
        assertEquals(code, refusal.code());
        assertEquals(field, refusal.fields().get(0).field());
    }

    private void publish(ItemDefinition item) {
        editing.draft(item, calling(HAIYANG));
        editing.publish(item.code(), calling(HAIYANG));
    }

    private static List<String> ids(List<JointMember> members) {
        return members.stream().map(JointMember::id).toList();
    }

    private static List<String> fields(Runnable act) {
        return assertThrows(ProblemException.class, act::run).fields().stream()
                .map(FieldProblem::field)
                .toList();
    }
}
