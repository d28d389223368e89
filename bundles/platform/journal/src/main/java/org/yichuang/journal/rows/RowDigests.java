package org.yichuang.journal.rows;

import java.util.Map;
import java.util.Set;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.yichuang.journal.api.ChainHeadProvider;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.TenantId;

/**
 * The digests of rows that an audit entry holds, so that {@code audit:verify} proves the data and not only the log.
 * They cover every column of the entity's table, without anybody naming them: a column that is added is covered.
 */
public final class RowDigests {
    /** Stands for a row that the step has removed. */
    public static final String REMOVED = "-";

    /** What the names begin with under which an entry's details hold the digests of other rows, as they were left. */
    public static final String ROW = "row.";

    /** What the names begin with under which an entry's details hold the digests of other rows, as they were found. */
    public static final String FOUND = "was.";

    private RowDigests() {}

    /**
     * Opens an entity manager that is bound to a tenant and remembers the rows that its entities are read from;
     * those of
     * {@link UnitOfWork#entities} are opened so.
     */
    public static EntityManager open(EntityManagerFactory persistenceUnit, TenantId tenant) {
        return LoadedRows.open(persistenceUnit, tenant.value());
    }

    /**
     * Writes what has changed and lets go of everything that was read: entities of before are the transaction's no
     * more. What is long is done in pieces so that it needs no more room than one of them.
     */
    public static void forget(EntityManager entities) {
        entities.flush();
        entities.clear();
        LoadedRows.forget(entities);
    }

    /**
     * The digest of a row of which not the entity but its values are at hand.
     *
     * @param values by column, as the entity's converters write them
     * @throws IllegalArgumentException when a column is missing
     */
    public static String of(EntityManager entities, Class<?> entity, Map<String, Object> values) {
        return EntityRows.of(entities, entity, values);
    }

    /**
     * The digest of a row of a table without an entity.
     *
     * @param values by column: every one but tenant and chain
     */
    public static String of(String table, TenantId tenant, Map<String, Object> values) {
        return shape(table, values.keySet()).digest(tenant.value(), values::get);
    }

    /** What such digests begin with, as {@link ChainHeadProvider#shape} gives it. */
    public static String shapeOf(String table, Set<String> columns) {
        return shape(table, columns).id() + ".";
    }

    private static RowShape shape(String table, Set<String> columns) {
        return new RowShape(table, columns);
    }

    /**
     * The digest of an entity's row as it will stand when the transaction is committed. Asked last: whatever changes
     * the entity afterwards, but for the head of its chain, is a break.
     */
    public static String written(EntityManager entities, Object entity) {
        return EntityRows.written(entities, entity);
    }

    /** The digest of the row that an entity was read from in this transaction; empty for a new one. */
    public static String loaded(EntityManager entities, Object entity) {
        return EntityRows.loaded(entities, entity);
    }

    /**
     * The name under which the details of an entry hold the digest of a row beside the aggregate's own.
     *
     * @param type the kind of row, as its {@link ChainHeadProvider} names it
     * @param id which one
     */
    public static String detail(String type, String id) {
        return ROW + type + "/" + id;
    }

    /**
     * The details by which an entry covers a row beside the aggregate's own.
     *
     * @param type the kind of row, as its {@link ChainHeadProvider} names it
     * @param id which one
     */
    public static Map<String, String> details(EntityManager entities, String type, String id, Object entity) {
        String found = loaded(entities, entity);
        String left = written(entities, entity);
        return found.isEmpty()
                ? Map.of(detail(type, id), left)
                : Map.of(detail(type, id), left, FOUND + type + "/" + id, found);
    }
}
