package org.yichuang.windows.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.windows.internal.WindowsWorld.FORESTRY;
import static org.yichuang.windows.internal.WindowsWorld.HOUSING;
import static org.yichuang.windows.internal.WindowsWorld.TODAY;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.indicators.api.Fraction;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.windows.api.AssessmentCategory;
import org.yichuang.windows.api.AssessmentSubject;
import org.yichuang.windows.api.DeductionState;
import org.yichuang.windows.api.FindingRule;
import org.yichuang.windows.api.MarkKind;
import org.yichuang.windows.internal.AssessmentCommands.DecideAppeal;
import org.yichuang.windows.internal.AssessmentCommands.GiveMark;
import org.yichuang.windows.internal.AssessmentCommands.GivePlainMark;
import org.yichuang.windows.internal.AssessmentCommands.NoteFinding;
import org.yichuang.windows.internal.AssessmentCommands.PublishAssessment;
import org.yichuang.windows.internal.AssessmentViews.AssessmentView;
import org.yichuang.windows.internal.AssessmentViews.DeductionView;
import org.yichuang.windows.internal.AssessmentViews.ScoreView;
import org.yichuang.windows.internal.AssessmentViews.SheetLineView;
import org.yichuang.windows.internal.AssessmentViews.SheetView;
import org.yichuang.windows.internal.WindowsCommands.Words;
import org.yichuang.windows.internal.jte.StaticTemplates;

/** What is found at windows, what becomes of it, and what windows and departments have by the end of a period. */
public class AssessmentTest extends WindowsContract {
    private static final PageRequest ALL = PageRequest.of(null, null);
    private static final String MARCH = "2026-03";

    private final StaticTemplates templates = new StaticTemplates();
    private Deductions deductions;
    private Assessments assessments;

    @Before
    public void hall() {
        world.window("3", HOUSING);
        world.window("5", FORESTRY);
        world.onDuty("bo", HOUSING, "3");
        world.onDuty("fern", FORESTRY, "5");
        world.stationed(FORESTRY, "WOOD");
        world.issued("1号", List.of("BUILD"), List.of());
        deductions = world.assessing.deductions();
        assessments = world.assessing.assessments();
        world.figures.others.put(
                "cases.on-time",
                Map.of(HOUSING, new Fraction(99, 100), "3", new Fraction(99, 100), FORESTRY, new Fraction(8, 8)));
    }

    private CallContext patrol() {
        return world.as("patrol", "supervision-officer", HAIYANG, Set.of());
    }

    private DeductionView noted(FindingRule rule) {
        return deductions.note(new NoteFinding("3", null, rule, world.today(), "录像 10:02"), patrol());
    }

    private DeductionView standing(FindingRule rule) {
        String id = noted(rule).id();
        deductions.inform(id, patrol());
        return deductions.accept(id, world.clerk("bo"));
    }

