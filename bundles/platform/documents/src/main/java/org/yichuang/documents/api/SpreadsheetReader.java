package org.yichuang.documents.api;

import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/**
 * Reads tables that people have made: Excel workbooks (XLSX), and CSV in UTF-8, GB 18030 or UTF-16, separated by
 * commas, semicolons or tabs.
 *
 * <p>The headings are found by their words, in one of the first rows of any sheet in sight; titles above them are
 * passed over. The value of a merged cell stands in each cell that it covers. What cannot be read as it is meant (an
 * error, a formula without a value, a number in a column of codes) is a flaw of its row, named with the cell's address.
 */
public interface SpreadsheetReader {
    /** The headings stand in one of so many first rows. */
    int HEADING_ROWS = 20;

    /**
     * Reads a table from its first row to its last; rows that show nothing are passed over.
     *
     * @param fileName its name, as the sender tells it: by its ending and by its content the format is known
     * @param content read once, up to {@link TableLimits#bytes} and one more
     * @param layout which columns are looked for, and how much is taken
     * @param rows takes each row in turn; what it throws ends the reading
     * @throws ProblemException {@code file-unreadable} (no table, a format that is not read, damaged), {@code
     *     file-columns} (headings missing, repeated or not found, with the nearest right ones), {@code too-large}
     */
    TableFacts read(String fileName, InputStream content, TableLayout layout, Consumer<TableRow> rows);

    /**
     * What is to be known of a table beside its rows.
     *
     * @param sha256 of the file, 64 hex characters
     * @param sheet the sheet that was read; empty for CSV
     * @param rows how many there are
     * @param notes what whoever sent it should know: columns that nobody reads, what is hidden, other sheets
     */
    record TableFacts(String sha256, String sheet, int rows, List<LocalizedMessage> notes) {
        public TableFacts {
            notes = List.copyOf(notes);
        }
    }
}
