package org.yichuang.catalogue.internal.importing;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yichuang.documents.api.SpreadsheetReader;
import org.yichuang.documents.api.SpreadsheetReader.TableFacts;
import org.yichuang.kernel.api.LocalizedMessage;

/**
 * A file of items, row by row.
 *
 * @param rows its rows
 * @param facts what is to be known of the file
 */
public record ItemFile(List<ReadRow> rows, TableFacts facts) {
    /** The largest file that is taken, in bytes. */
    public static final int LARGEST = 5 << 20;

    /** More rows than this are refused. */
    public static final int MOST_ROWS = 5_000;

    public ItemFile {
        rows = List.copyOf(rows);
    }

    /**
     * Reads all rows. Of two rows with one code the first is taken; nobody knows which of them is meant.
     *
     * @param reader of tables, which refuses what is none
     */
    public static ItemFile read(SpreadsheetReader reader, String fileName, InputStream content) {
        List<ReadRow> rows = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        TableFacts facts = reader.read(fileName, content, Column.LAYOUT, cells -> {
            ReadRow row = RowReader.read(new Cells(cells));
            Integer before = row.definition().isEmpty() ? null : seen.putIfAbsent(row.code(), row.row());
            rows.add(
                    before == null
                            ? row
                            : row.refused(new Remark(
                                    LocalizedMessage.of(ItemFile.class, "row.code-repeated", before, row.code()))));
        });
        return new ItemFile(rows, facts);
    }
}
