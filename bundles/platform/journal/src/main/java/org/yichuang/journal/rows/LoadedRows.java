package org.yichuang.journal.rows;

import java.util.IdentityHashMap;
import java.util.Map;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.DescriptorEvent;
import org.eclipse.persistence.descriptors.DescriptorEventAdapter;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.jpa.JpaEntityManager;
import org.eclipse.persistence.sessions.Record;

/**
 * Remembers, for each entity of a transaction, the row that it was built from: what was there before a step, and what
 * stays there where the step changes nothing.
 */
public final class LoadedRows extends DescriptorEventAdapter {
    /** EclipseLink's property of the tenant; an entity manager without it refuses to read. */
    static final String TENANT_PROPERTY = "eclipselink.tenant-id";

    /** The property of an entity manager that holds its rows. */
    private static final String PROPERTY = "yichuang.journal.loaded-rows";

    private static final LoadedRows LISTENER = new LoadedRows();

    private LoadedRows() {}

    /** Opens an entity manager that is bound to a tenant and remembers. */
    public static EntityManager open(EntityManagerFactory persistenceUnit, String tenant) {
        EntityManager manager = persistenceUnit.createEntityManager(
                Map.of(TENANT_PROPERTY, tenant, PROPERTY, new IdentityHashMap<Object, Record>()));
        manager.setProperty(TENANT_PROPERTY, tenant);
        session(manager).getDescriptors().values().forEach(LoadedRows::listen);
        return manager;
    }

    private static void listen(ClassDescriptor descriptor) {
        synchronized (descriptor) {
            if (!descriptor.getEventManager().getEventListeners().contains(LISTENER)) {
                descriptor.getEventManager().addListener(LISTENER);
            }
        }
    }

    @Override
    public void postBuild(DescriptorEvent event) {
        keep(event);
    }

    @Override
    public void postRefresh(DescriptorEvent event) {
        keep(event);
    }

    private static void keep(DescriptorEvent event) {
        Map<Object, Record> rows = rows(event.getSession());
        if (rows != null && event.getRecord() != null) {
            rows.put(event.getSource(), event.getRecord());
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<Object, Record> rows(AbstractSession session) {
        return (Map<Object, Record>) session.getProperty(PROPERTY);
    }

    /** The row that an entity was built from, null for a new one. */
    static Record of(Object entity, EntityManager manager) {
        Map<Object, Record> rows = rows(session(manager));
        return rows == null ? null : rows.get(entity);
    }

    /** The rows that entities of this transaction were built from, by entity. */
    static Map<Object, Record> all(EntityManager manager) {
        Map<Object, Record> rows = rows(session(manager));
        return rows == null ? Map.of() : rows;
    }

    /** Lets go of the rows of entities that are the transaction's no more. */
    static void forget(EntityManager manager) {
        Map<Object, Record> rows = rows(session(manager));
        if (rows != null) {
            rows.clear();
        }
    }

    static AbstractSession session(EntityManager manager) {
        return (AbstractSession) manager.unwrap(JpaEntityManager.class).getActiveSession();
    }
}
