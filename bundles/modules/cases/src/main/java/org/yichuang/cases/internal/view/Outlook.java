package org.yichuang.cases.internal.view;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.CaseView.SuspensionView;
import org.yichuang.cases.api.DeadlineView;
import org.yichuang.cases.api.JointView.BranchView;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.pages.api.Tone;
import org.yichuang.pages.api.Ui;

/**
 * What happens next with a case, told to its applicant.
 *
 * @param title what the words are about
 * @param words who does what, and by when
 * @param tone whether the applicant must do something, or whether it has come to an end
 */
public record Outlook(String title, String words, Tone tone) {
    private static final List<String> EXAMINING = List.of("promise", "decision", "pre-review");
    private static final List<String> HANDING_OVER = List.of("delivery");
    /** The clocks that tell by when, the one that people go by first. */
    private static final Map<CaseState, List<String>> CLOCKS = Map.of(
            CaseState.RECEIVED, List.of("notice"),
            CaseState.CORRECTING, List.of("correction"),
            CaseState.ACCEPTED, EXAMINING,
            CaseState.FORWARDED, EXAMINING,
            CaseState.QUESTIONED, EXAMINING,
            CaseState.GRANTED, HANDING_OVER,
            CaseState.REFUSED, List.of("refusal-delivery", "delivery"),
            CaseState.ISSUED, HANDING_OVER);

    /** The outlook of a case in a state with its clocks. */
    public static Outlook of(CaseState state, List<DeadlineView> deadlines, Ui ui) {
        String key = "next." + state.name();
        boolean isOnItsWay = running("decision", deadlines).isEmpty();
        String words = clocks(state, isOnItsWay).stream()
                .flatMap(kind -> running(kind, deadlines).stream())
                .findFirst()
                .map(clock -> words(
                        ui,
                        key + (isOnItsWay && state == CaseState.FORWARDED ? ".promised" : ".by"),
                        ui.date(clock.date()),
                        clock.centreName()))
                .orElseGet(() -> words(ui, key));
        return new Outlook(words(ui, state.isEnd() ? "next.ended" : "next.title"), words, tone(state));
    }

    /** Before anybody who decides has accepted it, the stage here goes first, and nobody above is named. */
    private static List<String> clocks(CaseState state, boolean isOnItsWay) {
        if (isOnItsWay && state == CaseState.ACCEPTED) {
            return List.of("pre-review", "promise");
        }
        return isOnItsWay && state == CaseState.QUESTIONED ? List.of() : CLOCKS.getOrDefault(state, List.of());
    }

    /**
     * The same for who applied: while they may ask for a hearing (R1-26), it is up to them to say, and while a centre
     * above waits for them to supply something for a member, to do so.
     */
    public static Outlook mine(CaseView view, List<DeadlineView> deadlines, Ui ui) {
        LocalDate until = view.hearing() != null && view.hearing().requestable()
                ? view.hearing().requestUntil()
                : null;
        if (view.state() == CaseState.RECEIVED && view.acceptance() != null) {
            return new Outlook(words(ui, "next.title"), words(ui, "next.again"), Tone.INFO);
        }
        String hearing = until == null ? "" : words(ui, "next.hearing", ui.date(until));
        String demands = (hearing + " " + demanded(view, ui)).strip();
        return demands.isEmpty()
                ? of(view.state(), deadlines, view.standing(), ui)
                : new Outlook(words(ui, "next.title"), demands, Tone.CARE);
    }

    /** What centres above wait for that decide members of a joint case, which itself goes on meanwhile. */
    private static String demanded(CaseView view, Ui ui) {
        return view.state() == CaseState.ACCEPTED
                ? view.branches().stream()
                        .filter(BranchView::asks)
                        .map(branch -> words(ui, "next.asked", branch.above().centreName(), branch.name()))
                        .collect(Collectors.joining(" "))
                : "";
    }

    /** The same where the limits may stand for a special procedure. */
    public static Outlook of(CaseState state, List<DeadlineView> deadlines, Optional<SuspensionView> standing, Ui ui) {
        return standing.map(open -> standing(open, ui)).orElseGet(() -> of(state, deadlines, ui));
    }

    private static Outlook standing(SuspensionView open, Ui ui) {
        String words = words(
                ui,
                "next.standing",
                open.procedure().label(),
                open.plannedWorkingDays(),
                ui.date(open.plannedUntil()),
                ui.date(open.from()));
        return new Outlook(words(ui, "next.title"), words, Tone.INFO);
    }

    private static Optional<DeadlineView> running(String kind, List<DeadlineView> deadlines) {
        return deadlines.stream()
                .filter(clock -> clock.kind().equals(kind) && clock.date() != null && clock.workingDaysLeft() != null)
                .filter(clock -> clock.workingDaysLeft() >= 0)
                .findFirst();
    }

    private static String words(Ui ui, String key, Object... arguments) {
        return ui.localize(LocalizedMessage.of(Outlook.class, key, arguments));
    }

    private static Tone tone(CaseState state) {
        return switch (state) {
            case CORRECTING, QUESTIONED, ISSUED -> Tone.CARE;
            case DELIVERED -> Tone.DONE;
            default -> Tone.INFO;
        };
    }
}
