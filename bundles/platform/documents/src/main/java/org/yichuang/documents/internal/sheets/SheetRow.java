package org.yichuang.documents.internal.sheets;

import java.util.SortedMap;
import org.yichuang.documents.api.TableCell;

/**
 * A row of a sheet.
 *
 * @param number from 1
 * @param hidden whether people do not see it
 * @param width how many cells it has, empty ones included
 * @param cells by column, from 0; none that are empty
 */
record SheetRow(int number, boolean hidden, int width, SortedMap<Integer, TableCell> cells) {
    /** Whether nothing stands in it but values of rows above. */
    boolean isEmpty() {
        return cells.values().stream()
                .allMatch(cell -> cell.isSpread() || cell.text().isBlank());
    }
}
