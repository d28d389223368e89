package org.yichuang.catalogue.internal.persistence;

import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.yichuang.catalogue.internal.domain.check.CleanUpMark;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.rows.RowDigests;

/** The clean-up flags that people have raised at the transaction's centre. */
public final class CleanUpMarks {
    private final EntityManagerFactory unitOfPersistence;

    /** Over the persistence unit {@code catalogue}. */
    public CleanUpMarks(EntityManagerFactory unitOfPersistence) {
        this.unitOfPersistence = unitOfPersistence;
    }

    /** Adds one. */
    public void add(CleanUpMark mark, UnitOfWork unit) {
        entities(unit).persist(mark);
    }

    /** Finds one. */
    public Optional<CleanUpMark> find(String id, UnitOfWork unit) {
        return entities(unit)
                .createQuery("SELECT m FROM CleanUpMark m WHERE m.id = :id", CleanUpMark.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** Returns those that are raised, in the order of their ids. */
    public List<CleanUpMark> raised(int most, UnitOfWork unit) {
        return entities(unit)
                .createQuery("SELECT m FROM CleanUpMark m WHERE m.raised = :raised ORDER BY m.id", CleanUpMark.class)
                .setParameter("raised", true)
                .setMaxResults(most)
                .getResultList();
    }

    /** The digest of the row that a mark was read from, empty for a new one. */
    public String loadedDigest(CleanUpMark mark, UnitOfWork unit) {
        return RowDigests.loaded(entities(unit), mark);
    }

    /** The digest of the row that a mark will be written to. */
    public String digest(CleanUpMark mark, UnitOfWork unit) {
        return RowDigests.written(entities(unit), mark);
    }

    private EntityManager entities(UnitOfWork unit) {
        return unit.entities(unitOfPersistence);
    }
}
