package org.yichuang.windows.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.notices.api.NoticeService;
import org.yichuang.tenancy.api.Departments;
import org.yichuang.windows.api.WindowsEvent;
import org.yichuang.windows.internal.domain.Booking;
import org.yichuang.windows.internal.domain.BookingPolicy;
import org.yichuang.windows.internal.domain.ServicePoint;
import org.yichuang.windows.internal.domain.SlotPlaces;
import org.yichuang.windows.internal.persistence.BookingRows;
import org.yichuang.windows.internal.persistence.WindowRows;

/** What is kept and told of appointments, whoever takes the step. */
final class BookingSteps {
    private final BookingRows bookings;
    private final WindowRows windows;
    private final Departments departments;
    private final NoticeService notices;
    private final Clocked clocked;

    BookingSteps(
            BookingRows bookings, WindowRows windows, Departments departments, NoticeService notices, Clocked clocked) {
        this.bookings = bookings;
        this.windows = windows;
        this.departments = departments;
        this.notices = notices;
        this.clocked = clocked;
    }

    void keep(Booking row, String action, String event, String words, UnitOfWork unit) {
        Map<String, String> details = words.isEmpty() ? Map.of() : Map.of("words", words);
        bookings.keep(row, action, details, event, row.changed(), unit);
    }

    /** Tells whoever has it; who has booked at the desk is told there. */
    void tell(Booking row, ServicePoint at, BookingNotice notice, UnitOfWork unit) {
        row.holder()
                .ifPresent(account -> notices.send(
                        new NoticeService.Request(
                                WindowsEvent.MODULE,
                                notice.kind(),
                                bookings.type(),
                                row.id(),
                                account,
                                Map.of(
                                        BookingNotice.ITEM,
                                        row.held().itemName(),
                                        BookingNotice.PLACE,
                                        at.name(),
                                        BookingNotice.WHEN,
                                        Shown.moment(row.startAt()))),
                        unit));
    }

    /** The places of each slot. */
    SlotPlaces places(ServicePoint point, UnitOfWork unit) {
        int each = BookingPolicy.PER_WINDOW.of(clocked.now(unit).centre());
        return new SlotPlaces(windows.openAt(point.id(), unit), each);
    }

    /** The names of a department. */
    Set<String> names(String department, UnitOfWork unit) {
        Set<String> all =
                new HashSet<>(departments.allNames(department, unit.context().tenant(), unit));
        all.add(department);
        return Set.copyOf(all);
    }

    /** Of whom a place is taken: the names of their departments. */
    static List<Set<String>> departmentsOf(List<Booking> taking) {
        return taking.stream().map(each -> Set.of(each.department())).toList();
    }

    /** Whoever waits for a place in a slot gets those that have become free, the first first. */
    void moveUp(ServicePoint point, Booking freed, UnitOfWork unit) {
        List<Booking> taking = new ArrayList<>(bookings.taking(point.id(), freed.startAt(), unit));
        taking.removeIf(each -> each.id().equals(freed.id())); // that it was cancelled is not written yet
        moveUp(point, freed.startAt(), taking, unit);
    }

    /** The same where a slot has got more places. */
    void moveUp(ServicePoint point, Instant startAt, UnitOfWork unit) {
        moveUp(point, startAt, new ArrayList<>(bookings.taking(point.id(), startAt, unit)), unit);
    }

    /** Whether somebody who waits could have a place. */
    boolean hasPlace(ServicePoint point, Booking waiting, UnitOfWork unit) {
        List<Booking> taking = bookings.taking(point.id(), waiting.startAt(), unit);
        return places(point, unit).free(departmentsOf(taking), names(waiting.department(), unit)) > 0;
    }

    private void moveUp(ServicePoint point, Instant startAt, List<Booking> taking, UnitOfWork unit) {
        SlotPlaces places = places(point, unit);
        for (Booking each : bookings.waiting(point.id(), startAt, unit)) {
            if (places.free(departmentsOf(taking), names(each.department(), unit)) > 0) {
                Booking next = bookings.held(each.id(), unit).orElseThrow();
                next.moveUp(clocked.now(unit));
                keep(next, "move-up", "booking-moved-up", "", unit);
                tell(next, point, BookingNotice.MOVED_UP, unit);
                taking.add(next);
            }
        }
    }
}
