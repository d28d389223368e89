package org.yichuang.windows.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.windows.internal.WindowsWorld.HOUSING;
import static org.yichuang.windows.internal.WindowsWorld.TODAY;

import java.time.Duration;
import java.util.List;
import org.junit.Test;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.testing.TestRun;
import org.yichuang.windows.api.PunchSlot;
import org.yichuang.windows.internal.WindowsCommands.Arrive;
import org.yichuang.windows.internal.WindowsCommands.EnterPunch;
import org.yichuang.windows.internal.WindowsCommands.GoOut;
import org.yichuang.windows.internal.WindowsCommands.PunchAtDevice;
import org.yichuang.windows.internal.WindowsCommands.Reason;
import org.yichuang.windows.internal.WindowsViews.AbsenceView;
import org.yichuang.windows.internal.WindowsViews.AttendanceView;
import org.yichuang.windows.internal.WindowsViews.DeviceView;
import org.yichuang.windows.internal.WindowsViews.PunchedView;
import org.yichuang.windows.internal.WindowsViews.WeekView;

/** Four punches a day, who is out, and what they mean for who may act. */
public class AttendanceTest extends AttendanceContract {
    @Test
    public void fourPunchesMakeADay() {
        assertEquals(PunchSlot.AM_IN, punch("N-bo", "2026-03-03T08:55").slot());
        punch("N-bo", "2026-03-03T09:05");
        assertEquals(PunchSlot.AM_OUT, punch("N-bo", "2026-03-03T12:01").slot());
        assertEquals(PunchSlot.PM_IN, punch("N-bo", "2026-03-03T13:40").slot());
        punch("N-bo", "2026-03-03T16:30");
        punch("N-bo", "2026-03-03T16:50");
        AttendanceView day = sheet("bo", TODAY.plusDays(1));
        assertEquals("the first that they come", "08:55", day.amIn());
        assertEquals("the last that they go", "16:50", day.pmOut());
        assertEquals("of the afternoon", 10, day.late());
        assertEquals(10, day.early());
        assertEquals(0, day.missing());
        world.province.at("2026-03-04T08:00");
        assertEquals(
                "who has punched nothing", 4, sheet("clara", TODAY.plusDays(1)).missing());
        assertEquals("on no Saturday", 0, sheet("clara", TODAY.minusDays(2)).missing());
        sound();
    }

    @Test
    public void aDeviceIsOpenedByItsOwnKeyAndCanBeLocked() {
        PunchAtDevice wrong = new PunchAtDevice(device.id(), "x".repeat(40), "N-bo");
        assertEquals("device-unknown", codeOf(() -> world.attending.attendance().punch(wrong, anybody())));
        assertEquals("staff-unknown", codeOf(() -> punch("N-nobody", "2026-03-03T08:55")));
        world.attending.devices().lock(device.id(), new Reason("遗失"), world.manager());
        assertEquals("device-locked", codeOf(() -> punch("N-bo", "2026-03-03T08:55")));
        DeviceView renewed = world.attending.devices().renew(device.id(), world.manager());
        assertEquals("device-unknown", codeOf(() -> punch("N-bo", "2026-03-03T08:55")));
        device = renewed;
        punch("N-bo", "2026-03-03T08:55");
        assertEquals(
                "nobody reads a key again",
                "",
                world.attending.devices().list(world.manager()).get(0).key());
        assertEquals("not-allowed", codeOf(() -> world.attending.devices().list(world.clerk("bo"))));
        sound();
    }

    @Test
    public void nobodyPunchesOnATelephoneUnlessTheCentreSaysSo() {
        ProblemException refused = assertThrows(
                ProblemException.class, () -> world.attending.attendance().punchByPhone(world.clerk("bo")));
        assertEquals("punch-phone", refused.code().code());
        assertTrue("and why", refused.zh().contains("不能证明人在窗口"));
        world.province.policy(HAIYANG, "policy.windows.attendance.phone", "on");
        assertEquals(
                PunchSlot.AM_IN,
                world.attending.attendance().punchByPhone(world.clerk("bo")).slot());
        EnterPunch entered = new EnterPunch(bo, TODAY, PunchSlot.AM_IN, "08:58", "考勤机故障");
        world.attending.attendance().enter(entered, world.manager());
        assertEquals("08:58", sheet("bo", TODAY).amIn());
        EnterPunch later = new EnterPunch(bo, TODAY, PunchSlot.PM_IN, "13:30", "考勤机故障");
        assertEquals("time", field(() -> world.attending.attendance().enter(later, world.manager())));
        sound();
    }

