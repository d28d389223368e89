package org.yichuang.catalogue.internal.persistence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.yichuang.catalogue.internal.domain.sample.SampleFile;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.rows.RowDigests;

/** Samples and blank forms of the transaction's centre. */
public final class SampleRows {
    private final EntityManagerFactory unitOfPersistence;

    /** Over the persistence unit {@code catalogue}. */
    SampleRows(EntityManagerFactory unitOfPersistence) {
        this.unitOfPersistence = unitOfPersistence;
    }

    /** Adds one. */
    public void add(SampleFile file, UnitOfWork unit) {
        entities(unit).persist(file);
    }

    /** Finds one, given or not any more. */
    public Optional<SampleFile> find(String id, UnitOfWork unit) {
        return entities(unit)
                .createQuery("SELECT s FROM SampleFile s WHERE s.id = :id", SampleFile.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** Returns those of some items that are given, in chunks. */
    public List<SampleFile> given(Collection<String> codes, UnitOfWork unit) {
        List<SampleFile> found = new ArrayList<>();
        for (List<String> chunk : ManyCodes.chunks(List.copyOf(codes))) {
            found.addAll(entities(unit)
                    .createQuery(
                            "SELECT s FROM SampleFile s WHERE s.code IN :codes AND s.given = :given", SampleFile.class)
                    .setParameter("codes", chunk)
                    .setParameter("given", true)
                    .getResultList());
        }
        return found;
    }

    /** The digest of the row that a file was read from, empty for a new one. */
    public String loadedDigest(SampleFile file, UnitOfWork unit) {
        return RowDigests.loaded(entities(unit), file);
    }

    /** The digest of the row that a file will be written to. */
    public String digest(SampleFile file, UnitOfWork unit) {
        return RowDigests.written(entities(unit), file);
    }

    private EntityManager entities(UnitOfWork unit) {
        return unit.entities(unitOfPersistence);
    }
}
