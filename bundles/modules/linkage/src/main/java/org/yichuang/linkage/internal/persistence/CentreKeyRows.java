package org.yichuang.linkage.internal.persistence;

import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.yichuang.linkage.internal.domain.CentreKey;

/** The keys of the one centre that an entity manager is bound to. */
public final class CentreKeyRows {
    private final EntityManager entities;

    public CentreKeyRows(EntityManager entities) {
        this.entities = entities;
    }

    /** Returns a key by its name. */
    public Optional<CentreKey> find(String keyId) {
        return Optional.ofNullable(entities.find(CentreKey.class, keyId));
    }

    /** Adds a key. */
    public void add(CentreKey key) {
        entities.persist(key);
    }

    /** Returns all keys, the newest first. */
    public List<CentreKey> all() {
        return entities.createQuery("select k from CentreKey k order by k.validFrom desc, k.keyId", CentreKey.class)
                .getResultList();
    }

    /** Returns keys by name in ascending order, from after the given one. */
    public List<CentreKey> after(String keyId, int most) {
        return entities.createQuery(
                        "select k from CentreKey k where k.keyId > :after order by k.keyId", CentreKey.class)
                .setParameter("after", keyId)
                .setMaxResults(most)
                .getResultList();
    }
}
