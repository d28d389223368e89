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
                problems.when(field.required(), path, asked(field) + field.label(), named(field) + " must be given");
            } else {
                refusal(field, value)
                        .ifPresent(why -> problems.add(path, field.label() + why.zh(), named(field) + why.en()));
            }
        }
        unknown.forEach(name -> problems.add(
                "form." + shortened(name), "表单没有这个字段：" + shortened(name), "The form has no field " + shortened(name)));
        problems.refuse(CatalogueError.FORM_INVALID, "申请表填写有误", "The form is not filled in correctly");
    }

    private static String asked(FormField field) {
        return switch (field.type()) {
            case CHOICE, BOOLEAN, DATE -> "请选择";
            default -> "请填写";
        };
    }

    /** Labels are in Chinese alone; they still say more to people than the key in the data. */
    private static String named(FormField field) {
        return "“" + field.label() + "”";
    }

    private record Why(String zh, String en) {}

    private static boolean isMissing(FormField field, Object value) {
        return value == null || field.type() == FormField.Type.TEXT && value instanceof String text && text.isBlank();
    }

    private static Optional<Why> refusal(FormField field, Object value) {
        return switch (field.type()) {
            case TEXT -> text(field, value);
            case INTEGER, DECIMAL -> number(field, value);
            case BOOLEAN -> value instanceof Boolean
                    ? Optional.empty()
                    : because("应为是或否（true/false）", " must be true or false");
            case DATE -> date(value);
            case CHOICE -> field.options().stream()
                            .anyMatch(option -> option.value().equals(value))
                    ? Optional.empty()
                    : because("应为所列选项之一：" + options(field), " must be one of " + options(field));
        };
    }

    private static String options(FormField field) {
        return String.join(
                ", ", field.options().stream().map(FormField.Option::value).toList());
    }

    private static Optional<Why> text(FormField field, Object value) {
        if (!(value instanceof String text)) {
            return because("应为文字", " must be a text");
        }
        int longest = field.maximum() == null
                ? FormDesign.LONGEST_TEXT
                : field.maximum().intValue();
        if (text.length() > longest) {
            return because("不得超过" + longest + "个字", " has at most " + longest + " characters");
        }
        return TextRules.isUnfit(text) ? because("含有无法保存的字符", " has characters that cannot be kept") : Optional.empty();
    }

    private static Optional<Why> number(FormField field, Object value) {
        boolean whole = field.type() == FormField.Type.INTEGER;
        boolean integral = value instanceof Integer || value instanceof Long || value instanceof BigInteger;
        boolean finite = !(value instanceof Double number) || Double.isFinite(number);
        if (!(value instanceof Number) || !finite || whole && !integral) {
            return whole ? because("应为整数", " must be a whole number") : because("应为数字", " must be a number");
        }
        BigDecimal number = Conditions.number(value);
        if (FormDesign.isUnreasonable(number)) {
            return because("的数字过大或过细", " is too large or too fine a number");
        }
        if (field.minimum() != null && number.compareTo(field.minimum()) < 0) {
            String least = Dimension.plain(field.minimum());
            return because("不得小于 " + least, " must be at least " + least);
        }
        if (field.maximum() != null && number.compareTo(field.maximum()) > 0) {
            String most = Dimension.plain(field.maximum());
            return because("不得大于 " + most, " must be at most " + most);
        }
        return Optional.empty();
    }

    private static Optional<Why> date(Object value) {
        try {
            if (value instanceof String text && LocalDate.parse(text).getYear() > 0) {
                return Optional.empty();
            }
        } catch (DateTimeParseException e) {
            return because("应为日期，如 2026-03-02", " must be a date, e.g. 2026-03-02");
        }
        return because("应为日期，如 2026-03-02", " must be a date, e.g. 2026-03-02");
    }

    private static Optional<Why> because(String zh, String en) {
        return Optional.of(new Why(zh, en));
    }

    private static String shortened(String name) {
        String clean = TextRules.cleaned(name);
        return clean.length() > LONGEST_NAME ? TextRules.first(clean, LONGEST_NAME) + "…" : clean;
    }
}
