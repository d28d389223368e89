package org.yichuang.catalogue.internal.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.Material;
import org.yichuang.catalogue.api.Route;
import org.yichuang.catalogue.api.Stage;
import org.yichuang.kernel.api.Level;
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

    /** All fields that people read, in the order of a guide. */
    public static List<Difference> between(ItemDefinition before, ItemDefinition after) {
        List<Difference> all = new ArrayList<>();
        add(all, "name", before, after, ItemDefinition::name);
        add(all, "type", before, after, item -> item.type().chinese());
        add(all, "kind", before, after, item -> item.kind().chinese());
        add(all, "department", before, after, ItemDefinition::department);
        add(all, "organ", before, after, ItemDefinition::organ);
        add(all, "level", before, after, item -> item.exerciseLevel().chinese());
        add(all, "accepts", before, after, item -> levels(item));
        add(all, "audience", before, after, ItemDefinition::audience);
        add(all, "statutory", before, after, item -> limit(item.statutoryLimit()));
        add(all, "promised", before, after, item -> limit(item.promisedLimit()));
        add(all, "conditions", before, after, ItemDefinition::conditions);
        add(all, "materials", before, after, Difference::materials);
        add(all, "procedure", before, after, ItemDefinition::procedure);
        add(all, "routes", before, after, Difference::routes);
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

    private static String limit(Limit limit) {
        return limit == null ? "" : limit.zh();
    }

    private static String levels(ItemDefinition item) {
        return item.acceptanceLevels().stream().sorted().map(Level::chinese).collect(Collectors.joining("、"));
    }

    /** The materials as an editor types them: one a line. */
    public static String materials(ItemDefinition item) {
        return item.materials().stream().map(Difference::material).collect(Collectors.joining("\n"));
    }

    private static String material(Material material) {
        return String.join(
                "|",
                material.code(),
                material.name(),
                material.required() ? "必要" : "非必要",
                material.form(),
                Integer.toString(material.copies()),
                material.note());
    }

    private static String routes(ItemDefinition item) {
        return item.routes().stream().map(Difference::route).collect(Collectors.joining("\n"));
    }

    private static String route(Route route) {
        return route.name() + "：" + route.stages().stream().map(Difference::stage).collect(Collectors.joining(" → "));
    }

    private static String stage(Stage stage) {
        String action = switch (stage.action()) {
            case ACCEPT -> "受理";
            case PRE_REVIEW -> "初审";
            case DECIDE -> "决定";
        };
        return stage.level().chinese() + stage.department() + action;
    }
}
