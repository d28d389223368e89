package org.yichuang.cases.internal.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yichuang.cases.api.CaseState;

/** The figures of one centre, counted by its database. */
public interface CaseCounts {
    /** How many rows a figure has, and how many of them count. */
    Total count(Figure figure, Span span);

    /** The same of each day, in their order; days without any are left out. */
    List<Part> byDay(Figure figure, Span span);

    /** How many cases were received within the days, by where they stand now. */
    Map<CaseState, Long> byState(Span span);

    /** The same of each item, department …, the largest parts first. */
    List<Part> by(Attribute attribute, Figure figure, Span span, int most);

    /** Up to {@code most} of the rows of a figure, in the order of their keys, after a key. */
    List<Row> rows(Figure figure, Span span, String after, int most);

    /** Whether a text can be the key of a row of a figure. */
    boolean isKey(Figure figure, String text);

    /** What cases are told apart by. */
    enum Attribute {
        ITEM,
        DEPARTMENT,
        WINDOW,
        PERSON,
        CHANNEL,
        STATE
    }

    /**
     * What is counted.
     *
     * @param first the first day
     * @param last the last day, today
     * @param only any of these values, by attribute; none where it is not narrowed
     */
    record Span(LocalDate first, LocalDate last, Map<Attribute, Set<String>> only) {
        public Span {
            only = Map.copyOf(only);
        }
    }

    /** All rows, and those of them that count. */
    record Total(long all, long counted) {}

    /**
     * A part of a figure.
     *
     * @param key the day, code of the item, name of the department …
     * @param name what people call it
     */
    record Part(String key, String name, Total total) {}

    /**
     * A row that was counted.
     *
     * @param key unique, in the order of the rows
     * @param counted whether it counts
     * @param applicant the name, or null where the case is kept no longer
     * @param person whether a person applies, null when it is not known
     * @param state where the case stood then; of the present, where it stands
     * @param acceptedOn the day, or null
     * @param decidedOn the day, or null
     * @param until of what came in, the day on which it was concluded; null of cases as they stand
     */
    record Row(
            String key,
            boolean counted,
            String number,
            String itemName,
            String applicant,
            Boolean person,
            CaseState state,
            Instant receivedAt,
            LocalDate acceptedOn,
            LocalDate decidedOn,
            LocalDate until) {}
}
