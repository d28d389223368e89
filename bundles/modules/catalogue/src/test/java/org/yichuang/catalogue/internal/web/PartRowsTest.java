package org.yichuang.catalogue.internal.web;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;

import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.Condition;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.Material;
import org.yichuang.catalogue.api.Route;
import org.yichuang.catalogue.api.Stage;
import org.yichuang.catalogue.internal.domain.TreeItem;
import org.yichuang.catalogue.internal.view.PartRows;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.Ui;

/** Form fields and routes are typed in rows. */
public class PartRowsTest {
    private static final ItemDefinition TREES = TreeItem.whole();
    private static final Ui UI = (Ui) Proxy.newProxyInstance(
            PartRowsTest.class.getClassLoader(),
            new Class<?>[] {Ui.class},
            (proxy, method, values) -> method.getReturnType() == String.class ? "words" : LocalizedMessage.CHINESE);

    private final Map<String, List<String>> typed = new LinkedHashMap<>();

    /** What a browser sends of rows that nobody has touched. */
    private void show(List<PartRows> rows) {
        for (PartRows row : rows) {
            for (Field field : row.fields()) {
                if (field.kind() != Field.Kind.CHECK || field.value().equals("true")) {
                    typed.put(field.name(), List.of(field.value()));
                }
            }
            show(row.within());
        }
    }

    private Form form() {
        return new Form(typed, Map.of());
    }

    private void type(String field, String text) {
        typed.put(field, List.of(text));
    }

    @Test
    public void whatNobodyHasTouchedStaysAsItIs() {
        show(PartRows.form(TREES, 0, UI));
        assertEquals(TREES, new FormRows(form()).applyTo(TREES));
        show(PartRows.routes(TREES, 0, UI));
        assertEquals(TREES, new RouteRows(form()).applyTo(TREES));
        assertEquals(TREES.form().size() + 2, new TypedRows(form(), PartRows.FORM, "name").all());
        assertEquals(9, PartRows.form(TREES, 9, UI).size());
    }

    @Test
    public void aRowThatIsEmptiedIsLeftOutAndAFurtherOneIsAdded() {
        show(PartRows.form(TREES, 0, UI));
        type("form[0].name", "");
        type("form[0].label", "");
        int next = TREES.form().size();
        type("form[" + next + "].name", "height");
        type("form[" + next + "].label", "树高");
        type("form[" + next + "].type", "DECIMAL");
        type("form[" + next + "].maximum", "99.5");
        type("form[" + next + "].required", "true");

        ItemDefinition changed = new FormRows(form()).applyTo(TREES);

        assertEquals(TREES.form().size(), changed.form().size());
        assertEquals(TREES.form().get(1), changed.form().get(0));
        assertEquals("99.5", changed.form().get(next - 1).maximum().toPlainString());
    }

    @Test
    public void stagesAreRowsOfTheirRoute() {
        show(PartRows.routes(TREES, 0, UI));
        type("routes[0].stages[0].limit", "3个工作日");
        int last = TREES.routes().get(0).stages().size();
        type("routes[0].stages[" + last + "].level", "province");
        type("routes[0].stages[" + last + "].action", "DECIDE");

        ItemDefinition changed = new RouteRows(form()).applyTo(TREES);

        assertEquals(3, changed.routes().get(0).stages().get(0).limit().amount());
        assertEquals(last + 1, changed.routes().get(0).stages().size());
        assertEquals(TREES.routes().get(1), changed.routes().get(1));
    }

    @Test
    public void materialsAreRowsAndSayAllThatTheirLinesSay() {
        List<Material> materials = List.of(
                new Material("m1", "申请表", true, "原件", 2, "盖章"),
                new Material("m2", "检测报告", true, "", 1, "", new Material.Deferral(10), new Material.Declaration("撤销")),
                new Material("m3", "照片", false, "", 1, ""));
        ItemDefinition item = TREES.but().materials(materials).made();
        show(PartRows.materials(item, 0, UI));
        assertEquals(item, new MaterialRows(form()).applyTo(item));

        type("materials[1].code", "");
        type("materials[1].name", "");
        type("materials[3].code", "m4");
        type("materials[3].name", "委托书");
        type("materials[3].required", "true");
        assertEquals(
                List.of("m1 2", "m3 1", "m4 1"),
                new MaterialRows(form())
                        .applyTo(item).materials().stream()
                                .map(material -> material.code() + " " + material.copies())
                                .toList());
        type("materials[3].name", "委托书|原件");
        type("materials[0].copies", "many");
        assertEquals(
                List.of("materials[0].code", "materials[3].code"),
                fields(assertThrows(ProblemException.class, () -> new MaterialRows(form()).applyTo(item))));
    }

