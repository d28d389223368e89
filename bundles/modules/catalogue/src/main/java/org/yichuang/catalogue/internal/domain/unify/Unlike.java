package org.yichuang.catalogue.internal.domain.unify;

import java.util.List;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.kernel.api.TextRules;

/**
 * An item that is not the same at two centres.
 *
 * @param kind in which way
 * @param code here, or there where it is only there
 * @param name the same
 * @param fields what differs; none where it is at one of them only
 */
public record Unlike(Kind kind, String code, String name, List<Part> fields) {
    private static final int LONGEST = 300;

    public Unlike {
        fields = List.copyOf(fields);
    }

    /** Whether it has the same code at both centres, where it is at both. */
    public boolean isSameCode() {
        return fields.stream().noneMatch(part -> part.field() == ComparedField.CODE);
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

    /** Compares two items; nothing for items that are the same in these fields. */
    public static List<Part> parts(ItemDefinition here, ItemDefinition there, List<ComparedField> fields) {
        return fields.stream()
                .filter(field -> field != ComparedField.QUANTITY && !field.isSame(here, there))
                .map(field -> new Part(field, shown(field.of(here)), shown(field.of(there))))
                .toList();
    }

    private static String shown(String text) {
        return TextRules.first(text, LONGEST);
    }
}
