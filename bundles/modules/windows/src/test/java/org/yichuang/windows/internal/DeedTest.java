package org.yichuang.windows.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.yichuang.windows.internal.WindowsWorld.HOUSING;
import static org.yichuang.windows.internal.WindowsWorld.TODAY;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.indicators.api.Period;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.windows.api.DeedKind;
import org.yichuang.windows.api.HoursKind;
import org.yichuang.windows.internal.AssessmentCommands.RecordDeed;
import org.yichuang.windows.internal.DeedViews.LedgerLineView;
import org.yichuang.windows.internal.DeedViews.LedgerView;
import org.yichuang.windows.internal.DeedViews.ProposalView;
import org.yichuang.windows.internal.WindowsCommands.Arrive;
import org.yichuang.windows.internal.WindowsCommands.At;
import org.yichuang.windows.internal.WindowsCommands.BookFor;
import org.yichuang.windows.internal.WindowsCommands.Call;
import org.yichuang.windows.internal.WindowsCommands.CheckIn;
import org.yichuang.windows.internal.WindowsCommands.Finish;
import org.yichuang.windows.internal.WindowsCommands.OpenQueue;
import org.yichuang.windows.internal.WindowsCommands.Reason;
import org.yichuang.windows.internal.WindowsCommands.SetHours;
import org.yichuang.windows.internal.WindowsCommands.SetHours.Weekly;
import org.yichuang.windows.internal.WindowsCommands.Take;
import org.yichuang.windows.internal.jte.StaticTemplates;

/** Deeds count themselves: what was done after hours, or on a day off by appointment; the clerk confirms. */
public class DeedTest extends WindowsContract {
    private static final LocalDate SATURDAY = LocalDate.of(2026, 3, 7);
    private static final PageRequest ALL = PageRequest.of(null, null);

    private Deeds deeds;
    private String bo;

    @Before
    public void hall() {
        world.window("3", HOUSING);
        bo = world.onDuty("bo", HOUSING, "3");
        world.queues.open(new OpenQueue("A", "综合", List.of()), world.manager());
        deeds = world.assessing.deeds();
    }

    private void served(String at) {
        world.province.at(at);
        world.tickets.take(new Take("A", null, null), world.clerk("bo"));
        called();
    }

    private void called() {
        String id = world.tickets.call(new Call("3", "A"), world.clerk("bo")).id();
        world.tickets.serve(id, new At("3"), world.clerk("bo"));
        world.tickets.finish(id, new Finish("3", null), world.clerk("bo"));
    }

    @Test
    public void whoWasServedAfterHoursIsProposedAndConfirmedOnce() {
        served("2026-03-02T16:50");
        served("2026-03-02T17:20");
        List<ProposalView> seen = deeds.proposals(null, world.clerk("bo"));
        assertEquals("the first one was within hours", 1, seen.size());
        assertEquals(DeedKind.OVERTIME, seen.get(0).kind());
        String id = seen.get(0).id();
        assertEquals(seen.get(0).of(), deeds.confirm(id, world.clerk("bo")).of());
        assertEquals(List.of(), deeds.proposals(null, world.clerk("bo")));
        assertEquals("deed-known", codeOf(() -> deeds.confirm(id, world.clerk("bo"))));
        assertEquals("deed-proposal-unknown", codeOf(() -> deeds.confirm("OVERTIME-x", world.clerk("bo"))));
        world.window("5", HOUSING);
        world.onDuty("clara", HOUSING, "5");
        assertEquals(
                "nobody confirms for another window",
                "deed-proposal-unknown",
                codeOf(() -> deeds.confirm(id, world.clerk("clara"))));
        assertEquals("staff-unknown", codeOf(() -> deeds.proposals(null, world.clerk("nobody"))));
        sound();
    }

    @Test
    public void whoComesByAppointmentOnADayOffIsADeedOfItsOwn() {
        String point = world.hall.windows(ALL, world.manager()).items().get(0).point();
        Weekly hours = new Weekly(DayOfWeek.SATURDAY, "09:00", "11:00", HoursKind.HOLIDAY);
        world.hours.set(point, new SetHours(List.of(hours), null), world.manager());
        BookFor book = new BookFor("BUILD", point, SATURDAY, "09:30", null, "老王");
        String booking = world.appointments.bookAtDesk(book, world.clerk("bo")).id();
        world.province.at("2026-03-07T09:20");
        world.staff.arrive(bo, new Arrive(null), world.clerk("bo"));
        world.appointments.checkIn(booking, new CheckIn(null), world.clerk("bo"));
        called();
        List<ProposalView> seen = deeds.proposals(SATURDAY, world.clerk("bo"));
        assertEquals(
                List.of(DeedKind.BOOKED), seen.stream().map(ProposalView::kind).toList());
    }

    @Test
    public void whatThePlatformSeesItselfIsNotWrittenDownAsWell() {
        RecordDeed overtime = new RecordDeed(DeedKind.OVERTIME, null, null, "下班后办理");
        assertEquals("kind", field(() -> deeds.record(overtime, world.clerk("bo"))));
        RecordDeed booked = new RecordDeed(DeedKind.BOOKED, null, null, "周六预约");
        assertEquals("kind", field(() -> deeds.record(booked, world.clerk("bo"))));
        world.queues.close("A", new Reason("改造"), world.manager());
        assertEquals(
                "without tickets it sees nothing",
                DeedKind.OVERTIME,
                deeds.record(overtime, world.clerk("bo")).kind());
    }

    @Test
    public void theSentenceOfTheYearWritesItself() {
        Period year = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
        assertTrue(deeds.ledger(year, world.clerk("bo")).sentence().zh().contains("没有"));
        for (int i = 0; i < 3; i++) {
            deeds.record(new RecordDeed(DeedKind.GUIDE, null, null, "指导填表"), world.clerk("bo"));
        }
        world.window("5", HOUSING);
        world.onDuty("clara", HOUSING, "5");
        deeds.record(new RecordDeed(DeedKind.GUIDE, null, "370687-1", "指导填表"), world.clerk("clara"));
        deeds.record(new RecordDeed(DeedKind.HOME, TODAY.minusDays(1), null, "上门送证"), world.clerk("clara"));
        LedgerView ledger = deeds.ledger(year, world.clerk("bo"));
        assertEquals("指导办4件（2个窗口），上门办1件（1个窗口）。", ledger.sentence().zh());
        assertEquals(
                List.of(4L, 1L),
                ledger.items().stream().map(LedgerLineView::deeds).toList());
        assertEquals(5, deeds.list(year, ALL, world.clerk("bo")).items().size());
        String page = new StaticTemplates()
                .deeds(
                        PagesTest.ui(),
                        List.of(),
                        ledger,
                        deeds.list(year, ALL, world.clerk("bo")),
                        deeds.byHand(world.clerk("bo")))
                .render();
        assertTrue(page, page.contains("指导办4件") && page.contains("field:kind"));
        RecordDeed later = new RecordDeed(DeedKind.HOME, TODAY.plusDays(1), null, "x");
        assertEquals("day", field(() -> deeds.record(later, world.clerk("bo"))));
        sound();
    }
}
