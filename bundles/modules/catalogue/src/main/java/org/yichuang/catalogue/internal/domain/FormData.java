package org.yichuang.catalogue.internal.domain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.FormField;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.TextRules;

/** Whether the data of an application fit the item's form. Types are those of JSON: a number in quotes is a text. */
public final class FormData {
    private static final int LONGEST_NAME = 40;

    private FormData() {}

    /** Fails with {@code form-invalid} and the fields as {@code form.<name>}. */
    public static void require(List<FormField> form, Map<String, Object> data) {
        Problems problems = new Problems();
        TreeSet<String> unknown = new TreeSet<>(data.keySet());
        for (FormField field : form) {
            unknown.remove(field.name());
            String path = "form." + field.name();
            Object value = data.get(field.name());
            if (isMissing(field, value)) {
                problems.when(field.required(), path, missing(field));
            } else {
                refusal(field, value).ifPresent(why -> problems.add(path, why));
            }
        }
        unknown.forEach(name -> problems.add(
                "form." + shortened(name), LocalizedMessage.of(FormData.class, "form.field-unknown", shortened(name))));
        problems.refuse(CatalogueError.FORM_INVALID, LocalizedMessage.of(FormData.class, "form.invalid"));
    }

    /** Labels are in Chinese alone; in every language they still say more to people than the key in the data. */
    private static LocalizedMessage missing(FormField field) {
        return switch (field.type()) {
            case CHOICE, BOOLEAN, DATE -> LocalizedMessage.of(FormData.class, "form.not-chosen", field.label());
            default -> LocalizedMessage.of(FormData.class, "form.not-given", field.label());
        };
    }

    private static boolean isMissing(FormField field, Object value) {
        return value == null || field.type() == FormField.Type.TEXT && value instanceof String text && text.isBlank();
    }

    private static Optional<LocalizedMessage> refusal(FormField field, Object value) {
        return switch (field.type()) {
            case TEXT -> text(field, value);
            case INTEGER, DECIMAL -> number(field, value);
            case BOOLEAN -> value instanceof Boolean
                    ? Optional.empty()
                    : Optional.of(LocalizedMessage.of(FormData.class, "form.boolean-expected", field.label()));
            case DATE -> date(field, value);
            case CHOICE -> field.options().stream()
                            .anyMatch(option -> option.value().equals(value))
                    ? Optional.empty()
                    : Optional.of(
                            LocalizedMessage.of(FormData.class, "form.option-expected", field.label(), options(field)));
        };
    }

    private static String options(FormField field) {
        return String.join(
                ", ", field.options().stream().map(FormField.Option::value).toList());
    }

    private static Optional<LocalizedMessage> text(FormField field, Object value) {
        if (!(value instanceof String text)) {
            return Optional.of(LocalizedMessage.of(FormData.class, "form.text-expected", field.label()));
        }
        int longest = field.maximum() == null
                ? FormDesign.LONGEST_TEXT
                : field.maximum().intValue();
        if (text.length() > longest) {
            return Optional.of(LocalizedMessage.of(FormData.class, "form.too-long", field.label(), longest));
        }
        return TextRules.isUnfit(text)
                ? Optional.of(LocalizedMessage.of(FormData.class, "form.characters-unfit", field.label()))
                : Optional.empty();
    }

    private static Optional<LocalizedMessage> number(FormField field, Object value) {
        boolean whole = field.type() == FormField.Type.INTEGER;
        boolean integral = value instanceof Integer || value instanceof Long || value instanceof BigInteger;
        boolean finite = !(value instanceof Double number) || Double.isFinite(number);
        if (!(value instanceof Number) || !finite || whole && !integral) {
            return whole
                    ? Optional.of(LocalizedMessage.of(FormData.class, "form.whole-number-expected", field.label()))
                    : Optional.of(LocalizedMessage.of(FormData.class, "form.number-expected", field.label()));
        }
        BigDecimal number = Conditions.number(value);
        if (FormDesign.isUnreasonable(number)) {
            return Optional.of(LocalizedMessage.of(FormData.class, "form.number-unreasonable", field.label()));
        }
        if (field.minimum() != null && number.compareTo(field.minimum()) < 0) {
            String least = Dimension.plain(field.minimum());
            return Optional.of(LocalizedMessage.of(FormData.class, "form.too-small", field.label(), least));
        }
        if (field.maximum() != null && number.compareTo(field.maximum()) > 0) {
            String most = Dimension.plain(field.maximum());
            return Optional.of(LocalizedMessage.of(FormData.class, "form.too-great", field.label(), most));
        }
        return Optional.empty();
    }

    private static Optional<LocalizedMessage> date(FormField field, Object value) {
        try {
            if (value instanceof String text && LocalDate.parse(text).getYear() > 0) {
                return Optional.empty();
            }
        } catch (DateTimeParseException e) {
            return Optional.of(LocalizedMessage.of(FormData.class, "form.date-expected", field.label()));
        }
        return Optional.of(LocalizedMessage.of(FormData.class, "form.date-expected", field.label()));
    }

    private static String shortened(String name) {
        String clean = TextRules.cleaned(name);
        return clean.length() > LONGEST_NAME ? TextRules.first(clean, LONGEST_NAME) + "…" : clean;
    }
}
