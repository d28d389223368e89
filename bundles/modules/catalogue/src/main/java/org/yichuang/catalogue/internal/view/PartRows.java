package org.yichuang.catalogue.internal.view;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yichuang.catalogue.api.FormField;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.Material;
import org.yichuang.catalogue.api.Route;
import org.yichuang.catalogue.api.Stage;
import org.yichuang.kernel.api.Level;
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.Field.Option;
import org.yichuang.pages.api.Ui;

/**
 * The rows in which an editor types a part of a draft.
 *
 * @param title what a row is
 * @param fields its own fields
 * @param within the rows within it
 */
public record PartRows(String title, List<Field> fields, List<PartRows> within) {
    /** What the names of the fields of an application form begin with. */
    public static final String FORM = "form";

    /** What those of materials begin with. */
    public static final String MATERIALS = "materials";

    /** What the names of those fields begin with that say what may stand for a material. */
    public static final String INSTEAD = "instead";

    /** What those of routes begin with. */
    public static final String ROUTES = "routes";

    /** What those of the stages of a route begin with, behind those of the route. */
    public static final String STAGES = "stages";

    private static final int EMPTY_ROWS = 2;
    private static final int FEWEST_STAGES = 3;
    private static final int OWN_PARTS = 6;
    private static final int MOST_INSTEAD = 3;

    /**
     * The fields of an application form, and some empty ones.
     *
     * @param typed how many rows were typed already
     */
    public static List<PartRows> form(ItemDefinition item, int typed, Ui ui) {
        List<PartRows> rows = new ArrayList<>();
        int number = Math.max(typed, item.form().size() + EMPTY_ROWS);
        for (int i = 0; i < number; i++) {
            FormField field = i < item.form().size() ? item.form().get(i) : null;
            rows.add(new PartRows(
                    new ViewWords(ui).say("rows.form", i + 1), fields(FORM + "[" + i + "].", field, ui), List.of()));
        }
        return rows;
    }

    private static List<Field> fields(String prefix, FormField field, Ui ui) {
        ViewWords words = new ViewWords(ui);
        List<Option> types = Arrays.stream(FormField.Type.values())
                .map(type -> new Option(type.name(), ui.t("form." + type.name())))
                .toList();
        return List.of(
                Field.text(prefix + "name", words.say("rows.form.name"))
                        .value(field == null ? "" : field.name())
                        .hint(words.say("rows.form.name.hint"))
                        .maxLength(40),
                Field.text(prefix + "label", words.say("rows.form.label"))
                        .value(field == null ? "" : field.label())
                        .maxLength(200),
                Field.select(prefix + "type", words.say("rows.form.type"), types)
                        .value(
                                field == null
                                        ? FormField.Type.TEXT.name()
                                        : field.type().name()),
                Field.text(prefix + "minimum", words.say("rows.form.minimum"))
                        .value(field == null ? "" : bound(field.minimum()))
                        .maxLength(30)
                        .small(),
                Field.text(prefix + "maximum", words.say("rows.form.maximum"))
                        .value(field == null ? "" : bound(field.maximum()))
                        .hint(words.say("rows.form.maximum.hint"))
                        .maxLength(30)
                        .small(),
                Field.area(prefix + "options", words.say("rows.form.options"))
                        .value(field == null ? "" : options(field))
                        .hint(words.say("rows.form.options.hint"))
                        .rows(2)
                        .maxLength(10_000),
                Field.check(prefix + "required", words.say("rows.form.required"))
                        .value(String.valueOf(field != null && field.required())),
                Field.check(prefix + "personal", words.say("rows.form.personal"))
                        .value(String.valueOf(field != null && field.personal())));
    }

    private static String bound(BigDecimal bound) {
        return bound == null ? "" : bound.toPlainString();
    }

    private static String options(FormField field) {
        return field.options().stream()
                .map(option -> option.value() + "=" + option.label())
                .collect(Collectors.joining("\n"));
    }

    /**
     * The materials, and some empty ones.
     *
     * @param typed how many rows were typed already
     */
    public static List<PartRows> materials(ItemDefinition item, int typed, Ui ui) {
        List<PartRows> rows = new ArrayList<>();
        int number = Math.max(typed, item.materials().size() + EMPTY_ROWS);
        for (int i = 0; i < number; i++) {
            Material material = i < item.materials().size() ? item.materials().get(i) : null;
            rows.add(new PartRows(
                    new ViewWords(ui).say("rows.material", i + 1),
                    fields(MATERIALS + "[" + i + "].", material, ui),
                    List.of()));
        }
        return rows;
    }

