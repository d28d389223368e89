package org.yichuang.licences.internal.persistence;

import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManagerFactory;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.licences.internal.domain.Matter;

/** Of which results of a unit's centre cases are. */
public final class MatterRows {
    private static final String OPEN = "SELECT m FROM Matter m WHERE m.licence = :licence AND m.state = :state";
    /** More than anybody has open of one result. */
    private static final int MOST = 100;

    private static final String UNHELD = "SELECT m.caseNumber FROM Matter m WHERE m.licence = '' AND m.state = :state"
            + " AND m.caseNumber > :after ORDER BY m.caseNumber";

    private final EntityManagerFactory entities;

    public MatterRows(EntityManagerFactory entities) {
        this.entities = entities;
    }

    /** Returns what is known of a case. */
    public Optional<Matter> find(String caseNumber, UnitOfWork unit) {
        return Optional.ofNullable(unit.entities(entities).find(Matter.class, caseNumber));
    }

    /** Returns the cases of a result that have not come to their end. */
    public List<Matter> open(String licence, UnitOfWork unit) {
        return unit.entities(entities)
                .createQuery(OPEN, Matter.class)
                .setParameter("licence", licence)
                .setParameter("state", Matter.State.OPEN)
                .setMaxResults(MOST)
                .getResultStream()
                .filter(matter -> matter.state() == Matter.State.OPEN)
                .toList();
    }

    /** Returns the cases that are of no result here and have not come to their end, by number, from behind one. */
    public List<String> unheld(String after, int most, UnitOfWork unit) {
        return unit.entities(entities)
                .createQuery(UNHELD, String.class)
                .setParameter("state", Matter.State.OPEN)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList();
    }

    /** Keeps of which result a case is. */
    public Matter add(Matter matter, UnitOfWork unit) {
        unit.entities(entities).persist(matter);
        return matter;
    }
}
