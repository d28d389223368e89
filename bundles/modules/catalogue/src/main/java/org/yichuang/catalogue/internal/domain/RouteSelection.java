package org.yichuang.catalogue.internal.domain;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.Condition;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.Route;
import org.yichuang.catalogue.api.RouteChoice;
import org.yichuang.kernel.api.ProblemException;

/** Finds the one route that an application takes, and says why. */
public final class RouteSelection {
    private RouteSelection() {}

    /** Checks the form data, then chooses; a draft may still have a gap or an overlap. */
    public static RouteChoice choose(ItemDefinition item, Map<String, Object> form) {
        FormData.require(item.form(), form);
        List<Route> taking = item.routes().stream()
                .filter(route -> Conditions.applies(route, form))
                .toList();
        RouteDescriber words = new RouteDescriber(item.form());
        List<String> deciding = decidingFields(item);
        if (taking.size() == 1) {
            return explained(taking.get(0), form, words, deciding);
        }
        String saidZh = "申请内容：" + words.saidZh(deciding, form);
        String saidEn = "The application says: " + words.saidEn(deciding, form);
        if (taking.isEmpty()) {
            throw new ProblemException(
                    CatalogueError.ROUTES_GAP, saidZh + " → 没有可走的办理路径", saidEn + " → no route takes it");
        }
        List<String> names = taking.stream().map(Route::name).toList();
        throw new ProblemException(
                CatalogueError.ROUTES_OVERLAP,
                saidZh + " → 同时符合多条办理路径：“" + String.join("”“", names) + "”",
                saidEn + " → several routes take it: " + String.join(", ", names));
    }

    private static RouteChoice explained(
            Route route, Map<String, Object> form, RouteDescriber words, List<String> deciding) {
        if (route.when().isEmpty()) {
            return new RouteChoice(
                    route,
                    "所有申请都按“" + route.name() + "”办理",
                    "Every application takes the route \"" + route.name() + "\"");
        }
        List<Condition> group = Conditions.holding(route, form).orElseThrow();
        return new RouteChoice(
                route,
                "申请内容：" + words.saidZh(deciding, form) + " → 适用规则“" + words.zh(group) + "” → 按“" + route.name() + "”办理",
                "The application says: " + words.saidEn(deciding, form) + " → rule: " + words.en(group) + " → route \""
                        + route.name() + "\"");
    }

    private static List<String> decidingFields(ItemDefinition item) {
        Set<String> names = new LinkedHashSet<>();
        item.routes().stream()
                .flatMap(route -> route.when().stream())
                .flatMap(List::stream)
                .forEach(condition -> names.add(condition.field()));
        return List.copyOf(names);
    }
}
