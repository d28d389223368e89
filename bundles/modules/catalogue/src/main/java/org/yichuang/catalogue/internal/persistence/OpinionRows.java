package org.yichuang.catalogue.internal.persistence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.yichuang.catalogue.internal.domain.opinion.DraftOpinion;
import org.yichuang.catalogue.internal.domain.opinion.ReviewOffice;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.rows.RowDigests;

/** What offices say of drafts at the transaction's centre. */
public final class OpinionRows {
    /** The kind of row that the audit trail proves as a part of an item. */
    private static final String OPINION = "draft-opinion";

    private static final int MOST = 200;

    private final EntityManagerFactory unitOfPersistence;

    /** Over the persistence unit {@code catalogue}. */
    public OpinionRows(EntityManagerFactory unitOfPersistence) {
        this.unitOfPersistence = unitOfPersistence;
    }

    /** Adds one. */
    public void add(DraftOpinion opinion, UnitOfWork unit) {
        entities(unit).persist(opinion);
    }

    /** Finds one. */
    public Optional<DraftOpinion> find(String id, UnitOfWork unit) {
        return entities(unit)
                .createQuery("SELECT o FROM DraftOpinion o WHERE o.id = :id", DraftOpinion.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** Returns those about a version. */
    public List<DraftOpinion> of(String code, int number, UnitOfWork unit) {
        return entities(unit)
                .createQuery(
                        "SELECT o FROM DraftOpinion o WHERE o.code = :code AND o.number = :number ORDER BY o.id",
                        DraftOpinion.class)
                .setParameter("code", code)
                .setParameter("number", number)
                .getResultList();
    }

    /** Returns those about all versions of an item, the newest version first; at most 200. */
    public List<DraftOpinion> of(String code, UnitOfWork unit) {
        return entities(unit)
                .createQuery(
                        "SELECT o FROM DraftOpinion o WHERE o.code = :code ORDER BY o.number DESC, o.id",
                        DraftOpinion.class)
                .setParameter("code", code)
                .setMaxResults(MOST)
                .getResultList();
    }

    /** Returns those about the drafts of these items: of each item there is one, and of each office one opinion. */
    public List<DraftOpinion> ofDrafts(List<String> codes, UnitOfWork unit) {
        if (codes.isEmpty()) {
            return List.of();
        }
        return entities(unit)
                .createQuery(
                        "SELECT o FROM DraftOpinion o, CatalogueItem i"
                                + " WHERE o.code = i.code AND o.number = i.draft AND o.code IN :codes",
                        DraftOpinion.class)
                .setParameter("codes", codes)
                .setMaxResults(codes.size() * ReviewOffice.values().length)
                .getResultList();
    }

    /** The details by which an item's entry covers the row of an opinion. */
    public Map<String, String> cover(DraftOpinion opinion, UnitOfWork unit) {
        return RowDigests.details(entities(unit), OPINION, opinion.id(), opinion);
    }

    private EntityManager entities(UnitOfWork unit) {
        return unit.entities(unitOfPersistence);
    }
}
