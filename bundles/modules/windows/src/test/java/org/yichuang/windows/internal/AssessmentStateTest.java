package org.yichuang.windows.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.windows.internal.WindowsWorld.FORESTRY;
import static org.yichuang.windows.internal.WindowsWorld.HOUSING;
import static org.yichuang.windows.internal.WindowsWorld.TODAY;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.indicators.api.Fraction;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Digests;
import org.yichuang.windows.api.AssessmentSubject;
import org.yichuang.windows.api.FindingRule;
import org.yichuang.windows.api.MarkKind;
import org.yichuang.windows.internal.AssessmentCommands.GiveMark;
import org.yichuang.windows.internal.AssessmentCommands.GivePlainMark;
import org.yichuang.windows.internal.AssessmentCommands.NoteFinding;
import org.yichuang.windows.internal.AssessmentCommands.PublishAssessment;
import org.yichuang.windows.internal.AssessmentViews.AssessmentView;
import org.yichuang.windows.internal.AssessmentViews.ScoreView;
import org.yichuang.windows.internal.AssessmentViews.SheetLineView;
import org.yichuang.windows.internal.AssessmentViews.SheetView;
import org.yichuang.windows.internal.WindowsCommands.Reason;
import org.yichuang.windows.internal.domain.Assessment;
import org.yichuang.windows.internal.domain.Mark;
import org.yichuang.windows.internal.domain.Score;
import org.yichuang.windows.internal.persistence.AssessmentRows;
import org.yichuang.windows.internal.persistence.MarkRows;
import org.yichuang.windows.internal.persistence.WindowRows;

/** An assessment is of one state and one formula, of those who were there, under whatever name. */
public class AssessmentStateTest extends WindowsContract {
    private static final String MARCH = "2026-03";
    private static final String ON_TIME = "cases.on-time";
    private static final PublishAssessment WINDOWS = new PublishAssessment(AssessmentSubject.WINDOW);
    private static final PublishAssessment DEPARTMENTS = new PublishAssessment(AssessmentSubject.DEPARTMENT);

    private Deductions deductions;
    private Assessments assessments;

    @Before
    public void hall() {
        world.departments.list(HAIYANG, HOUSING, FORESTRY);
        world.window("3", HOUSING);
        world.window("5", FORESTRY);
        world.onDuty("bo", HOUSING, "3");
        world.onDuty("fern", FORESTRY, "5");
        world.stationed(FORESTRY, "WOOD");
        world.issued("1号", List.of("BUILD"), List.of());
        deductions = world.assessing.deductions();
        assessments = world.assessing.assessments();
        world.figures.others.put(ON_TIME, Map.of(HOUSING, new Fraction(99, 100), "3", new Fraction(99, 100)));
    }

    private CallContext patrol() {
        return world.as("patrol", "supervision-officer", HAIYANG, Set.of());
    }

    private String standing(FindingRule rule) {
        String id = deductions
                .note(new NoteFinding("3", null, rule, TODAY, "录像 10:02"), patrol())
                .id();
        deductions.inform(id, patrol());
        deductions.accept(id, world.clerk("bo"));
        return id;
    }

    private void mark(AssessmentSubject of, String subject, int mark) {
        assessments.mark(MARCH, new GiveMark(of, subject, null, mark, null), world.manager());
    }

