package org.yichuang.windows.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.windows.internal.WindowsWorld.TODAY;

import java.time.LocalDate;
import java.util.List;
import org.junit.Test;
import org.yichuang.kernel.api.Page;
import org.yichuang.windows.api.AbsenceState;
import org.yichuang.windows.api.LeaveKind;
import org.yichuang.windows.internal.WindowsCommands.Arrive;
import org.yichuang.windows.internal.WindowsCommands.Depart;
import org.yichuang.windows.internal.WindowsCommands.GoOut;
import org.yichuang.windows.internal.WindowsCommands.GrantLeave;
import org.yichuang.windows.internal.WindowsCommands.Reason;
import org.yichuang.windows.internal.WindowsViews.AbsenceView;
import org.yichuang.windows.internal.WindowsViews.AttendanceView;
import org.yichuang.windows.internal.WindowsViews.LeaveView;
import org.yichuang.windows.internal.WindowsViews.WeekView;
import org.yichuang.windows.internal.jte.StaticTemplates;

/** Who is away for some minutes or for days, and when that ends. */
public class LeaveTest extends AttendanceContract {
    @Test
    public void forLongerALeaveIsNeededAndSomebodyWhoStandsIn() {
        GoOut longer = new GoOut(null, 21, "开会");
        assertEquals("absence-leave", codeOf(() -> world.attending.absences().goOut(longer, world.clerk("bo"))));
        AbsenceView out = world.attending.absences().goOut(new GoOut(null, 20, "开会"), world.clerk("bo"));
        GrantLeave leave = new GrantLeave(bo, TODAY, TODAY.plusDays(1), LeaveKind.OFFICIAL, "nobody", "开会");
        assertEquals("standin-absent", codeOf(() -> world.attending.absences().grant(leave, world.manager())));
        GrantLeave covered = new GrantLeave(bo, TODAY, TODAY.plusDays(1), LeaveKind.OFFICIAL, "clara", "开会");
        world.attending.absences().grant(covered, world.manager());
        assertEquals(
                AbsenceState.ON_LEAVE,
                world.attending.absences().list(TODAY, world.manager()).get(0).state());
        assertEquals("absence-state", codeOf(() -> world.attending.absences().comeBack(out.id(), world.clerk("bo"))));
        assertTrue(may("anna").allowed());
        assertEquals("leave-overlap", codeOf(() -> world.attending.absences().grant(covered, world.manager())));
        assertTrue(sheet("bo", TODAY).onLeave());
        sound();
    }

    /** What lies a month ahead is nothing of today: who is out is out, and back when they say so. */
    @Test
    public void aLeaveThatIsToComeEndsNoAbsenceOfToday() {
        AbsenceView out = absences().goOut(new GoOut(null, 10, "送件"), world.clerk("bo"));
        absences().grant(leave(TODAY.plusMonths(1), TODAY.plusMonths(1)), world.manager());
        assertEquals(
                AbsenceState.OUT, absences().list(TODAY, world.manager()).get(0).state());
        assertEquals("authority-absent", may("bo").code());
        absences().comeBack(out.id(), world.clerk("bo"));
        assertTrue(may("bo").allowed());
        sound();
    }

    private Absences absences() {
        return world.attending.absences();
    }

    private GrantLeave leave(LocalDate from, LocalDate until) {
        return new GrantLeave(bo, from, until, LeaveKind.ANNUAL, "clara", "年休假");
    }

    private AbsenceState state() {
        return absences().list(world.today(), world.manager()).get(0).state();
    }

    @Test
    public void whoeverIsThereIsNotOutAnyMore() {
        absences().goOut(new GoOut(null, 10, "送件"), world.clerk("bo"));
        world.staff.arrive(bo, new Arrive(null), world.clerk("bo"));
        assertEquals(AbsenceState.BACK, state());
        assertTrue(may("bo").allowed());
        absences().goOut(new GoOut(null, 10, "送件"), world.clerk("bo"));
        punch("N-bo", "2026-03-02T12:01");
        assertTrue(
                absences().list(TODAY, world.manager()).stream().allMatch(each -> each.state() == AbsenceState.BACK));
        punch("N-bo", "2026-03-02T13:20");
        absences().goOut(new GoOut(null, 10, "送件"), world.clerk("bo"));
        world.staff.depart(bo, new Depart(false, "胜任"), world.manager());
        assertTrue(
                absences().list(TODAY, world.manager()).stream().allMatch(each -> each.state() == AbsenceState.BACK));
        sound();
    }

