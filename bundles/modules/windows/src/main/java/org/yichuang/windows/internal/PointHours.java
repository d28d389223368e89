package org.yichuang.windows.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.NeedsNoPermission;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.windows.api.WindowsError;
import org.yichuang.windows.api.WindowsPermission;
import org.yichuang.windows.internal.WindowsCommands.SetHours;
import org.yichuang.windows.internal.WindowsViews.HoursView;
import org.yichuang.windows.internal.WindowsViews.SlotView;
import org.yichuang.windows.internal.domain.Booking;
import org.yichuang.windows.internal.domain.Now;
import org.yichuang.windows.internal.domain.OpeningHours;
import org.yichuang.windows.internal.domain.OpeningHours.Exceptional;
import org.yichuang.windows.internal.domain.OpeningHours.Span;
import org.yichuang.windows.internal.domain.OpeningHours.Weekly;
import org.yichuang.windows.internal.domain.ServicePoint;
import org.yichuang.windows.internal.domain.SlotPlaces;
import org.yichuang.windows.internal.domain.SlotRules;
import org.yichuang.windows.internal.persistence.BookingRows;
import org.yichuang.windows.internal.persistence.PointRows;

/** When the places of a centre are open, and what of it can be booked. */
public class PointHours {
    private static final int PART = 200;

    private final Transactions transactions;
    private final PointRows points;
    private final BookingRows bookings;
    private final BookingSteps steps;
    private final DepartmentItems items;
    private final Clocked clocked;

    PointHours(
            Transactions transactions,
            PointRows points,
            BookingRows bookings,
            BookingSteps steps,
            DepartmentItems items,
            Clocked clocked) {
        this.transactions = transactions;
        this.points = points;
        this.bookings = bookings;
        this.steps = steps;
        this.items = items;
        this.clocked = clocked;
    }

    /**
     * Says when a place is open, in the place of what was said before. Appointments that lie in none of its hours any
     * more are called off, and those whose they are are told.
     *
     * @throws ProblemException {@code point-unknown}, {@code fields-invalid}
     */
    @RequiresPermission(WindowsPermission.MANAGE)
    public HoursView set(String id, SetHours command, CallContext context) {
        context.require(WindowsPermission.MANAGE);
        OpeningHours hours = hours(FieldRules.require(command));
        transactions.write(context, Written.class, unit -> {
            ServicePoint found = held(points, id, unit);
            context.requireVersion(found.steps());
            found.open(hours);
            points.keep(found, "hours", Map.of("name", found.name()), "point-hours-set", found.changed(), unit);
            callOff(new SlotRules(found, clocked.now(unit)), unit);
            return new Written(id);
        });
        return find(id, context.withoutKey());
    }

    /** The place, held until the transaction ends: whoever books there does so one after the other. */
    static ServicePoint held(PointRows points, String id, UnitOfWork unit) {
        return points.held(id, unit)
                .filter(each -> each.closedOn().isEmpty())
                .orElseThrow(() -> ProblemException.of(WindowsError.POINT_UNKNOWN));
    }

    private void callOff(SlotRules rules, UnitOfWork unit) {
        String reason =
                LocalizedMessage.of(PointHours.class, "booking.hours-changed").zh();
        String after = "";
        List<Booking> part;
        do {
            part = bookings.coming(rules.point().id(), unit.context().at(), after, PART, unit);
            for (Booking each : part) {
                after = each.id();
                if (!rules.holds(each)) {
                    Booking found = bookings.held(each.id(), unit).orElseThrow();
                    found.cancel(reason, rules.now());
                    steps.keep(found, "cancel", "booking-cancelled", reason, unit);
                    steps.tell(found, rules.point(), BookingNotice.CALLED_OFF, unit);
                }
            }
        } while (part.size() == PART);
    }

    private static OpeningHours hours(SetHours given) {
        List<Weekly> week = given.week().stream()
                .map(each -> {
                    Span span = span(each.from(), each.to(), "week");
                    return new Weekly(each.day(), span.from(), span.to(), each.kind());
                })
                .toList();
        List<Exceptional> exceptions = given.exceptions().stream()
                .map(each -> new Exceptional(
                        each.day(),
                        each.spans().stream()
                                .map(span -> span(span.from(), span.to(), "exceptions"))
                                .toList(),
                        each.reason()))
                .toList();
        Set<LocalDate> days = new HashSet<>();
        if (!exceptions.stream().allMatch(each -> days.add(each.day()))) {
            throw invalid("exceptions", "hours.twice");
        }
        for (int i = 0; i < week.size(); i++) {
            for (Weekly other : week.subList(0, i)) {
                Weekly one = week.get(i);
                if (one.day() == other.day()
                        && one.from().isBefore(other.to())
                        && other.from().isBefore(one.to())) {
                    throw invalid("week", "hours.overlap");
                }
            }
        }
        return new OpeningHours(week, exceptions);
    }

    private static Span span(String from, String to, String field) {
        Span span = new Span(time(field, from), time(field, to));
        if (!span.from().isBefore(span.to())) {
            throw invalid(field, "hours.order");
        }
        return span;
    }

    /** @throws ProblemException {@code fields-invalid} */
    static LocalTime time(String field, String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw invalid(field, "hours.time");
        }
    }

    private static ProblemException invalid(String field, String key) {
        return ProblemException.field(CommonError.FIELDS_INVALID, field, LocalizedMessage.of(PointHours.class, key));
    }

    /**
     * Returns when a place is open.
     *
     * @throws ProblemException {@code point-unknown}
     */
    @NeedsNoPermission("when people can come is public")
    public HoursView find(String id, CallContext context) {
        return transactions.read(context, unit -> {
            ServicePoint found = open(id, unit);
            Now now = clocked.now(unit);
            return Shown.hours(found, found.held().hours().on(now.today(), now.calendar()));
        });
    }

    private ServicePoint open(String id, UnitOfWork unit) {
        return points.find(id, unit)
                .filter(each -> each.closedOn().isEmpty())
                .orElseThrow(() -> ProblemException.of(WindowsError.POINT_UNKNOWN));
    }

    /**
     * Returns the slots of a day at a place, with how many places each has left for an item; none where the day is over
     * or too far away, or the item is not served there.
     *
     * @throws ProblemException {@code point-unknown}, {@code item-unknown}, {@code fields-invalid}
     */
    @NeedsNoPermission("when one can come is public")
    public List<SlotView> slots(String id, String item, LocalDate day, CallContext context) {
        ItemDefinition asked = items.handled(item == null ? "" : item, context);
        if (day == null) {
            throw invalid("day", "hours.day");
        }
        return transactions.read(context, unit -> {
            SlotRules rules = new SlotRules(open(id == null ? "" : id, unit), clocked.now(unit));
            SlotPlaces places = steps.places(rules.point(), unit);
            Set<String> names = steps.names(asked.department(), unit);
            List<Booking> taking = bookings.taking(rules.point().id(), day, unit);
            return rules.bookable(day).stream()
                    .map(slot -> new SlotView(
                            Shown.time(slot.startAt()),
                            Shown.time(slot.startAt().plusSeconds(60L * slot.minutes())),
                            places.free(
                                    BookingSteps.departmentsOf(taking.stream()
                                            .filter(each -> each.startAt().equals(slot.startAt()))
                                            .toList()),
                                    names),
                            places.free(List.of(), names)))
                    .filter(slot -> slot.places() > 0)
                    .toList();
        });
    }
}
