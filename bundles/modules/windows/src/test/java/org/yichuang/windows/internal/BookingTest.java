package org.yichuang.windows.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.windows.internal.WindowsWorld.FORESTRY;
import static org.yichuang.windows.internal.WindowsWorld.HOUSING;
import static org.yichuang.windows.internal.WindowsWorld.TODAY;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.testing.TestRun;
import org.yichuang.windows.api.BookingState;
import org.yichuang.windows.api.HoursKind;
import org.yichuang.windows.api.TicketSource;
import org.yichuang.windows.internal.WindowsCommands.Book;
import org.yichuang.windows.internal.WindowsCommands.BookFor;
import org.yichuang.windows.internal.WindowsCommands.CheckIn;
import org.yichuang.windows.internal.WindowsCommands.OpenQueue;
import org.yichuang.windows.internal.WindowsCommands.Reason;
import org.yichuang.windows.internal.WindowsCommands.SetHours;
import org.yichuang.windows.internal.WindowsCommands.SetHours.Exceptional;
import org.yichuang.windows.internal.WindowsCommands.SetHours.Span;
import org.yichuang.windows.internal.WindowsCommands.SetHours.Weekly;
import org.yichuang.windows.internal.WindowsViews.BookingView;
import org.yichuang.windows.internal.WindowsViews.SlotView;
import org.yichuang.windows.internal.WindowsViews.TicketView;

/** Opening hours, and appointments within them. */
public class BookingTest extends WindowsContract {
    private static final LocalDate TOMORROW = TODAY.plusDays(1);
    private static final LocalDate SATURDAY = TODAY.plusDays(5);
    private static final LocalDate HOLIDAY = LocalDate.of(2026, 9, 25);

    private String point;

    @Before
    public void hall() {
        world.window("1", HOUSING);
        world.onDuty("bo", HOUSING, "1");
        world.window("5", FORESTRY);
        world.queues.open(new OpenQueue("F", "林业", List.of("5")), world.manager());
        world.queues.open(new OpenQueue("H", "住建", List.of("1")), world.manager());
        point = pointOf("1");
        world.hours.set(point, usual(List.of()), world.manager());
    }

    private String pointOf(String window) {
        return world.hall.windows(PageRequest.of(null, null), world.manager()).items().stream()
                .filter(each -> each.number().equals(window))
                .findFirst()
                .orElseThrow()
                .point();
    }

    private static SetHours usual(List<Exceptional> exceptions) {
        List<Weekly> week = new ArrayList<>();
        Stream.of(DayOfWeek.values()).limit(5).forEach(day -> {
            week.add(new Weekly(day, "09:00", "12:00", HoursKind.NORMAL));
            week.add(new Weekly(day, "13:30", "17:00", HoursKind.NORMAL));
        });
        week.add(new Weekly(DayOfWeek.SATURDAY, "09:00", "11:00", HoursKind.EXTENDED));
        return new SetHours(week, exceptions);
    }

    private CallContext citizen(String account) {
        return world.as(account, "applicant", HAIYANG, Set.of());
    }

    private Book slot(LocalDate day, String time) {
        return new Book("BUILD", point, day, time, null);
    }

    private BookingView book(String account, LocalDate day, String time) {
        return world.appointments.book(slot(day, time), citizen(account));
    }

    private String refused(LocalDate day, String time) {
        return codeOf(() -> book("li", day, time));
    }

    private void pass() {
        LeasedJob timer = world.wiring.bookingTimer(world.notices());
        world.told.clear();
        timer.run(new TestRun(
                CallContext.system(HAIYANG, world.province.now(), "timer"),
                node.leases().acquire(timer.name(), Duration.ofHours(1)).orElseThrow(),
                true));
    }

    private BookingState stateOf(BookingView of) {
        return world.appointments.find(of.id(), world.clerk("bo")).state();
    }

