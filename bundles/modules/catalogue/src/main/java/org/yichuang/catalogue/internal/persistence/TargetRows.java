package org.yichuang.catalogue.internal.persistence;

import java.time.LocalDate;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.yichuang.catalogue.internal.domain.round.ReviewRound;
import org.yichuang.catalogue.internal.domain.round.SpeedUp;
import org.yichuang.catalogue.internal.domain.targets.CompressionTarget;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.rows.RowDigests;

/** Targets of the transaction's centre, and what its rounds have reached. */
public final class TargetRows {
    private final EntityManagerFactory unitOfPersistence;

    /** Over the persistence unit {@code catalogue}. */
    public TargetRows(EntityManagerFactory unitOfPersistence) {
        this.unitOfPersistence = unitOfPersistence;
    }

    /** Adds one. */
    public void add(CompressionTarget target, UnitOfWork unit) {
        entities(unit).persist(target);
    }

    /** Finds that of a year. */
    public Optional<CompressionTarget> find(int year, UnitOfWork unit) {
        return entities(unit)
                .createQuery("SELECT t FROM CompressionTarget t WHERE t.id = :id", CompressionTarget.class)
                .setParameter("id", CompressionTarget.id(year))
                .getResultStream()
                .findFirst();
    }

    /** What the last round of a year that was not taken back has gained against the law, if one was held. */
    public Optional<SpeedUp> gain(int year, UnitOfWork unit) {
        return entities(unit)
                .createQuery(
                        "SELECT r FROM ReviewRound r WHERE r.heldOn BETWEEN :from AND :to AND r.takenBackOn IS NULL"
                                + " ORDER BY r.heldOn DESC, r.id DESC",
                        ReviewRound.class)
                .setParameter("from", LocalDate.of(year, 1, 1))
                .setParameter("to", LocalDate.of(year, 12, 31))
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(round -> round.totals().againstLaw());
    }

    /** The digest of the row that a target was read from, empty for a new one. */
    public String loadedDigest(CompressionTarget target, UnitOfWork unit) {
        return RowDigests.loaded(entities(unit), target);
    }

    /** The digest of the row that a target will be written to. */
    public String digest(CompressionTarget target, UnitOfWork unit) {
        return RowDigests.written(entities(unit), target);
    }

    private EntityManager entities(UnitOfWork unit) {
        return unit.entities(unitOfPersistence);
    }
}
