package org.yichuang.fees.internal.persistence;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.EntityManagerFactory;
import org.yichuang.fees.internal.domain.ClosedDay;
import org.yichuang.journal.api.UnitOfWork;

/** Days that are closed, in the database. */
public class DayRows extends FeeRows<ClosedDay> {
    private static final int MOST = 366;

    public DayRows(EntityManagerFactory entities) {
        super(entities, ClosedDay.class, "fee-day");
    }

    /** Which of some days are closed. */
    public Set<LocalDate> between(LocalDate first, LocalDate last, UnitOfWork unit) {
        return ids(
                        "select d.id from ClosedDay d where d.id between :first and :last",
                        Map.of("first", first.toString(), "last", last.toString()),
                        MOST,
                        unit)
                .stream()
                .map(LocalDate::parse)
                .collect(Collectors.toSet());
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
