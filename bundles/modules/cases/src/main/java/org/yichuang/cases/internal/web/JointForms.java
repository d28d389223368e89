package org.yichuang.cases.internal.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.yichuang.cases.api.AppointmentKind;
import org.yichuang.cases.api.BranchOutcome;
import org.yichuang.cases.api.JointRequests;
import org.yichuang.cases.api.JointRequests.Agreement;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;

/** The forms of what the departments of a joint case do. */
final class JointForms {
    static final int AGREEMENTS = 3;

    private JointForms() {}

    /** @param branch of which; a page may have several of these forms */
    static JointRequests.Opinion opinion(PageCall call, String branch) {
        String of = branch + ".";
        RequiredFields typed = RequiredFields.in(call);
        String outcome = typed.text(of + "outcome", words("field.conclusion"));
        String opinion = typed.text(of + "opinion", words("field.opinion"));
        typed.check();
        return new JointRequests.Opinion(
                CommandForms.chosen(BranchOutcome.class, outcome, of + "outcome"),
                opinion,
                call.form().optional(of + "conditions").orElse(null));
    }

    static JointRequests.Meeting meeting(PageCall call) {
        RequiredFields typed = RequiredFields.in(call);
        String heldOn = typed.text("heldOn", words("field.held-on"));
        String agenda = typed.text("agenda", words("field.agenda"));
        String participants = typed.text("participants", words("field.participants"));
        typed.text("agreements[0].problem", words("field.problem"));
        typed.check();
        return new JointRequests.Meeting(
                day("heldOn", heldOn),
                agenda,
                Arrays.stream(participants.split("[\\n,;\\u3001\\uff0c\\uff1b]"))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList(),
                agreements(call.form()));
    }

    private static List<Agreement> agreements(Form form) {
        List<Agreement> agreements = new ArrayList<>();
        for (int i = 0; i < AGREEMENTS; i++) {
            String row = "agreements[" + i + "].";
            if (!form.text(row + "problem").isEmpty()) {
                agreements.add(new Agreement(
                        form.text(row + "problem"),
                        form.text(row + "agreement"),
                        form.text(row + "responsible"),
                        form.optional(row + "by")
                                .map(day -> day(row + "by", day))
                                .orElse(null)));
            }
        }
        return agreements;
    }

    private static LocalDate day(String field, String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException e) {
            throw (RuntimeException) ProblemException.field(CommonError.FIELDS_INVALID, field, words("joint.day"))
                    .initCause(e);
        }
    }

    /** @param agreement of which; a page may have several of these forms */
    static JointRequests.Report report(PageCall call, String agreement) {
        String of = "report." + agreement + ".";
        return new JointRequests.Report(
                RequiredFields.required(call, of + "words", words("field.report")),
                call.form().optional(of + "done").isPresent());
    }

    static JointRequests.Appoint appointment(PageCall call) {
        RequiredFields typed = RequiredFields.in(call);
        String kind = typed.text("visit.kind", words("field.visit-kind"));
        String date = typed.text("visit.day", words("field.visit-day"));
        String time = typed.text("visit.time", words("field.visit-time"));
        String place = typed.text("visit.place", words("field.visit-place"));
        typed.check();
        return new JointRequests.Appoint(
                CommandForms.chosen(AppointmentKind.class, kind, "visit.kind"),
                day("visit.day", date).atTime(time(time)),
                place,
                call.form().optional("visit.remark").orElse(null));
    }

    private static LocalTime time(String typed) {
        try {
            return LocalTime.parse(typed);
        } catch (DateTimeException e) {
            throw (RuntimeException)
                    ProblemException.field(CommonError.FIELDS_INVALID, "visit.time", words("joint.time"))
                            .initCause(e);
        }
    }

    /** @param branches of which somebody may have come */
    static JointRequests.Record record(PageCall call, List<String> branches) {
        Form form = call.form();
        List<JointRequests.Finding> findings = branches.stream()
                .filter(branch -> form.optional("came." + branch + ".staff").isPresent())
                .map(branch -> new JointRequests.Finding(
                        branch,
                        names(form.text("came." + branch + ".staff")),
                        form.text("came." + branch + ".finding")))
                .toList();
        return new JointRequests.Record(
                findings,
                form.optional("others").map(JointForms::names).orElse(List.of()),
                RequiredFields.required(call, "conclusion", words("field.conclusion-of-all")));
    }

    private static List<String> names(String typed) {
        return Arrays.stream(typed.split("[\\s,;\\u3001\\uff0c\\uff1b]+"))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    static JointRequests.Raise raise(PageCall call) {
        RequiredFields typed = RequiredFields.in(call);
        String reason = typed.text("reason", words("field.reason"));
        String days = typed.text("workingDays", words("field.settled-within"));
        typed.check();
        if (!days.matches("\\d{1,3}")) {
            throw ProblemException.field(CommonError.FIELDS_INVALID, "workingDays", words("days.number"));
        }
        return new JointRequests.Raise(reason, Integer.valueOf(days));
    }

    static JointRequests.Settle settle(PageCall call) {
        return new JointRequests.Settle(
                RequiredFields.required(call, "settlement", words("field.settlement")),
                call.form().optional("document").orElse(null));
    }

    private static LocalizedMessage words(String key) {
        return LocalizedMessage.of(JointForms.class, key);
    }
}
