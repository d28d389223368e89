package org.yichuang.pages.api;

import gg.jte.Content;
import java.util.List;

/**
 * Rows with a heading; sorted and paged by the address, so that a view can be kept and sent.
 *
 * @param caption what it lists; read by screen readers
 * @param columns its columns
 * @param rows its rows
 * @param next the cursor of the following page, or null
 * @param empty what is said instead of an empty table
 */
public record Table(String caption, List<Column> columns, List<Row> rows, String next, String empty) {
    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * A column.
     *
     * @param label its heading
     * @param sort what the parameter {@code sort} says when it is sorted by this, or empty
     * @param number whether it holds numbers, which stand at the right
     */
    public record Column(String label, String sort, boolean number) {
        /** A column of words. */
        public static Column of(String label) {
            return new Column(label, "", false);
        }

        /** A column of numbers. */
        public static Column number(String label) {
            return new Column(label, "", true);
        }

        /** The same, which can be sorted by. */
        public Column sortedBy(String parameter) {
            return new Column(label, parameter, number);
        }
    }

    /**
     * A row; the first cell names it.
     *
     * @param cells one for each column
     */
    public record Row(List<Content> cells) {
        public Row {
            cells = List.copyOf(cells);
        }

        /** A row of these cells. */
        public static Row of(Content... cells) {
            return new Row(List.of(cells));
        }
    }
}
