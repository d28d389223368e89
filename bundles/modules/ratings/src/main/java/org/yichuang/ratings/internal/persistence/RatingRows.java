package org.yichuang.ratings.internal.persistence;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.persistence.LockModeType;
import javax.persistence.TypedQuery;
import org.yichuang.identity.keys.EncryptedTable;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.rows.RowDigests;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.ratings.api.Grade;
import org.yichuang.ratings.api.RatingEvent;
import org.yichuang.ratings.api.Ratings.Filter;
import org.yichuang.ratings.api.Ratings.Given;
import org.yichuang.ratings.api.Source;
import org.yichuang.ratings.internal.domain.Answer;
import org.yichuang.ratings.internal.domain.Rating;
import org.yichuang.ratings.internal.domain.Service;

/** Ratings in the database, and what was said. */
public class RatingRows {
    /** The kind of aggregate: a rating. */
    public static final String RATING = "rating";

    /** The kind of aggregate: what was said once. */
    public static final String ANSWER = "rating-answer";

    /** Where what was said is encrypted. */
    public static final EncryptedTable ANSWERS = new EncryptedTable("RATINGS_ANSWER", "ANSWER");

    private static final String GIVEN = "ratings.given";
    private static final List<String> BAD = List.of(Grade.values()).stream()
            .filter(Grade::isBad)
            .map(Enum::name)
            .toList();

    private final EntityManagerFactory entities;
    private final Seal seal;

    public RatingRows(EntityManagerFactory entities, Seal seal) {
        this.entities = entities;
        this.seal = seal;
    }

    /** Whether there is a rating about something. */
    public boolean isThere(String about, UnitOfWork unit) {
        return !unit.entities(entities)
                .createQuery("select r.id from Rating r where r.about = :about", String.class)
                .setParameter("about", about)
                .getResultList()
                .isEmpty();
    }

    /** Adds a rating, or keeps a step, with its entry. */
    public void keep(Rating rating, String action, Map<String, String> details, DomainEvent event, UnitOfWork unit) {
        EntityManager rows = unit.entities(entities);
        if (!rows.contains(rating)) {
            rows.persist(rating);
        }
        record(rating, action, details, event, unit);
    }

    /** The rating of a link. */
    public Optional<Rating> ofLink(String token, UnitOfWork unit) {
        return query(unit, "select r from Rating r where r.tokenDigest = :digest")
                .setParameter("digest", seal.digest(unit.context().tenant(), token))
                .getResultList()
                .stream()
                .findFirst();
    }

    /** A rating. */
    public Optional<Rating> find(String id, UnitOfWork unit) {
        return Optional.ofNullable(unit.entities(entities).find(Rating.class, id));
    }

    /** The same rating, held until the transaction ends, as it stands then. */
    public Rating held(Rating rating, UnitOfWork unit) {
        unit.entities(entities).refresh(rating, LockModeType.PESSIMISTIC_WRITE);
        return rating;
    }

    /** The services of a case about which somebody was asked, the newest first. */
    public List<Rating> ofCase(String number, UnitOfWork unit) {
        return inOrder(query(
                        unit,
                        "select r from Rating r where r.caseNumber = :number and r.askedOn is not null"
                                + " order by r.id desc")
                .setParameter("number", number)
                .setMaxResults(PageRequest.USUAL)
                .getResultList());
    }

    /** The newest first: ids tell the day and no more. */
    private static List<Rating> inOrder(List<Rating> found) {
        return found.stream()
                .sorted(Comparator.comparing(Rating::servedOn)
                        .thenComparing(Rating::isAskedAgain)
                        .thenComparing(Rating::place)
                        .reversed())
                .toList();
    }

    /** What an account is asked, the newest first. */
    public List<Rating> ofAccount(String account, int most, UnitOfWork unit) {
        return inOrder(query(unit, "select r from Rating r where r.account = :account order by r.id desc")
                .setParameter("account", account)
                .setMaxResults(most)
                .getResultList());
    }

    /** What an account is asked about a case, the newest first. */
    public List<Rating> ofAccount(String account, String number, UnitOfWork unit) {
        return inOrder(query(
                        unit,
                        "select r from Rating r where r.caseNumber = :number and r.account = :account"
                                + " order by r.id desc")
                .setParameter("number", number)
                .setParameter("account", account)
                .setMaxResults(PageRequest.USUAL)
                .getResultList());
    }

    /**
     * What was said, the newest day first, one more than the page has.
     *
     * @param departments only of these; none for all
     */
    public List<Rating> given(Filter filter, Set<String> departments, PageRequest page, UnitOfWork unit) {
        Optional<Place> after = page.cursor().map(Place::parse);
        String where = "select r from Rating r where r.ratedOn is not null"
                + (after.isEmpty() ? "" : " and (r.ratedOn < :on or r.ratedOn = :on and r.id < :id)")
                + (filter.bad() ? " and r.grade in :bad" : "")
                + (filter.grade().isPresent() ? " and r.grade = :grade" : "")
                + (departments.isEmpty() ? "" : " and r.department in :departments")
                + " order by r.ratedOn desc, r.id desc";
        TypedQuery<Rating> query = query(unit, where).setMaxResults(page.limit() + 1);
        after.ifPresent(place -> query.setParameter("on", place.day()).setParameter("id", place.id()));
        if (filter.bad()) {
            query.setParameter("bad", BAD);
        }
        filter.grade().ifPresent(grade -> query.setParameter("grade", grade.name()));
        if (!departments.isEmpty()) {
            query.setParameter("departments", departments);
        }
        return query.getResultList();
    }

