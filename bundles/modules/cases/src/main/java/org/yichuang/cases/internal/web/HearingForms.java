package org.yichuang.cases.internal.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yichuang.cases.api.HearingRequest;
import org.yichuang.cases.api.HearingRequest.InterestedParty;
import org.yichuang.cases.api.HearingStep;
import org.yichuang.cases.api.HearingWish;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;

/** The forms of a hearing: of the organ that holds it, and of those who may ask for it. */
final class HearingForms {
    private static final int MOST_PARTS = 3;

    private HearingForms() {}

    static HearingRequest hearing(PageCall call, Map<String, String> facts) {
        Form form = call.form();
        String step = RequiredFields.required(call, "step", words("field.hearing-step"));
        return new HearingRequest(
                CommandForms.chosen(HearingStep.class, step, "step"),
                form.optional("reason").orElse(null),
                lines(form, "parties").stream().map(HearingForms::party).toList(),
                time(form),
                form.optional("place").orElse(null),
                form.optional("presider").orElse(null),
                form.optional("presiderAccount").orElse(null),
                form.optional("closedReason").orElse(null),
                lines(form, "participants"),
                form.optional("record").orElse(null),
                facts);
    }

    /** @param isApplicant who speaks for themselves alone */
    static HearingWish wish(PageCall call, boolean isApplicant) {
        String wanted = RequiredFields.required(call, "wanted", words("field.hearing-wanted"));
        Form form = call.form();
        return new HearingWish(
                wanted.equals("true"),
                isApplicant ? null : form.optional("party").orElse(null),
                form.optional("statement").orElse(null));
    }

    private static List<String> lines(Form form, String field) {
        return form.optional(field).stream()
                .flatMap(String::lines)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** A line of name, contact and interest, with bars between them. */
    private static InterestedParty party(String line) {
        String[] parts = line.split("\\|", MOST_PARTS);
        if (parts.length < 2) {
            throw ProblemException.field(CommonError.FIELDS_INVALID, "parties", words("hearing.party-line"));
        }
        return new InterestedParty(
                parts[0].strip(), parts[1].strip(), parts.length < MOST_PARTS ? null : parts[2].strip());
    }

    private static LocalDateTime time(Form form) {
        Optional<String> day = form.optional("day");
        try {
            return day.isEmpty()
                    ? null
                    : LocalDate.parse(day.get())
                            .atTime(LocalTime.parse(form.optional("hour").orElse("")));
        } catch (DateTimeParseException e) {
            throw ProblemException.field(CommonError.FIELDS_INVALID, "day", words("hearing.time-unreadable"));
        }
    }

    private static LocalizedMessage words(String key) {
        return LocalizedMessage.of(HearingForms.class, key);
    }
}
