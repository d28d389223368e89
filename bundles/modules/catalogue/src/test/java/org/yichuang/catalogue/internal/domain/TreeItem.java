package org.yichuang.catalogue.internal.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yichuang.catalogue.api.CaseKind;
import org.yichuang.catalogue.api.Condition;
import org.yichuang.catalogue.api.FormField;
import org.yichuang.catalogue.api.FormField.Option;
import org.yichuang.catalogue.api.FormField.Type;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.catalogue.api.Route;
import org.yichuang.catalogue.api.Stage;
import org.yichuang.catalogue.api.Stage.Action;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.time.Limit;

/** Felling and moving urban trees, with Fangshan's thresholds: the hardest routing that a real item has shown. */
public final class TreeItem {
    public static final List<FormField> FORM = List.of(
            new FormField(
                    "operation",
                    "作业方式",
                    Type.CHOICE,
                    true,
                    null,
                    null,
                    List.of(new Option("move", "迁移"), new Option("fell", "砍伐"))),
            new FormField("trees", "树木株数", Type.INTEGER, true, BigDecimal.ONE, null, List.of()),
            new FormField(
                    "diameter", "最大胸径（厘米）", Type.DECIMAL, true, BigDecimal.ZERO, new BigDecimal("500"), List.of()));

    public static final Route COUNTY = new Route(
            "county",
            "县级审批",
            List.of(
                    List.of(is("operation", "move"), number("trees", null, "50")),
                    List.of(is("operation", "fell"), number("trees", null, "20"), number("diameter", null, "30"))),
            List.of(stage(Action.ACCEPT, Level.COUNTY, ""), stage(Action.DECIDE, Level.COUNTY, "")),
            Level.COUNTY);

    public static final Route CITY = new Route(
            "county-city",
            "县级初审、市级审批",
            List.of(
                    List.of(is("operation", "move"), number("trees", "50", null)),
                    List.of(is("operation", "fell"), number("trees", "20", "50")),
                    List.of(is("operation", "fell"), number("trees", null, "20"), number("diameter", "30", null))),
            List.of(
                    stage(Action.ACCEPT, Level.COUNTY, ""),
                    new Stage(Action.PRE_REVIEW, Level.COUNTY, "", Limit.working(5)),
                    stage(Action.DECIDE, Level.CITY, "")),
            Level.COUNTY);

    public static final Route GOVERNMENT = new Route(
            "county-city-government",
            "县级初审、市级审查、市政府审批",
            List.of(List.of(is("operation", "fell"), number("trees", "50", null))),
            List.of(
                    stage(Action.ACCEPT, Level.COUNTY, ""),
                    new Stage(Action.PRE_REVIEW, Level.COUNTY, "", Limit.working(5)),
                    stage(Action.PRE_REVIEW, Level.CITY, ""),
                    stage(Action.DECIDE, Level.CITY, "市人民政府")),
            Level.COUNTY);

    private TreeItem() {}

    public static ItemDefinition with(Route... routes) {
        return with(FORM, List.of(routes));
    }

    public static ItemDefinition with(List<FormField> form, List<Route> routes) {
        return of("工程建设涉及城市绿地、树木审批", form, routes);
    }

    public static ItemDefinition named(String name) {
        return of(name, FORM, List.of(COUNTY, CITY, GOVERNMENT));
    }

    private static ItemDefinition of(String name, List<FormField> form, List<Route> routes) {
        return of(name, "不收费", form, routes);
    }

    private static ItemDefinition of(String name, String fee, List<FormField> form, List<Route> routes) {
        return ItemDefinition.of("000117011000")
                .name(name)
                .type(ItemType.LICENCE)
                .department("住房和城乡建设")
                .organ("烟台市城市管理局")
                .exerciseLevel(Level.CITY)
                .kind(CaseKind.COMMITTED)
                .statutoryLimit(Limit.working(20))
                .promisedLimit(Limit.working(5))
                .fee(fee)
                .legalBasis("《城市绿化条例》")
                .acceptanceLevels(Set.of(Level.COUNTY))
                .form(form)
                .routes(routes)
                .made();
    }

    public static ItemDefinition whole() {
        return with(COUNTY, CITY, GOVERNMENT);
    }

    /** One that does not say whether anything is charged. */
    public static ItemDefinition untold() {
        return of("工程建设涉及城市绿地、树木审批", "", FORM, List.of(COUNTY, CITY, GOVERNMENT));
    }

    public static Map<String, Object> application(String operation, int trees, String diameter) {
        return Map.of("operation", operation, "trees", trees, "diameter", new BigDecimal(diameter));
    }

    static Route changed(Route route, List<List<Condition>> when) {
        return new Route(route.id(), route.name(), when, route.stages(), route.issueLevel());
    }

    static List<FormField> formWith(FormField... changed) {
        List<FormField> form = new ArrayList<>(FORM);
        for (FormField field : changed) {
            form.replaceAll(each -> each.name().equals(field.name()) ? field : each);
        }
        return form;
    }

    static Condition is(String field, String... values) {
        return new Condition(field, List.of(values), null, null);
    }

    static Condition number(String field, String from, String below) {
        return new Condition(
                field, null, from == null ? null : new BigDecimal(from), below == null ? null : new BigDecimal(below));
    }

    static Stage stage(Action action, Level level, String department) {
        return new Stage(action, level, department, null);
    }
}
