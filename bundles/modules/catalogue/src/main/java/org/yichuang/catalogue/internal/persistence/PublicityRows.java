package org.yichuang.catalogue.internal.persistence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.yichuang.catalogue.internal.domain.CatalogueVersion;
import org.yichuang.catalogue.internal.domain.publicity.PublicityRecord;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.rows.RowDigests;
import org.yichuang.kernel.api.CallContext;

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

    /** Returns of some items the last versions that were published until a day, by code. */
    public Map<String, CatalogueVersion> publishedUntil(LocalDate day, List<String> codes, UnitOfWork unit) {
        Instant end = day.plusDays(1).atStartOfDay(CallContext.ZONE).toInstant();
        Map<String, CatalogueVersion> found = new HashMap<>();
        for (List<String> chunk : ManyCodes.chunks(codes)) {
            unit.entities(unitOfPersistence)
                    .createQuery(
                            "SELECT v FROM CatalogueVersion v WHERE v.code IN :codes AND v.number ="
                                    + " (SELECT MAX(w.number) FROM CatalogueVersion w"
                                    + " WHERE w.code = v.code AND w.publishedAt < :end)",
                            CatalogueVersion.class)
                    .setParameter("codes", chunk)
                    .setParameter("end", end)
                    .getResultList()
                    .forEach(version -> found.put(version.definition().code(), version));
        }
        return found;
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

    /** Finds one. */
    public Optional<PublicityRecord> find(String id, UnitOfWork unit) {
        return entities(unit)
                .createQuery("SELECT p FROM PublicityRecord p WHERE p.id = :id", PublicityRecord.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** Returns those that were entered together and stand. */
    public List<PublicityRecord> together(String batch, UnitOfWork unit) {
        return entities(unit)
                .createQuery(
                        "SELECT p FROM PublicityRecord p WHERE p.batch = :batch AND p.takenBackOn IS NULL"
                                + " ORDER BY p.code",
                        PublicityRecord.class)
                .setParameter("batch", batch)
                .getResultList();
    }

    /** Returns the versions that some records are of, by the ids of these. */
    public Map<String, CatalogueVersion> versions(List<PublicityRecord> records, UnitOfWork unit) {
        Map<Integer, List<PublicityRecord>> byNumber =
                records.stream().collect(Collectors.groupingBy(PublicityRecord::number));
        Map<String, CatalogueVersion> found = new HashMap<>();
        byNumber.forEach((number, some) -> {
            Map<String, CatalogueVersion> byCode = new HashMap<>();
            List<String> codes =
                    some.stream().map(PublicityRecord::code).distinct().toList();
            for (List<String> chunk : ManyCodes.chunks(codes)) {
                entities(unit)
                        .createQuery(
                                "SELECT v FROM CatalogueVersion v WHERE v.number = :number AND v.code IN :codes",
                                CatalogueVersion.class)
                        .setParameter("number", number)
                        .setParameter("codes", chunk)
                        .getResultList()
                        .forEach(version -> byCode.put(version.definition().code(), version));
            }
            some.stream()
                    .filter(each -> byCode.containsKey(each.code()))
                    .forEach(each -> found.put(each.id(), byCode.get(each.code())));
        });
        return found;
    }

    /** The details by which an item's entry covers the row of a record. */
    public Map<String, String> cover(PublicityRecord made, UnitOfWork unit) {
        return RowDigests.details(entities(unit), RECORD, made.id(), made);
    }

    private EntityManager entities(UnitOfWork unit) {
        return unit.entities(unitOfPersistence);
    }
}