    @Test
    public void theSlotsAreThoseOfTheHoursAndTheWindows() {
        List<SlotView> slots = world.hours.slots(point, "BUILD", TOMORROW, citizen("li"));
        assertEquals("six in the morning, seven in the afternoon", 13, slots.size());
        assertEquals(new SlotView("09:00", "09:30", 1, 1), slots.get(0));
        assertEquals("13:30", slots.get(6).time());
        book("li", TOMORROW, "09:00");
        assertEquals(
                0,
                world.hours
                        .slots(point, "BUILD", TOMORROW, citizen("wu"))
                        .get(0)
                        .free());
        assertEquals(
                "of today those that have not begun",
                "09:30",
                world.hours.slots(point, "BUILD", TODAY, citizen("li")).get(0).time());
        assertEquals("another hall serves it", List.of(), world.hours.slots(point, "WOOD", TOMORROW, citizen("li")));
        assertEquals(
                4, world.hours.slots(point, "BUILD", SATURDAY, citizen("li")).size());
        assertFalse(
                "and Saturday is no working day",
                world.province.calendar(HAIYANG).isWorkday(SATURDAY));
        assertEquals("item-unknown", codeOf(() -> world.hours.slots(point, "NONE", TOMORROW, citizen("li"))));
        sound();
    }

    @Test
    public void whatCannotBeBookedIsRefusedWithItsSentence() {
        assertEquals("booking-past", refused(TODAY, "09:00"));
        assertEquals("booking-past", refused(TODAY.minusDays(1), "10:00"));
        assertEquals("booking-far", refused(TODAY.plusDays(15), "10:00"));
        assertEquals("booking-break", refused(TOMORROW, "12:30"));
        assertEquals("booking-hours", refused(TOMORROW, "08:30"));
        assertEquals("booking-hours", refused(TOMORROW, "17:00"));
        assertEquals("booking-slot", refused(TOMORROW, "09:10"));
        assertEquals("booking-closed", refused(TODAY.plusDays(6), "10:00"));
        assertEquals("fields-invalid", refused(TOMORROW, "ten"));
        Book elsewhere = new Book("WOOD", point, TOMORROW, "10:00", null);
        assertEquals("booking-elsewhere", codeOf(() -> world.appointments.book(elsewhere, citizen("li"))));
        Book nowhere = new Book("BUILD", "x", TOMORROW, "10:00", null);
        assertEquals("point-unknown", codeOf(() -> world.appointments.book(nowhere, citizen("li"))));
        book("wu", TOMORROW, "10:00");
        assertEquals("booking-full", refused(TOMORROW, "10:00"));
        assertEquals("not-allowed", codeOf(() -> world.appointments.book(slot(TOMORROW, "11:00"), world.clerk("bo"))));
        world.province.at("2026-09-14T09:00");
        ProblemException holiday = assertThrows(ProblemException.class, () -> book("li", HOLIDAY, "10:00"));
        assertEquals("booking-closed", holiday.code().code());
        assertTrue(holiday.getMessage(), holiday.getMessage().contains("Mid-Autumn"));
    }

    @Test
    public void aDayThatIsOtherwiseIsSaidWithItsReasonAndWhoHasBookedIsTold() {
        BookingView morning = book("li", TOMORROW, "09:00");
        BookingView afternoon = book("wu", TOMORROW, "14:00");
        world.told.clear();
        Exceptional half = new Exceptional(TOMORROW, List.of(new Span("13:30", "17:00")), "设备检修");
        world.hours.set(point, usual(List.of(half)), world.manager());
        assertEquals(BookingState.CANCELLED, stateOf(morning));
        assertEquals(BookingState.BOOKED, stateOf(afternoon));
        assertEquals(
                List.of("booking-called-off li"),
                world.told.stream()
                        .map(each -> each.kind() + " " + each.account())
                        .toList());
        assertEquals("booking-hours", refused(TOMORROW, "09:00"));
        Weekly wrong = new Weekly(DayOfWeek.MONDAY, "12:00", "09:00", HoursKind.NORMAL);
        assertEquals("week", field(() -> world.hours.set(point, new SetHours(List.of(wrong), null), world.manager())));
        assertEquals("not-allowed", codeOf(() -> world.hours.set(point, usual(List.of()), citizen("li"))));
        sound();
    }

