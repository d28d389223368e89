package org.yichuang.fees.internal.persistence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManagerFactory;
import org.yichuang.fees.internal.domain.ClosedDay;
import org.yichuang.journal.api.UnitOfWork;

/** Days that are closed, in the database. */
public class DayRows extends ChainedRows<ClosedDay> {
    public DayRows(EntityManagerFactory entities) {
        super(entities, ClosedDay.class, "fee-day");
    }

    /** Closed days, the newest first, from behind one. */
    public List<ClosedDay> all(Optional<String> after, int most, UnitOfWork unit) {
        return list(
                "select d from ClosedDay d where d.id < :after order by d.id desc",
                Map.of("after", after.orElse("~")),
                most,
                unit);
    }
}
