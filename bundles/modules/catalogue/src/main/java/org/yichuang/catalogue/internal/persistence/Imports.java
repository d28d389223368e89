package org.yichuang.catalogue.internal.persistence;

import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManagerFactory;
import org.yichuang.catalogue.internal.domain.CatalogueImport;
import org.yichuang.catalogue.internal.domain.OwnWord;
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

    /** Returns what words of the centre's own lists mean, in order; what means nothing any more as well. */
    public List<OwnWord> words(int most, UnitOfWork unit) {
        return unit.entities(unitOfPersistence)
                .createQuery("SELECT w FROM OwnWord w ORDER BY w.id", OwnWord.class)
                .setMaxResults(most)
                .getResultList();
    }

    /** Adds one. */
    public void add(OwnWord word, UnitOfWork unit) {
        unit.entities(unitOfPersistence).persist(word);
    }

    /** The digest of the row that a word was read from, empty for a new one. */
    public String loadedDigest(OwnWord word, UnitOfWork unit) {
        return RowDigests.loaded(unit.entities(unitOfPersistence), word);
    }

    /** The digest of the row that a word will be written to. */
    public String digest(OwnWord word, UnitOfWork unit) {
        return RowDigests.written(unit.entities(unitOfPersistence), word);
    }

    /** The digest of the row that an import was read from. */
    public String loadedDigest(CatalogueImport taken, UnitOfWork unit) {
        return RowDigests.loaded(unit.entities(unitOfPersistence), taken);
    }

    /** The digest of the row that an import will be written to. */
    public String digest(CatalogueImport taken, UnitOfWork unit) {
        return RowDigests.written(unit.entities(unitOfPersistence), taken);
    }
}
