package org.yichuang.windows.internal.persistence;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.persistence.EntityManagerFactory;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.windows.api.CountersignState;
import org.yichuang.windows.internal.domain.Countersignature;

/** What is to be counter-signed, in the database. */
public class CountersignRows extends KeptRows<Countersignature, Countersignature.Course> {
    public CountersignRows(EntityManagerFactory entities) {
        super(entities, Countersignature.class, Countersignature.Course.class, "countersignature");
    }

    /** Those of the week that begins on a Monday, from behind one. */
    public List<Countersignature> ofWeek(LocalDate monday, String after, int most, UnitOfWork unit) {
        return list(
                "select c from Countersignature c where c.week = :week and c.id > :after order by c.id",
                Map.of("week", monday, "after", after),
                most,
                unit);
    }

    /** Those of the week in a state, from behind one. */
    public List<Countersignature> ofWeek(
            LocalDate monday, CountersignState state, String after, int most, UnitOfWork unit) {
        return list(
                "select c from Countersignature c where c.week = :week and c.state = :state and c.id > :after"
                        + " order by c.id",
                Map.of("week", monday, "state", state, "after", after),
                most,
                unit);
    }
}
