package org.yichuang.catalogue.internal.persistence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.internal.domain.CatalogueItem;
import org.yichuang.catalogue.internal.domain.CatalogueVersion;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.rows.RowDigests;

/** Items and versions of the transaction's centre where there are many of them: some at a time, and no row twice. */
public final class ItemRuns {
    private static final int MOST_OF_AN_IMPORT = 20_000;

    private final EntityManagerFactory unitOfPersistence;

    /** Over the persistence unit {@code catalogue}. */
    ItemRuns(EntityManagerFactory unitOfPersistence) {
        this.unitOfPersistence = unitOfPersistence;
    }

    private EntityManager entities(UnitOfWork unit) {
        return unit.entities(unitOfPersistence);
    }

    /**
     * Some of many codes, which are read together.
     *
     * @param isThere whether items stand under them, side by side in the order of the database; they may where there is
     *     but one run
     */
    public record Run(List<String> codes, boolean isThere, boolean isOrdered) {}

    /** What stands under the codes of a run. */
    public record Standing(
            Map<String, CatalogueItem> items,
            Map<String, CatalogueVersion> drafts,
            Map<String, CatalogueVersion> published) {
        /** Nothing. */
        public static final Standing NOTHING = new Standing(Map.of(), Map.of(), Map.of());
    }

    /** Cuts codes into runs: however many they are, each row of the centre is read but once or twice. */
    public List<Run> runs(List<String> codes, UnitOfWork unit) {
        if (!ManyCodes.areMany(codes)) {
            return codes.isEmpty() ? List.of() : List.of(new Run(codes, true, false));
        }
        List<String> there = ManyCodes.there(entities(unit), Items.ITEMS, Set.copyOf(codes), query -> {});
        List<Run> runs = new ArrayList<>();
        ManyCodes.chunks(there).forEach(chunk -> runs.add(new Run(chunk, true, true)));
        Set<String> known = Set.copyOf(there);
        ManyCodes.chunks(codes.stream().filter(code -> !known.contains(code)).toList())
                .forEach(chunk -> runs.add(new Run(chunk, false, false)));
        return runs;
    }

    /** Cuts codes of items that are there into runs, however few they are. */
    public List<Run> orderedRuns(Set<String> codes, UnitOfWork unit) {
        return ManyCodes.chunks(ManyCodes.there(entities(unit), Items.ITEMS, codes, query -> {})).stream()
                .map(chunk -> new Run(chunk, true, true))
                .toList();
    }

    /** Returns what stands under the codes of a run. */
    public Standing standing(Run run, UnitOfWork unit) {
        if (!run.isThere()) {
            return Standing.NOTHING;
        }
        Standing found = new Standing(new HashMap<>(), new HashMap<>(), new HashMap<>());
        ManyCodes.run(entities(unit), Items.ITEMS, run, query -> {}, item -> found.items()
                .put(item.code(), item));
        ManyCodes.run(
                entities(unit),
                Items.VERSIONS,
                run,
                query -> query.setParameter("state", ItemVersion.State.DRAFT),
                version -> found.drafts().put(version.definition().code(), version));
        ManyCodes.run(
                entities(unit),
                Items.VERSIONS,
                run,
                query -> query.setParameter("state", ItemVersion.State.PUBLISHED),
                version -> found.published().put(version.definition().code(), version));
        return found;
    }

    /** Writes what has changed and forgets all rows that were read, of which no more is to be done. */
    public void forget(UnitOfWork unit) {
        RowDigests.forget(entities(unit));
    }

    /** Returns the codes of versions whose content an import has brought, and nobody has changed since. */
    public List<String> broughtBy(String importId, UnitOfWork unit) {
        return entities(unit)
                .createQuery(
                        "SELECT v.code FROM CatalogueVersion v WHERE v.importId = :id ORDER BY v.code", String.class)
                .setParameter("id", importId)
                .setMaxResults(MOST_OF_AN_IMPORT)
                .getResultList();
    }

    /** Returns those versions of some codes, by code; at most 500 codes, in the order of the database. */
    public Map<String, CatalogueVersion> broughtBy(String importId, List<String> codes, UnitOfWork unit) {
        Map<String, CatalogueVersion> found = new HashMap<>();
        ManyCodes.run(
                entities(unit),
                new ManyCodes.Meant<>(CatalogueVersion.class, "r.importId = :id"),
                new Run(codes, true, true),
                query -> query.setParameter("id", importId),
                version -> found.put(version.definition().code(), version));
        return found;
    }

    /** Returns which of these codes were published here before a moment and are so still. */
    public List<String> publishedBefore(Instant moment, Set<String> codes, UnitOfWork unit) {
        List<String> found = new ArrayList<>();
        ManyCodes.pages(
                after -> entities(unit)
                        .createQuery(
                                "SELECT DISTINCT v.code FROM CatalogueVersion v, CatalogueItem i WHERE v.code = i.code"
                                        + " AND i.published IS NOT NULL AND v.publishedAt < :moment"
                                        + " AND v.code > :after ORDER BY v.code",
                                String.class)
                        .setParameter("moment", moment)
                        .setParameter("after", after)
                        .setMaxResults(ManyCodes.page())
                        .getResultList(),
                code -> code,
                code -> {
                    if (codes.contains(code)) {
                        found.add(code);
                    }
                });
        return found;
    }

    /** Returns the versions whose place those took, by code; at most 500 codes, in the order of the database. */
    public Map<String, CatalogueVersion> replacedBy(String importId, List<String> codes, UnitOfWork unit) {
        Map<String, CatalogueVersion> found = new HashMap<>();
        ManyCodes.run(
                entities(unit),
                new ManyCodes.Meant<>(
                        CatalogueVersion.class,
                        "EXISTS (SELECT v FROM CatalogueVersion v WHERE v.importId = :id AND v.code = r.code"
                                + " AND v.replaces = r.number)"),
                new Run(codes, true, true),
                query -> query.setParameter("id", importId),
                version -> found.put(version.definition().code(), version));
        return found;
    }
}
