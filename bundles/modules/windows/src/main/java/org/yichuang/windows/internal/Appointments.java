package org.yichuang.windows.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.windows.api.BookingState;
import org.yichuang.windows.api.TicketSource;
import org.yichuang.windows.api.WindowsError;
import org.yichuang.windows.api.WindowsPermission;
import org.yichuang.windows.internal.WindowsCommands.Book;
import org.yichuang.windows.internal.WindowsCommands.BookFor;
import org.yichuang.windows.internal.WindowsCommands.CheckIn;
import org.yichuang.windows.internal.WindowsCommands.Reason;
import org.yichuang.windows.internal.WindowsViews.BookingView;
import org.yichuang.windows.internal.domain.Booking;
import org.yichuang.windows.internal.domain.BookingPolicy;
import org.yichuang.windows.internal.domain.HallWindow;
import org.yichuang.windows.internal.domain.Now;
import org.yichuang.windows.internal.domain.QueueGroup;
import org.yichuang.windows.internal.domain.ServicePoint;
import org.yichuang.windows.internal.domain.SlotPlaces;
import org.yichuang.windows.internal.domain.SlotRules;
import org.yichuang.windows.internal.domain.Ticket;
import org.yichuang.windows.internal.persistence.BookingRows;
import org.yichuang.windows.internal.persistence.PointRows;
import org.yichuang.windows.internal.persistence.QueueRows;

/**
 * Appointments. Whoever books or cancels holds the place until the transaction ends: two who want its last place at one
 * moment do so one after the other, on whichever container.
 */
public class Appointments {
    private static final int MISSED_DAYS = 90;
    private static final String NEWEST = "~";

    private final Transactions transactions;
    private final BookingRows rows;
    private final PointRows points;
    private final QueueRows queues;
    private final BookingSteps steps;
    private final Tickets tickets;
    private final DepartmentItems items;
    private final Clocked clocked;

    Appointments(
            Transactions transactions,
            Rows rows,
            BookingSteps steps,
            Tickets tickets,
            DepartmentItems items,
            Clocked clocked) {
        this.transactions = transactions;
        this.rows = rows.bookings();
        this.points = rows.points();
        this.queues = rows.queues();
        this.steps = steps;
        this.tickets = tickets;
        this.items = items;
        this.clocked = clocked;
    }

    /** Where all of that is. */
    record Rows(BookingRows bookings, PointRows points, QueueRows queues) {}

    /**
     * Books from home, or waits for a place where that is wanted and there is none.
     *
     * @throws ProblemException {@code item-unknown}, {@code point-unknown}, {@code booking-past}, {@code booking-far},
     *     {@code booking-closed}, {@code booking-break}, {@code booking-hours}, {@code booking-slot}, {@code
     *     booking-elsewhere}, {@code booking-full}, {@code bookings-enough}, {@code booking-twice}, {@code
     *     bookings-missed}, {@code fields-invalid}
     */
    @RequiresPermission(WindowsPermission.TAKE)
    public BookingView book(Book command, CallContext context) {
        context.require(WindowsPermission.TAKE);
        Booking.Person who =
                new Booking.Person(context.actor().account(), context.actor().name(), TicketSource.ONLINE);
        return booked(FieldRules.require(command), who, context);
    }

    /**
     * Books for somebody at the desk.
     *
     * @throws ProblemException as of {@link #book}, but for those who have booked before
     */
    @RequiresPermission(WindowsPermission.SERVE)
    public BookingView bookAtDesk(BookFor command, CallContext context) {
        context.require(WindowsPermission.SERVE);
        BookFor given = FieldRules.require(command);
        Book book = new Book(given.item(), given.point(), given.day(), given.time(), given.waits());
        return booked(book, new Booking.Person("", given.name(), TicketSource.DESK), context);
    }

