package org.yichuang.cases.internal.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yichuang.cases.api.ExaminationKind;
import org.yichuang.cases.api.ExaminationRequest;
import org.yichuang.cases.api.Recommendation;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;

/** The form of a step of the internal examination. */
final class ExaminationForms {
    /** Between the names of those who go and see, however people list them. */
    private static final Pattern BETWEEN = Pattern.compile("[、，,；;\\s]+");

    private ExaminationForms() {}

    static ExaminationRequest examination(PageCall call, Map<String, String> facts) {
        return examination(call, "", facts);
    }

    /** @param of what the names of the fields begin with, where a page has several of these forms */
    static ExaminationRequest examination(PageCall call, String of, Map<String, String> facts) {
        Form form = call.form();
        String kind = RequiredFields.required(
                call, of + "kind", LocalizedMessage.of(ExaminationForms.class, "field.examination-kind"));
        Optional<String> recommendation = form.optional(of + "recommendation");
        return new ExaminationRequest(
                CommandForms.chosen(ExaminationKind.class, kind, of + "kind"),
                recommendation
                        .map(word -> CommandForms.chosen(Recommendation.class, word, of + "recommendation"))
                        .orElse(null),
                form.optional(of + "opinion").orElse(null),
                form.optional(of + "staff").map(ExaminationForms::names).orElse(List.of()),
                form.optional(of + "place").orElse(null),
                day(form, of + "day"),
                facts);
    }

    private static List<String> names(String typed) {
        return Arrays.stream(BETWEEN.split(typed.strip()))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** A day that was typed; null for none. */
    static LocalDate day(Form form, String field) {
        try {
            return form.optional(field).map(LocalDate::parse).orElse(null);
        } catch (DateTimeParseException e) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID, field, LocalizedMessage.of(ExaminationForms.class, "day-no-date"));
        }
    }
}
