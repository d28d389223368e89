package org.yichuang.journal.rows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.persistence.LockModeType;
import javax.persistence.TypedQuery;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.UnitOfWork;

/**
 * Rows of a kind, each step of which the audit trail proves, for modules to extend.
 *
 * @param <T> what they are
 */
public abstract class ChainedRows<T extends ChainedRow> {
    private final EntityManagerFactory entities;
    private final Class<T> entity;
    private final String type;

    /** @param type the kind of aggregate in the journal */
    protected ChainedRows(EntityManagerFactory entities, Class<T> entity, String type) {
        this.entities = entities;
        this.entity = entity;
        this.type = type;
    }

    /** The kind of aggregate in the journal. */
    public String type() {
        return type;
    }

    /** What they are. */
    public Class<T> entity() {
        return entity;
    }

    /** Adds one, or keeps a step, with its entry and its event. */
    protected void keep(T row, String action, Map<String, String> details, DomainEvent event, UnitOfWork unit) {
        EntityManager manager = unit.entities(entities);
        if (!manager.contains(row)) {
            manager.persist(row);
        }
        AuditEntry entry = new AuditEntry(
                type,
                row.id(),
                action,
                RowDigests.loaded(manager, row),
                RowDigests.written(manager, row),
                details,
                event);
        row.head(unit.record(entry, row.head()));
    }

    /** Writes what has been kept so far, so that others wait for it from now on. */
    protected void flush(UnitOfWork unit) {
        unit.entities(entities).flush();
    }

    /** One, held until the transaction ends. */
    public Optional<T> held(String id, UnitOfWork unit) {
        return read(unit.entities(entities).find(entity, id, LockModeType.PESSIMISTIC_WRITE), unit);
    }

    /** One. */
    public Optional<T> find(String id, UnitOfWork unit) {
        return read(unit.entities(entities).find(entity, id), unit);
    }

    private Optional<T> read(T found, UnitOfWork unit) {
        return Optional.ofNullable(found).map(row -> opened(row, unit));
    }

    /** The row as it is worked with. */
    protected T opened(T row, UnitOfWork unit) {
        return row;
    }

    /** What a question finds, at most so many. */
    protected List<T> list(String question, Map<String, Object> values, int most, UnitOfWork unit) {
        TypedQuery<T> query =
                unit.entities(entities).createQuery(question, entity).setMaxResults(most);
        values.forEach(query::setParameter);
        return query.getResultList().stream().map(row -> opened(row, unit)).toList();
    }

    /** The ids that a question finds, at most so many: what one of them holds may be unreadable. */
    protected List<String> ids(String question, Map<String, Object> values, int most, UnitOfWork unit) {
        return values(question, values, String.class, most, unit);
    }

    /** What a question finds that is no whole row, at most so many. */
    protected <V> List<V> values(
            String question, Map<String, Object> values, Class<V> value, int most, UnitOfWork unit) {
        TypedQuery<V> query =
                unit.entities(entities).createQuery(question, value).setMaxResults(most);
        values.forEach(query::setParameter);
        return query.getResultList();
    }
}