    @Test
    public void conditionsThatCannotBeTypedStay() {
        Route odd = new Route(
                "odd",
                "甲",
                List.of(List.of(new Condition("operation", List.of("a,b & c"), null, null))),
                TREES.routes().get(0).stages(),
                Level.COUNTY);
        ItemDefinition item = TREES.but().routes(List.of(odd)).made();
        show(PartRows.routes(item, 0, UI));
        type("routes[0].name", "乙");

        Route changed = new RouteRows(form()).applyTo(item).routes().get(0);

        assertEquals("乙", changed.name());
        assertEquals(odd.when(), changed.when());
        type("routes[0].when", "operation=move");
        assertEquals(
                List.of("move"),
                new RouteRows(form())
                        .applyTo(item)
                        .routes()
                        .get(0)
                        .when()
                        .get(0)
                        .get(0)
                        .in());
    }

    @Test
    public void aConditionThatCannotBeTypedStaysWhateverItsRouteIsCalled() {
        Route odd = new Route(
                "odd",
                "甲",
                List.of(List.of(new Condition("operation", List.of("a,b & c"), null, null))),
                TREES.routes().get(0).stages(),
                Level.COUNTY);
        ItemDefinition item =
                TREES.but().routes(List.of(odd, TREES.routes().get(1))).made();
        show(PartRows.routes(item, 0, UI));
        type("routes[0].id", "other");

        List<Route> changed = new RouteRows(form()).applyTo(item).routes();

        assertEquals("other", changed.get(0).id());
        assertEquals(odd.when(), changed.get(0).when());
        assertEquals(TREES.routes().get(1), changed.get(1));
    }

    /** What somebody has typed is never left out in silence. */
    @Test
    public void whatIsHalfTypedIsRefusedWithItsRow() {
        show(PartRows.routes(TREES, 0, UI));
        int next = TREES.routes().size();
        type("routes[" + next + "].stages[0].limit", "3个工作日");
        assertEquals(
                List.of("routes[" + next + "].id"),
                fields(assertThrows(ProblemException.class, () -> new RouteRows(form()).applyTo(TREES))));
        type("routes[" + next + "].stages[0].limit", "");
        type("routes[" + next + "].when", "area>=1");
        assertThrows(ProblemException.class, () -> new RouteRows(form()).applyTo(TREES));
        type("routes[" + next + "].when", "");

        int last = TREES.routes().get(0).stages().size();
        type("routes[0].stages[" + last + "].limit", "3个工作日");
        List<Stage> stages =
                new RouteRows(form()).applyTo(TREES).routes().get(0).stages();
        assertEquals("the rules refuse a stage without a level", last + 1, stages.size());
        assertNull(stages.get(last).level());
    }

    @Test
    public void problemsStandWhereTheyWereTyped() {
        show(PartRows.routes(TREES, 0, UI));
        type("routes[0].id", "");
        type("routes[0].name", "");
        type("routes[1].stages[0].level", "");
        type("routes[1].stages[0].department", "");
        RouteRows rows = new RouteRows(form());
        rows.applyTo(TREES);
        assertEquals(
                List.of("routes[1].name", "routes[1].stages[1].limit", "routes[1].when", "name"),
                fields(rows.placed(
                        refusal("routes[0].name", "routes[0].stages[0].limit", "routes[0].when[0][1].field", "name"))));

        type("routes[1].when", "area>>");
        type("routes[1].stages[1].limit", "soon");
        assertEquals(
                List.of("routes[1].when", "routes[1].stages[1].limit"),
                fields(assertThrows(ProblemException.class, () -> new RouteRows(form()).applyTo(TREES))));
        typed.clear();
        show(PartRows.form(TREES, 0, UI));
        type("form[1].minimum", "few");
        assertEquals(List.of("form[1].minimum"), fields(assertThrows(ProblemException.class, () -> new FormRows(form())
                .applyTo(TREES))));
    }

    private static ProblemException refusal(String... fields) {
        return new ProblemException(
                CatalogueError.ITEM_INVALID,
                LocalizedMessage.verbatim("?"),
                List.of(fields).stream()
                        .map(field -> new FieldProblem(field, LocalizedMessage.verbatim("?")))
                        .toList());
    }

    private static List<String> fields(ProblemException refusal) {
        return refusal.fields().stream().map(FieldProblem::field).toList();
    }
}
