package org.yichuang.windows.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.windows.internal.WindowsWorld.HOUSING;
import static org.yichuang.windows.internal.WindowsWorld.TODAY;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.testing.TestRun;
import org.yichuang.windows.api.AbsenceState;
import org.yichuang.windows.api.LeaderRank;
import org.yichuang.windows.api.LeaveKind;
import org.yichuang.windows.api.PunchSlot;
import org.yichuang.windows.api.VisitPurpose;
import org.yichuang.windows.internal.WindowsCommands.EnterPunch;
import org.yichuang.windows.internal.WindowsCommands.GoOut;
import org.yichuang.windows.internal.WindowsCommands.GrantLeave;
import org.yichuang.windows.internal.WindowsCommands.PublishBulletin;
import org.yichuang.windows.internal.WindowsCommands.PunchAtDevice;
import org.yichuang.windows.internal.WindowsCommands.Reason;
import org.yichuang.windows.internal.WindowsCommands.RecordVisit;
import org.yichuang.windows.internal.WindowsCommands.SetUpDevice;
import org.yichuang.windows.internal.WindowsViews.AbsenceView;
import org.yichuang.windows.internal.WindowsViews.AttendanceView;
import org.yichuang.windows.internal.WindowsViews.AuthorityView;
import org.yichuang.windows.internal.WindowsViews.BulletinView;
import org.yichuang.windows.internal.WindowsViews.DeviceView;
import org.yichuang.windows.internal.WindowsViews.LeaderView;
import org.yichuang.windows.internal.WindowsViews.PunchedView;
import org.yichuang.windows.internal.WindowsViews.WeekView;
import org.yichuang.windows.internal.document.BulletinDocument;

/** Four punches a day, absences, leaves and visits of leaders, and what they mean for who may act. */
public class AttendanceTest extends WindowsContract {
    private static final PageRequest ALL = PageRequest.of(null, null);

    private String bo;
    private DeviceView device;

    @Before
    public void hall() {
        world.province.policy(HAIYANG, "policy.windows.presence", "punched");
        world.window("3", HOUSING);
        bo = world.onDuty("bo", HOUSING, "3");
        world.onDuty("clara", HOUSING, "3");
        world.issued("1号", List.of("BUILD"), List.of());
        String point = world.hall.points(ALL, world.manager()).items().get(0).id();
        device = world.attending.devices().setUp(new SetUpDevice("一号考勤机", point), world.manager());
    }

    private CallContext anybody() {
        return world.manager().by(Actor.ANONYMOUS);
    }

    private PunchedView punch(String employeeNo, String at) {
        world.province.at(at);
        return world.attending.attendance().punch(new PunchAtDevice(device.id(), device.key(), employeeNo), anybody());
    }

    private AttendanceView sheet(String account, LocalDate day) {
        return world.attending.attendance().list(day, ALL, world.manager()).items().stream()
                .filter(each -> each.employeeNo().equals("N-" + account))
                .findFirst()
                .orElseThrow();
    }

    private AuthorityView may(String account) {
        return world.authorities.ask("BUILD", "DECIDE", account, world.manager());
    }

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
        assertEquals("two of twenty were punched", 18, its.missing());
        sound();
    }

    @Test
    public void theBulletinOfAMonthIsPublishedOnceWhenTheMonthIsOver() {
        punch("N-bo", "2026-03-03T09:05");
        punch("N-bo", "2026-03-03T17:01");
        PublishBulletin march = new PublishBulletin("2026-03");
        Bulletins bulletins = world.attending.bulletins();
        assertEquals("month", field(() -> bulletins.publish(march, world.manager())));
        assertEquals("not-allowed", codeOf(() -> bulletins.publish(march, world.clerk("bo"))));
        world.province.at("2026-04-01T09:00");
        assertEquals("bulletin-unknown", codeOf(() -> bulletins.pdf("2026-03", world.manager())));
        bulletins.publish(march, world.manager());
        Map<String, String> facts = world.issued.values().stream()
                .filter(each -> each.kind().equals(BulletinDocument.ABOUT))
                .findFirst()
                .orElseThrow()
                .facts();
        assertEquals("22", facts.get("days"));
        assertEquals("two of 176", "1.14%", facts.get("rate"));
        assertEquals("人bo（3号窗口）：迟到1次，早退0次", facts.get("late"));
        assertTrue(facts.get("missing").contains("人clara（3号窗口）：缺卡88次"));
        assertEquals("无", facts.get("leaves"));
        assertTrue(facts.get("leaders").contains("王局长"));
        world.province.at("2026-04-02T09:00");
        EnterPunch entered = new EnterPunch(bo, TODAY.plusDays(1), PunchSlot.AM_IN, "08:58", "考勤机故障");
        world.attending.attendance().enter(entered, world.manager());
        String word = new String(bulletins.docx("2026-03", world.manager()).bytes(), StandardCharsets.UTF_8);
        assertTrue("what was published stays", word.contains("迟到1次"));
        assertEquals("bulletin-known", codeOf(() -> bulletins.publish(march, world.manager())));
        assertEquals(
                List.of("2026-03"),
                bulletins.list(world.clerk("bo")).stream()
                        .map(BulletinView::month)
                        .toList());
        sound();
    }

    @Test
    public void whoeverIsAAloneNeedNotPunch() {
        world.onDuty("anna", HOUSING, "3");
        world.province.at("2026-03-04T08:00");
        assertTrue(sheet("anna", TODAY.plusDays(1)).exempt());
        assertEquals(0, sheet("anna", TODAY.plusDays(1)).missing());
        assertFalse(sheet("bo", TODAY.plusDays(1)).exempt());
    }

    @Test
    public void leadersComeOnceInHalfAYearAndOnceAMonth() {
        RecordVisit head = new RecordVisit(HOUSING, "王局长", LeaderRank.HEAD, VisitPurpose.INSPECT, TODAY, 60, "检查窗口");
        world.attending.visits().record(head, world.manager());
        List<LeaderView> march = world.attending.visits().leaders("2026-03", world.manager());
        assertEquals(2, march.size());
        assertTrue(march.stream().filter(each -> each.rank() == LeaderRank.HEAD).allMatch(LeaderView::met));
        assertFalse(
                march.stream().filter(each -> each.rank() == LeaderRank.DEPUTY).allMatch(LeaderView::met));
        RecordVisit later =
                new RecordVisit(HOUSING, "王局长", LeaderRank.HEAD, VisitPurpose.SIT, TODAY.plusDays(1), 60, null);
        assertEquals("day", field(() -> world.attending.visits().record(later, world.manager())));
        assertEquals("month", field(() -> world.attending.visits().leaders("March", world.manager())));
        assertEquals(
                "not-allowed",
                codeOf(() -> world.attending.visits().record(head, world.as("x", "applicant", HAIYANG, Set.of()))));
    }
}
