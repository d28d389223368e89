package org.yichuang.catalogue.internal.persistence;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.yichuang.catalogue.internal.domain.campaign.Campaign;
import org.yichuang.catalogue.internal.domain.campaign.CampaignWord;
import org.yichuang.catalogue.internal.domain.round.ReviewRound;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.rows.RowDigests;

/** The clean-ups that the transaction's centre has ordered, what was said to them here, and the rounds that count. */
public final class CampaignRows {
    private static final int MOST_ROUNDS = 200;

    private final EntityManagerFactory unitOfPersistence;

    /** Over the persistence unit {@code catalogue}. */
    public CampaignRows(EntityManagerFactory unitOfPersistence) {
        this.unitOfPersistence = unitOfPersistence;
    }

    /** Adds a clean-up, or what is said to one. */
    public void add(Object entity, UnitOfWork unit) {
        entities(unit).persist(entity);
    }

    /** Finds a clean-up. */
    public Optional<Campaign> find(String id, UnitOfWork unit) {
        return entities(unit)
                .createQuery("SELECT c FROM Campaign c WHERE c.id = :id", Campaign.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** Returns clean-ups, the latest first. */
    public List<Campaign> latest(int most, UnitOfWork unit) {
        return entities(unit)
                .createQuery("SELECT c FROM Campaign c ORDER BY c.id DESC", Campaign.class)
                .setMaxResults(most)
                .getResultList();
    }

    /** Returns what was said here, by these ids. */
    public List<CampaignWord> words(List<String> ids, UnitOfWork unit) {
        return ids.isEmpty()
                ? List.of()
                : entities(unit)
                        .createQuery(
                                "SELECT w FROM CampaignWord w WHERE w.id IN :ids ORDER BY w.id", CampaignWord.class)
                        .setParameter("ids", ids)
                        .getResultList();
    }

    /** Returns the rounds since a day that were not taken back, the last held first; at most 200. */
    public List<ReviewRound> rounds(LocalDate since, UnitOfWork unit) {
        return entities(unit)
                .createQuery(
                        "SELECT r FROM ReviewRound r WHERE r.heldOn >= :since AND r.takenBackOn IS NULL"
                                + " ORDER BY r.heldOn DESC, r.id DESC",
                        ReviewRound.class)
                .setParameter("since", since)
                .setMaxResults(MOST_ROUNDS)
                .getResultList();
    }

    /** The digest of the row that something will be written to. */
    public String digest(Object entity, UnitOfWork unit) {
        return RowDigests.written(entities(unit), entity);
    }

    private EntityManager entities(UnitOfWork unit) {
        return unit.entities(unitOfPersistence);
    }
}
