package org.yichuang.catalogue.internal.view;

import java.util.List;
import java.util.Locale;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.Stage;
import org.yichuang.catalogue.internal.domain.RouteDescriber;
import org.yichuang.kernel.api.Level;

/**
 * A route as a guide tells it.
 *
 * @param name its name
 * @param when which applications take it
 * @param stages who does what, in order
 * @param issue the level that makes out the result
 */
public record RouteRow(String name, String when, List<StageRow> stages, Level issue) {
    /**
     * A stage.
     *
     * @param action key of what is done, {@code stage.<action>}
     * @param level at which level
     * @param department by whom
     * @param limit how long it may take, or empty
     */
    public record StageRow(String action, Level level, String department, String limit) {}

    /** The routes of an item. */
    public static List<RouteRow> of(ItemDefinition item, Locale locale) {
        RouteDescriber words = new RouteDescriber(item.form());
        return item.routes().stream()
                .map(route -> new RouteRow(
                        route.name(),
                        words.rule(route).in(locale),
                        route.stages().stream()
                                .map(stage -> row(stage, item, locale))
                                .toList(),
                        route.issueLevel()))
                .toList();
    }

    private static StageRow row(Stage stage, ItemDefinition item, Locale locale) {
        String limit = stage.limit() == null ? "" : stage.limit().label().in(locale);
        String department = stage.department().isEmpty() ? item.department() : stage.department();
        return new StageRow(stage.action().name().toLowerCase(Locale.ROOT), stage.level(), department, limit);
    }
}
