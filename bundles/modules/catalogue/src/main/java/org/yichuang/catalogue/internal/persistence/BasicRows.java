package org.yichuang.catalogue.internal.persistence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.yichuang.catalogue.internal.domain.basic.BasicItem;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.rows.RowDigests;

/** The basic catalogue of the transaction's centre. */
public final class BasicRows {
    private final EntityManagerFactory unitOfPersistence;

    /** Over the persistence unit {@code catalogue}. */
    BasicRows(EntityManagerFactory unitOfPersistence) {
        this.unitOfPersistence = unitOfPersistence;
    }

    /** Adds one. */
    public void add(BasicItem item, UnitOfWork unit) {
        entities(unit).persist(item);
    }

    /** Finds one, there or not any more. */
    public Optional<BasicItem> find(String code, UnitOfWork unit) {
        return entities(unit)
                .createQuery("SELECT b FROM BasicItem b WHERE b.code = :code", BasicItem.class)
                .setParameter("code", code)
                .getResultStream()
                .findFirst();
    }

    /** Returns those of some codes that are there, in chunks. */
    public List<BasicItem> listed(Collection<String> codes, UnitOfWork unit) {
        List<BasicItem> found = new ArrayList<>();
        for (List<String> chunk : ManyCodes.chunks(List.copyOf(codes))) {
            found.addAll(entities(unit)
                    .createQuery(
                            "SELECT b FROM BasicItem b WHERE b.listed = :listed AND b.code IN :codes", BasicItem.class)
                    .setParameter("listed", true)
                    .setParameter("codes", chunk)
                    .getResultList());
        }
        return found;
    }

    /** Returns those that are there, by code. */
    public List<BasicItem> listed(int most, UnitOfWork unit) {
        return entities(unit)
                .createQuery("SELECT b FROM BasicItem b WHERE b.listed = :listed ORDER BY b.code", BasicItem.class)
                .setParameter("listed", true)
                .setMaxResults(most)
                .getResultList();
    }

    /** Returns the codes of those that are there. */
    public List<String> listedCodes(int most, UnitOfWork unit) {
        return entities(unit)
                .createQuery("SELECT b.code FROM BasicItem b WHERE b.listed = :listed ORDER BY b.code", String.class)
                .setParameter("listed", true)
                .setMaxResults(most)
                .getResultList();
    }

    /** How many there are. */
    public long count(UnitOfWork unit) {
        return entities(unit)
                .createQuery("SELECT COUNT(b) FROM BasicItem b WHERE b.listed = :listed", Long.class)
                .setParameter("listed", true)
                .getSingleResult();
    }

    /** The digest of the row that an item was read from, empty for a new one. */
    public String loadedDigest(BasicItem item, UnitOfWork unit) {
        return RowDigests.loaded(entities(unit), item);
    }

    /** The digest of the row that an item will be written to. */
    public String digest(BasicItem item, UnitOfWork unit) {
        return RowDigests.written(entities(unit), item);
    }

    private EntityManager entities(UnitOfWork unit) {
        return unit.entities(unitOfPersistence);
    }
}
