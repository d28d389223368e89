package org.yichuang.catalogue.internal.domain;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.JointMember;
import org.yichuang.catalogue.api.Route;
import org.yichuang.catalogue.api.RouteChoice;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/** Finds the one route that an application takes, and says why. */
public final class RouteSelection {
    private RouteSelection() {}

    /** Checks the form data, then chooses; a draft may still have a gap or an overlap. */
    public static RouteChoice choose(ItemDefinition item, Map<String, Object> form) {
        return choose(item, form, JointSelection::begun);
    }

    /** The same for what was taken in and is corrected. */
    public static RouteChoice chooseAgain(ItemDefinition item, Map<String, Object> form) {
        return choose(item, form, JointSelection::needed);
    }

    private static RouteChoice choose(
            ItemDefinition item,
            Map<String, Object> form,
            BiFunction<ItemDefinition, Map<String, Object>, List<JointMember>> members) {
        FormData.require(item.form(), form);
        List<Route> taking = item.routes().stream()
                .filter(route -> Conditions.applies(route, form))
                .toList();
        RouteDescriber words = new RouteDescriber(item.form());
        List<String> deciding = decidingFields(item);
        if (taking.size() == 1) {
            RouteChoice choice = explained(taking.get(0), form, words, deciding);
            return item.bundled()
                    ? new RouteChoice(choice.route(), choice.reason(), members.apply(item, form))
                    : choice;
        }
        LocalizedMessage said = words.said(deciding, form);
        throw taking.isEmpty()
                ? new ProblemException(
                        CatalogueError.ROUTES_GAP, LocalizedMessage.of(RouteSelection.class, "choice.none", said))
                : new ProblemException(
                        CatalogueError.ROUTES_OVERLAP,
                        LocalizedMessage.of(RouteSelection.class, "choice.several", said, names(taking)));
    }

    /** The names of several routes, one behind the other. */
    static LocalizedMessage names(List<Route> routes) {
        return LocalizedMessage.list(
                routes.stream()
                        .map(route -> LocalizedMessage.verbatim(route.name()))
                        .toList(),
                LocalizedMessage.of(RouteSelection.class, "names.separator"));
    }

    private static RouteChoice explained(
            Route route, Map<String, Object> form, RouteDescriber words, List<String> deciding) {
        LocalizedMessage reason = route.when().isEmpty()
                ? LocalizedMessage.of(RouteSelection.class, "choice.every-application", route.name())
                : LocalizedMessage.of(
                        RouteSelection.class,
                        "choice.by-rule",
                        words.said(deciding, form),
                        words.rule(Conditions.holding(route, form).orElseThrow()),
                        route.name());
        return new RouteChoice(route, reason);
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
