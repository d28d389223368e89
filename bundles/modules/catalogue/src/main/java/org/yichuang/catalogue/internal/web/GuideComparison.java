package org.yichuang.catalogue.internal.web;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.yichuang.catalogue.api.ItemComparison;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.internal.view.Difference;

/** Compares what guides say, in the words of their pages. */
public class GuideComparison implements ItemComparison {
    /** What guides do not say. */
    private static final Set<String> LEFT_OUT = Set.of("aliases", "source");

    @Override
    public List<Change> between(ItemDefinition before, ItemDefinition after, Locale locale) {
        return Difference.between(before, after, key -> CataloguePages.TEXTS.get(locale, key), locale).stream()
                .filter(each -> !each.same() && !LEFT_OUT.contains(each.field()))
                .map(each -> new Change(
                        CataloguePages.TEXTS.get(locale, "item." + each.field()), each.before(), each.after()))
                .toList();
    }
}
