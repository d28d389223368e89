package org.yichuang.catalogue.internal.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.Material;
import org.yichuang.catalogue.internal.view.MaterialLines;
import org.yichuang.catalogue.internal.view.PartRows;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.pages.api.Form;

/** The materials of an item as an editor has typed them, row by row; a row says what a line of them says. */
final class MaterialRows implements DraftPart {
    private final Form form;
    private final TypedRows rows;
    private final List<FieldProblem> problems = new ArrayList<>();

    MaterialRows(Form form) {
        this.form = form;
        rows = new TypedRows(form, PartRows.MATERIALS, "code", "code", "name");
    }

    @Override
    public ItemDefinition applyTo(ItemDefinition base) {
        List<Material> materials = new ArrayList<>();
        rows.rows().forEach(row -> materials.addAll(material(row)));
        if (!problems.isEmpty()) {
            throw new ProblemException(
                    CatalogueError.ITEM_INVALID, LocalizedMessage.of(DraftForm.class, "item.invalid"), problems);
        }
        return base.but().materials(materials).made();
    }

    private List<Material> material(int row) {
        List<String> parts = new ArrayList<>();
        parts.add(rows.text(row, "code"));
        parts.add(rows.text(row, "name"));
        parts.add(MaterialLines.needWord(!rows.text(row, "required").isEmpty()));
        parts.add(rows.text(row, "form"));
        parts.add(rows.text(row, "copies"));
        parts.add(rows.text(row, "note"));
        for (int i = 0; form.has(rows.field(row, PartRows.INSTEAD + i)); i++) {
            parts.add(rows.text(row, PartRows.INSTEAD + i));
        }
        DraftForm line = new DraftForm(new Form(Map.of("materials", List.of(String.join("|", parts))), Map.of()));
        List<Material> read = line.materials();
        boolean isWhole = parts.stream().noneMatch(part -> part.contains("|") || part.contains("\n"))
                && read.size() == 1
                && line.problems().isEmpty();
        if (!isWhole) {
            problems.add(new FieldProblem(
                    rows.field(row, "code"), LocalizedMessage.of(MaterialRows.class, "material.row-malformed")));
        }
        return read;
    }

    @Override
    public ProblemException placed(ProblemException refusal) {
        return problems.isEmpty() ? rows.placed(refusal) : refusal;
    }
}
