package org.yichuang.indicators.api;

import java.util.List;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.LocalizedMessage;

/**
 * A figure of a module, counted from rows. The promise that makes it a figure and not a claim: in every scope the
 * numerator is what the counted rows add up to, and the denominator of a rate, mean or percentile is the number of all
 * rows.
 */
public interface Indicator {
    /** What it is. */
    IndicatorDefinition definition();

    /** Counts in a reading unit of the centre. */
    Fraction count(Scope scope, UnitOfWork unit);

    /**
     * Counts the largest parts; parts without rows are left out. The sums over all parts are those of {@link #count},
     * but for percentiles.
     *
     * @param by one of the definition's dimensions
     * @param most how many at most, which no period has days
     * @return parts, each with its own whole fraction; of days in their order, else the largest denominators, or
     *     numerators of counts, first
     */
    List<Group> groups(Dimension by, Scope scope, int most, UnitOfWork unit);

    /**
     * Returns up to {@code most} rows, in ascending order of their keys.
     *
     * @param after only rows whose key is greater; empty for all
     */
    List<Row> rows(Scope scope, String after, int most, UnitOfWork unit);

    /**
     * A part.
     *
     * @param key what a scope narrowed to this part names it by; of a day, ISO-8601
     * @param name what people call it
     * @param fraction what was counted
     */
    record Group(String key, LocalizedMessage name, Fraction fraction) {}

    /**
     * A row behind a figure.
     *
     * @param key unique and stable; its order is the order of the rows
     * @param path the page of what it is about, below the centre; empty for none
     * @param counted whether it is in the numerator too
     * @param cells what it shows: texts, {@link LocalizedMessage}, numbers, dates, moments or null, one for each column
     */
    record Row(String key, String path, boolean counted, List<Object> cells) {}
}