    private TypedQuery<Rating> query(UnitOfWork unit, String jpql) {
        return unit.entities(entities).createQuery(jpql, Rating.class);
    }

    /** Keeps what was said, with the entries of both. */
    public void add(Rating rating, Answer.Said said, DomainEvent event, UnitOfWork unit) {
        String id = Ids.next(unit.context().at());
        Answer answer = new Answer(id, rating, said, seal.seal(unit.context().tenant(), GIVEN, id, said.given()));
        unit.entities(entities).persist(answer);
        record(answer, "give", unit);
        rating.counts(answer);
        record(
                rating,
                said.ordinal() == 1 ? "rate" : "rate-again",
                Map.of("source", said.source().name()),
                event,
                unit);
    }

    /** What counts of a rating, or null for nothing. */
    public Answer.Said said(Rating rating, UnitOfWork unit) {
        return rating.answer().isEmpty() ? null : said(List.of(rating), unit).get(rating.answer());
    }

    /** What counts of each of some ratings, by answer. */
    public Map<String, Answer.Said> said(List<Rating> ratings, UnitOfWork unit) {
        List<String> ids =
                ratings.stream().map(Rating::answer).filter(id -> !id.isEmpty()).toList();
        if (ids.isEmpty()) {
            return Map.of();
        }
        return unit
                .entities(entities)
                .createQuery("select a from Answer a where a.id in :ids", Answer.class)
                .setParameter("ids", ids)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(Answer::id, answer -> open(answer, unit), (one, same) -> one));
    }

    private Answer.Said open(Answer answer, UnitOfWork unit) {
        Given given = seal.open(unit.context().tenant(), GIVEN, answer.id(), answer.content(), Given.class);
        return new Answer.Said(given, answer.source(), answer.ordinal(), answer.givenAt());
    }

    /** Puts what was said under the newest master key. */
    public void renew(String id, UnitOfWork unit) {
        Optional.ofNullable(unit.entities(entities).find(Answer.class, id, LockModeType.PESSIMISTIC_WRITE))
                .ifPresent(answer -> {
                    answer.resealed(seal.renewed(unit.context().tenant(), GIVEN, id, answer.content()));
                    record(answer, "renew-key", unit);
                });
    }

    private void record(Answer answer, String action, UnitOfWork unit) {
        EntityManager rows = unit.entities(entities);
        AuditEntry entry = new AuditEntry(
                ANSWER,
                answer.id(),
                action,
                RowDigests.loaded(rows, answer),
                RowDigests.written(rows, answer),
                Map.of("rating", answer.rating()));
        answer.head(unit.record(entry, answer.head()));
    }

    /** Writes a rating's entry; what changes it afterwards is a break of its chain. */
    private void record(Rating rating, String action, Map<String, String> details, DomainEvent event, UnitOfWork unit) {
        EntityManager rows = unit.entities(entities);
        AuditEntry entry = new AuditEntry(
                RATING,
                rating.id(),
                action,
                RowDigests.loaded(rows, rating),
                RowDigests.written(rows, rating),
                details,
                event);
        rating.head(unit.record(entry, rating.head()));
    }

    /** The event of a step on a rating. */
    public static DomainEvent event(String type, Service service, RatingEvent data) {
        return DomainEvent.of(RatingEvent.MODULE, type)
                .about(service.caseNumber(), service.item())
                .at(service.department(), service.window())
                .with(RatingEvent.VERSION, Json.write(data));
    }

    /** What continues a list after a rating. */
    public static String cursor(Rating rating) {
        return new Place(rating.ratedOn(), rating.id()).word();
    }

    /** How many of each grade were given within some days, but for what is set aside, was asked again or on calls. */
    public Map<Grade, Long> grades(LocalDate from, LocalDate to, UnitOfWork unit) {
        TypedQuery<Object[]> given = byGrade(
                        "r.ratedOn between :from and :to and r.setAside = :no and r.source <> :call", unit)
                .setParameter("no", false)
                .setParameter("call", Source.CALL.name());
        return counts(given, from, to).entrySet().stream()
                .collect(Collectors.toMap(each -> Grade.valueOf(each.getKey()), Map.Entry::getValue));
    }

    /** How many services were asked about within some days: by the grade that was given, empty for none. */
    public Map<String, Long> asked(LocalDate from, LocalDate to, UnitOfWork unit) {
        return counts(byGrade("r.askedOn between :from and :to", unit), from, to);
    }

    private TypedQuery<Object[]> byGrade(String which, UnitOfWork unit) {
        return unit.entities(entities)
                .createQuery(
                        "select r.grade, count(r) from Rating r where " + which
                                + " and r.event <> :again group by r.grade",
                        Object[].class)
                .setParameter("again", Service.ASKED_AGAIN);
    }

    private static Map<String, Long> counts(TypedQuery<Object[]> query, LocalDate from, LocalDate to) {
        return query.setParameter("from", from).setParameter("to", to).getResultList().stream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
    }
}