    /** A punch on a telephone is one as at a device, but that what is entered may take its place. */
    @Test
    public void whereTheCentreLetsThemStaffPunchOnATelephone() {
        world.province.policy(HAIYANG, "policy.windows.attendance.phone", "on");
        assertEquals("staff-unknown", codeOf(() -> phone("nobody", "2026-03-03T08:50")));
        assertEquals("not-signed-in", codeOf(() -> world.attending.attendance().punchByPhone(anybody())));
        assertEquals(PunchSlot.AM_IN, phone("bo", "2026-03-03T08:55").slot());
        assertTrue(may("bo").allowed());
        assertEquals(PunchSlot.AM_OUT, phone("bo", "2026-03-03T12:01").slot());
        assertTrue("who has gone is away", may("anna").allowed());
        enter(PunchSlot.AM_OUT, "11:50");
        assertEquals(10, sheet("bo", TODAY.plusDays(1)).early());
        assertEquals(PunchSlot.PM_IN, phone("bo", "2026-03-03T15:20").slot());
        assertEquals(
                "the same at the device",
                PunchSlot.PM_IN,
                punch("N-bo", "2026-03-03T15:21").slot());
        assertEquals("punch-device", codeOf(() -> enter(PunchSlot.PM_IN, "13:25")));
        assertEquals("15:20", sheet("bo", TODAY.plusDays(1)).pmIn());
        world.province.policy(HAIYANG, "policy.windows.attendance.phone", "off");
        assertEquals("punch-phone", codeOf(() -> phone("bo", "2026-03-03T17:01")));
        sound();
    }

    private PunchedView phone(String account, String at) {
        world.province.at(at);
        return world.attending.attendance().punchByPhone(world.clerk(account));
    }

    /** B steps out and A decides; the letters follow the punches. */
    @Test
    public void whileBIsOutADecides() {
        punch("N-bo", "2026-03-03T08:55");
        assertTrue(may("bo").allowed());
        assertEquals("authority-b-present", may("anna").code());
        AbsenceView out = world.attending.absences().goOut(new GoOut(null, 15, "送件"), world.clerk("bo"));
        assertEquals("authority-absent", may("bo").code());
        assertTrue(may("anna").allowed());
        assertEquals(
                "absence-open",
                codeOf(() -> world.attending.absences().goOut(new GoOut(null, 5, "x"), world.clerk("bo"))));
        assertEquals(
                "staff-unknown", codeOf(() -> world.attending.absences().comeBack(out.id(), world.clerk("clara"))));
        world.attending.absences().comeBack(out.id(), world.clerk("bo"));
        assertTrue(may("bo").allowed());
        punch("N-bo", "2026-03-03T12:01");
        assertEquals("authority-absent", may("bo").code());
        assertTrue("who has punched that they go is away", may("anna").allowed());
        punch("N-bo", "2026-03-03T13:20");
        assertTrue(may("bo").allowed());
        world.province.at("2026-03-04T09:30");
        assertEquals("who forgets to punch is told", "staff-off-duty", may("bo").code());
        assertEquals("authority-b-present", may("anna").code());
        sound();
    }

    @Test
    public void whoIsOutForTooLongIsSaidToBe() {
        AbsenceView out = world.attending.absences().goOut(new GoOut(null, 10, "送件"), world.clerk("bo"));
        world.province.at("2026-03-02T09:20");
        pass();
        assertFalse(
                world.attending.absences().list(TODAY, world.manager()).get(0).overrun());
        world.province.at("2026-03-02T09:21");
        pass();
        assertTrue(
                world.attending.absences().list(TODAY, world.manager()).get(0).overrun());
        pass();
        world.attending.absences().comeBack(out.id(), world.clerk("bo"));
        sound();
    }

