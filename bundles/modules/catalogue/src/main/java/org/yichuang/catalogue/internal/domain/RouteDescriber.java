package org.yichuang.catalogue.internal.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yichuang.catalogue.api.Condition;
import org.yichuang.catalogue.api.FormField;
import org.yichuang.catalogue.api.FormField.Option;
import org.yichuang.catalogue.api.FormField.Type;
import org.yichuang.catalogue.api.Route;

/** Conditions and values as sentences. Labels are Chinese; in English a field goes by its name. */
public final class RouteDescriber {
    private final Map<String, FormField> fields;

    /** For the fields of a form. */
    public RouteDescriber(List<FormField> form) {
        this.fields = form.stream().collect(Collectors.toMap(FormField::name, field -> field, (one, other) -> one));
    }

    /** When a route applies, in Chinese. */
    public String zh(Route route) {
        return route.when().isEmpty()
                ? "所有申请"
                : String.join("；或", route.when().stream().map(this::zh).toList());
    }

    /** When a route applies, in English. */
    public String en(Route route) {
        return route.when().isEmpty()
                ? "every application"
                : String.join("; or ", route.when().stream().map(this::en).toList());
    }

    String zh(List<Condition> group) {
        return String.join("且", group.stream().map(this::zh).toList());
    }

    String en(List<Condition> group) {
        return String.join(" and ", group.stream().map(this::en).toList());
    }

    private String zh(Condition condition) {
        String label = label(condition.field());
        if (condition.in() != null) {
            List<String> values = condition.in().stream()
                    .map(value -> valueZh(condition.field(), value))
                    .toList();
            return label + "为" + String.join("或", values);
        }
        List<String> bounds = new ArrayList<>();
        if (condition.from() != null) {
            bounds.add("不少于" + Dimension.plain(condition.from()));
        }
        if (condition.below() != null) {
            bounds.add("少于" + Dimension.plain(condition.below()));
        }
        return label + String.join("且", bounds);
    }

    private String en(Condition condition) {
        if (condition.in() != null) {
            return condition.field() + " is " + String.join(" or ", condition.in());
        }
        List<String> bounds = new ArrayList<>();
        if (condition.from() != null) {
            bounds.add("at least " + Dimension.plain(condition.from()));
        }
        if (condition.below() != null) {
            bounds.add("less than " + Dimension.plain(condition.below()));
        }
        return condition.field() + " is " + String.join(" and ", bounds);
    }

    /** What an application says in the named fields, in Chinese. */
    String saidZh(List<String> names, Map<String, Object> form) {
        return String.join(
                "、",
                names.stream()
                        .map(name -> label(name) + " " + valueZh(name, form.get(name)))
                        .toList());
    }

    /** The same in English. */
    String saidEn(List<String> names, Map<String, Object> form) {
        return String.join(
                ", ",
                names.stream().map(name -> name + " " + valueEn(form.get(name))).toList());
    }

    private String label(String name) {
        return fields.containsKey(name) ? fields.get(name).label() : name;
    }

    private String valueZh(String name, Object value) {
        FormField field = fields.get(name);
        if (value == null || field == null) {
            return value == null ? "未填写" : value.toString();
        }
        if (field.type() == Type.BOOLEAN) {
            return "true".equals(value.toString()) ? "是" : "否";
        }
        if (field.type() == Type.CHOICE) {
            return field.options().stream()
                    .filter(option -> option.value().equals(value))
                    .map(Option::label)
                    .findFirst()
                    .orElse(value.toString());
        }
        return value instanceof Number ? Dimension.plain(Conditions.number(value)) : value.toString();
    }

    private static String valueEn(Object value) {
        if (value == null) {
            return "not given";
        }
        return value instanceof Number ? Dimension.plain(Conditions.number(value)) : value.toString();
    }
}
