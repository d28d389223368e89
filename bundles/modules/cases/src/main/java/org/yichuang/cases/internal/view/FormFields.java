package org.yichuang.cases.internal.view;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.yichuang.cases.api.CaseRequests.Applicant;
import org.yichuang.cases.internal.Uploads;
import org.yichuang.catalogue.api.FormField;
import org.yichuang.documents.api.FileType;
import org.yichuang.kernel.api.identifier.DocumentType;
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.Field.Option;
import org.yichuang.pages.api.Ui;

/** The fields of an application on a page, and what was typed into them. Names are those that refusals name. */
public final class FormFields {
    private static final int NAME = 100;
    private static final int NUMBER = 40;
    private static final int PHONE = 30;
    private static final int LINE = 100;

    /** Endings of the files that can be handed in. */
    public static final String ENDINGS = String.join(",", FileType.allEndings());

    /** The most bytes of such a file. */
    public static final long LARGEST = Uploads.LARGEST;

    private FormFields() {}

    /** The names of the applicant's fields. */
    public static final List<String> APPLICANT = List.of(
            "applicant.kind",
            "applicant.name",
            "applicant.idType",
            "applicant.idNumber",
            "applicant.phone",
            "applicant.idConfirmed");

    /**
     * The fields about the applicant.
     *
     * @param known what is known already, by field name
     */
    public static List<Field> applicant(Ui ui, Map<String, String> known) {
        List<Option> types = new ArrayList<>(List.of(new Option("", ui.t("applicant.usual"))));
        for (DocumentType type : DocumentType.values()) {
            types.add(new Option(type.key(), ui.t("document." + type.key())));
        }
        List<Option> kinds = List.of(
                new Option("person", ui.t("applicant.person")), new Option("enterprise", ui.t("applicant.enterprise")));
        List<Field> fields = List.of(
                Field.radios("applicant.kind", ui.t("applicant.kind"), kinds).required(),
                Field.text("applicant.name", ui.t("applicant.name"))
                        .hint(ui.t("applicant.name.hint"))
                        .maxLength(NAME)
                        .autocomplete("name")
                        .required(),
                Field.select("applicant.idType", ui.t("applicant.id-type"), types),
                Field.text("applicant.idNumber", ui.t("applicant.id-number"))
                        .maxLength(NUMBER)
                        .required(),
                Field.of(Field.Kind.TEL, "applicant.phone", ui.t("applicant.phone"))
                        .maxLength(PHONE)
                        .autocomplete("tel")
                        .required());
        fields.forEach(field -> field.value(known.getOrDefault(field.name(), "")));
        return fields;
    }

    /** The fields of an item's own form. */
    public static List<Field> form(List<FormField> form, Map<String, String> known, Ui ui) {
        return form.stream()
                .map(field -> field(field, ui).value(known.getOrDefault("form." + field.name(), "")))
                .toList();
    }

    private static Field field(FormField field, Ui ui) {
        String name = "form." + field.name();
        Field shown =
                switch (field.type()) {
                    case INTEGER, DECIMAL -> Field.of(Field.Kind.NUMBER, name, field.label())
                            .small()
                            .hint(range(field, ui));
                    case DATE -> Field.of(Field.Kind.DATE, name, field.label()).small();
                    case BOOLEAN -> Field.radios(
                            name,
                            field.label(),
                            List.of(new Option("true", ui.t("yes")), new Option("false", ui.t("no"))));
                    case CHOICE -> Field.select(name, field.label(), options(field, ui));
                    case TEXT -> field.maximum() == null || field.maximum().intValue() > LINE
                            ? Field.area(name, field.label())
                            : Field.text(name, field.label())
                                    .maxLength(field.maximum().intValue());
                };
        return shown.required(field.required());
    }

    private static List<Option> options(FormField field, Ui ui) {
        List<Option> options = new ArrayList<>(List.of(new Option("", ui.t("choose"))));
        field.options().forEach(option -> options.add(new Option(option.value(), option.label())));
        return options;
    }

    private static String range(FormField field, Ui ui) {
        if (field.minimum() != null && field.maximum() != null) {
            return ui.t(
                    "number.between",
                    field.minimum().toPlainString(),
                    field.maximum().toPlainString());
        }
        return field.minimum() == null
                ? ""
                : ui.t("number.least", field.minimum().toPlainString());
    }

    /** What was typed about the applicant. */
    public static Applicant applicant(Function<String, String> typed) {
        Function<String, String> orNull = name ->
                Optional.of(typed.apply(name)).filter(text -> !text.isEmpty()).orElse(null);
        return new Applicant(
                typed.apply("applicant.kind"),
                typed.apply("applicant.name"),
                orNull.apply("applicant.idType"),
                typed.apply("applicant.idNumber"),
                typed.apply("applicant.phone"),
                orNull.apply("applicant.idConfirmed"));
    }

    /** What was typed into an item's form, as the types of its fields have it; what is no number stays a text. */
    public static Map<String, Object> data(List<FormField> form, Function<String, String> typed) {
        Map<String, Object> data = new LinkedHashMap<>();
        for (FormField field : form) {
            String text = typed.apply("form." + field.name());
            if (!text.isEmpty()) {
                data.put(field.name(), value(field, text));
            }
        }
        return data;
    }

    private static Object value(FormField field, String text) {
        return switch (field.type()) {
            case INTEGER -> text.matches("[+-]?\\d{1,18}") ? new BigInteger(text.replace("+", "")) : text;
            case DECIMAL -> text.matches("[+-]?\\d{1,18}(\\.\\d{1,9})?") ? new BigDecimal(text) : text;
            case BOOLEAN -> text.equals("true") ? Boolean.TRUE : text.equals("false") ? Boolean.FALSE : text;
            default -> text;
        };
    }

    /** A value as people read it. */
    public static String shown(FormField field, Object value, Ui ui) {
        if (value == null) {
            return ui.t("none");
        }
        if (field.type() == FormField.Type.BOOLEAN && Set.of("true", "false").contains(value.toString())) {
            return ui.t("true".equals(value.toString()) ? "yes" : "no");
        }
        return field.options().stream()
                .filter(option -> option.value().equals(value.toString()))
                .map(FormField.Option::label)
                .findFirst()
                .orElse(value.toString());
    }
}
