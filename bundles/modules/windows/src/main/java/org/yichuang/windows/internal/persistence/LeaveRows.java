package org.yichuang.windows.internal.persistence;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.persistence.EntityManagerFactory;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.windows.internal.domain.Leave;

/** Leaves in the database. */
public class LeaveRows extends KeptRows<Leave, Leave.Course> {
    private static final int MOST = 5000;

    public LeaveRows(EntityManagerFactory entities) {
        super(entities, Leave.class, Leave.Course.class, "staff-leave");
    }

    /** Those that lie on some of these days. */
    public List<Leave> between(LocalDate first, LocalDate last, UnitOfWork unit) {
        return list(
                "select l from StaffLeave l where l.fromOn <= :last and l.untilOn >= :first order by l.id",
                Map.of("first", first, "last", last),
                MOST,
                unit);
    }
}
