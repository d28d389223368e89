package org.yichuang.licences.internal.persistence;

import java.util.Optional;
import javax.persistence.EntityManagerFactory;
import org.yichuang.cases.api.LicenceMatter;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.licences.internal.domain.Matter;

/** Of which results of a unit's centre cases are. */
public final class MatterRows {
    private static final String OPEN =
            "SELECT m FROM Matter m WHERE m.licence = :licence AND m.kind = :kind AND m.state = :state";

    private final EntityManagerFactory entities;

    public MatterRows(EntityManagerFactory entities) {
        this.entities = entities;
    }

    /** Returns what is known of a case. */
    public Optional<Matter> find(String caseNumber, UnitOfWork unit) {
        return Optional.ofNullable(unit.entities(entities).find(Matter.class, caseNumber));
    }

    /** Returns a case in which the same is applied for already. */
    public Optional<Matter> open(String licence, LicenceMatter kind, UnitOfWork unit) {
        return unit
                .entities(entities)
                .createQuery(OPEN, Matter.class)
                .setParameter("licence", licence)
                .setParameter("kind", kind)
                .setParameter("state", Matter.State.OPEN)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Keeps of which result a case is. */
    public Matter add(Matter matter, UnitOfWork unit) {
        unit.entities(entities).persist(matter);
        return matter;
    }
}
