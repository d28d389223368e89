package org.yichuang.cases.internal.view;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.CaseView.HearingView;
import org.yichuang.cases.api.HearingState;
import org.yichuang.cases.api.HearingStep;
import org.yichuang.cases.api.HearingWishView;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.pages.api.Field.Option;
import org.yichuang.pages.api.Tone;
import org.yichuang.pages.api.Ui;

/**
 * What pages say of a hearing, and ask of those who hold it or ask for it.
 *
 * @param ui whose language it is
 */
public record HearingTexts(Ui ui) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    /** The words under a key. */
    public String say(String key, Object... arguments) {
        return ui.localize(LocalizedMessage.of(HearingTexts.class, key, arguments));
    }

    /** The steps that the organ can take now. */
    public List<Option> steps(CaseView view) {
        return Arrays.stream(HearingStep.values())
                .filter(step -> step != HearingStep.RIGHT_NOTIFIED || isNoneHere(view))
                .filter(step -> step != HearingStep.HELD && step != HearingStep.CALLED_OFF || canBeRecorded(view))
                .map(step -> new Option(step.name(), say("hearing.step." + step.name())))
                .toList();
    }

    /** Whether time and place are told, so that it can be held, recorded or called off. */
    public static boolean canBeRecorded(CaseView view) {
        return !isNoneHere(view) && view.hearing().state() == HearingState.CONVENED;
    }

    private static boolean isNoneHere(CaseView view) {
        return view.hearing() == null || view.hearing().branch() != null;
    }

    /** About which member of a joint case a centre above holds it, and which; nothing of any other. */
    public String about(CaseView view) {
        return view.branches().stream()
                .filter(branch -> branch.id().equals(view.hearing().branch()) && branch.above() != null)
                .map(branch -> say(
                        "hearing.about",
                        branch.name(),
                        branch.above().centreName() + branch.above().department()))
                .findFirst()
                .orElse("");
    }

    /** Who may say whether they ask for a hearing. */
    public List<Option> parties(CaseView view) {
        List<Option> parties = new ArrayList<>(List.of(new Option("", say("hearing.applicant"))));
        view.hearing().parties().forEach(party -> parties.add(new Option(party.name(), party.name())));
        return parties;
    }

    /** Who has said something. */
    public String who(HearingWishView said) {
        return said.by().isEmpty() ? say("hearing.applicant") : said.by();
    }

    /** Whether the applicant has asked for it, and asks still. */
    private static boolean isAskedByApplicant(CaseView view) {
        return view.hearing().requests().stream().anyMatch(wish -> wish.by().isEmpty() && wish.until() == null);
    }

    /** Whether the applicant may say something: that they ask while there is time, or no longer ask. */
    public static boolean isOpenToApplicant(CaseView view) {
        return view.hearing().requestable() || isAskedByApplicant(view);
    }

    /** Whether it is asked for; who has asked may ask no longer. */
    public List<Option> wishes(CaseView view, boolean staff) {
        if (!staff && isAskedByApplicant(view)) {
            return List.of(new Option("false", say("hearing.no-longer")));
        }
        return List.of(new Option("true", say("hearing.wanted")), new Option("false", say("hearing.declined")));
    }

    /** How it is to be seen. */
    public Tone tone(HearingView hearing) {
        return hearing.state() == HearingState.HELD || hearing.state() == HearingState.NOT_REQUESTED
                ? Tone.DONE
                : Tone.CARE;
    }

    /** Day and hour. */
    String moment(LocalDateTime time) {
        return ui.date(time.toLocalDate()) + " " + TIME.format(time);
    }

    /** When and where it is held, and by whom. */
    public String session(HearingView hearing) {
        return say(
                "hearing.session",
                ui.date(hearing.time().toLocalDate()),
                TIME.format(hearing.time()),
                hearing.place(),
                hearing.presider());
    }
}
