package org.yichuang.catalogue.internal.domain;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.Route;
import org.yichuang.catalogue.api.Stage;
import org.yichuang.catalogue.api.Stage.Action;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.time.Limit;

/** The public is told how long each level has that examines an item (M-CAT-10). */
public class LevelLimitsTest {
    private static final Stage UNTOLD = new Stage(Action.PRE_REVIEW, Level.COUNTY, "", null);

    private static ItemDefinition item(String route, Stage review, Level decides) {
        List<Stage> stages = List.of(
                new Stage(Action.ACCEPT, Level.COUNTY, "", null), review, new Stage(Action.DECIDE, decides, "", null));
        return TreeItem.with(new Route(route, "县级初审", List.of(), stages, Level.COUNTY));
    }

    private static List<String> refused(ItemDefinition item, Optional<ItemDefinition> before, String policy) {
        return LevelLimits.refusal(item, before, policy).map(ProblemException::fields).orElse(List.of()).stream()
                .map(FieldProblem::field)
                .toList();
    }

    @Test
    public void aLevelThatExaminesSaysHowLongItHas() {
        ItemDefinition untold = item("r", UNTOLD, Level.CITY);
        assertEquals(List.of("routes[0].stages[1].limit"), refused(untold, Optional.empty(), LevelLimits.NEW));
        ProblemException refusal =
                LevelLimits.refusal(untold, Optional.empty(), LevelLimits.NEW).orElseThrow();
        assertEquals(CatalogueError.ITEM_INVALID, refusal.code());
        String said = refusal.fields().get(0).message().zh();
        assertTrue(
                said,
                said.contains("县级初审") && said.contains(Level.COUNTY.label().zh()));
        Stage told = new Stage(Action.PRE_REVIEW, Level.COUNTY, "", Limit.working(5));
        assertEquals(List.of(), refused(item("r", told, Level.CITY), Optional.empty(), LevelLimits.REFUSE));
    }

    @Test
    public void theLevelThatDecidesHasTheLimitOfTheItem() {
        assertEquals(List.of(), refused(item("r", UNTOLD, Level.COUNTY), Optional.empty(), LevelLimits.REFUSE));
        assertEquals(List.of(), refused(TreeItem.whole(), Optional.empty(), LevelLimits.REFUSE));
    }

    @Test
    public void whatIsPublishedAlreadyIsOnlyTold() {
        ItemDefinition published = item("r", UNTOLD, Level.CITY);
        assertEquals(List.of(), refused(published, Optional.of(published), LevelLimits.NEW));
        assertEquals(
                "another road is new",
                List.of("routes[0].stages[1].limit"),
                refused(item("s", UNTOLD, Level.CITY), Optional.of(published), LevelLimits.NEW));
        assertEquals(
                List.of("routes[0].stages[1].limit"), refused(published, Optional.of(published), LevelLimits.REFUSE));
        assertEquals(List.of(), refused(published, Optional.empty(), LevelLimits.TELL));
        assertTrue(LevelLimits.finding(published).isPresent());
        assertTrue(LevelLimits.finding(TreeItem.whole()).isEmpty());
    }
}
