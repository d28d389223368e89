package org.yichuang.cases.internal.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yichuang.cases.api.CaseState;
import org.yichuang.kernel.api.DivisionCode;

/** The figures of one centre, counted by its database. */
public interface CaseCounts {
    /** How many cases a figure counts. */
    long count(Figure figure, Span span);

    /** How many cases a figure of the days counts on each day, in their order; days without any are left out. */
    List<Part> byDay(Figure figure, Span span);

    /** How many cases were received within the days, by where they stand now. */
    Map<CaseState, Long> byState(Span span);

    /** How many cases of each item, department or state a figure counts, the largest parts first. */
    List<Part> by(Attribute attribute, Figure figure, Span span, int most);

    /** Up to {@code most} of the cases that a figure counts, by number, after a number. */
    List<Row> rows(Figure figure, Span span, String after, int most);

    /** What cases are told apart by. */
    enum Attribute {
        ITEM,
        DEPARTMENT,
        STATE
    }

    /**
     * What is counted.
     *
     * @param division of the centre, with which the numbers of its cases begin
     * @param first the first day
     * @param last the last day, today
     * @param departments only their cases; none for all
     * @param item only cases of this item; null for all
     * @param state only cases that stand there now; null for all
     */
    record Span(
            DivisionCode division,
            LocalDate first,
            LocalDate last,
            Set<String> departments,
            String item,
            CaseState state) {}

    /**
     * A part of a figure.
     *
     * @param key the day, code of the item, name of the department, or name of the state
     * @param name what people call it
     * @param count how many cases
     * @param punctual how many of them missed no clock of this centre
     */
    record Part(String key, String name, long count, long punctual) {}

    /**
     * A case that was counted.
     *
     * @param person whether a person applies, null when it is not known
     * @param acceptedOn the day, or null
     * @param decidedOn the day, or null
     * @param due what is due next; {@link CaseFile#NEVER} for nothing
     * @param late whether a clock of this centre was missed
     */
    record Row(
            String number,
            String itemName,
            String applicant,
            Boolean person,
            CaseState state,
            Instant receivedAt,
            LocalDate acceptedOn,
            LocalDate decidedOn,
            LocalDate due,
            boolean late) {}
}
