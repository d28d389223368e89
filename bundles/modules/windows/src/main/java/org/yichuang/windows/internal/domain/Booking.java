package org.yichuang.windows.internal.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.windows.api.BookingState;
import org.yichuang.windows.api.TicketSource;
import org.yichuang.windows.api.WindowsError;
import org.yichuang.windows.api.WindowsEvent;

/** An appointment (预约): somebody comes to a place in a slot, for an item. */
@Entity(name = "Booking")
@Table(name = "WINDOWS_BOOKING")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class Booking extends Kept<Booking.Course> {
    @Column(name = "POINT")
    private String point;

    @Column(name = "DAY_ON")
    private LocalDate day;

    @Column(name = "START_AT")
    private Instant startAt;

    @Column(name = "ITEM")
    private String item;

    @Column(name = "DEPARTMENT")
    private String department;

    /** Whose it is by their account; empty for somebody who has booked at the desk. */
    @Column(name = "HOLDER")
    private String holder;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATE")
    private BookingState state;

    /** When something is to be done about it by itself; null for never. */
    @Column(name = "WATCH_AT")
    private Instant watchAt;

    protected Booking() {} // for JPA

    /** Somebody books, or waits for a place. */
    public static Booking made(String id, Slot slot, Subject subject, Person person, boolean waits, Now now) {
        Booking made = new Booking();
        made.id = id;
        made.point = slot.point();
        made.day = slot.day();
        made.startAt = slot.startAt();
        made.item = subject.item();
        made.department = subject.department();
        made.holder = person.account();
        made.held = new Course(person.name(), subject.itemName(), slot.minutes(), person.source(), "", List.of());
        made.move(waits ? BookingState.WAITING : BookingState.BOOKED, waits ? "wait" : "book", "", now);
        made.watch(now);
        return made;
    }

    /** A place and a time. */
    public record Slot(String point, LocalDate day, Instant startAt, int minutes) {}

    /** What for. */
    public record Subject(String item, String itemName, String department) {}

    /** Who. */
    public record Person(String account, String name, TicketSource source) {}

    /**
     * What has become of it.
     *
     * @param name who comes
     * @param minutes how long the slot is
     * @param ticket the id of their ticket; empty before they have come
     */
    public record Course(
            String name, String itemName, int minutes, TicketSource source, String ticket, List<Note> notes) {
        public Course {
            ticket = ticket == null ? "" : ticket;
            notes = notes == null ? List.of() : List.copyOf(notes);
        }

        private Course with(String taken) {
            return new Course(name, itemName, minutes, source, taken, notes);
        }

        private Course noted(Note note) {
            return new Course(name, itemName, minutes, source, ticket, Kept.noted(notes, note));
        }
    }

    /** When to remind, and then when they are not waited for any more; whoever waits, until the slot begins. */
    private void watch(Now now) {
        Instant at = now.context().at();
        Instant reminds = startAt.minus(Duration.ofHours(BookingPolicy.REMINDER.of(now.centre())));
        if (state == BookingState.WAITING) {
            watchAt = startAt;
        } else {
            watchAt = reminds.isAfter(at) ? reminds : until(now);
        }
    }

    private Instant until(Now now) {
        return startAt.plus(Duration.ofMinutes(BookingPolicy.GRACE.of(now.centre())));
    }

    /** A place has become free. */
    public void moveUp(Now now) {
        require(BookingState.WAITING);
        move(BookingState.BOOKED, "move-up", "", now);
        watch(now);
    }

    /**
     * They do not come.
     *
     * @throws ProblemException {@code booking-state}; {@code booking-past} once the slot has begun
     */
    public void cancel(String reason, Now now) {
        requireOpen();
        if (!startAt.isAfter(now.context().at())) {
            throw ProblemException.of(WindowsError.BOOKING_PAST);
        }
        move(BookingState.CANCELLED, "cancel", reason, now);
        watchAt = null;
    }

    /**
     * They have come.
     *
     * @param ticket the id of the one that they get
     */
    public void arrive(String ticket, Now now) {
        held = held.with(ticket);
        move(BookingState.ARRIVED, "arrive", "", now);
        watchAt = null;
    }

    /**
     * Whether they come in time.
     *
     * @throws ProblemException {@code booking-state}, {@code booking-early}, {@code booking-late}
     */
    public void requireInTime(Now now) {
        require(BookingState.BOOKED);
        int early = BookingPolicy.EARLY.of(now.centre());
        Instant at = now.context().at();
        if (at.isBefore(startAt.minus(Duration.ofMinutes(early)))) {
            throw ProblemException.of(WindowsError.BOOKING_EARLY, early);
        }
        if (at.isAfter(until(now))) {
            throw ProblemException.of(WindowsError.BOOKING_LATE, BookingPolicy.GRACE.of(now.centre()));
        }
    }

    /** What is done by itself with one. */
    public enum Passing {
        /** They are reminded. */
        REMIND,
        /** They have not come. */
        NO_SHOW,
        /** No place has become free. */
        LAPSE
    }

    /** Does what its time has come for. */
    public Passing pass(Now now) {
        Instant at = now.context().at();
        if (state == BookingState.WAITING) {
            move(BookingState.LAPSED, "lapse", "", now);
            watchAt = null;
            return Passing.LAPSE;
        }
        if (startAt.isAfter(at)) {
            move(state, "remind", "", now);
            watchAt = until(now);
            return Passing.REMIND;
        }
        move(BookingState.NO_SHOW, "no-show", "", now);
        watchAt = null;
        return Passing.NO_SHOW;
    }

    /** Whether the time has come for something; who has a place is waited for until the last moment. */
    public boolean isDue(Now now) {
        Instant at = now.context().at();
        if (!isOpen() || watchAt == null || watchAt.isAfter(at)) {
            return false;
        }
        return state == BookingState.WAITING
                || startAt.isAfter(at)
                || until(now).isBefore(at);
    }

    /** Whether they may still come. */
    public boolean isOpen() {
        return state == BookingState.BOOKED || state == BookingState.WAITING;
    }

    private void requireOpen() {
        if (!isOpen()) {
            throw ProblemException.of(WindowsError.BOOKING_STATE, state.label());
        }
    }

    private void require(BookingState expected) {
        if (state != expected) {
            throw ProblemException.of(WindowsError.BOOKING_STATE, state.label());
        }
    }

    private void move(BookingState next, String step, String words, Now now) {
        state = next;
        held = held.noted(Note.of(step, words, now));
        steps++;
    }

    /** The id of the place. */
    public String point() {
        return point;
    }

    public LocalDate day() {
        return day;
    }

    /** When the slot begins. */
    public Instant startAt() {
        return startAt;
    }

    /** When it ends. */
    public Instant endAt() {
        return startAt.plus(Duration.ofMinutes(held.minutes()));
    }

    /** The code of the item. */
    public String item() {
        return item;
    }

    /** Whose item it is. */
    @Override
    public String department() {
        return department;
    }

    /** Whose it is by their account; empty for somebody who has booked at the desk. */
    public Optional<String> holder() {
        return Optional.of(holder).filter(each -> !each.isEmpty());
    }

    public BookingState state() {
        return state;
    }

    /** What has become of it. */
    public WindowsEvent changed() {
        return new WindowsEvent.BookingMoved(point, item, state, held.source(), startAt);
    }
}
