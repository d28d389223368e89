package org.yichuang.linkage.internal;

import java.util.function.Supplier;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.yichuang.journal.rows.RowDigests;
import org.yichuang.kernel.api.TenantId;

/** The entities of a transaction in memory: opened when they are asked for, kept when it succeeds. */
final class MemoryEntities {
    private EntityManager entities;

    EntityManager open(EntityManagerFactory persistenceUnit, TenantId tenant) {
        if (entities == null) {
            entities = RowDigests.open(persistenceUnit, tenant);
            entities.getTransaction().begin();
        }
        return entities;
    }

    <T> T during(Supplier<T> work) {
        try {
            T result = work.get();
            if (entities != null) {
                entities.getTransaction().commit();
            }
            return result;
        } finally {
            close();
        }
    }

    private void close() {
        if (entities != null) {
            if (entities.getTransaction().isActive()) {
                entities.getTransaction().rollback();
            }
            entities.close();
        }
    }
}
