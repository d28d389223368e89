package org.yichuang.cases.internal.view;

import java.util.Arrays;
import java.util.List;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.CaseView.ExaminationView;
import org.yichuang.cases.api.ExaminationKind;
import org.yichuang.cases.api.JointView.BranchView;
import org.yichuang.cases.api.Recommendation;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.pages.api.Field.Option;
import org.yichuang.pages.api.Tone;
import org.yichuang.pages.api.Ui;

/**
 * What pages say of the internal examination, and ask of those who examine.
 *
 * @param ui whose language it is
 */
public record ExaminationTexts(Ui ui) {
    /** The words under a key. */
    public String say(String key, Object... arguments) {
        return ui.localize(LocalizedMessage.of(ExaminationTexts.class, key, arguments));
    }

    /** The steps that can be taken. */
    public List<Option> kinds() {
        return Arrays.stream(ExaminationKind.values())
                .map(kind -> new Option(kind.name(), ui.localize(kind.label())))
                .toList();
    }

    /** What an examination may come to. */
    public List<Option> recommendations() {
        return Arrays.stream(Recommendation.values())
                .map(each -> new Option(each.name(), ui.localize(each.label())))
                .toList();
    }

    /** What has still to be done, in words; empty when nothing has. */
    public String outstanding(CaseView view) {
        return outstanding(view.toExamine());
    }

    /** The same of what has still to be done in a branch of a joint case. */
    public String outstanding(List<ExaminationKind> toDo) {
        return toDo.isEmpty()
                ? ""
                : say(
                        "examination.to-do",
                        LocalizedMessage.list(
                                toDo.stream().map(ExaminationKind::label).toList()));
    }

    /** What a step is called, with the round from the second on. */
    public String title(ExaminationView step) {
        String name = ui.localize(step.kind().label());
        return step.round() > 1 ? say("examination.round", name, step.round()) : name;
    }

    /** Of which branch of a joint case a step is. */
    public String branch(ExaminationView step, CaseView view) {
        return view.branches().stream()
                .filter(branch -> branch.id().equals(step.branch()))
                .map(BranchView::name)
                .findFirst()
                .orElse("");
    }

    /** How a step is to be seen. */
    public Tone tone(ExaminationView step) {
        if (step.recommendation() == null) {
            return Tone.INFO;
        }
        return step.recommendation() == Recommendation.GRANT ? Tone.DONE : Tone.CARE;
    }

    /** Who has taken a step where, and when. */
    public String author(ExaminationView step, String centre) {
        return say(
                "examination.author",
                centre,
                step.department() == null ? "" : step.department(),
                step.by() == null ? "" : step.by(),
                ui.moment(step.at()));
    }

    /** Who goes or has gone to see, where and when. */
    public String survey(ExaminationView step) {
        String staff = String.join(say("comma"), step.staff());
        if (step.kind() == ExaminationKind.SURVEY_ASSIGNMENT) {
            return step.day() == null ? say("survey.sent", staff) : say("survey.sent-on", staff, ui.date(step.day()));
        }
        return say("survey.been", staff, step.place() == null ? "" : step.place(), ui.date(step.day()));
    }
}
