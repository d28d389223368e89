package org.yichuang.windows.internal.persistence;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.persistence.EntityManagerFactory;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.windows.internal.domain.Leave;

/** Leaves in the database. */
public class LeaveRows extends KeptRows<Leave, Leave.Course> {
    public LeaveRows(EntityManagerFactory entities) {
        super(entities, Leave.class, Leave.Course.class, "staff-leave");
    }

    /** Those of somebody that lie on some of these days. */
    public List<Leave> ofMember(String member, LocalDate first, LocalDate last, UnitOfWork unit) {
        List<Leave> found = whole((after, most) -> list(
                "select l from StaffLeave l where l.member = :member and l.fromOn <= :last and l.untilOn >= :first"
                        + " and l.id > :after order by l.id",
                Map.of("member", member, "first", first, "last", last, "after", after),
                most,
                unit));
        return found.stream().filter(each -> each.isIn(first, last)).toList();
    }

    /** Those that lie on some of these days. */
    public List<Leave> between(LocalDate first, LocalDate last, UnitOfWork unit) {
        List<Leave> found = whole((after, most) -> list(
                "select l from StaffLeave l where l.fromOn <= :last and l.untilOn >= :first and l.id > :after"
                        + " order by l.id",
                Map.of("first", first, "last", last, "after", after),
                most,
                unit));
        return found.stream().filter(each -> each.isIn(first, last)).toList();
    }
}
