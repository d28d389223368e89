package org.yichuang.catalogue.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.catalogue.internal.BundleSamples.SELLS_TOBACCO;
import static org.yichuang.catalogue.internal.BundleSamples.decidedBy;
import static org.yichuang.catalogue.internal.BundleSamples.draft;
import static org.yichuang.catalogue.internal.BundleSamples.item;
import static org.yichuang.catalogue.internal.BundleSamples.member;
import static org.yichuang.catalogue.internal.BundleSamples.power;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.calling;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.Certificate;
import org.yichuang.catalogue.api.Examination;
import org.yichuang.catalogue.api.Examination.HearingDuty;
import org.yichuang.catalogue.api.Handling;
import org.yichuang.catalogue.api.Handling.Delegation;
import org.yichuang.catalogue.api.Handling.InPerson;
import org.yichuang.catalogue.api.Handling.SpecialStep;
import org.yichuang.catalogue.api.Handling.Visits;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.api.JointMember;
import org.yichuang.catalogue.api.Route;
import org.yichuang.catalogue.api.Stage;
import org.yichuang.catalogue.api.Stage.Action;
import org.yichuang.catalogue.internal.DraftOpinions.Give;
import org.yichuang.catalogue.internal.domain.handling.HallKind;
import org.yichuang.catalogue.internal.domain.joint.BundleDraft.Member;
import org.yichuang.catalogue.internal.domain.opinion.OpinionRules.Standing;
import org.yichuang.catalogue.internal.domain.opinion.ReviewOffice;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.time.Limit;

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
    public void whatIsReviewedAndDecidedAtItsOwnLevelIsHandledByItself() {
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

    @Test
    public void aMemberIsExaminedSurveyedAndHeardAsItsItemDemands() {
        Examination demanded = new Examination(true, true, HearingDuty.ON_REQUEST);
        publish(item("PLANT", "热电厂许可", "发改局", List.of()).with(demanded, Certificate.NONE));

        ItemDefinition shop = published(member("FOOD"), member("PLANT"));

        assertEquals(
                List.of(Examination.NONE, demanded),
                shop.joint().members().stream().map(JointMember::examination).toList());
        assertEquals("each by itself", Examination.NONE, shop.examination());
        ItemVersion offered = catalogue.offered("SHOP", calling(HAIYANG));
        publish(item("PLANT", "热电厂许可", "发改局", List.of()));
        refused(
                CatalogueError.BUNDLE_OUTDATED,
                () -> catalogue.members(offered, offered.definition().joint().members(), calling(HAIYANG)));
    }

    @Test
    public void aBundleAsksAsManyVisitsAsItsMostDemandingMemberAndTheLongestTimeForCorrections() {
        SpecialStep test = new SpecialStep("检测", Limit.working(5), "《条例》", false, "", false);
        publish(item("MENU", "菜单备案", "市场监管局", List.of())
                .with(new Handling(
                        new InPerson(true, "当面签字"), true, new Visits(2, "核对原件", "《办法》"), 15, null, List.of(test))));
        publish(item("SIGN", "招牌备案", "城管局", List.of())
                .with(new Handling(null, false, new Visits(0, "", ""), 5, null, List.of(test))));

        Handling both = published(member("MENU"), member("SIGN")).handling();
        assertEquals(new Visits(2, "菜单备案：核对原件", "菜单备案：《办法》"), both.visits());
        assertEquals(new InPerson(true, "菜单备案：当面签字"), both.inPerson());
        assertFalse(both.onlinePreReview());
        assertEquals(Integer.valueOf(15), both.correctionDays());
        assertEquals(List.of(test), both.specialSteps());
        Handling untold = published(member("MENU"), member("FIRE")).handling();
        assertNull(untold.visits());
        assertNull(untold.correctionDays());
    }

    @Test
    public void whatIsDecidedInTheNameOfAnotherOrganIsNoMember() {
        publish(item("LENT", "受委托事项", "乙局", List.of())
                .with(new Handling(null, false, null, null, new Delegation("市水利局", "《规定》", "公告"), null)));

        assertTrue(refusal("LENT").contains("以委托机关的名义决定"));
    }

    @Test
    public void aBundleIsJointAndWhatIsDecidedAboveIsSentUp() {
        assertEquals(Set.of(HallKind.JOINT), HallKind.of(published(member("FOOD"), member("FIRE"))));
        assertEquals(Set.of(HallKind.UPWARD), HallKind.of(decidedBy(Level.CITY, "UP", "戊", "戊局")));
        assertEquals(Set.of(), HallKind.of(item("HERE", "己", "己局", List.of())));
    }

    @Test
    public void whatWasTakenInIsCorrectedAlsoWhereOneDepartmentDecidesAlone() {
        publish(item("TOBACCO", "烟草零售许可", "烟草专卖局", List.of()));
        ItemDefinition shop = published(member("FOOD"), new Member("TOBACCO", "", "", null, SELLS_TOBACCO));

        assertEquals(
                1,
                catalogue.routeAgain(shop, Map.of("tobacco", false)).branches().size());
        assertThrows(ProblemException.class, () -> catalogue.route(shop, Map.of("tobacco", false)));
    }

    @Test
    public void whereAMemberHasChangedTheOfficesExamineWhatWouldBePublished() {
        bundles.draft(draft(20, member("FOOD"), member("FIRE")), calling(HAIYANG));
        network.policy(HAIYANG, ReviewOffice.POLICY, "legal");
        agree();
        network.policy(HAIYANG, ReviewOffice.POLICY, "");
        publish(again("FIRE", "每户收费10元", false));
        network.policy(HAIYANG, ReviewOffice.POLICY, "legal");

        ProblemException refusal =
                assertThrows(ProblemException.class, () -> bundles.publish("SHOP", calling(HAIYANG)));
        assertEquals(CatalogueError.OPINIONS_MISSING, refusal.code());
        assertTrue(refusal.message().zh(), refusal.message().zh().contains("重新提出意见"));
        assertEquals(
                Standing.OUTDATED,
                opinions.of("SHOP", calling(HAIYANG)).demanded().get(0).standing());

        agree();
        assertTrue(bundles.publish("SHOP", calling(HAIYANG)).definition().fee().contains("每户收费10元"));
    }

    private void agree() {
        opinions.give(
                "SHOP",
                new Give(ReviewOffice.LEGAL, true, "同意"),
                calling(HAIYANG).by(Actor.platform("wang", "王")));
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
        return item.but()
                .fee(fee)
                .routes(routes)
                .reconsiderationFirst(reconsiderationFirst)
                .made();
    }
}
