package org.yichuang.catalogue.internal.persistence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A search among a centre's own items that are no bundles, drafts included; nothing that anybody typed stands in the
 * statement itself.
 *
 * @param statement JPQL with the parameter {@code after}, whose rows are a newest version and its item's published
 *     number
 * @param parameters all others
 */
public record OwnSearch(String statement, Map<String, Object> parameters) {
    /** Which items an editor wants to see. */
    public enum Kind {
        /** All that are in use: drafted or published. */
        USED(" AND (i.draft IS NOT NULL OR i.published IS NOT NULL)"),
        /** Those with a draft. */
        DRAFT(" AND i.draft IS NOT NULL"),
        /** Those that are published and have no draft besides. */
        PUBLISHED(" AND i.published IS NOT NULL AND i.draft IS NULL"),
        /** Those that are no longer offered. */
        RETIRED(" AND i.draft IS NULL AND i.published IS NULL");

        private final String condition;

        Kind(String condition) {
            this.condition = condition;
        }
    }

    /** For words, all of which must be found, and a kind. */
    public static OwnSearch of(String words, Kind kind) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>();
        List<String> wanted = Search.words(words);
        for (int i = 0; i < wanted.size(); i++) {
            conditions.add(" AND " + Search.condition(i));
            parameters.putAll(Search.patterns(i, wanted.get(i)));
        }
        return new OwnSearch(
                "SELECT v, i.published FROM CatalogueVersion v, CatalogueItem i"
                        + " WHERE v.code = i.code AND v.number = COALESCE(i.draft, i.published, i.latest) AND v.code > :after"
                        + " AND v.bundleKind IS NULL"
                        + kind.condition + String.join("", conditions) + " ORDER BY v.code",
                parameters);
    }
}
