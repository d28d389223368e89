package org.yichuang.windows.internal.persistence;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.persistence.EntityManagerFactory;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.windows.internal.domain.HallWindow;

/** Windows in the database. */
public class WindowRows extends KeptRows<HallWindow, HallWindow.Plan> {
    private static final int MOST_AT_PLACE = 500;

    public WindowRows(EntityManagerFactory entities) {
        super(entities, HallWindow.class, HallWindow.Plan.class, "window");
    }

    /** All of them. */
    public List<HallWindow> all(UnitOfWork unit) {
        return whole((after, most) -> all(Optional.of(after), most, unit));
    }

    /** All, by their numbers, from behind one. */
    public List<HallWindow> all(Optional<String> after, int most, UnitOfWork unit) {
        return list(
                "select w from HallWindow w where w.id > :after order by w.id",
                Map.of("after", after.orElse("")),
                most,
                unit);
    }

    /** Those that are open at a place, by their numbers. */
    public List<HallWindow> openAt(String point, UnitOfWork unit) {
        return list(
                "select w from HallWindow w where w.point = :point and w.closed = :closed order by w.id",
                Map.of("point", point, "closed", false),
                MOST_AT_PLACE,
                unit);
    }

    /** The numbers of all at a place, those that are closed as well: what they have in hand goes on. */
    public Set<String> numbersAt(String point, UnitOfWork unit) {
        return Set.copyOf(ids(
                "select w.id from HallWindow w where w.point = :point order by w.id",
                Map.of("point", point),
                MOST_AT_PLACE,
                unit));
    }

    /** Some, by their numbers. */
    public List<HallWindow> some(Collection<String> numbers, UnitOfWork unit) {
        return numbers.isEmpty()
                ? List.of()
                : list(
                        "select w from HallWindow w where w.id in :numbers",
                        Map.of("numbers", numbers),
                        numbers.size(),
                        unit);
    }
}
