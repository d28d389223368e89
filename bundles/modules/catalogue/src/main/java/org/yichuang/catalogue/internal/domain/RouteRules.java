package org.yichuang.catalogue.internal.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yichuang.catalogue.api.Condition;
import org.yichuang.catalogue.api.FormField;
import org.yichuang.catalogue.api.Route;
import org.yichuang.catalogue.api.Stage;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.TextRules;

/** Whether routes can be read at all: names, and conditions on fields that the form has, of a fitting type. */
final class RouteRules {
    private static final int MOST_ROUTES = 50;
    private static final int MOST_GROUPS = 50;
    private static final int MOST_CONDITIONS = 20;
    private static final int MOST_STAGES = 8;
    private static final int LONGEST_NAME = 100;

    private RouteRules() {}

    static void check(List<FormField> form, List<Route> routes, Problems problems) {
        problems.when(routes.size() > MOST_ROUTES, "routes", LocalizedMessage.of(RouteRules.class, "routes.too-many"));
        Map<String, FormField> fields = form.stream()
                .filter(field -> field.name() != null && field.type() != null)
                .collect(Collectors.toMap(FormField::name, Function.identity(), (one, other) -> one));
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < routes.size(); i++) {
            Route route = routes.get(i);
            String path = "routes[" + i + "]";
            checkText(path + ".id", route.id(), problems);
            checkText(path + ".name", route.name(), problems);
            problems.when(
                    !ids.add(route.id()),
                    path + ".id",
                    LocalizedMessage.of(RouteRules.class, "route.repeated", route.id()));
            problems.when(
                    route.issueLevel() == null,
                    path + ".issueLevel",
                    LocalizedMessage.of(RouteRules.class, "issue-level.missing"));
            checkStages(path, route.stages(), problems);
            checkGroups(path, route.when(), fields, problems);
        }
    }

    /** Checks the groups of conditions under which something holds. */
    static void checkGroups(String path, List<List<Condition>> when, Map<String, FormField> fields, Problems problems) {
        problems.when(
                when.size() > MOST_GROUPS, path + ".when", LocalizedMessage.of(RouteRules.class, "groups.too-many"));
        for (int j = 0; j < when.size(); j++) {
            checkGroup(path + ".when[" + j + "]", when.get(j), fields, problems);
        }
    }

    private static void checkStages(String path, List<Stage> stages, Problems problems) {
        problems.when(
                stages.size() > MOST_STAGES,
                path + ".stages",
                LocalizedMessage.of(RouteRules.class, "stages.too-many"));
        for (int i = 0; i < stages.size(); i++) {
            Stage stage = stages.get(i);
            String where = path + ".stages[" + i + "]";
            problems.when(
                    stage.action() == null || stage.level() == null,
                    where,
                    LocalizedMessage.of(RouteRules.class, "stage.incomplete"));
            problems.when(
                    stage.department().length() > LONGEST_NAME || TextRules.isUnfit(stage.department()),
                    where + ".department",
                    LocalizedMessage.of(RouteRules.class, "stage.department-unfit"));
        }
    }

    private static void checkText(String path, String text, Problems problems) {
        boolean bad = text == null || text.isBlank() || text.length() > LONGEST_NAME || TextRules.isUnfit(text);
        problems.when(bad, path, LocalizedMessage.of(RouteRules.class, "route.text-length"));
    }

    private static void checkGroup(
            String path, List<Condition> group, Map<String, FormField> fields, Problems problems) {
        problems.when(
                group.isEmpty() || group.size() > MOST_CONDITIONS,
                path,
                LocalizedMessage.of(RouteRules.class, "group.size"));
        for (int i = 0; i < group.size(); i++) {
            String where = path + "[" + i + "]";
            FormField field = fields.get(group.get(i).field());
            if (field == null) {
                problems.add(
                        where + ".field",
                        LocalizedMessage.of(
                                RouteRules.class,
                                "condition.field-unknown",
                                group.get(i).field()));
            } else {
                checkCondition(where, group.get(i), field, problems);
            }
        }
    }

    private static void checkCondition(String path, Condition condition, FormField field, Problems problems) {
        switch (field.type()) {
            case CHOICE -> checkValues(
                    path,
                    condition,
                    field.options().stream().map(FormField.Option::value).toList(),
                    problems);
            case BOOLEAN -> checkValues(path, condition, List.of("true", "false"), problems);
            case INTEGER, DECIMAL -> checkBounds(path, condition, problems);
            default -> problems.add(
                    path + ".field",
                    LocalizedMessage.of(RouteRules.class, "condition.field-unsuitable", field.label(), field.name()));
        }
    }

    private static void checkValues(String path, Condition condition, List<String> values, Problems problems) {
        boolean none = condition.in() == null || condition.in().isEmpty();
        problems.when(
                none || condition.from() != null || condition.below() != null,
                path,
                LocalizedMessage.of(RouteRules.class, "condition.values-expected", condition.field()));
        Set<String> known = new HashSet<>(values);
        if (!none && !known.containsAll(condition.in())) {
            List<String> foreign = condition.in().stream()
                    .filter(value -> !known.contains(value))
                    .toList();
            problems.add(
                    path + ".in",
                    LocalizedMessage.of(RouteRules.class, "condition.values-unknown", condition.field(), foreign));
        }
    }

    private static void checkBounds(String path, Condition condition, Problems problems) {
        boolean none = condition.from() == null && condition.below() == null;
        problems.when(
                none || condition.in() != null,
                path,
                LocalizedMessage.of(RouteRules.class, "condition.bounds-expected", condition.field()));
        if (FormDesign.isUnreasonable(condition.from()) || FormDesign.isUnreasonable(condition.below())) {
            problems.add(path, LocalizedMessage.of(RouteRules.class, "condition.bounds-unreasonable"));
        } else if (condition.from() != null && condition.below() != null) {
            problems.when(
                    condition.from().compareTo(condition.below()) >= 0,
                    path,
                    LocalizedMessage.of(RouteRules.class, "condition.bounds-empty", condition.field()));
        }
    }
}
