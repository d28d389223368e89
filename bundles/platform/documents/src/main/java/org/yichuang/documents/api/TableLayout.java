package org.yichuang.documents.api;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.yichuang.kernel.api.LocalizedMessage;

/**
 * Which columns are looked for in a table.
 *
 * @param columns the columns; others are left alone, and named
 * @param limits how much is taken
 */
public record TableLayout(List<Column> columns, TableLimits limits) {
    public TableLayout {
        columns = List.copyOf(columns);
    }

    /** What the cells of a column are. */
    public enum Content {
        /** Words; a number is taken as its digits, a date is a flaw (Excel makes dates of words such as 3-1). */
        TEXT,
        /** Characters that must not be touched; a number is a flaw unless its format shows the zeros it begins with. */
        CODE,
        /** A number; words that are none are a flaw. */
        NUMBER,
        /** A day or moment, as {@code 2026-03-01} or {@code 2026-03-01T08:30:00}; what is none is a flaw. */
        DATE
    }

    /**
     * A column.
     *
     * @param id by which its cells are asked for
     * @param content what its cells are
     * @param required whether there is no table without it
     * @param label its name for those who are told of it
     * @param headings under which it is found, the first of them by programs; compared without remarks in brackets,
     *     spaces, capitals and asterisks
     */
    public record Column(String id, Content content, boolean required, LocalizedMessage label, List<String> headings) {
        public Column {
            headings = headings.stream().map(TableLayout::plain).toList();
        }
    }

    /** A heading as headings are compared. */
    public static String plain(String heading) {
        return Normalizer.normalize(heading, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\([^()]*\\)", "")
                .replaceAll("[\\s\\uFEFF*]", "");
    }
}
