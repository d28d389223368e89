package org.yichuang.cases.internal.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yichuang.cases.api.CaseRequests.CorrectionItem;
import org.yichuang.cases.api.CaseRequests.NotifyCorrection;
import org.yichuang.cases.internal.view.EarlierDemands;
import org.yichuang.cases.internal.view.PromiseTexts;
import org.yichuang.catalogue.api.FormField;
import org.yichuang.catalogue.api.Material;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.pages.api.Form;

/** The one-time notice as it is put together: ticked materials, and lines of one's own. */
final class NoticeForm {
    /** How many lines of one's own there are. */
    static final int LINES = 3;

    private static final Pattern ITEM = Pattern.compile("items\\[(\\d{1,3})\\].*");

    private final Form form;
    private final List<CorrectionItem> items = new ArrayList<>();
    /** The field of each of the items. */
    private final List<String> fields = new ArrayList<>();

    private NoticeForm(Form form) {
        this.form = form;
    }

    /** The form as it was posted. */
    static NoticeForm of(Form form, List<Material> materials, List<FormField> fields) {
        NoticeForm notice = new NoticeForm(form);
        for (Material material : materials) {
            if (form.optional("ask-" + material.code()).isPresent()) {
                String demand = form.optional("demand-" + material.code())
                        .orElseGet(() -> words("demand", material.name()).zh());
                notice.add("ask-" + material.code(), material.code(), demand);
            }
        }
        for (FormField field : fields) {
            String target = EarlierDemands.FIELD + field.name();
            if (form.optional("ask-" + target).isPresent()) {
                String demand = form.optional("demand-" + target)
                        .orElseGet(() -> LocalizedMessage.of(PromiseTexts.class, "notice.mend", field.label())
                                .zh());
                notice.add("ask-" + target, target, demand);
            }
        }
        for (int i = 0; i < LINES; i++) {
            String demand = form.text("free-" + i);
            if (!demand.isEmpty()) {
                notice.add("free-" + i, words("other", i + 1).zh(), demand);
            }
        }
        return notice;
    }

    private void add(String field, String target, String demand) {
        fields.add(field);
        items.add(new CorrectionItem(target, demand));
    }

    /**
     * The notice.
     *
     * @throws ProblemException when nothing is asked for
     */
    NotifyCorrection read() {
        if (items.isEmpty()) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID, "free-0", LocalizedMessage.of(NoticeForm.class, "notice.empty"));
        }
        return new NotifyCorrection(items, form.optional("overrideReason").orElse(null));
    }

    /** A refusal with its fields called as they are on the page, and saying which of them is meant. */
    ProblemException named(ProblemException refusal) {
        List<FieldProblem> problems = refusal.fields().stream()
                .map(problem -> {
                    Matcher item = ITEM.matcher(problem.field());
                    int index = item.matches() ? Integer.parseInt(item.group(1)) : items.size();
                    return index < items.size() ? named(problem, index) : problem;
                })
                .collect(Collectors.toList());
        return new ProblemException(refusal.code(), refusal.message(), problems);
    }

    private FieldProblem named(FieldProblem problem, int index) {
        String demand = items.get(index).demand();
        return new FieldProblem(fields.get(index), words("demand-refused", demand, problem.message()));
    }

    private static LocalizedMessage words(String key, Object... arguments) {
        return LocalizedMessage.of(NoticeForm.class, key, arguments);
    }
}
