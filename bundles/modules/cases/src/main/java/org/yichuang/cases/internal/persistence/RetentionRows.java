package org.yichuang.cases.internal.persistence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.persistence.LockModeType;
import javax.persistence.TypedQuery;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.CaseFiles.Place;
import org.yichuang.cases.internal.domain.CaseNumbers;
import org.yichuang.cases.internal.domain.LegalHold;
import org.yichuang.cases.internal.domain.RemovalBatch;
import org.yichuang.cases.internal.domain.RemovalState;
import org.yichuang.cases.internal.domain.RetentionSchedule;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.rows.RowDigests;
import org.yichuang.kernel.api.CallContext;

/** Which cases are over and since when, what keeps them longer, and what was proposed to be removed. */
public class RetentionRows {
    /** The kind of aggregate that proposals are in the journal. */
    public static final String REMOVAL = "removal";

    /** The kind of aggregate that holds are. */
    public static final String HOLD = "legal-hold";

    /** Stands in a list of items that is empty. */
    private static final String NONE = "-";

    private static final String DUE = "SELECT c.endedOn, c.number FROM CaseFile c WHERE c.endedOn <= :latest"
            + " AND (c.endedOn <= :usual AND c.item NOT IN :others OR c.endedOn <= :early AND c.item IN :short)"
            + " AND NOT EXISTS (SELECT b.branch FROM BranchRow b WHERE b.number = c.number AND b.item IN :permanent)"
            + " AND (c.endedOn > :day OR c.endedOn = :day AND c.number > :number) ORDER BY c.endedOn, c.number";

    private static final String OF_NUMBERS =
            "SELECT c.number, c.item, c.itemName, c.receivedAt, c.decidedOn, c.endedOn,"
                    + " c.state, c.promisedUntil FROM CaseFile c WHERE c.number IN :numbers"
                    + " ORDER BY c.endedOn, c.number";

    private static final String MEMBERS =
            "SELECT b.number, b.item FROM BranchRow b WHERE b.number IN :numbers AND b.item IS NOT NULL";

    private static final String COUNTED = "SELECT DISTINCT f.number FROM CountedFact f WHERE f.number IN :numbers";
    private static final String HELD = "SELECT h.number FROM LegalHold h WHERE h.number IN :numbers AND h.held = :held";
    private static final String HOLDS =
            "SELECT h FROM LegalHold h WHERE h.held = :held AND h.number > :after ORDER BY h.number";

    private static final String BATCHES = "SELECT b FROM RemovalBatch b WHERE b.id < :before ORDER BY b.id DESC";
    private static final String CONFIRMED =
            "SELECT b.id FROM RemovalBatch b WHERE b.state = :state AND b.id > :after ORDER BY b.id";

    /** Greater than every id. */
    private static final String ALL = "~";

    private final EntityManagerFactory entities;

    public RetentionRows(EntityManagerFactory entities) {
        this.entities = entities;
    }

    /**
     * A case, with what says whether it is still to be kept.
     *
     * @param items its item, and those of the members of a bundle that departments have dealt with
     * @param endedOn since when it is over here; null where it is not
     * @param promisedUntil by when something follows or is checked; null where nothing is
     */
    public record Kept(
            String number,
            String item,
            Set<String> items,
            String itemName,
            LocalDate receivedOn,
            LocalDate decidedOn,
            LocalDate endedOn,
            CaseState state,
            LocalDate promisedUntil) {
        /** Since when it is over; of cases from before that was kept it is known that it was not before this. */
        public Optional<LocalDate> over() {
            return Optional.ofNullable(endedOn).map(ended -> Stream.of(receivedOn, decidedOn, ended)
                    .filter(day -> day != null)
                    .max(LocalDate::compareTo)
                    .orElse(ended));
        }
    }

    /** Returns cases whose years may have passed, the oldest first, behind a place. */
    public List<Place> due(RetentionSchedule schedule, LocalDate today, Place after, int most, UnitOfWork unit) {
        Set<String> others = new HashSet<>(schedule.shortItems());
        others.addAll(schedule.permanentItems());
        others.add(NONE);
        Set<String> few = new HashSet<>(schedule.shortItems());
        few.removeAll(schedule.permanentItems());
        few.add(NONE);
        Set<String> permanent = new HashSet<>(schedule.permanentItems());
        permanent.add(NONE);
        LocalDate usual = schedule.overBy(today);
        LocalDate early = schedule.shortOverBy(today);
        return unit
                .entities(entities)
                .createQuery(DUE, Object[].class)
                .setParameter("latest", usual.isAfter(early) ? usual : early)
                .setParameter("usual", usual)
                .setParameter("others", others)
                .setParameter("early", early)
                .setParameter("short", few)
                .setParameter("permanent", permanent)
                .setParameter("day", after.due())
                .setParameter("number", after.number())
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(row -> new Place((LocalDate) row[0], (String) row[1]))
                .toList();
    }