    private ScoreView of(AssessmentSubject of, String subject) {
        return assessments.of(MARCH, of, world.clerk("bo")).items().stream()
                .filter(each -> each.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    private SheetLineView line(String indicator, AssessmentSubject of, String subject) {
        return assessments.sheet(MARCH, of, subject, world.manager()).lines().stream()
                .filter(each -> each.indicator().equals(indicator))
                .findFirst()
                .orElseThrow();
    }

    @Test
    public void aFindingIsToldAppealedAgainstAndDecidedBySomebodyElse() {
        CallContext manager = world.manager();
        DeductionView found =
                deductions.note(new NoteFinding("3", null, FindingRule.DISCIPLINE, TODAY, "录像 10:02"), manager);
        assertEquals(HOUSING, found.department());
        assertEquals("deduction-state", codeOf(() -> deductions.appeal(found.id(), new Words("x"), world.clerk("bo"))));
        deductions.inform(found.id(), manager);
        assertEquals(
                "only the window itself",
                "deduction-unknown",
                codeOf(() -> deductions.appeal(found.id(), new Words("x"), world.clerk("fern"))));
        deductions.appeal(found.id(), new Words("在办理业务"), world.clerk("bo"));
        DecideAppeal lifts = new DecideAppeal(false, "申诉属实");
        assertEquals("deduction-own", codeOf(() -> deductions.decide(found.id(), lifts, manager)));
        CallContext other = world.as("director", "centre-manager", HAIYANG, Set.of());
        assertEquals(
                DeductionState.LIFTED,
                deductions.decide(found.id(), lifts, other).state());
        assertEquals("deduction-state", codeOf(() -> deductions.decide(found.id(), lifts, other)));
        assertEquals(
                "it stays visible",
                List.of(DeductionState.LIFTED),
                deductions.list(null, ALL, world.clerk("bo")).items().stream()
                        .map(DeductionView::state)
                        .toList());
        assertEquals(0, line("patrol", AssessmentSubject.WINDOW, "3").numerator());
        NoteFinding later = new NoteFinding("3", null, FindingRule.TIDINESS, TODAY.plusDays(1), "x");
        assertEquals("day", field(() -> deductions.note(later, manager)));
        NoteFinding none = new NoteFinding("3", FORESTRY, FindingRule.TIDINESS, TODAY, "x");
        assertEquals("department", field(() -> deductions.note(none, manager)));
        assertEquals("not-allowed", codeOf(() -> deductions.note(none, world.clerk("bo"))));
        sound();
    }

    @Test
    public void whatNobodyAppealsAgainstInThreeWorkingDaysStands() {
        DeductionView found = noted(FindingRule.UNIFORM);
        deductions.inform(found.id(), patrol());
        world.province.at("2026-03-05T17:00");
        assertEquals(0, line("uniforms", AssessmentSubject.WINDOW, "3").numerator());
        world.province.at("2026-03-06T09:00");
        assertEquals("appeal-late", codeOf(() -> deductions.appeal(found.id(), new Words("x"), world.clerk("bo"))));
        assertEquals(
                DeductionState.STANDS,
                deductions.list(null, ALL, patrol()).items().get(0).state());
        assertEquals(1, line("uniforms", AssessmentSubject.WINDOW, "3").numerator());
        sound();
    }

    @Test
    public void everyPointOpensItsRowsAndWhatHasNoBaseSaysWhy() {
        standing(FindingRule.DISCIPLINE);
        SheetLineView onTime = line("on-time", AssessmentSubject.DEPARTMENT, HOUSING);
        assertEquals(new BigDecimal("99.00"), onTime.value());
        BigDecimal share = onTime.points().divide(onTime.weight(), 2, RoundingMode.HALF_UP);
        assertEquals("of the way from floor to target", new BigDecimal("0.90"), share);
        assertTrue(
                onTime.rows(), onTime.rows().startsWith("/api/haiyang/indicators/cases.on-time/rows?from=2026-03-01"));
        assertTrue(onTime.rows(), onTime.rows().contains("&department=%E4%BD%8F"));
        SheetLineView patrol = line("patrol", AssessmentSubject.WINDOW, "3");
        assertEquals(1, patrol.numerator());
        assertTrue(patrol.page(), patrol.page().endsWith("&window=3&finding=DISCIPLINE"));
        assertEquals(
                "本平台目前没有这项数据",
                line("cards", AssessmentSubject.WINDOW, "3").why().zh());
        assertEquals(
                "这项数据不分到这一类对象",
                line("handling", AssessmentSubject.WINDOW, "3").why().zh());
        SheetLineView none = line("on-time", AssessmentSubject.WINDOW, "5");
        assertEquals("本周期没有可计数的事项", none.why().zh());
        assertNull(none.points());
        assertEquals("period", field(() -> assessments.of("March", null, world.manager())));
        assertEquals(
                "assessment-unknown",
                codeOf(() -> assessments.sheet(MARCH, AssessmentSubject.WINDOW, "9", world.manager())));
    }

    @Test
    public void theFormulaIsPublic() {
        CallContext anybody = world.manager().by(Actor.ANONYMOUS);
        assertEquals(42, assessments.scheme(anybody).items().size());
        assertTrue(assessments.scheme(anybody).formula().zh().contains("70%、10%、10%、10%"));
        assertEquals("not-signed-in", codeOf(() -> assessments.of(MARCH, null, anybody)));
        String page =
                templates.scheme(PagesTest.ui(), assessments.scheme(anybody)).render();
        assertTrue(page, page.contains("按时办结率"));
    }

    @Test
    public void aViolationOfAttitudeKeepsTheScoreAndBarsTheRank() {
        ScoreView before = of(AssessmentSubject.WINDOW, "3");
        assertFalse(before.vetoed());
        standing(FindingRule.ATTITUDE);
        ScoreView after = of(AssessmentSubject.WINDOW, "3");
        assertTrue(after.vetoed());
        assertNull(after.rank());
        assertEquals(before.total(), after.total());
        assertTrue(of(AssessmentSubject.DEPARTMENT, HOUSING).vetoed());
        assertFalse(of(AssessmentSubject.DEPARTMENT, FORESTRY).vetoed());
    }

    @Test
    public void marksAreMixedInAndNobodyMarksThemselves() {
        ScoreView counted = of(AssessmentSubject.WINDOW, "5");
        GivePlainMark peer = new GivePlainMark(AssessmentSubject.WINDOW, "5", 60, "一般");
        assessments.markPeer(MARCH, peer, world.clerk("bo"));
        assertEquals("mark-own", codeOf(() -> assessments.markPeer(MARCH, peer, world.clerk("fern"))));
        GivePlainMark own = new GivePlainMark(AssessmentSubject.DEPARTMENT, HOUSING, 100, null);
        assertEquals("mark-own", codeOf(() -> assessments.markPeer(MARCH, own, world.clerk("bo"))));
        assessments.mark(MARCH, new GiveMark(AssessmentSubject.WINDOW, "5", null, 80, null), world.manager());
        assessments.mark(MARCH, new GiveMark(AssessmentSubject.WINDOW, "5", null, 90, null), world.manager());
        assessments.mark(MARCH, new GiveMark(AssessmentSubject.WINDOW, "5", true, 70, null), world.manager());
        ScoreView marked = of(AssessmentSubject.WINDOW, "5");
        assertEquals(
                "changed, not given twice",
                new BigDecimal("90.00"),
                marked.marks().get(MarkKind.CENTRE));
        BigDecimal mixed = counted.system()
                .multiply(BigDecimal.valueOf(70))
                .add(BigDecimal.valueOf(10 * (60 + 90 + 70)))
                .divide(BigDecimal.valueOf(100), 2, RoundingMode.HALF_UP);
        assertEquals(mixed, marked.total());
        GiveMark much = new GiveMark(AssessmentSubject.WINDOW, "5", null, 101, null);
        assertEquals("mark", field(() -> assessments.mark(MARCH, much, world.manager())));
        GiveMark nobody = new GiveMark(AssessmentSubject.WINDOW, "9", null, 10, null);
        assertEquals("assessment-unknown", codeOf(() -> assessments.mark(MARCH, nobody, world.manager())));
        sound();
    }

    @Test
    public void whatWasPublishedStaysAndWhatChangesLaterIsToldBesideIt() {
        standing(FindingRule.DISCIPLINE);
        PublishAssessment windows = new PublishAssessment(AssessmentSubject.WINDOW);
        assertEquals("period", field(() -> assessments.publish(MARCH, windows, world.manager())));
        world.province.at("2026-04-01T09:00");
        AssessmentView published = assessments.publish(MARCH, windows, world.manager());
        assertEquals(
                published.items(),
                assessments.of(MARCH, AssessmentSubject.WINDOW, world.manager()).items());
        NoteFinding another = new NoteFinding("3", null, FindingRule.DISCIPLINE, TODAY, "后来查实");
        String id = deductions.note(another, patrol()).id();
        deductions.inform(id, patrol());
        deductions.accept(id, world.clerk("bo"));
        SheetView sheet = assessments.sheet(MARCH, AssessmentSubject.WINDOW, "3", world.manager());
        assertEquals(
                "what was said stays",
                1,
                sheet.lines().stream()
                        .filter(each -> each.indicator().equals("patrol"))
                        .findFirst()
                        .orElseThrow()
                        .numerator());
        assertEquals(1, sheet.differences().size());
        assertEquals("patrol", sheet.differences().get(0).indicator());
        assertEquals(2, sheet.differences().get(0).numeratorNow());
        assertEquals("assessment-known", codeOf(() -> assessments.publish(MARCH, windows, world.manager())));
        GiveMark late = new GiveMark(AssessmentSubject.WINDOW, "3", null, 100, null);
        assertEquals("assessment-known", codeOf(() -> assessments.mark(MARCH, late, world.manager())));
        String page = templates.sheet(PagesTest.ui(), sheet).render();
        assertTrue(page, page.contains("1 / 1") && page.contains("2 / 1"));
        sound();
    }

    @Test
    public void thePagesOfferWhatIsNext() {
        AssessmentView shown = assessments.of(MARCH, AssessmentSubject.WINDOW, world.manager());
        assertEquals(AssessmentCategory.values().length, 7);
        String manages =
                templates.assessments(PagesTest.ui(), shown, true, true, false).render();
        assertTrue(manages, manages.contains("/2026-03/WINDOW/publication\"") && manages.contains("/marks\""));
        String serves =
                templates.assessments(PagesTest.ui(), shown, false, false, true).render();
        assertTrue(serves, serves.contains("/marks/peer\"") && !serves.contains("/publication\""));
        String patrols =
                templates.assessments(PagesTest.ui(), shown, false, true, false).render();
        assertTrue(patrols, patrols.contains("/marks/daily\"") && !patrols.contains("/publication\""));
        String id = noted(FindingRule.TIDINESS).id();
        assertTrue(findings(true, "", false).contains("/" + id + "/notice\""));
        deductions.inform(id, patrol());
        String told = findings(false, "3", false);
        assertTrue(told, told.contains("/" + id + "/appeal\"") && told.contains("/acknowledgement\""));
        assertEquals(
                "each form says of which finding it is",
                2,
                told.split("<h2>3 " + FindingRule.TIDINESS.label().zh()).length - 1);
        assertFalse(
                "another window has nothing to appeal",
                findings(false, "5", false).contains("/appeal\""));
        assertEquals("3", deductions.own(world.clerk("bo")));
        assertEquals("", deductions.own(world.manager()));
        deductions.appeal(id, new Words("已整改"), world.clerk("bo"));
        assertTrue(findings(false, "", true).contains("/" + id + "/ruling\""));
    }

    private String findings(boolean patrols, String own, boolean manages) {
        return templates
                .findings(PagesTest.ui(), deductions.list(null, ALL, world.manager()), patrols, own, manages)
                .render();
    }
}