    @Test
    public void nobodyTakesTheSlotsOfOthers() {
        book("li", TOMORROW, "09:00");
        world.hours.set(pointOf("5"), usual(List.of()), world.manager());
        Book beside = new Book("WOOD", pointOf("5"), TOMORROW, "09:00", null);
        assertEquals("booking-twice", codeOf(() -> world.appointments.book(beside, citizen("li"))));
        assertEquals("booking-twice", refused(TOMORROW, "09:00"));
        book("li", TOMORROW, "10:00");
        book("li", TOMORROW, "11:00");
        assertEquals("bookings-enough", refused(TOMORROW, "14:00"));
        BookFor desk = new BookFor("BUILD", point, TOMORROW, "14:00", null, "老李");
        assertEquals(
                "the desk books for anybody",
                TicketSource.DESK,
                world.appointments.bookAtDesk(desk, world.clerk("bo")).source());
        assertEquals(
                3,
                world.appointments
                        .own(PageRequest.of(null, null), citizen("li"))
                        .items()
                        .size());
        assertEquals(
                4,
                world.appointments
                        .list(TOMORROW, PageRequest.of(null, null), world.clerk("bo"))
                        .items()
                        .size());
        sound();
    }

    @Test
    public void ofTwoAtTheLastPlaceOneGetsIt() throws Exception {
        WindowsWorld there = new WindowsWorld(other.transactions(), other.entities("windows"), world.province);
        for (String time : List.of("09:00", "09:30", "10:00", "10:30")) {
            CompletableFuture<Boolean> one = CompletableFuture.supplyAsync(() -> isBooked("li" + time, time, world));
            CompletableFuture<Boolean> two = CompletableFuture.supplyAsync(() -> isBooked("wu" + time, time, there));
            assertTrue("one of the two", one.get() ^ two.get());
        }
        sound();
    }

    private boolean isBooked(String account, String time, WindowsWorld at) {
        try {
            at.appointments.book(slot(TOMORROW, time), citizen(account));
            return true;
        } catch (ProblemException e) {
            assertEquals("booking-full", e.code().code());
            return false;
        }
    }

    /** A window serves more people, and nobody has cancelled. */
    @Test
    public void whoeverWaitsMovesUpWhereASlotGetsMorePlaces() {
        book("li", TOMORROW, "09:00");
        Book waits = new Book("BUILD", point, TOMORROW, "09:00", true);
        String second = world.appointments.book(waits, citizen("wu")).id();
        String third = world.appointments.book(waits, citizen("zhao")).id();
        pass();
        assertEquals(
                BookingState.WAITING,
                world.appointments.find(second, world.clerk("bo")).state());
        world.province.policy(HAIYANG, "policy.windows.booking.per-window", "2");
        pass();
        assertEquals(
                BookingState.BOOKED,
                world.appointments.find(second, world.clerk("bo")).state());
        assertEquals(
                BookingState.WAITING,
                world.appointments.find(third, world.clerk("bo")).state());
        assertTrue(world.told.stream().anyMatch(each -> each.kind().equals(BookingNotice.MOVED_UP.kind())));
        sound();
    }

    @Test
    public void whoWaitsMovesUpByItself() {
        BookingView first = book("li", TOMORROW, "09:00");
        Book waits = new Book("BUILD", point, TOMORROW, "09:00", true);
        BookingView second = world.appointments.book(waits, citizen("wu"));
        BookingView third = world.appointments.book(waits, citizen("zhao"));
        assertEquals(BookingState.WAITING, second.state());
        assertEquals("booking-unknown", codeOf(() -> world.appointments.cancelOwn(first.id(), citizen("wu"))));
        world.told.clear();
        world.appointments.cancelOwn(first.id(), citizen("li"));
        assertEquals(BookingState.BOOKED, stateOf(second));
        assertEquals(BookingState.WAITING, stateOf(third));
        assertEquals("booking-moved-up", world.told.get(0).kind());
        assertEquals("booking-state", codeOf(() -> world.appointments.cancelOwn(first.id(), citizen("li"))));
        world.province.at("2026-03-03T09:01");
        pass();
        assertEquals(BookingState.LAPSED, stateOf(third));
        assertEquals(BookingState.BOOKED, stateOf(second));
        assertEquals("booking-past", codeOf(() -> world.appointments.cancelOwn(second.id(), citizen("wu"))));
        sound();
    }

