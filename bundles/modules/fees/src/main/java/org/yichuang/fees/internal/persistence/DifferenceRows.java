package org.yichuang.fees.internal.persistence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.persistence.EntityManagerFactory;
import org.yichuang.fees.internal.domain.Difference;
import org.yichuang.journal.api.UnitOfWork;

/** How books do not agree, in the database. */
public class DifferenceRows extends FeeRows<Difference> {
    private static final int PAGE = 1000;

    public DifferenceRows(EntityManagerFactory entities) {
        super(entities, Difference.class, "fee-difference");
    }

    /** The differences of a day, in the order of their ids. */
    public List<Difference> of(LocalDate day, UnitOfWork unit) {
        List<Difference> found = new ArrayList<>();
        List<Difference> page;
        do {
            String after = found.isEmpty() ? "" : found.get(found.size() - 1).id();
            page = list(
                    "select d from FeeDifference d where d.day = :day and d.id > :after order by d.id",
                    Map.of("day", day, "after", after),
                    PAGE,
                    unit);
            found.addAll(page);
        } while (page.size() == PAGE);
        return found;
    }
}
