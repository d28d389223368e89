package org.yichuang.catalogue.internal.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yichuang.catalogue.api.Condition;
import org.yichuang.catalogue.api.FormField;
import org.yichuang.catalogue.api.FormField.Type;
import org.yichuang.catalogue.api.Route;
import org.yichuang.kernel.api.LocalizedMessage;

/** Conditions and values as sentences. */
public final class RouteDescriber {
    private static final LocalizedMessage AND = LocalizedMessage.of(RouteDescriber.class, "rule.and");

    private final Map<String, FormField> fields;

    /** For the fields of a form. */
    public RouteDescriber(List<FormField> form) {
        this.fields = form.stream().collect(Collectors.toMap(FormField::name, field -> field, (one, other) -> one));
    }

    /** When a route applies. */
    public LocalizedMessage rule(Route route) {
        return groups(route.when());
    }

    /** When one of some groups of conditions holds; without any, always. */
    public LocalizedMessage groups(List<List<Condition>> when) {
        return when.isEmpty()
                ? LocalizedMessage.of(RouteDescriber.class, "rule.always")
                : LocalizedMessage.list(
                        when.stream().map(this::rule).toList(), LocalizedMessage.of(RouteDescriber.class, "rule.or"));
    }

    LocalizedMessage rule(List<Condition> group) {
        return LocalizedMessage.list(group.stream().map(this::rule).toList(), AND);
    }

    private LocalizedMessage rule(Condition condition) {
        LocalizedMessage label = label(condition.field());
        if (condition.in() != null) {
            List<LocalizedMessage> values = condition.in().stream()
                    .map(value -> value(condition.field(), value))
                    .toList();
            return LocalizedMessage.of(
                    RouteDescriber.class,
                    "rule.values",
                    label,
                    LocalizedMessage.list(values, LocalizedMessage.of(RouteDescriber.class, "rule.value-or")));
        }
        List<LocalizedMessage> bounds = new ArrayList<>();
        if (condition.from() != null) {
            bounds.add(LocalizedMessage.of(RouteDescriber.class, "rule.from", Dimension.plain(condition.from())));
        }
        if (condition.below() != null) {
            bounds.add(LocalizedMessage.of(RouteDescriber.class, "rule.below", Dimension.plain(condition.below())));
        }
        return LocalizedMessage.of(RouteDescriber.class, "rule.bounds", label, LocalizedMessage.list(bounds, AND));
    }

    /** What an application says in the named fields. */
    LocalizedMessage said(List<String> names, Map<String, Object> form) {
        return LocalizedMessage.list(
                names.stream()
                        .map(name -> LocalizedMessage.of(
                                RouteDescriber.class, "said.field", label(name), value(name, form.get(name))))
                        .toList(),
                LocalizedMessage.of(RouteDescriber.class, "said.comma"));
    }

    private LocalizedMessage label(String name) {
        return fields.containsKey(name) ? label(fields.get(name)) : LocalizedMessage.verbatim(name);
    }

    /** Labels are in Chinese; a language that has none of them shows the field's name. */
    static LocalizedMessage label(FormField field) {
        return LocalizedMessage.of(RouteDescriber.class, "field.label", field.label(), field.name());
    }

    private LocalizedMessage value(String name, Object value) {
        if (value == null) {
            return LocalizedMessage.of(RouteDescriber.class, "value.absent");
        }
        FormField field = fields.get(name);
        if (field != null && field.type() == Type.BOOLEAN) {
            return "true".equals(value.toString())
                    ? LocalizedMessage.of(RouteDescriber.class, "said.boolean-yes")
                    : LocalizedMessage.of(RouteDescriber.class, "said.boolean-no");
        }
        if (field != null && field.type() == Type.CHOICE) {
            return field.options().stream()
                    .filter(option -> option.value().equals(value))
                    .map(Dimension::label)
                    .findFirst()
                    .orElse(LocalizedMessage.verbatim(value.toString()));
        }
        return LocalizedMessage.verbatim(
                value instanceof Number ? Dimension.plain(Conditions.number(value)) : value.toString());
    }
}
