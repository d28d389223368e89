package org.yichuang.catalogue.internal.persistence;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.yichuang.catalogue.api.Material.Demand;
import org.yichuang.catalogue.internal.domain.demand.ListedDemand;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.rows.RowDigests;

/** What the transaction's centre says may be demanded. */
public final class DemandRows {
    private static final String COLUMNS = "l.code, l.kind, l.name, l.basis, l.issuer, l.since, l.revision";

    private final EntityManagerFactory unitOfPersistence;

    /** Over the persistence unit {@code catalogue}. */
    DemandRows(EntityManagerFactory unitOfPersistence) {
        this.unitOfPersistence = unitOfPersistence;
    }

    /** Adds one. */
    public void add(ListedDemand demand, UnitOfWork unit) {
        entities(unit).persist(demand);
    }

    /** Finds one, on the list or not any more. */
    public Optional<ListedDemand> find(String code, UnitOfWork unit) {
        return entities(unit)
                .createQuery("SELECT d FROM ListedDemand d WHERE d.code = :code", ListedDemand.class)
                .setParameter("code", code)
                .getResultStream()
                .findFirst();
    }

    /**
     * Returns what stands on the list behind a code, by code.
     *
     * @param words a part of its name, or its code; empty for all
     */
    public List<ListedDemand.View> after(String code, String words, int most, UnitOfWork unit) {
        return ListSearch.after("ListedDemand", COLUMNS, words, entities(unit))
                .setParameter("after", code)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(DemandRows::view)
                .toList();
    }

    private static ListedDemand.View view(Object[] row) {
        return new ListedDemand.View(
                (String) row[0],
                (Demand.Kind) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (LocalDate) row[5],
                (Long) row[6]);
    }

    /** Returns which of some codes stand there, at most a thousand. */
    public List<String> among(List<String> codes, UnitOfWork unit) {
        return ListSearch.among("ListedDemand", codes, entities(unit));
    }

    /** How many stand there. */
    public long count(UnitOfWork unit) {
        return entities(unit)
                .createQuery("SELECT COUNT(d) FROM ListedDemand d WHERE d.listed = :listed", Long.class)
                .setParameter("listed", true)
                .getSingleResult();
    }

    /** The digest of the row that an entry was read from, empty for a new one. */
    public String loadedDigest(ListedDemand demand, UnitOfWork unit) {
        return RowDigests.loaded(entities(unit), demand);
    }

    /** The digest of the row that an entry will be written to. */
    public String digest(ListedDemand demand, UnitOfWork unit) {
        return RowDigests.written(entities(unit), demand);
    }

    private EntityManager entities(UnitOfWork unit) {
        return unit.entities(unitOfPersistence);
    }
}
