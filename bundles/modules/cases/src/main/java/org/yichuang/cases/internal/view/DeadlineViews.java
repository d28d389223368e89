package org.yichuang.cases.internal.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.yichuang.cases.api.DeadlineView;
import org.yichuang.cases.api.ProgressView.Step;
import org.yichuang.cases.internal.domain.ClockKind;
import org.yichuang.kernel.api.time.TrafficLight;
import org.yichuang.pages.api.ClockFace;
import org.yichuang.pages.api.ClockFace.Uncounted;
import org.yichuang.pages.api.Milestone;
import org.yichuang.pages.api.Ui;

/** Deadlines and steps as the pages' components show them. */
public final class DeadlineViews {
    private static final String NOTICE = "notice";
    /** What one centre hears of another is no second step for who reads both. */
    private static final Map<String, String> ECHOES = Map.of(
            "upper-accepted", "accept",
            "upper-asked", "notify-correction",
            "upper-decided", "decide",
            "answered", "correct",
            "upper-hearing-right", "notify-hearing-right",
            "upper-convened", "convene-hearing",
            "upper-heard", "record-hearing",
            "asked-below", "request-hearing",
            "declined-below", "decline-hearing");

    private DeadlineViews() {}

    /** The faces of all clocks of a case: first those that something still waits for. */
    public static List<ClockFace> faces(List<DeadlineView> deadlines, Ui ui) {
        Set<String> noticed = new HashSet<>();
        List<ClockFace> faces = new ArrayList<>();
        for (DeadlineView deadline : deadlines) {
            boolean again = deadline.kind().equals(NOTICE) && !noticed.add(deadline.centre());
            faces.add(face(deadline, name(deadline, again, ui), ui));
        }
        return faces.stream()
                .sorted(Comparator.comparing(face -> !face.isOpen()))
                .toList();
    }

    /** A department of a joint case is called by its name. */
    private static String name(DeadlineView deadline, boolean again, Ui ui) {
        if (deadline.kind().equals(ClockKind.BRANCH.key())) {
            return deadline.kindName();
        }
        return deadline.kind().equals(ClockKind.COORDINATION.key())
                ? ui.localize(ClockKind.COORDINATION.label())
                : ui.t("clock." + deadline.kind() + (again ? ".again" : ""));
    }

    private static ClockFace face(DeadlineView clock, String name, Ui ui) {
        return new ClockFace(
                name,
                clock.centreName(),
                clock.start(),
                clock.limit(),
                clock.date(),
                clock.provisional(),
                state(clock),
                clock.workingDaysLeft(),
                clock.light() == null
                        ? null
                        : TrafficLight.valueOf(clock.light().toUpperCase(Locale.ROOT)),
                ui.localize(clock.why()),
                clock.skipped().stream()
                        .map(day -> new Uncounted(day.day(), ui.localize(day.why())))
                        .toList());
    }

    private static ClockFace.State state(DeadlineView clock) {
        boolean stands = clock.state().equals("RUNNING") && clock.date() == null;
        return stands ? ClockFace.State.STANDING : ClockFace.State.valueOf(clock.state());
    }

    /** What has happened at all centres, each thing once. */
    public static List<Milestone> steps(List<Step> steps, Ui ui) {
        return steps.stream()
                .filter(step -> !isEcho(step, steps))
                .map(step -> Milestone.done(step.at(), step.centreName(), ui.localize(step.sentence())))
                .toList();
    }

    private static boolean isEcho(Step step, List<Step> all) {
        String first = ECHOES.get(step.action());
        return all.stream()
                .anyMatch(
                        other -> other.action().equals(first) && !other.centre().equals(step.centre()));
    }
}
