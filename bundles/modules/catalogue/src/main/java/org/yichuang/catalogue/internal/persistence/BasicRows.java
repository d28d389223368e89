package org.yichuang.catalogue.internal.persistence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.catalogue.internal.domain.basic.BasicItem;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.rows.RowDigests;

/** The basic catalogue of the transaction's centre. */
public final class BasicRows {
    private static final String COLUMNS = "l.code, l.name, l.type, l.basis, l.levels, l.since, l.revision";

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

    /**
     * Returns those that are there behind a code, by code.
     *
     * @param words a part of its name, or its code; empty for all
     */
    public List<BasicItem.View> after(String code, String words, int most, UnitOfWork unit) {
        return ListSearch.after("BasicItem", COLUMNS, words, entities(unit))
                .setParameter("after", code)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(BasicRows::view)
                .toList();
    }

    private static BasicItem.View view(Object[] row) {
        return new BasicItem.View(
                (String) row[0],
                (String) row[1],
                (ItemType) row[2],
                (String) row[3],
                BasicItem.levels((String) row[4]),
                (LocalDate) row[5],
                (Long) row[6]);
    }

    /** Returns which of some codes are there, at most a thousand. */
    public List<String> among(List<String> codes, UnitOfWork unit) {
        return ListSearch.among("BasicItem", codes, entities(unit));
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
