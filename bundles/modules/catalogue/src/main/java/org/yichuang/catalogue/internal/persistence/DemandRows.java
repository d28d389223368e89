package org.yichuang.catalogue.internal.persistence;

import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.yichuang.catalogue.internal.domain.demand.ListedDemand;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.rows.RowDigests;

/** What the transaction's centre says may be demanded. */
public final class DemandRows {
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

    /** Returns what stands on the list, by code. */
    public List<ListedDemand> listed(int most, UnitOfWork unit) {
        return entities(unit)
                .createQuery(
                        "SELECT d FROM ListedDemand d WHERE d.listed = :listed ORDER BY d.code", ListedDemand.class)
                .setParameter("listed", true)
                .setMaxResults(most)
                .getResultList();
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
