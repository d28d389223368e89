package org.yichuang.catalogue.internal.web;

import java.util.ArrayList;
import java.util.List;
import org.yichuang.catalogue.api.Handling;
import org.yichuang.catalogue.api.Handling.Delegation;
import org.yichuang.catalogue.api.Handling.InPerson;
import org.yichuang.catalogue.api.Handling.Registration;
import org.yichuang.catalogue.api.Handling.SpecialStep;
import org.yichuang.catalogue.api.Handling.Visits;
import org.yichuang.catalogue.internal.domain.handling.HandlingLines;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.pages.api.Form;

/** What an editor has typed of how an item is handled. */
final class HandlingFields {
    private final Form form;
    private final List<FieldProblem> problems;

    /** @param problems where is noted what cannot be read */
    HandlingFields(Form form, List<FieldProblem> problems) {
        this.form = form;
        this.problems = problems;
    }

    Handling handling() {
        return new Handling(
                new InPerson(form.optional("handling.inPerson").isPresent(), form.text("handling.inPerson.reason")),
                form.optional("handling.onlinePreReview").isPresent(),
                visits(),
                number("handling.correctionDays"),
                delegation(),
                steps(),
                number("handling.approvalLevels"),
                registration());
    }

    /** What is not typed of one is as the law has it for market entities. */
    private Registration registration() {
        Integer days = number("handling.registration.days");
        Integer further = number("handling.registration.further");
        if (form.optional("handling.registration").isEmpty()) {
            return null;
        }
        return new Registration(
                days == null ? Registration.MARKET_ENTITY.days() : days,
                further == null ? Registration.MARKET_ENTITY.further() : further);
    }

    /** Where nobody has to come, there is no reason for it. */
    private Visits visits() {
        Integer number = number("handling.visits.number");
        String reason = form.text("handling.visits.reason");
        String basis = form.text("handling.visits.basis");
        if (number == null) {
            if (!(reason + basis).isEmpty()
                    && form.text("handling.visits.number").isEmpty()) {
                refuse("handling.visits.number", "visits.number-missing");
            }
            return null;
        }
        return number == 0 ? new Visits(0, "", "") : new Visits(number, reason, basis);
    }

    private Delegation delegation() {
        Delegation delegation = new Delegation(
                form.text("handling.delegation.organ"),
                form.text("handling.delegation.basis"),
                form.text("handling.delegation.announcement"));
        return (delegation.organ() + delegation.basis() + delegation.announcement()).isEmpty() ? null : delegation;
    }

    private List<SpecialStep> steps() {
        List<SpecialStep> steps = new ArrayList<>();
        for (String line : HandlingLines.lines(form.text("handling.specialSteps"))) {
            HandlingLines.step(line)
                    .ifPresentOrElse(steps::add, () -> refuse("handling.specialSteps", "special-step.malformed", line));
        }
        return steps;
    }

    /** A number; null where nothing was typed, or no number. */
    private Integer number(String field) {
        String typed = form.text(field);
        if (typed.matches("\\d{1,4}")) {
            return Integer.valueOf(typed);
        }
        if (!typed.isEmpty()) {
            refuse(field, "number.malformed");
        }
        return null;
    }

    private void refuse(String field, String key, Object... arguments) {
        problems.add(new FieldProblem(field, LocalizedMessage.of(HandlingFields.class, key, arguments)));
    }
}
