package org.yichuang.ratings.internal.persistence;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.persistence.LockModeType;
import javax.persistence.TypedQuery;
import org.yichuang.identity.keys.EncryptedTable;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.rows.RowDigests;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.ratings.api.FollowUpKind;
import org.yichuang.ratings.api.FollowUpOutcome;
import org.yichuang.ratings.api.FollowUpState;
import org.yichuang.ratings.internal.domain.FollowUp;
import org.yichuang.ratings.internal.domain.FollowUpContent;

/** Follow-ups in the database. */
public class FollowUpRows {
    /** The kind of aggregate. */
    public static final String TYPE = "follow-up";

    /** Where what they hold of people is encrypted. */
    public static final EncryptedTable TABLE = new EncryptedTable("RATINGS_FOLLOW_UP", "FOLLOW_UP");

    private static final String CONTENT = "ratings.follow-up";

    private final EntityManagerFactory entities;
    private final Seal seal;

    public FollowUpRows(EntityManagerFactory entities, Seal seal) {
        this.entities = entities;
        this.seal = seal;
    }

    /** Whether there is one about something. */
    public boolean isThere(String about, UnitOfWork unit) {
        return !texts(unit, "select f.outcome from FollowUp f where f.about = :about")
                .setParameter("about", about)
                .getResultList()
                .isEmpty();
    }

    /** Whether there is one about something, and it was not refused. */
    public boolean isTakenUp(String about, UnitOfWork unit) {
        return !texts(unit, "select f.id from FollowUp f where f.about = :about and f.outcome <> :refused")
                .setParameter("about", about)
                .setParameter("refused", FollowUpOutcome.REFUSED.name())
                .getResultList()
                .isEmpty();
    }

    /** Which of some cases are followed up and not done with. */
    public List<String> openCases(Set<String> numbers, UnitOfWork unit) {
        return texts(
                        unit,
                        "select distinct f.caseNumber from FollowUp f where f.caseNumber in :numbers"
                                + " and f.closedOn is null")
                .setParameter("numbers", numbers)
                .getResultList();
    }

    /** The rating that one is about, empty for none; the one itself is not held. */
    public String ratingOf(String id, UnitOfWork unit) {
        return texts(unit, "select f.rating from FollowUp f where f.id = :id")
                .setParameter("id", id)
                .getResultList()
                .stream()
                .findFirst()
                .orElse("");
    }

    private TypedQuery<String> texts(UnitOfWork unit, String jpql) {
        return unit.entities(entities).createQuery(jpql, String.class);
    }

    /** Adds one, or keeps a step, with its entry. */
    public void keep(
            FollowUp followUp, String action, Map<String, String> details, DomainEvent event, UnitOfWork unit) {
        EntityManager rows = unit.entities(entities);
        followUp.resealed(seal.seal(unit.context().tenant(), CONTENT, followUp.id(), followUp.held()));
        if (!rows.contains(followUp)) {
            rows.persist(followUp);
        }
        record(followUp, action, details, event, unit);
    }

    private void record(
            FollowUp followUp, String action, Map<String, String> details, DomainEvent event, UnitOfWork unit) {
        EntityManager rows = unit.entities(entities);
        AuditEntry entry = new AuditEntry(
                TYPE,
                followUp.id(),
                action,
                RowDigests.loaded(rows, followUp),
                RowDigests.written(rows, followUp),
                details,
                event);
        followUp.head(unit.record(entry, followUp.head()));
    }

    /** One, held until the transaction ends. */
    public Optional<FollowUp> held(String id, UnitOfWork unit) {
        return opened(unit.entities(entities).find(FollowUp.class, id, LockModeType.PESSIMISTIC_WRITE), unit);
    }

    /** One. */
    public Optional<FollowUp> find(String id, UnitOfWork unit) {
        return opened(unit.entities(entities).find(FollowUp.class, id), unit);
    }

    /** What an account has lodged, the newest first. */
    public List<FollowUp> ofAccount(String account, int most, UnitOfWork unit) {
        List<FollowUp> found = query(unit, "select f from FollowUp f where f.account = :account order by f.id desc")
                .setParameter("account", account)
                .setMaxResults(most)
                .getResultList();
        found.forEach(each -> opened(each, unit));
        return found;
    }

