package org.yichuang.catalogue.internal.persistence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.persistence.EntityManagerFactory;
import javax.persistence.TypedQuery;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.internal.domain.CatalogueVersion;
import org.yichuang.catalogue.internal.domain.unify.ItemKey;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.Level;

/** What the transaction's centre publishes, looked at as a whole; bundles are made of what is there already. */
public final class PublishedRows {
    /** So many are read at once. */
    public static final int CHUNK = 500;

    private final EntityManagerFactory unitOfPersistence;
    private final Items items;

    /** Over the persistence unit {@code catalogue}. */
    public PublishedRows(EntityManagerFactory unitOfPersistence, Items items) {
        this.unitOfPersistence = unitOfPersistence;
        this.items = items;
    }

    /** An item without its content. */
    public record Ref(String code, String name) {}

    /** Returns the published items but bundles, in the order of their codes, at most so many. */
    public List<Ref> refs(int most, UnitOfWork unit) {
        return behind("", most, unit);
    }

    /** Returns all of them, however many there are, read part by part. */
    public List<Ref> all(UnitOfWork unit) {
        List<Ref> all = new ArrayList<>();
        ManyCodes.pages(after -> behind(after, ManyCodes.page(), unit), Ref::code, all::add);
        return all;
    }

    private List<Ref> behind(String after, int most, UnitOfWork unit) {
        return unit
                .entities(unitOfPersistence)
                .createQuery(
                        "SELECT v.code, v.name FROM CatalogueVersion v WHERE v.state = :state"
                                + " AND v.bundleKind IS NULL AND v.code > :after ORDER BY v.code",
                        Object[].class)
                .setParameter("state", ItemVersion.State.PUBLISHED)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(row -> new Ref((String) row[0], (String) row[1]))
                .toList();
    }

    /** Returns what is published under some codes; what was read is forgotten at once. */
    public Map<String, ItemDefinition> definitions(List<String> codes, UnitOfWork unit) {
        Map<String, ItemDefinition> found = new HashMap<>();
        Map<String, CatalogueVersion> versions = items.versions(codes, ItemVersion.State.PUBLISHED, unit);
        versions.forEach((code, version) -> found.put(code, version.definition()));
        versions.values().forEach(unit.entities(unitOfPersistence)::detach);
        return found;
    }

    /**
     * What is accepted at one level and not at others.
     *
     * @param at the level that accepts it
     * @param notAt the levels that do not
     * @param folded what its search text has in it, folded
     */
    public record Accepted(Level at, List<Level> notAt, String folded) {}

    /**
     * An item without its content.
     *
     * @param key by which the same item is known at other centres
     */
    public record Keyed(String code, String key) {
        /** That of a code. */
        public static Keyed of(String code) {
            return new Keyed(code, ItemKey.of(code));
        }
    }

    /** Returns such items but bundles, behind a code, by code; at most 500. */
    public List<Keyed> accepted(Accepted asked, String afterCode, UnitOfWork unit) {
        StringBuilder question = new StringBuilder(
                "SELECT v.code FROM CatalogueVersion v WHERE v.state = :state AND v.bundleKind IS NULL"
                        + " AND v.acceptance LIKE :at AND LOCATE(:words, v.searchText) > 0 AND v.code > :after");
        for (int i = 0; i < asked.notAt().size(); i++) {
            question.append(" AND v.acceptance NOT LIKE :level").append(i);
        }
        TypedQuery<String> query = unit.entities(unitOfPersistence)
                .createQuery(question.append(" ORDER BY v.code").toString(), String.class)
                .setParameter("state", ItemVersion.State.PUBLISHED)
                .setParameter("at", marked(asked.at()))
                .setParameter("words", asked.folded())
                .setParameter("after", afterCode)
                .setMaxResults(CHUNK);
        for (int i = 0; i < asked.notAt().size(); i++) {
            query.setParameter("level" + i, marked(asked.notAt().get(i)));
        }
        return query.getResultList().stream().map(Keyed::of).toList();
    }

    private static String marked(Level level) {
        return "%" + CatalogueVersion.mark(level) + "%";
    }

    /** Returns which of these keys something has that is published and accepted at a level; of at most 500. */
    public List<String> acceptedKeys(List<String> keys, Level at, UnitOfWork unit) {
        return keys.isEmpty()
                ? List.of()
                : unit.entities(unitOfPersistence)
                        .createQuery(
                                "SELECT DISTINCT v.key FROM CatalogueVersion v WHERE v.state = :state"
                                        + " AND v.acceptance LIKE :at AND v.key IN :keys",
                                String.class)
                        .setParameter("state", ItemVersion.State.PUBLISHED)
                        .setParameter("at", marked(at))
                        .setParameter("keys", keys)
                        .getResultList();
    }
}
