package org.yichuang.catalogue.internal.domain;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.catalogue.internal.domain.TreeItem.CITY;
import static org.yichuang.catalogue.internal.domain.TreeItem.COUNTY;
import static org.yichuang.catalogue.internal.domain.TreeItem.changed;
import static org.yichuang.catalogue.internal.domain.TreeItem.stage;

import java.util.List;
import java.util.Set;
import org.junit.Test;
import org.yichuang.catalogue.api.CaseKind;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.Route;
import org.yichuang.catalogue.api.Stage;
import org.yichuang.catalogue.api.Stage.Action;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.time.Limit;

public class PublishingRulesTest {
    @Test
    public void theTreeItemMayBePublished() {
        assertTrue(PublishingRules.refusal(TreeItem.whole(), Disclosure.USUAL, ForeignFields.NONE)
                .isEmpty());
    }

    @Test
    public void aGapIsRefusedWithAnExample() {
        ProblemException refusal = assertThrows(
                ProblemException.class,
                () -> PublishingRules.require(TreeItem.with(COUNTY, CITY), Disclosure.USUAL, ForeignFields.NONE));

        assertEquals(CatalogueError.ROUTES_GAP, refusal.code());
        assertTrue(refusal.zh(), refusal.zh().contains("树木株数：50 及以上"));
        assertTrue(refusal.fields().get(0).en().contains("trees=50"));
    }

    @Test
    public void anOverlapIsRefusedWithTheNamesOfTheRoutes() {
        ProblemException refusal = PublishingRules.refusal(
                        TreeItem.with(COUNTY, CITY, TreeItem.GOVERNMENT, renamed(CITY, "again")),
                        Disclosure.USUAL,
                        ForeignFields.NONE)
                .orElseThrow();

        assertEquals(CatalogueError.ROUTES_OVERLAP, refusal.code());
    }

    @Test
    public void thePromisedLimitIsNeverLongerThanTheStatutoryOne() {
        assertEquals(
                List.of("promisedLimit"), fields(limits(CaseKind.COMMITTED, Limit.working(20), Limit.working(21))));
        assertEquals(List.of(), fields(limits(CaseKind.COMMITTED, Limit.working(20), Limit.working(20))));
    }

    @Test
    public void twentyOneWorkingDaysAreLongerThanTwentyDaysButTwentyDaysNotThanFifteenWorkingDays() {
        assertEquals(
                List.of("promisedLimit"), fields(limits(CaseKind.COMMITTED, Limit.calendar(20), Limit.working(21))));
        assertEquals(List.of(), fields(limits(CaseKind.COMMITTED, Limit.working(15), Limit.calendar(20))));
    }

    @Test
    public void aPromiseIsMeasuredAcrossUnitsAndByTheLawWhereTheItemSetsNothing() {
        List<String> tooLong = List.of("promisedLimit");
        assertEquals(tooLong, fields(limits(CaseKind.COMMITTED, Limit.calendar(20), Limit.working(20))));
        assertEquals(tooLong, fields(limits(CaseKind.COMMITTED, Limit.working(20), Limit.calendar(60))));
        assertEquals(List.of(), fields(limits(CaseKind.COMMITTED, Limit.working(20), Limit.calendar(28))));
        assertEquals("art. 42", tooLong, fields(limits(CaseKind.COMMITTED, null, Limit.working(90))));
        assertEquals(List.of(), fields(limits(CaseKind.COMMITTED, null, Limit.working(20))));
    }

    @Test
    public void noStageHasMoreTimeThanTheLawGives() {
        assertEquals(List.of("routes[0].stages[2].limit"), staged(Limit.working(20), 60));
        assertEquals(List.of(), staged(Limit.working(5), 20));
        assertEquals("art. 43", List.of("routes[0].stages[1].limit"), staged(Limit.working(21), 5));
    }

    @Test
    public void theStagesOfOneLevelHaveNotMoreTogether() {
        assertEquals(
                List.of("routes[0].stages[2].limit"),
                fields(withStages(
                        stage(Action.ACCEPT, Level.COUNTY, ""),
                        new Stage(Action.PRE_REVIEW, Level.COUNTY, "残疾人联合会", Limit.working(15)),
                        new Stage(Action.DECIDE, Level.COUNTY, "", Limit.working(6)))));
    }

    /** The law gives twenty working days. */
    private static List<String> staged(Limit examined, int decided) {
        return fields(withStages(
                stage(Action.ACCEPT, Level.COUNTY, ""),
                new Stage(Action.PRE_REVIEW, Level.COUNTY, "", examined),
                new Stage(Action.DECIDE, Level.CITY, "", Limit.working(decided))));
    }

