package org.yichuang.windows.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.windows.internal.WindowsWorld.HOUSING;
import static org.yichuang.windows.internal.WindowsWorld.TODAY;

import java.util.List;
import java.util.Set;
import javax.ws.rs.core.Response;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.windows.api.AbsenceState;
import org.yichuang.windows.api.AssessmentSubject;
import org.yichuang.windows.api.DeductionState;
import org.yichuang.windows.api.DeedKind;
import org.yichuang.windows.api.FindingRule;
import org.yichuang.windows.api.LeaderRank;
import org.yichuang.windows.api.LeaveKind;
import org.yichuang.windows.api.PunchSlot;
import org.yichuang.windows.api.VisitPurpose;
import org.yichuang.windows.internal.AssessmentCommands.DecideAppeal;
import org.yichuang.windows.internal.AssessmentCommands.NoteFinding;
import org.yichuang.windows.internal.AssessmentCommands.RecordDeed;
import org.yichuang.windows.internal.AssessmentViews.DeductionView;
import org.yichuang.windows.internal.DeedViews.DeedView;
import org.yichuang.windows.internal.WindowsCommands.EnterPunch;
import org.yichuang.windows.internal.WindowsCommands.GoOut;
import org.yichuang.windows.internal.WindowsCommands.GrantLeave;
import org.yichuang.windows.internal.WindowsCommands.PublishBulletin;
import org.yichuang.windows.internal.WindowsCommands.PunchAtDevice;
import org.yichuang.windows.internal.WindowsCommands.Reason;
import org.yichuang.windows.internal.WindowsCommands.RecordVisit;
import org.yichuang.windows.internal.WindowsCommands.SetUpDevice;
import org.yichuang.windows.internal.WindowsCommands.Words;
import org.yichuang.windows.internal.WindowsViews.AbsenceView;
import org.yichuang.windows.internal.WindowsViews.BulletinView;
import org.yichuang.windows.internal.WindowsViews.DeviceView;
import org.yichuang.windows.internal.WindowsViews.LeaveView;
import org.yichuang.windows.internal.rest.AssessmentResource;
import org.yichuang.windows.internal.rest.AttendanceResource;
import org.yichuang.windows.internal.rest.BulletinResource;
import org.yichuang.windows.internal.rest.DeductionResource;
import org.yichuang.windows.internal.rest.DeedResource;
import org.yichuang.windows.internal.rest.DeviceResource;
import org.yichuang.windows.internal.rest.PowerResource;
import org.yichuang.windows.internal.rest.VisitResource;

/** Attendance, findings and assessments as callers of the interface meet them. */
public class AttendanceRestTest extends WindowsContract {
    private String bo;

    @Before
    public void hall() {
        world.window("3", HOUSING);
        bo = world.onDuty("bo", HOUSING, "3");
        world.onDuty("clara", HOUSING, "3");
        world.issued("1号", List.of("BUILD"), List.of());
    }

    private static <T> T made(Response answer, Class<T> view) {
        assertEquals(201, answer.getStatus());
        return view.cast(answer.getEntity());
    }

