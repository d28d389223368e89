package org.yichuang.pages.internal.view;

import org.yichuang.pages.api.Field;

/**
 * A field at the moment it is shown.
 *
 * @param field what it is
 * @param value what stands in it
 * @param problem what is wrong with it, or empty
 */
public record FieldView(Field field, String value, String problem) {
    /** Its id on the page, which the error summary links to. */
    public String id() {
        return id(field.name());
    }

    /** The id of the field of a name. */
    public static String id(String name) {
        return "f-" + name.replaceAll("[^A-Za-z0-9_-]", "-");
    }

    /** The ids of hint and problem, or null. */
    public String describedBy() {
        String ids =
                (field.hint().isEmpty() ? "" : id() + "-hint") + (problem.isEmpty() ? "" : " " + id() + "-problem");
        return ids.isEmpty() ? null : ids.strip();
    }

    /** {@code true} or null, as the attribute wants it. */
    public String invalid() {
        return problem.isEmpty() ? null : "true";
    }

    /** The greatest length, or null. */
    public Integer maxLength() {
        return field.maxLength() == 0 ? null : field.maxLength();
    }

    /** The type of the input element. */
    public String type() {
        return switch (field.kind()) {
            case TEL -> "tel";
            case PASSWORD -> "password";
            case SEARCH -> "search";
            case DATE -> "date";
            case FILE -> "file";
            default -> "text";
        };
    }

    /** Which keys a telephone shows, or null; a number is typed as text, or browsers would change it. */
    public String keys() {
        return field.kind() == Field.Kind.NUMBER ? "decimal" : null;
    }

    /** A text, or null when it is empty. */
    public static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
