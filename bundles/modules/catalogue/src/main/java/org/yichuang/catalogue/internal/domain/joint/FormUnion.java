package org.yichuang.catalogue.internal.domain.joint;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import org.yichuang.catalogue.api.FormField;
import org.yichuang.catalogue.internal.domain.Problems;
import org.yichuang.kernel.api.LocalizedMessage;

/**
 * One form of many: fields of one name are one field, which takes what all of them take. Fields of one name that hold
 * different things, or among which no value fits all, are a conflict.
 */
final class FormUnion {
    private final Map<String, FormField> fields = new LinkedHashMap<>();
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Problems problems;

    /** @param problems where conflicts are noted */
    FormUnion(Problems problems) {
        this.problems = problems;
    }

    /**
     * Adds a form.
     *
     * @param path of whom it is, as problems name it
     * @param source the same in words
     * @param always whether every application fills it in: what it requires is required then
     * @return the names of the fields that it requires
     */
    List<String> add(String path, String source, List<FormField> form, boolean always) {
        List<String> required = new ArrayList<>();
        for (FormField field : form) {
            if (field.required()) {
                required.add(field.name());
            }
            FormField asked = required(field, field.required() && always);
            FormField present = fields.get(field.name());
            if (present == null) {
                fields.put(field.name(), asked);
                sources.put(field.name(), source);
            } else if (!fits(present, asked)) {
                problems.add(
                        path,
                        LocalizedMessage.of(
                                FormUnion.class,
                                "form.conflict",
                                field.name(),
                                field.label(),
                                source,
                                sources.get(field.name())));
            } else {
                fields.put(field.name(), merged(present, asked));
            }
        }
        return required;
    }

    private static boolean fits(FormField one, FormField other) {
        FormField merged = merged(one, other);
        boolean isEmpty = merged.minimum() != null
                && merged.maximum() != null
                && merged.minimum().compareTo(merged.maximum()) > 0;
        return one.type() == other.type() && values(one).equals(values(other)) && !isEmpty;
    }

    private static TreeSet<String> values(FormField field) {
        TreeSet<String> values = new TreeSet<>();
        field.options().forEach(option -> values.add(option.value()));
        return values;
    }

    private static FormField merged(FormField one, FormField other) {
        return new FormField(
                one.name(),
                one.label(),
                one.type(),
                one.required() || other.required(),
                narrower(one.minimum(), other.minimum(), BigDecimal::max),
                narrower(one.maximum(), other.maximum(), BigDecimal::min),
                one.options(),
                one.personal() || other.personal());
    }

    private static BigDecimal narrower(BigDecimal one, BigDecimal other, BinaryOperator<BigDecimal> choice) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return choice.apply(one, other);
    }

    private static FormField required(FormField field, boolean required) {
        return new FormField(
                field.name(),
                field.label(),
                field.type(),
                required,
                field.minimum(),
                field.maximum(),
                field.options(),
                field.personal());
    }

    /** The fields, in the order in which they came. */
    List<FormField> fields() {
        return List.copyOf(fields.values());
    }
}
