package org.yichuang.windows.internal.persistence;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.EntityManagerFactory;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.windows.api.TicketState;
import org.yichuang.windows.internal.domain.Ticket;

/** Tickets in the database. */
public class TicketRows extends KeptRows<Ticket, Ticket.Course> {
    private static final Set<TicketState> AT_WINDOW = Set.of(TicketState.CALLED, TicketState.SERVING);
    private static final Set<TicketState> OPEN = Set.of(TicketState.WAITING, TicketState.CALLED, TicketState.SERVING);
    private static final String DAY = "day";
    private static final String STATE = "state";

    public TicketRows(EntityManagerFactory entities) {
        super(entities, Ticket.class, Ticket.Course.class, "ticket");
    }

    /** The last number of a series on a day; 0 before the first one. */
    public int last(LocalDate day, String series, UnitOfWork unit) {
        return values(
                        "select t.ordinal from Ticket t where t.day = :day and t.series = :series"
                                + " order by t.ordinal desc",
                        Map.of(DAY, day, "series", series),
                        Integer.class,
                        1,
                        unit)
                .stream()
                .findFirst()
                .orElse(0);
    }

    /** The id of the one that a window calls next: whoever goes first, then whoever has come first. */
    public Optional<String> next(LocalDate day, Collection<String> groups, String window, UnitOfWork unit) {
        return ids(
                        "select t.id from Ticket t where t.day = :day and t.state = :state and t.group in :groups"
                                + " and (t.window = '' or t.window = :window)"
                                + " order by t.priority desc, t.takenAt, t.id",
                        Map.of(DAY, day, STATE, TicketState.WAITING, "groups", groups, "window", window),
                        1,
                        unit)
                .stream()
                .findFirst();
    }

    /** Those that a window has in hand. */
    public List<Ticket> at(String window, LocalDate day, UnitOfWork unit) {
        return list(
                "select t from Ticket t where t.day = :day and t.window = :window and t.state in :states"
                        + " order by t.id",
                Map.of(DAY, day, "window", window, "states", AT_WINDOW),
                10,
                unit);
    }

    /** Those that a window has finished on a day. */
    public List<Ticket> done(String window, LocalDate day, int most, UnitOfWork unit) {
        return list(
                "select t from Ticket t where t.day = :day and t.window = :window and t.state = :state order by t.id",
                Map.of(DAY, day, "window", window, STATE, TicketState.DONE),
                most,
                unit);
    }

    /** Those that windows have in hand, the last called first. */
    public List<Ticket> called(LocalDate day, int most, UnitOfWork unit) {
        return list(
                "select t from Ticket t where t.day = :day and t.state in :states order by t.calledAt desc, t.id",
                Map.of(DAY, day, "states", AT_WINDOW),
                most,
                unit);
    }

    /** Which ones windows have in hand, and how far each is: cheap to look at often. */
    public List<String> marks(LocalDate day, int most, UnitOfWork unit) {
        return values(
                        "select t.id, t.steps from Ticket t where t.day = :day and t.state in :states order by t.id",
                        Map.of(DAY, day, "states", AT_WINDOW),
                        Object[].class,
                        most,
                        unit)
                .stream()
                .map(row -> row[0] + " " + row[1])
                .toList();
    }

    /** All of a day, from behind one. */
    public List<Ticket> of(LocalDate day, String after, int most, UnitOfWork unit) {
        return list(
                "select t from Ticket t where t.day = :day and t.id > :after order by t.id",
                Map.of(DAY, day, "after", after),
                most,
                unit);
    }

    /** How many wait in each group. */
    public Map<String, Long> waiting(LocalDate day, UnitOfWork unit) {
        return values(
                        "select t.group, count(t) from Ticket t where t.day = :day and t.state = :state"
                                + " group by t.group",
                        Map.of(DAY, day, STATE, TicketState.WAITING),
                        Object[].class,
                        QueueRows.MOST,
                        unit)
                .stream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
    }

    /** How many are called before one. */
    public long before(Ticket ticket, UnitOfWork unit) {
        return values(
                        "select count(t) from Ticket t where t.day = :day and t.state = :state and t.group = :group"
                                + " and (t.priority > :priority or t.priority = :priority and"
                                + " (t.takenAt < :takenAt or t.takenAt = :takenAt and t.id < :id))",
                        Map.of(
                                DAY,
                                ticket.day(),
                                STATE,
                                TicketState.WAITING,
                                "group",
                                ticket.group(),
                                "priority",
                                ticket.priority(),
                                "takenAt",
                                ticket.takenAt(),
                                "id",
                                ticket.id()),
                        Long.class,
                        1,
                        unit)
                .get(0);
    }

    /** How many somebody has taken on a day. */
    public long taken(String holder, LocalDate day, UnitOfWork unit) {
        return values(
                        "select count(t) from Ticket t where t.holder = :holder and t.day = :day",
                        Map.of("holder", holder, DAY, day),
                        Long.class,
                        1,
                        unit)
                .get(0);
    }

    /** The ids of those of days before that are still open. */
    public List<String> left(LocalDate today, int most, UnitOfWork unit) {
        return ids(
                "select t.id from Ticket t where t.state in :states and t.day < :day order by t.day, t.id",
                Map.of("states", OPEN, DAY, today),
                most,
                unit);
    }
}