    @Test
    public void aCommittedItemNeedsALimitAndAnInstantOneIsPromisedWithinADay() {
        assertEquals(List.of("limit"), fields(limits(CaseKind.COMMITTED, null, null)));
        assertEquals(List.of(), fields(limits(CaseKind.INSTANT, null, null)));
        assertEquals(List.of("promisedLimit"), fields(limits(CaseKind.INSTANT, null, Limit.working(2))));
    }

    @Test
    public void aCentresOwnDisclosureSetIsDemandedFieldByField() {
        ProblemException refusal = PublishingRules.refusal(
                        TreeItem.whole(), "name,legalBasis,conditions,materials,complaint,colour", ForeignFields.NONE)
                .orElseThrow();

        assertEquals(
                List.of("conditions", "materials", "complaint", "disclosure"),
                refusal.fields().stream().map(FieldProblem::field).toList());
    }

    @Test
    public void aRouteBeginsWithAcceptanceEndsWithOneDecisionAndNeverGoesDown() {
        assertEquals(
                List.of("routes[0].stages"),
                fields(withStages(stage(Action.PRE_REVIEW, Level.COUNTY, ""), stage(Action.DECIDE, Level.CITY, ""))));
        assertEquals(
                List.of("routes[0].stages[2].level"),
                fields(withStages(
                        stage(Action.ACCEPT, Level.COUNTY, ""),
                        stage(Action.PRE_REVIEW, Level.CITY, ""),
                        stage(Action.DECIDE, Level.COUNTY, ""))));
        assertEquals(
                List.of("routes[0].stages"),
                fields(withStages(
                        stage(Action.ACCEPT, Level.COUNTY, ""),
                        stage(Action.DECIDE, Level.COUNTY, ""),
                        stage(Action.DECIDE, Level.CITY, ""))));
    }

    @Test
    public void nobodyReviewsOnesOwnWork() {
        assertEquals(
                List.of("routes[0].stages[2]"),
                fields(withStages(
                        stage(Action.ACCEPT, Level.COUNTY, ""),
                        stage(Action.PRE_REVIEW, Level.COUNTY, ""),
                        stage(Action.DECIDE, Level.COUNTY, ""))));
        assertEquals(
                List.of(),
                fields(withStages(
                        stage(Action.ACCEPT, Level.COUNTY, ""),
                        stage(Action.PRE_REVIEW, Level.COUNTY, "残疾人联合会"),
                        stage(Action.DECIDE, Level.COUNTY, ""))));
    }

    @Test
    public void theFirstStageIsAtTheLowestLevelOfAcceptanceAndTheIssueAtAStage() {
        Route city = new Route(
                "r",
                "市级审批",
                List.of(),
                List.of(stage(Action.ACCEPT, Level.CITY, ""), stage(Action.DECIDE, Level.CITY, "")),
                Level.COUNTY);

        assertEquals(List.of("routes[0].stages[0].level", "routes[0].issueLevel"), fields(TreeItem.with(city)));
    }

    @Test
    public void conditionsOnForeignFieldsValuesAndTypesAreRefused() {
        Route strange = changed(
                COUNTY,
                List.of(List.of(
                        TreeItem.is("colour", "green"),
                        TreeItem.is("operation", "burn"),
                        TreeItem.is("trees", "3"),
                        TreeItem.number("diameter", "30", "30"))));

        List<String> fields = fields(TreeItem.with(strange));

        assertEquals(
                List.of(
                        "routes[0].when[0][0].field",
                        "routes[0].when[0][1].in",
                        "routes[0].when[0][2]",
                        "routes[0].when[0][3]"),
                fields);
    }

    @Test
    public void noRouteAndNoLevelOfAcceptanceAreNamed() {
        assertEquals(List.of("acceptanceLevels", "routes"), fields(copy(TreeItem.with(), Set.of())));
        assertFalse(fields(TreeItem.whole()).contains("routes"));
    }

    private static List<String> fields(ItemDefinition item) {
        return PublishingRules.refusal(item, Disclosure.USUAL, ForeignFields.NONE)
                .map(refusal ->
                        refusal.fields().stream().map(FieldProblem::field).toList())
                .orElse(List.of());
    }

    private static ItemDefinition withStages(Stage... stages) {
        Stage first = stages[0];
        return TreeItem.with(new Route("r", "一条路径", List.of(), List.of(stages), first.level()));
    }

    private static Route renamed(Route route, String id) {
        return new Route(id, id, route.when(), route.stages(), route.issueLevel());
    }

    private static ItemDefinition limits(CaseKind kind, Limit statutory, Limit promised) {
        ItemDefinition item = TreeItem.whole();
        return item.but()
                .kind(kind)
                .statutoryLimit(statutory)
                .promisedLimit(promised)
                .made();
    }

    private static ItemDefinition copy(ItemDefinition item, Set<Level> acceptanceLevels) {
        return item.but().acceptanceLevels(acceptanceLevels).made();
    }
}
