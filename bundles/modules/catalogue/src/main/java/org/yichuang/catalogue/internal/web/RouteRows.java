package org.yichuang.catalogue.internal.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
        rows.rows().forEach(row -> stages.put(row, stages(row)));
    }

    private TypedRows stages(int row) {
        return new TypedRows(form, rows.field(row, PartRows.STAGES), "action", "level", "department", "limit");
    }

    @Override
    public ItemDefinition applyTo(ItemDefinition base) {
        List<Route> routes = rows.rows().stream().map(row -> route(row, base)).toList();
        for (int row = base.routes().size(); row < rows.all(); row++) {
            if (!rows.rows().contains(row) && isMeant(row)) {
                problems.add(
                        new FieldProblem(rows.field(row, "id"), LocalizedMessage.of(RouteRows.class, "route.unnamed")));
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(
                    CatalogueError.ITEM_INVALID, LocalizedMessage.of(DraftForm.class, "item.invalid"), problems);
        }
        return base.but().routes(routes).made();
    }

    /** Whether a new row without a name has something else in it. */
    private boolean isMeant(int row) {
        return !rows.text(row, "when").isEmpty() || !stages(row).rows().isEmpty();
    }

    /** The route whose condition a row keeps, as nobody can type it; null where the row says what its own is. */
    private Route kept(int row, ItemDefinition base) {
        if (!rows.text(row, "when").isEmpty()) {
            return null;
        }
        Set<String> typed =
                rows.rows().stream().map(each -> rows.text(each, "id")).collect(Collectors.toSet());
        Optional<Route> named = base.routes().stream()
                .filter(route -> route.id().equals(rows.text(row, "id")))
                .findFirst();
        return named.or(() -> base.routes().stream() // it may have another name by now
                        .skip(row)
                        .findFirst()
                        .filter(route -> !typed.contains(route.id())))
                .filter(route -> !ConditionWords.canWrite(route.when()))
                .orElse(null);
    }

    private Route route(int row, ItemDefinition base) {
        TypedRows typed = stages.get(row);
        Route before = kept(row, base);
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
