package org.yichuang.windows.internal.persistence;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.persistence.EntityManagerFactory;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.windows.internal.domain.LeaderVisit;

/** Visits of leaders in the database. */
public class VisitRows extends KeptRows<LeaderVisit, LeaderVisit.Course> {
    public VisitRows(EntityManagerFactory entities) {
        super(entities, LeaderVisit.class, LeaderVisit.Course.class, "leader-visit");
    }

    /** Those of some days. */
    public List<LeaderVisit> between(LocalDate first, LocalDate last, UnitOfWork unit) {
        return whole((after, most) -> list(
                "select v from LeaderVisit v where v.day between :first and :last and v.id > :after order by v.id",
                Map.of("first", first, "last", last, "after", after),
                most,
                unit));
    }
}
