package org.yichuang.licences.internal.persistence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.persistence.LockModeType;
import javax.persistence.TypedQuery;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.rows.RowDigests;
import org.yichuang.licences.api.LicenceEvent;
import org.yichuang.licences.internal.domain.Grant;
import org.yichuang.licences.internal.domain.GrantPlace;

/** The decisions of a unit's centre that grant. */
public final class GrantRows {
    /** The kind of aggregate in the journal. */
    public static final String AGGREGATE = "licence-grant";

    private final EntityManagerFactory entities;

    public GrantRows(EntityManagerFactory entities) {
        this.entities = entities;
    }

    /**
     * What is looked for; null and empty sets stand for anything.
     *
     * @param item code of the item
     * @param holder the name of whom it was granted, in the form in which names are looked for
     * @param organisation the digest of the number of an organisation's document
     * @param departments of which departments
     * @param isPublic whether everybody asks
     */
    public record Wanted(String item, String holder, String organisation, Set<String> departments, boolean isPublic) {
        public Wanted {
            departments = Set.copyOf(departments);
        }
    }

    /** Adds one with its entry. */
    public void add(Grant grant, Map<String, String> details, UnitOfWork unit) {
        record(grant, "decide", details, grant.decided(), unit);
        unit.entities(entities).persist(grant);
    }

    /** Returns that of a case. */
    public Optional<Grant> find(String caseNumber, UnitOfWork unit) {
        return LicenceRows.isId(caseNumber)
                ? Optional.ofNullable(unit.entities(entities).find(Grant.class, caseNumber))
                : Optional.empty();
    }

    /**
     * Returns that of a case, held until the transaction ends, as it stands then: what is read after it of the results
     * is what they are beside it.
     */
    public Optional<Grant> held(String caseNumber, UnitOfWork unit) {
        return LicenceRows.isId(caseNumber)
                ? Optional.ofNullable(
                        unit.entities(entities).find(Grant.class, caseNumber, LockModeType.PESSIMISTIC_WRITE))
                : Optional.empty();
    }

    /** Returns what is looked for: what was decided last comes first. */
    public List<Grant> list(Wanted wanted, GrantPlace from, int most, UnitOfWork unit) {
        Map<String, Object> values = new LinkedHashMap<>();
        StringBuilder text = new StringBuilder("SELECT g FROM GrantDecision g WHERE g.decidedOn <= :from");
        values.put("from", from.day());
        and(text, values, "item", wanted.item());
        and(text, values, "holderFolded", wanted.holder());
        and(text, values, "idNumberKey", wanted.organisation());
        and(text, values, "person", wanted.organisation() == null ? null : Boolean.FALSE);
        and(text, values, "withheld", wanted.isPublic() ? "" : null);
        if (wanted.isPublic()) {
            text.append(" AND g.organ <> ''"); // there a moment before it is known who has decided
        }
        if (!wanted.departments().isEmpty()) {
            text.append(" AND g.department IN :departments");
            values.put("departments", wanted.departments());
        }
        TypedQuery<Grant> query = unit.entities(entities)
                .createQuery(text + " ORDER BY g.decidedOn DESC, g.caseNumber DESC", Grant.class)
                .setFirstResult(from.passed())
                .setMaxResults(most);
        values.forEach(query::setParameter);
        return query.getResultList();
    }

    private static void and(StringBuilder text, Map<String, Object> values, String name, Object value) {
        if (value != null) {
            text.append(" AND g.").append(name).append(" = :").append(name);
            values.put(name, value);
        }
    }

    /** Writes the entry of a step. */
    public void record(Grant grant, String action, Map<String, String> details, LicenceEvent event, UnitOfWork unit) {
        EntityManager manager = unit.entities(entities);
        DomainEvent fact = DomainEvent.of(LicenceEvent.MODULE, event.type())
                .about(grant.caseNumber(), grant.item())
                .at(grant.department(), "")
                .with(LicenceEvent.VERSION, Json.write(event));
        write(grant, action, details, fact, unit, manager);
    }

    /** Writes the entry of what is nobody's news. */
    public void note(Grant grant, String action, UnitOfWork unit) {
        write(grant, action, Map.of(), DomainEvent.NONE, unit, unit.entities(entities));
    }

    private static void write(
            Grant grant,
            String action,
            Map<String, String> details,
            DomainEvent fact,
            UnitOfWork unit,
            EntityManager manager) {
        AuditEntry entry = new AuditEntry(
                AGGREGATE,
                grant.caseNumber(),
                action,
                RowDigests.loaded(manager, grant),
                RowDigests.written(manager, grant),
                details,
                fact);
        grant.chain(unit.record(entry, grant.chain()));
    }
}
