package org.yichuang.catalogue.internal.persistence;

import java.util.List;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import org.yichuang.kernel.api.TextRules;

/** Reads public lists by code, or by a part of a name: columns and no entities, as anybody may walk through them. */
final class ListSearch {
    private static final int LONGEST_WORDS = 100;

    private static final String ORDER = " ORDER BY l.code";

    /** What is listed has no reason why it was taken out; Derby compares no truths where a function is asked. */
    private static final String NAMED = "l.reason = '' AND (l.code = :typed OR LOCATE(:typed, l.name) > 0)";

    private ListSearch() {}

    /**
     * Returns the question for rows behind the parameter {@code after}, by code.
     *
     * @param columns of {@code l}
     * @param words what was typed: a part of a name, or a code; empty for all
     */
    static TypedQuery<Object[]> after(String entity, String columns, String words, EntityManager entities) {
        String typed = TextRules.first(TextRules.cleaned(words).strip(), LONGEST_WORDS);
        String start = "SELECT " + columns + " FROM " + entity + " l WHERE l.code > :after AND ";
        return typed.isEmpty()
                ? entities.createQuery(start + "l.listed = :listed" + ORDER, Object[].class)
                        .setParameter("listed", true)
                : entities.createQuery(start + NAMED + ORDER, Object[].class).setParameter("typed", typed);
    }

    /** Returns which of some codes are listed. */
    static List<String> among(String entity, List<String> codes, EntityManager entities) {
        return entities.createQuery(
                        "SELECT l.code FROM " + entity + " l WHERE l.listed = :listed AND l.code IN :codes",
                        String.class)
                .setParameter("listed", true)
                .setParameter("codes", codes)
                .getResultList();
    }
}