    /** Each decides for its own days, whichever was granted last. */
    @Test
    public void somebodyHasMoreLeavesThanOne() {
        absences().grant(leave(TODAY.plusDays(1), TODAY.plusDays(1)), world.manager());
        absences().grant(leave(TODAY.plusDays(3), TODAY.plusDays(4)), world.manager());
        assertFalse("not yet", sheet("bo", TODAY).onLeave());
        assertEquals(3, leaveDays());
        world.province.at("2026-03-03T10:00");
        assertEquals("authority-absent", may("bo").code());
        assertTrue(may("anna").allowed());
        world.province.at("2026-03-04T10:00");
        assertEquals("has not come", "staff-off-duty", may("bo").code());
        world.province.at("2026-03-06T10:00");
        assertEquals("authority-absent", may("bo").code());
        world.province.at("2026-03-09T10:00");
        assertEquals(
                3,
                world.attending.attendance().week(null, anybody()).stream()
                        .mapToInt(WeekView::leave)
                        .sum());
        sound();
    }

    private long leaveDays() {
        return TODAY.datesUntil(TODAY.plusDays(7))
                .filter(day -> sheet("bo", day).onLeave())
                .count();
    }

    @Test
    public void aLeaveEndsEarly() {
        LeaveView its = absences().grant(leave(TODAY, TODAY.plusDays(3)), world.manager());
        assertEquals("authority-absent", may("bo").code());
        assertEquals("not-allowed", codeOf(() -> absences().endLeave(its.id(), new Reason("x"), world.clerk("bo"))));
        assertEquals("leave-unknown", codeOf(() -> absences().endLeave("none", new Reason("返岗"), world.manager())));
        world.province.at("2026-03-03T15:00");
        LeaveView ended = absences().endLeave(its.id(), new Reason("返岗"), world.manager());
        assertEquals("the day has been one of leave", TODAY.plusDays(1), ended.until());
        assertEquals(TODAY.plusDays(2), ended.endedOn());
        assertEquals("leave-state", codeOf(() -> absences().endLeave(its.id(), new Reason("返岗"), world.manager())));
        assertEquals(2, leaveDays());
        punch("N-bo", "2026-03-04T08:55");
        assertTrue(may("bo").allowed());
        sound();
    }

    @Test
    public void aLeaveThatHasNotBegunDoesNot() {
        LeaveView its = absences().grant(leave(TODAY.plusDays(2), TODAY.plusDays(3)), world.manager());
        absences().endLeave(its.id(), new Reason("取消"), world.manager());
        assertEquals(0, leaveDays());
        absences().grant(leave(TODAY.plusDays(3), TODAY.plusDays(3)), world.manager());
        assertEquals("the days are free", 1, leaveDays());
        assertEquals(
                1, absences().leaves(TODAY, TODAY.plusDays(7), world.manager()).size());
        assertEquals("until", field(() -> absences().leaves(TODAY, TODAY.minusDays(1), world.manager())));
        sound();
    }

    /** Whoever comes on a day of their leave has come back from it. */
    @Test
    public void whoeverComesIsNotOnLeaveAnyMore() {
        absences().grant(leave(TODAY, TODAY.plusDays(3)), world.manager());
        punch("N-bo", "2026-03-03T08:55");
        assertTrue(may("bo").allowed());
        assertEquals(1, leaveDays());
        assertFalse(sheet("bo", TODAY.plusDays(1)).onLeave());
        sound();
    }

    private String page(boolean manages) {
        List<LeaveView> shown = absences().leaves(null, TODAY.plusYears(1), world.manager());
        Page<AttendanceView> day = world.attending.attendance().list(null, ALL, world.manager());
        return new StaticTemplates()
                .attendance(PagesTest.ui(), "", day, List.of(), shown, false, "", List.of(), List.of(), manages)
                .render();
    }

    /** That somebody is away is for all staff, why is not; and nothing is offered that is refused. */
    @Test
    public void thePageSaysWhyToWhomeverManagesAndEndsWhatGoesOn() {
        LeaveView its = absences().grant(leave(TODAY, TODAY.plusDays(3)), world.manager());
        String manages = page(true);
        assertTrue(manages, manages.contains("年休假") && manages.contains("/haiyang/windows/attendance/leaves/end"));
        String looks = page(false);
        assertTrue(looks, looks.contains("人bo") && looks.contains("人clara"));
        assertFalse(looks, looks.contains("年休假"));
        world.province.at("2026-03-02T15:00");
        absences().endLeave(its.id(), new Reason("返岗"), world.manager());
        assertEquals(
                "today is one of leave still",
                1,
                absences().leaves(null, TODAY.plusYears(1), world.manager()).size());
        assertFalse("it has ended", page(true).contains("/haiyang/windows/attendance/leaves/end"));
    }

    @Test
    public void nobodyIsOutForNoTime() {
        for (int minutes : List.of(0, -5)) {
            GoOut none = new GoOut(null, minutes, "送件");
            assertEquals("minutes", field(() -> absences().goOut(none, world.clerk("bo"))));
        }
        sound();
    }
}
