package org.yichuang.licences.internal.persistence;

import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.licences.api.LicenceState;
import org.yichuang.licences.internal.domain.ItemKey;
import org.yichuang.licences.internal.domain.QuotaLedger;
import org.yichuang.licences.internal.domain.QuotaPlace;

/** How many hold what has a quota at a unit's centre. */
public final class QuotaRows {
    private static final String HOLDING =
            "SELECT COUNT(l) FROM Licence l WHERE l.owner = :owner AND l.item = :item AND l.state = :state"
                    + " AND (l.validUntil >= :day OR l.renewal <> '')";
    private static final String GRANTED = "SELECT COUNT(p) FROM QuotaPlace p WHERE p.item = :item";

    private final EntityManagerFactory entities;

    public QuotaRows(EntityManagerFactory entities) {
        this.entities = entities;
    }

    /** Counts results in force, and grants whose results have not been made out yet. */
    public long used(ItemKey item, UnitOfWork unit) {
        EntityManager manager = unit.entities(entities);
        // Places first: a result that is made out between the two is counted twice rather than not at all
        long granted = manager.createQuery(GRANTED, Long.class)
                .setParameter("item", item.toString())
                .getSingleResult();
        return granted
                + manager.createQuery(HOLDING, Long.class)
                        .setParameter("owner", item.owner())
                        .setParameter("item", item.code())
                        .setParameter("state", LicenceState.VALID)
                        .setParameter("day", unit.context().today())
                        .getSingleResult();
    }

    /** Takes a place for a grant; of two at one moment one loses the race and counts anew. */
    public void take(ItemKey item, String place, UnitOfWork unit) {
        EntityManager manager = unit.entities(entities);
        QuotaLedger ledger = manager.find(QuotaLedger.class, item.toString());
        if (ledger == null) {
            ledger = new QuotaLedger(item.toString());
            manager.persist(ledger);
        }
        ledger.take();
        manager.persist(new QuotaPlace(place, item.toString()));
    }

    /** The result has been made out and counts by itself. */
    public void release(String id, UnitOfWork unit) {
        EntityManager manager = unit.entities(entities);
        QuotaPlace place = manager.find(QuotaPlace.class, id);
        if (place != null) {
            manager.remove(place);
        }
    }
}
