package org.yichuang.cases.internal.view;

import java.util.List;
import org.yichuang.cases.api.DeadlineView;
import org.yichuang.cases.api.ProgressView;
import org.yichuang.pages.api.ClockFace;
import org.yichuang.pages.api.ClockFace.Uncounted;
import org.yichuang.pages.api.Milestone;
import org.yichuang.pages.api.Ui;

/** Deadlines and steps as the pages' components show them. */
public final class Clocks {
    private Clocks() {}

    /** The faces of all clocks of a case. */
    public static List<ClockFace> faces(List<DeadlineView> deadlines, Ui ui) {
        return deadlines.stream().map(deadline -> face(deadline, ui)).toList();
    }

    private static ClockFace face(DeadlineView clock, Ui ui) {
        return new ClockFace(
                ui.t("clock." + clock.kind()),
                clock.centreName(),
                clock.start(),
                clock.limit(),
                clock.date(),
                clock.provisional(),
                state(clock),
                ui.pick(clock.explanation(), clock.explanationEn()),
                clock.skipped().stream()
                        .map(day -> new Uncounted(day.day(), ui.pick(day.reason(), day.reasonEn())))
                        .toList());
    }

    private static ClockFace.State state(DeadlineView clock) {
        boolean stands = clock.state().equals("RUNNING") && clock.date() == null;
        return stands ? ClockFace.State.STANDING : ClockFace.State.valueOf(clock.state());
    }

    /** What has happened at all centres. */
    public static List<Milestone> steps(List<ProgressView.Step> steps, Ui ui) {
        return steps.stream()
                .map(step -> Milestone.done(step.at(), step.centreName(), ui.pick(step.zh(), step.en())))
                .toList();
    }
}
