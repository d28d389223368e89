package org.yichuang.windows.internal.persistence;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.persistence.EntityManagerFactory;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.windows.internal.domain.AttendanceDay;

/** Days of attendance in the database. */
public class AttendanceRows extends KeptRows<AttendanceDay, AttendanceDay.Course> {
    public AttendanceRows(EntityManagerFactory entities) {
        super(entities, AttendanceDay.class, AttendanceDay.Course.class, "attendance-day");
    }

    /** Those of some days. */
    public List<AttendanceDay> between(LocalDate first, LocalDate last, UnitOfWork unit) {
        return whole((after, most) -> list(
                "select a from AttendanceDay a where a.day between :first and :last and a.id > :after order by a.id",
                Map.of("first", first, "last", last, "after", after),
                most,
                unit));
    }
}
