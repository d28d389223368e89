package org.yichuang.catalogue.internal.persistence;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.catalogue.internal.domain.round.NewRound;
import org.yichuang.catalogue.internal.domain.round.ReviewRound;
import org.yichuang.catalogue.internal.domain.round.RoundPart;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.rows.RowDigests;

/** The review rounds of the transaction's centre. */
public final class Rounds {
    /** The kind of row that the audit trail proves as a part of a round. */
    private static final String PART = "review-round-part";

    private static final int CHUNK = 500;

    private final EntityManagerFactory unitOfPersistence;

    /** Over the persistence unit {@code catalogue}. */
    public Rounds(EntityManagerFactory unitOfPersistence) {
        this.unitOfPersistence = unitOfPersistence;
    }

    /** Adds a round or a part of one. */
    public void add(Object entity, UnitOfWork unit) {
        entities(unit).persist(entity);
    }

    /** Finds a round. */
    public Optional<ReviewRound> find(String id, UnitOfWork unit) {
        return entities(unit)
                .createQuery("SELECT r FROM ReviewRound r WHERE r.id = :id", ReviewRound.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** Where a list continues: behind this round. */
    public record Place(LocalDate heldOn, String id) {}

    /** Returns rounds, the latest first. */
    public List<ReviewRound> list(Optional<Place> after, int most, UnitOfWork unit) {
        Place place = after.orElse(new Place(LocalDate.of(9999, 12, 31), ""));
        return entities(unit)
                .createQuery(
                        "SELECT r FROM ReviewRound r WHERE r.heldOn < :day OR (r.heldOn = :day AND r.id < :id)"
                                + " ORDER BY r.heldOn DESC, r.id DESC",
                        ReviewRound.class)
                .setParameter("day", place.heldOn())
                .setParameter("id", place.id())
                .setMaxResults(most)
                .getResultList();
    }

    /** Finds a part of a round. */
    public Optional<RoundPart> part(String round, int serial, UnitOfWork unit) {
        return entities(unit)
                .createQuery("SELECT p FROM RoundPart p WHERE p.round = :round AND p.serial = :serial", RoundPart.class)
                .setParameter("round", round)
                .setParameter("serial", serial)
                .getResultStream()
                .findFirst();
    }

    /** Returns what the centre's own catalogue says of items, by code, as their newest versions say it. */
    public Map<String, NewRound.Known> known(List<String> codes, UnitOfWork unit) {
        Map<String, NewRound.Known> known = new HashMap<>();
        for (int from = 0; from < codes.size(); from += CHUNK) {
            entities(unit)
                    .createQuery(
                            "SELECT v.code, v.name, v.type FROM CatalogueVersion v, CatalogueItem i"
                                    + " WHERE v.code = i.code AND v.number = COALESCE(i.draft, i.published, i.latest) AND v.code IN :codes",
                            Object[].class)
                    .setParameter("codes", codes.subList(from, Math.min(codes.size(), from + CHUNK)))
                    .getResultList()
                    .forEach(row -> known.put((String) row[0], new NewRound.Known((String) row[1], (ItemType) row[2])));
        }
        return known;
    }

    /** The digest of the row that a round was read from. */
    public String loadedDigest(ReviewRound round, UnitOfWork unit) {
        return RowDigests.loaded(entities(unit), round);
    }

    /** The digest of the row that a round will be written to. */
    public String digest(ReviewRound round, UnitOfWork unit) {
        return RowDigests.written(entities(unit), round);
    }

    /** The details by which a round's entry covers the row of a part of it. */
    public Map<String, String> cover(RoundPart part, UnitOfWork unit) {
        return RowDigests.details(entities(unit), PART, part.id(), part);
    }

    private EntityManager entities(UnitOfWork unit) {
        return unit.entities(unitOfPersistence);
    }
}
