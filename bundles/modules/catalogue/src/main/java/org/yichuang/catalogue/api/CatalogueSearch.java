package org.yichuang.catalogue.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.NeedsNoPermission;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;

/**
 * The search for what a centre offers, as people speak: words and sayings, misspelt ones, pinyin and initials. Nothing
 * that is typed is a syntax; of more than 200 characters the first 200 count. Answered from an index that each node
 * makes of the database, and from the database itself (whole words in order of codes, without counts) until the index
 * of the centre has been made.
 */
public interface CatalogueSearch {
    /**
     * Returns the offered items that match, the likeliest first; for no words all of them by owner and code.
     *
     * @throws ProblemException {@code parameter-unreadable} for a cursor that is not ours
     */
    @NeedsNoPermission("what a centre offers is public")
    Results search(Request request, PageRequest page, CallContext context);

    /** Returns what somebody may be about to type, the likeliest first; at most ten. */
    @NeedsNoPermission("what a centre offers is public")
    List<Suggestion> suggestions(String typed, CallContext context);

    /** Makes the index of a centre's own items anew on this node; returns how many there are. */
    @RequiresPermission(CataloguePermission.VIEW)
    int rebuild(CallContext context);

    /**
     * What is searched for.
     *
     * @param words what was typed; empty for everything
     * @param type only this type
     * @param department only this department
     * @param exerciseLevel only items of this level
     * @param audience only items that serve these
     * @param kind only this kind
     * @param free only items that cost nothing, or only those that cost something
     */
    record Request(
            String words,
            Optional<ItemType> type,
            Optional<String> department,
            Optional<Level> exerciseLevel,
            Optional<Served> audience,
            Optional<CaseKind> kind,
            Optional<Boolean> free) {
        /** Words alone. */
        public static Request of(String words) {
            return new Request(
                    words,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    /** Whom items serve. */
    enum Served {
        PERSON,
        ORGANISATION
    }

    /** By what items are counted. */
    enum Dimension {
        AUDIENCE,
        DEPARTMENT,
        TYPE,
        LEVEL,
        KIND,
        FREE
    }

    /**
     * How many of the found items have a value.
     *
     * @param value as a {@link Request} names it
     * @param items how many
     */
    record Count(String value, int items) {}

    /**
     * What was found.
     *
     * @param items a part of it
     * @param next the cursor of the following part, or null
     * @param total how many there are; empty where the index has not answered
     * @param counts by dimension, the most frequent value first; empty where the index has not answered
     * @param corrections what was probably meant, each worth a search of its own
     * @param marks the words by which items were found, for showing them
     */
    record Results(
            List<ItemVersion> items,
            String next,
            Optional<Integer> total,
            Map<Dimension, List<Count>> counts,
            List<String> corrections,
            List<String> marks) {}

    /**
     * What somebody may be about to type.
     *
     * @param text a name of an item, or a word that finds some
     * @param code the item's code, or empty for a word
     */
    record Suggestion(String text, String code) {}
}
