package org.yichuang.licences.internal.persistence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.persistence.TypedQuery;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.rows.RowDigests;
import org.yichuang.kernel.api.Ids;
import org.yichuang.licences.api.LicenceEvent;
import org.yichuang.licences.internal.domain.Breach;

/** The promises that were not kept at a unit's centre. */
public final class BreachRows {
    /** The kind of aggregate in the journal. */
    public static final String AGGREGATE = "licence-breach";

    private static final String OPEN =
            "SELECT b FROM Breach b WHERE b.idNumberKey = :key AND b.repairedOn IS NULL ORDER BY b.id DESC";
    private static final String LIST = "SELECT b FROM Breach b WHERE b.id < :after ORDER BY b.id DESC";
    private static final String LIST_OF =
            "SELECT b FROM Breach b WHERE b.id < :after AND b.department IN :departments ORDER BY b.id DESC";

    private final EntityManagerFactory entities;

    public BreachRows(EntityManagerFactory entities) {
        this.entities = entities;
    }

    /**
     * Enters one.
     *
     * @param idNumberKey digest of the number of a document
     */
    public void enter(String idNumberKey, Breach.About about, UnitOfWork unit) {
        Breach breach = new Breach(
                Ids.next(unit.context().at()),
                idNumberKey,
                about,
                unit.context().today());
        record(
                breach,
                "enter",
                Map.of("case", about.caseNumber(), "material", about.material()),
                breach.entered(),
                unit);
        unit.entities(entities).persist(breach);
    }

    /** Returns the newest of somebody that is not repaired, if there is one. */
    public Optional<Breach> open(String idNumberKey, UnitOfWork unit) {
        return unit.entities(entities)
                .createQuery(OPEN, Breach.class)
                .setParameter("key", idNumberKey)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Returns one. */
    public Optional<Breach> find(String id, UnitOfWork unit) {
        return LicenceRows.isId(id)
                ? Optional.ofNullable(unit.entities(entities).find(Breach.class, id))
                : Optional.empty();
    }

    /**
     * Returns those of some departments, the newest first, from behind one.
     *
     * @param departments empty for all
     */
    public List<Breach> list(Set<String> departments, Optional<String> after, int most, UnitOfWork unit) {
        TypedQuery<Breach> query = unit.entities(entities)
                .createQuery(departments.isEmpty() ? LIST : LIST_OF, Breach.class)
                .setParameter("after", after.orElse("~"))
                .setMaxResults(most);
        if (!departments.isEmpty()) {
            query.setParameter("departments", departments);
        }
        return query.getResultList();
    }

    /** Writes the entry of a step. */
    public void record(Breach breach, String action, Map<String, String> details, LicenceEvent event, UnitOfWork unit) {
        EntityManager manager = unit.entities(entities);
        DomainEvent fact = DomainEvent.of(LicenceEvent.MODULE, event.type())
                .about(breach.caseNumber(), breach.item())
                .at(breach.department(), "")
                .with(LicenceEvent.VERSION, Json.write(event));
        AuditEntry entry = new AuditEntry(
                AGGREGATE,
                breach.id(),
                action,
                RowDigests.loaded(manager, breach),
                RowDigests.written(manager, breach),
                details,
                fact);
        breach.chain(unit.record(entry, breach.chain()));
    }
}
