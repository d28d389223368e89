package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yichuang.cases.internal.domain.CaseCounts.Part;

/** What the working days of cases are charged to at one centre, counted by its database. */
public interface SpellCounts {
    /** How many working days have ended with steps of these days. */
    long count(Span span);

    /** The same of each day, cause, item …, the largest first; days in their order. */
    List<Part> by(Attribute attribute, Span span, int most);

    /** Up to {@code most} of the spells, in the order of their keys, after a key. */
    List<Row> rows(Span span, String after, int most);

    /** Whether a text can be the key of a spell. */
    boolean isKey(String text);

    /** What they are told apart by. */
    enum Attribute {
        DAY,
        CAUSE,
        ITEM,
        DEPARTMENT,
        WINDOW,
        PERSON,
        CHANNEL
    }

    /**
     * What is counted.
     *
     * @param first the first day
     * @param last the last day
     * @param only any of these values, by attribute; none where it is not narrowed
     */
    record Span(LocalDate first, LocalDate last, Map<Attribute, Set<String>> only) {
        public Span {
            only = Map.copyOf(only);
        }
    }

    /**
     * A spell.
     *
     * @param key unique, in the order of the rows
     * @param applicant the name, or null where the case is kept no longer
     * @param person whether a person applies, null when it is not known
     * @param since the day before the first of its days
     * @param endedOn the last of its days
     */
    record Row(
            String key,
            String number,
            String itemName,
            String applicant,
            Boolean person,
            Cause cause,
            String department,
            LocalDate since,
            LocalDate endedOn,
            int days) {}
}
