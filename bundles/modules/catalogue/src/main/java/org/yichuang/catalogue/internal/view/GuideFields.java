package org.yichuang.catalogue.internal.view;

import java.util.List;
import java.util.Set;
import org.yichuang.catalogue.internal.DisclosedFields.Shown;
import org.yichuang.catalogue.internal.domain.FeeWords;

/**
 * What other modules say in an item's guide.
 *
 * @param shown their fields
 */
public record GuideFields(List<Shown> shown) {
    /** The fields that the guide has a place for. */
    private static final Set<String> PLACED =
            Set.of("conditions", "procedure", "fee", "legalBasis", "place", "complaint");

    /** What a field says: what a module says of it, else the item's own text. */
    public String text(String field, String own) {
        return shown.stream()
                .filter(each -> each.field().equals(field))
                .map(Shown::value)
                .findFirst()
                .orElse(own);
    }

    /** In which words the guide says at its head whether it costs something; silence says nothing (X9). */
    public static String feeKey(String fee) {
        return switch (FeeWords.of(fee)) {
            case UNTOLD -> "guide.fee-untold";
            case FREE -> "guide.free";
            case CHARGED -> "guide.paid";
        };
    }

    /** The fields that items have no text for. */
    public List<Shown> others() {
        return shown.stream().filter(each -> !PLACED.contains(each.field())).toList();
    }
}