    @Test
    public void aDayOfAttendanceGoesItsWay() {
        CallContext manager = world.manager();
        AttendanceResource days = new AttendanceResource(world.attending.attendance(), world.attending.absences());
        DeviceResource devices = new DeviceResource(world.attending.devices());
        String point = world.hall
                .points(PageRequest.of(null, null), manager)
                .items()
                .get(0)
                .id();
        DeviceView device = made(devices.setUp(new SetUpDevice("一号考勤机", point, null, null), manager), DeviceView.class);
        EnterPunch entered = new EnterPunch(bo, TODAY, PunchSlot.AM_IN, "08:50", "考勤机故障");
        assertEquals("08:50", days.enter(entered, manager).time());
        PunchAtDevice punch = new PunchAtDevice(device.id(), device.key(), "N-bo");
        assertEquals(
                PunchSlot.AM_IN, days.punch(punch, manager.by(Actor.ANONYMOUS)).slot());
        assertEquals(2, days.list(TODAY, null, null, manager).items().size());
        AbsenceView out = made(days.goOut(new GoOut(null, 10, "送件"), world.clerk("bo")), AbsenceView.class);
        Response back = days.comeBack(out.id(), world.clerk("bo"));
        assertEquals(AbsenceState.BACK, ((AbsenceView) back.getEntity()).state());
        assertEquals(1, days.absences(null, manager).items().size());
        GrantLeave leave = new GrantLeave(bo, TODAY, TODAY, LeaveKind.SICK, "clara", "发热");
        LeaveView granted = made(days.grant(leave, manager), LeaveView.class);
        assertEquals(1, days.leaves(null, null, manager).items().size());
        Response ended = days.endLeave(granted.id(), new Reason("返岗"), manager);
        assertEquals(TODAY, ((LeaveView) ended.getEntity()).endedOn());
        assertEquals(200, devices.lock(device.id(), new Reason("遗失"), manager).getStatus());
        assertEquals(200, devices.renew(device.id(), manager).getStatus());
        assertEquals("", devices.list(manager).items().get(0).key());
        VisitResource visits = new VisitResource(world.attending.visits());
        RecordVisit visit = new RecordVisit(HOUSING, "王局长", LeaderRank.HEAD, VisitPurpose.SIT, TODAY, 60, null);
        made(visits.record(visit, manager), Object.class);
        assertEquals(2, visits.leaders("2026-03", manager).items().size());
        world.province.at("2026-04-01T09:00");
        assertEquals(
                2, days.week(TODAY, world.manager().by(Actor.ANONYMOUS)).items().size());
        BulletinResource bulletins = new BulletinResource(world.attending.bulletins());
        assertEquals(
                "2026-03",
                made(bulletins.publish(new PublishBulletin("2026-03"), world.manager()), BulletinView.class)
                        .month());
        Response word = bulletins.docx("2026-03", world.manager());
        assertTrue(word.getMediaType().toString().contains("wordprocessingml"));
        assertEquals(1, bulletins.list(world.clerk("bo")).items().size());
        sound();
    }

    @Test
    public void aFindingAndAnAssessmentGoTheirWay() {
        CallContext patrol = world.as("patrol", "supervision-officer", HAIYANG, Set.of());
        DeductionResource findings = new DeductionResource(world.assessing.deductions());
        NoteFinding note = new NoteFinding("3", null, FindingRule.TIDINESS, TODAY, "台面杂物");
        Response noted = findings.note(note, patrol);
        String id = made(noted, DeductionView.class).id();
        assertEquals("haiyang/windows/deductions/" + id, noted.getLocation().toString());
        assertEquals(id, ((DeductionView) findings.find(id, patrol).getEntity()).id());
        assertEquals("deduction-unknown", codeOf(() -> findings.find("x", patrol)));
        assertEquals(200, findings.inform(id, patrol).getStatus());
        assertEquals(
                200, findings.appeal(id, new Words("已清理"), world.clerk("bo")).getStatus());
        Response ruled = findings.decide(id, new DecideAppeal(true, "属实"), world.manager());
        assertEquals(DeductionState.STANDS, ((DeductionView) ruled.getEntity()).state());
        String other = made(findings.note(note, patrol), DeductionView.class).id();
        findings.inform(other, patrol);
        assertEquals(200, findings.accept(other, world.clerk("bo")).getStatus());
        assertEquals(2, findings.list(null, null, null, patrol).items().size());
        AssessmentResource assessments = new AssessmentResource(world.assessing.assessments());
        assertEquals(
                42,
                assessments.scheme(world.manager().by(Actor.ANONYMOUS)).items().size());
        assertEquals("2026-03", assessments.of("2026-03", null, patrol).period());
        assertEquals(
                42,
                assessments
                        .sheet("2026-03", AssessmentSubject.WINDOW, "3", patrol)
                        .lines()
                        .size());
        PowerResource power = new PowerResource(world.assessing.power(), world.assessing.registryDesk());
        assertEquals(1, power.all(world.manager().by(Actor.ANONYMOUS)).items().size());
        assertEquals("3", power.of("3", world.manager().by(Actor.ANONYMOUS)).window());
        assertEquals(1, power.used(null, null, patrol).items().size());
        DeedResource deeds = new DeedResource(world.assessing.deeds());
        RecordDeed deed = new RecordDeed(DeedKind.HELP, null, null, "帮助填表");
        assertEquals(
                DeedKind.HELP,
                made(deeds.record(deed, world.clerk("bo")), DeedView.class).kind());
        assertEquals(1, deeds.list(null, null, null, null, patrol).items().size());
        assertEquals(1, deeds.ledger(TODAY, TODAY, patrol).items().size());
        assertEquals(List.of(), deeds.proposals(null, world.clerk("bo")).items());
        sound();
    }
}
