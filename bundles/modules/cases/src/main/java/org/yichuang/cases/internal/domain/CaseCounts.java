package org.yichuang.cases.internal.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.yichuang.cases.api.CaseState;
import org.yichuang.kernel.api.DivisionCode;

/** The figures of one centre, counted by its database. */
public interface CaseCounts {
    /** How many cases a figure counts. */
    long count(Figure figure, Span span);

    /** How many cases a figure of the days counts on each day; days without any are left out. */
    Map<LocalDate, Long> byDay(Figure figure, Span span);

    /** How many cases were received within the days, by where they stand now. */
    Map<CaseState, Long> byState(Span span);

    /** Up to {@code most} of the cases that a figure counts, by number, after a number. */
    List<Row> rows(Figure figure, Span span, String after, int most);

    /**
     * What is counted.
     *
     * @param division of the centre, with which the numbers of its cases begin
     * @param first the first day
     * @param last the last day, today
     * @param department only its cases; null for all
     */
    record Span(DivisionCode division, LocalDate first, LocalDate last, String department) {}

    /**
     * A case that was counted.
     *
     * @param acceptedOn the day, or null
     * @param decidedOn the day, or null
     * @param due what is due next; {@link CaseFile#NEVER} for nothing
     */
    record Row(
            String number,
            String itemName,
            String applicant,
            CaseState state,
            Instant receivedAt,
            LocalDate acceptedOn,
            LocalDate decidedOn,
            LocalDate due) {}
}
