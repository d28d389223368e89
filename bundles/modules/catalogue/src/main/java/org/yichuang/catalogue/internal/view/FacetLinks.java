package org.yichuang.catalogue.internal.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yichuang.catalogue.api.CaseKind;
import org.yichuang.catalogue.api.CatalogueSearch.Count;
import org.yichuang.catalogue.api.CatalogueSearch.Dimension;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.pages.api.Ui;

/**
 * Ways to narrow what was found, of one dimension.
 *
 * @param label what people call the dimension
 * @param links its values, the most frequent first
 */
public record FacetLinks(String label, List<Link> links) {
    private static final int MOST = 8;

    /**
     * A value.
     *
     * @param text what people call it
     * @param count how many have it
     * @param address the page with only these, or, for the one that is chosen, with all
     * @param chosen whether it is chosen
     */
    public record Link(String text, int count, String address, boolean chosen) {}

    /** Those among which there is something to choose, or something chosen. */
    public static List<FacetLinks> of(Map<Dimension, List<Count>> counts, Ui ui) {
        List<FacetLinks> all = new ArrayList<>();
        counts.forEach((dimension, values) -> {
            String key = dimension.name().toLowerCase(Locale.ROOT);
            String chosen = ui.inputValue(key, "");
            if (values.size() > 1 || !chosen.isEmpty()) {
                List<Link> links = values.stream()
                        .limit(MOST)
                        .map(count -> link(dimension, key, count, chosen, ui))
                        .toList();
                all.add(new FacetLinks(ui.t("facet." + key), links));
            }
        });
        return all;
    }

    private static Link link(Dimension dimension, String key, Count count, String chosen, Ui ui) {
        String value = dimension == Dimension.AUDIENCE ? count.value().toLowerCase(Locale.ROOT) : count.value();
        boolean isChosen = value.equals(chosen);
        return new Link(text(dimension, value, ui), count.items(), ui.urlWith(key, isChosen ? "" : value), isChosen);
    }

    private static String text(Dimension dimension, String value, Ui ui) {
        return switch (dimension) {
            case AUDIENCE -> ui.t("audience." + value);
            case DEPARTMENT -> value;
            case TYPE -> ItemType.parse(value)
                    .map(type -> ui.localize(type.label()))
                    .orElse(value);
            case LEVEL -> ui.t("level." + value);
            case KIND -> ui.localize(CaseKind.valueOf(value).label());
            case FREE -> ui.t("free." + value);
        };
    }
}
