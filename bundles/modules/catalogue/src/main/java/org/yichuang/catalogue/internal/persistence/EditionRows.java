package org.yichuang.catalogue.internal.persistence;

import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.yichuang.catalogue.internal.domain.print.Edition;
import org.yichuang.catalogue.internal.domain.print.Edition.Series;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.rows.RowDigests;

/** Editions of booklets and boards at the transaction's centre. */
public final class EditionRows {
    private final EntityManagerFactory unitOfPersistence;

    /** Over the persistence unit {@code catalogue}. */
    public EditionRows(EntityManagerFactory unitOfPersistence) {
        this.unitOfPersistence = unitOfPersistence;
    }

    /** Adds one. */
    public void add(Edition edition, UnitOfWork unit) {
        entities(unit).persist(edition);
    }

    /** The number of the last edition of a series; 0 before the first. */
    public int last(Series series, UnitOfWork unit) {
        Integer last = entities(unit)
                .createQuery(
                        "SELECT MAX(e.number) FROM Edition e"
                                + " WHERE e.kind = :kind AND e.type = :type AND e.department = :department",
                        Integer.class)
                .setParameter("kind", series.kind())
                .setParameter("type", series.typeKey())
                .setParameter("department", series.department())
                .getSingleResult();
        return last == null ? 0 : last;
    }

    /** Finds one. */
    public Optional<Edition> find(String id, UnitOfWork unit) {
        return entities(unit)
                .createQuery("SELECT e FROM Edition e WHERE e.id = :id", Edition.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** Returns editions before an id, the latest first. */
    public List<Edition> list(Optional<String> before, int most, UnitOfWork unit) {
        return entities(unit)
                .createQuery("SELECT e FROM Edition e WHERE e.id < :before ORDER BY e.id DESC", Edition.class)
                .setParameter("before", before.orElse("~"))
                .setMaxResults(most)
                .getResultList();
    }

    /** The digest of the row that an edition will be written to. */
    public String digest(Edition edition, UnitOfWork unit) {
        return RowDigests.written(entities(unit), edition);
    }

    private EntityManager entities(UnitOfWork unit) {
        return unit.entities(unitOfPersistence);
    }
}