    private static ScoreView of(AssessmentView shown, String subject) {
        return shown.items().stream()
                .filter(each -> each.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    private static SheetLineView line(SheetView sheet, String indicator) {
        return sheet.lines().stream()
                .filter(each -> each.indicator().equals(indicator))
                .findFirst()
                .orElseThrow();
    }

    private Score.Line kept(AssessmentSubject of, String subject, String indicator) {
        AssessmentRows rows = new AssessmentRows(node.entities("windows"));
        Assessment found = node.transactions().read(world.manager(), unit -> rows.find(Assessment.id(MARCH, of), unit)
                .orElseThrow());
        return found.held().scores().stream()
                .filter(each -> each.subject().equals(subject))
                .flatMap(each -> each.lines().stream())
                .filter(each -> each.key().equals(indicator))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> subjects(AssessmentView shown) {
        return shown.items().stream().map(ScoreView::subject).collect(Collectors.toSet());
    }

    @Test
    public void aMarkGivenWhileItIsPublishedIsInIt() {
        world.province.at("2026-04-01T09:00");
        world.figures.meanwhile.put(ON_TIME, () -> mark(AssessmentSubject.WINDOW, "3", 90));
        AssessmentView published = assessments.publish(MARCH, WINDOWS, world.manager());
        assertEquals(new BigDecimal("90.00"), of(published, "3").marks().get(MarkKind.CENTRE));
        assertEquals("assessment-known", codeOf(() -> mark(AssessmentSubject.WINDOW, "3", 10)));
        sound();
    }

    @Test
    public void theDigestIsThatOfWhatWasCounted() {
        world.province.at("2026-04-01T09:00");
        StringBuilder found = new StringBuilder();
        world.figures.meanwhile.put(ON_TIME, () -> found.append(standing(FindingRule.DISCIPLINE)));
        assessments.publish(MARCH, WINDOWS, world.manager());
        Score.Line patrol = kept(AssessmentSubject.WINDOW, "3", "patrol");
        assertEquals("what came meanwhile is counted", 1, patrol.numerator());
        assertEquals(Digests.sha256(found.toString()), patrol.digest());
        Score.Line none = kept(AssessmentSubject.WINDOW, "5", "patrol");
        assertEquals(Digests.sha256(""), none.digest());
        assertEquals(
                "the rows of the hall's own figures are taken once for all", Set.of(ON_TIME), world.figures.listed);
        sound();
    }

    /** A veto is of the state that was counted, as figures are: while one comes, nothing is published for good. */
    @Test
    public void aVetoThatComesDuringTheLastCountRefusesThePublication() {
        world.province.at("2026-04-01T09:00");
        world.figures.recounted.put("windows.leaders-came", () -> standing(FindingRule.ATTITUDE));
        assertEquals("period", field(() -> assessments.publish(MARCH, DEPARTMENTS, world.manager())));
        assertNull(assessments
                .of(MARCH, AssessmentSubject.DEPARTMENT, world.manager())
                .publishedOn());
        ScoreView its = of(assessments.publish(MARCH, DEPARTMENTS, world.manager()), HOUSING);
        assertTrue(its.vetoed());
        assertNull("no rank, and so no award", its.rank());
        SheetView sheet = assessments.sheet(MARCH, AssessmentSubject.DEPARTMENT, HOUSING, world.manager());
        assertEquals("what is published is whole", List.of(), sheet.changes());
        sound();
    }

    @Test
    public void whatIsPublishedKeepsTheFormulaByWhichItWasMade() {
        world.province.policy(HAIYANG, "policy.windows.target.authorised-approval", "2026=60");
        mark(AssessmentSubject.DEPARTMENT, HOUSING, 50);
        world.province.at("2026-04-01T09:00");
        AssessmentView published = assessments.publish(MARCH, DEPARTMENTS, world.manager());
        world.province.policy(HAIYANG, "policy.windows.assessment.mix", "40,20,20,20");
        world.province.policy(HAIYANG, "policy.windows.target.authorised-approval", "90");
        AssessmentView later = assessments.of(MARCH, AssessmentSubject.DEPARTMENT, world.manager());
        assertEquals(published, later);
        assertEquals(Stream.of("70", "10", "10", "10").map(BigDecimal::new).toList(), later.mix());
        assertTrue(later.formula().zh(), later.formula().zh().contains("70%、10%、10%、10%"));
        SheetView sheet = assessments.sheet(MARCH, AssessmentSubject.DEPARTMENT, HOUSING, world.manager());
        assertEquals(new BigDecimal("60"), line(sheet, "approval").target());
        SheetView april = assessments.sheet("2026-04", AssessmentSubject.DEPARTMENT, HOUSING, world.manager());
        assertEquals(new BigDecimal("90"), line(april, "approval").target());
        assertEquals("what weighs is no matter of a figure", List.of(), sheet.differences());
    }

    /** One of an older version does not say that it was made by what holds today. */
    @Test
    public void whatWasPublishedBeforeTheFormulaWasKeptShowsNoOther() {
        world.province.at("2026-04-01T09:00");
        Assessment.Course course = new Assessment.Course(List.of(), "主任", world.today(), null);
        Assessment older = Assessment.published(MARCH, AssessmentSubject.DEPARTMENT, course);
        AssessmentRows rows = new AssessmentRows(node.entities("windows"));
        node.transactions().write(world.manager(), Written.class, unit -> {
            rows.keep(older, "publish", Map.of("period", MARCH), "assessment-published", older.changed(), unit);
            return new Written(older.id());
        });
        AssessmentView shown = assessments.of(MARCH, AssessmentSubject.DEPARTMENT, world.manager());
        assertEquals(world.today(), shown.publishedOn());
        assertEquals(List.of(), shown.mix());
        assertTrue(shown.formula().zh(), shown.formula().zh().contains("没有保存评分办法"));
        assertFalse(shown.formula().zh(), shown.formula().zh().contains("70%"));
    }

    /** Who publishes waits for whoever is marking, and their mark is in it. */
    @Test
    public void whoPublishesWaitsForWhoeverMarks() throws Exception {
        world.province.at("2026-04-01T09:00");
        CountDownLatch counted = new CountDownLatch(1);
        CountDownLatch held = new CountDownLatch(1);
        world.figures.recounted.put("windows.exams-passed", () -> {
            counted.countDown();
            await(held);
        });
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<AssessmentView> publishing =
                    other.submit(() -> assessments.publish(MARCH, WINDOWS, world.manager()));
            await(counted);
            node.transactions().write(world.manager(), Written.class, unit -> {
                WindowRows windows = new WindowRows(node.entities("windows"));
                windows.held("3", unit).orElseThrow();
                held.countDown();
                assertThrows("it waits", TimeoutException.class, () -> publishing.get(2, TimeUnit.SECONDS));
                Mark mark = Mark.given(MARCH, AssessmentSubject.WINDOW, "3", MarkKind.CENTRE, "vice");
                mark.set(90, new Mark.Course("副主任", ""));
                new MarkRows(node.entities("windows"))
                        .keep(mark, "mark", Map.of("subject", "3"), "mark-given", mark.changed(), unit);
                return new Written(mark.id());
            });
            AssessmentView published = publishing.get(1, TimeUnit.MINUTES);
            assertEquals(new BigDecimal("90.00"), of(published, "3").marks().get(MarkKind.CENTRE));
        } finally {
            other.shutdownNow();
        }
        sound();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(1, TimeUnit.MINUTES));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    public void thoseAreAssessedWhoWereThereInThePeriod() {
        world.province.at("2026-04-02T09:00");
        world.window("7", HOUSING);
        world.hall.closeWindow("5", new Reason("合并"), world.manager());
        assertEquals(Set.of("3", "5"), subjects(assessments.of(MARCH, AssessmentSubject.WINDOW, world.manager())));
        assertEquals(
                Set.of("3", "5", "7"), subjects(assessments.of("2026-04", AssessmentSubject.WINDOW, world.manager())));
        world.province.at("2026-05-06T09:00");
        assertEquals(Set.of("3", "7"), subjects(assessments.of("2026-05", AssessmentSubject.WINDOW, world.manager())));
        GiveMark early = new GiveMark(AssessmentSubject.WINDOW, "3", null, 90, null);
        assertEquals("period", field(() -> assessments.mark("2026-06", early, world.manager())));
        sound();
    }

    @Test
    public void aDepartmentThatIsCalledOtherwiseNowIsTheSame() {
        String present = "住建局";
        mark(AssessmentSubject.DEPARTMENT, HOUSING, 50);
        standing(FindingRule.ATTITUDE);
        world.departments.rename(HAIYANG, HOUSING, present);
        AssessmentView shown = assessments.of(MARCH, AssessmentSubject.DEPARTMENT, world.manager());
        assertEquals(Set.of(present, FORESTRY), subjects(shown));
        ScoreView its = of(shown, present);
        assertTrue("what was found under its old name", its.vetoed());
        assertEquals(new BigDecimal("50.00"), its.marks().get(MarkKind.CENTRE));
        mark(AssessmentSubject.DEPARTMENT, present, 70);
        SheetView sheet = assessments.sheet(MARCH, AssessmentSubject.DEPARTMENT, HOUSING, world.manager());
        assertEquals("changed", new BigDecimal("70.00"), sheet.score().marks().get(MarkKind.CENTRE));
        assertNotNull(line(sheet, "on-time").value());
        GivePlainMark own = new GivePlainMark(AssessmentSubject.DEPARTMENT, present, 100, null);
        assertEquals("mark-own", codeOf(() -> assessments.markPeer(MARCH, own, world.clerk("bo"))));
        sound();
    }

    @Test
    public void whatChangesAfterwardsBesidesFiguresIsToldAsWell() {
        world.province.at("2026-04-01T09:00");
        assessments.publish(MARCH, DEPARTMENTS, world.manager());
        standing(FindingRule.ATTITUDE);
        SheetView sheet = assessments.sheet(MARCH, AssessmentSubject.DEPARTMENT, HOUSING, world.manager());
        assertEquals(1, sheet.changes().size());
        assertTrue(sheet.changes().get(0).zh().contains("服务态度"));
        assertEquals(
                List.of(),
                assessments
                        .sheet(MARCH, AssessmentSubject.DEPARTMENT, FORESTRY, world.manager())
                        .changes());
    }

    @Test
    public void thePatrolGivesItsMarkItself() {
        GivePlainMark daily = new GivePlainMark(AssessmentSubject.WINDOW, "3", 80, "整洁");
        assertEquals("not-allowed", codeOf(() -> assessments.markDaily(MARCH, daily, world.clerk("bo"))));
        AssessmentView marked = assessments.markDaily(MARCH, daily, patrol());
        assertEquals(new BigDecimal("80.00"), of(marked, "3").marks().get(MarkKind.DAILY));
        assertNull("and no other", of(marked, "3").marks().get(MarkKind.CENTRE));
        GiveMark centre = new GiveMark(AssessmentSubject.WINDOW, "3", null, 10, null);
        assertEquals("not-allowed", codeOf(() -> assessments.mark(MARCH, centre, patrol())));
        sound();
    }
}
