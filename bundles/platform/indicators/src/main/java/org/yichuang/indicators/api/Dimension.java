package org.yichuang.indicators.api;

import java.util.List;
import java.util.Set;
import org.yichuang.kernel.api.LocalizedMessage;

/**
 * What a figure can be taken apart by, and narrowed to. Those that several modules have are here; a module makes its
 * own, e.g. the subject of a request. Two are the same when their words are.
 *
 * @param word the word of addresses, of {@code [a-z][a-z0-9-]*}, e.g. {@code department}
 * @param name what people call it
 */
public record Dimension(String word, LocalizedMessage name) {
    /** Words that mean something else in an address; first, as the constants below are checked against it. */
    private static final Set<String> TAKEN = Set.of("from", "to", "by", "days", "cursor", "limit", "lang");

    public static final Dimension DAY = common("day");
    /** The platform tells apart by months whatever a module tells apart by days. */
    public static final Dimension MONTH = common("month");

    public static final Dimension ITEM = common("item");
    public static final Dimension DEPARTMENT = common("department");
    public static final Dimension WINDOW = common("window");
    public static final Dimension PERSON = common("person");
    public static final Dimension STATE = common("state");

    /** Those that no module needs to make. */
    public static final List<Dimension> COMMON = List.of(DAY, MONTH, ITEM, DEPARTMENT, WINDOW, PERSON, STATE);

    public Dimension {
        if (!word.matches("[a-z][a-z0-9-]{0,39}") || TAKEN.contains(word)) {
            throw new IllegalArgumentException("No word of a dimension: " + word);
        }
    }

    private static Dimension common(String word) {
        return new Dimension(word, LocalizedMessage.of(Dimension.class, "dimension." + word));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Dimension dimension && dimension.word.equals(word);
    }

    @Override
    public int hashCode() {
        return word.hashCode();
    }
}
