package org.yichuang.catalogue.internal.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yichuang.catalogue.api.CatalogueSearch.Results;
import org.yichuang.catalogue.api.CatalogueSearch.Suggestion;
import org.yichuang.catalogue.internal.rest.ItemViews.Summary;

/**
 * What was found.
 *
 * @param items a part of it, the likeliest first
 * @param next the cursor of the following part, or null
 * @param total how many there are, or null while the index is being made
 * @param facets by dimension (audience, department, type, level, kind, free) how many have which value
 * @param didYouMean what was probably meant, where nothing is called as it was typed
 */
public record FoundItems(
        List<Summary> items, String next, Integer total, Map<String, List<FacetView>> facets, List<String> didYouMean) {

    /** How many have a value, which is also the value of the parameter of that name. */
    public record FacetView(String value, int count) {}

    /** What somebody may be about to type: a word, or an item's name with its code. */
    public record SuggestionView(String text, String code) {}

    /** What somebody may be about to type. */
    public record SuggestionViews(List<SuggestionView> items) {
        static SuggestionViews of(List<Suggestion> suggestions) {
            return new SuggestionViews(suggestions.stream()
                    .map(each -> new SuggestionView(each.text(), each.code()))
                    .toList());
        }
    }

    static FoundItems of(Results results) {
        Map<String, List<FacetView>> facets = new LinkedHashMap<>();
        results.counts()
                .forEach((dimension, counts) -> facets.put(
                        dimension.name().toLowerCase(Locale.ROOT),
                        counts.stream()
                                .map(count -> new FacetView(count.value(), count.items()))
                                .toList()));
        return new FoundItems(
                results.items().stream().map(Summary::of).toList(),
                results.next(),
                results.total().orElse(null),
                facets,
                results.corrections());
    }
}
