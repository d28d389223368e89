package org.yichuang.pages.internal;

import gg.jte.Content;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Money;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.Texts;
import org.yichuang.kernel.api.time.TrafficLight;
import org.yichuang.pages.api.ClockFace;
import org.yichuang.pages.api.Confirmation;
import org.yichuang.pages.api.Fact;
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.Milestone;
import org.yichuang.pages.api.Plot;
import org.yichuang.pages.api.Sheet;
import org.yichuang.pages.api.Tab;
import org.yichuang.pages.api.Table;
import org.yichuang.pages.api.Tone;
import org.yichuang.pages.api.Ui;
import org.yichuang.pages.api.Upload;
import org.yichuang.pages.internal.jte.StaticTemplates;
import org.yichuang.pages.internal.jte.Templates;
import org.yichuang.pages.internal.view.FieldView;
import org.yichuang.pages.internal.view.Formats;
import org.yichuang.pages.internal.view.QrPath;

/** The components, for one call. */
final class Components implements Ui {
    /** The words of the platform's own components. */
    static final Texts TEXTS = Texts.beside(Components.class, "texts");

    private static final Templates TEMPLATES = new StaticTemplates();

    private final PageRequestInfo asked;
    private final Texts texts;
    private final Locale locale;
    private final Formats formats;
    private Optional<ProblemException> problem = Optional.empty();

    /**
     * @param asked what is asked for and by whom
     * @param texts the words of the module that answers
     */
    Components(PageRequestInfo asked, Texts texts) {
        this.asked = asked;
        this.texts = texts;
        this.locale = asked.locale();
        this.formats = Formats.of(locale);
    }

    /** Shows what is wrong beside the fields from now on. */
    void refused(ProblemException refusal) {
        problem = Optional.of(refusal);
    }

    @Override
    public Locale locale() {
        return locale;
    }

    @Override
    public String localize(LocalizedMessage message) {
        return message.in(locale);
    }

    @Override
    public String t(String key, Object... arguments) {
        return (texts.has(key) ? texts : TEXTS).get(locale, key, arguments);
    }

    @Override
    public String path(String below) {
        return asked.below() + below;
    }

    @Override
    public String address(String below) {
        return asked.site() + path(below);
    }

    @Override
    public String urlWith(String parameter, String value) {
        return asked.address().with(parameter, value);
    }

    @Override
    public String inputValue(String name, String usual) {
        if (asked.form().has(name)) {
            return asked.form().text(name);
        }
        return asked.address().has(name) ? asked.address().get(name) : usual;
    }

    @Override
    public String date(LocalDate day) {
        return formats.date(day);
    }

    @Override
    public String date(Instant moment) {
        return formats.date(moment);
    }

    @Override
    public String moment(Instant moment) {
        return formats.moment(moment);
    }

    @Override
    public String money(Money amount) {
        return formats.money(amount);
    }

    @Override
    public String size(long bytes) {
        return formats.size(bytes);
    }

    @Override
    public Content text(String words) {
        return TEMPLATES.componentText(words);
    }

    @Override
    public Content paragraphs(String words) {
        return TEMPLATES.componentParagraphs(
                words.lines().map(String::strip).filter(line -> !line.isEmpty()).toArray(String[]::new));
    }

    @Override
    public Content link(String path, String words) {
        return TEMPLATES.componentLink(path(path), words);
    }

    @Override
    public Content hidden() {
        return tokens(null);
    }

    @Override
    public Content hidden(long version) {
        return tokens(Long.toString(version));
    }

    /** Made when they are shown: a page that shows no form gives out no cookie for it. */
    private Content tokens(String version) {
        return output ->
                TEMPLATES.componentHidden(asked.csrf(), asked.once(), version).writeTo(output);
    }

    @Override
    public Content field(Field field) {
        String value = inputValue(field.name(), field.value());
        // What is wrong is told after the page has been put together, and before it is shown
        return output -> TEMPLATES
                .componentField(this, new FieldView(field, value, wrongWith(field)))
                .writeTo(output);
    }

    private String wrongWith(Field field) {
        return field.problem().isEmpty()
                ? localize(LocalizedMessage.list(problem.stream()
                        .flatMap(refusal -> refusal.fields().stream())
                        .filter(wrong -> wrong.field().equals(field.name()))
                        .map(FieldProblem::message)
                        .toList()))
                : field.problem();
    }

    @Override
    public Content filter(List<Field> fields) {
        return TEMPLATES.componentFilter(
                this, asked.address().path(), fields.stream().map(this::field).toList());
    }

    @Override
    public Content table(Table table) {
        return TEMPLATES.componentTable(this, table);
    }

    @Override
    public Content timeline(List<Milestone> steps) {
        return TEMPLATES.componentTimeline(this, steps);
    }

    @Override
    public Content light(TrafficLight light, String words) {
        String colour = light.name().toLowerCase(Locale.ROOT);
        return TEMPLATES.componentLight(colour, t("light." + colour), words);
    }

    @Override
    public String daysLeft(Integer workingDays) {
        if (workingDays == null) {
            return t("light.standing");
        }
        if (workingDays == 0) {
            return t("light.today");
        }
        return workingDays > 0 ? t("light.left", workingDays) : t("light.over", -workingDays);
    }

    @Override
    public Content clock(ClockFace clock) {
        return TEMPLATES.componentClock(this, clock);
    }

    @Override
    public Content upload(Upload upload) {
        return TEMPLATES.componentUpload(this, upload, FieldView.id(upload.name()), hidden());
    }

    @Override
    public Content confirm(Confirmation confirmation) {
        return TEMPLATES.componentConfirm(this, confirmation, hidden());
    }

    @Override
    public Content tabs(String name, List<Tab> tabs) {
        return TEMPLATES.componentTabs(this, name, tabs);
    }

    @Override
    public Content stepper(List<String> steps, int current) {
        return TEMPLATES.componentStepper(this, steps, current);
    }

    @Override
    public Content empty(String title, String words, Content more) {
        return TEMPLATES.componentEmpty(title, words, more);
    }

    @Override
    public Content message(Tone tone, String title, Content words) {
        String word = tone.name().toLowerCase(Locale.ROOT);
        return TEMPLATES.componentMessage(word, t("tone." + word), title, words);
    }

    @Override
    public Content badge(Tone tone, String word) {
        return TEMPLATES.componentBadge(tone.name().toLowerCase(Locale.ROOT), word);
    }

    @Override
    public Content facts(List<Fact> facts) {
        return TEMPLATES.componentFacts(facts);
    }

    @Override
    public Content qr(String code, String label) {
        QrPath path = QrPath.of(code);
        return TEMPLATES.componentQr(path.size(), path.path(), label);
    }

    @Override
    public Content sheet(Sheet sheet) {
        Content code = sheet.code().isEmpty() ? null : qr(sheet.code(), t("sheet.code"));
        return TEMPLATES.componentSheet(this, sheet.signer(), sheet, code);
    }

    @Override
    public Content plot(Plot plot) {
        return TEMPLATES.componentPlot(this, plot, asked.asset("echarts"), asked.asset("plot"));
    }
}