    private BookingView booked(Book given, Booking.Person who, CallContext context) {
        ItemDefinition item = items.handled(given.item(), context);
        LocalTime time = PointHours.time("time", given.time());
        Written done = transactions.write(context, Written.class, unit -> {
            Now now = clocked.now(unit);
            ServicePoint point = PointHours.held(points, given.point(), unit);
            Booking.Slot slot = new SlotRules(point, now).require(given.day(), time);
            SlotPlaces places = steps.places(point, unit);
            Set<String> names = steps.names(item.department(), unit);
            if (!places.serves(names)) {
                throw ProblemException.of(WindowsError.BOOKING_ELSEWHERE, item.name(), point.name());
            }
            if (!who.account().isEmpty()) {
                requireFew(who.account(), slot, now, unit);
            }
            List<Booking> taking = rows.taking(point.id(), slot.startAt(), unit);
            boolean waits = places.free(BookingSteps.departmentsOf(taking), names) == 0;
            if (waits && (given.waits() == null || !given.waits())) {
                throw ProblemException.of(WindowsError.BOOKING_FULL);
            }
            Booking.Subject subject = new Booking.Subject(item.code(), item.name(), item.department());
            Booking made = Booking.made(Ids.next(context.at()), slot, subject, who, waits, now);
            steps.keep(made, waits ? "wait" : "book", waits ? "booking-waits" : "booking-made", "", unit);
            return new Written(made.id());
        });
        return load(done.id(), context.withoutKey());
    }

    /** Nobody takes the slots of others: so many in all, one at a time, and none who has often not come. */
    private void requireFew(String account, Booking.Slot slot, Now now, UnitOfWork unit) {
        List<Booking> open = rows.openOf(account, unit);
        Instant end = slot.startAt().plusSeconds(60L * slot.minutes());
        if (open.stream()
                .anyMatch(each -> each.startAt().isBefore(end) && slot.startAt().isBefore(each.endAt()))) {
            throw ProblemException.of(WindowsError.BOOKING_TWICE);
        }
        int most = BookingPolicy.MOST.of(now.centre());
        if (open.size() >= most) {
            throw ProblemException.of(WindowsError.BOOKINGS_ENOUGH, most);
        }
        int missed = BookingPolicy.NO_SHOWS.of(now.centre());
        if (rows.missed(account, now.today().minusDays(MISSED_DAYS), unit) >= missed) {
            throw ProblemException.of(WindowsError.BOOKINGS_MISSED, MISSED_DAYS, missed);
        }
    }

    /**
     * Whoever has booked from home does not come; whoever waits for the place gets it.
     *
     * @throws ProblemException {@code booking-unknown}, {@code booking-state}, {@code booking-past}
     */
    @RequiresPermission(WindowsPermission.TAKE)
    public BookingView cancelOwn(String id, CallContext context) {
        context.require(WindowsPermission.TAKE);
        cancel(id, "", Optional.of(context.actor().account()), context);
        return load(id, context.withoutKey());
    }

    /**
     * One is called off at the desk; whoever has it is told.
     *
     * @throws ProblemException {@code booking-unknown}, {@code booking-state}, {@code booking-past}
     */
    @RequiresPermission(WindowsPermission.SERVE)
    public BookingView cancel(String id, Reason command, CallContext context) {
        context.require(WindowsPermission.SERVE);
        cancel(id, FieldRules.require(command).reason(), Optional.empty(), context);
        return load(id, context.withoutKey());
    }

    private void cancel(String id, String reason, Optional<String> own, CallContext context) {
        transactions.write(context, Written.class, unit -> {
            String at = rows.pointOf(id, unit).orElseThrow(Appointments::unknown);
            ServicePoint point = points.held(at, unit).orElseThrow(Appointments::unknown);
            Booking found = rows.held(id, unit)
                    .filter(each -> own.isEmpty() || each.holder().equals(own))
                    .orElseThrow(Appointments::unknown);
            context.requireVersion(found.steps());
            boolean hasPlace = found.state() == BookingState.BOOKED;
            found.cancel(reason, clocked.now(unit));
            steps.keep(found, "cancel", "booking-cancelled", reason, unit);
            if (own.isEmpty()) {
                steps.tell(found, point, BookingNotice.CALLED_OFF, unit);
            }
            if (hasPlace) {
                steps.moveUp(point, found, unit);
            }
            return new Written(id);
        });
    }

    private static ProblemException unknown() {
        return ProblemException.of(WindowsError.BOOKING_UNKNOWN);
    }

