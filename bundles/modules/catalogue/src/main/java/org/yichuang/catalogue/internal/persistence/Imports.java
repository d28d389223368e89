package org.yichuang.catalogue.internal.persistence;

import java.util.Optional;
import javax.persistence.EntityManagerFactory;
import org.yichuang.catalogue.internal.domain.CatalogueImport;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.rows.RowDigests;

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

    /** The digest of the row that an import will be written to. */
    public String digest(CatalogueImport taken, UnitOfWork unit) {
        return RowDigests.written(unit.entities(unitOfPersistence), taken);
    }
}
