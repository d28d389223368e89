package org.yichuang.catalogue.internal.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.FormField;
import org.yichuang.catalogue.api.FormField.Option;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.internal.view.PartRows;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.pages.api.Form;

/** The fields of an application form as an editor has typed them, row by row. */
final class FormRows implements DraftPart {
    private final TypedRows rows;
    private final List<FieldProblem> problems = new ArrayList<>();

    FormRows(Form form) {
        rows = new TypedRows(form, PartRows.FORM, "name", "name", "label");
    }

    @Override
    public ItemDefinition applyTo(ItemDefinition base) {
        List<FormField> fields = rows.rows().stream().map(this::field).toList();
        if (!problems.isEmpty()) {
            throw new ProblemException(
                    CatalogueError.ITEM_INVALID, LocalizedMessage.of(DraftForm.class, "item.invalid"), problems);
        }
        return base.but().form(fields).made();
    }

    private FormField field(int row) {
        return new FormField(
                rows.text(row, "name"),
                rows.text(row, "label"),
                Arrays.stream(FormField.Type.values())
                        .filter(type -> type.name().equals(rows.text(row, "type")))
                        .findFirst()
                        .orElse(FormField.Type.TEXT),
                !rows.text(row, "required").isEmpty(),
                number(row, "minimum"),
                number(row, "maximum"),
                options(rows.text(row, "options")),
                !rows.text(row, "personal").isEmpty());
    }

    private BigDecimal number(int row, String part) {
        String typed = rows.text(row, part);
        if (typed.isEmpty()) {
            return null;
        }
        if (!typed.matches("-?\\d{1,20}(\\.\\d{1,10})?")) {
            problems.add(
                    new FieldProblem(rows.field(row, part), LocalizedMessage.of(FormRows.class, "bound.malformed")));
            return null;
        }
        return new BigDecimal(typed);
    }

    private static List<Option> options(String typed) {
        return typed.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> line.split("[=＝]", 2))
                .map(pair -> new Option(pair[0].strip(), pair[pair.length - 1].strip()))
                .toList();
    }

    @Override
    public ProblemException placed(ProblemException refusal) {
        return problems.isEmpty() ? rows.placed(refusal) : refusal;
    }
}
