package org.yichuang.catalogue.internal.importing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yichuang.documents.api.TableRow;
import org.yichuang.kernel.api.LocalizedMessage;

/**
 * The cells of a row, by column.
 *
 * @param row as it was read
 * @param kept what stands in for cells that are empty
 * @param meanings what words of the list mean
 */
record Cells(TableRow row, Map<Column, String> kept, Meanings meanings) {
    Cells {
        kept = Map.copyOf(kept);
    }

    /** The cell's text, cleaned; empty when there is none, or when it is to be taken away. */
    String get(Column column) {
        String text = row.text(column.name());
        if (text.isEmpty()) {
            return kept.getOrDefault(column, "");
        }
        return text.equals(KeptCells.CLEARED) ? "" : meanings.of(column, text);
    }

    /** The place of the row's own organ, where it is none of here and nobody has said which organ that is. */
    Optional<String> strangePlace() {
        return meanings.strangePlace(row.text(Column.ORGAN.name()));
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