    @Test
    public void whoComesInTimeGoesFirst() {
        world.province.at("2026-03-03T08:00");
        BookingView booked = book("li", TOMORROW, "10:00");
        CallContext clerk = world.clerk("bo");
        assertEquals("booking-early", codeOf(() -> world.appointments.checkIn(booked.id(), new CheckIn(null), clerk)));
        world.province.at("2026-03-03T09:20");
        BookingView arrived = world.appointments.checkIn(booked.id(), new CheckIn(null), world.clerk("bo"));
        assertEquals(BookingState.ARRIVED, arrived.state());
        TicketView ticket = world.tickets.find(arrived.ticket(), citizen("li"));
        assertEquals("of the group that its window calls", "H001", ticket.number());
        assertTrue(ticket.first());
        assertEquals(TicketSource.APPOINTMENT, ticket.source());
        assertEquals(
                "booking-state",
                codeOf(() -> world.appointments.checkIn(booked.id(), new CheckIn(null), world.clerk("bo"))));
        BookingView late = book("wu", TOMORROW, "11:00");
        world.province.at("2026-03-03T11:15");
        pass();
        assertEquals("to the last minute", BookingState.BOOKED, stateOf(late));
        world.province.at("2026-03-03T11:16");
        assertEquals(
                "booking-late",
                codeOf(() -> world.appointments.checkIn(late.id(), new CheckIn(null), world.clerk("bo"))));
        sound();
    }

    @Test
    public void peopleAreRemindedAndWhoDoesNotComeBooksNoMoreForAWhile() {
        world.province.policy(HAIYANG, "policy.windows.booking.no-shows", "1");
        LocalDate later = TODAY.plusDays(3);
        BookingView booked = book("li", later, "10:00");
        pass();
        assertEquals(List.of(), world.told);
        world.province.at("2026-03-04T10:00");
        pass();
        assertEquals("booking-reminder", world.told.get(0).kind());
        assertTrue(world.told.get(0).facts().containsValue("2026-03-05 10:00"));
        pass();
        assertEquals("once", List.of(), world.told);
        world.province.at("2026-03-05T10:16");
        pass();
        assertEquals(BookingState.NO_SHOW, stateOf(booked));
        assertEquals("bookings-missed", codeOf(() -> book("li", TODAY.plusDays(4), "10:00")));
        sound();
    }

    @Test
    public void anAppointmentIsKeptByCalendars() {
        BookingView booked = book("li", TOMORROW, "09:30");
        String file = world.appointments.calendar(booked.id(), citizen("li"));
        assertTrue(file, file.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
        assertTrue(file, file.contains("DTSTART:20260303T013000Z\r\nDTEND:20260303T020000Z\r\n"));
        assertTrue(file, file.contains("STATUS:CONFIRMED\r\n") && file.contains("BEGIN:VALARM\r\n"));
        Stream.of(file.split("\r\n"))
                .forEach(line -> assertTrue(line, line.getBytes(StandardCharsets.UTF_8).length <= 75));
        assertEquals("booking-unknown", codeOf(() -> world.appointments.calendar(booked.id(), citizen("wu"))));
        world.appointments.cancel(booked.id(), new Reason("停电"), world.clerk("bo"));
        assertEquals("booking-called-off", world.told.get(world.told.size() - 1).kind());
        String off = world.appointments.calendar(booked.id(), citizen("li"));
        assertTrue(off, off.contains("METHOD:CANCEL\r\n") && off.contains("SEQUENCE:1\r\n"));
    }
}
