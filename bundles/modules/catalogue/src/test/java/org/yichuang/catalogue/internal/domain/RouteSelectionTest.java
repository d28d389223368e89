package org.yichuang.catalogue.internal.domain;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.yichuang.catalogue.internal.domain.TreeItem.application;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.FormField;
import org.yichuang.catalogue.api.FormField.Type;
import org.yichuang.catalogue.api.RouteChoice;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.ProblemException;

public class RouteSelectionTest {
    @Test
    public void movingFewerThanFiftyTreesIsDecidedByTheCounty() {
        assertEquals("county", route("move", 1, "0"));
        assertEquals("county", route("move", 49, "500"));
    }

    @Test
    public void movingFiftyTreesOrMoreIsDecidedByTheCity() {
        assertEquals("county-city", route("move", 50, "0"));
        assertEquals("county-city", route("move", 100_000, "29.9"));
    }

    @Test
    public void fellingFewThinTreesIsDecidedByTheCounty() {
        assertEquals("county", route("fell", 1, "0"));
        assertEquals("county", route("fell", 19, "29.99"));
    }

    @Test
    public void fellingAThickTreeIsDecidedByTheCity() {
        assertEquals("county-city", route("fell", 1, "30"));
        assertEquals("county-city", route("fell", 19, "30.0"));
    }

    @Test
    public void fellingTwentyToFortyNineTreesIsDecidedByTheCityHoweverThin() {
        assertEquals("county-city", route("fell", 20, "0"));
        assertEquals("county-city", route("fell", 20, "29.99"));
        assertEquals("county-city", route("fell", 49, "30"));
    }

    @Test
    public void fellingFiftyTreesOrMoreIsDecidedByTheGovernment() {
        assertEquals("county-city-government", route("fell", 50, "0"));
        assertEquals("county-city-government", route("fell", 50, "500"));
    }

    @Test
    public void theReasonNamesWhatWasSaidAndTheRule() {
        RouteChoice choice = RouteSelection.choose(TreeItem.whole(), application("fell", 12, "35"));

        assertEquals(
                "申请内容：作业方式 砍伐、树木株数 12、最大胸径（厘米） 35 → 适用规则“作业方式为砍伐且树木株数少于20且最大胸径（厘米）不少于30”" + " → 按“县级初审、市级审批”办理",
                choice.reason().zh());
        assertEquals(
                "The application says: operation fell, trees 12, diameter 35 → rule: operation is fell and trees"
                        + " is less than 20 and diameter is at least 30 → route \"县级初审、市级审批\"",
                choice.reason().en());
    }

    @Test
    public void aNumberInQuotesIsNoNumber() {
        Map<String, Object> form = new HashMap<>(application("move", 3, "10"));
        form.put("trees", "3");

        assertEquals(List.of("form.trees"), refusedFields(form));
    }

    @Test
    public void aFractionOfATreeIsNoTree() {
        Map<String, Object> form = new HashMap<>(application("move", 3, "10"));
        form.put("trees", new BigDecimal("3.5"));

        assertEquals(List.of("form.trees"), refusedFields(form));
    }

    @Test
    public void everyWrongFieldIsNamedAtOnce() {
        assertEquals(
                List.of("form.operation", "form.trees", "form.diameter", "form.colour"),
                refusedFields(Map.of("operation", "burn", "trees", 0, "colour", "green")));
    }

    @Test
    public void anEndlessNumberIsRefusedBeforeAnybodyPrintsIt() {
        Map<String, Object> form = new HashMap<>(application("move", 3, "10"));
        form.put("diameter", new BigDecimal("1E+999999999"));
        assertEquals(List.of("form.diameter"), refusedFields(form));

        form.put("diameter", Double.NaN);
        assertEquals(List.of("form.diameter"), refusedFields(form));
    }

    @Test
    public void datesTextsAndBooleansAreChecked() {
        List<FormField> form = List.of(field("on", Type.DATE), field("note", Type.TEXT), field("agreed", Type.BOOLEAN));

        FormData.require(form, Map.of("on", "2026-02-28", "note", "两棵", "agreed", true));
        FormData.require(form, Map.of("note", " "));

        ProblemException refusal = assertThrows(
                ProblemException.class,
                () -> FormData.require(form, Map.of("on", "2026-02-30", "note", "a\0b", "agreed", "true")));
        assertEquals(
                List.of("form.on", "form.note", "form.agreed"),
                refusal.fields().stream().map(FieldProblem::field).toList());
    }

    private static FormField field(String name, Type type) {
        return new FormField(name, name, type, false, null, null, List.of());
    }

    private static String route(String operation, int trees, String diameter) {
        return RouteSelection.choose(TreeItem.whole(), application(operation, trees, diameter))
                .route()
                .id();
    }

    private static List<String> refusedFields(Map<String, Object> form) {
        ProblemException refusal =
                assertThrows(ProblemException.class, () -> RouteSelection.choose(TreeItem.whole(), form));
        assertEquals(CatalogueError.FORM_INVALID, refusal.code());
        return refusal.fields().stream().map(FieldProblem::field).toList();
    }
}