    /** Returns cases by their numbers, the oldest first; those that are not there are left out. */
    public List<Kept> of(Collection<String> numbers, UnitOfWork unit) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        Map<String, Set<String>> members = new HashMap<>();
        rows(MEMBERS, numbers, unit).forEach(row -> members.computeIfAbsent((String) row[0], number -> new HashSet<>())
                .add((String) row[1]));
        return rows(OF_NUMBERS, numbers, unit).stream()
                .map(row -> kept(row, members.getOrDefault((String) row[0], Set.of())))
                .toList();
    }

    private List<Object[]> rows(String question, Collection<String> numbers, UnitOfWork unit) {
        return unit.entities(entities)
                .createQuery(question, Object[].class)
                .setParameter("numbers", numbers)
                .getResultList();
    }

    private static Kept kept(Object[] row, Set<String> members) {
        Set<String> items = new HashSet<>(members);
        items.add((String) row[1]);
        return new Kept(
                (String) row[0],
                (String) row[1],
                Set.copyOf(items),
                (String) row[2],
                ((Instant) row[3]).atZone(CallContext.ZONE).toLocalDate(),
                (LocalDate) row[4],
                (LocalDate) row[5],
                (CaseState) row[6],
                (LocalDate) row[7]);
    }

    /** Locks a case, so that nobody says to keep it while it is removed; whether it is there. */
    public boolean lock(String number, UnitOfWork unit) {
        return CaseNumbers.isWellFormed(number)
                && unit.entities(entities).find(CaseFile.class, number, LockModeType.PESSIMISTIC_WRITE) != null;
    }

    /** Which of some cases figures have counted. */
    public Set<String> counted(Collection<String> numbers, UnitOfWork unit) {
        return Set.copyOf(texts(COUNTED, Map.of("numbers", numbers), Integer.MAX_VALUE, unit));
    }

    /** Which of some cases somebody has said to keep. */
    public Set<String> held(Collection<String> numbers, UnitOfWork unit) {
        return Set.copyOf(texts(HELD, Map.of("numbers", numbers, "held", true), Integer.MAX_VALUE, unit));
    }

    /** What is held, by number, behind one. */
    public List<LegalHold> holds(Optional<String> after, int most, UnitOfWork unit) {
        return list(HOLDS, LegalHold.class, Map.of("held", true, "after", after.orElse("")), most, unit);
    }

    /** What was proposed, the newest first, before one. */
    public List<RemovalBatch> batches(Optional<String> before, int most, UnitOfWork unit) {
        return list(BATCHES, RemovalBatch.class, Map.of("before", before.orElse(ALL)), most, unit);
    }

    /** What was confirmed and is not done, behind one. */
    public List<String> confirmed(String after, int most, UnitOfWork unit) {
        return texts(CONFIRMED, Map.of("state", RemovalState.CONFIRMED, "after", after), most, unit);
    }

    private List<String> texts(String question, Map<String, Object> values, int most, UnitOfWork unit) {
        return list(question, String.class, values, most, unit);
    }

    private <T> List<T> list(String question, Class<T> type, Map<String, Object> values, int most, UnitOfWork unit) {
        TypedQuery<T> query =
                unit.entities(entities).createQuery(question, type).setMaxResults(most);
        values.forEach(query::setParameter);
        return query.getResultList();
    }

    /** A proposal. */
    public Optional<RemovalBatch> find(String id, UnitOfWork unit) {
        return Optional.ofNullable(unit.entities(entities).find(RemovalBatch.class, id));
    }

    /** A proposal, held until the transaction ends. */
    public Optional<RemovalBatch> locked(String id, UnitOfWork unit) {
        return Optional.ofNullable(
                unit.entities(entities).find(RemovalBatch.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** What was said of a case. */
    public Optional<LegalHold> hold(String number, UnitOfWork unit) {
        return Optional.ofNullable(unit.entities(entities).find(LegalHold.class, number));
    }

    /** What was said of a case, held until the transaction ends. */
    public Optional<LegalHold> lockedHold(String number, UnitOfWork unit) {
        return Optional.ofNullable(
                unit.entities(entities).find(LegalHold.class, number, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Keeps a step of a proposal, with its entry. */
    public void keep(RemovalBatch batch, String action, Map<String, String> details, UnitOfWork unit) {
        batch.head(keep(REMOVAL, batch.id(), batch, batch.head(), new Said(action, details), unit));
    }

    /** Keeps what is said of a case, with its entry. */
    public void keep(LegalHold hold, String action, Map<String, String> details, UnitOfWork unit) {
        hold.head(keep(HOLD, hold.number(), hold, hold.head(), new Said(action, details), unit));
    }

    private record Said(String action, Map<String, String> details) {}

    private ChainHead keep(String type, String id, Object row, ChainHead head, Said said, UnitOfWork unit) {
        EntityManager manager = unit.entities(entities);
        if (!manager.contains(row)) {
            manager.persist(row);
        }
        String found = RowDigests.loaded(manager, row);
        String left = RowDigests.written(manager, row);
        return unit.record(new AuditEntry(type, id, said.action(), found, left, said.details()), head);
    }
}
