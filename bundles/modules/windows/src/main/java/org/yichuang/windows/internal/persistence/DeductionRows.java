package org.yichuang.windows.internal.persistence;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.persistence.EntityManagerFactory;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.windows.internal.domain.Deduction;

/** What was found at windows, in the database. */
public class DeductionRows extends KeptRows<Deduction, Deduction.Course> {
    public DeductionRows(EntityManagerFactory entities) {
        super(entities, Deduction.class, Deduction.Course.class, "deduction");
    }

    /** All that were found on some days. */
    public List<Deduction> between(LocalDate first, LocalDate last, UnitOfWork unit) {
        return whole((after, most) -> between(first, last, after, most, unit));
    }

    /** Those that were found on some days, from behind one. */
    public List<Deduction> between(LocalDate first, LocalDate last, String after, int most, UnitOfWork unit) {
        return list(
                "select d from Deduction d where d.day between :first and :last and d.id > :after order by d.id",
                Map.of("first", first, "last", last, "after", after),
                most,
                unit);
    }
}