    /** The one about a rating that goes on, held until the transaction ends. */
    public Optional<FollowUp> ofRating(String rating, UnitOfWork unit) {
        return query(unit, "select f from FollowUp f where f.rating = :rating and f.closedOn is null")
                .setParameter("rating", rating)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst()
                .flatMap(found -> held(found.id(), unit));
    }

    private Optional<FollowUp> opened(FollowUp found, UnitOfWork unit) {
        if (found != null) {
            found.opened(
                    seal.open(unit.context().tenant(), CONTENT, found.id(), found.content(), FollowUpContent.class));
        }
        return Optional.ofNullable(found);
    }

    /**
     * What is to be done, the first day first; one more than the page has.
     *
     * @param departments only theirs; none for all
     * @param verifies whether what waits to be verified is wanted of whatever department
     */
    public List<FollowUp> open(
            FollowUpKind kind, Set<String> departments, boolean verifies, PageRequest page, UnitOfWork unit) {
        return list(
                "f.closedOn is null",
                "and (f.dueOn > :day or f.dueOn = :day and f.id > :id)",
                "order by f.dueOn, f.id",
                new Listed(kind, departments, verifies, page),
                unit);
    }

    /** What has been done, the last day first; one more than the page has. */
    public List<FollowUp> closed(FollowUpKind kind, Set<String> departments, PageRequest page, UnitOfWork unit) {
        return list(
                "f.closedOn is not null",
                "and (f.closedOn < :day or f.closedOn = :day and f.id < :id)",
                "order by f.closedOn desc, f.id desc",
                new Listed(kind, departments, false, page),
                unit);
    }

    /** Which part of which list. */
    private record Listed(FollowUpKind kind, Set<String> departments, boolean verifies, PageRequest page) {
        String of() {
            if (departments.isEmpty()) {
                return "";
            }
            return verifies
                    ? "and (f.department in :departments or f.state = :verify)"
                    : "and f.department in :departments";
        }
    }

    private List<FollowUp> list(String which, String after, String order, Listed listed, UnitOfWork unit) {
        Optional<Place> place = listed.page().cursor().map(Place::parse);
        TypedQuery<FollowUp> query = query(
                        unit,
                        String.join(
                                " ",
                                "select f from FollowUp f where f.kind = :kind and",
                                which,
                                listed.of(),
                                place.isEmpty() ? "" : after,
                                order))
                .setParameter("kind", listed.kind().name())
                .setMaxResults(listed.page().limit() + 1);
        place.ifPresent(from -> query.setParameter("day", from.day()).setParameter("id", from.id()));
        if (!listed.departments().isEmpty()) {
            query.setParameter("departments", listed.departments());
            if (listed.verifies()) {
                query.setParameter("verify", FollowUpState.TO_VERIFY.name());
            }
        }
        List<FollowUp> found = query.getResultList();
        found.forEach(each -> opened(each, unit));
        return found;
    }

    /** What continues a list after one. */
    public static String cursor(FollowUp followUp) {
        LocalDate day = followUp.state() == FollowUpState.CLOSED ? followUp.closedOn() : followUp.dueOn();
        return new Place(day, followUp.id()).word();
    }

    /** Those whose day has passed and of which that is still to be noted, at most so many, after one. */
    public List<String> overdue(LocalDate today, String after, int most, UnitOfWork unit) {
        return unit.entities(entities)
                .createQuery(
                        "select f.id from FollowUp f where f.watchOn < :today and f.id > :after order by f.id",
                        String.class)
                .setParameter("today", today)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList();
    }

    /** Puts what one holds under the newest master key. */
    public void renew(String id, UnitOfWork unit) {
        Optional.ofNullable(unit.entities(entities).find(FollowUp.class, id, LockModeType.PESSIMISTIC_WRITE))
                .ifPresent(found -> {
                    found.resealed(seal.renewed(unit.context().tenant(), CONTENT, id, found.content()));
                    record(found, "renew-key", Map.of(), DomainEvent.NONE, unit);
                });
    }

    private TypedQuery<FollowUp> query(UnitOfWork unit, String jpql) {
        return unit.entities(entities).createQuery(jpql, FollowUp.class);
    }
}
