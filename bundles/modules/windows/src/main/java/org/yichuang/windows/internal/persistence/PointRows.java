package org.yichuang.windows.internal.persistence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManagerFactory;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.windows.internal.domain.ServicePoint;

/** Places in the database. */
public class PointRows extends KeptRows<ServicePoint, ServicePoint.Place> {
    public PointRows(EntityManagerFactory entities) {
        super(entities, ServicePoint.class, ServicePoint.Place.class, "service-point");
    }

    /** Those that are open, in the order in which they were entered, from behind one. */
    public List<ServicePoint> open(Optional<String> after, int most, UnitOfWork unit) {
        return list(
                "select p from ServicePoint p where p.closedOn is null and p.id > :after order by p.id",
                Map.of("after", after.orElse("")),
                most,
                unit);
    }
}
