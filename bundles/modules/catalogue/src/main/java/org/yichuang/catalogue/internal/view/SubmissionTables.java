package org.yichuang.catalogue.internal.view;

import gg.jte.Content;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.internal.Submissions.Agreed;
import org.yichuang.catalogue.internal.domain.submission.ExaminationOutcome;
import org.yichuang.catalogue.internal.domain.submission.RoadStep;
import org.yichuang.catalogue.internal.domain.submission.SubmissionState;
import org.yichuang.catalogue.internal.domain.submission.SubmissionView;
import org.yichuang.catalogue.internal.domain.submission.SubmittedItem;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.pages.api.Fact;
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.Table;
import org.yichuang.pages.api.Table.Column;
import org.yichuang.pages.api.Tone;
import org.yichuang.pages.api.Ui;

/** Lists of drafts that go up, as tables. */
public final class SubmissionTables {
    private static final String PATH = "/catalogue/submissions/";

    private SubmissionTables() {}

    /** Why what was agreed to is not taken over, line by line; nothing where it is. */
    public static List<String> adoption(Optional<ProblemException> obstacle, Ui ui) {
        List<String> lines = new ArrayList<>();
        obstacle.ifPresent(why -> {
            lines.add(ui.localize(why.message()));
            why.fields().forEach(field -> lines.add(ui.localize(field.message())));
        });
        return lines;
    }

    /** The lists of a centre, its own and those from below. */
    public static Table lists(Page<SubmissionView> page, Ui ui) {
        return new Table(
                ui.t("submissions.title"),
                List.of(
                        Column.of(ui.t("submission.title")),
                        Column.of(ui.t("submission.origin")),
                        Column.number(ui.t("submission.items")),
                        Column.of(ui.t("item.state")),
                        Column.of(ui.t("submission.holder")),
                        Column.of(ui.t("submission.begun")),
                        Column.of(ui.t("submission.due"))),
                page.items().stream().map(list -> row(list, ui)).toList(),
                page.next(),
                ui.t("submissions.none"));
    }

    private static Table.Row row(SubmissionView list, Ui ui) {
        return Table.Row.of(
                ui.link(PATH + list.id(), list.title()),
                ui.text(list.originName()),
                ui.text(String.valueOf(list.items())),
                ui.badge(tone(list.state()), ui.localize(list.state().label())),
                ui.text(list.holder()),
                ui.text(ui.date(list.begunOn())),
                due(list.own() ? list.holderDue() : list.dueOn(), list.late(), ui));
    }

    private static Content due(LocalDate day, boolean late, Ui ui) {
        if (day == null) {
            return ui.text("–");
        }
        return late ? ui.badge(Tone.WRONG, ui.t("submission.late", ui.date(day))) : ui.text(ui.date(day));
    }

    private static Tone tone(SubmissionState state) {
        return switch (state) {
            case EXAMINING -> Tone.CARE;
            case ABOVE, WITHDRAWN -> Tone.INFO;
            case CONCLUDED -> Tone.DONE;
        };
    }

