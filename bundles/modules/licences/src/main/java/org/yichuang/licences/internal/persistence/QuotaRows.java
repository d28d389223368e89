package org.yichuang.licences.internal.persistence;

import java.time.LocalDate;
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
        LocalDate today = unit.context().today();
        long holding = manager.createQuery(HOLDING, Long.class)
                .setParameter("owner", item.owner())
                .setParameter("item", item.code())
                .setParameter("state", LicenceState.VALID)
                .setParameter("day", today)
                .getSingleResult();
        return holding
                + manager.createQuery(GRANTED, Long.class)
                        .setParameter("item", item.toString())
                        .getSingleResult();
    }

    /** Takes a place for a grant; of two at one moment one loses the race and counts anew. */
    public void take(ItemKey item, String caseNumber, UnitOfWork unit) {
        EntityManager manager = unit.entities(entities);
        QuotaLedger ledger = manager.find(QuotaLedger.class, item.toString());
        if (ledger == null) {
            ledger = new QuotaLedger(item.toString());
            manager.persist(ledger);
        }
        ledger.take();
        manager.persist(new QuotaPlace(caseNumber, item.toString()));
    }

    /** The result has been made out and counts by itself. */
    public void release(String caseNumber, UnitOfWork unit) {
        EntityManager manager = unit.entities(entities);
        QuotaPlace place = manager.find(QuotaPlace.class, caseNumber);
        if (place != null) {
            manager.remove(place);
        }
    }
}
