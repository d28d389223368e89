package org.yichuang.windows.internal.web;

import java.time.LocalDate;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.pages.api.Form;

/** Numbers and days of forms: what was typed and is none is refused, not passed over. */
final class FormNumbers {
    private FormNumbers() {}

    /**
     * A whole number; null where nothing was typed.
     *
     * @throws ProblemException {@code fields-invalid}
     */
    static Integer optional(Form form, String name) {
        String text = form.text(name);
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("\\d{1,9}")) {
            throw invalid(name, "form.number");
        }
        return Integer.valueOf(text);
    }

    /**
     * A day; null where nothing was typed.
     *
     * @throws ProblemException {@code fields-invalid}
     */
    static LocalDate day(Form form, String name) {
        LocalDate day = StaffPages.day(form, name);
        if (day == null && !form.text(name).isEmpty()) {
            throw invalid(name, "form.day");
        }
        return day;
    }

    private static ProblemException invalid(String field, String key) {
        return ProblemException.field(CommonError.FIELDS_INVALID, field, LocalizedMessage.of(FormNumbers.class, key));
    }
}
