package org.yichuang.cases.internal.web;

import org.yichuang.cases.api.AnswerKind;
import org.yichuang.cases.api.AnswerPromise;
import org.yichuang.cases.api.ClearAnswer;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.pages.api.PageCall;

/** The forms by which a clear answer is promised and given. */
final class AnswerForms {
    private AnswerForms() {}

    static AnswerPromise promise(PageCall call) {
        return new AnswerPromise(RequiredFields.required(
                call, "reason", LocalizedMessage.of(AnswerForms.class, "field.answer-reasons")));
    }

    static ClearAnswer answer(PageCall call) {
        RequiredFields typed = RequiredFields.in(call);
        String kind = typed.text("kind", LocalizedMessage.of(AnswerForms.class, "field.answer-kind"));
        String reasons = typed.text("reasons", LocalizedMessage.of(AnswerForms.class, "field.answer-reasons"));
        String basis = typed.text("basis", LocalizedMessage.of(AnswerForms.class, "field.answer-basis"));
        typed.check();
        return new ClearAnswer(
                CommandForms.chosen(AnswerKind.class, kind, "kind"),
                reasons,
                basis,
                CommandForms.orNull(call.form(), "advice"));
    }
}
