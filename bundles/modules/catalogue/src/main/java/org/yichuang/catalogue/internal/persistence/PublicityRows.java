package org.yichuang.catalogue.internal.persistence;

import java.util.List;
import java.util.Map;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.yichuang.catalogue.internal.domain.publicity.PublicityRecord;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.rows.RowDigests;

/** Where versions were made known to the public, at the transaction's centre. */
public final class PublicityRows {
    /** The kind of row that the audit trail proves as a part of an item. */
    private static final String RECORD = "publicity-record";

    private static final int MOST = 200;

    private final EntityManagerFactory unitOfPersistence;

    /** Over the persistence unit {@code catalogue}. */
    public PublicityRows(EntityManagerFactory unitOfPersistence) {
        this.unitOfPersistence = unitOfPersistence;
    }

    /** Adds one. */
    public void add(PublicityRecord made, UnitOfWork unit) {
        entities(unit).persist(made);
    }

    /** Returns the records of an item, the latest first; at most 200. */
    public List<PublicityRecord> of(String code, UnitOfWork unit) {
        return entities(unit)
                .createQuery(
                        "SELECT p FROM PublicityRecord p WHERE p.code = :code ORDER BY p.id DESC",
                        PublicityRecord.class)
                .setParameter("code", code)
                .setMaxResults(MOST)
                .getResultList();
    }

    /** The details by which an item's entry covers the row of a record. */
    public Map<String, String> cover(PublicityRecord made, UnitOfWork unit) {
        return RowDigests.details(entities(unit), RECORD, made.id(), made);
    }

    private EntityManager entities(UnitOfWork unit) {
        return unit.entities(unitOfPersistence);
    }
}
