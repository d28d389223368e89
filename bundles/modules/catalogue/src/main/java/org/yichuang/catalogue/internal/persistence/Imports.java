package org.yichuang.catalogue.internal.persistence;

import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManagerFactory;
import org.yichuang.catalogue.internal.domain.CatalogueImport;
import org.yichuang.journal.api.UnitOfWork;

/** The files that the transaction's centre has taken. */
public final class Imports {
    private final EntityManagerFactory unitOfPersistence;

    /** Over the persistence unit {@code catalogue}. */
    public Imports(EntityManagerFactory unitOfPersistence) {
        this.unitOfPersistence = unitOfPersistence;
    }

    /** Adds one. */
    public void add(CatalogueImport taken, UnitOfWork unit) {
        unit.entities(unitOfPersistence).persist(taken);
    }

    /** Finds one. */
    public Optional<CatalogueImport> find(String id, UnitOfWork unit) {
        return unit.entities(unitOfPersistence)
                .createQuery("SELECT i FROM CatalogueImport i WHERE i.id = :id", CatalogueImport.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** Tells whether a file of exactly these bytes was taken before. */
    public boolean taken(String digest, UnitOfWork unit) {
        return !unit.entities(unitOfPersistence)
                .createQuery("SELECT i.id FROM CatalogueImport i WHERE i.digest = :digest", String.class)
                .setParameter("digest", digest)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Returns imports in ascending order of their ids. */
    public List<CatalogueImport> after(String id, int most, UnitOfWork unit) {
        return unit.entities(unitOfPersistence)
                .createQuery("SELECT i FROM CatalogueImport i WHERE i.id > :id ORDER BY i.id", CatalogueImport.class)
                .setParameter("id", id)
                .setMaxResults(most)
                .getResultList();
    }
}
