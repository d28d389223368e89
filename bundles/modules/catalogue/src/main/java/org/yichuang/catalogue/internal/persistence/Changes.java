package org.yichuang.catalogue.internal.persistence;

import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.yichuang.catalogue.internal.domain.CatalogueChange;
import org.yichuang.journal.api.UnitOfWork;

/** The changes of the transaction's centre; written by one at a time, in the order of its events. */
public final class Changes {
    private final EntityManagerFactory unitOfPersistence;

    /** Over the persistence unit {@code catalogue}. */
    public Changes(EntityManagerFactory unitOfPersistence) {
        this.unitOfPersistence = unitOfPersistence;
    }

    /** The place of the last change, 0 before any. */
    public long last(UnitOfWork unit) {
        Long last = entities(unit)
                .createQuery("SELECT MAX(c.place) FROM CatalogueChange c", Long.class)
                .getSingleResult();
        return last == null ? 0 : last;
    }

    /** Returns what has changed behind a place, in order. */
    public List<CatalogueChange> after(long place, int most, UnitOfWork unit) {
        return entities(unit)
                .createQuery(
                        "SELECT c FROM CatalogueChange c WHERE c.place > :place ORDER BY c.place",
                        CatalogueChange.class)
                .setParameter("place", place)
                .setMaxResults(most)
                .getResultList();
    }

    /** Puts a change behind all others. */
    public void add(String code, UnitOfWork unit) {
        long next = last(unit) + 1;
        Optional<CatalogueChange> known = entities(unit)
                .createQuery("SELECT c FROM CatalogueChange c WHERE c.code = :code", CatalogueChange.class)
                .setParameter("code", code)
                .getResultStream()
                .findFirst();
        known.ifPresentOrElse(
                change -> change.again(next), () -> entities(unit).persist(new CatalogueChange(code, next)));
        entities(unit).flush();
    }

    private EntityManager entities(UnitOfWork unit) {
        return unit.entities(unitOfPersistence);
    }
}
