package org.yichuang.windows.internal.persistence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.persistence.EntityManagerFactory;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.windows.api.AbsenceState;
import org.yichuang.windows.internal.domain.Absence;

/** Absences of some minutes in the database. */
public class AbsenceRows extends KeptRows<Absence, Absence.Course> {
    public AbsenceRows(EntityManagerFactory entities) {
        super(entities, Absence.class, Absence.Course.class, "absence");
    }

    /** Those of some days. */
    public List<Absence> between(LocalDate first, LocalDate last, UnitOfWork unit) {
        return whole((after, most) -> list(
                "select a from Absence a where a.day between :first and :last and a.id > :after order by a.id",
                Map.of("first", first, "last", last, "after", after),
                most,
                unit));
    }

    /** The one from which somebody has not come back on a day. */
    public List<Absence> openOf(String member, LocalDate day, UnitOfWork unit) {
        return list(
                "select a from Absence a where a.member = :member and a.day = :day and a.state = :state",
                Map.of("member", member, "day", day, "state", AbsenceState.OUT),
                1,
                unit);
    }

    /** The ids of those that may be too long. */
    public List<String> due(Instant at, String after, int most, UnitOfWork unit) {
        return ids(
                "select a.id from Absence a where a.watchAt < :at and a.id > :after order by a.id",
                Map.of("at", at, "after", after),
                most,
                unit);
    }
}
