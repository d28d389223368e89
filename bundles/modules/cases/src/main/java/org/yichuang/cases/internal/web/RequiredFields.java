package org.yichuang.cases.internal.web;

import java.util.ArrayList;
import java.util.List;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldProblem;
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
    static String required(PageCall call, String field, String zh, String en) {
        RequiredFields typed = in(call);
        String text = typed.text(field, zh, en);
        typed.check();
        return text;
    }

    /** A text that must be there; that it is not is told by {@link #check}, with all others. */
    String text(String field, String zh, String en) {
        String text = call.form().text(field);
        if (text.isEmpty()) {
            missing.add(new FieldProblem(field, "请填写" + zh, "Give " + en));
        }
        return text;
    }

    /**
     * @throws ProblemException {@code fields-invalid} with everything that is missing
     */
    void check() {
        if (!missing.isEmpty()) {
            throw new ProblemException(CommonError.FIELDS_INVALID, "请填写完整", "Something is missing", missing);
        }
    }
}
