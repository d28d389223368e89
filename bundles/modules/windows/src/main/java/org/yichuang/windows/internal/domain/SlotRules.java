package org.yichuang.windows.internal.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.windows.api.WindowsError;
import org.yichuang.windows.internal.domain.Booking.Slot;
import org.yichuang.windows.internal.domain.OpeningHours.Span;

/** Which slots of a place can be booked, and why another one cannot. */
public record SlotRules(ServicePoint point, Now now) {
    private int minutes() {
        return BookingPolicy.MINUTES.of(now.centre());
    }

    /** The slots of a day that can be booked now. */
    public List<Slot> bookable(LocalDate day) {
        if (day.isAfter(now.today().plusDays(BookingPolicy.DAYS.of(now.centre())))) {
            return List.of();
        }
        return slots(day).stream()
                .map(time -> slot(day, time))
                .filter(slot -> slot.startAt().isAfter(now.context().at()))
                .toList();
    }

    private List<LocalTime> slots(LocalDate day) {
        return point.held().hours().slots(day, minutes(), now.calendar());
    }

    private Slot slot(LocalDate day, LocalTime time) {
        return new Slot(point.id(), day, start(day, time), minutes());
    }

    private static Instant start(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(CallContext.ZONE).toInstant();
    }

    /** Whether a slot is one of the place still, as its hours are now. */
    public boolean holds(Booking booking) {
        LocalTime time = booking.startAt().atZone(CallContext.ZONE).toLocalTime();
        return point.held().hours().on(booking.day(), now.calendar()).stream()
                .anyMatch(span -> span.holds(time, booking.held().minutes()));
    }

    /**
     * The slot that begins at a time, where it can be booked.
     *
     * @throws ProblemException {@code booking-past}, {@code booking-far}, {@code booking-closed}, {@code
     *     booking-break}, {@code booking-hours}, {@code booking-slot}
     */
    public Slot require(LocalDate day, LocalTime time) {
        if (!start(day, time).isAfter(now.context().at())) {
            throw ProblemException.of(WindowsError.BOOKING_PAST);
        }
        int days = BookingPolicy.DAYS.of(now.centre());
        if (day.isAfter(now.today().plusDays(days))) {
            throw ProblemException.of(WindowsError.BOOKING_FAR, days);
        }
        List<Span> spans = point.held().hours().on(day, now.calendar());
        if (spans.isEmpty()) {
            LocalizedMessage why = point.held()
                    .hours()
                    .reason(day)
                    .map(LocalizedMessage::verbatim)
                    .orElseGet(() -> now.calendar().kindOf(day).reason());
            throw ProblemException.of(WindowsError.BOOKING_CLOSED, day, why);
        }
        if (!slots(day).contains(time)) {
            throw refused(time, spans);
        }
        return slot(day, time);
    }

    private ProblemException refused(LocalTime time, List<Span> spans) {
        for (int i = 1; i < spans.size(); i++) {
            LocalTime from = spans.get(i - 1).to();
            LocalTime to = spans.get(i).from();
            if (!time.isBefore(from) && time.isBefore(to)) {
                return ProblemException.of(WindowsError.BOOKING_BREAK, from, to);
            }
        }
        LocalTime first = spans.get(0).from();
        LocalTime last = spans.get(spans.size() - 1).to();
        return time.isBefore(first) || !time.isBefore(last)
                ? ProblemException.of(WindowsError.BOOKING_HOURS, first, last)
                : ProblemException.of(WindowsError.BOOKING_SLOT, minutes());
    }
}
