package org.yichuang.documents.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.TextRules;

/**
 * A row of a table.
 *
 * @param number its number in the file, from 1
 * @param cells by the id of their column; none for cells that are empty
 * @param flaws what makes it unsafe to take it: each sentence names the cell
 * @param notes what to know of it: values that come from merged cells, a row that is hidden
 */
public record TableRow(
        int number, Map<String, TableCell> cells, List<LocalizedMessage> flaws, List<LocalizedMessage> notes) {
    public TableRow {
        cells = Map.copyOf(cells);
        flaws = List.copyOf(flaws);
        notes = List.copyOf(notes);
    }

    /** The cell of a column, absent when it is empty. */
    public Optional<TableCell> cell(String column) {
        return Optional.ofNullable(cells.get(column));
    }

    /** The text of a column's cell, without unfit characters and white space around it; empty when there is none. */
    public String text(String column) {
        return cell(column).map(cell -> TextRules.cleaned(cell.text())).orElse("");
    }
}
