package org.yichuang.windows.internal.persistence;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.persistence.EntityManagerFactory;
import javax.persistence.TypedQuery;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.windows.api.BookingState;

/** Who has come to their appointments, and who has not, added up. */
public class BookingSums {
    private static final Set<BookingState> COUNTED = Set.of(BookingState.ARRIVED, BookingState.NO_SHOW);

    private final EntityManagerFactory entities;

    public BookingSums(EntityManagerFactory entities) {
        this.entities = entities;
    }

    /** By what they are taken apart. */
    public enum By {
        DAY("b.day"),
        DEPARTMENT("b.department"),
        ITEM("b.item");

        private final String path;

        By(String path) {
            this.path = path;
        }
    }

    /**
     * Which appointments.
     *
     * @param only what they are of; a part that is not named is not asked for
     */
    public record Asked(LocalDate from, LocalDate to, Map<By, Collection<String>> only) {
        private String where() {
            StringBuilder where =
                    new StringBuilder(" from Booking b where b.state in :states and b.day between :from and :to");
            only.forEach((by, values) -> {
                if (!values.isEmpty()) {
                    where.append(" and ").append(by.path).append(" in :").append(by.name());
                }
            });
            return where.toString();
        }

        private Map<String, Object> values() {
            Map<String, Object> values = new HashMap<>(Map.of("states", COUNTED, "from", from, "to", to));
            only.forEach((by, given) -> {
                if (!given.isEmpty()) {
                    values.put(by.name(), given);
                }
            });
            return values;
        }
    }

    /** How many of a part have come or not. */
    public record Part(String key, BookingState state, long bookings) {}

    /** All, by whether they have come. */
    public List<Part> all(Asked asked, UnitOfWork unit) {
        return query("select b.state, count(b)" + asked.where() + " group by b.state", asked, unit)
                .getResultList()
                .stream()
                .map(row -> new Part("", (BookingState) row[0], (Long) row[1]))
                .toList();
    }

    /** By parts, and by whether they have come. */
    public List<Part> parts(By by, Asked asked, int most, UnitOfWork unit) {
        String question = "select " + by.path + ", b.state, count(b)" + asked.where() + " group by " + by.path
                + ", b.state order by " + by.path;
        return query(question, asked, unit).setMaxResults(2 * most).getResultList().stream()
                .map(row -> new Part(String.valueOf(row[0]), (BookingState) row[1], (Long) row[2]))
                .toList();
    }

    /** Each: its id, its item, when its slot begins, and whether they have come. */
    public List<Object[]> each(Asked asked, String after, int most, UnitOfWork unit) {
        return query(
                        "select b.id, b.item, b.startAt, b.state" + asked.where() + " and b.id > :after order by b.id",
                        asked,
                        unit)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList();
    }

    private TypedQuery<Object[]> query(String question, Asked asked, UnitOfWork unit) {
        TypedQuery<Object[]> query = unit.entities(entities).createQuery(question, Object[].class);
        asked.values().forEach(query::setParameter);
        return query;
    }
}
