package org.yichuang.catalogue.internal.persistence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.persistence.EntityManagerFactory;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.internal.domain.CatalogueVersion;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.Level;

/** What the transaction's centre publishes, looked at as a whole; bundles are made of what is there already. */
public final class PublishedRows {
    private final EntityManagerFactory unitOfPersistence;
    private final Items items;

    /** Over the persistence unit {@code catalogue}. */
    public PublishedRows(EntityManagerFactory unitOfPersistence, Items items) {
        this.unitOfPersistence = unitOfPersistence;
        this.items = items;
    }

    /** An item without its content. */
    public record Ref(String code, String name) {}

    /** Returns all published items but bundles, in the order of their codes, at most so many. */
    public List<Ref> refs(int most, UnitOfWork unit) {
        List<Ref> refs = new ArrayList<>();
        unit.entities(unitOfPersistence)
                .createQuery(
                        "SELECT v.code, v.name FROM CatalogueVersion v WHERE v.state = :state"
                                + " AND v.bundleKind IS NULL ORDER BY v.code",
                        Object[].class)
                .setParameter("state", ItemVersion.State.PUBLISHED)
                .setMaxResults(most)
                .getResultList()
                .forEach(row -> refs.add(new Ref((String) row[0], (String) row[1])));
        return refs;
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
     * What is accepted at one level and not at another.
     *
     * @param at the level that accepts it
     * @param notAt the level that does not
     * @param folded what its search text has in it, folded
     */
    public record Accepted(Level at, Level notAt, String folded) {}

    /** Returns such items but bundles, behind a code, by code. */
    public List<ItemDefinition> accepted(Accepted asked, String afterCode, int most, UnitOfWork unit) {
        return unit
                .entities(unitOfPersistence)
                .createQuery(
                        "SELECT v FROM CatalogueVersion v WHERE v.state = :state AND v.bundleKind IS NULL"
                                + " AND v.acceptance LIKE :at AND v.acceptance NOT LIKE :level"
                                + " AND LOCATE(:words, v.searchText) > 0"
                                + " AND v.code > :after ORDER BY v.code",
                        CatalogueVersion.class)
                .setParameter("state", ItemVersion.State.PUBLISHED)
                .setParameter("at", "%" + CatalogueVersion.mark(asked.at()) + "%")
                .setParameter("level", "%" + CatalogueVersion.mark(asked.notAt()) + "%")
                .setParameter("words", asked.folded())
                .setParameter("after", afterCode)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(CatalogueVersion::definition)
                .toList();
    }
}
