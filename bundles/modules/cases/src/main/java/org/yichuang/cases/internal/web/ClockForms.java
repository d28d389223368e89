package org.yichuang.cases.internal.web;

import org.yichuang.cases.api.CaseRequests.Extend;
import org.yichuang.cases.api.CaseRequests.Suspend;
import org.yichuang.cases.api.ExtensionApprover;
import org.yichuang.cases.api.SpecialProcedure;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.pages.api.PageCall;

/** The forms by which the clocks of a case are stopped for a special procedure, or given more time. */
final class ClockForms {
    private ClockForms() {}

    static Suspend suspend(PageCall call) {
        return suspend(call, "");
    }

    /** @param of what the names of the fields begin with, where a page has several of these forms */
    static Suspend suspend(PageCall call, String of) {
        RequiredFields typed = RequiredFields.in(call);
        String procedure = typed.text(of + "procedure", words("field.procedure"));
        String days = typed.text(of + "plannedWorkingDays", words("field.planned-days"));
        String reason = typed.text(of + "reason", words("field.reason"));
        typed.check();
        return new Suspend(
                CommandForms.chosen(SpecialProcedure.class, procedure, of + "procedure"),
                number(days, of + "plannedWorkingDays"),
                reason);
    }

    static Extend extend(PageCall call) {
        RequiredFields typed = RequiredFields.in(call);
        String days = typed.text("workingDays", words("field.extension-days"));
        String approver = typed.text("approver", words("field.approver"));
        String reason = typed.text("reason", words("field.reason"));
        typed.check();
        return new Extend(
                number(days, "workingDays"),
                CommandForms.chosen(ExtensionApprover.class, approver, "approver"),
                reason);
    }

    private static int number(String typed, String field) {
        if (!typed.matches("\\d{1,4}")) {
            throw ProblemException.field(CommonError.FIELDS_INVALID, field, words("days.number"));
        }
        return Integer.parseInt(typed);
    }

    private static LocalizedMessage words(String key) {
        return LocalizedMessage.of(ClockForms.class, key);
    }
}
