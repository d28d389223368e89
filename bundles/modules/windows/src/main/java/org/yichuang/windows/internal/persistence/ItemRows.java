package org.yichuang.windows.internal.persistence;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManagerFactory;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.windows.internal.domain.EnteredItem;

/** Items that have entered the hall, in the database. */
public class ItemRows extends WindowsRows<EnteredItem> {
    /** A centre has no more. */
    public static final int MOST = 5000;

    public ItemRows(EntityManagerFactory entities) {
        super(entities, EnteredItem.class, "entered-item");
    }

    /** All, those that have left as well, by their codes, from behind one. */
    public List<EnteredItem> all(Optional<String> after, int most, UnitOfWork unit) {
        return list(
                "select i from EnteredItem i where i.id > :after order by i.id",
                Map.of("after", after.orElse("")),
                most,
                unit);
    }

    /** Those of a department that have not left, by their codes, from behind one. */
    public List<EnteredItem> of(String department, Optional<String> after, int most, UnitOfWork unit) {
        return list(
                "select i from EnteredItem i where i.department = :department and i.leftOn is null and i.id > :after"
                        + " order by i.id",
                Map.of("department", department, "after", after.orElse("")),
                most,
                unit);
    }

    /** How many there are. */
    public long count(UnitOfWork unit) {
        return values("select count(i) from EnteredItem i", Map.of(), Long.class, 1, unit)
                .get(0);
    }

    /** Those that are in the hall on a day, by their codes. */
    public List<EnteredItem> in(LocalDate day, UnitOfWork unit) {
        return list(
                "select i from EnteredItem i where i.enteredOn <= :day and (i.leftOn is null or i.leftOn > :day)"
                        + " order by i.id",
                Map.of("day", day),
                MOST,
                unit);
    }
}
