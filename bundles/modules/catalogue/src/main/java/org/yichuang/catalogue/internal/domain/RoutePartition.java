package org.yichuang.catalogue.internal.domain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yichuang.catalogue.api.Condition;
import org.yichuang.catalogue.api.FormField;
import org.yichuang.catalogue.api.Route;
import org.yichuang.kernel.api.LocalizedMessage;

/**
 * Proves that every possible application lands on exactly one route, or shows one that does not. The proof is exact:
 * the values of each field that a condition mentions are cut into cells that no condition can tell apart
 * ({@link Dimension}), and every combination of cells is looked at. Expects conditions that {@link RouteRules} found
 * sound.
 */
public final class RoutePartition {
    /** More combinations than this are refused rather than looked at: no item of this world needs them. */
    public static final long MOST_COMBINATIONS = 200_000;

    private final List<Dimension> axes;
    private final List<Route> routes;
    /** Per route and group: for each axis the cells that the group's conditions on it allow; absent: all of them. */
    private final List<List<Map<Integer, BitSet>>> allowed;

    private RoutePartition(List<Dimension> axes, List<Route> routes) {
        this.axes = axes;
        this.routes = routes;
        this.allowed = routes.stream().map(this::allowedOf).toList();
    }

    /** What is wrong with a set of routes. */
    public enum Flaw {
        /** An application exists that no route takes. */
        GAP,
        /** An application exists that several routes take. */
        OVERLAP,
        /** There are too many combinations to be sure. */
        TOO_MANY
    }

    /**
     * What was found.
     *
     * @param flaw what is wrong
     * @param example form data for which it is; empty when there are too many combinations
     * @param routes the names of the routes that all take it
     * @param message the whole in words
     */
    public record Finding(Flaw flaw, Map<String, Object> example, List<String> routes, LocalizedMessage message) {}

    /** Returns the first flaw, if there is one. */
    public static Optional<Finding> firstFlaw(List<FormField> form, List<Route> routes) {
        List<Condition> conditions = routes.stream()
                .flatMap(route -> route.when().stream())
                .flatMap(List::stream)
                .toList();
        List<Dimension> axes = form.stream()
                .map(field -> Dimension.of(field, about(field, conditions)))
                .filter(axis -> !about(axis.field(), conditions).isEmpty())
                .toList();
        long combinations = 1;
        for (Dimension axis : axes) {
            combinations *= Math.max(1, axis.cells().size());
            if (combinations > MOST_COMBINATIONS) {
                return Optional.of(tooMany());
            }
        }
        return new RoutePartition(axes, routes).search(combinations);
    }

    private static List<Condition> about(FormField field, List<Condition> conditions) {
        return conditions.stream()
                .filter(each -> each.field().equals(field.name()))
                .toList();
    }

    private List<Map<Integer, BitSet>> allowedOf(Route route) {
        return route.when().stream().map(this::allowedOf).toList();
    }

    private Map<Integer, BitSet> allowedOf(List<Condition> group) {
        Map<Integer, BitSet> cells = new LinkedHashMap<>();
        for (Condition condition : group) {
            int axis = axisOf(condition.field());
            BitSet holding = new BitSet();
            for (int cell = 0; cell < axes.get(axis).cells().size(); cell++) {
                holding.set(
                        cell,
                        Conditions.holds(
                                condition, axes.get(axis).cells().get(cell).example()));
            }
            cells.merge(axis, holding, RoutePartition::both);
        }
        return cells;
    }

    private static BitSet both(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.and(other);
        return both;
    }

    private int axisOf(String field) {
        for (int i = 0; i < axes.size(); i++) {
            if (axes.get(i).field().name().equals(field)) {
                return i;
            }
        }
        throw new IllegalArgumentException("No such field: " + field);
    }

    private Optional<Finding> search(long combinations) {
        int[] cells = new int[axes.size()];
        for (long i = 0; i < combinations; i++) {
            List<Route> taking = taking(cells);
            if (taking.size() != 1) {
                return Optional.of(finding(cells, taking));
            }
            step(cells);
        }
        return Optional.empty();
    }

    private void step(int[] cells) {
        for (int i = cells.length - 1; i >= 0; i--) {
            if (++cells[i] < axes.get(i).cells().size()) {
                return;
            }
            cells[i] = 0;
        }
    }

    private List<Route> taking(int[] cells) {
        List<Route> taking = new ArrayList<>(1);
        for (int i = 0; i < routes.size(); i++) {
            boolean always = routes.get(i).when().isEmpty();
            if (always || allowed.get(i).stream().anyMatch(group -> contains(group, cells))) {
                taking.add(routes.get(i));
            }
        }
        return taking;
    }

    private static boolean contains(Map<Integer, BitSet> group, int[] cells) {
        return group.entrySet().stream().allMatch(each -> each.getValue().get(cells[each.getKey()]));
    }

    private Finding finding(int[] cells, List<Route> taking) {
        Map<String, Object> example = new LinkedHashMap<>();
        List<LocalizedMessage> values = new ArrayList<>();
        for (int i = 0; i < cells.length; i++) {
            FormField field = axes.get(i).field();
            Dimension.Cell cell = axes.get(i).cells().get(cells[i]);
            if (cell.example() != null) {
                example.put(field.name(), cell.example());
            }
            values.add(LocalizedMessage.of(
                    RoutePartition.class, "partition.field", RouteDescriber.label(field), cell.label()));
        }
        LocalizedMessage which = values.isEmpty()
                ? LocalizedMessage.of(RoutePartition.class, "partition.any")
                : LocalizedMessage.of(
                        RoutePartition.class,
                        "partition.example",
                        LocalizedMessage.list(values, LocalizedMessage.of(RoutePartition.class, "partition.comma")));
        List<String> names = taking.stream().map(Route::name).toList();
        return taking.isEmpty()
                ? new Finding(
                        Flaw.GAP, example, names, LocalizedMessage.of(RoutePartition.class, "partition.gap", which))
                : new Finding(
                        Flaw.OVERLAP,
                        example,
                        names,
                        LocalizedMessage.of(
                                RoutePartition.class, "partition.overlap", which, RouteSelection.names(taking)));
    }

    private static Finding tooMany() {
        return new Finding(
                Flaw.TOO_MANY,
                Map.of(),
                List.of(),
                LocalizedMessage.of(RoutePartition.class, "partition.too-many-combinations", MOST_COMBINATIONS));
    }
}
