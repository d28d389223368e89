package org.yichuang.agency.internal.persistence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManagerFactory;
import org.yichuang.agency.internal.domain.Inspection;
import org.yichuang.journal.api.UnitOfWork;

/** Joint annual inspections in the database. */
public class InspectionRows extends AgencyRows<Inspection> {
    public InspectionRows(EntityManagerFactory entities) {
        super(entities, Inspection.class, "inspection");
    }

    /** All, the newest first, from behind one. */
    public List<Inspection> all(Optional<String> after, int most, UnitOfWork unit) {
        return list(
                "select i from Inspection i where i.id < :after order by i.id desc",
                Map.of("after", after.orElse("~")),
                most,
                unit);
    }
}
