package org.yichuang.cases.internal.view;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.Test;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView.SuspensionView;
import org.yichuang.cases.api.DeadlineView;
import org.yichuang.cases.api.ProgressView.Step;
import org.yichuang.cases.api.SpecialProcedure;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.time.TrafficLight;
import org.yichuang.pages.api.ClockFace;
import org.yichuang.pages.api.Milestone;
import org.yichuang.pages.api.Tone;
import org.yichuang.pages.api.Ui;

/** What people are told of deadlines, steps and what happens next. */
public class DeadlineViewsTest {
    private static final LocalDate DUE = LocalDate.of(2026, 12, 4);
    private static final Instant AT = Instant.parse("2026-11-22T01:00:00Z");

    @Test
    public void whatStillRunsStandsFirst() {
        List<ClockFace> faces = DeadlineViews.faces(
                List.of(clock("notice", "haiyang", "MET", null), clock("promise", "yantai", "RUNNING", 9)), ui());

        assertEquals("clock.promise", faces.get(0).name());
        assertTrue(faces.get(0).isOpen());
        assertEquals(TrafficLight.GREEN, faces.get(0).light());
        assertEquals(Integer.valueOf(9), faces.get(0).left());
    }

    @Test
    public void theSecondAnswerOfACentreIsCalledSo() {
        List<ClockFace> faces = DeadlineViews.faces(
                List.of(
                        clock("notice", "haiyang", "MET", null),
                        clock("notice", "haiyang", "MET", null),
                        clock("notice", "yantai", "MET", null)),
                ui());

        assertEquals(
                List.of("clock.notice", "clock.notice.again", "clock.notice"),
                faces.stream().map(ClockFace::name).collect(Collectors.toList()));
    }

    @Test
    public void whatOneCentreHearsOfTheOtherIsToldOnce() {
        List<Step> steps = List.of(
                step("haiyang", "submit"),
                step("haiyang", "accept"),
                step("yantai", "accept"),
                step("haiyang", "upper-accepted"),
                step("yantai", "decide"),
                step("haiyang", "upper-decided"));

        assertEquals(
                List.of("haiyang submit", "haiyang accept", "yantai accept", "yantai decide"),
                DeadlineViews.steps(steps, ui()).stream()
                        .map(step -> step.where() + " " + step.what())
                        .collect(Collectors.toList()));
    }

    @Test
    public void anEchoWhoseOriginIsUnknownStays() {
        List<Milestone> steps =
                DeadlineViews.steps(List.of(step("haiyang", "accept"), step("haiyang", "upper-accepted")), ui());

        assertEquals(2, steps.size());
    }

    @Test
    public void theOutlookTellsByWhenAndByWhom() {
        List<DeadlineView> clocks =
                List.of(clock("decision", "yantai", "RUNNING", 20), clock("promise", "yantai", "RUNNING", 9));

        assertEquals(
                "people go by the promise",
                new Outlook("接下来", "案卷已上报，yantai最迟于 2026-12-04 作出决定，您无需操作。", Tone.INFO),
                Outlook.of(CaseState.FORWARDED, clocks, ui()));
    }

    @Test
    public void aDayThatHasPassedIsNotPromisedAgain() {
        List<DeadlineView> clocks =
                List.of(clock("promise", "haiyang", "MISSED", -2), clock("decision", "haiyang", "RUNNING", 8));

        assertEquals(
                "申请已受理，haiyang最迟于 2026-12-04 办结本环节，您无需操作。",
                Outlook.of(CaseState.ACCEPTED, clocks, ui()).words());
        assertEquals(
                "申请已受理，正在审查，您无需操作。",
                Outlook.of(CaseState.ACCEPTED, clocks.subList(0, 1), ui()).words());
    }

    @Test
    public void whoeverIsAskedFromAboveIsToldToSupplyIt() {
        Outlook asked = Outlook.of(CaseState.QUESTIONED, List.of(clock("decision", "yantai", "RUNNING", 5)), ui());
        assertEquals(Tone.CARE, asked.tone());
        assertTrue(asked.words(), asked.words().startsWith("yantai要求补充材料，请按照补正告知的内容补正"));
        assertEquals(
                Tone.CARE, Outlook.of(CaseState.QUESTIONED, List.of(), ui()).tone());
    }

    @Test
    public void whoeverIsRefusedIsToldByWhenTheDecisionReachesThem() {
        for (String kind : List.of("refusal-delivery", "delivery")) {
            String words = Outlook.of(CaseState.REFUSED, List.of(clock(kind, "haiyang", "RUNNING", 10)), ui())
                    .words();
            assertTrue(words, words.startsWith("申请未获准予，决定书最迟于 2026-12-04 送达您"));
        }
    }

    @Test
    public void everyStateHasAnOutlook() {
        for (CaseState state : CaseState.values()) {
            Outlook outlook = Outlook.of(state, List.of(), ui());
            assertTrue(outlook.words(), outlook.words().endsWith("。"));
            assertEquals(state.isEnd() ? "办理结果" : "接下来", outlook.title());
        }
    }

    @Test
    public void whileTheLimitsStandTheOutlookSaysForWhatAndHowLong() {
        SuspensionView hearing = new SuspensionView(
                SpecialProcedure.HEARING, "听证", DUE, null, 15, DUE.plusDays(21), 15, "利害关系人要求听证", null);
        assertEquals(
                "正在进行听证（计划15个工作日，预计至 2026-12-25），办理期限自 2026-12-04 的次日起中止计时，结束后继续计算。",
                Outlook.of(CaseState.ACCEPTED, List.of(), Optional.of(hearing), ui())
                        .words());
        assertEquals(
                "申请已受理，正在审查，您无需操作。",
                Outlook.of(CaseState.ACCEPTED, List.of(), Optional.empty(), ui())
                        .words());
    }

    private static DeadlineView clock(String kind, String centre, String state, Integer left) {
        return new DeadlineView(
                kind,
                kind,
                centre,
                centre,
                DUE.minusDays(12),
                "10个工作日",
                DUE,
                false,
                state,
                left,
                left == null ? null : left < 0 ? "yellow" : "green",
                "说明",
                "explanation",
                List.of());
    }

    private static Step step(String centre, String action) {
        return new Step(AT, centre, centre, action, action, action);
    }

    /** Words are their keys, with what is filled in. */
    private static Ui ui() {
        return (Ui) Proxy.newProxyInstance(
                Ui.class.getClassLoader(),
                new Class<?>[] {Ui.class},
                (proxy, method, given) -> switch (method.getName()) {
                    case "t" -> given[0]
                            + (((Object[]) given[1]).length == 0 ? "" : Arrays.toString((Object[]) given[1]));
                    case "localize" -> ((LocalizedMessage) given[0]).zh();
                    case "date" -> given[0].toString();
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
