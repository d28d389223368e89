package org.yichuang.catalogue.internal.importing;

import java.util.List;
import java.util.stream.Stream;
import org.yichuang.documents.api.TableRow;
import org.yichuang.kernel.api.LocalizedMessage;

/**
 * The cells of a row, by column.
 *
 * @param row as it was read
 */
record Cells(TableRow row) {
    /** The cell's text, cleaned; empty when there is none. */
    String get(Column column) {
        return row.text(column.name());
    }

    /** What makes it unsafe to take the row. */
    Stream<Remark> flaws() {
        return remarks(row.flaws());
    }

    /** What is to be known of how the row was read. */
    Stream<Remark> notes() {
        return remarks(row.notes());
    }

    private static Stream<Remark> remarks(List<LocalizedMessage> messages) {
        return messages.stream().map(Remark::new);
    }
}
