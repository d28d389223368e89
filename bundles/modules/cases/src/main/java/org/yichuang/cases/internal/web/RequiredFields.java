package org.yichuang.cases.internal.web;

import java.util.ArrayList;
import java.util.List;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.pages.api.PageCall;

/** Texts that must be typed. */
final class RequiredFields {
    private final PageCall call;
    private final List<FieldProblem> missing = new ArrayList<>();

    private RequiredFields(PageCall call) {
        this.call = call;
    }

    /** Over a posted form. */
    static RequiredFields in(PageCall call) {
        return new RequiredFields(call);
    }

    /** A single text that must be there. */
    static String required(PageCall call, String field, LocalizedMessage name) {
        RequiredFields typed = in(call);
        String text = typed.text(field, name);
        typed.check();
        return text;
    }

    /** A text that must be there; that it is not is told by {@link #check}, with all others. */
    String text(String field, LocalizedMessage name) {
        String text = call.form().text(field);
        if (text.isEmpty()) {
            missing.add(new FieldProblem(field, LocalizedMessage.of(RequiredFields.class, "field-missing", name)));
        }
        return text;
    }

    /**
     * @throws ProblemException {@code fields-invalid} with everything that is missing
     */
    void check() {
        if (!missing.isEmpty()) {
            throw new ProblemException(
                    CommonError.FIELDS_INVALID, LocalizedMessage.of(RequiredFields.class, "fields-missing"), missing);
        }
    }
}
