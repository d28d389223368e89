package org.yichuang.catalogue.internal.importing;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.documents.api.SpreadsheetReader;
import org.yichuang.documents.api.SpreadsheetReader.TableFacts;
import org.yichuang.documents.api.TableRow;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/**
 * A file of items, row by row, on its way in and out.
 *
 * @param rows its rows
 * @param facts what is to be known of the file
 * @param meanings what words of the centre's own lists meant when it was read
 */
public record ItemFile(List<ReadRow> rows, TableFacts facts, Meanings meanings) {
    /** The largest file that is taken, in bytes. */
    public static final int LARGEST = 32 << 20;

    /** More rows than this are refused where a centre does not say otherwise. */
    public static final int MOST_ROWS = 20_000;

    /** The setting of a centre that says how many rows it takes at once. */
    public static final String ROWS_POLICY = "policy.catalogue.import.rows";

    /** No centre takes fewer at once. */
    public static final int FEWEST_ROWS = 100;

    /** No centre takes more at once: so many were measured, shown, taken and taken back on both databases. */
    public static final int LARGEST_ROWS = 20_000;

    public ItemFile {
        rows = List.copyOf(rows);
    }

    /**
     * A column of such a file.
     *
     * @param id its heading for programs
     * @param label its name for those who are told of it
     */
    public record Described(String id, LocalizedMessage label) {}

    /** All columns. */
    public static List<Described> columns() {
        return Arrays.stream(Column.values()).map(ItemFile::described).toList();
    }

    /** Finds a column by its id or any of its headings. */
    public static Optional<Described> column(String heading) {
        return Column.of(heading).map(ItemFile::described);
    }

    private static Described described(Column column) {
        return new Described(column.heading(), column.label());
    }

    /** What the file was when it was read: its bytes, and what its words meant. */
    public String basis() {
        return facts.sha256() + meanings.digestible();
    }

    /** The headings of its columns, by which people know them. */
    public static List<String> headings() {
        return Arrays.stream(Column.values()).map(Column::chinese).toList();
    }

    /** Writes an item as texts for the headings, however long they are. */
    public static List<String> texts(ItemDefinition item) {
        return RowWriter.write(item);
    }

    /**
     * The same for readers who do not bring it in again.
     *
     * @param samples where its samples and blank forms are
     */
    public static List<String> texts(ItemDefinition item, String samples) {
        List<String> texts = new ArrayList<>(texts(item));
        texts.set(Column.SAMPLES.ordinal(), samples);
        return texts;
    }

    /**
     * Writes an item as a row of such a file, from which it is read again.
     *
     * @return a text for each heading
     * @throws ProblemException {@code too-large} when a part of it is too long for a cell
     */
    public static List<String> row(ItemDefinition item) {
        List<String> cells = texts(item);
        if (cells.stream()
                .anyMatch(cell -> cell.length() > Column.LAYOUT.limits().cell())) {
            throw new ProblemException(
                    CommonError.TOO_LARGE,
                    LocalizedMessage.of(
                            ItemFile.class,
                            "row.too-long",
                            item.code(),
                            Column.LAYOUT.limits().cell()));
        }
        return cells;
    }

    /**
     * Reads all rows. Of two rows with one code the first is taken; nobody knows which is meant. What a row does
     * not say of an item that is there already stays as it is.
     *
     * @param reader of tables, which refuses what is none
     * @param most more rows are refused
     * @param meanings what words of the centre's own lists mean
     * @param present finds the items that are there already, by their codes
     */
    public static ItemFile read(
            SpreadsheetReader reader,
            String fileName,
            InputStream content,
            int most,
            Meanings meanings,
            Function<List<String>, Map<String, ItemDefinition>> present) {
        List<TableRow> tableRows = new ArrayList<>();
        TableFacts facts = reader.read(fileName, content, Column.layout(meanings.headings(), most), tableRows::add);
        Map<String, ItemDefinition> items = present.apply(tableRows.stream()
                .map(RowReader::codeOf)
                .filter(code -> !code.isEmpty())
                .distinct()
                .toList());
        List<ReadRow> rows = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (TableRow cells : tableRows) {
            ItemDefinition item = items.get(RowReader.codeOf(cells));
            ReadRow row = item == null
                    ? RowReader.read(new Cells(cells, Map.of(), meanings))
                    : RowReader.read(cells, item, meanings);
            Integer before = row.definition().isEmpty() ? null : seen.putIfAbsent(row.code(), row.row());
            rows.add(
                    before == null
                            ? row
                            : row.refused(new Remark(
                                    LocalizedMessage.of(ItemFile.class, "row.code-repeated", before, row.code()))));
        }
        return new ItemFile(rows, facts, meanings);
    }
}
