package org.yichuang.catalogue.internal.view;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yichuang.catalogue.api.FormField;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.Route;
import org.yichuang.catalogue.api.Stage;
import org.yichuang.catalogue.internal.domain.AliasWords;
import org.yichuang.catalogue.internal.domain.ExaminationWords;
import org.yichuang.catalogue.internal.domain.need.PrerequisiteLines;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.TextRules;
import org.yichuang.kernel.api.time.Limit;

/**
 * A field of an item in two versions.
 *
 * @param field key of its name in the texts, {@code item.<field>}
 * @param before what it was, empty when there was no version before
 * @param after what it is
 */
public record Difference(String field, String before, String after) {
    private static final int LONGEST_LEAD = 40;
    private static final int LEAD = 15;
    private static final int EXCERPT = 160;

    /** Whether the two say the same. */
    public boolean same() {
        return before.equals(after);
    }

    /**
     * All fields that people read, in the order of a guide.
     *
     * @param words the words of a key of the texts
     * @param locale the language of what is not among those
     */
    public static List<Difference> between(
            ItemDefinition before, ItemDefinition after, UnaryOperator<String> words, Locale locale) {
        List<Difference> all = new ArrayList<>();
        add(all, "name", before, after, ItemDefinition::name);
        add(all, "aliases", before, after, item -> AliasWords.write(item.aliases()));
        add(all, "type", before, after, item -> item.type().label().in(locale));
        add(
                all,
                "service-field",
                before,
                after,
                item -> item.serviceField() == null
                        ? ""
                        : item.serviceField().label().in(locale));
        add(all, "kind", before, after, item -> item.kind().label().in(locale));
        add(all, "department", before, after, ItemDefinition::department);
        add(all, "organ", before, after, ItemDefinition::organ);
        add(all, "level", before, after, item -> level(item.exerciseLevel(), words));
        add(all, "accepts", before, after, item -> levels(item, words));
        add(all, "audience", before, after, ItemDefinition::audience);
        add(all, "statutory", before, after, item -> limit(item.statutoryLimit(), locale));
        add(all, "promised", before, after, item -> limit(item.promisedLimit(), locale));
        addTexts(all, before, after, words, locale);
        return all;
    }

    private static void addTexts(
            List<Difference> all,
            ItemDefinition before,
            ItemDefinition after,
            UnaryOperator<String> words,
            Locale locale) {
        String gap = LocalizedMessage.of(Difference.class, "stage.gap").in(locale);
        add(all, "conditions", before, after, ItemDefinition::conditions);
        add(all, "materials", before, after, item -> MaterialLines.readable(item.materials(), locale));
        add(all, "prerequisites", before, after, item -> PrerequisiteLines.write(item.prerequisites()));
        add(all, "procedure", before, after, ItemDefinition::procedure);
        add(all, "form", before, after, item -> form(item, words));
        add(all, "routes", before, after, item -> routes(item, words, gap));
        add(all, "fee", before, after, ItemDefinition::fee);
        add(all, "basis", before, after, ItemDefinition::legalBasis);
        add(
                all,
                "reconsideration",
                before,
                after,
                item -> words.apply("reconsideration." + item.reconsiderationFirst()));
        add(all, "examination", before, after, item -> ExaminationWords.write(item.examination(), locale));
        addHandling(all, before, after, locale);
        add(all, "result", before, after, ItemDefinition::result);
        add(all, "certificate", before, after, item -> CertificateWords.of(item.certificate(), words));
        add(all, "place", before, after, ItemDefinition::place);
        add(all, "complaint", before, after, ItemDefinition::complaint);
        add(all, "source", before, after, ItemDefinition::source);
    }

    private static void addHandling(List<Difference> all, ItemDefinition before, ItemDefinition after, Locale locale) {
        add(
                all,
                "steps",
                before,
                after,
                item -> HandlingWords.steps(item.handling().specialSteps(), locale));
        add(
                all,
                "in-person",
                before,
                after,
                item -> HandlingWords.inPerson(item.handling().inPerson(), locale));
        add(
                all,
                "visits",
                before,
                after,
                item -> HandlingWords.visits(item.handling().visits(), locale));
        add(all, "pre-review", before, after, item -> HandlingWords.preReview(item.handling(), locale));
        add(all, "approval", before, after, item -> HandlingWords.approval(item.handling(), locale));
        add(all, "registration", before, after, item -> HandlingWords.registration(item.handling(), locale));
        add(all, "correction", before, after, item -> HandlingWords.correction(item.handling(), locale));
        add(
                all,
                "delegation",
                before,
                after,
                item -> HandlingWords.delegation(item.handling().delegation(), locale));
    }

    /** The same without what both begin with, where that is long, and not more of the rest than a table shows. */
    public Difference excerpt() {
        int common = 0;
        while (common < Math.min(before.length(), after.length()) && before.charAt(common) == after.charAt(common)) {
            common++;
        }
        int from = common > LONGEST_LEAD ? common - LEAD : 0;
        return new Difference(field, excerpt(before, from), excerpt(after, from));
    }

    private static String excerpt(String text, int from) {
        int start = from > 0 && Character.isLowSurrogate(text.charAt(from)) ? from - 1 : from;
        String rest = text.substring(start);
        String shown = TextRules.first(rest, EXCERPT);
        return (from > 0 ? "…" : "") + shown + (shown.length() < rest.length() ? "…" : "");
    }

    private static String form(ItemDefinition item, UnaryOperator<String> words) {
        return item.form().stream()
                .map(field -> Stream.of(
                                field.label() + "："
                                        + words.apply("form." + field.type().name()),
                                field.required() ? words.apply("form.required") : "",
                                bounds(field),
                                field.options().stream()
                                        .map(FormField.Option::label)
                                        .collect(Collectors.joining("/")))
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.joining(words.apply("list.comma"))))
                .collect(Collectors.joining("\n"));
    }

    private static String bounds(FormField field) {
        return field.minimum() == null && field.maximum() == null
                ? ""
                : bound(field.minimum()) + "–" + bound(field.maximum());
    }

    private static String bound(BigDecimal bound) {
        return bound == null ? "" : bound.toPlainString();
    }

    private static void add(
            List<Difference> all,
            String field,
            ItemDefinition before,
            ItemDefinition after,
            Function<ItemDefinition, String> words) {
        all.add(new Difference(field, before == null ? "" : words.apply(before), words.apply(after)));
    }

    private static String limit(Limit limit, Locale locale) {
        return limit == null ? "" : limit.label().in(locale);
    }

    private static String level(Level level, UnaryOperator<String> words) {
        return words.apply("level." + level.key());
    }

    private static String levels(ItemDefinition item, UnaryOperator<String> words) {
        return item.acceptanceLevels().stream()
                .sorted()
                .map(level -> level(level, words))
                .collect(Collectors.joining(words.apply("list.comma")));
    }

    private static String routes(ItemDefinition item, UnaryOperator<String> words, String gap) {
        return item.routes().stream().map(route -> route(route, words, gap)).collect(Collectors.joining("\n"));
    }

    private static String route(Route route, UnaryOperator<String> words, String gap) {
        return route.name() + "："
                + route.stages().stream().map(stage -> stage(stage, words, gap)).collect(Collectors.joining(" → "));
    }

    private static String stage(Stage stage, UnaryOperator<String> words, String gap) {
        String action = words.apply("stage." + stage.action().name().toLowerCase(Locale.ROOT));
        return Stream.of(level(stage.level(), words), stage.department(), action)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(gap));
    }
}
