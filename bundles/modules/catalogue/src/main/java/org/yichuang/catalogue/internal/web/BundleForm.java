package org.yichuang.catalogue.internal.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yichuang.catalogue.api.BundleKind;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.Condition;
import org.yichuang.catalogue.api.FormField;
import org.yichuang.catalogue.internal.domain.AliasWords;
import org.yichuang.catalogue.internal.domain.joint.BundleDraft;
import org.yichuang.catalogue.internal.view.ConditionWords;
import org.yichuang.catalogue.internal.view.QuestionLines;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.time.Limit;
import org.yichuang.pages.api.Form;

/** A bundle as an editor has typed it; rows without item, party and name are none. */
final class BundleForm {
    private static final Pattern MEMBER = Pattern.compile("members\\[(\\d{1,3})](.*)");
    private static final List<String> PARTS = List.of("item", "department", "name");

    private final Form form;
    private final List<Integer> rows = new ArrayList<>();
    private final List<FieldProblem> problems = new ArrayList<>();

    BundleForm(Form form) {
        this.form = form;
        for (int row = 0; form.has(field(row, "item")); row++) {
            int each = row;
            if (PARTS.stream().anyMatch(part -> !form.text(field(each, part)).isEmpty())) {
                rows.add(row);
            }
        }
    }

    /** The name of a field of a row. */
    static String field(int row, String part) {
        return "members[" + row + "]." + part;
    }

    /**
     * What was typed.
     *
     * @param untypable questions that the form does not hold, as it cannot say them; kept as they are
     * @throws ProblemException {@code item-invalid} with everything that cannot be read
     */
    BundleDraft draft(String code, List<FormField> untypable) {
        BundleDraft draft = new BundleDraft(
                code,
                form.text("name"),
                AliasWords.read(form.text("aliases")),
                Arrays.stream(BundleKind.values())
                        .filter(kind -> kind.name().equals(form.text("kind")))
                        .findFirst()
                        .orElse(null),
                form.text("leadDepartment"),
                form.text("organ"),
                total(),
                form.text("audience"),
                form.text("conditions"),
                form.text("procedure"),
                form.text("complaint"),
                form.text("place"),
                untypable.isEmpty() ? questions() : untypable,
                rows.stream().map(this::member).toList());
        if (!problems.isEmpty()) {
            throw new ProblemException(
                    CatalogueError.ITEM_INVALID, LocalizedMessage.of(BundleForm.class, "bundle.invalid"), problems);
        }
        return draft;
    }

    private Integer total() {
        String typed = form.text("totalLimit");
        boolean isNumber = typed.matches("\\d{1,3}");
        if (!isNumber) {
            add("totalLimit", "bundle.total");
        }
        return isNumber ? Integer.valueOf(typed) : null;
    }

    private List<FormField> questions() {
        return QuestionLines.read(form.text("form")).orElseGet(() -> {
            add("form", "bundle.questions");
            return List.of();
        });
    }

    private BundleDraft.Member member(int row) {
        return new BundleDraft.Member(
                form.text(field(row, "item")),
                form.text(field(row, "name")),
                form.text(field(row, "department")),
                limit(field(row, "limit")),
                when(field(row, "when")));
    }

    private Limit limit(String field) {
        try {
            return form.optional(field).map(Limit::parse).orElse(null);
        } catch (ProblemException e) {
            problems.add(new FieldProblem(field, e.message()));
            return null;
        }
    }

    private List<List<Condition>> when(String field) {
        return ConditionWords.read(form.text(field)).orElseGet(() -> {
            add(field, "bundle.when");
            return List.of();
        });
    }

    private void add(String field, String key) {
        problems.add(new FieldProblem(field, LocalizedMessage.of(BundleForm.class, key)));
    }

    /** The same refusal with its fields where they were typed: members are counted without the empty rows. */
    ProblemException placed(ProblemException refusal) {
        return new ProblemException(
                refusal.code(),
                refusal.message(),
                refusal.fields().stream()
                        .map(wrong -> new FieldProblem(placed(wrong.field()), wrong.message()))
                        .toList());
    }

    private String placed(String field) {
        Matcher member = MEMBER.matcher(field);
        if (!member.matches() || Integer.parseInt(member.group(1)) >= rows.size() || !problems.isEmpty()) {
            return field;
        }
        String part = member.group(2).replaceFirst("^(\\.when).*", "$1");
        return "members[" + rows.get(Integer.parseInt(member.group(1))) + "]" + part;
    }
}