    /** A list. */
    public static List<Fact> facts(SubmissionView list, Ui ui) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                ui.t("item.state"),
                ui.badge(tone(list.state()), ui.localize(list.state().label()))));
        facts.add(new Fact(ui.t("submission.origin"), ui.text(list.originName())));
        facts.add(new Fact(
                ui.t("submission.up-to"), ui.text(ui.localize(list.upTo().label()))));
        if (!list.holder().isEmpty()) {
            facts.add(new Fact(ui.t("submission.holder"), ui.text(list.holder())));
        }
        facts.add(new Fact(
                ui.t(list.own() ? "submission.sent" : "submission.received"), ui.text(ui.date(list.begunOn()))));
        if (!list.own()) {
            facts.add(new Fact(ui.t("submission.due"), due(list.dueOn(), list.late(), ui)));
        }
        boolean isAbove = list.state() == SubmissionState.ABOVE;
        if (isAbove) {
            facts.add(new Fact(ui.t("submission.holder-due"), due(list.holderDue(), list.own() && list.late(), ui)));
        }
        if (!list.wereLate().isEmpty()) {
            String names = String.join(ui.t("list.comma"), list.wereLate());
            facts.add(new Fact(ui.t("submission.were-late"), ui.badge(Tone.WRONG, names)));
        }
        day(facts, "submission.examined", list.examinedOn(), ui);
        day(facts, "submission.concluded", list.concludedOn(), ui);
        return facts;
    }

    private static void day(List<Fact> facts, String key, LocalDate day, Ui ui) {
        if (day != null) {
            facts.add(new Fact(ui.t(key), ui.text(ui.date(day))));
        }
    }

    /** The items of a list. */
    public static Table items(SubmissionView list, List<SubmittedItem> items, Ui ui) {
        return new Table(
                ui.t("submission.items"),
                List.of(
                        Column.of(ui.t("item.name")),
                        Column.of(ui.t("item.code")),
                        Column.of(ui.t("item.department")),
                        Column.of(ui.t("item.state")),
                        Column.of(ui.t("submission.said"))),
                items.stream()
                        .map(item -> Table.Row.of(
                                ui.link(
                                        PATH + list.id() + "/items/" + item.place(),
                                        item.content().name()),
                                ui.text(item.code()),
                                ui.text(item.content().department()),
                                standing(item, ui),
                                said(item, ui)))
                        .toList(),
                null,
                "");
    }

    private static Content standing(SubmittedItem item, Ui ui) {
        Tone tone =
                switch (item.standing()) {
                    case APPROVED -> Tone.DONE;
                    case RETURNED -> Tone.WRONG;
                    case OPEN -> Tone.CARE;
                    case ABOVE -> Tone.INFO;
                };
        return ui.badge(tone, ui.localize(item.standing().label()));
    }

    private static Content said(SubmittedItem item, Ui ui) {
        boolean isOpen = item.outcome().isPresent()
                && !item.standing().isFinal()
                && item.road().steps().isEmpty();
        String here = item.outcome()
                .map(outcome -> ui.localize(outcome.label()) + (item.words().isEmpty() ? "" : "：" + item.words()))
                .orElse("");
        return ui.paragraphs(
                isOpen
                        ? here
                        : item.road().steps().stream()
                                .map(step -> words(step, ui))
                                .collect(Collectors.joining("\n")));
    }

    private static String words(RoadStep step, Ui ui) {
        String outcome = ui.localize(step.outcome().label());
        return step.words().isEmpty()
                ? ui.t("submission.step", step.name(), outcome)
                : ui.t("submission.step.words", step.name(), outcome, step.words());
    }

    /** What was said of an item on its road. */
    public static Table road(List<RoadStep> steps, Ui ui) {
        return new Table(
                ui.t("submission.road"),
                List.of(
                        Column.of(ui.t("submission.centre")),
                        Column.of(ui.t("submission.outcome")),
                        Column.of(ui.t("submission.words")),
                        Column.of(ui.t("submission.examiner")),
                        Column.of(ui.t("submission.on"))),
                steps.stream()
                        .map(step -> Table.Row.of(
                                ui.text(step.name()),
                                ui.text(ui.localize(step.outcome().label())),
                                ui.paragraphs(step.words()),
                                ui.text(step.examiner()),
                                ui.text(ui.date(step.day()))))
                        .toList(),
                null,
                ui.t("submission.road.none"));
    }

    /** What centres above have agreed to, one line a version. */
    public static List<String> agreed(List<Agreed> agreed, Ui ui) {
        return agreed.stream()
                .map(each -> ui.t(
                        "submission.agreed",
                        each.version(),
                        each.road().steps().stream()
                                .map(step -> ui.t(
                                        "submission.agreed.step",
                                        step.name(),
                                        ui.localize(step.outcome().label()),
                                        ui.date(step.day())))
                                .collect(Collectors.joining(" → "))))
                .toList();
    }

    /** The fields in which an examiner says something. */
    public static List<Field> judgement(SubmittedItem item, Ui ui) {
        return List.of(
                Field.radios(
                                "outcome",
                                ui.t("submission.outcome"),
                                Arrays.stream(ExaminationOutcome.values())
                                        .map(each -> new Field.Option(each.key(), ui.localize(each.label())))
                                        .toList())
                        .value(item.outcome().map(ExaminationOutcome::key).orElse(""))
                        .required(),
                Field.area("words", ui.t("submission.words"))
                        .value(item.words())
                        .maxLength(500)
                        .hint(ui.t("submission.words.hint"))
                        .conditionallyRequired());
    }

    /** The fields that can be adjusted. */
    public static List<Field> adjustable(ItemDefinition content, Ui ui) {
        return List.of(
                Field.text("name", ui.t("item.name")).value(content.name()).maxLength(200),
                Field.text("promisedDays", ui.t("submission.promised"))
                        .value(
                                content.promisedLimit() == null
                                        ? ""
                                        : String.valueOf(content.promisedLimit().amount()))
                        .maxLength(4),
                Field.area("legalBasis", ui.t("item.basis")).value(content.legalBasis()),
                Field.area("conditions", ui.t("item.conditions")).value(content.conditions()),
                Field.area("procedure", ui.t("item.procedure")).value(content.procedure()),
                Field.area("fee", ui.t("item.fee")).value(content.fee()),
                Field.text("result", ui.t("item.result"))
                        .value(content.result())
                        .maxLength(200),
                Field.area("complaint", ui.t("item.complaint")).value(content.complaint()),
                Field.area("place", ui.t("item.place")).value(content.place()));
    }
}
