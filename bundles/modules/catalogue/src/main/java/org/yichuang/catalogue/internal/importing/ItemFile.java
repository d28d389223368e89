package org.yichuang.catalogue.internal.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yichuang.kernel.api.LocalizedMessage;

/** A file of items, row by row. */
public final class ItemFile {
    private ItemFile() {}

    /**
     * Reads all rows. Of two rows with one code the first is taken; nobody knows which of them is meant.
     */
    public static List<ReadRow> read(String fileName, byte[] bytes) {
        List<ReadRow> rows = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (Spreadsheet.Cells cells : SpreadsheetFile.read(fileName, bytes).rows()) {
            ReadRow row = RowReader.read(cells);
            Integer before = row.definition().isEmpty() ? null : seen.putIfAbsent(row.code(), row.row());
            rows.add(
                    before == null
                            ? row
                            : row.refused(new Remark(
                                    LocalizedMessage.of(ItemFile.class, "row.code-repeated", before, row.code()))));
        }
        return rows;
    }
}
