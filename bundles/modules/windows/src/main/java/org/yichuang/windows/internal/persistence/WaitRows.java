package org.yichuang.windows.internal.persistence;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.persistence.TypedQuery;
import org.yichuang.journal.api.UnitOfWork;

/** How long people have waited with their tickets, added up. */
public class WaitRows {
    private static final String OF = " from Ticket t where t.waited is not null and t.day between :from and :to";

    private final EntityManagerFactory entities;

    public WaitRows(EntityManagerFactory entities) {
        this.entities = entities;
    }

    /**
     * Which tickets.
     *
     * @param queues with which letters their numbers begin; none: with any
     */
    public record Asked(LocalDate from, LocalDate to, Collection<String> queues) {
        private String where() {
            return OF + (queues.isEmpty() ? "" : " and t.series in :queues");
        }

        private Map<String, Object> values() {
            Map<String, Object> values = new HashMap<>(Map.of("from", from, "to", to));
            if (!queues.isEmpty()) {
                values.put("queues", queues);
            }
            return values;
        }
    }

    /**
     * A part.
     *
     * @param key a day, or letters
     * @param seconds how long all of them have waited
     * @param tickets how many were called
     */
    public record Part(String key, long seconds, long tickets) {}

    /** All together. */
    public Part sum(Asked asked, UnitOfWork unit) {
        Object[] row = rows("select sum(t.waited), count(t)" + asked.where(), asked, 1, unit)
                .get(0);
        return new Part("", row[0] == null ? 0 : ((Number) row[0]).longValue(), (Long) row[1]);
    }

    /** By day. */
    public List<Part> byDay(Asked asked, int most, UnitOfWork unit) {
        return parts("t.day", "t.day", asked, most, unit);
    }

    /** By the letters with which numbers begin, the most tickets first. */
    public List<Part> byQueue(Asked asked, int most, UnitOfWork unit) {
        return parts("t.series", "count(t) desc, t.series", asked, most, unit);
    }

    private List<Part> parts(String by, String order, Asked asked, int most, UnitOfWork unit) {
        String question =
                "select " + by + ", sum(t.waited), count(t)" + asked.where() + " group by " + by + " order by " + order;
        return rows(question, asked, most, unit).stream()
                .map(row -> new Part(String.valueOf(row[0]), ((Number) row[1]).longValue(), (Long) row[2]))
                .toList();
    }

    /** How many have waited for longer than so many seconds. */
    public long longer(int seconds, Asked asked, UnitOfWork unit) {
        TypedQuery<Long> query =
                query("select count(t)" + asked.where() + " and t.waited > :seconds", asked, Long.class, unit);
        return query.setParameter("seconds", seconds).getSingleResult();
    }

    /** How long the one at a place has waited, the shortest first; the first place is 1. */
    public Optional<Integer> at(int place, Asked asked, UnitOfWork unit) {
        return query("select t.waited" + asked.where() + " order by t.waited", asked, Integer.class, unit)
                .setFirstResult(place - 1)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Each: its id, its number's letters, its window, and how long it has waited. */
    public List<Object[]> each(Asked asked, String after, int most, UnitOfWork unit) {
        TypedQuery<Object[]> query = query(
                "select t.id, t.series, t.window, t.waited" + asked.where() + " and t.id > :after order by t.id",
                asked,
                Object[].class,
                unit);
        return query.setParameter("after", after).setMaxResults(most).getResultList();
    }

    private List<Object[]> rows(String question, Asked asked, int most, UnitOfWork unit) {
        return query(question, asked, Object[].class, unit).setMaxResults(most).getResultList();
    }

    private <V> TypedQuery<V> query(String question, Asked asked, Class<V> value, UnitOfWork unit) {
        EntityManager manager = unit.entities(entities);
        TypedQuery<V> query = manager.createQuery(question, value);
        asked.values().forEach(query::setParameter);
        return query;
    }
}
