package org.yichuang.catalogue.api;

import java.util.List;
import java.util.Locale;

/** What people read differently in two versions of an item. Touches no database. */
public interface ItemComparison {
    /**
     * Returns what is not the same, in the order of a guide.
     *
     * @param locale the language of the words
     */
    List<Change> between(ItemDefinition before, ItemDefinition after, Locale locale);

    /**
     * A field that has changed.
     *
     * @param field what it is called
     * @param before what it said, possibly with several lines; empty for nothing
     * @param after what it says
     */
    record Change(String field, String before, String after) {}
}
