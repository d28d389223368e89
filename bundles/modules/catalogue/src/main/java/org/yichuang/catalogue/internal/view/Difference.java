package org.yichuang.catalogue.internal.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.Route;
import org.yichuang.catalogue.api.Stage;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.time.Limit;

/**
 * A field of an item in two versions.
 *
 * @param field key of its name in the texts, {@code item.<field>}
 * @param before what it was, empty when there was no version before
 * @param after what it is
 */
public record Difference(String field, String before, String after) {
    /** Whether the two say the same. */
    public boolean same() {
        return before.equals(after);
    }

    /**
     * All fields that people read, in the order of a guide.
     *
     * @param words the words of a key of the texts
     * @param locale the language of what is not among those
     */
    public static List<Difference> between(
            ItemDefinition before, ItemDefinition after, UnaryOperator<String> words, Locale locale) {
        String gap = LocalizedMessage.of(Difference.class, "stage.gap").in(locale);
        List<Difference> all = new ArrayList<>();
        add(all, "name", before, after, ItemDefinition::name);
        add(all, "type", before, after, item -> item.type().label().in(locale));
        add(all, "kind", before, after, item -> item.kind().label().in(locale));
        add(all, "department", before, after, ItemDefinition::department);
        add(all, "organ", before, after, ItemDefinition::organ);
        add(all, "level", before, after, item -> level(item.exerciseLevel(), words));
        add(all, "accepts", before, after, item -> levels(item, words));
        add(all, "audience", before, after, ItemDefinition::audience);
        add(all, "statutory", before, after, item -> limit(item.statutoryLimit(), locale));
        add(all, "promised", before, after, item -> limit(item.promisedLimit(), locale));
        add(all, "conditions", before, after, ItemDefinition::conditions);
        add(all, "materials", before, after, item -> MaterialLines.readable(item.materials(), locale));
        add(all, "procedure", before, after, ItemDefinition::procedure);
        add(all, "routes", before, after, item -> routes(item, words, gap));
        add(all, "fee", before, after, ItemDefinition::fee);
        add(all, "basis", before, after, ItemDefinition::legalBasis);
        add(all, "result", before, after, ItemDefinition::result);
        add(all, "place", before, after, ItemDefinition::place);
        add(all, "complaint", before, after, ItemDefinition::complaint);
        return all;
    }

    private static void add(
            List<Difference> all,
            String field,
            ItemDefinition before,
            ItemDefinition after,
            Function<ItemDefinition, String> words) {
        all.add(new Difference(field, before == null ? "" : words.apply(before), words.apply(after)));
    }

    private static String limit(Limit limit, Locale locale) {
        return limit == null ? "" : limit.label().in(locale);
    }

    private static String level(Level level, UnaryOperator<String> words) {
        return words.apply("level." + level.key());
    }

    private static String levels(ItemDefinition item, UnaryOperator<String> words) {
        return item.acceptanceLevels().stream()
                .sorted()
                .map(level -> level(level, words))
                .collect(Collectors.joining(words.apply("list.comma")));
    }

    private static String routes(ItemDefinition item, UnaryOperator<String> words, String gap) {
        return item.routes().stream().map(route -> route(route, words, gap)).collect(Collectors.joining("\n"));
    }

    private static String route(Route route, UnaryOperator<String> words, String gap) {
        return route.name() + "："
                + route.stages().stream().map(stage -> stage(stage, words, gap)).collect(Collectors.joining(" → "));
    }

    private static String stage(Stage stage, UnaryOperator<String> words, String gap) {
        String action = words.apply("stage." + stage.action().name().toLowerCase(Locale.ROOT));
        return Stream.of(level(stage.level(), words), stage.department(), action)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(gap));
    }
}