    /**
     * Somebody has come: they get a ticket that goes first.
     *
     * @throws ProblemException {@code booking-unknown}, {@code booking-state}, {@code booking-early}, {@code
     *     booking-late}, {@code queue-unknown}
     */
    @RequiresPermission(WindowsPermission.SERVE)
    public BookingView checkIn(String id, CheckIn command, CallContext context) {
        context.require(WindowsPermission.SERVE);
        CheckIn given = FieldRules.require(command);
        transactions.write(context, Written.class, unit -> {
            Booking found = rows.held(id, unit).orElseThrow(Appointments::unknown);
            context.requireVersion(found.steps());
            Now now = clocked.now(unit);
            found.requireInTime(now);
            String group = given.group() == null || given.group().isBlank() ? group(found, unit) : given.group();
            Ticket.Taking taking = new Ticket.Taking(
                    TicketSource.APPOINTMENT, true, found.holder().orElse(""));
            found.arrive(tickets.issued(group, taking, now, unit).id(), now);
            steps.keep(found, "arrive", "booking-arrived", "", unit);
            return new Written(id);
        });
        return load(id, context.withoutKey());
    }

    /** The first group that a window calls which serves the department at the place. */
    private String group(Booking of, UnitOfWork unit) {
        ServicePoint point = points.find(of.point(), unit).orElseThrow(Appointments::unknown);
        Set<String> names = steps.names(of.department(), unit);
        List<String> serving = steps.places(point, unit).windows().stream()
                .filter(window -> window.serves(names))
                .map(HallWindow::id)
                .toList();
        return queues.all(unit).stream()
                .filter(each -> !each.isClosed() && serving.stream().anyMatch(each::isCalledAt))
                .map(QueueGroup::id)
                .findFirst()
                .orElseThrow(() -> ProblemException.of(WindowsError.QUEUE_UNKNOWN, ""));
    }

    /** Returns those of a day, in the order in which they were made. */
    @RequiresPermission(WindowsPermission.SERVE)
    public Page<BookingView> list(LocalDate day, PageRequest page, CallContext context) {
        context.require(WindowsPermission.SERVE);
        LocalDate asked = day == null ? context.today() : day;
        return transactions.read(context, unit -> {
            List<Booking> found = rows.of(asked, page.cursor().orElse(""), page.limit() + 1, unit);
            return shown(Page.of(found, page.limit(), Booking::id), unit);
        });
    }

    /** Returns those of whoever asks, the newest first. */
    @RequiresPermission(WindowsPermission.TAKE)
    public Page<BookingView> own(PageRequest page, CallContext context) {
        context.require(WindowsPermission.TAKE);
        String account = context.actor().account();
        return transactions.read(context, unit -> {
            List<Booking> found = rows.ofHolder(account, page.cursor().orElse(NEWEST), page.limit() + 1, unit);
            return shown(Page.of(found, page.limit(), Booking::id), unit);
        });
    }

    private Page<BookingView> shown(Page<Booking> page, UnitOfWork unit) {
        Map<String, String> names = new HashMap<>();
        page.items().stream()
                .map(Booking::point)
                .collect(Collectors.toSet())
                .forEach(id -> names.put(id, nameOf(id, unit)));
        return page.map(each -> Shown.of(each, names.get(each.point())));
    }

    private String nameOf(String point, UnitOfWork unit) {
        return points.find(point, unit).map(ServicePoint::name).orElse("");
    }

    /**
     * Returns one.
     *
     * @throws ProblemException {@code booking-unknown}
     */
    @RequiresPermission(WindowsPermission.SERVE)
    public BookingView find(String id, CallContext context) {
        context.require(WindowsPermission.SERVE);
        return load(id, context);
    }

    /**
     * Returns one of whoever asks as a calendar can keep it (RFC 5545).
     *
     * @throws ProblemException {@code booking-unknown}
     */
    @RequiresPermission(WindowsPermission.TAKE)
    public String calendar(String id, CallContext context) {
        context.require(WindowsPermission.TAKE);
        return transactions.read(context, unit -> {
            Booking found = rows.find(id, unit)
                    .filter(each ->
                            each.holder().equals(Optional.of(context.actor().account())))
                    .orElseThrow(Appointments::unknown);
            ServicePoint point = points.find(found.point(), unit).orElseThrow(Appointments::unknown);
            return BookingCalendar.of(found, point, context);
        });
    }

    private BookingView load(String id, CallContext context) {
        return transactions.read(context, unit -> {
            Booking found = rows.find(id, unit).orElseThrow(Appointments::unknown);
            return Shown.of(found, nameOf(found.point(), unit));
        });
    }
}
