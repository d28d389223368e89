package org.yichuang.windows.internal.persistence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManagerFactory;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.windows.internal.domain.Stationing;

/** Departments that work at the centre, in the database. */
public class StationingRows extends KeptRows<Stationing, Stationing.Terms> {
    public StationingRows(EntityManagerFactory entities) {
        super(entities, Stationing.class, Stationing.Terms.class, "stationing");
    }

    /** All of them. */
    public List<Stationing> all(UnitOfWork unit) {
        return whole((after, most) -> all(Optional.of(after), most, unit));
    }

    /** All, in the order in which they have come, from behind one. */
    public List<Stationing> all(Optional<String> after, int most, UnitOfWork unit) {
        return list(
                "select s from Stationing s where s.id > :after order by s.id",
                Map.of("after", after.orElse("")),
                most,
                unit);
    }

    /** That of a department, the last one first. */
    public List<Stationing> of(String department, int most, UnitOfWork unit) {
        return list(
                "select s from Stationing s where s.department = :department order by s.id desc",
                Map.of("department", department),
                most,
                unit);
    }
}
