package org.yichuang.catalogue.internal.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.Condition;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.Route;
import org.yichuang.catalogue.api.Stage;
import org.yichuang.catalogue.internal.view.ConditionWords;
import org.yichuang.catalogue.internal.view.PartRows;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.time.Limit;
import org.yichuang.pages.api.Form;

/** The routes of an item and their stages as an editor has typed them, row by row. */
final class RouteRows implements DraftPart {
    private static final Pattern STAGE = Pattern.compile("(routes\\[(\\d{1,3})]\\.)(stages\\[\\d{1,3}].*)");
    private static final Pattern WHEN = Pattern.compile("(routes\\[\\d{1,3}]\\.when).*");

    private final Form form;
    private final TypedRows rows;
    private final Map<Integer, TypedRows> stages = new HashMap<>();
    private final List<FieldProblem> problems = new ArrayList<>();

    RouteRows(Form form) {
        this.form = form;
        rows = new TypedRows(form, PartRows.ROUTES, "id", "id", "name");
        rows.rows()
                .forEach(row -> stages.put(
                        row, new TypedRows(form, rows.field(row, PartRows.STAGES), "action", "level", "department")));
    }

    @Override
    public ItemDefinition applyTo(ItemDefinition base) {
        Map<String, Route> kept = new HashMap<>();
        base.routes().stream()
                .filter(route -> !ConditionWords.canWrite(route.when()))
                .forEach(route -> kept.put(route.id(), route));
        List<Route> routes = rows.rows().stream().map(row -> route(row, kept)).toList();
        if (!problems.isEmpty()) {
            throw new ProblemException(
                    CatalogueError.ITEM_INVALID, LocalizedMessage.of(DraftForm.class, "item.invalid"), problems);
        }
        return base.but().routes(routes).made();
    }

    /** @param kept those whose conditions cannot be typed */
    private Route route(int row, Map<String, Route> kept) {
        TypedRows typed = stages.get(row);
        Route before = rows.text(row, "when").isEmpty() ? kept.get(rows.text(row, "id")) : null;
        return new Route(
                rows.text(row, "id"),
                rows.text(row, "name"),
                before == null ? when(row) : before.when(),
                typed.rows().stream().map(stage -> stage(typed, stage)).toList(),
                Level.parse(rows.text(row, "issueLevel")).orElse(null));
    }

    private List<List<Condition>> when(int row) {
        return ConditionWords.read(rows.text(row, "when")).orElseGet(() -> {
            problems.add(
                    new FieldProblem(rows.field(row, "when"), LocalizedMessage.of(BundleForm.class, "bundle.when")));
            return List.of();
        });
    }

    private Stage stage(TypedRows typed, int row) {
        return new Stage(
                Arrays.stream(Stage.Action.values())
                        .filter(action -> action.name().equals(typed.text(row, "action")))
                        .findFirst()
                        .orElse(null),
                Level.parse(typed.text(row, "level")).orElse(null),
                typed.text(row, "department"),
                limit(typed.field(row, "limit")));
    }

    private Limit limit(String field) {
        try {
            return form.optional(field).map(Limit::parse).orElse(null);
        } catch (ProblemException e) {
            problems.add(new FieldProblem(field, e.message()));
            return null;
        }
    }

    @Override
    public ProblemException placed(ProblemException refusal) {
        return problems.isEmpty()
                ? new ProblemException(
                        refusal.code(),
                        refusal.message(),
                        refusal.fields().stream()
                                .map(wrong -> new FieldProblem(placed(wrong.field()), wrong.message()))
                                .toList())
                : refusal;
    }

    private String placed(String field) {
        String route = WHEN.matcher(rows.placed(field)).replaceFirst("$1");
        Matcher stage = STAGE.matcher(route);
        if (!stage.matches()) {
            return route;
        }
        TypedRows typed = stages.get(Integer.valueOf(stage.group(2)));
        return typed == null ? route : typed.placed(route);
    }
}
