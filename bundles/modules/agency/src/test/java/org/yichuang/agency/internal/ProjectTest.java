package org.yichuang.agency.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.LAISHAN;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Test;
import org.yichuang.agency.internal.AgencyCommands.Attach;
import org.yichuang.agency.internal.AgencyCommands.Meet;
import org.yichuang.agency.internal.AgencyCommands.Raise;
import org.yichuang.agency.internal.AgencyCommands.Resolution;
import org.yichuang.agency.internal.AgencyCommands.Track;
import org.yichuang.agency.internal.AgencyCommands.Words;
import org.yichuang.agency.internal.AgencyViews.ProblemView;
import org.yichuang.agency.internal.AgencyViews.ProjectSummary;
import org.yichuang.agency.internal.AgencyViews.ProjectView;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.RetentionHold;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.testing.TestRun;

/** A named leader tracks a project; what meetings agree is followed up, and chased when late (M-CAS-2, M-CAS-6). */
public class ProjectTest extends AgencyContract {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final PageRequest FIRST = PageRequest.of(null, null);
    private static final Words WORDS = new Words("已办结");
    private static final String CASE = "370687-20260302-AAAAAAAAAA";

    private CallContext leader() {
        return world.as("leader", "chief-representative", HAIYANG);
    }

    private String tracked() {
        Track track = new Track("新材料产业园一期", "海阳新材料有限公司", 8_000_000_000L, "leader", "孙主任");
        return world.projects.track(track, world.manager()).summary().id();
    }

    private ProjectView met(String id, LocalDate by) {
        Resolution resolution = new Resolution("地块未完成征收", "由街道三日内完成", "东村街道", by);
        return world.projects.meet(id, new Meet(TODAY, "研究用地问题", List.of("孙主任", "李镇长"), List.of(resolution)), leader());
    }

    @Test
    public void whoMayNotLeadIsGivenNoProject() {
        Track track = new Track("新材料产业园一期", "海阳新材料有限公司", 1L, AgencyWorld.UNKNOWN, "孙主任");
        assertEquals("leader", field(() -> world.projects.track(track, world.manager())));
    }

    @Test
    public void whatAMeetingAgreesIsFollowedUpUntilItIsSolved() {
        String id = tracked();
        ProjectView view = met(id, TODAY.plusDays(3));
        ProblemView problem = view.problems().get(0);
        assertEquals("由街道三日内完成", problem.agreement());
        assertEquals(List.of("孙主任", "李镇长"), view.meetings().get(0).participants());
        assertEquals(1, view.summary().open());
        assertEquals("project-has-problems", codeOf(() -> world.projects.close(id, WORDS, leader())));

        ProjectView solved = world.projects.solve(id, problem.id(), WORDS, leader());
        assertEquals(1, solved.summary().solved());
        assertFalse(solved.problems().get(0).late());
        assertEquals("problem-solved", codeOf(() -> world.projects.solve(id, problem.id(), WORDS, leader())));
        ProjectView closed = world.projects.close(id, WORDS, leader());
        assertEquals(TODAY, closed.summary().closedOn());
        assertFalse(closed.leads());
        assertEquals(
                List.of("open", "meet", "solve", "close"),
                closed.notes().stream().map(AgencyViews.NoteView::step).toList());
        assertEquals("project-closed", codeOf(() -> met(id, TODAY)));
        sound();
    }

    @Test
    public void aLateProblemIsChasedAndAgainAfterSomeWorkingDays() {
        String id = tracked();
        met(id, TODAY.plusDays(3));
        world.province.pass(Duration.ofDays(3));
        chase();
        assertEquals("the day itself is not late", 0, world.told.size());
        world.province.pass(Duration.ofDays(1));
        chase();
        chase();
        assertEquals("once", 1, world.told.size());
        assertEquals("leader", world.told.get(0).account());
        assertTrue(world.told.get(0).facts().get("words").contains("东村街道"));
        assertTrue(find(id).problems().get(0).late());
        assertEquals(1, find(id).summary().late());
        world.province.pass(Duration.ofDays(8));
        chase();
        assertEquals("five working days later", 2, world.told.size());
        world.projects.solve(id, find(id).problems().get(0).id(), WORDS, leader());
        world.province.pass(Duration.ofDays(30));
        chase();
        assertEquals(2, world.told.size());
        assertTrue("what was late stays late", find(id).problems().get(0).late());
        sound();
    }

    private void chase() {
        LeasedJob timer = world.wiring.timer(world.notices());
        timer.run(new TestRun(
                CallContext.system(HAIYANG, world.province.now(), "timer"),
                node.leases().acquire(timer.name(), Duration.ofHours(1)).orElseThrow(),
                true));
    }

    @Test
    public void onlyItsLeaderAndWhoDecidesDoSomethingWithIt() {
        String id = tracked();
        Raise raise = new Raise("道路未通", "住建局", TODAY);
        CallContext other = world.as("other", "chief-representative", HAIYANG);
        assertEquals("project-not-led", codeOf(() -> world.projects.raise(id, raise, other)));
        assertEquals("not-allowed", codeOf(() -> world.projects.raise(id, raise, world.clerk())));
        assertTrue(world.projects.raise(id, raise, world.manager()).leads());
        assertFalse(world.projects.find(id, other).leads());
        assertEquals(1, led(leader()).size());
        assertEquals(0, led(other).size());
        assertEquals(1, world.projects.list(FIRST, world.clerk()).items().size());
        assertEquals(
                "project-unknown", codeOf(() -> world.projects.find(id, world.as("m", "centre-manager", LAISHAN))));
        assertEquals("by", field(() -> world.projects.raise(id, new Raise("p", "r", TODAY.minusDays(1)), leader())));
    }

    private List<ProjectSummary> led(CallContext who) {
        return world.projects.led(FIRST, who).items();
    }

    @Test
    public void theCasesOfAProjectAreTheGreenChannels() {
        String id = tracked();
        assertEquals("case-not-open", codeOf(() -> world.projects.attach(id, new Attach(CASE), leader())));
        world.stands(CASE, AgencyWorld.USCC, CaseState.RECEIVED);
        world.projects.attach(id, new Attach(CASE), leader());
        assertEquals("case-served", codeOf(() -> world.projects.attach(id, new Attach(CASE), leader())));
        assertEquals(CASE, find(id).cases().get(0).number());
        assertEquals(
                "新材料产业园一期",
                world.projects.ofCase(CASE, world.clerk()).orElseThrow().name());
        assertTrue(world.projects.ofCase("N", world.clerk()).isEmpty());
        sound();

        assertEquals("it is not removed", Map.of(CASE, RetentionHold.REQUEST), holds());
        world.projects.close(id, WORDS, leader());
        assertEquals(Map.of(), holds());
    }

    private Map<String, RetentionHold> holds() {
        return node.transactions()
                .read(world.clerk(), unit -> world.wiring.casesServed().holds(Set.of(CASE, "N"), unit));
    }

    private ProjectView find(String id) {
        return world.projects.find(id, world.manager());
    }
}
