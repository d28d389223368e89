package org.yichuang.windows.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.windows.internal.WindowsWorld.HOUSING;
import static org.yichuang.windows.internal.WindowsWorld.TODAY;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import javax.ws.rs.core.Response;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.windows.api.BookingState;
import org.yichuang.windows.api.HoursKind;
import org.yichuang.windows.internal.WindowsCommands.Book;
import org.yichuang.windows.internal.WindowsCommands.BookFor;
import org.yichuang.windows.internal.WindowsCommands.CheckIn;
import org.yichuang.windows.internal.WindowsCommands.OpenQueue;
import org.yichuang.windows.internal.WindowsCommands.Reason;
import org.yichuang.windows.internal.WindowsCommands.SetHours;
import org.yichuang.windows.internal.WindowsCommands.SetHours.Weekly;
import org.yichuang.windows.internal.WindowsViews.BookingView;
import org.yichuang.windows.internal.WindowsViews.HoursView;
import org.yichuang.windows.internal.jte.StaticTemplates;
import org.yichuang.windows.internal.rest.AppointmentResource;
import org.yichuang.windows.internal.rest.HoursResource;
import org.yichuang.windows.internal.rest.OwnAppointmentResource;

/** Appointments as callers of the interface and people in front of pages meet them. */
public class BookingRestTest extends WindowsContract {
    private final StaticTemplates templates = new StaticTemplates();
    private String point;

    @Before
    public void hall() {
        world.window("1", HOUSING);
        world.onDuty("bo", HOUSING, "1");
        world.queues.open(new OpenQueue("A", "综合", null), world.manager());
        point = world.hall
                .points(PageRequest.of(null, null), world.manager())
                .items()
                .get(0)
                .id();
        HoursResource hours = new HoursResource(world.hours);
        SetHours monday = new SetHours(List.of(new Weekly(DayOfWeek.MONDAY, "09:00", "12:00", HoursKind.NORMAL)), null);
        Response set = hours.set(point, monday, world.manager());
        assertEquals("\"2\"", set.getHeaderString("ETag"));
        HoursView view = (HoursView) hours.find(point, citizen()).getEntity();
        assertEquals("09:00", view.today().get(0).from());
    }

    private CallContext citizen() {
        return world.as("li", "applicant", HAIYANG, Set.of());
    }

    private static BookingView booking(Response answer, BookingState state) {
        BookingView now = (BookingView) answer.getEntity();
        assertEquals(state, now.state());
        assertEquals("\"" + now.version() + "\"", answer.getHeaderString("ETag"));
        return now;
    }

    @Test
    public void anAppointmentGoesItsWay() {
        OwnAppointmentResource own = new OwnAppointmentResource(world.appointments);
        AppointmentResource desk = new AppointmentResource(world.appointments, world.hours);
        assertEquals(5, desk.slots(point, "BUILD", TODAY, citizen()).items().size());
        Response made = own.book(new Book("BUILD", point, TODAY, "10:00", null), citizen());
        BookingView booked = booking(made, BookingState.BOOKED);
        assertEquals(201, made.getStatus());
        byte[] file = (byte[]) own.calendar(booked.id(), citizen()).getEntity();
        assertTrue(new String(file, StandardCharsets.UTF_8).startsWith("BEGIN:VCALENDAR"));
        assertEquals(1, own.list(null, null, citizen()).items().size());
        booking(own.cancel(booked.id(), citizen()), BookingState.CANCELLED);

        CallContext clerk = world.clerk("bo");
        BookFor other = new BookFor("BUILD", point, TODAY, "09:30", null, "老王");
        BookingView come = booking(desk.book(other, clerk), BookingState.BOOKED);
        booking(desk.find(come.id(), clerk), BookingState.BOOKED);
        booking(desk.checkIn(come.id(), new CheckIn("A"), clerk), BookingState.ARRIVED);
        BookFor third = new BookFor("BUILD", point, TODAY, "11:00", null, "老赵");
        BookingView off = booking(desk.book(third, clerk), BookingState.BOOKED);
        booking(desk.cancel(off.id(), new Reason("停电"), clerk), BookingState.CANCELLED);
        assertEquals(3, desk.list(null, null, null, clerk).items().size());
        sound();
    }

    @Test
    public void thePagesOfferWhatIsNext() {
        BookingView booked = world.appointments.book(new Book("BUILD", point, TODAY, "10:00", null), citizen());
        String own = templates
                .appointments(
                        PagesTest.ui(),
                        world.appointments.own(PageRequest.of(null, null), citizen()),
                        List.of(),
                        "BUILD",
                        point,
                        TODAY,
                        world.hours.slots(point, "BUILD", TODAY, citizen()))
                .render();
        assertTrue(own, own.contains(booked.id() + "/cancellation\"") && own.contains(booked.id() + "/calendar"));
        assertTrue(own, own.contains("field:time") && own.contains("field:wait"));
        String desk = templates.booking(PagesTest.ui(), booked).render();
        assertTrue(desk, desk.contains("/check-in\"") && desk.contains("/cancellation\""));
        BookingView arrived = world.appointments.checkIn(booked.id(), new CheckIn(null), world.clerk("bo"));
        String done = templates.booking(PagesTest.ui(), arrived).render();
        assertFalse(done, done.contains("/check-in\"") || done.contains("/cancellation\""));
        assertTrue(done, done.contains(arrived.ticket()));
        String list = templates
                .bookings(
                        PagesTest.ui(),
                        world.appointments.list(null, PageRequest.of(null, null), world.clerk("bo")),
                        List.of(),
                        "")
                .render();
        assertTrue(list, list.contains("/windows/bookings/" + booked.id()) && list.contains("field:name"));
        HoursView hours = world.hours.find(point, citizen());
        String open = templates.hours(PagesTest.ui(), hours, false).render();
        assertTrue(open, open.contains("09:00–12:00") && !open.contains("<form"));
        assertTrue(templates.hours(PagesTest.ui(), hours, true).render().contains("field:week"));
    }
}
