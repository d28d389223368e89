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
        problems.when(routes.size() > MOST_ROUTES, "routes", "办理路径不得超过50条", "An item has at most 50 routes");
        Map<String, FormField> fields = form.stream()
                .filter(field -> field.name() != null && field.type() != null)
                .collect(Collectors.toMap(FormField::name, Function.identity(), (one, other) -> one));
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < routes.size(); i++) {
            Route route = routes.get(i);
            String path = "routes[" + i + "]";
            checkText(path + ".id", route.id(), problems);
            checkText(path + ".name", route.name(), problems);
            problems.when(!ids.add(route.id()), path + ".id", "办理路径重号：" + route.id(), "Two routes are " + route.id());
            problems.when(route.issueLevel() == null, path + ".issueLevel", "缺少制证层级", "The level of issue is missing");
            checkStages(path, route.stages(), problems);
            problems.when(
                    route.when().size() > MOST_GROUPS,
                    path + ".when",
                    "条件组不得超过50组",
                    "A route has at most 50 groups of conditions");
            for (int j = 0; j < route.when().size(); j++) {
                checkGroup(path + ".when[" + j + "]", route.when().get(j), fields, problems);
            }
        }
    }

    private static void checkStages(String path, List<Stage> stages, Problems problems) {
        problems.when(stages.size() > MOST_STAGES, path + ".stages", "环节不得超过8个", "A route has at most 8 stages");
        for (int i = 0; i < stages.size(); i++) {
            Stage stage = stages.get(i);
            String where = path + ".stages[" + i + "]";
            problems.when(
                    stage.action() == null || stage.level() == null,
                    where,
                    "环节缺少事由或层级",
                    "The stage lacks its action or level");
            problems.when(
                    stage.department().length() > LONGEST_NAME || TextRules.isUnfit(stage.department()),
                    where + ".department",
                    "部门名称过长或含有无法保存的字符",
                    "The department is too long or has characters that cannot be kept");
        }
    }

    private static void checkText(String path, String text, Problems problems) {
        boolean bad = text == null || text.isBlank() || text.length() > LONGEST_NAME || TextRules.isUnfit(text);
        problems.when(bad, path, "应为1至100个字", "1 to 100 characters are needed");
    }

    private static void checkGroup(
            String path, List<Condition> group, Map<String, FormField> fields, Problems problems) {
        problems.when(
                group.isEmpty() || group.size() > MOST_CONDITIONS,
                path,
                "一组条件应有1至20个条件",
                "A group has 1 to 20 conditions");
        for (int i = 0; i < group.size(); i++) {
            String where = path + "[" + i + "]";
            FormField field = fields.get(group.get(i).field());
            if (field == null) {
                problems.add(
                        where + ".field",
                        "条件所用的字段不在表单中：" + group.get(i).field(),
                        "The form has no field " + group.get(i).field());
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
                    "只有选择、是否和数字字段可以用作条件：" + field.label(),
                    "Only choices, yes/no and numbers can be conditions: " + field.name());
        }
    }

    private static void checkValues(String path, Condition condition, List<String> values, Problems problems) {
        boolean none = condition.in() == null || condition.in().isEmpty();
        problems.when(
                none || condition.from() != null || condition.below() != null,
                path,
                "字段" + condition.field() + "的条件应列出取值（in）",
                "The condition on " + condition.field() + " names values (in)");
        Set<String> known = new HashSet<>(values);
        if (!none && !known.containsAll(condition.in())) {
            List<String> foreign = condition.in().stream()
                    .filter(value -> !known.contains(value))
                    .toList();
            problems.add(
                    path + ".in",
                    "字段" + condition.field() + "没有这些取值：" + foreign,
                    "The field " + condition.field() + " has no values " + foreign);
        }
    }

    private static void checkBounds(String path, Condition condition, Problems problems) {
        boolean none = condition.from() == null && condition.below() == null;
        problems.when(
                none || condition.in() != null,
                path,
                "字段" + condition.field() + "的条件应给出范围（from、below）",
                "The condition on " + condition.field() + " gives bounds (from, below)");
        if (FormDesign.isUnreasonable(condition.from()) || FormDesign.isUnreasonable(condition.below())) {
            problems.add(path, "条件的数字过大或过细", "The bounds are too large or too fine");
        } else if (condition.from() != null && condition.below() != null) {
            problems.when(
                    condition.from().compareTo(condition.below()) >= 0,
                    path,
                    "字段" + condition.field() + "的条件范围为空",
                    "The bounds on " + condition.field() + " leave nothing");
        }
    }
}
