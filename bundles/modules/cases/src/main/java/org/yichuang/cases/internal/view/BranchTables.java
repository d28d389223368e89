package org.yichuang.cases.internal.view;

import gg.jte.Content;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yichuang.cases.api.BranchState;
import org.yichuang.cases.api.BranchSummary;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.JointView.BranchView;
import org.yichuang.cases.api.ProgressView;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.time.TrafficLight;
import org.yichuang.pages.api.Table;
import org.yichuang.pages.api.Table.Column;
import org.yichuang.pages.api.Tone;
import org.yichuang.pages.api.Ui;

/** The branches of joint cases, as tables. */
public final class BranchTables {
    private BranchTables() {}

    /** What waits for departments. */
    public static Table waiting(Page<BranchSummary> page, Ui ui) {
        return new Table(
                new BranchTexts(ui).say("branches.title"),
                List.of(
                        Column.of(ui.t("case.number")),
                        Column.of(new BranchTexts(ui).say("branch.name")),
                        Column.of(new BranchTexts(ui).say("branch.bundle")),
                        Column.of(ui.t("case.applicant")),
                        Column.of(new BranchTexts(ui).say("branch.department")),
                        Column.of(ui.t("case.left"))),
                page.items().stream()
                        .map(row -> Table.Row.of(
                                ui.link("/cases/" + row.number() + "/joint", row.number()),
                                ui.text(row.name()),
                                ui.text(row.bundle()),
                                ui.text(row.applicant()),
                                ui.text(row.department()),
                                row.due() == null
                                        ? ui.text(new BranchTexts(ui).say("branch.stands"))
                                        : ui.light(light(row.light()), ui.daysLeft(row.workingDaysLeft()))))
                        .toList(),
                page.next(),
                new BranchTexts(ui).say("branches.none"));
    }

    /** The branches of a case, as its staff see them. */
    public static Table ofCase(CaseView view, Ui ui) {
        return new Table(
                new BranchTexts(ui).say("branches.of-case"),
                List.of(
                        Column.of(new BranchTexts(ui).say("branch.name")),
                        Column.of(new BranchTexts(ui).say("branch.department")),
                        Column.of(ui.t("case.state")),
                        Column.of(new BranchTexts(ui).say("branch.due")),
                        Column.of(new BranchTexts(ui).say("branch.opinion"))),
                view.branches().stream().map(branch -> row(branch, ui)).toList(),
                null,
                new BranchTexts(ui).say("branches.none"));
    }

    private static Table.Row row(BranchView branch, Ui ui) {
        return Table.Row.of(
                branch.item() == null ? ui.text(branch.name()) : ui.link("/items/" + branch.item(), branch.name()),
                ui.text(new BranchTexts(ui).examiner(branch)),
                ui.badge(tone(branch.state()), ui.localize(label(branch.state()))),
                due(branch, ui),
                ui.paragraphs(said(branch, ui)));
    }

    private static Content due(BranchView branch, Ui ui) {
        BranchTexts words = new BranchTexts(ui);
        if (branch.stands()) {
            return ui.text(words.say("branch.stands"));
        }
        if (branch.due() == null) {
            return ui.text("");
        }
        return branch.light() != null
                ? ui.light(light(branch.light()), ui.daysLeft(branch.workingDaysLeft()))
                : ui.text(words.say(branch.late() ? "branch.late" : "branch.in-time", ui.date(branch.due())));
    }

    private static String said(BranchView branch, Ui ui) {
        return Stream.of(new BranchTexts(ui).above(branch), opinion(branch, ui))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String opinion(BranchView branch, Ui ui) {
        if (branch.opinions().isEmpty()) {
            return "";
        }
        var last = branch.opinions().get(branch.opinions().size() - 1);
        String words = new BranchTexts(ui)
                        .say(last.recorded() ? "branch.recorded" : "branch.said", last.by(), ui.moment(last.at()))
                + "\n" + last.opinion();
        return last.conditions() == null
                ? words
                : words + "\n" + new BranchTexts(ui).say("branch.under", last.conditions());
    }

    /** The branches as the public sees them. */
    public static Table told(List<ProgressView.Branch> branches, Ui ui) {
        return new Table(
                new BranchTexts(ui).say("branches.of-case"),
                List.of(
                        Column.of(new BranchTexts(ui).say("branch.name")),
                        Column.of(new BranchTexts(ui).say("branch.department")),
                        Column.of(ui.t("case.state"))),
                branches.stream()
                        .map(branch -> Table.Row.of(
                                ui.text(branch.name()),
                                ui.text(branch.department()),
                                ui.badge(tone(branch.state()), ui.localize(label(branch.state())))))
                        .toList(),
                null,
                new BranchTexts(ui).say("branches.none"));
    }

    /** The same of a case that its applicant looks at, with what each item costs. */
    public static Table told(CaseView view, Ui ui) {
        return new Table(
                new BranchTexts(ui).say("branches.of-case"),
                List.of(
                        Column.of(new BranchTexts(ui).say("branch.name")),
                        Column.of(new BranchTexts(ui).say("branch.department")),
                        Column.of(new BranchTexts(ui).say("branch.fee")),
                        Column.of(ui.t("case.state"))),
                view.branches().stream()
                        .map(branch -> Table.Row.of(
                                ui.text(branch.name()),
                                ui.text(new BranchTexts(ui).examiner(branch)),
                                ui.text(branch.fee()),
                                ui.badge(tone(branch.state()), ui.localize(label(branch.state())))))
                        .toList(),
                null,
                new BranchTexts(ui).say("branches.none"));
    }

    private static LocalizedMessage label(String state) {
        for (BranchState each : BranchState.values()) {
            if (each.name().equals(state)) {
                return each.label();
            }
        }
        return LocalizedMessage.of(BranchTables.class, "branch.done");
    }

    private static Tone tone(String state) {
        return switch (state) {
            case "AGREED", "DONE" -> Tone.DONE;
            case "REFUSED" -> Tone.WRONG;
            default -> Tone.INFO;
        };
    }

    private static TrafficLight light(String word) {
        return TrafficLight.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
