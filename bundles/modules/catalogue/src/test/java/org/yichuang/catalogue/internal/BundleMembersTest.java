package org.yichuang.catalogue.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.catalogue.internal.BundleSamples.SELLS_TOBACCO;
import static org.yichuang.catalogue.internal.BundleSamples.draft;
import static org.yichuang.catalogue.internal.BundleSamples.item;
import static org.yichuang.catalogue.internal.BundleSamples.member;
import static org.yichuang.catalogue.internal.BundleSamples.power;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.calling;

import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.Certificate;
import org.yichuang.catalogue.api.Examination;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.api.Route;
import org.yichuang.catalogue.api.Stage;
import org.yichuang.catalogue.api.Stage.Action;
import org.yichuang.catalogue.internal.domain.joint.BundleDraft.Member;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.ProblemException;

/** What a bundle cannot do of its members, and when it says something that they say no more. */
public class BundleMembersTest extends CatalogueWorld {
    private Bundles bundles;

    @Before
    public void openBundles() {
        bundles = new Bundles(transactions, network, items, offers, editing);
        publish(item("FOOD", "食品经营许可", "市场监管局", List.of()));
        publish(item("FIRE", "消防安全检查", "消防救援大队", List.of()));
    }

    @Test
    public void whoseHoldersAreCountedIsAMemberWhichGatesAskAbout() {
        Certificate counted = new Certificate(Certificate.Kind.LICENCE, null, 30, 5, true);
        publish(item("TAXI", "出租车经营许可", "交通局", List.of()).with(Examination.NONE, counted));

        assertEquals(
                2, published(member("FOOD"), member("TAXI")).joint().members().size());
    }

    @Test
    public void severalItemsOfOneDepartmentHaveNoMoreTimeEither() {
        publish(item("MEAL", "集体用餐配送许可", "市场监管局", List.of()));
        publish(item("TOBACCO", "烟草零售许可", "烟草专卖局", List.of()));
        ItemDefinition shop =
                published(member("FOOD"), member("MEAL"), new Member("TOBACCO", "", "", null, SELLS_TOBACCO));

        ProblemException refusal =
                assertThrows(ProblemException.class, () -> catalogue.route(shop, Map.of("tobacco", false)));
        assertEquals(CatalogueError.FORM_INVALID, refusal.code());
        assertTrue(refusal.message().zh(), refusal.message().zh().contains("集体用餐配送许可"));
    }

    @Test
    public void whatIsReviewedAtItsOwnLevelOrDecidedByWhomTheApplicationSaysIsHandledByItself() {
        Stage accept = new Stage(Action.ACCEPT, Level.COUNTY, "", null);
        Stage decide = new Stage(Action.DECIDE, Level.COUNTY, "", null);
        Route reviewed = new Route(
                "r",
                "路径",
                List.of(),
                List.of(accept, new Stage(Action.PRE_REVIEW, Level.COUNTY, "消防救援支队", null), decide),
                Level.COUNTY);
        publish(routed(reviewed));
        assertTrue(refusal("ROUTED").contains("还须经初审"));
    }

    @Test
    public void oneDepartmentAloneHasNoMoreTimeThanItsOwnLawGivesIt() {
        publish(item("TOBACCO", "烟草零售许可", "烟草专卖局", List.of()));
        ItemDefinition shop = published(member("FOOD"), new Member("TOBACCO", "", "", null, SELLS_TOBACCO), power());

        assertEquals(
                3, catalogue.route(shop, Map.of("tobacco", true)).branches().size());
        ProblemException refusal =
                assertThrows(ProblemException.class, () -> catalogue.route(shop, Map.of("tobacco", false)));
        assertEquals(CatalogueError.FORM_INVALID, refusal.code());
        assertTrue(refusal.message().zh(), refusal.message().zh().contains("只需办理“食品经营许可”"));
    }

    @Test
    public void itIsOutdatedWhenAMemberCostsSomethingOrGoesToReconsiderationFirst() {
        published(member("FOOD"), member("FIRE"));
        ItemVersion shop = catalogue.offered("SHOP", calling(HAIYANG));
        catalogue.members(shop, shop.definition().joint().members(), calling(HAIYANG));

        publish(again("FIRE", "每证10元", false));
        refused(
                CatalogueError.BUNDLE_OUTDATED,
                () -> catalogue.members(shop, shop.definition().joint().members(), calling(HAIYANG)));

        publish(again("FIRE", "不收费", true));
        refused(
                CatalogueError.BUNDLE_OUTDATED,
                () -> catalogue.members(shop, shop.definition().joint().members(), calling(HAIYANG)));

        publish(again("FIRE", "不收费", false));
        catalogue.members(shop, shop.definition().joint().members(), calling(HAIYANG));
    }

    private String refusal(String code) {
        bundles.draft(draft(20, member("FOOD"), member(code)), calling(HAIYANG));
        ProblemException refusal =
                assertThrows(ProblemException.class, () -> bundles.publish("SHOP", calling(HAIYANG)));
        assertEquals(CatalogueError.BUNDLE_INVALID, refusal.code());
        return refusal.message().zh();
    }

    private ItemDefinition published(Member... members) {
        bundles.draft(draft(20, members), calling(HAIYANG));
        return bundles.publish("SHOP", calling(HAIYANG)).definition();
    }

    private void publish(ItemDefinition item) {
        editing.draft(item, calling(HAIYANG));
        editing.publish(item.code(), calling(HAIYANG));
    }

    private static ItemDefinition routed(Route route) {
        return changed(item("ROUTED", "丁", "丁局", List.of()), "不收费", false, List.of(route));
    }

    private static ItemDefinition again(String code, String fee, boolean reconsiderationFirst) {
        ItemDefinition item = item(code, "消防安全检查", "消防救援大队", List.of());
        return changed(item, fee, reconsiderationFirst, item.routes());
    }

    private static ItemDefinition changed(
            ItemDefinition item, String fee, boolean reconsiderationFirst, List<Route> routes) {
        return new ItemDefinition(
                item.code(),
                item.name(),
                item.type(),
                item.department(),
                item.organ(),
                item.exerciseLevel(),
                item.audience(),
                item.kind(),
                item.statutoryLimit(),
                item.promisedLimit(),
                item.conditions(),
                item.materials(),
                item.procedure(),
                fee,
                item.legalBasis(),
                item.result(),
                item.complaint(),
                item.place(),
                item.acceptanceLevels(),
                item.form(),
                routes,
                item.source(),
                reconsiderationFirst);
    }
}
