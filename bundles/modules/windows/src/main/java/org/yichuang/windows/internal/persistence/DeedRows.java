package org.yichuang.windows.internal.persistence;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.persistence.EntityManagerFactory;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.windows.api.DeedKind;
import org.yichuang.windows.internal.domain.Deed;

/** The ledger of deeds in the database. */
public class DeedRows extends KeptRows<Deed, Deed.Course> {
    private static final String FROM = "from";
    private static final String TO = "to";

    public DeedRows(EntityManagerFactory entities) {
        super(entities, Deed.class, Deed.Course.class, "deed");
    }

    /** All of some days. */
    public List<Deed> between(LocalDate from, LocalDate to, UnitOfWork unit) {
        return whole((after, most) -> between(from, to, after, most, unit));
    }

    /** Those of some days, from behind one. */
    public List<Deed> between(LocalDate from, LocalDate to, String after, int most, UnitOfWork unit) {
        return list(
                "select d from Deed d where d.day between :from and :to and d.id > :after order by d.id",
                Map.of(FROM, from, TO, to, "after", after),
                most,
                unit);
    }

    /** How many there are of a kind, and of how many windows. */
    public record Part(DeedKind kind, long deeds, long windows) {}

    /** Those of some days, by their kinds. */
    public List<Part> byKind(LocalDate from, LocalDate to, UnitOfWork unit) {
        return values(
                        "select d.kind, count(d), count(distinct d.window) from Deed d"
                                + " where d.day between :from and :to group by d.kind order by d.kind",
                        Map.of(FROM, from, TO, to),
                        Object[].class,
                        DeedKind.values().length,
                        unit)
                .stream()
                .map(row -> new Part((DeedKind) row[0], (Long) row[1], (Long) row[2]))
                .toList();
    }
}