    private void pass() {
        LeasedJob timer = world.wiring.absenceTimer();
        timer.run(new TestRun(
                CallContext.system(HAIYANG, world.province.now(), "timer"),
                node.leases().acquire(timer.name(), Duration.ofHours(1)).orElseThrow(),
                true));
    }

    @Test
    public void theSheetOfAWeekIsPublicWhenItIsOver() {
        punch("N-bo", "2026-03-03T09:05");
        punch("N-bo", "2026-03-03T17:01");
        assertEquals("monday", field(() -> world.attending.attendance().week(TODAY, anybody())));
        world.province.at("2026-03-09T08:00");
        List<WeekView> week = world.attending.attendance().week(null, anybody());
        WeekView its = week.stream()
                .filter(each -> each.employeeNo().equals("N-bo"))
                .findFirst()
                .orElseThrow();
        assertEquals(5, its.days());
        assertEquals(1, its.late());
        assertEquals("of the one day on which anybody has punched", 2, its.missing());
        sound();
    }

    /** What a device has recorded stands; what was not recorded can be entered, and entered again. */
    @Test
    public void nothingThatIsEnteredTakesThePlaceOfWhatADeviceHasRecorded() {
        punch("N-bo", "2026-03-03T09:20");
        EnterPunch earlier = new EnterPunch(bo, TODAY.plusDays(1), PunchSlot.AM_IN, "08:50", "说是早到了");
        assertEquals("punch-device", codeOf(() -> world.attending.attendance().enter(earlier, world.manager())));
        assertEquals("09:20", sheet("bo", TODAY.plusDays(1)).amIn());
        world.province.at("2026-03-03T18:00");
        for (String time : List.of("13:30", "13:25")) {
            EnterPunch forgotten = new EnterPunch(bo, TODAY.plusDays(1), PunchSlot.PM_IN, time, "忘记打卡");
            assertEquals(
                    time,
                    world.attending
                            .attendance()
                            .enter(forgotten, world.manager())
                            .time());
        }
        sound();
    }

    /** Whoever has forgotten to punch that they came, and punches that they go, has not come as late as that. */
    @Test
    public void aGoingIsNotTakenForAComing() {
        assertEquals(PunchSlot.AM_OUT, punch("N-bo", "2026-03-03T11:50").slot());
        assertEquals("staff-off-duty", may("bo").code());
        enter(PunchSlot.AM_IN, "08:55");
        assertEquals(
                "who has gone is not there for that",
                "staff-off-duty",
                may("bo").code());
        assertEquals(PunchSlot.PM_OUT, punch("N-bo", "2026-03-03T17:00").slot());
        enter(PunchSlot.PM_IN, "13:25");
        AttendanceView day = sheet("bo", TODAY.plusDays(1));
        assertEquals("08:55", day.amIn());
        assertEquals("13:25", day.pmIn());
        assertEquals(0, day.late());
        assertEquals(10, day.early());
        assertEquals(0, day.missing());
        assertEquals("punch-device", codeOf(() -> enter(PunchSlot.AM_OUT, "12:00")));
        sound();
    }

    private void enter(PunchSlot slot, String time) {
        world.attending.attendance().enter(new EnterPunch(bo, TODAY.plusDays(1), slot, time, "忘记打卡"), world.manager());
    }

    /** A coming that a device has recorded stands, however late it is. */
    @Test
    public void aVeryLateComingStandsAsWell() {
        assertEquals(PunchSlot.AM_IN, punch("N-bo", "2026-03-03T11:10").slot());
        assertTrue(may("bo").allowed());
        assertEquals("punch-device", codeOf(() -> enter(PunchSlot.AM_IN, "08:55")));
        assertEquals(130, sheet("bo", TODAY.plusDays(1)).late());
        sound();
    }

    /** Who comes in the last half-hour is there when that is entered. */
    @Test
    public void whoComesInTheLastHalfHourIsThereWhenThatIsEntered() {
        world.province.at("2026-03-03T11:45");
        enter(PunchSlot.AM_IN, "11:40");
        assertTrue(may("bo").allowed());
        assertEquals(PunchSlot.AM_OUT, punch("N-bo", "2026-03-03T12:01").slot());
        assertEquals(160, sheet("bo", TODAY.plusDays(1)).late());
        sound();
    }

