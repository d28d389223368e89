package org.yichuang.catalogue.internal.domain.unify;

import java.util.List;
import java.util.Optional;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.kernel.api.TextRules;

/**
 * An item that is not the same at two centres.
 *
 * @param kind in which way
 * @param code here, or there where it is only there
 * @param name the same
 * @param isAdoptable whether taking over what is there, where that is a centre above, would change something: the codes
 *     are of the same item, and what a standard fixes differs, or it is not here at all
 * @param fields what differs; none where it is at one of them only
 */
public record Unlike(Kind kind, String code, String name, boolean isAdoptable, List<Part> fields) {
    private static final int LONGEST = 300;

    public Unlike {
        fields = List.copyOf(fields);
    }

    /** Two items, unless they are the same in these fields. */
    public static Optional<Unlike> of(ItemDefinition here, ItemDefinition there, List<ComparedField> fields) {
        List<Part> parts = parts(here, there, fields);
        boolean isAdoptable = ItemKey.of(here.code()).equals(ItemKey.of(there.code()))
                && Standard.FIXED.stream().anyMatch(field -> !field.isSame(here, there));
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Unlike(Kind.DIFFERS, here.code(), here.name(), isAdoptable, parts));
    }

    /** In which way. */
    public enum Kind {
        /** Some of what is compared differs. */
        DIFFERS,
        /** Only here. */
        ONLY_HERE,
        /** Only there. */
        ONLY_THERE
    }

    /**
     * What differs.
     *
     * @param here what is said here, its first 300 characters
     * @param there what is said there
     */
    public record Part(ComparedField field, String here, String there) {}

    private static List<Part> parts(ItemDefinition here, ItemDefinition there, List<ComparedField> fields) {
        return fields.stream()
                .filter(field -> field != ComparedField.QUANTITY && !field.isSame(here, there))
                .map(field -> new Part(field, shown(field.of(here)), shown(field.of(there))))
                .toList();
    }

    private static String shown(String text) {
        return TextRules.first(text, LONGEST);
    }
}