    /** Those of a line; what stands behind its own parts is told apart by its place. */
    private static List<Field> fields(String prefix, Material material, Ui ui) {
        ViewWords words = new ViewWords(ui);
        String[] line = material == null
                ? new String[] {"", "", "", "", "1", ""}
                : MaterialLines.typed(List.of(material), ui.locale()).split("\\|", -1);
        List<Field> fields = new ArrayList<>(List.of(
                Field.text(prefix + "code", words.say("rows.material.code"))
                        .value(line[0])
                        .maxLength(40),
                Field.text(prefix + "name", words.say("rows.material.name"))
                        .value(line[1])
                        .maxLength(1_000),
                Field.text(prefix + "form", words.say("rows.material.form"))
                        .value(line[3])
                        .hint(words.say("rows.material.form.hint"))
                        .maxLength(200),
                Field.of(Field.Kind.NUMBER, prefix + "copies", words.say("rows.material.copies"))
                        .value(line[4])
                        .small(),
                Field.text(prefix + "note", words.say("rows.material.note"))
                        .value(line[5])
                        .maxLength(1_000)));
        for (int i = 0; i < Math.max(MOST_INSTEAD, line.length - OWN_PARTS); i++) {
            fields.add(Field.text(prefix + INSTEAD + i, words.say("rows.material.instead" + i))
                    .value(i + OWN_PARTS < line.length ? line[i + OWN_PARTS] : "")
                    .hint(words.say("rows.material.instead" + i + ".hint"))
                    .maxLength(500));
        }
        fields.add(Field.check(prefix + "required", words.say("rows.material.required"))
                .value(String.valueOf(material != null && material.required())));
        return fields;
    }

    /**
     * The routes with their stages, and some empty ones.
     *
     * @param typed how many rows were typed already
     */
    public static List<PartRows> routes(ItemDefinition item, int typed, Ui ui) {
        List<PartRows> rows = new ArrayList<>();
        int number = Math.max(typed, item.routes().size() + EMPTY_ROWS);
        for (int i = 0; i < number; i++) {
            Route route = i < item.routes().size() ? item.routes().get(i) : null;
            String prefix = ROUTES + "[" + i + "].";
            rows.add(new PartRows(
                    new ViewWords(ui).say("rows.route", i + 1), fields(prefix, route, ui), stages(prefix, route, ui)));
        }
        return rows;
    }

    private static List<Field> fields(String prefix, Route route, Ui ui) {
        ViewWords words = new ViewWords(ui);
        boolean isTypable = route == null || ConditionWords.canWrite(route.when());
        return List.of(
                Field.text(prefix + "id", words.say("rows.route.id"))
                        .value(route == null ? "" : route.id())
                        .hint(words.say("rows.route.id.hint"))
                        .maxLength(100),
                Field.text(prefix + "name", words.say("rows.route.name"))
                        .value(route == null ? "" : route.name())
                        .maxLength(100),
                Field.select(prefix + "issueLevel", words.say("rows.route.issue"), levels(ui))
                        .value(
                                route == null || route.issueLevel() == null
                                        ? ""
                                        : route.issueLevel().key()),
                Field.area(prefix + "when", words.say("rows.route.when"))
                        .value(route == null || !isTypable ? "" : ConditionWords.write(route.when()))
                        .hint(words.say(isTypable ? "rows.route.when.hint" : "rows.route.when.kept"))
                        .rows(2)
                        .maxLength(2_000));
    }

    private static List<PartRows> stages(String prefix, Route route, Ui ui) {
        List<Stage> stages = route == null ? List.of() : route.stages();
        List<PartRows> rows = new ArrayList<>();
        for (int i = 0; i < Math.max(FEWEST_STAGES, stages.size() + 1); i++) {
            Stage stage = i < stages.size() ? stages.get(i) : null;
            rows.add(new PartRows(
                    new ViewWords(ui).say("rows.stage", i + 1),
                    fields(prefix + STAGES + "[" + i + "].", stage, ui),
                    List.of()));
        }
        return rows;
    }

    private static List<Field> fields(String prefix, Stage stage, Ui ui) {
        ViewWords words = new ViewWords(ui);
        List<Option> actions = Arrays.stream(Stage.Action.values())
                .map(action ->
                        new Option(action.name(), ui.t("stage." + action.name().toLowerCase(Locale.ROOT))))
                .toList();
        return List.of(
                Field.select(prefix + "action", words.say("rows.stage.action"), actions)
                        .value(
                                stage == null || stage.action() == null
                                        ? ""
                                        : stage.action().name()),
                Field.select(prefix + "level", words.say("rows.stage.level"), levels(ui))
                        .value(
                                stage == null || stage.level() == null
                                        ? ""
                                        : stage.level().key()),
                Field.text(prefix + "department", words.say("rows.stage.department"))
                        .value(stage == null ? "" : stage.department())
                        .hint(words.say("rows.stage.department.hint"))
                        .maxLength(100),
                Field.text(prefix + "limit", words.say("rows.stage.limit"))
                        .value(
                                stage == null || stage.limit() == null
                                        ? ""
                                        : stage.limit().label().zh())
                        .hint(ui.t("draft.limit"))
                        .maxLength(20));
    }

    private static List<Option> levels(Ui ui) {
        return Stream.concat(
                        Stream.of(new Option("", new ViewWords(ui).say("rows.none"))),
                        Arrays.stream(Level.values())
                                .map(level -> new Option(level.key(), ui.t("level." + level.key()))))
                .toList();
    }
}
