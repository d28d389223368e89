package org.yichuang.catalogue.internal.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.catalogue.internal.domain.round.NewRound;
import org.yichuang.catalogue.internal.domain.round.RoundItem;
import org.yichuang.catalogue.internal.domain.round.RoundOutcome;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.pages.api.Form;

/** A review round as an editor has typed it; its fields are named as problems name them. */
final class RoundForm {
    private static final String DAYS = "\\d{1,6}";

    private final Form form;
    private final List<FieldProblem> problems = new ArrayList<>();

    RoundForm(Form form) {
        this.form = form;
    }

    /** The name of a field of an item. */
    static String field(int index, String part) {
        return "items[" + index + "]." + part;
    }

    /** The day from which it holds, today when none was typed. */
    LocalDate heldOn(LocalDate today) {
        try {
            return form.optional("date").map(LocalDate::parse).orElse(today);
        } catch (DateTimeException e) {
            problems.add(new FieldProblem("date", LocalizedMessage.of(RoundForm.class, "round.date")));
            return today;
        }
    }

    /** Whether it was about items at all. */
    boolean hasItems() {
        return form.has(field(0, "code"));
    }

    /** The items, one for each row of the form. */
    List<RoundItem> items() {
        List<RoundItem> items = new ArrayList<>();
        for (int i = 0; form.has(field(i, "code")); i++) {
            items.add(new RoundItem(
                    form.text(field(i, "code")),
                    form.text(field(i, "name")),
                    ItemType.parse(form.text(field(i, "type"))).orElse(null),
                    outcome(i),
                    form.text(field(i, "reason")),
                    days(field(i, "statutoryDays")),
                    days(field(i, "promisedDays")),
                    days(field(i, "approvalLevels"))));
        }
        return items;
    }

    private RoundOutcome outcome(int index) {
        return RoundOutcome.parse(form.text(field(index, "outcome"))).orElse(RoundOutcome.KEPT);
    }

    private Integer days(String field) {
        String typed = form.text(field);
        if (!typed.isEmpty() && !typed.matches(DAYS)) {
            problems.add(new FieldProblem(field, LocalizedMessage.of(RoundForm.class, "round.days")));
        }
        return typed.matches(DAYS) ? Integer.valueOf(typed) : null;
    }

    /**
     * The round.
     *
     * @param read gives its items
     * @throws ProblemException {@code fields-invalid} with everything that cannot be read
     */
    NewRound round(LocalDate today, Function<RoundForm, List<RoundItem>> read) {
        NewRound round = new NewRound(form.text("name"), heldOn(today), read.apply(this));
        if (!problems.isEmpty()) {
            throw new ProblemException(
                    CommonError.FIELDS_INVALID, LocalizedMessage.of(RoundForm.class, "round.invalid"), problems);
        }
        return round;
    }
}
