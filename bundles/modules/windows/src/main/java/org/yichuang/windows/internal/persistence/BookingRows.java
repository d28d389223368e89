package org.yichuang.windows.internal.persistence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.persistence.EntityManagerFactory;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.windows.api.BookingState;
import org.yichuang.windows.internal.domain.Booking;

/** Appointments in the database. */
public class BookingRows extends KeptRows<Booking, Booking.Course> {
    /** No slot and no day of a place has more. */
    public static final int MOST = 5000;

    private static final Set<BookingState> TAKING = Set.of(BookingState.BOOKED, BookingState.ARRIVED);
    private static final Set<BookingState> OPEN = Set.of(BookingState.BOOKED, BookingState.WAITING);
    private static final String POINT = "point";
    private static final String HOLDER = "holder";
    private static final String DAY = "day";
    private static final String STATE = "state";
    private static final String STATES = "states";

    public BookingRows(EntityManagerFactory entities) {
        super(entities, Booking.class, Booking.Course.class, "booking");
    }

    /** Those that take a place on a day. */
    public List<Booking> taking(String point, LocalDate day, UnitOfWork unit) {
        return list(
                "select b from Booking b where b.point = :point and b.day = :day and b.state in :states",
                Map.of(POINT, point, DAY, day, STATES, TAKING),
                MOST,
                unit);
    }

    /** Those that take a place in a slot. */
    public List<Booking> taking(String point, Instant startAt, UnitOfWork unit) {
        return list(
                "select b from Booking b where b.point = :point and b.startAt = :start and b.state in :states",
                Map.of(POINT, point, "start", startAt, STATES, TAKING),
                MOST,
                unit);
    }

    /** Those who wait for a place in a slot, the first first. */
    public List<Booking> waiting(String point, Instant startAt, UnitOfWork unit) {
        return list(
                "select b from Booking b where b.point = :point and b.startAt = :start and b.state = :state"
                        + " order by b.id",
                Map.of(POINT, point, "start", startAt, STATE, BookingState.WAITING),
                MOST,
                unit);
    }

    /** Those who wait for a place in a slot that is still to come, from behind one. */
    public List<Booking> waiting(Instant from, String after, int most, UnitOfWork unit) {
        return list(
                "select b from Booking b where b.state = :state and b.startAt > :from and b.id > :after order by b.id",
                Map.of(STATE, BookingState.WAITING, "from", from, "after", after),
                most,
                unit);
    }

    /** Those of a place that are still to come, from behind one. */
    public List<Booking> coming(String point, Instant from, String after, int most, UnitOfWork unit) {
        return list(
                "select b from Booking b where b.point = :point and b.startAt > :from and b.state in :states"
                        + " and b.id > :after order by b.id",
                Map.of(POINT, point, "from", from, STATES, OPEN, "after", after),
                most,
                unit);
    }

    /** Those of a day, from behind one. */
    public List<Booking> of(LocalDate day, String after, int most, UnitOfWork unit) {
        return list(
                "select b from Booking b where b.day = :day and b.id > :after order by b.id",
                Map.of(DAY, day, "after", after),
                most,
                unit);
    }

    /** Those of somebody, the newest first, from behind one. */
    public List<Booking> ofHolder(String account, String after, int most, UnitOfWork unit) {
        return list(
                "select b from Booking b where b.holder = :holder and b.id < :after order by b.id desc",
                Map.of(HOLDER, account, "after", after),
                most,
                unit);
    }

    /** Those that somebody has still before them. */
    public List<Booking> openOf(String account, UnitOfWork unit) {
        return list(
                "select b from Booking b where b.holder = :holder and b.state in :states",
                Map.of(HOLDER, account, STATES, OPEN),
                MOST,
                unit);
    }

    /** How often somebody has not come since a day. */
    public long missed(String account, LocalDate since, UnitOfWork unit) {
        return values(
                        "select count(b) from Booking b where b.holder = :holder and b.state = :state"
                                + " and b.day >= :day",
                        Map.of(HOLDER, account, STATE, BookingState.NO_SHOW, DAY, since),
                        Long.class,
                        1,
                        unit)
                .get(0);
    }

    /** The place of one. */
    public Optional<String> pointOf(String id, UnitOfWork unit) {
        return ids("select b.point from Booking b where b.id = :id", Map.of("id", id), 1, unit).stream()
                .findFirst();
    }

    /** The ids of those for which the time has come. */
    public List<String> due(Instant at, String after, int most, UnitOfWork unit) {
        return ids(
                "select b.id from Booking b where b.watchAt <= :at and b.id > :after order by b.id",
                Map.of("at", at, "after", after),
                most,
                unit);
    }
}