    @Test
    public void whoeverPunchesTwiceWithinMomentsHasComeOnce() {
        assertEquals(PunchSlot.AM_IN, punch("N-bo", "2026-03-03T11:00").slot());
        assertEquals(PunchSlot.AM_IN, punch("N-bo", "2026-03-03T11:02").slot());
        assertTrue("and has not gone", may("bo").allowed());
        AttendanceView day = sheet("bo", TODAY.plusDays(1));
        assertEquals("11:00", day.amIn());
        assertNull(day.amOut());
        assertEquals(0, day.early());
        assertEquals(PunchSlot.AM_OUT, punch("N-bo", "2026-03-03T11:05").slot());
        assertEquals("authority-absent", may("bo").code());
        sound();
    }

    /** What was punched by a clock that ran ahead is no punch of a moment ago. */
    @Test
    public void whoeverPunchesAfterTheClockWasSetBackIsNotTakenForSomebodyWhoHasJustCome() {
        assertEquals(PunchSlot.PM_IN, punch("N-bo", "2026-03-03T13:20").slot());
        assertEquals(PunchSlot.AM_IN, punch("N-bo", "2026-03-03T08:55").slot());
        assertEquals("08:55", sheet("bo", TODAY.plusDays(1)).amIn());
        assertEquals(PunchSlot.PM_IN, punch("N-clara", "2026-03-03T16:20").slot());
        assertEquals(
                "set back by a moment",
                PunchSlot.PM_IN,
                punch("N-clara", "2026-03-03T16:19").slot());
        sound();
    }

    /** Whoever has said that they are there, or has forgotten the first punch, goes by what is entered all the same. */
    @Test
    public void whoeverGoesByWhatIsEnteredIsAwayWithoutAPunchThatTheyCame() {
        world.province.at("2026-03-03T09:30");
        world.staff.arrive(bo, new Arrive(null), world.clerk("bo"));
        assertTrue(may("bo").allowed());
        world.province.at("2026-03-03T11:45");
        EnterPunch goes = new EnterPunch(bo, TODAY.plusDays(1), PunchSlot.AM_OUT, "11:45", "忘记打卡");
        world.attending.attendance().enter(goes, world.manager());
        assertEquals("authority-absent", may("bo").code());
        assertTrue(may("anna").allowed());
        sound();
    }

    /** Whoever becomes A in the middle of a week has punched until then, or not. */
    @Test
    public void whoeverIsAIsAskedForNothingFromTheDayOnOnWhichTheLetterHolds() {
        world.onDuty("carl", HOUSING, "3");
        for (String day : List.of("03", "04", "05", "06")) {
            punch("N-bo", "2026-03-" + day + "T08:55");
        }
        world.province.at("2026-03-05T10:00");
        world.issued(WindowsWorld.proposalOf(WindowsWorld.FORESTRY, "2号", "carl", "dirk", List.of("WOOD")));
        world.province.at("2026-03-09T08:00");
        WeekView its = world.attending.attendance().week(null, anybody()).stream()
                .filter(each -> each.employeeNo().equals("N-carl"))
                .findFirst()
                .orElseThrow();
        assertFalse(its.exempt());
        assertEquals("of Tuesday and Wednesday", 8, its.missing());
        assertTrue(sheet("carl", TODAY.plusDays(3)).exempt());
        assertFalse(sheet("carl", TODAY.plusDays(1)).exempt());
    }

    @Test
    public void whoIsThereNowIsNoMatterOfAPastDay() {
        punch("N-bo", "2026-03-03T08:55");
        assertTrue(sheet("bo", TODAY.plusDays(1)).present());
        assertNull(sheet("bo", TODAY).present());
    }

    @Test
    public void whoeverIsAAloneNeedNotPunch() {
        world.onDuty("anna", HOUSING, "3");
        punch("N-bo", "2026-03-03T08:55");
        world.province.at("2026-03-04T08:00");
        assertTrue(sheet("anna", TODAY.plusDays(1)).exempt());
        assertEquals(0, sheet("anna", TODAY.plusDays(1)).missing());
        assertFalse(sheet("bo", TODAY.plusDays(1)).exempt());
    }
}
