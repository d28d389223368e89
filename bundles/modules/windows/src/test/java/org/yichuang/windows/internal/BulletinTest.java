package org.yichuang.windows.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.windows.internal.WindowsWorld.HOUSING;
import static org.yichuang.windows.internal.WindowsWorld.TODAY;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Test;
import org.yichuang.windows.api.LeaderRank;
import org.yichuang.windows.api.PunchSlot;
import org.yichuang.windows.api.VisitPurpose;
import org.yichuang.windows.internal.WindowsCommands.Depart;
import org.yichuang.windows.internal.WindowsCommands.EnterPunch;
import org.yichuang.windows.internal.WindowsCommands.PublishBulletin;
import org.yichuang.windows.internal.WindowsCommands.RecordVisit;
import org.yichuang.windows.internal.WindowsViews.BulletinView;
import org.yichuang.windows.internal.WindowsViews.LeaderView;
import org.yichuang.windows.internal.document.BulletinDocument;

/** What a month of attendance comes to, and how often leaders have come. */
public class BulletinTest extends AttendanceContract {
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
        Map<String, String> facts = facts();
        assertEquals("22", facts.get("days"));
        assertEquals("two of the eight of that day", "25.00%", facts.get("rate"));
        assertEquals("人bo（3号窗口）：迟到1次，早退0次", facts.get("late"));
        assertTrue(facts.get("missing").contains("人clara（3号窗口）：缺卡4次"));
        assertEquals("无", facts.get("leaves"));
        assertTrue(facts.get("leaders").contains("王局长"));
        world.province.at("2026-04-02T09:00");
        EnterPunch entered = new EnterPunch(bo, TODAY.plusDays(1), PunchSlot.AM_OUT, "12:01", "忘记打卡");
        world.attending.attendance().enter(entered, world.manager());
        String word = new String(bulletins.docx("2026-03", world.manager()).bytes(), StandardCharsets.UTF_8);
        assertTrue("what was published stays", word.contains("迟到1次") && word.contains("25.00%"));
        assertEquals("bulletin-known", codeOf(() -> bulletins.publish(march, world.manager())));
        assertEquals(
                List.of("2026-03"),
                bulletins.list(world.clerk("bo")).stream()
                        .map(BulletinView::month)
                        .toList());
        sound();
    }

    /** A centre without devices, or before it has any, says of nobody that they have not punched. */
    @Test
    public void whereNobodyPunchesNobodyIsAskedTo() {
        world.province.at("2026-03-09T08:00");
        assertTrue(world.attending.attendance().week(null, anybody()).stream().allMatch(each -> each.missing() == 0));
        world.province.at("2026-04-01T09:00");
        world.attending.bulletins().publish(new PublishBulletin("2026-03"), world.manager());
        assertEquals("无", facts().get("missing"));
        assertEquals("—", facts().get("rate"));
    }

    /** A rate is of what was due: from the first badge on, but for leaves. */
    @Test
    public void theRateOfABulletinIsThatOfThePunchesThatWereDue() {
        for (int day = 3; day <= 6; day++) {
            for (String time : List.of("08:55", "12:01", "13:20", "17:01")) {
                punch("N-bo", "2026-03-0" + day + "T" + time);
            }
        }
        world.province.at("2026-03-06T17:30");
        world.onDuty("dora", HOUSING, "3");
        world.province.at("2026-04-01T09:00");
        world.attending.bulletins().publish(new PublishBulletin("2026-03"), world.manager());
        assertTrue(facts().get("missing").contains("人clara（3号窗口）：缺卡16次"));
        assertTrue(facts().get("missing").contains("人dora（3号窗口）：缺卡4次"));
        assertEquals("16 of 16 + 16 + 4", "44.44%", facts().get("rate"));
    }

    /** Whoever goes on before the bulletin is in it as they were there, and in the figures of the time. */
    @Test
    public void whoHasGoneOnStaysInWhatTheyHaveDone() {
        punch("N-bo", "2026-03-03T09:05");
        punch("N-bo", "2026-03-04T08:55");
        world.province.at("2026-03-05T09:00");
        world.staff.depart(bo, new Depart(false, "胜任"), world.manager());
        punch("N-clara", "2026-03-05T09:01");
        world.province.at("2026-04-01T09:00");
        world.attending.bulletins().publish(new PublishBulletin("2026-03"), world.manager());
        assertTrue(facts().get("late").contains("人bo（3号窗口）：迟到1次"));
        assertTrue("until they went", facts().get("missing").contains("人bo（3号窗口）：缺卡6次"));
        assertEquals("2", facts().get("staff"));
    }

    /** A bulletin that is published late is of those who were there in its month. */
    @Test
    public void whoGetsABadgeLaterIsNotInTheBulletin() {
        world.province.at("2026-04-20T09:00");
        world.onDuty("dora", HOUSING, "3");
        world.attending.bulletins().publish(new PublishBulletin("2026-03"), world.manager());
        assertEquals("bo and clara", "2", facts().get("staff"));
    }

    private Map<String, String> facts() {
        return world.issued.values().stream()
                .filter(each -> each.kind().equals(BulletinDocument.ABOUT))
                .findFirst()
                .orElseThrow()
                .facts();
    }

    private LeaderView leader(String month, String name) {
        return world.attending.visits().leaders(month, world.manager()).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Neither is asked before the time is over: a head when the half-year is, a deputy when the month is. */
    @Test
    public void aHeadHasTimeUntilTheHalfYearEnds() {
        world.province.at("2026-04-01T09:00");
        LeaderView head = leader("2026-03", "王局长");
        assertFalse(head.met());
        assertFalse("the half-year goes on", head.due());
        assertTrue("of a deputy the month is over", leader("2026-03", "张副局长").due());
        assertFalse("this month is not", leader("2026-04", "张副局长").due());
        world.attending.bulletins().publish(new PublishBulletin("2026-03"), world.manager());
        String said = facts().get("leaders");
        assertTrue(said, said.contains("王局长（主要负责人）：到岗0次，本半年还没有到岗"));
        assertTrue(said, said.contains("张副局长（分管负责人）：到岗0次，未达到要求"));
        world.province.at("2026-06-30T09:00");
        assertFalse(leader("2026-06", "王局长").due());
        world.province.at("2026-07-01T09:00");
        assertTrue("the half-year is over", leader("2026-06", "王局长").due());
        assertFalse("once, in its last month", leader("2026-05", "王局长").due());
        assertFalse(leader("2026-07", "王局长").due());
    }

    /** A deputy whom no letter names has come of their own accord. */
    @Test
    public void whoeverNoLetterNamesIsAskedForNothing() {
        Visits visits = world.attending.visits();
        RecordVisit deputy = new RecordVisit(HOUSING, "赵副局长", LeaderRank.DEPUTY, VisitPurpose.SIT, TODAY, 30, null);
        visits.record(deputy, world.manager());
        assertTrue(leader("2026-03", "赵副局长").met());
        world.province.at("2026-05-01T09:00");
        assertTrue(visits.leaders("2026-04", world.manager()).stream()
                .noneMatch(each -> each.name().equals("赵副局长")));
        RecordVisit head = new RecordVisit(HOUSING, "钱局长", LeaderRank.HEAD, VisitPurpose.SIT, TODAY, 30, null);
        visits.record(head, world.manager());
        assertTrue("of heads the half-year counts", leader("2026-04", "钱局长").met());
    }

    @Test
    public void leadersComeOnceInHalfAYearAndOnceAMonth() {
        RecordVisit head = new RecordVisit(HOUSING, "王局长", LeaderRank.HEAD, VisitPurpose.INSPECT, TODAY, 60, "检查窗口");
        world.attending.visits().record(head, world.manager());
        assertEquals(
                2, world.attending.visits().leaders("2026-03", world.manager()).size());
        assertTrue(leader("2026-03", "王局长").met());
        assertTrue("all of the half-year", leader("2026-05", "王局长").met());
        assertFalse("nor is it over", leader("2026-03", "张副局长").met());
        RecordVisit later =
                new RecordVisit(HOUSING, "王局长", LeaderRank.HEAD, VisitPurpose.SIT, TODAY.plusDays(1), 60, null);
        assertEquals("day", field(() -> world.attending.visits().record(later, world.manager())));
        assertEquals("month", field(() -> world.attending.visits().leaders("March", world.manager())));
        assertEquals(
                "not-allowed",
                codeOf(() -> world.attending.visits().record(head, world.as("x", "applicant", HAIYANG, Set.of()))));
    }
}
