package org.yichuang.pages.api;

import java.util.List;

/**
 * Figures over something, drawn and as a table; the drawing needs scripts, the table does not.
 *
 * @param title what they are
 * @param over what the labels are, e.g. days
 * @param labels one for each place
 * @param series the figures
 */
public record Plot(String title, String over, List<String> labels, List<Series> series) {
    public Plot {
        labels = List.copyOf(labels);
        series = List.copyOf(series);
    }

    /**
     * Figures that belong together.
     *
     * @param name what they are
     * @param values one for each label
     */
    public record Series(String name, List<Long> values) {
        public Series {
            values = List.copyOf(values);
        }
    }
}
