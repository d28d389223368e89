package org.yichuang.catalogue.internal.persistence;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.persistence.TypedQuery;
import org.yichuang.catalogue.internal.domain.submission.Submission;
import org.yichuang.catalogue.internal.domain.submission.SubmissionState;
import org.yichuang.catalogue.internal.domain.submission.SubmittedItem;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.rows.RowDigests;

/** Lists of drafts that go up, as the transaction's centre keeps them. */
public final class SubmissionRows {
    /** The kind of row that the audit trail proves as a part of a list. */
    private static final String ITEM = "submitted-item";

    private final EntityManagerFactory unitOfPersistence;

    /** Over the persistence unit {@code catalogue}. */
    public SubmissionRows(EntityManagerFactory unitOfPersistence) {
        this.unitOfPersistence = unitOfPersistence;
    }

    /** Adds a list or an item of one. */
    public void add(Object entity, UnitOfWork unit) {
        entities(unit).persist(entity);
    }

    /** Finds a list. */
    public Optional<Submission> find(String id, UnitOfWork unit) {
        return entities(unit)
                .createQuery("SELECT s FROM Submission s WHERE s.id = :id", Submission.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** Returns the items of a list, in its order. */
    public List<SubmittedItem> items(String submission, UnitOfWork unit) {
        return entities(unit)
                .createQuery(
                        "SELECT i FROM SubmittedItem i WHERE i.submission = :submission ORDER BY i.place",
                        SubmittedItem.class)
                .setParameter("submission", submission)
                .getResultList();
    }

    /**
     * Which lists are wanted.
     *
     * @param state of this state only
     * @param lateOn only those that are examined here and late on this day
     */
    public record Wanted(Optional<SubmissionState> state, Optional<LocalDate> lateOn) {}

    /** Returns lists before an id, the latest first. */
    public List<Submission> list(Wanted wanted, Optional<String> before, int most, UnitOfWork unit) {
        StringBuilder question = new StringBuilder("SELECT s FROM Submission s WHERE s.id < :before");
        wanted.state().ifPresent(state -> question.append(" AND s.state = :state"));
        wanted.lateOn().ifPresent(day -> question.append(" AND s.state = :examining AND s.dueOn < :day"));
        TypedQuery<Submission> query = entities(unit)
                .createQuery(question.append(" ORDER BY s.id DESC").toString(), Submission.class)
                .setParameter("before", before.orElse("~"))
                .setMaxResults(most);
        wanted.state().ifPresent(state -> query.setParameter("state", state));
        wanted.lateOn().ifPresent(day -> query.setParameter("examining", SubmissionState.EXAMINING)
                .setParameter("day", day));
        return query.getResultList();
    }

    /** Returns lists that were sent to a centre, and are under way or have ended since a day. */
    public List<Submission> sentTo(String above, LocalDate since, UnitOfWork unit) {
        return entities(unit)
                .createQuery(
                        "SELECT s FROM Submission s WHERE s.above = :above"
                                + " AND (s.concludedOn IS NULL OR s.concludedOn >= :since) ORDER BY s.id",
                        Submission.class)
                .setParameter("above", above)
                .setParameter("since", since)
                .getResultList();
    }

    /** The digest of the row that a list was read from, empty for a new one. */
    public String loadedDigest(Submission list, UnitOfWork unit) {
        return RowDigests.loaded(entities(unit), list);
    }

    /** The digest of the row that a list will be written to. */
    public String digest(Submission list, UnitOfWork unit) {
        return RowDigests.written(entities(unit), list);
    }

    /** The details by which a list's entry covers the row of an item. */
    public Map<String, String> cover(SubmittedItem item, UnitOfWork unit) {
        return RowDigests.details(entities(unit), ITEM, item.id(), item);
    }

    /** Writes what has changed, so that revisions are the new ones. */
    public void flush(UnitOfWork unit) {
        entities(unit).flush();
    }

    private EntityManager entities(UnitOfWork unit) {
        return unit.entities(unitOfPersistence);
    }
}
