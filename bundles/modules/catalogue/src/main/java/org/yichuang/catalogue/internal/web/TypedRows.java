package org.yichuang.catalogue.internal.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.pages.api.Form;

/** The rows of a form that say something, e.g. {@code routes[2].name}; those that say nothing are none. */
final class TypedRows {
    private final Form form;
    private final String prefix;
    private final List<Integer> rows = new ArrayList<>();
    private final int all;

    /**
     * @param prefix what the names of their fields begin with
     * @param first a field that every row has
     * @param telling the fields by which a row says something
     */
    TypedRows(Form form, String prefix, String first, String... telling) {
        this.form = form;
        this.prefix = prefix;
        int row = 0;
        while (form.has(field(row, first))) {
            int each = row;
            if (Stream.of(telling).anyMatch(part -> !text(each, part).isEmpty())) {
                rows.add(row);
            }
            row++;
        }
        all = row;
    }

    /** How many were typed, empty ones among them. */
    int all() {
        return all;
    }

    /** Those that say something, counted from 0 with the empty ones. */
    List<Integer> rows() {
        return rows;
    }

    /** The name of a field of a row. */
    String field(int row, String part) {
        return prefix + "[" + row + "]." + part;
    }

    /** What was typed in a row. */
    String text(int row, String part) {
        return form.text(field(row, part));
    }

    /** Where a problem of what was read stands in what was typed. */
    String placed(String field) {
        Matcher row =
                Pattern.compile(Pattern.quote(prefix) + "\\[(\\d{1,3})](.*)").matcher(field);
        if (!row.matches() || Integer.parseInt(row.group(1)) >= rows.size()) {
            return field;
        }
        return prefix + "[" + rows.get(Integer.parseInt(row.group(1))) + "]" + row.group(2);
    }

    /** The same refusal with its fields where they were typed. */
    ProblemException placed(ProblemException refusal) {
        return new ProblemException(
                refusal.code(),
                refusal.message(),
                refusal.fields().stream()
                        .map(wrong -> new FieldProblem(placed(wrong.field()), wrong.message()))
                        .toList());
    }
}
