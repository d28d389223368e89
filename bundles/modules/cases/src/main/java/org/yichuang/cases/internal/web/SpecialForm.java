package org.yichuang.cases.internal.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.yichuang.cases.api.SpecialGround;
import org.yichuang.cases.api.SpecialHandlingRequest;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.pages.api.PageCall;

/** The form by which a case is handled specially. */
final class SpecialForm {
    private SpecialForm() {}

    static SpecialHandlingRequest read(PageCall call) {
        RequiredFields typed = RequiredFields.in(call);
        String ground = typed.text("ground", LocalizedMessage.of(SpecialForm.class, "field.special-ground"));
        String reason = typed.text("reason", LocalizedMessage.of(SpecialForm.class, "field.special-reason"));
        typed.check();
        return new SpecialHandlingRequest(
                CommandForms.chosen(SpecialGround.class, ground, "ground"),
                reason,
                CommandForms.orNull(call.form(), "approver"),
                CommandForms.orNull(call.form(), "approval"),
                day(call));
    }

    private static LocalDate day(PageCall call) {
        try {
            return call.form().optional("approvedOn").map(LocalDate::parse).orElse(null);
        } catch (DateTimeParseException e) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID,
                    "approvedOn",
                    LocalizedMessage.of(SpecialForm.class, "valid-until-no-date"));
        }
    }
}
